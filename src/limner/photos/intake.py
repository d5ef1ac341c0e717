"""From uploaded bytes to a photo Limner works with: checked, upright, sRGB, of a working size, without metadata."""

import hashlib
from dataclasses import dataclass
from typing import Final

from limner.engine import opencv
from limner.engine.codec import MediaType, decode, read_head
from limner.engine.images import RgbImage
from limner.errors import BrokenPicture, PhotoTooLarge
from limner.settings import Settings

WORKING_LONG_SIDE_PX: Final = 2048
"""Enough for a face that fills a tenth of the picture; larger photos only cost time."""
_ENOUGH_PX: Final = 1920
"""A JPEG of 4000 x 3000 pixels may come as 2000 x 1500: its decoder halves far quicker than a resize does."""


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """An accepted photo.

    `image` is upright and its long side at most `WORKING_LONG_SIDE_PX`. `original_width_px` and `original_height_px`
    are those of the upright original; `sha256` is the hex digest of the file, by which the same file is known again.
    """

    image: RgbImage
    original_width_px: int
    original_height_px: int
    media_type: MediaType
    sha256: str


def accept(data: bytes) -> Photo:
    """Check and decode a photo file. The limits are those of `Settings`.

    Raises:
        NotAPicture: the content is of no accepted type.
        BrokenPicture: empty, truncated or damaged.
        PhotoTooLarge: more bytes or pixels than the limits allow.
        PhotoTooSmall: too few pixels to find a face in.
    """
    settings = Settings()
    _check_bytes(data, settings.max_photo_bytes)
    head = read_head(data)
    image = decode(data, max_pixels=settings.max_photo_pixels, enough_px=_ENOUGH_PX)
    width, height = head.width_px, head.height_px
    # A decoder of JPEG may shrink and one of any type may turn: only the proportions tell which side is which.
    if (image.width_px > image.height_px) != (width > height) and width != height:
        width, height = height, width
    return Photo(_bounded(image), width, height, head.media_type, hashlib.sha256(data).hexdigest())


def _check_bytes(data: bytes, most: int) -> None:
    if not data:
        raise BrokenPicture("This file is empty.", "Copy or download it again from where it came.")
    if len(data) > most:
        raise PhotoTooLarge(
            f"This file has {len(data) / 1e6:.0f} MB, more than Limner takes.",
            f"Choose one of at most {most / 1e6:.0f} MB, or save this one smaller.",
        )


def _bounded(image: RgbImage) -> RgbImage:
    """At most `WORKING_LONG_SIDE_PX` on the long side."""
    scale = WORKING_LONG_SIDE_PX / max(image.width_px, image.height_px)
    if scale >= 1:
        return image
    width, height = (max(1, round(side * scale)) for side in (image.width_px, image.height_px))
    return RgbImage(opencv.resize(image.pixels, width, height, "area"))
