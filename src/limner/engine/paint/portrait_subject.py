"""The person a portrait is made of: framed, in good light, cut out of the photo, with skin told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine.arrays import F32, Points
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.measure.glasses import measure_glasses
from limner.engine.measure.hair_mask import find_hair
from limner.engine.measure.head_crop import HeadCrop, crop_head
from limner.engine.measure.mouth import mouth_covered
from limner.engine.measure.regions import bare_skin, middle_color
from limner.engine.opencv import rgb_to_lab, warp_affine
from limner.engine.paint.matte import Figure, cut_out
from limner.engine.paint.portrait_features import light_side
from limner.engine.paint.portrait_frame import Canvas, frame_head
from limner.engine.paint.portrait_upright import turn_upright
from limner.engine.paint.skin_fields import correct_exposure, skin_field
from limner.engine.traits import Lab

_SMALLEST_WORK_PX: Final = 640
_LARGEST_WORK_PX: Final = 1312
"""Painting happens at a side within these two; paper, grain and dots are made at the size asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """Who is painted: `skin` (side, side) in 0..1; `light_from` is -1 when light comes from the left, else +1."""

    canvas: Canvas
    figure: Figure
    skin: F32
    light_from: float
    crop: HeadCrop

    @property
    def side_px(self) -> int:
        """Width and height of the canvas."""
        return self.canvas.side_px

    def clothes_lch(self) -> tuple[float, float]:
        """Hue in degrees and chroma of what is worn below the chin."""
        lower = np.arange(self.side_px)[:, None] > self.canvas.mesh[152, 1]
        worn = self.figure.rgb[(self.figure.alpha > 0.9) & lower & (self.skin < 0.5)]
        colour = np.median(worn, axis=0) if len(worn) > 500 else np.full(3, 0.5)
        lab = rgb_to_lab(colour.astype(np.float32).reshape(1, 1, 3))[0, 0]
        hue = float(np.degrees(np.arctan2(lab[2], lab[1]))) % 360
        return round(hue, 1), round(float(np.hypot(lab[1], lab[2])), 1)

    def mouth_covered(self) -> bool:
        """Whether hands or a toy are before the mouth."""
        return mouth_covered(self.crop, self._skin())

    def wears_glasses(self) -> bool:
        """Whether a frame was found."""
        return measure_glasses(self.crop, self._skin())[0].value != "none"

    def _skin(self) -> Lab:
        lightness, red, yellow = middle_color(self.crop.lab, bare_skin(self.crop.points), 50, 74).tolist()
        return lightness, red, yellow

    def hair(self) -> F32:
        """How much each pixel is hair: (side, side), 0..1."""
        soft = find_hair(self.crop).soft
        onto = _similarity(self.crop.points[:468], self.canvas.mesh[:468, :2])
        return np.clip(warp_affine(soft, onto, self.side_px, self.side_px, "linear", "constant"), 0, 1)


def see(
    image: RgbImage,
    mesh_px: Points,
    person: Mask,
    other_heads: Sequence[Box],
    width_px: int,
    *,
    close: bool = False,
) -> Subject:
    """Frame head and shoulders for a portrait of `width_px`; the other arguments are those of a painter.

    With `close` a tight photo is framed tightly, rather than to show where it ends.
    """
    work_px = int(np.clip(width_px, _SMALLEST_WORK_PX, _LARGEST_WORK_PX))
    canvas = frame_head(*turn_upright(image, mesh_px, person, other_heads), work_px, close=close)
    crop = crop_head(image, mesh_px, person, other_heads)
    figure = cut_out(canvas, correct_exposure(canvas.rgb, crop.exposure_gain))
    skin = skin_field(figure.rgb, figure.alpha, canvas.mesh, canvas.axes)
    return Subject(canvas, figure, skin, light_side(figure.rgb, canvas.mesh), crop)


def _similarity(points: Points, onto: Points) -> Points:
    """(2, 3) matrix that turns, scales and moves (n, 2) points nearest to their partners (least squares)."""
    here, there = points[:, 0] + 1j * points[:, 1], onto[:, 0] + 1j * onto[:, 1]
    apart = here - here.mean()
    turn = complex((np.conj(apart) * (there - there.mean())).sum() / (np.abs(apart) ** 2).sum())
    move = complex(there.mean() - turn * here.mean())
    return np.array([[turn.real, -turn.imag, move.real], [turn.imag, turn.real, move.imag]])
