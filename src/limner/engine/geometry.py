"""Similarity fits and the head's pose.

Angles are in degrees and seen by whoever looks at the picture: yaw > 0 when the nose points to the picture's
right, pitch > 0 when the face looks up, roll > 0 when the head leans clockwise.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.landmarks import RIGID, SHAPE_INDEX, SHAPE_POINTS
from limner.engine.measure.mean_face import MEAN

_RIGID_ROWS: Final = np.array([SHAPE_INDEX[point] for point in RIGID])
_RIGID_POINTS: Final = np.array(SHAPE_POINTS)[_RIGID_ROWS]


@dataclass(frozen=True, slots=True)
class Pose:
    """How the head is turned; see the module for the signs."""

    yaw_deg: float
    pitch_deg: float
    roll_deg: float


@dataclass(frozen=True, slots=True, eq=False)
class Similarity:
    """`target ≈ scale * source @ rotation.T + shift`; rotation (d, d) without mirroring, shift (d,)."""

    scale: float
    rotation: Points
    shift: Points

    def apply(self, points: Points) -> Points:
        """Map (n, d) points."""
        return self.scale * points @ self.rotation.T + self.shift


def fit_similarity(source: Points, target: Points) -> Similarity:
    """The turn, size and shift that carry `source` (n, d) onto `target` (n, d) with the least squared error."""
    source_mean, target_mean = source.mean(axis=0), target.mean(axis=0)
    from_middle, to_middle = source - source_mean, target - target_mean
    u, strengths, vt = np.linalg.svd(to_middle.T @ from_middle)
    signs = np.ones(source.shape[1])
    signs[-1] = np.sign(np.linalg.det(u @ vt))
    rotation = (u * signs) @ vt
    scale = float((strengths * signs).sum() / (from_middle**2).sum())
    return Similarity(scale, rotation, target_mean - scale * rotation @ source_mean)


def fit_head(mesh_px: Points) -> Similarity:
    """Carry the mean face (face units, turned to the front) onto a (468 or 478, 3) mesh by the rigid points."""
    return fit_similarity(MEAN[_RIGID_ROWS], mesh_px[_RIGID_POINTS])


def pose_of(mesh_px: Points) -> Pose:
    """The head's pose from a mesh of shape (468 or 478, 3) in pixels, z growing away from the viewer."""
    turn = fit_head(mesh_px).rotation
    yaw = math.asin(float(np.clip(turn[2, 0], -1.0, 1.0)))
    pitch = -math.atan2(turn[2, 1], turn[2, 2])
    roll = math.atan2(turn[1, 0], turn[0, 0])
    return Pose(*(round(math.degrees(angle), 3) for angle in (yaw, pitch, roll)))
