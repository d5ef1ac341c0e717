"""Creating a thing once, however often the request is sent: the key fixes the id before anything is made."""

import hashlib
from datetime import datetime
from typing import ClassVar

from pydantic import Field

from limner.errors import Conflict, Taken
from limner.storage.owned import OwnedStore
from limner.storage.record import Owned, new_id, now


class IdempotencyKey(Owned):
    """A client's name for one request, the id of what it makes, and a hash of what was asked."""

    table: ClassVar[str] = "idempotency_keys"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "key"),)
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("created_at",),)

    key: str
    request_hash: str
    resource_id: str = Field(default_factory=new_id)
    created_at: datetime = Field(default_factory=now)


async def id_for(mine: OwnedStore, key: str | None, request: str) -> str:
    """The id of what this request makes: a new one, or the same as when the same key was sent before.

    Raises:
        Conflict: the key was used for another request.
    """
    if key is None:
        return new_id()
    digest = hashlib.sha256(request.encode()).hexdigest()
    fresh = IdempotencyKey(account_id=mine.account_id, key=key, request_hash=digest)
    try:
        await mine.store.insert(fresh)
    except Taken:
        known = (await mine.find(IdempotencyKey, {"key": key}, limit=1))[0]
        if known.request_hash != digest:
            raise Conflict(
                "This idempotency key was used for another request.", "Send a new key with a new request."
            ) from None
        return known.resource_id
    return fresh.resource_id
