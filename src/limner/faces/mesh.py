"""The face mesh: 478 points of one face in picture pixels.

Points 0..467 come from MediaPipe's face model, 468..477 (the irises) and the points around the eyes from its iris
model. x and y are picture pixels, z has the same unit and grows away from the viewer.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.images import Box, RgbImage
from limner.faces.crop import Square
from limner.faces.eyes import sharpen_eyes
from limner.faces.tflite import load_model

_SIZE_PX: Final = 192
_WINDOWS: Final = (1.9, 1.5, 2.3)
"""Sides of the first looks, in detector boxes."""
_FACE: Final = 0.5
_SURE: Final = 0.9
_BEYOND_DOUBT: Final = 0.995
_NEAR: Final = 0.25
"""A nose tip nearer to the box's centre than this, in boxes, needs no second opinion."""
_FAR: Final = 0.45
"""A nose tip further away belongs to a neighbour."""
_NOSE_TIP: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """`points_px` has shape (478, 3); `presence` 0..1 says how sure the model is that this is a face."""

    points_px: Points
    presence: float


def fit_mesh(image: RgbImage, box: Box) -> Mesh | None:
    """Fit the mesh to the face in a detector's box; None if the model sees no face there.

    Faces that lie on their side or stand on their head are found by looking again at 90, 180 and 270 degrees.
    """
    best: tuple[Points, float] | None = None
    for quarter_deg in (0.0, 90.0, 180.0, 270.0):
        first = _first_look(image, box, quarter_deg)
        if first is None:
            continue
        points, presence = _look(image, _window_of(first))
        # On a head that stands upside down the model fits an upright face and only doubts a little.
        better = best is None or (best[1] < _BEYOND_DOUBT and presence > _BEYOND_DOUBT)
        if presence >= _FACE and better:
            best = points, presence
        if presence > _BEYOND_DOUBT:
            break
    return Mesh(sharpen_eyes(image, best[0]), round(best[1], 4)) if best else None


def _first_look(image: RgbImage, box: Box, angle_deg: float) -> Points | None:
    """The best of up to three looks: surely a face, its nose nearest to the middle of the box."""
    best: tuple[float, Points] | None = None
    for points, presence, distance in _looks(image, box, angle_deg):
        if presence < _FACE or distance > _FAR:
            continue
        if best is None or distance < best[0] - 0.04:
            best = (distance, points)
        if presence > _SURE and distance < _NEAR:
            break
    return best[1] if best else None


def _looks(image: RgbImage, box: Box, angle_deg: float) -> Iterator[tuple[Points, float, float]]:
    center_x, center_y = box.center_px
    side = max(box.width_px, box.height_px)
    for window in _WINDOWS:
        points, presence = _look(image, Square(center_x, center_y, side * window, angle_deg))
        nose_x, nose_y = points[_NOSE_TIP, :2].tolist()
        yield points, presence, round(math.hypot(nose_x - center_x, nose_y - center_y) / side, 4)


def _window_of(points: Points) -> Square:
    """The window MediaPipe gives a tracked face: 1.5 times its bounds, turned by the line through the eyes."""
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    center_x, center_y = ((low + high) / 2).tolist()
    eye_x, eye_y = (points[263, :2] - points[33, :2]).tolist()
    return Square(center_x, center_y, float((high - low).max()) * 1.5, math.degrees(math.atan2(eye_y, eye_x)))


def _look(image: RgbImage, window: Square) -> tuple[Points, float]:
    """Mesh of shape (468, 3) and presence for one window."""
    found, flag = load_model("face_landmark.tflite").run(window.cut(image, _SIZE_PX))
    presence = 1 / (1 + math.exp(-float(np.clip(flag[0], -30, 30))))
    return window.to_picture(found.reshape(468, 3).astype(np.float64), _SIZE_PX), presence
