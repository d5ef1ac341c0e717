"""Sessions: one for each device that is signed in, which shows its refresh token to stay so.

A refresh token (`session id.secret`) is good for one use and is replaced by the next. If a used one is shown again,
two parties hold the family, one of them perhaps a thief: the session ends for both.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar, Final

from pydantic import Field

from limner.accounts import audit, opaque
from limner.accounts.caller import Caller
from limner.errors import NotFound, NotSignedIn
from limner.storage.owned import OwnedStore
from limner.storage.record import Owned, now
from limner.storage.store import Store

UNUSED_LIFE: Final = timedelta(days=30)
LONGEST_LIFE: Final = timedelta(days=180)


class Session(Owned):
    """A device that is signed in, until `ended_at`, or `expires_at` when it isn't used, or `LONGEST_LIFE`."""

    table: ClassVar[str] = "sessions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "ended_at", "id"), ("expires_at",))

    refresh_hash: str
    device: str
    address: str
    created_at: datetime = Field(default_factory=now)
    used_at: datetime = Field(default_factory=now)
    expires_at: datetime
    ended_at: datetime | None = None

    @property
    def is_live(self) -> bool:
        """Whether the device is still signed in."""
        return self.ended_at is None and self.expires_at > now()


def not_signed_in() -> NotSignedIn:
    """What everybody hears whose token is worth nothing, whatever the reason."""
    return NotSignedIn("You are not signed in.", "Sign in again.")


async def start(store: Store, account_id: str, caller: Caller) -> tuple[Session, str]:
    """A new session and its first refresh token."""
    secret = opaque.new_secret()
    session = Session(
        account_id=account_id,
        refresh_hash=opaque.digest(secret),
        device=caller.short_device,
        address=caller.short_address,
        expires_at=now() + UNUSED_LIFE,
    )
    await store.insert(session)
    return session, opaque.joined(session.id, secret)


async def refresh(store: Store, refresh_token: str, caller: Caller) -> tuple[Session, str]:
    """The session and its next refresh token.

    Raises:
        NotSignedIn: the session has ended or the token was used before, which ends it.
    """
    session_id, secret = opaque.parted(refresh_token)
    known = await store.get(Session, session_id)
    if known is None or not known.is_live:
        raise not_signed_in()
    following = opaque.new_secret()
    session = await store.take(
        Session,
        {"id": session_id, "refresh_hash": opaque.digest(secret), "ended_at": None},
        {
            "refresh_hash": opaque.digest(following),
            "used_at": now(),
            "expires_at": min(now() + UNUSED_LIFE, known.created_at + LONGEST_LIFE),
            "address": caller.short_address,
        },
    )
    if session is None:
        if await _end(store, {"id": session_id}):
            await audit.write(store, "refresh.reused", known.account_id, caller, about=session_id)
        raise not_signed_in()
    return session, opaque.joined(session_id, following)


async def end(mine: OwnedStore, session_id: str, caller: Caller) -> None:
    """Sign one device out.

    Raises:
        NotFound: the account has no such live session.
    """
    if not await _end(mine.store, {"id": session_id, "account_id": mine.account_id}):
        raise NotFound(Session.table)
    await audit.write(mine.store, "session.ended", mine.account_id, caller, about=session_id)


async def end_all(mine: OwnedStore, caller: Caller, *, but: str | None = None) -> int:
    """Sign out everywhere, `but` on the session with this id; says how many devices."""
    ended = await _end(mine.store, {"account_id": mine.account_id, "id__not": but})
    await audit.write(mine.store, "session.all_ended", mine.account_id, caller)
    return ended


async def live(mine: OwnedStore, limit: int) -> Sequence[Session]:
    """The devices that are signed in, newest first."""
    return await mine.find(Session, {"ended_at": None, "expires_at__gt": now()}, limit=limit)


async def _end(store: Store, where: dict[str, object]) -> int:
    return await store.change(Session, {**where, "ended_at": None}, {"ended_at": now()})
