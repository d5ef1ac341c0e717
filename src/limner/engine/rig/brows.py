"""Eyebrows as shapes: fuller at the inner third, pointed outside."""

from typing import Final

import numpy as np

from limner.engine import landmarks
from limner.engine.arrays import Points
from limner.engine.color import lab_to_hex
from limner.engine.rig.eyes import eyes_of
from limner.engine.rig.likeness import Likeness
from limner.engine.rig.marks import path
from limner.engine.rig.shape import FaceShape
from limner.engine.traits import AgeBand, Lab, Traits
from limner.engine.vectors import closed_curve

_LINES: Final = (
    (landmarks.BROW_LEFT_UPPER, landmarks.BROW_LEFT_LOWER),
    (landmarks.BROW_RIGHT_UPPER, landmarks.BROW_RIGHT_LOWER),
)
_PROFILE: Final = np.array([0.14, 0.66, 0.98, 1.0, 0.55])
"""Half thickness from the outer to the inner end."""
_FRIENDLY: Final = np.array([5.5, -0.5, -3.6, -2.4, 0.6])
"""Heights of an open, friendly brow around its mean, outer to inner end."""
_FRIENDLINESS: Final[dict[AgeBand, float]] = {"adult": 0.4, "child": 0.7, "baby": 0.85}
_LEAST_GAP: Final = 12.0
"""Between the brow's middle line and the open upper lid, in rig units: less reads as a scowl."""
_OWN_BROWS_FROM: Final = 0.5
_FINENESS: Final[dict[AgeBand, float]] = {"adult": 1.0, "child": 0.74, "baby": 0.5}


def draw_brows(shape: FaceShape, traits: Traits, smile: float, likeness: Likeness | None) -> str:
    """Both brows, lifted a little by a smile; the photo's own shapes from half likeness on."""
    color = lab_to_hex(_color(traits))
    if likeness is not None and likeness.strength >= _OWN_BROWS_FROM and likeness.brows and not likeness.child:
        opacity = float(np.clip(0.5 + likeness.drawing.brow_contrast * 0.9, 0.55, 0.97))
        lift = f' transform="translate(0 {-2.0 * smile:.1f})"' if smile else ""
        return path(likeness.brows, color, f' fill-rule="evenodd"{lift}', opacity)
    opacity = {"adult": 0.94, "child": 0.85, "baby": 0.55}[traits.age_band]
    outlines = (_outline(shape, traits, side) - [0.0, 2.0 * smile] for side in (0, 1))
    return "".join(path(closed_curve(outline), color, opacity=opacity) for outline in outlines)


def _outline(shape: FaceShape, traits: Traits, side: int) -> Points:
    upper, lower = (shape.at(*points) for points in _LINES[side])
    middle = (upper + lower) / 2
    middle[:, 1] = _calm_arch(middle[:, 1], _FRIENDLINESS[traits.age_band])
    lid = float(eyes_of(shape, traits, 0.0)[side].upper[:, 1].min())
    middle[:, 1] -= max(0.0, float(middle[1:, 1].mean()) + _LEAST_GAP - lid)
    thickness = float(np.clip(0.55 + 0.75 * traits.brow_thickness, 0.55, 1.35)) * 4.4 * _FINENESS[traits.age_band]
    half = np.stack([np.zeros(5), _PROFILE * thickness], axis=1)
    return np.vstack([middle - half, (middle + half)[::-1]])


def _calm_arch(heights: Points, share: float) -> Points:
    """The inner end never lies far below the arch: that reads as anger. `share` of a friendly arch is mixed in."""
    calm = heights * (1 - share) + (heights.mean() + _FRIENDLY) * share
    calm[4] = min(calm[4], calm[2:4].min() + 3.2, calm[0] - 1.5)
    calm[3] = min(calm[3], calm[2] + 2.0)
    return calm


def _color(traits: Traits) -> Lab:
    lightness, a, b = traits.brow_color
    most = min(62.0, traits.skin[0] - 14.0)
    return (float(np.clip(lightness, 12.0, max(most, 14.0))), float(np.clip(a, 1, 16)), float(np.clip(b, 1, 28)))
