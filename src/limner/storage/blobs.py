"""Pictures, encrypted one by one, in a folder, S3 or GCS.

Each has a data key of its own, wrapped by a key of the ring and kept in the picture's row (envelope encryption). So a
rotation touches rows only, and a row that is deleted makes its picture unreadable wherever copies of it lie.

The object is written before its row and removed after it, under a name that is never used again. A crash in between
leaves an object without a row, which `sweep` removes, and never a row whose object is missing or another's.
"""

import asyncio
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar, Final

from pydantic import Field

from limner.errors import BlobMissing, BlobUnreadable, StoreUnreachable, Taken
from limner.storage import envelope
from limner.storage.key_ring import KeyRing
from limner.storage.objects import ORPHAN_AFTER, ObjectAccess, Objects, open_objects
from limner.storage.record import Owned, now
from limner.storage.store import Store

_PAGE: Final = 200


class Blob(Owned):
    """A stored picture. `writing` is another at each write, so that a row always fits the object it names."""

    table: ClassVar[str] = "blobs"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id",),)

    writing: str
    media_type: str
    plain_bytes: int
    key_id: str
    wrapped_key: str
    created_at: datetime = Field(default_factory=now)

    @property
    def object_name(self) -> str:
        """Where its bytes lie."""
        return f"{self.id[-2:]}/{self.id}-{self.writing}"


class Blobs:
    """Encrypted pictures by id."""

    def __init__(self, objects: Objects, store: Store, keys: KeyRing) -> None:
        self._objects = objects
        self._store = store
        self._keys = keys

    @classmethod
    def open(cls, url: str, store: Store, keys: KeyRing) -> "Blobs":
        """Pictures under a URL: `file:///folder`, `memory://`, `s3://bucket/prefix` or `gs://bucket/prefix`.

        Raises:
            Invalid: no store is known by such a URL, or its credentials (see `ObjectAccess`) are not set.
            ExtraMissing: its client is not installed.
        """
        return cls(open_objects(url, ObjectAccess()), store, keys)

    async def put(self, account_id: str, blob_id: str, data: bytes, media_type: str) -> None:
        """Store a picture whole or not at all; one of this account that is there under this id is replaced.

        Raises:
            DiskFull: no room is left.
            StoreUnreachable: the object store does not answer.
            Taken: the id is another account's.
        """
        data_key, key = envelope.new_data_key(), self._keys.newest("pictures")
        sealed = await asyncio.to_thread(envelope.seal, data_key, data, account_id, blob_id)
        blob = Blob(
            id=blob_id,
            account_id=account_id,
            writing=secrets.token_hex(6),
            media_type=media_type,
            plain_bytes=len(data),
            key_id=key.id,
            wrapped_key=envelope.wrap(key.secret, data_key, account_id, blob_id),
        )
        try:
            await self._objects.put(blob.object_name, sealed)
        except BlobMissing as error:  # what is missing is the bucket
            raise StoreUnreachable("The store of pictures") from error
        await self._insert_or_replace(blob)
        await self._follow_rotation(blob, data_key)

    async def get(self, blob_id: str) -> bytes:
        """A picture's bytes.

        Raises:
            BlobMissing: there is none, or its object is gone.
            BlobUnreadable: it was changed, or its key is gone.
        """
        blob = await self._store.get(Blob, blob_id)
        while blob is not None:
            try:
                return await self._read(blob)
            except (BlobMissing, BlobUnreadable):
                # It may have been replaced, or its key forgotten after a rotation, since its row was read.
                before, blob = blob, await self._store.get(Blob, blob_id)
                if blob == before:
                    raise
        raise BlobMissing("This picture is not there any more.", "Draw it again.")

    async def delete(self, blob_ids: Sequence[str]) -> None:
        """Delete pictures; those that are not there are passed over. The row, and with it the key, goes first."""
        for first in range(0, len(blob_ids), _PAGE):
            page = list(blob_ids[first : first + _PAGE])
            blobs = await self._store.find(Blob, {"id__in": page}, limit=_PAGE)
            await self._store.delete(Blob, {"id__in": page})
            for blob in blobs:
                await self._objects.delete(blob.object_name)

    async def bytes_of(self, account_id: str) -> int:
        """Bytes that an account's pictures take."""
        return await self._store.total(Blob, "plain_bytes", {"account_id": account_id})

    async def sweep(self) -> int:
        """Remove objects older than an hour that no row names: what a crash between object and row left behind."""
        removed = 0
        async for page in self._objects.listed():
            old = [name for name, written in page if datetime.now(UTC) - written > ORPHAN_AFTER]
            ids = [name.partition("/")[2].rpartition("-")[0] for name in old]
            known = await self._store.find(Blob, {"id__in": ids}, limit=max(1, len(ids)))
            orphans = set(old) - {blob.object_name for blob in known}
            for name in orphans:
                await self._objects.delete(name)
            removed += len(orphans)
        return removed

    async def _insert_or_replace(self, blob: Blob) -> None:
        """Put the row in its place; what it replaces is removed once, by whoever replaced it."""
        while not await self._store.insert(blob, existing="keep"):
            before = await self._store.get(Blob, blob.id)
            if before is None:
                continue
            if before.account_id != blob.account_id:
                await self._objects.delete(blob.object_name)
                raise Taken(Blob.table)
            unchanged = {"id": blob.id, "writing": before.writing}
            if await self._store.change(Blob, unchanged, blob.model_dump(exclude={"id"})):
                await self._objects.delete(before.object_name)
                return

    async def _follow_rotation(self, blob: Blob, data_key: bytes) -> None:
        """If the ring got a newer key while the row was written, the rotation may have passed it: wrap it here."""
        while (key := self._keys.newest("pictures")).id != blob.key_id:
            fresh = envelope.wrap(key.secret, data_key, blob.account_id, blob.id)
            changes = {"key_id": key.id, "wrapped_key": fresh}
            await self._store.change(Blob, {"id": blob.id, "wrapped_key": blob.wrapped_key}, changes)
            blob = blob.model_copy(update=changes)

    async def _read(self, blob: Blob) -> bytes:
        sealed = await self._objects.get(blob.object_name)
        key = self._keys.get("pictures", blob.key_id)
        if key is None:
            raise BlobUnreadable("The key of this picture is gone.", "Bring keys.json back from your back-up.")
        data_key = envelope.unwrap(key.secret, blob.wrapped_key, blob.account_id, blob.id)
        return await asyncio.to_thread(envelope.unseal, data_key, sealed, blob.account_id, blob.id)
