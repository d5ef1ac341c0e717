"""One large lamp before a modelled figure, a little light from everywhere, and a cool lamp behind."""

from typing import Final, NamedTuple

import numpy as np

from limner.engine.arrays import F32
from limner.engine.paint.edge_aware import as_f32, smooth_step

_LAMP: Final = (0.52, -0.50, 0.69)
"""Towards the lamp where it stands on the right: right, down, towards the viewer."""
_LAMP_SHARE: Final = 0.74
_AMBIENT: Final = (0.25, 0.25, 0.285)
RIM_COLOUR: Final = np.array([0.80, 0.93, 1.0], np.float32)
SKIN_WRAP: Final = (0.80, 0.62, 0.54)
"""How far light creeps around an edge, for red, green and blue: red goes furthest under skin."""
CLOTH_WRAP: Final = (0.55, 0.50, 0.50)
HAIR_WRAP: Final = (0.50, 0.45, 0.45)


class Lit(NamedTuple):
    """Light on normals (height, width, 3); `from_side` is -1 when the lamp stands on the left, else +1."""

    normals: F32
    from_side: float

    def shade(self, wrap: tuple[float, float, float]) -> F32:
        """(height, width, 3): about 1 towards the lamp, .3 away from it."""
        facing = as_f32(self.normals @ self._towards())
        fill = np.float32(0.7) + np.float32(0.6) * (np.float32(0.5) - self.normals[..., 0] * self._half())
        planes = [
            np.clip((facing + np.float32(soft)) / np.float32(1 + soft), 0, 1) * np.float32(_LAMP_SHARE)
            + np.float32(ambient) * fill
            for soft, ambient in zip(wrap, _AMBIENT, strict=True)
        ]
        return as_f32(np.dstack(planes))

    def gloss(self) -> F32:
        """Highlights on something a little moist, 0..0.2 (Blinn 1977)."""
        halfway = self._towards() + np.array([0, 0, 1], np.float32)
        near = np.clip(self.normals @ (halfway / np.linalg.norm(halfway)), 0, 1)
        return as_f32(np.float32(0.09) * near**12 + np.float32(0.10) * near**50)

    def rim(self) -> F32:
        """What the lamp behind, on the other side, lights of the edge: 0..1."""
        edge = smooth_step(0.30, 0.85, 1 - self.normals[..., 2])
        away = self.normals[..., 0] * np.float32(-0.95 * self.from_side) - self.normals[..., 1] * np.float32(0.30)
        return as_f32(edge * np.clip(away, 0, 1))

    def _half(self) -> np.float32:
        return np.float32(0.5 * self.from_side)

    def _towards(self) -> F32:
        right, down, near = _LAMP
        towards = np.array([right * self.from_side, down, near], np.float32)
        return as_f32(towards / np.linalg.norm(towards))
