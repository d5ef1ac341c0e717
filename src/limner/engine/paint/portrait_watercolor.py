"""The portrait style "watercolor": the photo itself, painted in washes on paper."""

from collections.abc import Sequence

import numpy as np

from limner.engine.arrays import F32, U8, Points
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.opencv import resize, rgb_to_lab
from limner.engine.paint.edge_aware import as_f32
from limner.engine.paint.matte import Figure
from limner.engine.paint.paper import paper_relief
from limner.engine.paint.portrait_backdrop import Backdrop, choose_palette, paint_backdrop
from limner.engine.paint.portrait_compose import (
    PAPER_WHITE,
    PaintedArea,
    compose,
    density,
    draw_pencil,
    on_paper,
    painted_area,
)
from limner.engine.paint.portrait_features import clean_teeth, paint_eyes
from limner.engine.paint.portrait_frame import Canvas
from limner.engine.paint.portrait_lines import ink_lines
from limner.engine.paint.portrait_subject import Subject, see
from limner.engine.paint.portrait_washes import (
    Looseness,
    Wobble,
    dabs,
    dried_rim,
    glaze,
    looseness,
    pigment_amount,
    wobble,
)
from limner.engine.paint.skin_fields import match_skin_tone
from limner.engine.stages import STAGE_PX, Watch, on_drawing_paper


def paint_watercolor(
    image: RgbImage,
    mesh_px: Points,
    person: Mask,
    other_heads: Sequence[Box],
    *,
    width_px: int,
    seed: int,
    watch: Watch | None = None,
) -> RgbImage:
    """Paint head and shoulders of one person as a square watercolour.

    Args:
        image: the upright photo.
        mesh_px: (478, 3) face mesh in photo pixels.
        person: how much each photo pixel belongs to a person.
        other_heads: face boxes of everybody else in the photo.
        width_px: side of the result.
        seed: another seed gives other paper, washes and splatter.
        watch: is shown the pencil lines, the painted person, and the whole before it is laid on paper.

    Returns:
        A picture of width_px x width_px. The same input gives the same pixels.
    """
    subject = see(image, mesh_px, person, other_heads, width_px)
    return RgbImage(on_paper(_paint(subject, seed, watch), width_px, seed * 101 + 7))


def _paint(subject: Subject, seed: int, watch: Watch | None) -> F32:
    """All pigment on the paper, as density (side, side, 3)."""
    canvas, figure, skin, side = subject.canvas, subject.figure, subject.skin, subject.side_px
    noise = wobble(side, seed * 101 + 1)
    freedom = looseness(side, canvas.axes)
    area = painted_area(canvas, figure.alpha, freedom, noise, seed * 101 + 17)
    lines = ink_lines(figure.rgb, 1.15 * max(0.75, canvas.axes.height_px / 400), 0.010)
    lines *= (canvas.inside > 0.99) & canvas.mine
    if watch:
        watch("lines", RgbImage(_sketched(lines)))
    painted = _paint_figure(canvas, figure, skin, freedom, area.shape, lines, noise)
    painted = paint_eyes(painted, figure.rgb, canvas.mesh, subject.light_from)
    if watch:
        watch("colour", RgbImage(_seen(density(painted) * area.shape[..., None])))
    backdrop = _paint_behind(canvas, figure, area, seed)
    pigment = compose(density(painted), backdrop, figure.alpha, area, lines, noise)
    if watch:
        watch("light", RgbImage(_seen(pigment)))
    return pigment


def _sketched(lines: F32) -> U8:
    return on_drawing_paper(np.clip(resize(lines, STAGE_PX, STAGE_PX, "area") * np.float32(1.6), 0, 1))


def _seen(pigment: F32) -> U8:
    """Densities (side, side, 3) on smooth paper, small."""
    few = resize(pigment, STAGE_PX, STAGE_PX, "area")
    return np.round(np.clip(np.exp(-few) * PAPER_WHITE, 0, 1) * 255).astype(np.uint8)


def _paint_figure(
    canvas: Canvas, figure: Figure, skin: F32, freedom: Looseness, cover: F32, lines: F32, noise: Wobble
) -> F32:
    """The person as if the whole canvas were painted: RGB (side, side, 3)."""
    rim_px = 4.0 * canvas.side_px / 1024
    colour, rims = glaze(dabs(figure.rgb, freedom, noise), freedom, skin, noise)
    rims *= 1 - np.float32(0.65) * freedom.face
    rims += np.float32(0.8) * dried_rim(cover, rim_px) + np.float32(0.2) * dried_rim(skin * cover, rim_px)
    painted = np.exp(-density(colour) * pigment_amount(freedom, skin, rims, noise)[..., None])
    painted = match_skin_tone(painted, figure.rgb, skin, canvas.axes.height_px)
    painted = clean_teeth(painted, figure.rgb, canvas.mesh)
    return draw_pencil(painted, as_f32(lines * (0.36 - 0.10 * freedom.face)))


def _paint_behind(canvas: Canvas, figure: Figure, area: PaintedArea, seed: int) -> Backdrop:
    """The wash, in hues that set the clothes off."""
    body = (figure.alpha > 0.9) & (area.shape > 0.9)
    lower = np.arange(canvas.side_px)[:, None] > canvas.mesh[152, 1]
    clothes = figure.rgb[body & lower]
    colour = np.median(clothes, axis=0) if len(clothes) > 500 else np.full(3, 0.5)
    lab = rgb_to_lab(colour.astype(np.float32).reshape(1, 1, 3))[0, 0]
    hue, chroma = float(np.degrees(np.arctan2(lab[2], lab[1]))) % 360, float(np.hypot(lab[1], lab[2]))
    palette = choose_palette(round(hue, 1), round(chroma, 1), seed)
    relief = paper_relief(canvas.side_px, seed * 101 + 7)
    return paint_backdrop(canvas.side_px, (0.5, 0.43), palette, relief, area.keep_clear, seed * 101 + 23)
