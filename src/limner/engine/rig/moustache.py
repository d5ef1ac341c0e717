"""Moustaches between nose and upper lip."""

import numpy as np

from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.look import Look
from limner.engine.rig.marks import moved, path
from limner.engine.rig.mouth import Mouth
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.strands import through
from limner.engine.traits import Lab
from limner.engine.vectors import closed_curve, tapered_stroke


def draw_moustache(shape: FaceShape, mouth: Mouth, color: Lab, weight: float) -> str:
    """Two wings from under the nose past the corners; the lower edge follows the upper lip."""
    nose = shape.one(2)
    top = mouth.outer_upper
    half = float(np.ptp(mouth.inner_upper[:, 0])) / 2
    x, lip_y, corner_y = float(top[5, 0]), float(top[5, 1]), float(mouth.inner_upper[0, 1])
    height = min((lip_y - float(nose[1])) * 0.72, 15.0) * weight
    right = np.array(
        [
            [0.0, lip_y - height * 0.75],
            [half * 0.36, lip_y - height * 1.05],
            [half * 0.86, (lip_y + corner_y) / 2 - height * 0.72],
            [half + 9 * weight, corner_y + 7 * weight],
            [half * 0.98, corner_y + 1],
            [half * 0.5, float(top[7, 1]) + 1.5],
            [0.0, lip_y + 2.0],
        ]
    )
    left = (right * [-1.0, 1.0])[::-1]
    outline = moved(np.vstack([right, left[1:-1]]), x, 0.0)
    return path(closed_curve(outline, 0.85), lab_to_hex(color))


def draw_handlebar(shape: FaceShape, mouth: Mouth, color: Lab, look: Look) -> str:
    """Full under the nose, its ends twisted up beside the mouth."""
    nose, top = shape.one(2), mouth.outer_upper
    half = float(np.ptp(mouth.inner_upper[:, 0])) / 2
    x, lip_y, corner_y = float(top[5, 0]), float(top[5, 1]), float(mouth.inner_upper[0, 1])
    height = min((lip_y - float(nose[1])) * 0.75, 14.0)
    right = np.array(
        [
            [0.0, lip_y - height * 0.8],
            [half * 0.40, lip_y - height * 1.1],
            [half * 0.95, corner_y - height * 0.75],
            [half + 10, corner_y - height * 0.15],
            [half + 19, corner_y - 9],
            [half + 16, corner_y - 17],
            [half + 24, corner_y - 8],
            [half + 15, corner_y + 6],
            [half * 0.9, corner_y + 3],
            [half * 0.45, float(top[7, 1]) + 2.0],
            [0.0, lip_y + 2.0],
        ]
    )
    left = (right * [-1.0, 1.0])[::-1]
    marks = path(closed_curve(moved(np.vstack([right, left[1:-1]]), x, 0.0), 0.8), lab_to_hex(color), look.stroke(0.5))
    light = lab_to_hex(shifted(color, 11.0))
    for side in (-1.0, 1.0):
        for rise in (0.35, 0.7):
            hair = np.array(
                [[4, lip_y - height * rise], [half * 0.6, lip_y - height * (rise + 0.1)], [half + 8, corner_y]]
            )
            strand = through(hair * [side, 1.0] + [x, 0.0])
            marks += path(tapered_stroke(strand, 1.8), light, opacity=0.5)
    return marks
