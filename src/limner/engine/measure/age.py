"""A hint at the age band from proportions; the person decides."""

from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.geometry import pose_of
from limner.engine.landmarks import SHAPE_INDEX
from limner.engine.measure.reading import Reading
from limner.engine.traits import AgeBand

_ADULT: Final = (0.53, 0.084, 0.21)
_SPREAD: Final = (0.03, 0.006, -0.02)
"""Of adults: distance of the outer eye corners and length of the chin over the height of a resting face, and the
iris's diameter over the face's width in between. An iris is grown at birth (about 11.7 mm), a face and a chin are not.
"""
_CHILD_SCORE: Final = 1.7
_SURELY_ADULT: Final = (-3.0, 0.4)
_ADULT_IRIS: Final = 0.077
"""A score or an iris below any adult's: the mesh missed a blurred or turned face."""
_BABY_IRIS: Final = 0.085
_FRONTAL_DEG: Final = 18.0


def measure_age(mesh_px: Points, shape: Points, *, faint_brows: bool) -> Reading[AgeBand]:
    """Baby, child or adult. Proportions overlap, so the confidence stays low and turned faces count as adult's.

    `mesh_px` is (478, 3), `shape` the same face turned to the front (156, 2); `faint_brows` says that brows are hardly
    darker than the skin.
    """
    if abs(pose_of(mesh_px).yaw_deg) > _FRONTAL_DEG:
        return Reading("adult", 0.3)
    # A laugh lengthens the face and would hide a child's proportions.
    at_rest = max(_height(shape, 152, 10) - max(_height(shape, 14, 13), 0.0), 1e-3)
    irises = (_distance(mesh_px, 469, 471) + _distance(mesh_px, 474, 476)) / 2
    iris = irises / max(_distance(mesh_px, 454, 234), 1e-3)
    if round(iris, 4) > _BABY_IRIS and faint_brows:
        return Reading("baby", 0.35)
    eyes = float(shape[SHAPE_INDEX[263], 0] - shape[SHAPE_INDEX[33], 0])
    seen = (eyes / at_rest, iris, _height(shape, 152, 17) / at_rest)
    score = sum((value - usual) / spread for value, usual, spread in zip(seen, _ADULT, _SPREAD, strict=True))
    if round(score, 3) > _CHILD_SCORE:
        return Reading("child", 0.45)
    usual_adult = _SURELY_ADULT[0] < round(score, 3) < _SURELY_ADULT[1] and round(iris, 4) > _ADULT_IRIS
    return Reading("adult", 0.6 if usual_adult and not faint_brows else 0.45)


def _height(shape: Points, lower: int, upper: int) -> float:
    return float(shape[SHAPE_INDEX[lower], 1] - shape[SHAPE_INDEX[upper], 1])


def _distance(mesh_px: Points, first: int, second: int) -> float:
    return float(np.linalg.norm(mesh_px[first] - mesh_px[second]))
