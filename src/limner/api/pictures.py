"""Pictures as answers: with an ETag, in ranges, and by signed links that an <img> can follow."""

import re
from typing import Annotated, Any, Final

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response, status

from limner.api.problems import problem_responses
from limner.api.site import AtSite
from limner.errors import BlobMissing, NotFound
from limner.storage.blobs import Blobs
from limner.storage.signed_links import PICTURE_PATH

PICTURE_ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "content": {kind: {} for kind in ("image/png", "image/webp", "image/jpeg", "video/mp4")},
        "description": "The picture",
    },
    206: {"description": "A part of the picture"},
    304: {"description": "The client has it already"},
    **problem_responses(401, 403, 404, 416, 422),
}
_RANGE: Final = re.compile(r"bytes=(?!-$)([0-9]{0,15})-([0-9]{0,15})")
"""A single range. Any other is ignored, as RFC 9110 (14.2) allows, and the whole picture sent."""
router = APIRouter(prefix="/pictures", tags=["artworks"])


async def picture(
    request: Request, blobs: Blobs, blob_id: str, media_type: str, filename: str | None = None
) -> Response:
    """A stored picture. What lies under an id never changes, so the id is its ETag."""
    etag = f'"{blob_id}"'
    headers = {"ETag": etag, "Accept-Ranges": "bytes", "Cache-Control": "private, max-age=3600"}
    if filename:
        headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    known = request.headers.get("if-none-match", "")
    if etag in known or known.strip() == "*":
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    data = await blobs.get(blob_id)
    wanted = _RANGE.fullmatch(request.headers.get("range", ""))
    if wanted is None or request.headers.get("if-range", etag) != etag:
        return Response(data, media_type=media_type, headers=headers)
    first, last = _part(wanted[1], wanted[2], len(data))
    if not first <= last < len(data):
        headers = {"Content-Range": f"bytes */{len(data)}"}
        raise HTTPException(status.HTTP_416_RANGE_NOT_SATISFIABLE, headers=headers)
    headers["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
    return Response(data[first : last + 1], status.HTTP_206_PARTIAL_CONTENT, headers, media_type)


def _part(first: str, last: str, size: int) -> tuple[int, int]:
    """First and last byte of a range in so many bytes; there is no such part if they are not in order."""
    if not first:
        return max(0, size - int(last)), size - 1 if int(last) else -1
    return int(first), min(int(last), size - 1) if last else size - 1


@router.get("/{blob_id}", operation_id="getSignedPicture", response_class=Response, responses=PICTURE_ANSWERS)
async def signed_picture(
    request: Request,
    site: AtSite,
    blob_id: Annotated[str, Path(max_length=60, pattern=r"^[0-9a-z.]+$")],
    kind: Annotated[str, Query(pattern="^(image/(png|webp|jpeg)|video/mp4)$")],
    expires: Annotated[int, Query(ge=0, lt=2**40)],
    key: Annotated[str, Query(max_length=64)],
    signature: Annotated[str, Query(max_length=128)],
) -> Response:
    """A picture by a signed link, without signing in; the link ends after an hour."""
    site.links.check(f"{PICTURE_PATH}{blob_id}?kind={kind}", expires, key, signature)
    try:
        return await picture(request, site.backend.blobs, blob_id, kind)
    except BlobMissing:  # It was deleted since the link was made.
        raise NotFound("pictures") from None
