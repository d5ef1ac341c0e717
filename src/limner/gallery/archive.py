"""Everything an account owns as one zip file: its rows as JSON, its pictures as pictures."""

import json
from collections.abc import AsyncGenerator, AsyncIterable, Sequence
from datetime import datetime
from typing import Final, TypeVar

from stream_zip import NO_COMPRESSION_64, ZIP_64, Method, async_stream_zip

from limner.gallery.zip_file import FILE_MODE
from limner.storage.blobs import Blob, Blobs
from limner.storage.owned import OwnedStore
from limner.storage.record import Owned, now

T = TypeVar("T", bound=Owned)
_AT_ONCE: Final = 1000
_Member = tuple[str, datetime, int, Method, AsyncGenerator[bytes]]


def archive(mine: OwnedStore, blobs: Blobs, kinds: Sequence[type[Owned]]) -> AsyncIterable[bytes]:
    """The chunks of a zip file with `<table>.json` for each kind of record, and `pictures/`."""
    return async_stream_zip(_members(mine, blobs, kinds))


async def _members(mine: OwnedStore, blobs: Blobs, kinds: Sequence[type[Owned]]) -> AsyncGenerator[_Member]:
    moment = now()
    for kind in kinds:
        yield f"{kind.table}.json", moment, FILE_MODE, ZIP_64, _rows(mine, kind)
    async for blob in _all(mine, Blob):
        ending = blob.media_type.rpartition("/")[2].replace("jpeg", "jpg")
        name = f"pictures/{blob.id.removesuffix('.print')}.{ending}"
        yield name, blob.created_at, FILE_MODE, NO_COMPRESSION_64, _data(blobs, blob.id)


async def _rows(mine: OwnedStore, kind: type[Owned]) -> AsyncGenerator[bytes]:
    yield b"["
    separator = b"\n"
    async for row in _all(mine, kind):
        yield separator + json.dumps(row.model_dump(mode="json", exclude={"account_id"}), ensure_ascii=False).encode()
        separator = b",\n"
    yield b"\n]\n"


async def _all(mine: OwnedStore, kind: type[T]) -> AsyncGenerator[T]:
    last = ""
    while page := await mine.find(kind, {"id__gt": last}, order=("id",), limit=_AT_ONCE):
        for row in page:
            yield row
        last = page[-1].id


async def _data(blobs: Blobs, blob_id: str) -> AsyncGenerator[bytes]:
    yield await blobs.get(blob_id)
