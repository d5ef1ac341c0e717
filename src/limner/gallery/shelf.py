"""What an account does with its artworks: favours, collects, deletes, brings back."""

from datetime import timedelta
from typing import Final

from limner.errors import NotFound
from limner.gallery.appearance import Appearance
from limner.gallery.artwork import MEDIA_TYPES, Album, AlbumEntry, Artwork, blob_id, original_id
from limner.storage.blobs import Blobs
from limner.storage.owned import OwnedStore
from limner.storage.record import now
from limner.storage.store import Store

KEPT_DELETED: Final = timedelta(days=7)
"""How long a deleted artwork can be brought back."""


async def delete_artwork(mine: OwnedStore, artwork_id: str) -> Artwork:
    """Take an artwork out of the gallery; it can be brought back for `KEPT_DELETED`.

    Raises:
        NotFound: the account has no such artwork.
    """
    return await mine.take(Artwork, artwork_id, {"deleted_at": now()})


async def bring_back(mine: OwnedStore, artwork_id: str) -> Artwork:
    """Undo a deletion.

    Raises:
        NotFound: there is no such artwork, or it is gone for good.
    """
    return await mine.take(Artwork, artwork_id, {"deleted_at": None})


async def purge_deleted(store: Store, blobs: Blobs, limit: int = 200) -> int:
    """Delete for good what was deleted long enough ago: pictures first, so that none is ever left without a row."""
    gone = await store.find(Artwork, {"deleted_at__lt": now() - KEPT_DELETED}, order=("id",), limit=limit)
    for artwork in gone:
        await blobs.delete([original_id(artwork.id), *(blob_id(artwork.id, size) for size in MEDIA_TYPES)])
        await store.delete(AlbumEntry, {"account_id": artwork.account_id, "artwork_id": artwork.id})
        await store.delete(Appearance, {"artwork_id": artwork.id})
        await store.delete(Artwork, {"id": artwork.id})
    return len(gone)


async def add_to_album(mine: OwnedStore, album_id: str, artwork_id: str) -> None:
    """Put an artwork into an album; a second time changes nothing.

    Raises:
        NotFound: the account has no such album or artwork.
    """
    await mine.get(Album, album_id)
    await mine.get(Artwork, artwork_id)
    entry = AlbumEntry(account_id=mine.account_id, album_id=album_id, artwork_id=artwork_id)
    await mine.store.insert(entry, existing="keep")


async def take_from_album(mine: OwnedStore, album_id: str, artwork_id: str) -> None:
    """Take an artwork out of an album.

    Raises:
        NotFound: it is not in it.
    """
    if not await mine.delete(AlbumEntry, {"album_id": album_id, "artwork_id": artwork_id}):
        raise NotFound(Artwork.table)


async def delete_album(mine: OwnedStore, album_id: str) -> None:
    """Delete an album; its artworks stay.

    Raises:
        NotFound: the account has no such album.
    """
    await mine.get(Album, album_id)
    await mine.delete(AlbumEntry, {"album_id": album_id})
    await mine.delete(Album, {"id": album_id})
