"""Moving pictures to the newest key, while others read and write: rows change, pictures stay as they are."""

from typing import Final

from limner.errors import BlobUnreadable
from limner.storage import envelope
from limner.storage.blobs import Blob
from limner.storage.key_ring import KeyRing
from limner.storage.store import Store

_PAGE: Final = 100


async def rewrap(store: Store, key_ring: KeyRing) -> int:
    """Wrap every data key that an older key wraps with the newest one. Says how many.

    Can be cut off and repeated. Rows that no key of the ring opens stay as they are.
    """
    newest, done, after = key_ring.newest("pictures"), 0, ""
    while page := await store.find(Blob, {"key_id__not": newest.id, "id__gt": after}, order=("id",), limit=_PAGE):
        for blob in page:
            done += await _rewrap_one(store, key_ring, blob)
        after = page[-1].id
    return done


async def forget_old(store: Store, key_ring: KeyRing) -> int:
    """Forget the older keys that wrap no picture any more. Says how many rows still hold others back.

    Nobody can hold a forgotten key's row back in secret: whoever writes one looks at the ring once more afterwards.
    """
    held = 0
    for key in key_ring.all("pictures")[:-1]:
        rows = await store.count(Blob, {"key_id": key.id})
        if not rows:
            key_ring.forget("pictures", key.id)
        held += rows
    return held


async def _rewrap_one(store: Store, key_ring: KeyRing, blob: Blob) -> int:
    """Changes the row only if it is still as it was read: a picture written meanwhile has a newer key already."""
    newest, key = key_ring.newest("pictures"), key_ring.get("pictures", blob.key_id)
    if key is None:
        return 0
    try:
        data_key = envelope.unwrap(key.secret, blob.wrapped_key, blob.account_id, blob.id)
    except BlobUnreadable:
        return 0
    fresh = envelope.wrap(newest.secret, data_key, blob.account_id, blob.id)
    unchanged = {"id": blob.id, "wrapped_key": blob.wrapped_key}
    return await store.change(Blob, unchanged, {"key_id": newest.id, "wrapped_key": fresh})
