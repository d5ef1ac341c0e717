"""Figure, wash and pencil brought together as pigment densities, and laid on paper of any size."""

from dataclasses import dataclass

import numpy as np

from limner.engine.arrays import F32, U8, Bools
from limner.engine.opencv import blur, distance_inside, resize
from limner.engine.paint.edge_aware import as_f32, smooth_step, wide_blur
from limner.engine.paint.paper import bristle_noise, paper_light, paper_relief
from limner.engine.paint.portrait_backdrop import STROKE_ANGLE_DEG, Backdrop
from limner.engine.paint.portrait_frame import Canvas
from limner.engine.paint.portrait_washes import Looseness, Wobble, bend

PAPER_WHITE = np.array([0.992, 0.984, 0.965], np.float32)
PENCIL = np.array([0.62, 0.72, 0.72], np.float32)
"""Density of a full pencil line: a warm grey."""
_BAND_ROWS = 256


def density(rgb: F32) -> F32:
    """How much light the pigment of a colour swallows: -log(RGB), at most 4.4."""
    return -np.log(np.clip(rgb, 0.012, 1)).astype(np.float32)


def draw_pencil(painted: F32, pencil: F32) -> F32:
    """Draw lines (side, side), 0..1, over a picture."""
    return painted * np.exp(-pencil[..., None] * PENCIL)


@dataclass(frozen=True, slots=True, eq=False)
class PaintedArea:
    """Fields (side, side), 0..1: `shape` is where the figure is painted, `strength` how much pigment the brush still
    holds there, `keep_clear` where the wash behind the figure stays away.
    """

    shape: F32
    strength: F32
    keep_clear: F32


def painted_area(canvas: Canvas, alpha: F32, freedom: Looseness, noise: Wobble, seed: int) -> PaintedArea:
    """The matte, running out in brush marks below and wherever the photo ends."""
    side = canvas.side_px
    bristles = bristle_noise(side, STROKE_ANGLE_DEG - 6, 0.007, 0.22, seed)
    ragged = np.float32(0.020) * noise.broad + np.float32(0.010) * noise.middle
    ragged += np.float32(0.005) * noise.fine + np.float32(0.010) * bristles
    off_face = 1 - freedom.face  # the face is painted to the photo's very border
    ragged = as_f32(ragged * (0.2 + 0.8 * off_face))
    below, border = _room_below(side) + ragged, _room_to_border(canvas, off_face) + ragged
    figure = smooth_step(0.38, 0.72, bend(alpha, freedom, noise))
    shape = figure * smooth_step(0.0, 0.010, np.minimum(below, border))
    wet = np.float32(0.26) + np.float32(0.74) * np.minimum(
        smooth_step(0.0, 0.16, below), smooth_step(0.0, 0.035, border)
    )
    keep_clear = figure * _below_photo(canvas, ragged)
    return PaintedArea(shape, np.maximum(wet, freedom.face), keep_clear)


def _room_below(side_px: int) -> F32:
    """Distance to the rounded lower end of the painting, as a share of the side."""
    at = (np.arange(side_px, dtype=np.float32) + np.float32(0.5)) / np.float32(side_px)
    x = np.abs(at - np.float32(0.5))[None, :] / np.float32(0.475)
    y = np.maximum(at - np.float32(0.45), 0)[:, None] / np.float32(0.465)
    return as_f32((1 - (x**3.5 + y**3.5) ** np.float32(1 / 3.5)) * np.float32(0.46))


def _room_to_border(canvas: Canvas, off_face: F32) -> F32:
    """Room to where the photo ends or a neighbour begins, less what the brush stays away from that line.

    The head is never faded at its upper end.
    """
    half = canvas.side_px // 2
    there = resize(canvas.inside, half, half, "area") > 0.5
    top_row = np.flatnonzero(there.any(axis=1))
    if len(top_row):
        there[: int(top_row[0]) + 2] = there[min(int(top_row[0]) + 2, half - 1)]
    mine: Bools = resize(canvas.mine.astype(np.float32), half, half, "area") > 0.5
    to_border = _signed_room(there, canvas.side_px) - np.float32(0.045) * off_face
    return np.minimum(to_border, _signed_room(mine, canvas.side_px) - np.float32(0.012) * off_face)


def _signed_room(area: Bools, side_px: int) -> F32:
    """Distance to the border of the area as a share of the side: positive inside, negative outside."""
    if area.all():
        return np.ones((side_px, side_px), np.float32)
    signed = distance_inside(area) - distance_inside(~area)
    return resize(signed, side_px, side_px) / np.float32(area.shape[0])


def _below_photo(canvas: Canvas, ragged: F32) -> F32:
    """1 under the figure, where the photo or the painting ends below: paper, not the wash of the background."""
    side = canvas.side_px
    rows = np.flatnonzero((canvas.inside > 0.5).any(axis=1))
    last = (int(rows[-1]) if len(rows) else side) / side
    y = (np.arange(side, dtype=np.float32) / np.float32(side))[:, None]
    below = np.minimum(np.float32(last), 0.90) - 0.09 - y
    return smooth_step(0.01, -0.01, below + ragged)


def compose(figure: F32, backdrop: Backdrop, alpha: F32, area: PaintedArea, lines: F32, noise: Wobble) -> F32:
    """Add the layers' densities (side, side, 3): the wash stops at the figure, with a little bleeding both ways."""
    side = figure.shape[0]
    cover = area.shape
    figure = figure * area.strength[..., None]
    behind = (1 - cover) * (1 - area.keep_clear)
    total = figure * cover[..., None] + backdrop.density * behind[..., None]
    small = side // 4
    bled = wide_blur(resize(figure * cover[..., None], small, small, "area"), small / 50)
    edge = wide_blur(cover, side / 130) * (1 - cover) * backdrop.wash
    share = edge * np.clip(np.float32(0.45) * noise.middle, 0, 0.6)
    total += resize(bled, side, side) * share[..., None]
    sketch = lines * alpha * (1 - cover) * _sketch_reach(side)
    return as_f32(total + (np.float32(0.25) * sketch)[..., None] * PENCIL)


def _sketch_reach(side_px: int) -> F32:
    """The pencil drawing goes on a little below the paint."""
    at = (np.arange(side_px, dtype=np.float32) / np.float32(side_px))[:, None]
    return smooth_step(0.975, 0.90, at)


def on_paper(pigment: F32, width_px: int, seed: int) -> U8:
    """Lay densities (side, side, 3) on paper of width_px: grain, light on the relief, eight-bit sRGB."""
    relief = paper_relief(width_px, seed)
    light = paper_light(relief)
    result = np.empty((width_px, width_px, 3), np.uint8)
    side = pigment.shape[0]
    if side < width_px:
        pigment = as_f32(pigment + 0.45 * (pigment - blur(pigment, 1.2)))  # enlarging softens: sharpen before
    full = pigment if side == width_px else resize(pigment, width_px, width_px, "cubic" if side < width_px else "area")
    for top in range(0, width_px, _BAND_ROWS):  # in bands, to keep memory small
        band = slice(top, top + _BAND_ROWS)
        deposit = np.clip(full[band], 0, 5)
        grain = 1 + relief[band, :, None] * np.float32(0.075)
        lit = PAPER_WHITE * (1 + np.float32(0.012) * light[band, :, None])
        result[band] = np.round(np.clip(np.exp(-deposit * grain) * lit, 0, 1) * 255).astype(np.uint8)
    return result
