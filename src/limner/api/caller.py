"""Who calls, and what they may: the only way a route reaches an account's things."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

import structlog
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from limner.accounts.access import SignedIn, signed_in
from limner.accounts.account import Account
from limner.accounts.api_keys import Scope
from limner.api.site import AtSite, Site
from limner.errors import NotAllowed, NotSignedIn
from limner.storage.owned import OwnedStore

_bearer = HTTPBearer(auto_error=False, description="An access token of /auth/token, or an API key")


@dataclass(frozen=True, slots=True)
class Caller:
    """A signed-in account at a site, and its own records."""

    site: Site
    who: SignedIn

    @property
    def account(self) -> Account:
        """The account."""
        return self.who.account

    @property
    def mine(self) -> OwnedStore:
        """The account's records."""
        return OwnedStore(self.site.backend.store, self.who.account.id)


async def caller_of(site: Site, token: str | None) -> Caller:
    """The caller with this token.

    Raises:
        NotSignedIn: the token is missing, wrong, expired, or its session has ended.
    """
    if not token:
        raise NotSignedIn("You are not signed in.", "Sign in and try again.")
    who = await signed_in(site.backend.store, site.backend.keys, token)
    structlog.contextvars.bind_contextvars(account_id=who.account.id)
    return Caller(site, who)


def _with_scope(scope: Scope) -> Callable[..., Awaitable[Caller]]:
    async def caller(
        request: Request,
        site: AtSite,
        credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> Caller:
        del request
        found = await caller_of(site, credentials.credentials if credentials else None)
        if scope not in found.who.scopes:
            raise NotAllowed("This API key may not do that.", f'Make a key with the scope "{scope}".')
        return found

    return caller


async def _admin(caller: Annotated[Caller, Depends(_with_scope("manage"))]) -> Caller:
    if caller.account.role != "admin":
        raise NotAllowed("Only administrators can do that.", "Ask the administrator of this server.")
    return caller


Reader = Annotated[Caller, Depends(_with_scope("read"))]
Drawer = Annotated[Caller, Depends(_with_scope("draw"))]
Manager = Annotated[Caller, Depends(_with_scope("manage"))]
Admin = Annotated[Caller, Depends(_admin)]
