"""The portrait style "comic": the photo itself, in flat colours, printed dots and ink.

Colours are the soft quantisation of Winnemöller et al. 2006 on a picture smoothed along its flow; lines are their
flow-based DoG (Kang et al. 2007).
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from limner.engine.arrays import F32, U8, Points
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.landmarks import OVAL
from limner.engine.opencv import bilateral, blur, fill_polygon, lab_to_rgb, luminance, resize, rgb_to_lab
from limner.engine.paint.edge_aware import as_f32, flow_direction, smooth_along, smooth_step
from limner.engine.paint.portrait_features import clean_teeth, paint_eyes
from limner.engine.paint.portrait_lines import edge_line, ink_lines
from limner.engine.paint.portrait_rays import paint_rays
from limner.engine.paint.portrait_subject import Subject, see
from limner.engine.paint.skin_fields import CHEEKS, feature_mask, spots
from limner.engine.stages import STAGE_PX, Watch, on_drawing_paper, small

INK: Final = np.array([0.070, 0.058, 0.085], np.float32)
DOT_PERIOD: Final = 0.0092
"""Distance of two dots as a share of the side."""
_STEP: Final = 17.0
"""Lightness between two flat colours of clothes and hair."""


def paint_comic(
    image: RgbImage,
    mesh_px: Points,
    person: Mask,
    other_heads: Sequence[Box],
    *,
    width_px: int,
    seed: int,
    watch: Watch | None = None,
) -> RgbImage:
    """Paint head and shoulders of one person as a square comic panel.

    Args:
        image: the upright photo.
        mesh_px: (478, 3) face mesh in photo pixels.
        person: how much each photo pixel belongs to a person.
        other_heads: face boxes of everybody else in the photo.
        width_px: side of the result.
        seed: another seed turns the rays behind and may choose their colour.
        watch: is shown the ink, the flat colours, and the whole.

    Returns:
        A picture of width_px x width_px. The same input gives the same pixels.
    """
    subject = see(image, mesh_px, person, other_heads, width_px)
    panel = _paint(subject, seed, watch)
    if subject.side_px != width_px:
        panel = resize(panel, width_px, width_px, "cubic" if subject.side_px < width_px else "area")
    return RgbImage(_eight_bit(panel))


def _paint(subject: Subject, seed: int, watch: Watch | None) -> F32:
    figure, canvas = subject.figure, subject.canvas
    skin = _bare_skin(subject)
    ink = _ink(subject, skin)
    if watch:
        watch("lines", RgbImage(on_drawing_paper(np.clip(resize(ink, STAGE_PX, STAGE_PX, "area"), 0, 1))))
    person = _over(_flat_cloth(figure.rgb), smooth_step(0.35, 0.65, skin), _flat_skin(subject, skin))
    person = clean_teeth(person, figure.rgb, canvas.mesh)
    person = paint_eyes(person, figure.rgb, canvas.mesh, subject.light_from)
    if watch:
        watch("colour", RgbImage(small(_eight_bit(person))))
    shape = smooth_step(0.35, 0.65, blur(figure.alpha, 1.5 * subject.side_px / 1024))
    shape = as_f32(shape * _inside_panel(subject))
    panel = paint_rays(subject.side_px, shape, subject.clothes_lch(), seed)
    panel = _over(panel, shape, _over(person, ink, INK))
    panel = _over(panel, edge_line(shape, 3.0 * subject.side_px / 1024), INK)
    panel *= np.array([1, 0.994, 0.972], np.float32)
    if watch:
        watch("light", RgbImage(small(_eight_bit(panel))))
    return panel


def _eight_bit(rgb: F32) -> U8:
    return np.round(np.clip(rgb, 0, 1) * 255).astype(np.uint8)


def _over(below: F32, mask: F32, colour: F32) -> F32:
    return as_f32(below * (1 - mask[..., None]) + colour * mask[..., None])


def _inside_panel(subject: Subject) -> F32:
    """1 where the photo knows the figure: below its end and beyond a neighbour nothing is invented."""
    there = (subject.canvas.inside > 0.5) & subject.canvas.mine
    forehead = max(0, int(subject.canvas.mesh[10, 1]))
    there[:forehead] |= subject.figure.alpha[:forehead] > 0.5
    return smooth_step(0.35, 0.65, blur(there.astype(np.float32), 3.0 * subject.side_px / 1024))


def _smoothed(rgb: F32, reach_px: int) -> F32:
    """Calm areas between edges, drawn out along hair and folds; worked at half size."""
    side = rgb.shape[0]
    half = side // 2
    tiny = resize(rgb, half, half, "area")
    direction = flow_direction(tiny, 2.4)
    flowing = smooth_along(tiny, direction, reach_px)
    return resize(bilateral(bilateral(flowing, 9, 0.10, 5.0), 9, 0.08, 5.0), side, side, "cubic")


def _flat_cloth(rgb: F32) -> F32:
    """Hair and clothes in a few flat tones, a little more colourful than they are."""
    lab = rgb_to_lab(as_f32(np.clip(_smoothed(rgb, 8), 0, 1)))
    steps = lab[..., 0] / np.float32(_STEP)
    whole = np.floor(steps)
    flat = lab.copy()
    flat[..., 0] = (whole + smooth_step(0.44, 0.56, steps - whole)) * np.float32(_STEP) + 4
    # Dark hair keeps its quiet: there a cast of the light is most of the colour.
    flat[..., 1:] *= 0.6 + np.float32(0.75) * smooth_step(12, 42, lab[..., :1])
    return _over(lab_to_rgb(flat), smooth_step(15, 11, lab[..., 0]), INK)


def _bare_skin(subject: Subject) -> F32:
    """Skin without hair, and with the shine on it that is too light to look like skin."""
    canvas, skin = subject.canvas, subject.skin
    face = fill_polygon(skin.shape, canvas.mesh[list(OVAL), :2], smooth=True)
    light = luminance(subject.figure.rgb)
    usual = float(np.median(light[skin > 0.8])) if (skin > 0.8).sum() > 100 else 1.0
    shine = face * smooth_step(usual, usual * 1.06, light)
    return as_f32(np.maximum(skin, shine) * (1 - subject.hair()))


def _flat_skin(subject: Subject, skin: F32) -> F32:
    """Skin in its own colour with one flat shade, printed dots between the two, and a light where it shines."""
    rgb = subject.figure.rgb
    lab = rgb_to_lab(rgb)
    chosen = lab[skin > 0.8]
    own = np.median(chosen, axis=0) if len(chosen) > 100 else np.array([68.0, 14.0, 18.0])
    own = own * np.array([1.0, 1.06, 1.10]) + np.array([2.0, 0.0, 1.0])
    tones = [own * scale + shift for scale, shift in _SKIN_TONES]
    base, shade, deep, bright = (lab_to_rgb(as_f32(tone.reshape(1, 1, 3)))[0, 0] for tone in tones)
    scale = subject.canvas.axes.height_px / 540
    relative = blur(_smoothed(rgb, 5)[..., :].mean(axis=2), 1.5 * scale + 0.3)
    relative = relative / max(float(np.median(relative[skin > 0.8])) if len(chosen) > 100 else 0.6, 0.05)
    # Eyes, brows and lips bring darkness of their own, which must not become dots around them.
    dark = 1 - smooth_step(0.62, 0.97, blur(relative, 4 * scale + 0.5))
    dots = smooth_step(-0.10, 0.10, dark * 0.92 - _dots(subject.side_px))
    flat = np.broadcast_to(base, rgb.shape).astype(np.float32)
    flat = _over(flat, smooth_step(1.15, 1.19, relative), bright)
    flat = _over(flat, as_f32(dots * (dark > 0.04)), shade)
    flat = _over(flat, smooth_step(0.665, 0.625, relative), deep)
    flat = _in_tone(subject, flat)
    features = blur(feature_mask(subject.side_px, subject.canvas.mesh, 0.008), 2.5 * scale + 0.4)
    return _over(flat, features, _flat_features(rgb))


_SKIN_TONES: Final = (
    (np.array([1.0, 1.0, 1.0]), np.zeros(3)),
    (np.array([0.86, 1.0, 1.0]), np.array([0.0, 7.0, 5.0])),
    (np.array([0.62, 1.0, 0.9]), np.array([0.0, 9.0, 2.0])),
    (np.array([1.05, 0.7, 0.8]), np.array([2.0, 0.0, 0.0])),
)


def _in_tone(subject: Subject, flat: F32) -> F32:
    """The flat skin moved as a whole so that its cheeks have the person's lightness and hue, a little clearer."""
    height_px = subject.canvas.axes.height_px
    cheeks = spots(subject.side_px, subject.canvas.mesh, CHEEKS, 0.05 * height_px) > 0.5
    wanted = np.median(rgb_to_lab(subject.figure.rgb)[cheeks], axis=0) * np.array([1.0, 1.14, 1.14])
    lab = rgb_to_lab(flat)
    return lab_to_rgb(as_f32(lab + (wanted - np.median(lab[cheeks], axis=0)) + np.array([1.5, 0.0, 0.0])))


def _flat_features(rgb: F32) -> F32:
    """Lips and lids: the photo's own, calmed and a little more colourful."""
    lab = rgb_to_lab(as_f32(np.clip(bilateral(rgb, 9, 0.12, 4.0), 0, 1)))
    lab[..., 1:] *= np.float32(1.25)
    return lab_to_rgb(lab)


def _dots(side_px: int) -> F32:
    """A lattice turned by 30 degrees, 0 in the middle of a dot and 1 between dots."""
    at = np.arange(side_px, dtype=np.float32) / np.float32(side_px * DOT_PERIOD) * np.float32(2 * np.pi)
    cos, sin = np.float32(np.cos(np.pi / 6)), np.float32(np.sin(np.pi / 6))
    u = at[None, :] * cos + at[:, None] * sin
    v = -at[None, :] * sin + at[:, None] * cos
    return as_f32(0.5 + 0.25 * (np.cos(u) + np.cos(v)))


def _ink(subject: Subject, skin: F32) -> F32:
    """Lines and black masses, 0..1: finer within the face, bold around it."""
    rgb, canvas = subject.figure.rgb, subject.canvas
    scale = max(0.75, canvas.axes.height_px / 400)
    face = smooth_step(0.62, 0.46, np.hypot(*canvas.axes.fields(subject.side_px, subject.side_px)))
    bold, fine = ink_lines(rgb, 2.0 * scale, 0.012), ink_lines(rgb, 1.5 * scale, 0.009)
    light = blur(luminance(rgb), 1.2 * scale)
    light = light / np.float32(max(float(np.median(light[skin > 0.8])) if (skin > 0.8).sum() > 100 else 0.5, 0.1))
    # Where skin meets what is darker; a border within the light is a shine, not a contour.
    contour = edge_line(as_f32(skin * subject.figure.alpha), 1.4 * scale)
    contour *= smooth_step(0.92, 0.70, blur(light, 3 * scale)) * smooth_step(0.5, 0.9, subject.figure.alpha)
    black = smooth_step(0.40, 0.33, light) * (0.25 + 0.75 * face)
    lines = np.maximum(np.maximum(np.maximum(bold, contour) * (1 - face), fine * face), black)
    known = (canvas.inside > 0.99) & canvas.mine
    return smooth_step(0.30, 0.62, blur(as_f32(lines * known), 0.8 * scale))
