"""Photos and the faces in them."""

from datetime import datetime

from fastapi import APIRouter, Request, Response, status
from pydantic import BaseModel, Field

from limner.api.pages import Cursor, Limit, Page, page_of
from limner.api.parameters import Id, Key
from limner.api.pictures import PICTURE_ANSWERS, picture
from limner.api.problems import problem_responses
from limner.api.upload import UPLOAD_BODY, uploaded_file
from limner.api.visitor import Drawer, Reader, Visitor
from limner.faces.inspect_photo import KEPT_TYPE, THUMB_TYPE
from limner.faces.kept_photo import Advice, FoundFace, KeptPhoto
from limner.faces.photo_library import delete_photo, keep_photo, place_face

router = APIRouter(prefix="/photos", tags=["photos"])


class PhotoOut(BaseModel):
    """A kept photo, and who is in it."""

    id: str
    width_px: int
    height_px: int
    faces: tuple[FoundFace, ...]
    coach: tuple[Advice, ...] = Field(default=(), description="What would help, when no face was found")
    created_at: datetime
    delete_after: datetime | None
    thumb_url: str = Field(description="Signed, for an hour")


class FaceBox(BaseModel):
    """A frame around a face, in pixels of the kept photo."""

    x: float = Field(ge=-4096, le=4096)
    y: float = Field(ge=-4096, le=4096)
    width: float = Field(gt=8, le=4096)
    height: float = Field(gt=8, le=4096)


@router.post(
    "",
    operation_id="uploadPhoto",
    status_code=status.HTTP_201_CREATED,
    openapi_extra=UPLOAD_BODY,
    responses={
        200: {"model": PhotoOut, "description": "The account has this photo already"},
        **problem_responses(409, 415, 429, 507),
    },
)
async def upload_photo(
    request: Request,
    visitor: Drawer,
    response: Response,
    idempotency_key: Key = None,
) -> PhotoOut:
    """Keep a photo, upright and without metadata, and find the faces in it. The same file twice is one photo."""
    del idempotency_key  # the file's own hash does the same, for every client
    site = visitor.site
    async with site.uploads:
        data = await uploaded_file(request, site.backend.settings.max_photo_bytes)
        await visitor.admit_bytes(len(data))
        photo, coach, is_new = await keep_photo(visitor.mine, site.backend.blobs, site.aside, data, visitor.kept_days)
    if not is_new:
        response.status_code = status.HTTP_200_OK
    return _out(visitor, photo, coach)


@router.get("", operation_id="listPhotos", responses=problem_responses(401, 403, 422))
async def list_photos(visitor: Reader, cursor: Cursor = None, limit: Limit = 50) -> Page[PhotoOut]:
    """The account's photos, newest first."""
    photos, following = await page_of(visitor.mine, KeptPhoto, {}, cursor, limit)
    return Page(items=[_out(visitor, photo) for photo in photos], next_cursor=following)


@router.get("/{photo_id}", operation_id="getPhoto", responses=problem_responses(401, 403, 404, 422))
async def get_photo(visitor: Reader, photo_id: Id) -> PhotoOut:
    """One photo."""
    return _out(visitor, await visitor.mine.get(KeptPhoto, photo_id))


@router.get("/{photo_id}/image", operation_id="getPhotoImage", response_class=Response, responses=PICTURE_ANSWERS)
async def get_photo_image(request: Request, visitor: Reader, photo_id: Id) -> Response:
    """The kept picture."""
    photo = await visitor.mine.get(KeptPhoto, photo_id)
    return await picture(request, visitor.blobs, photo.id, KEPT_TYPE)


@router.delete(
    "/{photo_id}",
    operation_id="deletePhoto",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404, 422),
)
async def remove_photo(visitor: Drawer, photo_id: Id) -> None:
    """Delete the photo; characters and artworks made from it stay."""
    await delete_photo(visitor.mine, visitor.blobs, photo_id)


@router.post(
    "/{photo_id}/faces",
    operation_id="placeFace",
    status_code=status.HTTP_201_CREATED,
    responses=problem_responses(401, 403, 404, 422),
    tags=["faces"],
)
async def add_face(visitor: Drawer, photo_id: Id, box: FaceBox) -> PhotoOut:
    """Place a frame around a face that was not found."""
    place = (box.x, box.y, box.width, box.height)
    return _out(visitor, await place_face(visitor.mine, visitor.blobs, visitor.site.aside, photo_id, place))


def _out(visitor: Visitor, photo: KeptPhoto, coach: tuple[Advice, ...] = ()) -> PhotoOut:
    return PhotoOut(
        id=photo.id,
        width_px=photo.width_px,
        height_px=photo.height_px,
        faces=photo.faces,
        coach=coach,
        created_at=photo.created_at,
        delete_after=photo.delete_after,
        thumb_url=visitor.site.picture_url(photo.thumb_id, THUMB_TYPE),
    )
