"""The gallery: artworks and albums."""

from datetime import datetime
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response, status
from fastapi.responses import StreamingResponse
from pydantic import AwareDatetime, BaseModel, Field

from limner.api.pages import Cursor, Limit, Page, page_by, page_of
from limner.api.parameters import Id
from limner.api.pictures import PICTURE_ANSWERS, picture
from limner.api.problems import problem_responses
from limner.api.visitor import Drawer, Reader, Visitor
from limner.catalog.adjustments import Word
from limner.errors import NotFound
from limner.gallery.appearance import find_with
from limner.gallery.artwork import (
    DIGITAL_SOURCE_TYPE,
    MEDIA_TYPES,
    Album,
    AlbumEntry,
    Artwork,
    LostAttribute,
    Provenance,
    RenditionSize,
    original_id,
)
from limner.gallery.shelf import add_to_album, bring_back, delete_album, delete_artwork, take_from_album
from limner.gallery.zip_file import zipped
from limner.jobs.order import DrawOrder
from limner.storage.record import first_id_of

router = APIRouter(prefix="/artworks", tags=["artworks"])
albums = APIRouter(prefix="/albums", tags=["albums"])

MOST_IN_ZIP: Final = 1000


class ArtworkOut(BaseModel):
    """An artwork; the links are signed and work for an hour."""

    id: str
    photo_id: str | None
    character_id: str | None
    batch_id: str | None
    style: str
    template: str
    seed: int
    provider: str
    width_px: int
    height_px: int
    favourite: bool
    blur: str = Field(description="A WebP of some 12 px as base64, to show until the thumbnail is there")
    thumb_url: str
    screen_url: str
    print_url: str
    loop_url: str | None = Field(default=None, description="An animated WebP, where this computer moved the picture")
    clip_url: str | None = Field(default=None, description="An MP4 video, where somebody else moved the picture")
    provenance: Provenance
    digital_source_type: str = Field(default=DIGITAL_SOURCE_TYPE, description="In the IPTC's words")
    order: DrawOrder = Field(description="Asked for again it gives the same picture; another seed varies it")
    lost: tuple[LostAttribute, ...] = Field(description="Attributes of the person that the drawing does not show")
    created_at: datetime


class ArtworkChange(BaseModel):
    """What can be changed of an artwork."""

    favourite: bool


class ZipIn(BaseModel):
    """Which artworks are wanted in one file, and how large."""

    ids: list[Word] = Field(min_length=1, max_length=MOST_IN_ZIP)
    size: RenditionSize = "print"


class Filters(BaseModel):
    """Which artworks are listed: those that fit everything that is given."""

    style: str | None = Field(default=None, max_length=60)
    character_id: str | None = Field(default=None, max_length=40, description="In any place of the picture")
    template: str | None = Field(default=None, max_length=60)
    favourite: bool | None = None
    since: AwareDatetime | None = Field(default=None, description="Asked for at or after this")
    until: AwareDatetime | None = Field(default=None, description="Asked for before this")


class AlbumIn(BaseModel):
    """A new album, or its new title."""

    title: str = Field(min_length=1, max_length=120)


class AlbumOut(BaseModel):
    """An album."""

    id: str
    title: str
    artworks: int
    created_at: datetime


@router.get("", operation_id="listArtworks", responses=problem_responses(401, 403, 404, 422))
async def list_artworks(
    visitor: Reader, chosen: Annotated[Filters, Query()], cursor: Cursor = None, limit: Limit = 50
) -> Page[ArtworkOut]:
    """The account's artworks, newest first, by style, character, template, favourites or date."""
    wanted = {
        "style": chosen.style,
        "template": chosen.template,
        "favourite": chosen.favourite,
        # Ids hold the moment they were made in, and the list has their order: no index of dates is needed.
        "id__gte": chosen.since and first_id_of(chosen.since),
        "id__lt": chosen.until and first_id_of(chosen.until),
    }
    where = {"deleted_at": None, **{name: value for name, value in wanted.items() if value is not None}}
    if chosen.character_id is None:
        found, following = await page_of(visitor.mine, Artwork, where, cursor, limit)
    else:
        found, following = await page_by(partial(find_with, visitor.mine, chosen.character_id), where, cursor, limit)
    return Page(items=[_out(visitor, artwork) for artwork in found], next_cursor=following)


@router.post(
    "/zip",
    operation_id="zipArtworks",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"application/zip": {}}, "description": "The pictures"},
        **problem_responses(401, 403, 404, 422),
    },
)
async def zip_artworks(visitor: Reader, wanted: ZipIn) -> Response:
    """Chosen artworks as a zip file, oldest first, sent while it is made."""
    ids = sorted(set(wanted.ids))
    if await visitor.mine.count(Artwork, {"id__in": ids, "deleted_at": None}) < len(ids):
        raise NotFound(Artwork.table)
    chunks = zipped(visitor.mine, visitor.blobs, {"id__in": ids}, wanted.size)
    headers = {"Content-Disposition": 'attachment; filename="limner.zip"'}
    return StreamingResponse(chunks, media_type="application/zip", headers=headers)


@router.get("/{artwork_id}", operation_id="getArtwork", responses=problem_responses(401, 403, 404, 422))
async def get_artwork(visitor: Reader, artwork_id: Id) -> ArtworkOut:
    """One artwork."""
    return _out(visitor, await visitor.mine.get(Artwork, artwork_id, deleted_at=None))


@router.get("/{artwork_id}/image", operation_id="getArtworkImage", response_class=Response, responses=PICTURE_ANSWERS)
async def get_image(
    request: Request, visitor: Reader, artwork_id: Id, size: RenditionSize = "screen", *, download: bool = False
) -> Response:
    """The picture as thumbnail, for the screen, for print, or as the loop or the clip of one that moves."""
    artwork = await visitor.mine.get(Artwork, artwork_id, deleted_at=None)
    if size not in artwork.sizes:
        raise NotFound(f"{size}s")
    kind = MEDIA_TYPES[size]
    name = f"limner-{artwork.template}-{artwork.style}-{artwork.seed}.{kind.rpartition('/')[2]}"
    return await picture(request, visitor.blobs, artwork.blob_id(size), kind, name if download else None)


@router.get(
    "/{artwork_id}/original", operation_id="getArtworkOriginal", response_class=Response, responses=PICTURE_ANSWERS
)
async def get_original(request: Request, visitor: Reader, artwork_id: Id) -> Response:
    """The file as a provider sent it, byte for byte, with its content credentials and watermark."""
    artwork = await visitor.mine.get(Artwork, artwork_id, deleted_at=None)
    kind = artwork.provenance.original_type
    if kind is None:
        raise NotFound("originals")
    name = f"limner-{artwork.template}-{artwork.style}-original.{kind.removeprefix('image/')}"
    return await picture(request, visitor.blobs, original_id(artwork.id), kind, name)


@router.patch("/{artwork_id}", operation_id="changeArtwork", responses=problem_responses(401, 403, 404, 422))
async def change_artwork(visitor: Drawer, artwork_id: Id, change: ArtworkChange) -> ArtworkOut:
    """Mark as a favourite, or no longer."""
    await visitor.mine.get(Artwork, artwork_id, deleted_at=None)
    return _out(visitor, await visitor.mine.take(Artwork, artwork_id, {"favourite": change.favourite}))


@router.delete(
    "/{artwork_id}",
    operation_id="deleteArtwork",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404, 422),
)
async def remove_artwork(visitor: Drawer, artwork_id: Id) -> None:
    """Delete; for a week it can be brought back."""
    await visitor.mine.get(Artwork, artwork_id, deleted_at=None)
    await delete_artwork(visitor.mine, artwork_id)


@router.post("/{artwork_id}/restore", operation_id="restoreArtwork", responses=problem_responses(401, 403, 404, 422))
async def restore_artwork(visitor: Drawer, artwork_id: Id) -> ArtworkOut:
    """Bring back a deleted artwork."""
    return _out(visitor, await bring_back(visitor.mine, artwork_id))


@albums.post(
    "", operation_id="createAlbum", status_code=status.HTTP_201_CREATED, responses=problem_responses(401, 403, 422)
)
async def create_album(visitor: Drawer, wanted: AlbumIn) -> AlbumOut:
    """A new, empty album."""
    album = Album(account_id=visitor.account.id, title=wanted.title)
    await visitor.mine.store.insert(album)
    return await _album_out(visitor, album)


@albums.get("", operation_id="listAlbums", responses=problem_responses(401, 403, 422))
async def list_albums(visitor: Reader, cursor: Cursor = None, limit: Limit = 50) -> Page[AlbumOut]:
    """The account's albums, newest first."""
    found, following = await page_of(visitor.mine, Album, {}, cursor, limit)
    return Page(items=[await _album_out(visitor, album) for album in found], next_cursor=following)


@albums.patch("/{album_id}", operation_id="renameAlbum", responses=problem_responses(401, 403, 404, 422))
async def rename_album(visitor: Drawer, album_id: Id, wanted: AlbumIn) -> AlbumOut:
    """Give an album another title."""
    return await _album_out(visitor, await visitor.mine.take(Album, album_id, {"title": wanted.title}))


@albums.delete(
    "/{album_id}",
    operation_id="deleteAlbum",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404, 422),
)
async def remove_album(visitor: Drawer, album_id: Id) -> None:
    """Delete an album; its artworks stay."""
    await delete_album(visitor.mine, album_id)


@albums.get("/{album_id}/artworks", operation_id="listAlbumArtworks", responses=problem_responses(401, 403, 404, 422))
async def list_album(visitor: Reader, album_id: Id, cursor: Cursor = None, limit: Limit = 50) -> Page[ArtworkOut]:
    """The artworks of an album, the last added first."""
    await visitor.mine.get(Album, album_id)
    entries, following = await page_of(visitor.mine, AlbumEntry, {"album_id": album_id}, cursor, limit)
    where = {"id__in": [entry.artwork_id for entry in entries], "deleted_at": None}
    by_id = {artwork.id: artwork for artwork in await visitor.mine.find(Artwork, where, limit=len(entries) or 1)}
    shown = [by_id[entry.artwork_id] for entry in entries if entry.artwork_id in by_id]
    return Page(items=[_out(visitor, artwork) for artwork in shown], next_cursor=following)


@albums.put(
    "/{album_id}/artworks/{artwork_id}",
    operation_id="addToAlbum",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404, 422),
)
async def put_into_album(visitor: Drawer, album_id: Id, artwork_id: Id) -> None:
    """Put an artwork into an album."""
    await add_to_album(visitor.mine, album_id, artwork_id)


@albums.delete(
    "/{album_id}/artworks/{artwork_id}",
    operation_id="removeFromAlbum",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404, 422),
)
async def remove_from_album(visitor: Drawer, album_id: Id, artwork_id: Id) -> None:
    """Take an artwork out of an album."""
    await take_from_album(visitor.mine, album_id, artwork_id)


def _out(visitor: Visitor, artwork: Artwork) -> ArtworkOut:
    shown = artwork.model_dump(exclude={"account_id", "deleted_at"})
    urls = {f"{size}_url": visitor.site.picture_url(artwork.blob_id(size), MEDIA_TYPES[size]) for size in artwork.sizes}
    return ArtworkOut.model_validate({**shown, **urls, "order": DrawOrder.of(artwork)})


async def _album_out(visitor: Visitor, album: Album) -> AlbumOut:
    inside = await visitor.mine.count(AlbumEntry, {"album_id": album.id})
    return AlbumOut(id=album.id, title=album.title, artworks=inside, created_at=album.created_at)
