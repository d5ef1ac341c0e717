"""How much of a face's own drawing a photo allows: turned, covered or badly lit faces get less."""

from typing import Final

import numpy as np

from limner.engine.geometry import Pose
from limner.engine.measure.reading import Reading
from limner.engine.traits import AgeBand, FaceDrawing

FULL: Final[dict[AgeBand, float]] = {"adult": 0.88, "child": 0.95, "baby": 0.95}
"""Where charm and recognition meet; more ages an adult, less makes a stranger. A child's skin is smooth at any."""
_FULL_YAW_DEG: Final = 25.0
_NO_YAW_DEG: Final = 50.0
_FULL_FACE_PX: Final = 70.0
_NO_FACE_PX: Final = 24.0
_ODD: Final[dict[AgeBand, tuple[float, float]]] = {
    "adult": (0.28, 0.58),
    "child": (0.4, 0.7),
    "baby": (0.4, 0.7),
}
"""Odd skin that still is nothing, and that leaves a third: a child's skin is drawn smooth anyway."""


def strength_for(
    drawing: FaceDrawing, pose: Pose, face_width_px: float, odd_share: float, age: AgeBand
) -> Reading[float]:
    """Default strength 0..0.95 and how sure it is.

    Args:
        drawing: What was read.
        pose: The head's turn.
        face_width_px: Of the face in the photo.
        odd_share: Share 0..1 of the face that is far from skin, hair and features: a hand, a shadow's edge.
        age: A child's skin is drawn smooth, which hides much.
    """
    turn = float(np.interp(abs(pose.yaw_deg), [_FULL_YAW_DEG, _NO_YAW_DEG], [1.0, 0.3]))
    nod = float(np.interp(abs(pose.pitch_deg), [20.0, 40.0], [1.0, 0.5]))
    size = float(np.interp(face_width_px, [_NO_FACE_PX, _FULL_FACE_PX], [0.4, 1.0]))
    clear = float(np.interp(odd_share, [_ODD[age][0], _ODD[age][1]], [1.0, 0.35]))
    whole = min(turn, nod, size, clear) if drawing.dark else 0.3
    return Reading(round(FULL[age] * whole, 2), round(0.95 * whole, 2))
