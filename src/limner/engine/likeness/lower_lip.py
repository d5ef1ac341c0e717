"""The lower lip where the photo has it: under a broad smile the face mesh hangs it too low."""

from dataclasses import replace
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Points
from limner.engine.landmarks import LIP_INNER_LOWER, LIP_INNER_UPPER, LIP_OUTER_LOWER
from limner.engine.likeness.face_crop import HEIGHT_PX, WIDTH_PX, FaceCrop, px

_MIDDLE: Final = slice(3, 8)
"""Of the eleven points along a lip: near the corners lips are too thin to tell."""
_SAMPLES: Final = 48
_REACH: Final = 1.4
"""How far down is looked, in heights from the upper lip's lower edge to the mesh's lower edge of the mouth."""
_OPEN: Final = 0.12
"""Gap between the lips, in the same heights, from which on the mouth is open."""
_THICKNESS: Final = (0.18, 0.62)
"""In the same heights; what is thicker is the tongue as well."""
_RIM: Final = 0.16
_CLEARLY: Final = 1.5
"""How much redder (a* and darkness) the found lip must stand out than the mesh's own."""


def with_own_lower_lip(crop: FaceCrop) -> FaceCrop:
    """Move both edges of the lower lip to the band that is redder than what lies above and below it."""
    top, inner, outer = crop.at(*LIP_INNER_UPPER), crop.at(*LIP_INNER_LOWER), crop.at(*LIP_OUTER_LOWER)
    height = float((outer - top)[_MIDDLE, 1].mean())
    if height < px(4):
        return crop
    start = float((inner - top)[_MIDDLE, 1].mean()) / height
    found_start, found_end = _reddest_band(_profile(crop, top[_MIDDLE], outer[_MIDDLE]), start)
    points = crop.points.copy()
    share = found_start / start if start > _OPEN else 1.0
    points[list(LIP_INNER_LOWER[1:-1]), 1] = (top + (inner - top) * share)[1:-1, 1]
    points[list(LIP_OUTER_LOWER[1:-1]), 1] = (top + (outer - top) * found_end)[1:-1, 1]
    return replace(crop, points=points)


def _profile(crop: FaceCrop, top: Points, bottom: Points) -> F32:
    """Mean redness (48,) down the middle of the mouth, from the upper lip to a little below the lower one."""
    at = np.linspace(0.0, _REACH, _SAMPLES)[:, None, None]
    spots = np.round(top + (bottom - top) * at).astype(np.int64)
    x, y = np.clip(spots[..., 0], 0, WIDTH_PX - 1), np.clip(spots[..., 1], 0, HEIGHT_PX - 1)
    soft = opencv.blur(crop.lab, px(0.8))[y, x]
    return (soft[..., 1] - 0.12 * soft[..., 0]).mean(axis=1).round(3).astype(np.float32)


def _reddest_band(red: F32, mesh_start: float) -> tuple[float, float]:
    """Where the lip begins and ends, in heights of the mesh's mouth; the mesh's own unless one is clearly redder."""
    at = np.linspace(0.0, _REACH, len(red))

    def contrast(start: float, end: float) -> float:
        band = red[(at >= start) & (at <= end)]
        above, below = red[(at >= start - _RIM) & (at < start)], red[(at > end) & (at <= end + _RIM)]
        over = float(band.mean() - above.mean()) if mesh_start > _OPEN and len(above) else 0.0
        return over + float(band.mean() - below.mean())

    best, most = (mesh_start, 1.0), contrast(mesh_start, 1.0) + _CLEARLY
    starts = at[(at >= 0.35 * mesh_start) & (at <= 1.1 * mesh_start)] if mesh_start > _OPEN else [mesh_start]
    for start in starts:
        for end in at[(at >= start + _THICKNESS[0]) & (at <= min(start + _THICKNESS[1], 1.15))]:
            value = contrast(float(start), float(end))
            if value > most:
                best, most = (float(start), float(end)), value
    return best
