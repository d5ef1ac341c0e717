"""Named areas of the face as masks of the head crop."""

from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Bools, Points
from limner.engine.landmarks import (
    BROW_LEFT_LOWER,
    BROW_LEFT_UPPER,
    BROW_RIGHT_LOWER,
    BROW_RIGHT_UPPER,
    EYE_LEFT,
    EYE_RIGHT,
    LIP_INNER_LOWER,
    LIP_INNER_UPPER,
    LIP_OUTER_LOWER,
    LIP_OUTER_UPPER,
    OVAL,
)
from limner.engine.measure.head_crop import HEIGHT_PX, WIDTH_PX

SHAPE: Final = (HEIGHT_PX, WIDTH_PX)
BROW_LEFT: Final = BROW_LEFT_UPPER + BROW_LEFT_LOWER[::-1]
BROW_RIGHT: Final = BROW_RIGHT_UPPER + BROW_RIGHT_LOWER[::-1]
LIPS_OUTER: Final = LIP_OUTER_UPPER + LIP_OUTER_LOWER[::-1]
LIPS_INNER: Final = LIP_INNER_UPPER + LIP_INNER_LOWER[::-1]
FOREHEAD: Final = (67, 109, 10, 338, 297, 299, 9, 69)
CHEEK_LEFT: Final = (116, 117, 118, 101, 36, 205, 187, 147, 123)
CHEEK_RIGHT: Final = (345, 346, 347, 330, 266, 425, 411, 376, 352)


def area(points: Points, ids: tuple[int, ...]) -> Bools:
    """Inside of the closed line through mesh points."""
    return opencv.inside_polygon(SHAPE, points[list(ids)])


def hull(points: Points, ids: tuple[int, ...]) -> Bools:
    """Inside of the convex hull of mesh points."""
    return opencv.inside_polygon(SHAPE, opencv.convex_hull(points[list(ids)]))


def oval(points: Points, wide: float = 1.0, high: float = 1.0, lower_px: float = 0.0) -> Bools:
    """The face outline, stretched about its middle and moved down."""
    line = points[list(OVAL)]
    middle = line.mean(axis=0)
    return opencv.inside_polygon(SHAPE, (line - middle) * [wide, high] + middle + [0.0, lower_px])


def grown(mask: Bools, side_px: int) -> Bools:
    """The mask, wider by half of side_px."""
    return opencv.dilate(mask.astype(np.uint8), side_px) > 0


def shrunk(mask: Bools, side_px: int) -> Bools:
    """The mask, narrower by half of side_px."""
    return opencv.erode(mask.astype(np.uint8), side_px) > 0


def bare_skin(points: Points) -> Bools:
    """The face without eyes, brows and lips."""
    others = np.zeros(SHAPE, np.bool_)
    for ids in (EYE_LEFT, EYE_RIGHT, BROW_LEFT, BROW_RIGHT, LIPS_OUTER):
        others |= area(points, ids)
    return shrunk(oval(points), 15) & ~grown(others, 13)


def middle_color(lab: F32, mask: Bools, low: float, high: float) -> F32:
    """Median Lab of the mask's pixels whose lightness lies between two percentiles."""
    pixels = lab[mask]
    dark, light = np.percentile(pixels[:, 0], [low, high])
    chosen = pixels[(pixels[:, 0] >= dark) & (pixels[:, 0] <= light)]
    return np.median(chosen, axis=0).astype(np.float32)
