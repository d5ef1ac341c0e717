"""Freckles and moles."""

from typing import Final

import numpy as np

from limner.engine.rig.marks import ellipse
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.traits import Mole, Traits

_MOLES: Final[dict[Mole, tuple[int, tuple[float, float]]]] = {
    "left-cheek": (61, (-13.0, -22.0)),
    "right-cheek": (291, (13.0, -22.0)),
    "upper-lip": (267, (9.0, -8.0)),
    "chin": (152, (-13.0, -17.0)),
    "forehead": (336, (9.0, -20.0)),
}
"""The mesh point a mole lies by, and how far from it in rig units."""


def draw_skin_marks(shape: FaceShape, traits: Traits, skin: SkinRamp) -> str:
    """Freckles over nose and cheeks, and one mole."""
    marks = _freckles(shape, skin) if traits.freckles else ""
    if traits.mole in _MOLES:
        point, offset = _MOLES[traits.mole]
        center = shape.one(point) + np.array(offset)
        marks += ellipse(center, (2.7, 2.5), skin.line, 0.92) + ellipse(
            center - [0.7, 0.8], (0.8, 0.6), skin.light, 0.55
        )
    return marks


def _freckles(shape: FaceShape, skin: SkinRamp) -> str:
    """A scatter over cheeks and the bridge of the nose, densest high on the cheeks; everyone's own by their shape."""
    rng = np.random.default_rng(12)
    nose, bridge = shape.one(2), shape.one(6)
    cheek = abs(float(shape.one(454)[0] - shape.one(234)[0])) * 0.24
    marks: list[str] = []
    for side, count, spread in ((-1.0, 17, (17.0, 9.5)), (0.0, 9, (9.0, 8.0)), (1.0, 17, (17.0, 9.5))):
        y = float(nose[1]) * 0.66 if side else (float(nose[1]) * 0.6 + float(bridge[1]) * 0.4)
        for _ in range(count):
            offset = np.clip(rng.normal(0, 0.6, 2), -1.25, 1.25) * spread
            size = float(rng.uniform(0.7, 1.75))
            tone, opacity = (skin.deep, 0.55) if rng.uniform() < 0.7 else (skin.line, 0.34)
            center = np.array([float(nose[0]) * 0.5 + side * cheek, y]) + offset
            marks.append(ellipse(center, (size, size * 0.85), tone, opacity))
    return "".join(marks)
