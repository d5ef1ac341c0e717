"""Objects in Google Cloud Storage, by Google's own client: obstore wants an ETag where some servers send none."""

import asyncio
from collections.abc import AsyncIterator, Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from limner.errors import BlobMissing, ExtraMissing, Invalid, StoreUnreachable

try:
    from google.api_core.exceptions import GoogleAPIError, NotFound
    from google.auth.credentials import AnonymousCredentials
    from google.auth.exceptions import GoogleAuthError
    from google.cloud import storage  # pyright: ignore[reportMissingTypeStubs]
    from google.oauth2 import service_account as accounts
except ImportError as error:
    raise ExtraMissing(
        "The client for Google Cloud Storage is not installed.", "Install it with: pip install 'limner[gcs]'"
    ) from error

T = TypeVar("T")
_MOST_WAIT_S: Final = 30
_PAGE: Final = 200


class GoogleObjects:
    """See `Objects`. The client blocks, so every call waits in a thread."""

    def __init__(self, bucket: str, prefix: str, endpoint: str | None, service_account: Path | None) -> None:
        self._bucket: Any = _client(endpoint, service_account).bucket(bucket)
        self._prefix = f"{prefix}/" if prefix else ""

    async def put(self, name: str, data: bytes) -> None:
        """See `Objects`."""
        await _aside(
            lambda: self._object(name).upload_from_string(
                data, content_type="application/octet-stream", timeout=_MOST_WAIT_S, checksum=None
            )
        )

    async def get(self, name: str) -> bytes:
        """See `Objects`."""
        return await _aside(lambda: bytes(self._object(name).download_as_bytes(timeout=_MOST_WAIT_S)))

    async def delete(self, name: str) -> None:
        """See `Objects`."""
        try:
            await _aside(lambda: self._object(name).delete(timeout=_MOST_WAIT_S))
        except BlobMissing:
            return

    async def listed(self) -> AsyncIterator[Sequence[tuple[str, datetime]]]:
        """See `Objects`."""
        found = self._bucket.client.list_blobs(self._bucket, prefix=self._prefix, page_size=_PAGE, timeout=_MOST_WAIT_S)
        pages = iter(found.pages)
        while page := await _aside(lambda: list(next(pages, ()))):
            yield [(one.name.removeprefix(self._prefix), one.updated) for one in page]

    def _object(self, name: str) -> Any:
        return self._bucket.blob(self._prefix + name)


def _client(endpoint: str | None, service_account: Path | None) -> Any:
    options = {"api_endpoint": endpoint} if endpoint else None
    if service_account:
        credentials: Any = accounts.Credentials.from_service_account_file(service_account)  # pyright: ignore[reportUnknownMemberType]
        return storage.Client(project=credentials.project_id, credentials=credentials, client_options=options)
    if not endpoint:
        raise Invalid(
            "The credentials for Google Cloud Storage are not set.",
            "Set LIMNER_BLOBS_SERVICE_ACCOUNT to the JSON file of a service account.",
        )
    return storage.Client(project="limner", credentials=AnonymousCredentials(), client_options=options)


async def _aside(call: Callable[[], T]) -> T:
    with _told():
        return await asyncio.to_thread(call)


@contextmanager
def _told() -> Generator[None]:
    try:
        yield
    except NotFound as error:
        raise BlobMissing("This picture's file is gone.", "Bring it back from the back-up.") from error
    except (GoogleAPIError, GoogleAuthError, OSError) as error:
        raise StoreUnreachable("The store of pictures") from error
