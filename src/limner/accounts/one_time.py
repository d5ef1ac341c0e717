"""Tokens that arrive by mail and work once, for a while: to show that an address is one's own, or to get in again."""

from datetime import datetime, timedelta
from typing import ClassVar, Final, Literal

from limner.accounts import opaque
from limner.accounts.account import Account
from limner.errors import Invalid
from limner.storage.record import Owned, now
from limner.storage.store import Store

Purpose = Literal["verify_email", "reset_password"]
_LIVES: Final[dict[Purpose, timedelta]] = {"verify_email": timedelta(days=3), "reset_password": timedelta(hours=1)}


class OneTimeToken(Owned):
    """A token that was mailed to `email`."""

    table: ClassVar[str] = "one_time_tokens"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "purpose"), ("expires_at",))

    purpose: Purpose
    token_hash: str
    email: str
    expires_at: datetime


async def make(store: Store, account: Account, purpose: Purpose) -> str:
    """A new token; those mailed before for the same purpose stop working."""
    await forget(store, account.id, purpose)
    secret = opaque.new_secret()
    token = OneTimeToken(
        account_id=account.id,
        purpose=purpose,
        token_hash=opaque.digest(secret),
        email=account.email,
        expires_at=now() + _LIVES[purpose],
    )
    await store.insert(token)
    return opaque.joined(token.id, secret)


async def look_at(store: Store, text: str, purpose: Purpose) -> OneTimeToken:
    """The token with this text, without spending it.

    Raises:
        Invalid: there is none, or it is too old or for something else.
    """
    token_id, secret = opaque.parted(text)
    right = {"id": token_id, "purpose": purpose, "token_hash": opaque.digest(secret), "expires_at__gt": now()}
    found = await store.find(OneTimeToken, right, limit=1)
    if not found:
        raise _worthless()
    return found[0]


async def spend(store: Store, token: OneTimeToken) -> None:
    """Make the token worthless; of two who do so at once, one succeeds.

    Raises:
        Invalid: somebody spent it before.
    """
    if not await store.delete(OneTimeToken, {"id": token.id}):
        raise _worthless()


async def forget(store: Store, account_id: str, purpose: Purpose) -> None:
    """Make all of an account's tokens for this purpose worthless."""
    await store.delete(OneTimeToken, {"account_id": account_id, "purpose": purpose})


def _worthless() -> Invalid:
    return Invalid("This link is no longer valid.", "Links work once and for a short time. Ask for a new one.")
