"""The face shape turned to the front."""

import numpy as np

from limner.engine.arrays import Points
from limner.engine.geometry import fit_head
from limner.engine.landmarks import SHAPE_INDEX, SHAPE_MIRROR, SHAPE_POINTS

_OWN_SIDE = 0.25
"""How much of the difference between left and right is kept: the rest is pose and model noise."""


def frontal_shape(mesh_px: Points) -> Points:
    """(156, 2) points in face units from a (478, 3) mesh in pixels: pose taken out, nearly symmetric."""
    turned: Points = (mesh_px @ fit_head(mesh_px).rotation)[list(SHAPE_POINTS)]
    eyes = turned[[SHAPE_INDEX[point] for point in (33, 263, 133, 362)]].mean(axis=0)
    width = turned[SHAPE_INDEX[454], 0] - turned[SHAPE_INDEX[234], 0]
    height = turned[SHAPE_INDEX[152], 1] - turned[SHAPE_INDEX[10], 1]
    shape: Points = ((turned - eyes) / ((width + height) / 2))[:, :2]
    mirrored: Points = shape[SHAPE_MIRROR] * [-1.0, 1.0]
    even: Points = (shape + mirrored) / 2
    return np.round(even + _OWN_SIDE * (shape - even), 4)
