"""Which points of the 478-point face mesh mean what.

Points 0..467 are MediaPipe's face mesh, 468..472 and 473..477 the two irises (centre first). LEFT and RIGHT
are sides of the picture, not of the person: the mesh numbers are those of an unmirrored photo.
"""

from typing import Final

import numpy as np

from limner.engine.arrays import Ints

OVAL: Final = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
"""Face outline, clockwise from the top of the forehead (10) over the right side and the chin (152)."""

EYE_LEFT: Final = (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7)
"""From the outer corner over the upper lid to the inner corner (ninth), back along the lower lid."""
EYE_RIGHT: Final = (263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249)
BROW_LEFT_UPPER: Final = (70, 63, 105, 66, 107)
"""From the outer end to the inner end."""
BROW_LEFT_LOWER: Final = (46, 53, 52, 65, 55)
BROW_RIGHT_UPPER: Final = (300, 293, 334, 296, 336)
BROW_RIGHT_LOWER: Final = (276, 283, 282, 295, 285)
LIP_OUTER_UPPER: Final = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291)
"""From the left mouth corner to the right one."""
LIP_OUTER_LOWER: Final = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291)
LIP_INNER_UPPER: Final = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
LIP_INNER_LOWER: Final = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)
NOSE_RIDGE: Final = (168, 6, 197, 195, 5, 4, 1, 19, 94, 2)
"""From between the eyes over the tip (4) to the base (2)."""
NOSE_BASE: Final = (129, 64, 98, 97, 2, 326, 327, 294, 358)
"""Left wing, nostrils, right wing."""
IRIS_LEFT: Final = (468, 469, 470, 471, 472)
IRIS_RIGHT: Final = (473, 474, 475, 476, 477)
RIGID: Final = (
    33, 133, 263, 362, 168, 6, 197, 195, 5, 4, 1, 2, 129, 358, 98, 327, 234, 454, 127, 356,
    10, 152, 162, 389, 93, 323, 70, 300, 63, 293, 107, 336,
)  # fmt: skip
"""Points that move little with expression: the head's pose is fitted to them."""


def _mirror_pairs() -> dict[int, int]:
    pairs: dict[int, int] = {}

    def pair(left: tuple[int, ...], right: tuple[int, ...]) -> None:
        for a, b in zip(left, right, strict=True):
            pairs[a], pairs[b] = b, a

    for i, point in enumerate(OVAL):
        pairs[point] = OVAL[-i % len(OVAL)]
    pair(EYE_LEFT, EYE_RIGHT)
    pair(BROW_LEFT_UPPER, BROW_RIGHT_UPPER)
    pair(BROW_LEFT_LOWER, BROW_RIGHT_LOWER)
    for curve in (LIP_OUTER_UPPER, LIP_OUTER_LOWER, LIP_INNER_UPPER, LIP_INNER_LOWER, NOSE_BASE):
        pair(curve, curve[::-1])
    pair(NOSE_RIDGE, NOSE_RIDGE)
    pair(IRIS_LEFT, (473, 476, 475, 474, 477))
    return pairs


_PAIRS: Final = _mirror_pairs()
SHAPE_POINTS: Final = tuple(sorted(_PAIRS))
"""The 156 mesh points that a face shape keeps, in ascending order."""
SHAPE_INDEX: Final = {point: i for i, point in enumerate(SHAPE_POINTS)}
"""Mesh point -> row of a face shape."""
SHAPE_MIRROR: Final[Ints] = np.array([SHAPE_INDEX[_PAIRS[point]] for point in SHAPE_POINTS], np.int32)
"""Row of the mirrored partner of each row of a face shape."""
