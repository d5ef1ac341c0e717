"""The only place that decodes and encodes pictures: bytes in, `RgbImage` out, and back.

The type is told by content, never by a file name. What comes out is upright, sRGB, opaque and free of metadata.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
import pillow_heif
from PIL import AvifImagePlugin, GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from limner.engine.arrays import U8
from limner.engine.images import RgbImage
from limner.engine.opencv import png_bytes
from limner.engine.to_srgb import srgb_and_alpha, to_srgb
from limner.errors import BrokenPicture, NotAPicture, PhotoError, PhotoTooLarge, PhotoTooSmall

MediaType: TypeAlias = Literal["image/jpeg", "image/png", "image/webp", "image/gif", "image/heic", "image/avif"]

MAX_PIXELS: Final = 50_000_000
"""Default cap: a 50 megapixel camera fits, a decompression bomb does not."""
MIN_SIDE_PX: Final = 32
"""Pictures with a shorter side hold no usable face."""

_MAGIC: Final[tuple[tuple[MediaType, bytes], ...]] = (
    ("image/jpeg", b"\xff\xd8\xff"),
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/gif", b"GIF87a"),
    ("image/gif", b"GIF89a"),
)
_HEIC_BRANDS: Final = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_AVIF_BRANDS: Final = {b"avif", b"avis"}
_EXIF_ORIENTATION: Final = 0x0112
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class PictureHead:
    """What the header says, before a pixel is decoded; width and height are as stored, not yet turned upright."""

    media_type: MediaType
    width_px: int
    height_px: int


def media_type_of(data: bytes) -> MediaType | None:
    """Tell the type by the first bytes; None if it is no picture Limner accepts."""
    for media_type, magic in _MAGIC:
        if data.startswith(magic):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return _boxed_type(data) if data[4:8] == b"ftyp" else None


def _boxed_type(data: bytes) -> MediaType | None:
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, length, 4))}
    if brands & _AVIF_BRANDS:
        return "image/avif"
    return "image/heic" if brands & _HEIC_BRANDS else None


def read_head(data: bytes) -> PictureHead:
    """Type and stored size without decoding.

    Raises:
        NotAPicture: the content is of no accepted type.
        BrokenPicture: the header is damaged.
    """
    return _open(data)[0]


def decode(
    data: bytes,
    *,
    max_pixels: int = MAX_PIXELS,
    min_side_px: int = MIN_SIDE_PX,
    enough_px: int | None = None,
) -> RgbImage:
    """Decode JPEG, PNG, WebP, HEIC, AVIF or the first frame of a GIF.

    Args:
        data: the whole file.
        max_pixels: cap on width times height, checked against the header before a pixel is decoded.
        min_side_px: the shorter side must have at least this many pixels.
        enough_px: a long side that suffices: a JPEG may come back at 1/2, 1/4 or 1/8 of its size, but not below
            this. Saves most of the time on camera pictures.

    Raises:
        NotAPicture: the content is of no accepted type.
        BrokenPicture: truncated or damaged.
        PhotoTooLarge: more pixels than the cap.
        PhotoTooSmall: a side is shorter than `min_side_px`.
    """
    head, picture = _open(data)
    _check_size(head, max_pixels, min_side_px)
    try:
        return RgbImage(_load(picture, head, enough_px))
    except PhotoError:
        raise
    except Exception as error:  # decoders raise anything on hostile bytes
        raise _broken() from error


def decode_with_alpha(data: bytes, *, max_pixels: int = MAX_PIXELS, min_side_px: int = MIN_SIDE_PX) -> U8:
    """As `decode`, to (height, width, 4) with straight alpha; 255 everywhere where the file knows no transparency.

    Raises:
        As `decode`.
    """
    head, picture = _open(data)
    _check_size(head, max_pixels, min_side_px)
    try:
        return _load_with_alpha(picture, head)
    except PhotoError:
        raise
    except Exception as error:  # decoders raise anything on hostile bytes
        raise _broken() from error


def encode_png(image: RgbImage) -> bytes:
    """Lossless, without metadata; the same pixels give the same bytes."""
    return png_bytes(image.pixels)


def encode_webp(image: RgbImage, quality: int = 90) -> bytes:
    """Lossy WebP without metadata; `quality` 0..100."""
    return _save(image, format="WEBP", quality=quality, method=4)


def encode_png_with_alpha(rgba: U8) -> bytes:
    """Lossless PNG of (height, width, 4) with straight alpha."""
    buffer = io.BytesIO()
    Image.fromarray(rgba).save(buffer, format="PNG", compress_level=3)
    return buffer.getvalue()


def encode_webp_with_alpha(rgba: U8, quality: int = 90) -> bytes:
    """Lossy WebP of (height, width, 4) with straight, exact alpha; `quality` 0..100."""
    buffer = io.BytesIO()
    Image.fromarray(rgba).save(buffer, format="WEBP", quality=quality, method=4)
    return buffer.getvalue()


def encode_jpeg(image: RgbImage, quality: int = 92) -> bytes:
    """JPEG without metadata and without chroma subsampling, which frays drawn edges; `quality` 1..95."""
    return _save(image, format="JPEG", quality=quality, subsampling=0)  # optimize saves 4 % and doubles the time


def _save(image: RgbImage, **options: str | float) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(image.pixels).save(buffer, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def _open_heic(source: io.BytesIO) -> Image.Image:
    return pillow_heif.HeifImageFile(source)


# The plug-in classes are called directly: `Image.open` would warn on, or judge, sizes by its own global cap.
_OPENERS: Final[dict[MediaType, Callable[[io.BytesIO], Image.Image]]] = {
    "image/jpeg": JpegImagePlugin.JpegImageFile,
    "image/png": PngImagePlugin.PngImageFile,
    "image/webp": WebPImagePlugin.WebPImageFile,
    "image/gif": GifImagePlugin.GifImageFile,
    "image/avif": AvifImagePlugin.AvifImageFile,
    "image/heic": _open_heic,
}


def _open(data: bytes) -> tuple[PictureHead, Image.Image]:
    media_type = media_type_of(data)
    if media_type is None:
        raise NotAPicture(
            "This file is not a picture Limner can read.",
            "Choose a photo saved as JPEG, PNG, HEIC, WebP or AVIF.",
        )
    try:
        picture = _OPENERS[media_type](io.BytesIO(data))
        width, height = picture.size
    except Exception as error:  # decoders raise anything on hostile bytes
        raise _broken() from error
    return PictureHead(media_type, width, height), picture


def _check_size(head: PictureHead, max_pixels: int, min_side_px: int) -> None:
    if head.width_px * head.height_px > max_pixels:
        raise PhotoTooLarge(
            f"This picture has {head.width_px} x {head.height_px} pixels, more than Limner takes.",
            f"Make it smaller: up to {max_pixels // 1_000_000} megapixels are fine.",
        )
    if min(head.width_px, head.height_px) < min_side_px:
        raise PhotoTooSmall(
            f"This picture has only {head.width_px} x {head.height_px} pixels.",
            "Choose a larger photo, best the original from the camera or phone.",
        )


def _broken() -> BrokenPicture:
    return BrokenPicture(
        "This picture is damaged or incomplete.",
        "Copy or download it again from where it came, or choose another photo.",
    )


def _load(picture: Image.Image, head: PictureHead, enough_px: int | None) -> U8:
    if enough_px is not None and isinstance(picture, JpegImagePlugin.JpegImageFile):
        scale = enough_px / max(head.width_px, head.height_px)
        if scale < 1:
            picture.draft(None, (round(head.width_px * scale), round(head.height_px * scale)))
    picture.load()
    return _upright(to_srgb(picture), _turn(picture, head))


def _load_with_alpha(picture: Image.Image, head: PictureHead) -> U8:
    picture.load()
    colours, alpha = srgb_and_alpha(picture)
    whole = colours.convert("RGBA")
    if alpha is not None:
        whole.putalpha(alpha)
    return _upright(whole, _turn(picture, head))


def _turn(picture: Image.Image, head: PictureHead) -> Image.Transpose | None:
    return None if head.media_type == "image/heic" else _TURNS.get(_orientation(picture))


def _upright(picture: Image.Image, turn: Image.Transpose | None) -> U8:
    upright = picture if turn is None else picture.transpose(turn)
    return np.array(upright, dtype=np.uint8, order="C")


def _orientation(picture: Image.Image) -> int:
    """EXIF turn 1..8. HEIC is never asked: its decoder has turned the pixels already."""
    try:
        return int(picture.getexif().get(_EXIF_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - a damaged EXIF block must not cost the picture
        return 1
