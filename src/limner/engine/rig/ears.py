"""Ears: one shape, its fold in a darker tone."""

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.look import Look
from limner.engine.rig.marks import path
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.rig.skull import HeadFrame
from limner.engine.vectors import closed_curve, tapered_stroke

_OUTLINE = np.array(
    [[-10, -20], [0, -31], [10, -34], [19, -28], [21, -14], [17, 2], [11, 14], [4, 22], [-5, 22], [-12, 8]], np.float64
)
_FOLD = np.array([[1, -19], [6, -25], [12, -25], [15, -18], [13, -8], [8, 2], [5, 9]], np.float64)
_INNER = np.array([[2, -12], [7, -15], [9, -10], [6, -4], [3, 2], [5, 7], [3, 12], [-3, 8], [-4, -4]], np.float64)


def draw_ears(frame: HeadFrame, skin: SkinRamp, look: Look) -> str:
    """Both ears, half behind the head, level with eyes and nose."""
    size = ear_size(frame)
    return "".join(_ear(ear_anchor(frame, outward), outward, size, skin, look) for outward in (-1.0, 1.0))


def ear_size(frame: HeadFrame) -> float:
    """Scale of the ears on this head, about 1."""
    return float(np.clip((frame.chin_y - frame.top_y) / 285.0, 0.8, 1.1))


def ear_anchor(frame: HeadFrame, outward: float) -> Points:
    """Where the ear grows: on the outline, a little below the eyes."""
    y = frame.chin_y * 0.14
    side = frame.outline[frame.outline[:, 0] * outward > 0]
    nearest = side[int(np.argmin(np.abs(side[:, 1] - y).round(4)))]
    return np.array([float(nearest[0]) - outward * 2.0, y])


def _ear(anchor: Points, outward: float, size: float, skin: SkinRamp, look: Look) -> str:
    flip = np.array([outward, 1.0]) * size
    marks = path(closed_curve(_OUTLINE * flip + anchor), skin.base, look.stroke())
    marks += path(closed_curve(_INNER * flip + anchor), skin.shadow, opacity=0.9)
    return marks + path(tapered_stroke(_FOLD * flip + anchor, 3.4), skin.deep)
