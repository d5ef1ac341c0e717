"""The tokens a device gets."""

from typing import Literal

from pydantic import BaseModel

from limner.accounts import access_tokens, sessions
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.accounts.sessions import Session
from limner.api.site import Site


class TokensOut(BaseModel):
    """An access token for the `Authorization` header, and the token that gets the next one."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - a name of OAuth
    expires_in_s: int
    refresh_token: str


async def begin(site: Site, account: Account, caller: Caller) -> TokensOut:
    """Sign a device in."""
    session, refresh_token = await sessions.start(site.backend.store, account.id, caller)
    return tokens_of(site, session, refresh_token)


def tokens_of(site: Site, session: Session, refresh_token: str) -> TokensOut:
    """The answer for a session."""
    return TokensOut(
        access_token=access_tokens.issue(site.backend.keys, session),
        expires_in_s=int(access_tokens.LIFE.total_seconds()),
        refresh_token=refresh_token,
    )
