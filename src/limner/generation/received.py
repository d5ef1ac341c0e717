"""What a provider sent back becomes a picture, or a plain error."""

from typing import Final

from limner.engine.codec import decode
from limner.engine.images import RgbImage
from limner.errors import BadResult, LimnerError
from limner.generation.provider import DrawRequest

_MOST_PX: Final = 40_000_000
"""More than any provider draws; a small file may claim more."""
_LEAST_PX: Final = 64
_CUT_AT_MOST: Final = 0.35
"""Share of a picture that may be cut away to reach the proportions asked for."""


def received(data: bytes, request: DrawRequest) -> RgbImage:
    """Decode what came back, and cut it to the proportions of the request about its middle; never enlarged.

    Raises:
        BadResult: it is no picture, a huge one, a tiny one, or of quite other proportions.
    """
    try:
        image = decode(data, max_pixels=_MOST_PX)
    except LimnerError as error:
        raise BadResult("What came back is no picture.", "Try again, or let another provider draw.") from error
    if min(image.width_px, image.height_px) < _LEAST_PX:
        raise BadResult("The picture that came back is tiny.", "Try again, or let another provider draw.")
    cut = cut_to(image, request)
    if cut is None:
        raise BadResult("The picture that came back has the wrong shape.", "Try again, or let another provider draw.")
    return cut


def cut_to(image: RgbImage, request: DrawRequest) -> RgbImage | None:
    """The middle of a picture in the proportions of the request; None when too much would be lost."""
    wanted = request.height_px / request.size_px
    width_px = min(image.width_px, round(image.height_px / wanted))
    height_px = min(image.height_px, round(image.width_px * wanted))
    if width_px * height_px < (1 - _CUT_AT_MOST) * image.width_px * image.height_px:
        return None
    left, top = (image.width_px - width_px) // 2, (image.height_px - height_px) // 2
    return RgbImage(image.pixels[top : top + height_px, left : left + width_px].copy())
