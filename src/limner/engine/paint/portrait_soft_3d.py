"""The portrait style "soft 3D": the person as a softly lit, modelled figure before a room out of focus.

Light comes from a field of normals (`portrait_form`), not from the photo, whose own light is taken out first.
"""

from collections.abc import Sequence

import numpy as np

from limner.engine.arrays import F32, U8, Points
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.opencv import blur, lab_to_rgb, resize, rgb_to_lab
from limner.engine.paint.edge_aware import as_f32, flow_direction, guided_filter, smooth_along, smooth_step, wide_blur
from limner.engine.paint.portrait_bokeh import paint_bokeh
from limner.engine.paint.portrait_clumped_hair import clumped_hair
from limner.engine.paint.portrait_features import clean_teeth, paint_eyes
from limner.engine.paint.portrait_form import form
from limner.engine.paint.portrait_larger_eyes import with_larger_eyes
from limner.engine.paint.portrait_modelled_skin import modelled_skin
from limner.engine.paint.portrait_parts import parts_of
from limner.engine.paint.portrait_soft_light import CLOTH_WRAP, RIM_COLOUR, Lit
from limner.engine.paint.portrait_subject import Subject, see
from limner.engine.stages import Watch, pencil, small


def paint_soft_3d(
    image: RgbImage,
    mesh_px: Points,
    person: Mask,
    other_heads: Sequence[Box],
    *,
    width_px: int,
    seed: int,
    watch: Watch | None = None,
) -> RgbImage:
    """Model head and shoulders of one person in soft light, as a square picture.

    Args:
        image: the upright photo.
        mesh_px: (478, 3) face mesh in photo pixels.
        person: how much each photo pixel belongs to a person.
        other_heads: face boxes of everybody else in the photo.
        width_px: side of the result.
        seed: another seed hangs other lights behind and may choose the ground's colour.
        watch: is shown the contours, the figure in its light, and the whole.

    Returns:
        A picture of width_px x width_px. The same input gives the same pixels.
    """
    subject = with_larger_eyes(see(image, mesh_px, person, other_heads, width_px, close=True))
    picture = _paint(subject, seed, watch)
    if subject.side_px != width_px:
        picture = resize(picture, width_px, width_px, "cubic" if subject.side_px < width_px else "area")
    return RgbImage(_eight_bit(picture))


def _paint(subject: Subject, seed: int, watch: Watch | None) -> F32:
    side = subject.side_px
    if watch:
        watch("lines", RgbImage(pencil(small(_eight_bit(subject.figure.rgb * subject.figure.alpha[..., None])))))
    # A modelled figure has a smooth outline.
    outline = smooth_step(0.36, 0.64, blur(subject.figure.alpha, 3.2 * side / 1024))
    figure = _figure(subject, outline)
    if watch:
        watch("colour", RgbImage(small(_eight_bit(_over(np.ones_like(figure), outline, figure)))))
    known, beyond = _known(subject)
    # What the photo does not show melts into the ground.
    figure = _over(figure, beyond, wide_blur(figure, 0.03 * side))
    outline = outline + (wide_blur(outline, 0.04 * side) - outline) * beyond
    ground = paint_bokeh(side, subject.clothes_lch(), subject.light_from, seed)
    picture = np.clip(_over(ground, as_f32(outline * known), figure), 0, 1)
    glow = wide_blur(as_f32(np.clip(picture - np.float32(0.45), 0, 1)), side / 45)
    picture = as_f32(1 - (1 - picture) * (1 - np.float32(0.22) * glow))
    if watch:
        watch("light", RgbImage(small(_eight_bit(picture))))
    return picture


def _eight_bit(rgb: F32) -> U8:
    return np.round(np.clip(rgb, 0, 1) * 255).astype(np.uint8)


def _over(below: F32, mask: F32, colour: F32) -> F32:
    return as_f32(below + (colour - below) * mask[..., None])


def _figure(subject: Subject, outline: F32) -> F32:
    """The person in the new light, as if there were nothing else: RGB (side, side, 3)."""
    canvas, rgb = subject.canvas, subject.figure.rgb
    parts = parts_of(subject)
    hidden = subject.mouth_covered()
    shape = form(canvas, outline, parts.hair, chin_hidden=hidden)
    lit = Lit(shape.normals, subject.light_from)
    body = _over(_calm_cloth(rgb, lit), parts.skin, modelled_skin(subject, parts, lit))
    body = _over(body, smooth_step(0.45, 0.85, parts.hair), clumped_hair(rgb, parts.hair, lit))
    below = resize(shape.below, subject.side_px, subject.side_px)
    body *= 1 - np.float32(0.42) * below[..., None] * np.array([0.85, 1, 1], np.float32)
    if not hidden:
        body = clean_teeth(body, rgb, canvas.mesh)
    body = paint_eyes(body, rgb, canvas.mesh, subject.light_from)
    rim = resize(lit.rim(), subject.side_px, subject.side_px) * (1 - parts.hair)  # hair has its own, strand by strand
    body += rim[..., None] * RIM_COLOUR * (np.float32(0.22) + np.float32(0.6) * body)
    return np.clip(body, 0, 1)


def _calm_cloth(rgb: F32, lit: Lit) -> F32:
    """Clothes and whatever else, without weave and small folds; worked at half size."""
    side = rgb.shape[0]
    half, unit = side // 2, side / 1024
    tiny = resize(rgb, half, half, "area")
    calm = smooth_along(tiny, flow_direction(tiny, 3.0 * unit), max(1, round(8 * unit)))
    planes = (np.ascontiguousarray(calm[..., channel]) for channel in range(3))
    calm = as_f32(np.dstack([guided_filter(calm, plane, max(2, round(5 * unit)), 0.002) for plane in planes]))
    shade = lit.shade(CLOTH_WRAP)
    shade /= np.float32(max(0.3, float(np.percentile(shade, 75))))
    lab = rgb_to_lab(as_f32(np.clip(calm * shade**0.85, 0, 1)))
    lab[..., 1:] *= np.float32(1.08)
    return resize(lab_to_rgb(lab), side, side, "cubic")


def _known(subject: Subject) -> tuple[F32, F32]:
    """Where the photo shows the figure, running out softly, and where it has to be guessed: (side, side), 0..1.

    The head is never cut at its upper end, and a little is guessed below the photo.
    """
    canvas, side = subject.canvas, subject.side_px
    quarter = side // 4
    known = resize(((canvas.inside > 0.5) & canvas.mine).astype(np.float32), quarter, quarter, "area")
    known[: max(1, int(canvas.mesh[10, 1]) // 4)] = 1
    beyond = smooth_step(0.0, 0.6, blur(1 - known, 0.012 * quarter))
    guessed = max(1, round(0.035 * quarter))
    known[guessed:] = np.maximum(known[guessed:], known[:-guessed])
    running_out = smooth_step(0.5, 1.0, blur(known, 0.035 * quarter))
    return resize(running_out, side, side), resize(beyond, side, side)
