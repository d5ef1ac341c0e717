"""API keys: what a program shows instead of a person's sign-in. `lim_<id>_<secret>`, shown once, kept as a hash."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar, Final, Literal

from pydantic import Field

from limner.accounts import audit, opaque
from limner.accounts.caller import Caller
from limner.accounts.sessions import not_signed_in
from limner.errors import Conflict, NotFound
from limner.storage.owned import OwnedStore
from limner.storage.record import Owned, now
from limner.storage.store import Store

Scope = Literal["read", "draw", "manage"]
"""read: look at what the account has. draw: upload, make characters, ask for pictures. manage: change and delete."""

OVERLAP: Final = timedelta(hours=24)
PREFIX: Final = "lim_"
_MOST_KEYS: Final = 20
_LAST_USED_STEP: Final = timedelta(minutes=1)


class ApiKey(Owned):
    """A key. After a rotation `previous_hash` still opens until `previous_until`."""

    table: ClassVar[str] = "api_keys"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "revoked_at", "id"),)

    name: str
    scopes: tuple[Scope, ...]
    secret_hash: str
    previous_hash: str | None = None
    previous_until: datetime | None = None
    created_at: datetime = Field(default_factory=now)
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None

    def opens_with(self, secret: str) -> bool:
        """Whether this is the key's secret, or the one before it in the hours after a rotation."""
        shown = opaque.digest(secret)
        overlaps = self.previous_until is not None and self.previous_until > now()
        return self.revoked_at is None and (shown == self.secret_hash or (overlaps and shown == self.previous_hash))


async def make(mine: OwnedStore, name: str, scopes: Sequence[Scope], caller: Caller) -> tuple[ApiKey, str]:
    """A new key and its text, which can't be read again.

    Raises:
        Conflict: the account has as many keys as it may have.
    """
    if await mine.count(ApiKey, {"revoked_at": None}) >= _MOST_KEYS:
        raise Conflict(f"An account has at most {_MOST_KEYS} keys.", "Revoke one that is no longer used.")
    secret = opaque.new_secret()
    key = ApiKey(
        account_id=mine.account_id,
        name=name,
        scopes=tuple(sorted(set(scopes))),
        secret_hash=opaque.digest(secret),
    )
    await mine.store.insert(key)
    await audit.write(mine.store, "api_key.made", mine.account_id, caller, about=key.id)
    return key, _text(key.id, secret)


async def rotate(mine: OwnedStore, key_id: str, caller: Caller) -> tuple[ApiKey, str]:
    """A new secret for a key; the old one opens for another day.

    Raises:
        NotFound: the account has no such key, or it was revoked.
        Conflict: somebody rotated it at the same moment.
    """
    old = await mine.get(ApiKey, key_id, revoked_at=None)
    secret = opaque.new_secret()
    key = await mine.store.take(
        ApiKey,
        {"id": key_id, "secret_hash": old.secret_hash, "revoked_at": None},
        {
            "secret_hash": opaque.digest(secret),
            "previous_hash": old.secret_hash,
            "previous_until": now() + OVERLAP,
        },
    )
    if key is None:
        raise Conflict("This key has just been changed.", "Look at the list of keys again.")
    await audit.write(mine.store, "api_key.rotated", mine.account_id, caller, about=key_id)
    return key, _text(key_id, secret)


async def revoke(mine: OwnedStore, key_id: str, caller: Caller) -> None:
    """End a key at once, with its older secret.

    Raises:
        NotFound: the account has no such key, or it was revoked.
    """
    if not await mine.change(ApiKey, {"id": key_id, "revoked_at": None}, {"revoked_at": now()}):
        raise NotFound(ApiKey.table)
    await audit.write(mine.store, "api_key.revoked", mine.account_id, caller, about=key_id)


async def live(mine: OwnedStore) -> list[ApiKey]:
    """The account's keys, newest first."""
    return await mine.find(ApiKey, {"revoked_at": None}, limit=_MOST_KEYS)


async def recognise(store: Store, text: str) -> ApiKey:
    """The key with this text.

    Raises:
        NotSignedIn: there is none, or it was revoked.
    """
    key_id, secret = opaque.parted(text.removeprefix(PREFIX))
    key = await store.get(ApiKey, key_id)
    if key is None or not key.opens_with(secret):
        raise not_signed_in()
    if key.last_used_at is None or key.last_used_at < now() - _LAST_USED_STEP:
        await store.change(ApiKey, {"id": key_id}, {"last_used_at": now()})
    return key


def _text(key_id: str, secret: str) -> str:
    return f"{PREFIX}{key_id}_{secret}"
