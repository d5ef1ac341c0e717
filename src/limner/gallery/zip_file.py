"""Artworks as a zip file that is sent while it is made: nothing waits in memory but one picture."""

from collections.abc import AsyncGenerator, AsyncIterable
from datetime import datetime
from stat import S_IFREG
from typing import Final

from stream_zip import NO_COMPRESSION_64, Method, async_stream_zip

from limner.gallery.artwork import MEDIA_TYPES, Artwork, RenditionSize
from limner.storage.blobs import Blobs
from limner.storage.owned import OwnedStore
from limner.storage.store import Where

_AT_ONCE: Final = 50
FILE_MODE: Final = S_IFREG | 0o600


def zipped(mine: OwnedStore, blobs: Blobs, where: Where, size: RenditionSize) -> AsyncIterable[bytes]:
    """The account's matching artworks, oldest first, as the chunks of a zip file."""
    return async_stream_zip(_members(mine, blobs, where, size))


async def _members(
    mine: OwnedStore, blobs: Blobs, where: Where, size: RenditionSize
) -> AsyncGenerator[tuple[str, datetime, int, Method, AsyncGenerator[bytes]]]:
    last, number = "", 0
    while True:
        there = {**where, "deleted_at": None, "id__gt": last}
        artworks = await mine.find(Artwork, there, order=("id",), limit=_AT_ONCE)
        for artwork in artworks:
            number += 1
            # One that stands still, or moves otherwise, goes along as it is printed.
            its = size if size in artwork.sizes else "print"
            name = f"{number:04d}-{artwork.template}-{artwork.style}.{MEDIA_TYPES[its].rpartition('/')[2]}"
            yield name, artwork.created_at, FILE_MODE, NO_COMPRESSION_64, _data(blobs, artwork, its)
        if len(artworks) < _AT_ONCE:
            return
        last = artworks[-1].id


async def _data(blobs: Blobs, artwork: Artwork, size: RenditionSize) -> AsyncGenerator[bytes]:
    yield await blobs.get(artwork.blob_id(size))
