"""A finished picture on its way into a clip: in the proportions an animator knows, with nobody cut off."""

import math
from collections.abc import Iterable
from typing import Final

from limner.engine import opencv
from limner.engine.images import RgbImage

_CUT_AT_MOST: Final = 0.1
"""Share of a side that may be cut away; beyond, the picture is extended."""
_SOFT_PX: Final = 24
"""Width of the picture that an extension is drawn from: so soft that nothing can be made out."""


def nearest_aspect(picture: RgbImage, aspects: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Those of (width, height) that are most like the picture's."""
    wanted = math.log(picture.width_px / picture.height_px)
    return min(aspects, key=lambda one: abs(math.log(one[0] / one[1]) - wanted))


def still(picture: RgbImage, width_px: int, height_px: int) -> RgbImage:
    """The picture so large: cut a little about its middle, or whole before its own colours, very soft."""
    scales = width_px / picture.width_px, height_px / picture.height_px
    covering, whole = max(scales), min(scales)
    ground = _middle(_resized(picture, covering), width_px, height_px)
    if whole / covering >= 1 - _CUT_AT_MOST:
        return ground
    softly = opencv.resize(ground.pixels, _SOFT_PX, max(1, round(_SOFT_PX * height_px / width_px)), "area")
    pixels = opencv.resize(softly, width_px, height_px, "cubic")
    inside = _resized(picture, whole)
    left, top = (width_px - inside.width_px) // 2, (height_px - inside.height_px) // 2
    pixels[top : top + inside.height_px, left : left + inside.width_px] = inside.pixels
    return RgbImage(pixels)


def _resized(picture: RgbImage, scale: float) -> RgbImage:
    wide, high = max(1, round(picture.width_px * scale)), max(1, round(picture.height_px * scale))
    return RgbImage(opencv.resize(picture.pixels, wide, high, "area" if scale < 1 else "cubic"))


def _middle(picture: RgbImage, width_px: int, height_px: int) -> RgbImage:
    left, top = max(0, (picture.width_px - width_px) // 2), max(0, (picture.height_px - height_px) // 2)
    cut = picture.pixels[top : top + height_px, left : left + width_px]
    # Rounding may have left it a pixel short.
    return RgbImage(opencv.resize(cut, width_px, height_px, "linear"))
