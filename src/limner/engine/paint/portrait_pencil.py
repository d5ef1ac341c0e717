"""The portrait style "pencil": the photo itself, drawn in graphite on toothed paper.

Tone is laid as hatching: noise drawn out along the flow of the form (line integral convolution, Cabral and Leedom
1993), kept where it is darker than the tone asks for; lines are the flow-based DoG of Kang et al. 2007.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from limner.engine.arrays import F32, U8, Points
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.opencv import blur, luminance, resize
from limner.engine.paint.edge_aware import as_f32, flow_direction, masked_blur, smooth_along, smooth_step, wide_blur
from limner.engine.paint.matte import Figure
from limner.engine.paint.paper import cloud_noise, paper_light, paper_relief
from limner.engine.paint.portrait_features import clean_teeth, paint_eyes
from limner.engine.paint.portrait_frame import Canvas
from limner.engine.paint.portrait_lines import edge_line, ink_lines
from limner.engine.paint.portrait_subject import Subject, see
from limner.engine.stages import STAGE_PX, Watch, on_drawing_paper

SKIN_TONE = 0.80
"""How light skin of middle lightness is drawn: paper does most of a face."""
HATCH_ANGLE_DEG, CROSS_ANGLE_DEG = -52.0, -16.0
PAPER = np.array([0.988, 0.980, 0.962], np.float32)
GRAPHITE = np.array([0.150, 0.150, 0.168], np.float32)
_BAND_ROWS = 256


def draw_pencil_portrait(
    image: RgbImage,
    mesh_px: Points,
    person: Mask,
    other_heads: Sequence[Box],
    *,
    width_px: int,
    seed: int,
    watch: Watch | None = None,
) -> RgbImage:
    """Draw head and shoulders of one person in pencil, as a square.

    Args:
        image: the upright photo.
        mesh_px: (478, 3) face mesh in photo pixels.
        person: how much each photo pixel belongs to a person.
        other_heads: face boxes of everybody else in the photo.
        width_px: side of the result.
        seed: another seed gives other paper and other strokes.
        watch: is shown the lines, the hatching, and the whole before it is laid on paper.

    Returns:
        A picture of width_px x width_px. The same input gives the same pixels.
    """
    subject = see(image, mesh_px, person, other_heads, width_px)
    return RgbImage(_on_paper(_draw(subject, seed, watch), width_px, seed * 101 + 7))


@dataclass(frozen=True, slots=True, eq=False)
class _Strokes:
    """Hatching in two directions, each (side, side) in 0..1: where the graphite of a stroke would lie first."""

    along: F32
    across: F32


def _draw(subject: Subject, seed: int, watch: Watch | None) -> F32:
    """How much graphite lies where: (side, side), 0..1."""
    canvas, figure = subject.canvas, subject.figure
    rgb = paint_eyes(figure.rgb, figure.rgb, canvas.mesh, subject.light_from)
    rgb = clean_teeth(rgb, figure.rgb, canvas.mesh)
    sheet = _sheet(subject.side_px, seed)
    reach = sheet * _photo_reach(canvas, figure, seed)
    strokes = _strokes(subject, seed)
    lines = _lines(canvas, rgb, figure.alpha, 0.72 + 0.28 * strokes.along) * reach
    if watch:
        watch("lines", _seen(as_f32(lines)))
    cover = (1 - _tone(subject, rgb)) * smooth_step(0.30, 0.80, figure.alpha) * reach
    if watch:
        watch("colour", _seen(as_f32(cover)))
    cover = np.maximum(cover, _behind(subject) * sheet)
    dark = as_f32(1 - (1 - _hatched(cover, strokes)) * (1 - lines))
    if watch:
        watch("light", _seen(dark))
    return dark


def _seen(dark: F32) -> RgbImage:
    return RgbImage(on_drawing_paper(np.clip(resize(dark, STAGE_PX, STAGE_PX, "area"), 0, 1)))


def _tone(subject: Subject, rgb: F32) -> F32:
    """How light each place is drawn, 0..1: skin near SKIN_TONE, local contrast lifted so that pale hair has form."""
    light = luminance(rgb)
    chosen = light[subject.skin > 0.8]
    reference = float(np.clip(np.median(chosen) if len(chosen) > 100 else 0.6, 0.25, 0.85))
    # Dark skin stays darker than fair skin: its lightness moves only half of the way to SKIN_TONE.
    target = 0.5 * SKIN_TONE + 0.5 * max(reference, 0.45)
    power = float(np.clip(np.log(target) / np.log(reference), 0.45, 1.4))
    tone = np.clip(light, 0.001, 1) ** np.float32(power)
    scale = subject.canvas.axes.height_px / 540
    around = masked_blur(tone[..., None].repeat(3, axis=2), subject.figure.alpha, 40 * scale)[..., 0]
    face = smooth_step(0.2, 0.8, subject.skin)
    return as_f32(np.clip(tone + (0.45 - 0.22 * face) * (tone - around), 0, 1))


def _sheet(side: int, seed: int) -> F32:
    """Where the drawing runs out into paper at the sheet's lower end and sides, 0..1."""
    at = (np.arange(side, dtype=np.float32) + np.float32(0.5)) / np.float32(side)
    ragged = _ragged(side, seed)
    below = smooth_step(0.99, 0.80, at[:, None] + ragged)
    return as_f32(below * smooth_step(0.0, 0.11, np.minimum(at, 1 - at)[None, :] + ragged))


def _ragged(side: int, seed: int) -> F32:
    broad, fine = cloud_noise(side, 0.22, seed * 101 + 3), cloud_noise(side, 0.03, seed * 101 + 4)
    return as_f32(np.float32(0.035) * broad + np.float32(0.02) * fine)


def _photo_reach(canvas: Canvas, figure: Figure, seed: int) -> F32:
    """0..1, falling where the photo ends or a neighbour begins: the drawing fades there rather than stops."""
    side = canvas.side_px
    there = (canvas.inside > 0.5) & canvas.mine
    # A head that the photo cuts off above was rounded off; it is drawn to its end.
    forehead = max(0, int(canvas.mesh[10, 1]))
    there[:forehead] |= figure.alpha[:forehead] > 0.5
    near = wide_blur(there.astype(np.float32), side * 0.022)
    return smooth_step(0.55, 0.95, near + np.float32(0.4) * _ragged(side, seed + 1))


def _strokes(subject: Subject, seed: int) -> _Strokes:
    """Strokes run along hair and folds; on skin and in the open they lie nearly parallel."""
    figure, side = subject.figure, subject.side_px
    half = max(320, side // 2)
    small = resize(figure.rgb, half, half, "area")
    x, y, clear = flow_direction(small, 3.0)
    calm = (1 - np.float32(0.8) * resize(subject.skin, half, half, "area")) * resize(figure.alpha, half, half, "area")
    follow = wide_blur(as_f32(np.clip(clear * 1.2 - 0.15, 0, 1) * calm), 3.0)
    turn = np.deg2rad(HATCH_ANGLE_DEG + 6 * cloud_noise(half, 0.3, seed * 101 + 5))
    # Directions are averaged as doubled angles: a stroke and its reverse are the same stroke.
    cos2 = (1 - follow) * np.cos(2 * turn) + follow * (x * x - y * y)
    sin2 = (1 - follow) * np.sin(2 * turn) + follow * (2 * x * y)
    doubled = resize(as_f32(np.stack([cos2, sin2], axis=2)), side, side)
    angle = 0.5 * np.arctan2(doubled[..., 1], doubled[..., 0])
    cross = np.full((side, side), np.deg2rad(CROSS_ANGLE_DEG), np.float32)
    return _Strokes(_hatching(as_f32(angle), seed * 101 + 11), _hatching(cross, seed * 101 + 12))


def _hatching(angle: F32, seed: int) -> F32:
    side = angle.shape[0]
    scale = side / 1024
    grain = np.random.default_rng(seed).random((side, side), dtype=np.float32)
    grain = blur(grain, max(0.6, 0.80 * scale))
    drawn = smooth_along(grain, (as_f32(np.cos(angle)), as_f32(np.sin(angle))), round(15 * scale) + 3)
    drawn = (drawn - drawn.mean()) / (drawn.std() + np.float32(1e-6))
    return as_f32(0.5 + 0.5 * np.tanh(drawn * np.float32(0.95)))


def _hatched(cover: F32, strokes: _Strokes) -> F32:
    """Tone as rubbed graphite under two layers of strokes, the second in the darks alone."""
    first = np.clip((cover - 0.02) * 1.25, 0, 1) * smooth_step(-0.28, 0.30, cover * 1.05 - strokes.along * 0.85)
    second = np.clip((cover - 0.32) * 1.1, 0, 1) * smooth_step(-0.28, 0.30, cover * 1.05 - strokes.across * 0.85)
    rubbed = 0.46 * cover**1.25
    return as_f32(1 - (1 - rubbed) * (1 - 0.62 * first) * (1 - 0.52 * second))


def _behind(subject: Subject) -> F32:
    """A few strokes behind the shadow side of the head, which set its light side off from the paper."""
    side = subject.side_px
    u, v = subject.canvas.axes.fields(side, side)
    glow = np.exp(-((u / 1.15) ** 2) - ((v - 0.1) / 0.85) ** 2)
    shadow_side = smooth_step(-0.1, 0.5, -u * np.float32(subject.light_from))
    return as_f32(0.30 * glow * (0.15 + 0.85 * shadow_side) * (1 - smooth_step(0.1, 0.6, subject.figure.alpha)))


def _lines(canvas: Canvas, rgb: F32, alpha: F32, press: F32) -> F32:
    """Contours, 0..1: fine ones everywhere, bold ones twice, `press` (side, side) is how hard the pencil presses."""
    scale = max(0.75, canvas.axes.height_px / 400)
    fine = ink_lines(rgb, 0.95 * scale, 0.007)
    bold = np.maximum(ink_lines(rgb, 1.7 * scale, 0.020), edge_line(alpha, 0.9 * scale))
    # Drawn again beside itself, as a hand searches for its line.
    offset = max(1, round(1.6 * canvas.side_px / 1024))
    searched = np.roll(bold, (-offset, offset), axis=(0, 1))
    drawn = smooth_step(0.05, 0.4, alpha) * (canvas.inside > 0.99) * canvas.mine * press
    return as_f32(1 - (1 - 0.66 * fine * drawn) * (1 - 0.44 * bold * drawn) * (1 - 0.26 * searched * drawn))


def _on_paper(dark: F32, width_px: int, seed: int) -> U8:
    """Rub graphite (side, side) into paper of width_px: the tooth's hollows stay white where little lies."""
    relief, side = paper_relief(width_px, seed), dark.shape[0]
    light = paper_light(relief)
    if side < width_px:
        dark = as_f32(np.clip(dark + 0.45 * (dark - blur(dark, 1.2)), 0, 1))
    full = dark if side == width_px else resize(dark, width_px, width_px, "cubic" if side < width_px else "area")
    result = np.empty((width_px, width_px, 3), np.uint8)
    for top in range(0, width_px, _BAND_ROWS):  # in bands, to keep memory small
        band = slice(top, top + _BAND_ROWS)
        tooth = 0.5 + 0.5 * np.tanh(relief[band] * np.float32(0.9))
        lies = np.clip(full[band], 0, 1)
        lies = np.clip(lies * (1 - 0.40 * tooth * (1 - lies**2)) * 1.16, 0, 0.93)[..., None]
        lit = PAPER * (1 + np.float32(0.010) * light[band, :, None])
        result[band] = np.round(np.clip(lit * (1 - lies) + GRAPHITE * lies, 0, 1) * 255).astype(np.uint8)
    return result
