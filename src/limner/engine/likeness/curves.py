"""From fields to smooth closed curves in face units."""

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Bools, Points
from limner.engine.likeness.face_crop import px, to_face_units
from limner.engine.vectors import resample_closed

Curves = tuple[Points, ...]


def outlines(field: F32, *, least_area: float, step: float = 4.0, smoothing: float = 0.9, depth: float = 0.0) -> Curves:
    """Borders of where `field` > 0, as closed curves (n, 2) in face units; holes are curves of their own (even-odd).

    Args:
        field: Any field over the face crop.
        least_area: Smaller shapes are dropped, in square rig units.
        step: Distance of the curve's points in rig units.
        smoothing: In points.
        depth: A shape stays only where the field reaches this value somewhere.
    """
    rounded = np.round(field, 4)
    inside = _deep(rounded, depth) if depth > 0 else rounded > 0
    # Twice as fine and softened, so that the border runs between the pixels and not along them.
    fine = opencv.resize(opencv.blur(inside.astype(np.float32), 0.8), inside.shape[1] * 2, inside.shape[0] * 2) > 0.5
    curves: list[Points] = []
    for border in opencv.contours(fine):
        loop = border / 2 - 0.25
        if len(loop) < 8 or _area(loop) < least_area * px(1) ** 2:
            continue
        curves.append(to_face_units(resample_closed(loop, px(step), smoothing)))
    return tuple(curves)


def _deep(field: F32, depth: float) -> Bools:
    count, labels, _ = opencv.connected_components(field > 0)
    keep = np.zeros(count, np.bool_)
    keep[labels[field >= depth]] = True
    keep[0] = False
    return keep[labels]


def _area(loop: Points) -> float:
    x, y = loop[:, 0], loop[:, 1]
    return float(abs(np.sum(x * np.roll(y, 1) - y * np.roll(x, 1))) / 2)
