"""Where encrypted pictures lie: a folder, S3, memory (by obstore) or GCS (by Google's own client)."""

import contextlib
import errno
from collections.abc import AsyncIterator, Generator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from time import time
from typing import Final, Protocol
from urllib.parse import unquote, urlparse

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, MemoryStore, ObjectStore, S3Store
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from limner.errors import BlobMissing, DiskFull, Invalid, StoreUnreachable

ORPHAN_AFTER: Final = timedelta(hours=1)
"""What no row names is left behind by a crash once it is older than this; younger, it may be a write under way."""

_PAGE: Final = 200
_MOST_WAIT: Final = timedelta(seconds=30)


class ObjectAccess(BaseSettings):
    """How to sign in at an object store: `LIMNER_BLOBS_ACCESS_KEY` sets `access_key`.

    Nothing else is asked for credentials, least of all the cloud's metadata address.
    """

    model_config = SettingsConfigDict(env_prefix="LIMNER_BLOBS_", frozen=True)

    access_key: str = ""
    """S3: the key's id."""

    secret_key: SecretStr = SecretStr("")
    """S3: the key's secret."""

    region: str = "us-east-1"
    """S3: where the bucket is."""

    endpoint: str | None = None
    """Address of a server that speaks S3 or GCS, as `http://127.0.0.1:9000`; by default Amazon's or Google's own."""

    service_account: Path | None = None
    """GCS: the JSON file of a service account. An `endpoint` without it is asked without signing in."""


class Objects(Protocol):
    """Bytes by name. A write is seen whole or not at all."""

    async def put(self, name: str, data: bytes) -> None:
        """Write.

        Raises:
            DiskFull: no room is left.
            StoreUnreachable: the object store does not answer; so for every method.
        """
        ...

    async def get(self, name: str) -> bytes:
        """Read.

        Raises:
            BlobMissing: there is none.
        """
        ...

    async def delete(self, name: str) -> None:
        """Remove, if it is there."""
        ...

    def listed(self) -> AsyncIterator[Sequence[tuple[str, datetime]]]:
        """Pages of (name, when it was written)."""
        ...


class ObstoreObjects:
    """Objects by obstore."""

    def __init__(self, objects: ObjectStore) -> None:
        self._objects = objects

    async def put(self, name: str, data: bytes) -> None:
        """See `Objects`."""
        with _told():  # in one piece: a multipart upload that a crash cuts off stays in the bucket and is paid for
            await obstore.put_async(self._objects, name, data, use_multipart=False)

    async def get(self, name: str) -> bytes:
        """See `Objects`."""
        with _told():
            return bytes(await (await obstore.get_async(self._objects, name)).bytes_async())

    async def delete(self, name: str) -> None:
        """See `Objects`."""
        try:
            with _told():
                await obstore.delete_async(self._objects, name)
        except BlobMissing:
            return

    async def listed(self) -> AsyncIterator[Sequence[tuple[str, datetime]]]:
        """See `Objects`."""
        with _told():
            async for page in obstore.list(self._objects, chunk_size=_PAGE):  # pyright: ignore[reportUnknownMemberType]
                yield [(one["path"], one["last_modified"]) for one in page]


def open_objects(url: str, access: ObjectAccess) -> Objects:
    """The store of a URL: `file:///folder`, `memory://`, `s3://bucket/prefix` or `gs://bucket/prefix`.

    Raises:
        Invalid: no store is known by such a URL, or its credentials are not set.
        ExtraMissing: its client is not installed.
    """
    parsed = urlparse(url)
    bucket, prefix = parsed.netloc, parsed.path.strip("/")
    if parsed.scheme == "file":
        return ObstoreObjects(_folder(Path(unquote(parsed.path))))
    if parsed.scheme == "memory":
        return ObstoreObjects(MemoryStore())
    if parsed.scheme == "s3":
        return ObstoreObjects(_s3(bucket, prefix, access))
    if parsed.scheme == "gs":
        from limner.storage.google_objects import GoogleObjects  # noqa: PLC0415 - an extra

        return GoogleObjects(bucket, prefix, access.endpoint, access.service_account)
    raise Invalid(
        f"There is no place for pictures at {parsed.scheme}:// addresses.",
        "LIMNER_BLOBS_URL begins with file, s3 or gs.",
    )


def _folder(folder: Path) -> LocalStore:
    """A folder that only its owner may enter, without the halves (`name#1`) that a killed server left in mid-write."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for half in folder.rglob("*#*"):
        # One that another process finishes at this moment is gone: then it was no half.
        with contextlib.suppress(FileNotFoundError):
            if time() - half.stat().st_mtime > ORPHAN_AFTER.total_seconds():
                half.unlink()
    return LocalStore(folder)


def _s3(bucket: str, prefix: str, access: ObjectAccess) -> S3Store:
    if not (access.access_key and access.secret_key.get_secret_value()):
        raise Invalid("The credentials for S3 are not set.", "Set LIMNER_BLOBS_ACCESS_KEY and LIMNER_BLOBS_SECRET_KEY.")
    return S3Store(
        bucket,
        prefix=prefix or None,
        access_key_id=access.access_key,
        secret_access_key=access.secret_key.get_secret_value(),
        region=access.region,
        endpoint=access.endpoint or f"https://{bucket}.s3.{access.region}.amazonaws.com",
        virtual_hosted_style_request=not access.endpoint,
        client_options={"allow_http": bool(access.endpoint), "timeout": _MOST_WAIT},
        retry_config={"max_retries": 3, "retry_timeout": _MOST_WAIT},
    )


@contextlib.contextmanager
def _told() -> Generator[None]:
    """What obstore raises, as Limner's own errors."""
    try:
        yield
    except FileNotFoundError as error:
        raise BlobMissing("This picture's file is gone.", "Bring it back from the back-up.") from error
    except (BaseError, OSError) as error:
        # A full disk has no type of its own there; the system's number stands in the text.
        if f"os error {errno.ENOSPC})" in str(error):
            raise DiskFull("There is no room left for pictures.", "Free some space, then try again.") from error
        raise StoreUnreachable("The store of pictures") from error
