"""The account itself: what it is and uses, its password and consents, and its end."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Path, status
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field, SecretStr

from limner.accounts import consents, password_change
from limner.accounts.account import Account, Role
from limner.accounts.consents import Consent
from limner.accounts.erasure import ErasedAccount
from limner.accounts.quotas import jobs_today, quotas_of
from limner.accounts.spending import months, spent
from limner.api.pages import Cursor, Limit, Page, page_of
from limner.api.problems import problem_responses
from limner.api.site import Site
from limner.api.visitor import Person, Reader
from limner.backend import EXPORTED, erase_account
from limner.errors import Invalid
from limner.gallery.archive import archive
from limner.generation.registry import maker_names

router = APIRouter(prefix="/me", tags=["me"])
What = Annotated[str, Path(max_length=80, pattern="^[a-z0-9_:.-]+$", examples=["provider:gemini"])]
Password = Annotated[SecretStr, Field(min_length=1, max_length=200)]


class AccountOut(BaseModel):
    """An account and what it has used up."""

    id: str
    email: str
    email_verified: bool
    role: Role
    has_password: bool
    created_at: datetime
    jobs_today: int
    jobs_per_day: int
    stored_bytes: int
    stored_bytes_allowed: int
    month_microusd: int = Field(description="Spent and set aside this month, in millionths of a US dollar")
    month_microusd_allowed: int
    photo_days: int | None


class AccountChange(BaseModel):
    """What the owner may set: after how many days new photos are deleted; null keeps them."""

    photo_days: int | None = Field(ge=1, le=3650)


class CostOut(BaseModel):
    """What a provider took in a month (as 2026-01), in millionths of a US dollar, and for how many pictures."""

    month: str
    provider: str
    pictures: int
    microusd: int


class PasswordIn(BaseModel):
    """A new password, and the old one."""

    old: Password
    new: Password


class EraseIn(BaseModel):
    """The password, where the account has one: erasing can't be undone."""

    password: Password | None = None


class ReceiptOut(BaseModel):
    """What was erased: how many of each kind."""

    id: str
    erased_at: datetime
    counts: dict[str, int]


class ConsentIn(BaseModel):
    """A yes, and which version of the text was read."""

    what: str = Field(max_length=80, pattern="^[a-z0-9_:.-]+$", examples=["provider:gemini"])
    version: str = Field(min_length=1, max_length=40, examples=["2026-01"])


class ConsentOut(BaseModel):
    """A yes, perhaps taken back since."""

    id: str
    what: str
    version: str
    given_at: datetime
    withdrawn_at: datetime | None


@router.get("", operation_id="getMe", responses=problem_responses(401, 403))
async def get_me(visitor: Reader) -> AccountOut:
    """The account."""
    return await account_out(visitor.site, visitor.account)


@router.patch("", operation_id="changeMe", responses=problem_responses(401, 403, 422))
async def patch_me(visitor: Person, change: AccountChange) -> AccountOut:
    """Say how long photos are kept; those that are there already keep their day."""
    store, account_id = visitor.site.backend.store, visitor.account.id
    await store.change(Account, {"id": account_id}, {"photo_days": change.photo_days})
    return await account_out(visitor.site, await store.get(Account, account_id) or visitor.account)


@router.post(
    "/password",
    operation_id="changePassword",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 409, 422, 429),
)
async def post_password(visitor: Person, wanted: PasswordIn, background: BackgroundTasks) -> None:
    """Choose a new password; every other device is signed out."""
    site, account = visitor.site, visitor.account
    await site.limits.check("sign_in_email", account.email)
    old, new = wanted.old.get_secret_value(), wanted.new.get_secret_value()
    here = visitor.signed_in.need_person()
    await password_change.change_password(
        site.backend.store, site.doorway.hashes, account, old, new, here, visitor.caller
    )
    background.add_task(password_change.tell_owner, site.doorway.mailer, site.backend.settings.public_url, account)


@router.post("/erase", operation_id="eraseMe", responses=problem_responses(401, 403, 409, 422, 429))
async def post_erase(visitor: Person, confirmed: EraseIn) -> ReceiptOut:
    """Erase the account with everything it owns, for good. It stays erased when a backup is restored."""
    site, account = visitor.site, visitor.account
    if account.password_hash:
        await site.limits.check("sign_in_email", account.email)
        shown = confirmed.password.get_secret_value() if confirmed.password else ""
        if not await site.doorway.hashes.matches(account.password_hash, shown):
            raise Invalid("The password is wrong.", "Type the password you sign in with.")
    return receipt_out(await erase_account(site.backend, account, visitor.caller))


@router.get(
    "/export",
    operation_id="exportMe",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"application/zip": {}}, "description": "Everything the account owns"},
        **problem_responses(401, 403),
    },
)
async def get_export(visitor: Person) -> StreamingResponse:
    """Everything as one zip file: rows as JSON, pictures as pictures; sent while it is made."""
    headers = {"Content-Disposition": 'attachment; filename="limner-export.zip"'}
    chunks = archive(visitor.mine, visitor.blobs, EXPORTED)
    return StreamingResponse(chunks, media_type="application/zip", headers=headers)


@router.get("/costs", operation_id="listCosts", responses=problem_responses(401, 403))
async def list_costs(visitor: Reader) -> list[CostOut]:
    """What providers took, by month, newest first."""
    store = visitor.site.backend.store
    found = await months(store, maker_names(), {"account_id": visitor.account.id})
    return [CostOut.model_validate(asdict(one)) for one in found]


@router.get("/consents", operation_id="listConsents", responses=problem_responses(401, 403, 422))
async def list_consents(visitor: Reader, cursor: Cursor = None, limit: Limit = 50) -> Page[ConsentOut]:
    """What the person agreed to, and what they took back."""
    found, following = await page_of(visitor.mine, Consent, {}, cursor, limit)
    return Page(items=[_consent_out(one) for one in found], next_cursor=following)


@router.post(
    "/consents",
    operation_id="giveConsent",
    status_code=status.HTTP_201_CREATED,
    responses=problem_responses(401, 403, 422),
)
async def post_consent(visitor: Person, wanted: ConsentIn) -> ConsentOut:
    """Agree; saying it twice changes nothing."""
    return _consent_out(await consents.give(visitor.mine, wanted.what, wanted.version, visitor.caller))


@router.delete(
    "/consents/{what}",
    operation_id="withdrawConsent",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404, 422),
)
async def delete_consent(visitor: Person, what: What) -> None:
    """Take an agreement back."""
    await consents.withdraw(visitor.mine, what, visitor.caller)


async def account_out(site: Site, account: Account) -> AccountOut:
    """An account as its owner sees it."""
    quotas = quotas_of(site.backend.settings, account)
    return AccountOut(
        **account.model_dump(include={"id", "email", "email_verified", "role", "created_at"}),
        has_password=account.password_hash is not None,
        jobs_today=await jobs_today(site.backend.store, account.id),
        jobs_per_day=quotas.jobs_per_day,
        stored_bytes=await site.backend.blobs.bytes_of(account.id),
        stored_bytes_allowed=quotas.stored_bytes,
        month_microusd=await spent(site.backend.store, account.id),
        month_microusd_allowed=quotas.month_microusd,
        photo_days=account.photo_days or site.backend.settings.photo_days,
    )


def receipt_out(receipt: ErasedAccount) -> ReceiptOut:
    """What was erased, as it is told."""
    return ReceiptOut(id=receipt.id, erased_at=receipt.erased_at, counts=receipt.counts)


def _consent_out(consent: Consent) -> ConsentOut:
    return ConsentOut.model_validate(consent.model_dump(exclude={"account_id"}))
