"""Who sends a request, and what they may: the only way a route reaches an account's things."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

import structlog
from fastapi import Depends
from fastapi.requests import HTTPConnection
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from limner.accounts.account import Account
from limner.accounts.api_keys import Scope
from limner.accounts.caller import Caller
from limner.accounts.quotas import check_room, spend_jobs
from limner.accounts.sessions import not_signed_in
from limner.accounts.signed_in import SignedIn, recognise
from limner.api.site import AtSite, Site
from limner.storage.blobs import Blobs
from limner.storage.owned import OwnedStore

_bearer = HTTPBearer(auto_error=False, description="An access token of /auth/token, or an API key")
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody signed in at a site, and their own records."""

    site: Site
    signed_in: SignedIn
    caller: Caller

    @property
    def account(self) -> Account:
        """The account."""
        return self.signed_in.account

    @property
    def mine(self) -> OwnedStore:
        """The account's records."""
        return self.signed_in.mine(self.site.backend.store)

    @property
    def blobs(self) -> Blobs:
        """Every picture; routes name only those whose rows they got from `mine`."""
        return self.site.backend.blobs

    @property
    def kept_days(self) -> int | None:
        """Days the account's new photos are kept; None keeps them until they are deleted."""
        return self.account.photo_days or self.site.backend.settings.photo_days

    async def admit_jobs(self, jobs: int) -> None:
        """Count pictures that are asked for in one request: once against the limit, each against the day's quota.

        Raises:
            TooMany, OverQuota: they are too many.
        """
        await self.site.limits.check("generate", self.account.id)
        await spend_jobs(self.site.backend.store, self.site.backend.settings, self.account, jobs)

    async def admit_bytes(self, more_bytes: int) -> None:
        """Pass when there is room for so many bytes more.

        Raises:
            OverQuota: there is not.
        """
        stored = await self.blobs.bytes_of(self.account.id)
        check_room(self.site.backend.settings, self.account, stored, more_bytes)


def caller_of(connection: HTTPConnection) -> Caller:
    """Where a request comes from. Behind a proxy, uvicorn has put the client's address in its place."""
    address = connection.client.host if connection.client else ""
    return Caller(address, connection.headers.get("user-agent", ""))


FromCaller = Annotated[Caller, Depends(caller_of)]


async def visitor_with(site: Site, token: str | None, caller: Caller) -> Visitor:
    """The visitor who shows this token.

    Raises:
        NotSignedIn: it is missing, wrong or expired, or its session has ended.
    """
    if not token:
        raise not_signed_in()
    signed_in = await recognise(site.backend.store, site.backend.keys, token)
    structlog.contextvars.bind_contextvars(account_id=signed_in.account.id)
    return Visitor(site, signed_in, caller)


def _who(need: Callable[[SignedIn], object]) -> Callable[..., Awaitable[Visitor]]:
    async def visitor(site: AtSite, caller: FromCaller, credentials: Credentials) -> Visitor:
        found = await visitor_with(site, credentials.credentials if credentials else None, caller)
        need(found.signed_in)
        return found

    return visitor


def _scope(scope: Scope) -> Callable[[SignedIn], object]:
    return lambda signed_in: signed_in.need(scope)


Reader = Annotated[Visitor, Depends(_who(_scope("read")))]
Drawer = Annotated[Visitor, Depends(_who(_scope("draw")))]
Manager = Annotated[Visitor, Depends(_who(_scope("manage")))]
Person = Annotated[Visitor, Depends(_who(SignedIn.need_person))]
Admin = Annotated[Visitor, Depends(_who(SignedIn.need_admin))]
