"""Pictures as answers: with an ETag, in ranges, and by signed links that an <img> can follow."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request, Response, status

from limner.api.problems import problem_responses
from limner.api.site import PICTURE_PATH, AtSite
from limner.storage.blobs import Blobs

PICTURE_ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {kind: {} for kind in ("image/png", "image/webp", "image/jpeg")}, "description": "The picture"},
    206: {"description": "A part of the picture"},
    304: {"description": "The client has it already"},
    416: {"description": "No such part"},
    **problem_responses(401, 403, 404, 422),
}
router = APIRouter(prefix="/pictures", tags=["artworks"])


async def picture(
    request: Request, blobs: Blobs, blob_id: str, media_type: str, filename: str | None = None
) -> Response:
    """A stored picture. What lies under an id never changes, so the id is its ETag."""
    etag = f'"{blob_id}"'
    headers = {"ETag": etag, "Accept-Ranges": "bytes", "Cache-Control": "private, max-age=3600"}
    if filename:
        headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    data = await blobs.get(blob_id)
    wanted = request.headers.get("range")
    if wanted is None or request.headers.get("if-range", etag) != etag:
        return Response(data, media_type=media_type, headers=headers)
    part = _range(wanted, len(data))
    if part is None:
        headers["Content-Range"] = f"bytes */{len(data)}"
        return Response(status_code=status.HTTP_416_RANGE_NOT_SATISFIABLE, headers=headers)
    first, last = part
    headers["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
    return Response(data[first : last + 1], status.HTTP_206_PARTIAL_CONTENT, headers, media_type)


def _range(wanted: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a single range (RFC 9110, 14.1.2), or None if there is no such part."""
    unit, _, spec = wanted.partition("=")
    first, dash, last = spec.strip().partition("-")
    if unit.strip() != "bytes" or not dash or not (first + last).isdecimal():
        return None
    if not first:
        begin, end = max(0, size - int(last)), size - 1
    else:
        begin, end = int(first), min(int(last), size - 1) if last else size - 1
    return (begin, end) if begin <= end and begin < size else None


@router.get("/{blob_id}", operation_id="getSignedPicture", response_class=Response, responses=PICTURE_ANSWERS)
async def signed_picture(
    request: Request,
    site: AtSite,
    blob_id: Annotated[str, Path(max_length=60, pattern=r"^[0-9a-z.]+$")],
    kind: Annotated[str, Query(pattern="^image/(png|webp|jpeg)$")],
    expires: Annotated[int, Query(ge=0, lt=2**40)],
    key: Annotated[str, Query(max_length=64)],
    signature: Annotated[str, Query(max_length=128)],
) -> Response:
    """A picture by a signed link, without signing in; the link ends after an hour."""
    site.links.check(f"{PICTURE_PATH}{blob_id}?kind={kind}", expires, key, signature)
    return await picture(request, site.backend.blobs, blob_id, kind)
