"""The head's outline: jaw and cheeks from the face, the dome of the skull above, and a frame to hang hair on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.spatial import ConvexHull

from limner.engine import landmarks
from limner.engine.arrays import Points
from limner.engine.rig.shape import UNITS_PER_FACE, FaceShape
from limner.engine.traits import Traits
from limner.engine.vectors import closed_curve, resample_closed

_SOFTNESS: Final = {"adult": 1.5, "child": 2.2, "baby": 2.8}
"""How many outline points (9 units apart) the corners of the jaw are rounded over."""


@dataclass(frozen=True, slots=True)
class HeadFrame:
    """The head's outline (n, 2) in rig units and the measures that hair, ears and glasses are placed by."""

    outline: Points
    half_width: float
    top_y: float
    chin_y: float
    ear_y: float

    @property
    def path(self) -> str:
        """The outline as path data."""
        return closed_curve(self.outline)

    def place(self, points: Sequence[tuple[float, float]] | Points) -> Points:
        """Head coordinates to rig units: u = ±1 at the temples; v = -1 at the skull's top, 0 at the eyes, 1 chin."""
        uv = np.asarray(points, np.float64)
        y = np.where(uv[:, 1] < 0, -uv[:, 1] * self.top_y, uv[:, 1] * self.chin_y)
        return np.stack([uv[:, 0] * self.half_width, y], axis=1)


def head_frame(shape: FaceShape, traits: Traits) -> HeadFrame:
    """Join the lower face to a smooth dome of the person's skull height."""
    lower = _lower_face(shape)
    top_y = -UNITS_PER_FACE * float(np.clip(traits.skull_height, 0.6, 0.85)) * shape.layout.forehead
    start, end = lower[0], lower[-1]
    dome = _dome(end, start, top_y)
    outline = resample_closed(_filled(np.vstack([lower, dome])), 9.0, _SOFTNESS[shape.age_band])
    near_eyes = outline[(outline[:, 1] > top_y * 0.5) & (outline[:, 1] < 5)]
    half_width = float(np.ptp(near_eyes[:, 0]) / 2)
    ears = shape.at(127, 356)
    return HeadFrame(
        outline, half_width, float(outline[:, 1].min()), float(outline[:, 1].max()), float(ears[:, 1].mean())
    )


def _filled(outline: Points) -> Points:
    """The outline without hollows: a dent beside the chin reads as a mistake, not as a face."""
    return outline[np.sort(ConvexHull(outline.round(3)).vertices)]


def _lower_face(shape: FaceShape) -> Points:
    """From the right temple over the chin to the left temple, (n, 2) rig units."""
    oval = shape.at(*landmarks.OVAL)
    temple_y = float(shape.at(127, 356)[:, 1].mean()) - 4
    below = [row for row in oval if row[1] > temple_y]
    return np.asarray(below, np.float64)


def _dome(left: Points, right: Points, top_y: float) -> Points:
    """The skull from the left temple over the top to the right one: a flattened half ellipse."""
    angle = np.linspace(np.pi, 2 * np.pi, 25)[1:-1]
    middle_x, half = (left[0] + right[0]) / 2, (right[0] - left[0]) / 2
    base = (left[1] + right[1]) / 2
    height = base - top_y
    across = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** 0.84
    up = np.abs(np.sin(angle)) ** 0.86
    return np.stack([middle_x + half * 1.015 * across, base - height * up], axis=1)
