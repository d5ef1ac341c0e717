"""A hint at the age band from proportions; the person decides."""

from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.geometry import pose_of
from limner.engine.measure.reading import Reading
from limner.engine.traits import AgeBand

_CHILD_EYES: Final = 0.555
"""Distance of the outer eye corners over the mesh's height; hardly any adult is above."""
_CHILD_IRIS: Final = 0.092
"""Diameter of the iris over the face's width: an iris is grown at birth (about 11.7 mm), a face is not."""
_BABY_IRIS: Final = 0.085
_FRONTAL_DEG: Final = 18.0


def measure_age(mesh_px: Points, *, faint_brows: bool) -> Reading[AgeBand]:
    """Baby, child or adult. Proportions overlap, so the confidence stays low and turned faces count as adult's.

    `faint_brows` says that brows are hardly darker than the skin.
    """
    if abs(pose_of(mesh_px).yaw_deg) > _FRONTAL_DEG:
        return Reading("adult", 0.3)
    eyes = _distance(mesh_px, 263, 33) / max(_distance(mesh_px, 152, 10), 1e-3)
    irises = (_distance(mesh_px, 469, 471) + _distance(mesh_px, 474, 476)) / 2
    iris = irises / max(_distance(mesh_px, 454, 234), 1e-3)
    if round(iris, 4) > _BABY_IRIS and faint_brows:
        return Reading("baby", 0.35)
    if round(eyes, 4) > _CHILD_EYES or round(iris, 4) > _CHILD_IRIS:
        return Reading("child", 0.45)
    # A laugh lengthens the face and hides a child's proportions; some adults share them, so nobody can tell.
    at_rest = _distance(mesh_px, 152, 10) - _distance(mesh_px, 13, 14)
    if round(_distance(mesh_px, 263, 33) / max(at_rest, 1e-3), 4) > _CHILD_EYES:
        return Reading("adult", 0.45)
    return Reading("adult", 0.6)


def _distance(mesh_px: Points, first: int, second: int) -> float:
    return float(np.linalg.norm(mesh_px[first] - mesh_px[second]))
