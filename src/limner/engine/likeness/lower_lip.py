"""The lower lip where the photo has it: under a broad smile the face mesh hangs it too low."""

from dataclasses import replace
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Ints, Points
from limner.engine.landmarks import LIP_INNER_LOWER, LIP_INNER_UPPER, LIP_OUTER_LOWER
from limner.engine.likeness.face_crop import HEIGHT_PX, WIDTH_PX, FaceCrop, px

_MIDDLE: Final = slice(3, 8)
"""Of the eleven points along a lip: near the corners lips are too thin to tell."""
_SAMPLES: Final = 48
_REACH: Final = 1.4
"""How far down is looked, in heights from the upper lip's lower edge to the mesh's lower edge of the mouth."""
_OPEN: Final = 0.25
"""Gap between the lips, in the same heights, from which on the mouth is open; a closed one the mesh has right."""
_THICKNESS: Final = (0.18, 0.62)
"""In the same heights; what is thicker is the tongue as well."""
_LOWEST: Final = 1.15
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
    if start < _OPEN:
        return crop
    found_start, found_end = _reddest_band(_profile(crop, top[_MIDDLE], outer[_MIDDLE]), start)
    points = crop.points.copy()
    points[list(LIP_INNER_LOWER[1:-1]), 1] = (top + (inner - top) * (found_start / start))[1:-1, 1]
    points[list(LIP_OUTER_LOWER[1:-1]), 1] = (top + (outer - top) * found_end)[1:-1, 1]
    return replace(crop, points=points)


def _profile(crop: FaceCrop, top: Points, bottom: Points) -> F32:
    """Mean redness (48,) down the middle of the mouth, from the upper lip to a little below the lower one."""
    at = np.linspace(0.0, _REACH, _SAMPLES)[:, None, None]
    spots = np.round(top + (bottom - top) * at).astype(np.int64)
    x, y = np.clip(spots[..., 0], 0, WIDTH_PX - 1), np.clip(spots[..., 1], 0, HEIGHT_PX - 1)
    low, high = int(y.min()), int(y.max()) + 1
    soft = opencv.blur(crop.lab[low:high], px(0.8))[y - low, x]
    return (soft[..., 1] - 0.12 * soft[..., 0]).mean(axis=1).round(3).astype(np.float32)


def _reddest_band(red: F32, mesh_start: float) -> tuple[float, float]:
    """Where the lip begins and ends, in heights of the mesh's mouth; the mesh's own unless one is clearly redder."""
    at = np.linspace(0.0, _REACH, _SAMPLES)
    total = np.concatenate([[0.0], np.cumsum(red, dtype=np.float64)])
    rim, last = round(_RIM * (_SAMPLES - 1) / _REACH), _SAMPLES

    def mean(low: Ints, high: Ints) -> Points:
        return np.asarray((total[high] - total[low]) / np.maximum(high - low, 1), np.float64)

    def contrast(start: Ints, end: Ints) -> Points:
        """Of the samples start..end (end left out) with those above and below."""
        band = mean(start, end)
        return 2 * band - mean(np.maximum(start - rim, 0), start) - mean(end, np.minimum(end + rim, last))

    own = np.searchsorted(at, [mesh_start, 1.0]).astype(np.int32)
    starts = np.flatnonzero((at >= 0.35 * mesh_start) & (at <= 1.1 * mesh_start))
    start, end = (grid.ravel().astype(np.int32) for grid in np.meshgrid(starts, np.flatnonzero(at <= _LOWEST)))
    thick = at[end] - at[start]
    allowed = (thick >= _THICKNESS[0]) & (thick <= _THICKNESS[1])
    value = np.where(allowed, contrast(start, end).round(3), -np.inf)
    best = int(value.argmax())
    if not value[best] > float(contrast(own[:1], own[1:])[0]) + _CLEARLY:
        return mesh_start, 1.0
    return float(at[start[best]]), float(at[end[best]])
