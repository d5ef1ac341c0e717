"""An upload looked at, in a process of its own: hostile bytes can't harm the server, nor can long work hold it up."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from limner.engine import opencv
from limner.engine.codec import encode_jpeg, encode_webp
from limner.engine.images import RgbImage
from limner.errors import NoFace
from limner.faces.find import find_faces
from limner.faces.kept_photo import Advice, FoundFace
from limner.photos.intake import accept

_THUMB_PX: Final = 512
KEPT_TYPE: Final = "image/jpeg"
THUMB_TYPE: Final = "image/webp"
_NEARLY_LOSSLESS: Final = 95


@dataclass(frozen=True, slots=True)
class Inspected:
    """What is kept of an upload: the picture without metadata, its thumbnail, and who is in it."""

    picture: bytes
    thumb: bytes
    sha256: str
    media_type: str
    width_px: int
    height_px: int
    original_width_px: int
    original_height_px: int
    faces: tuple[FoundFace, ...]
    coach: tuple[Advice, ...]


def inspect_photo(data: bytes, detector: str) -> Inspected:
    """Accept an upload and find the faces in it; a photo without any is kept too, with a word on what would help.

    Raises:
        PhotoError: the bytes are no photo that can be used.
    """
    photo = accept(data)
    image = photo.image
    with ThreadPoolExecutor(2) as beside:  # encoders leave the interpreter free, so this costs a second core, not time
        picture = beside.submit(encode_jpeg, image, quality=_NEARLY_LOSSLESS)
        thumb = beside.submit(lambda: encode_webp(_thumb(image), quality=80))
        faces, coach = _look(image, detector)
    return Inspected(
        picture=picture.result(),
        thumb=thumb.result(),
        sha256=photo.sha256,
        media_type=photo.media_type,
        width_px=image.width_px,
        height_px=image.height_px,
        original_width_px=photo.original_width_px,
        original_height_px=photo.original_height_px,
        faces=faces,
        coach=coach,
    )


def _look(image: RgbImage, detector: str) -> tuple[tuple[FoundFace, ...], tuple[Advice, ...]]:
    try:
        return tuple(FoundFace.of(face, number) for number, face in enumerate(find_faces(image, detector), 1)), ()
    except NoFace as error:
        return (), (Advice(code=error.code, message=error.message, advice=error.advice),)


def _thumb(image: RgbImage) -> RgbImage:
    scale = _THUMB_PX / max(image.width_px, image.height_px)
    if scale >= 1:
        return image
    width, height = (max(1, round(side * scale)) for side in (image.width_px, image.height_px))
    return RgbImage(opencv.resize(image.pixels, width, height, "area"))
