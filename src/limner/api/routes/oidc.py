"""Signing in with an identity provider. The studio's page /oidc is where it sends people back to."""

from typing import Annotated, Final

from fastapi import APIRouter, Cookie, Response
from pydantic import BaseModel, Field

from limner.accounts import oidc_sign_in
from limner.api.problems import problem_responses
from limner.api.site import AtSite
from limner.api.tokens import TokensOut, begin
from limner.api.visitor import FromCaller
from limner.errors import Invalid, NotFound

router = APIRouter(prefix="/auth/oidc", tags=["auth"])
_STATE_COOKIE: Final = "limner_oidc_state"
_OIDC_PATH: Final = "/api/v1/auth/oidc"


class OidcBeginIn(BaseModel):
    """An invitation, where one is needed."""

    invitation: str | None = Field(default=None, max_length=200)


class OidcBeginOut(BaseModel):
    """Where to send the person."""

    url: str


class OidcFinishIn(BaseModel):
    """What the provider added to the address the person came back to."""

    state: str = Field(max_length=200)
    code: str = Field(max_length=2000)


@router.post("/begin", operation_id="beginOidc", responses=problem_responses(404, 422, 429))
async def post_oidcbegin(site: AtSite, caller: FromCaller, wanted: OidcBeginIn, response: Response) -> OidcBeginOut:
    """Where to send somebody who signs in with the identity provider; they come back to the page /oidc."""
    if site.doorway.oidc is None:
        raise NotFound("identity provider")
    await site.limits.check("sign_in_address", caller.counted_address)
    public_url = site.backend.settings.public_url.rstrip("/")
    url, state = await site.doorway.oidc.begin(site.backend.store, f"{public_url}/oidc", wanted.invitation)
    is_https = public_url.startswith("https:")
    response.set_cookie(
        _STATE_COOKIE, state, max_age=600, path=_OIDC_PATH, secure=is_https, httponly=True, samesite="lax"
    )
    return OidcBeginOut(url=url)


@router.post("/finish", operation_id="finishOidc", responses=problem_responses(401, 403, 404, 409, 422))
async def post_oidc_finish(
    site: AtSite,
    caller: FromCaller,
    shown: OidcFinishIn,
    response: Response,
    begun: Annotated[str | None, Cookie(alias=_STATE_COOKIE)] = None,
) -> TokensOut:
    """Sign in with what the provider sent along, in the browser that began."""
    if site.doorway.oidc is None:
        raise NotFound("identity provider")
    if begun != shown.state:
        raise Invalid("This sign-in was begun elsewhere.", "Begin again on the sign-in page.")
    identity = await site.doorway.oidc.finish(site.backend.store, shown.state, shown.code)
    account = await oidc_sign_in.account_of(site.backend.store, identity, caller)
    response.delete_cookie(_STATE_COOKIE, path=_OIDC_PATH)
    return await begin(site, account, caller)
