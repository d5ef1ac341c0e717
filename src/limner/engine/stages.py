"""What somebody who waits may watch: a drawing's own stages, small. Watching changes no pixel of the drawing."""

from collections.abc import Callable
from typing import Final, Literal, TypeAlias

import numpy as np

from limner.engine.arrays import F32, U8
from limner.engine.images import RgbImage
from limner.engine.opencv import blur, luminance, resize

StageName = Literal["lines", "colour", "light"]
"""In this order: the person in pencil, colours laid in, light on everything."""

Watch: TypeAlias = Callable[[StageName, RgbImage], None]
"""Called while a page is drawn, with a picture at most `STAGE_PX` wide."""

STAGE_PX: Final = 360
_PAPER: Final = (250.0, 247.0, 240.0)
_LEAD: Final = (74.0, 70.0, 80.0)


def small(pixels: U8) -> U8:
    """(height, width, 3) brought to at most `STAGE_PX` columns."""
    height, width = pixels.shape[:2]
    if width <= STAGE_PX:
        return pixels.copy()
    return resize(pixels, STAGE_PX, max(1, round(height * STAGE_PX / width)), "area")


def pencil(pixels: U8) -> U8:
    """A picture's edges in pencil on paper: a line is what is darker than its surroundings."""
    light = luminance(pixels.astype(np.float32) / np.float32(255))
    return on_drawing_paper(np.sqrt(np.clip((blur(light, 2.0) - light) * np.float32(4.0), 0, 1)))


def on_drawing_paper(lines: F32) -> U8:
    """Pencil of strength 0..1, (height, width), on warm paper."""
    share = np.linspace(0, 1, 256)[:, None]
    shades = np.round(np.array(_PAPER) * (1 - share) + np.array(_LEAD) * share).astype(np.uint8)
    return shades[(lines * np.float32(255)).astype(np.uint8)]
