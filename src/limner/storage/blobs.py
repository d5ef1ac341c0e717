"""Pictures, encrypted one by one, in a folder, S3 or GCS.

Each has a data key of its own, wrapped by a key of the ring and kept in the picture's row (envelope encryption). So a
rotation touches rows only, and a row that is deleted makes its picture unreadable wherever copies of it lie.
"""

import asyncio
import base64
import errno
import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, Final
from urllib.parse import unquote, urlparse

import obstore
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from obstore.store import LocalStore, MemoryStore, ObjectStore, from_url
from pydantic import Field

from limner.errors import BlobMissing, BlobUnreadable, DiskFull, StoreUnreachable
from limner.storage.key_ring import Key, KeyRing
from limner.storage.record import Owned, now
from limner.storage.store import Store

_NONCE_BYTES: Final = 12
_ORPHAN_AFTER: Final = timedelta(hours=1)
_PAGE: Final = 200


class Blob(Owned):
    """A stored picture. `object_name` is another at each write, so that a row always fits the object it names."""

    table: ClassVar[str] = "blobs"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("object_name",),)
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "id"), ("key_id", "id"))

    object_name: str
    media_type: str
    plain_bytes: int
    stored_bytes: int
    key_id: str
    wrapped_key: str
    created_at: datetime = Field(default_factory=now)


class Blobs:
    """Encrypted pictures by id."""

    def __init__(self, objects: ObjectStore, store: Store, keys: KeyRing) -> None:
        self._objects = objects
        self._store = store
        self._keys = keys

    @classmethod
    def open(cls, url: str, store: Store, keys: KeyRing) -> "Blobs":
        """Pictures under a URL: `file:///folder`, `memory://`, `s3://bucket/prefix` or `gs://bucket/prefix`."""
        return cls(_objects(url), store, keys)

    async def put(self, account_id: str, blob_id: str, data: bytes, media_type: str) -> None:
        """Store a picture whole or not at all; one that is there under this id is replaced.

        Raises:
            DiskFull: no room is left.
            StoreUnreachable: the object store does not answer.
        """
        key = self._keys.newest("pictures")
        data_key, name = AESGCM.generate_key(256), f"{blob_id[:2]}/{blob_id}-{secrets.token_hex(6)}"
        sealed = await asyncio.to_thread(_seal, data_key, data, _about(account_id, blob_id))
        await self._write(name, sealed)
        blob = Blob(
            id=blob_id,
            account_id=account_id,
            object_name=name,
            media_type=media_type,
            plain_bytes=len(data),
            stored_bytes=len(sealed),
            key_id=key.id,
            wrapped_key=_wrap(key, data_key, blob_id),
        )
        if await self._store.insert(blob, existing="keep"):
            return
        before = await self._store.get(Blob, blob_id)
        await self._store.change(Blob, {"id": blob_id, "account_id": account_id}, blob.model_dump(exclude={"id"}))
        if before:
            await self._remove([before.object_name])

    async def get(self, blob_id: str) -> bytes:
        """A picture's bytes.

        Raises:
            BlobMissing: there is none, or its object is gone.
            BlobUnreadable: it was changed, or its key is gone.
        """
        blob = await self._store.get(Blob, blob_id)
        if blob is None:
            raise BlobMissing("This picture is not there any more.", "Draw it again.")
        try:
            found = await obstore.get_async(self._objects, blob.object_name)
            sealed = bytes(await found.bytes_async())
        except FileNotFoundError as error:
            again = await self._store.get(Blob, blob_id)
            if again and again.object_name != blob.object_name:
                return await self.get(blob_id)
            raise BlobMissing("This picture's file is gone.", "Bring it back from the back-up.") from error
        return await asyncio.to_thread(self._unseal, blob, sealed)

    async def delete(self, blob_ids: Sequence[str]) -> None:
        """Delete pictures; those that are not there are passed over. The row, and with it the key, goes first."""
        blobs = await self._store.find(Blob, {"id__in": list(blob_ids)}, limit=max(1, len(blob_ids)))
        await self._store.delete(Blob, {"id__in": [blob.id for blob in blobs]})
        await self._remove(blob.object_name for blob in blobs)

    async def bytes_of(self, account_id: str) -> int:
        """Bytes that an account's pictures take."""
        return await self._store.total(Blob, "stored_bytes", {"account_id": account_id})

    async def sweep(self) -> int:
        """Remove objects older than an hour that no row names: what a crash between object and row left behind."""
        removed = 0
        async for page in obstore.list(self._objects, chunk_size=_PAGE):  # pyright: ignore[reportUnknownMemberType]
            old = [one["path"] for one in page if datetime.now(UTC) - one["last_modified"] > _ORPHAN_AFTER]
            known = await self._store.find(Blob, {"object_name__in": old}, limit=max(1, len(old)))
            orphans = set(old) - {blob.object_name for blob in known}
            await self._remove(sorted(orphans))
            removed += len(orphans)
        return removed

    async def rewrap(self) -> int:
        """Wrap every data key that an older key wraps with the newest; pictures stay as they are. Says how many."""
        return await rewrap(self._store, self._keys)

    def _unseal(self, blob: Blob, sealed: bytes) -> bytes:
        key = self._keys.get("pictures", blob.key_id)
        if key is None:
            raise BlobUnreadable("The key of this picture is gone.", "Bring keys.json back from your back-up.")
        try:
            data_key = _unwrap(key, blob.wrapped_key, blob.id)
            return AESGCM(data_key).decrypt(
                sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _about(blob.account_id, blob.id)
            )
        except (InvalidTag, ValueError) as error:
            raise BlobUnreadable("This picture's file is damaged.", "Bring it back from the back-up.") from error

    async def _write(self, name: str, sealed: bytes) -> None:
        try:
            await obstore.put_async(self._objects, name, sealed)
        except Exception as error:
            if _is_full(error):
                raise DiskFull("There is no room left for pictures.", "Free some space, then try again.") from error
            raise StoreUnreachable from error

    async def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            try:
                await obstore.delete_async(self._objects, name)
            except FileNotFoundError:
                continue


async def rewrap(store: Store, keys: KeyRing) -> int:
    """Wrap every data key anew with the newest key, row by row, while others read and write. Says how many."""
    newest, done, after = keys.newest("pictures"), 0, ""
    while True:
        old = {"key_id__not": newest.id, "id__gt": after}
        page = await store.find(Blob, old, order=("id",), limit=_PAGE)
        for blob in page:
            key = keys.get("pictures", blob.key_id)
            if key is None:
                continue
            fresh = _wrap(newest, _unwrap(key, blob.wrapped_key, blob.id), blob.id)
            unchanged = {"id": blob.id, "wrapped_key": blob.wrapped_key}
            done += await store.change(Blob, unchanged, {"key_id": newest.id, "wrapped_key": fresh})
        if len(page) < _PAGE:
            return done
        after = page[-1].id


def _objects(url: str) -> ObjectStore:
    parsed = urlparse(url)
    if parsed.scheme == "memory":
        return MemoryStore()
    if parsed.scheme == "file":
        folder = Path(unquote(parsed.path))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return LocalStore(folder)
    return from_url(url)


def _about(account_id: str, blob_id: str) -> bytes:
    """Sealed together with the picture, so that one can't be put in another's place."""
    return f"{account_id}/{blob_id}".encode()


def _seal(data_key: bytes, data: bytes, about: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(data_key).encrypt(nonce, data, about)


def _wrap(key: Key, data_key: bytes, blob_id: str) -> str:
    return base64.b64encode(_seal(key.secret, data_key, blob_id.encode())).decode()


def _unwrap(key: Key, wrapped: str, blob_id: str) -> bytes:
    sealed = base64.b64decode(wrapped)
    return AESGCM(key.secret).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], blob_id.encode())


def _is_full(error: BaseException) -> bool:
    words: Any = f"{error}"
    return f"os error {errno.ENOSPC}" in words or "No space left" in words
