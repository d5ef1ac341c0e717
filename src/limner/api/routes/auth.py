"""Coming in: registering, signing in and staying so, confirming an address, a new password.

Nothing here gives authority to a cookie, so no other page can act for somebody who is signed in.
"""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, status
from pydantic import BaseModel, Field

from limner.accounts import sessions
from limner.accounts.account import Account
from limner.accounts.email_verification import send_verification, verify_email
from limner.accounts.house_rules import Registration, house_rules
from limner.accounts.password_change import ask_reset, reset_password, tell_owner
from limner.accounts.registration import register
from limner.accounts.sign_in import check_password
from limner.api.problems import problem_responses
from limner.api.routes.me import AccountOut, Password, account_out
from limner.api.site import AtSite
from limner.api.tokens import TokensOut, begin, tokens_of
from limner.api.visitor import FromCaller, Person

router = APIRouter(prefix="/auth", tags=["auth"])
Email = Annotated[str, Field(min_length=3, max_length=254, examples=["jane@example.org"])]
Mailed = Annotated[str, Field(max_length=200, description="The token of the link that was mailed")]


class OptionsOut(BaseModel):
    """What a sign-in page shows."""

    first: bool = Field(description="Nobody has registered; the first becomes the administrator")
    registration: Registration
    oidc: bool = Field(description="There is an identity provider to sign in with")


class RegisterIn(BaseModel):
    """A new account."""

    email: Email
    password: Password
    invitation: str | None = Field(default=None, max_length=200)


class SignInIn(BaseModel):
    """E-mail address and password."""

    email: Email
    password: Password


class RefreshIn(BaseModel):
    """The refresh token of the last answer; it works once."""

    refresh_token: str = Field(max_length=200)


class MailedIn(BaseModel):
    """A token that was mailed."""

    token: Mailed


class ForgotIn(BaseModel):
    """Whose password is forgotten."""

    email: Email


class ResetIn(BaseModel):
    """A mailed token and the new password."""

    token: Mailed
    password: Password


@router.get("/options", operation_id="getSignInOptions")
async def get_options(site: AtSite) -> OptionsOut:
    """What a sign-in page shows to strangers."""
    store = site.backend.store
    rules = await house_rules(store)
    first = not await store.find(Account, {}, limit=1)
    return OptionsOut(first=first, registration=rules.registration, oidc=site.doorway.oidc is not None)


@router.post(
    "/register",
    operation_id="register",
    status_code=status.HTTP_201_CREATED,
    responses=problem_responses(403, 409, 422, 429),
)
async def post_register(
    site: AtSite, caller: FromCaller, wanted: RegisterIn, background: BackgroundTasks
) -> AccountOut:
    """Make an account; the first is the administrator's. A link to confirm the address is mailed."""
    store = site.backend.store
    await site.limits.check("sign_in_address", caller.counted_address)
    password = wanted.password.get_secret_value()
    account = await register(store, site.doorway.hashes, wanted.email, password, caller, code=wanted.invitation)
    background.add_task(send_verification, store, site.doorway.mailer, site.backend.settings.public_url, account)
    return await account_out(site, account)


@router.post("/token", operation_id="signIn", responses=problem_responses(401, 422, 429))
async def post_token(site: AtSite, caller: FromCaller, shown: SignInIn) -> TokensOut:
    """Sign in with a password."""
    password = shown.password.get_secret_value()
    account = await check_password(site.backend.store, site.doorway.hashes, site.limits, shown.email, password, caller)
    return await begin(site, account, caller)


@router.post("/refresh", operation_id="refresh", responses=problem_responses(401, 422))
async def post_refresh(site: AtSite, caller: FromCaller, shown: RefreshIn) -> TokensOut:
    """The next tokens. Showing a refresh token twice signs the device out: one of the two may be a thief's."""
    session, refresh_token = await sessions.refresh(site.backend.store, shown.refresh_token, caller)
    return tokens_of(site, session, refresh_token)


@router.post(
    "/sign-out",
    operation_id="signOut",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404),
)
async def post_sign_out(visitor: Person) -> None:
    """Sign this device out; its tokens are refused from now on."""
    await sessions.end(visitor.mine, visitor.signed_in.need_person().id, visitor.caller)


@router.post(
    "/verify-email",
    operation_id="verifyEmail",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(422, 429),
)
async def post_verify_email(site: AtSite, caller: FromCaller, shown: MailedIn) -> None:
    """Confirm an e-mail address with the mailed token."""
    await site.limits.check("sign_in_address", caller.counted_address)
    await verify_email(site.backend.store, shown.token, caller)


@router.post(
    "/verify-email/send",
    operation_id="sendVerification",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problem_responses(401, 403, 429),
)
async def post_send_verification(visitor: Person, background: BackgroundTasks) -> None:
    """Mail the link that confirms the address once more."""
    site, account = visitor.site, visitor.account
    await site.limits.check("mail", account.email)
    public_url = site.backend.settings.public_url
    background.add_task(send_verification, site.backend.store, site.doorway.mailer, public_url, account)


@router.post(
    "/forgot-password",
    operation_id="forgotPassword",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problem_responses(422, 429),
)
async def post_forgot_password(site: AtSite, caller: FromCaller, asked: ForgotIn, background: BackgroundTasks) -> None:
    """Mail a link to choose a new password. The answer is the same whether or not there is such an account."""
    await site.limits.check("sign_in_address", caller.counted_address)
    await site.limits.check("mail", asked.email.strip().lower())
    store, public_url = site.backend.store, site.backend.settings.public_url
    background.add_task(ask_reset, store, site.doorway.mailer, public_url, asked.email, caller)


@router.post(
    "/reset-password",
    operation_id="resetPassword",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(422, 429),
)
async def post_reset_password(site: AtSite, caller: FromCaller, shown: ResetIn, background: BackgroundTasks) -> None:
    """Choose a new password with the mailed token; every device is signed out."""
    await site.limits.check("sign_in_address", caller.counted_address)
    password = shown.password.get_secret_value()
    account = await reset_password(site.backend.store, site.doorway.hashes, shown.token, password, caller)
    background.add_task(tell_owner, site.doorway.mailer, site.backend.settings.public_url, account)
