"""Photos an account keeps: added, framed by hand, deleted. Pixel work is done by `aside`, in another process."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final, TypeAlias

from limner.engine.codec import decode
from limner.engine.images import Box
from limner.errors import Conflict, NoFace, NotFound, Taken
from limner.faces.find import face_at
from limner.faces.inspect_photo import KEPT_TYPE, THUMB_TYPE, Inspected, inspect_photo
from limner.faces.kept_photo import Advice, FoundFace, KeptPhoto
from limner.faces.registry import DEFAULT_DETECTOR
from limner.storage.blobs import Blobs
from limner.storage.owned import OwnedStore
from limner.storage.record import now

Aside: TypeAlias = Callable[..., Awaitable[Any]]
"""`await aside(function, *arguments)` runs the function in another process."""
_MOST_FACES: Final = 12


async def keep_photo(
    mine: OwnedStore, blobs: Blobs, aside: Aside, data: bytes, kept_days: int | None
) -> tuple[KeptPhoto, tuple[Advice, ...], bool]:
    """Keep an upload for so many days, or until it is deleted.

    Gives the photo, what would help when no face was found, and whether the photo is new to the account.

    Raises:
        PhotoError: the bytes are no photo that can be used.
    """
    known = await mine.find(KeptPhoto, {"sha256": hashlib.sha256(data).hexdigest()}, limit=1)
    if known:
        return known[0], (), False
    seen: Inspected = await aside(inspect_photo, data, DEFAULT_DETECTOR)
    photo = KeptPhoto(
        account_id=mine.account_id,
        sha256=seen.sha256,
        media_type=seen.media_type,
        width_px=seen.width_px,
        height_px=seen.height_px,
        original_width_px=seen.original_width_px,
        original_height_px=seen.original_height_px,
        faces=seen.faces,
        delete_after=now() + timedelta(days=kept_days) if kept_days else None,
    )
    await blobs.put(mine.account_id, photo.id, seen.picture, KEPT_TYPE)
    await blobs.put(mine.account_id, photo.thumb_id, seen.thumb, THUMB_TYPE)
    try:
        await mine.store.insert(photo)
    except Taken:
        # The same file came twice at once: the other one stays.
        await blobs.delete([photo.id, photo.thumb_id])
        return (await mine.find(KeptPhoto, {"sha256": photo.sha256}, limit=1))[0], (), False
    return photo, seen.coach, True


async def place_face(
    mine: OwnedStore, blobs: Blobs, aside: Aside, photo_id: str, place: tuple[float, float, float, float]
) -> KeptPhoto:
    """Add a face the person framed: (x, y, width, height) in pixels of the kept photo.

    Raises:
        NotFound: the account has no such photo.
        NoFace: there is no face in the frame.
        Conflict: the photo has as many faces as are kept.
    """
    photo = await mine.get(KeptPhoto, photo_id)
    number = len(photo.faces) + 1
    if number > _MOST_FACES:
        raise Conflict(f"This photo has {len(photo.faces)} faces already.", "Choose one of them.")
    face: FoundFace = await aside(face_in_frame, await blobs.get(photo.id), place, number)
    faces = [one.model_dump(mode="json") for one in (*photo.faces, face)]
    return await mine.take(KeptPhoto, photo_id, {"faces": faces})


def face_in_frame(data: bytes, place: tuple[float, float, float, float], number: int) -> FoundFace:
    """The face in a frame of a kept picture.

    Raises:
        NoFace: there is none.
    """
    face = face_at(decode(data), Box(*place), 1.0)
    if face is None:
        raise NoFace("No face was found in this frame.", "Draw it closely around a face seen from the front.")
    return FoundFace.of(face, number)


async def delete_photo(mine: OwnedStore, blobs: Blobs, photo_id: str) -> None:
    """Delete a photo and its pictures; the row goes last, so that a crash in between is mended by deleting again.

    Raises:
        NotFound: the account has no such photo.
    """
    photo = await mine.get(KeptPhoto, photo_id)
    await blobs.delete([photo.id, photo.thumb_id])
    if not await mine.delete(KeptPhoto, {"id": photo_id}):
        raise NotFound(KeptPhoto.table)
