"""The figure cut out of its photo: sharp to the hair, without neighbours, without a rim of background colour."""

from dataclasses import dataclass

import numpy as np

from limner.engine.arrays import F32, U8, Bools
from limner.engine.landmarks import OVAL
from limner.engine.opencv import blur, connected_components, erode, fill_polygon, grab_cut, remap, resize
from limner.engine.paint.edge_aware import as_f32, guided_filter, smooth_step
from limner.engine.paint.portrait_frame import Canvas

CUT_SIDE_PX = 256
"""The graph cut works on a picture of this side; guided filters bring it to full size."""
OVAL_DOUBT_PX = 9
PROBABLY_GROUND, PROBABLY_FIGURE, GROUND, FIGURE = 2, 3, 0, 1


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """`rgb` (side, side, 3) in 0..1 with background colours replaced near the edge; `alpha` (side, side) in 0..1."""

    rgb: F32
    alpha: F32


def cut_out(canvas: Canvas, rgb: F32) -> Figure:
    """Matte the person on the canvas; `rgb` is the canvas picture after exposure correction."""
    alpha = _refine(rgb, _coarse_matte(canvas, rgb))
    rgb, alpha = _close_cut_off_head(canvas, rgb, alpha)
    return Figure(_refill_edges(rgb, alpha), alpha)


def _coarse_matte(canvas: Canvas, rgb: F32) -> F32:
    """Graph cut between what is surely the person and surely not, at CUT_SIDE_PX, blended with the given mask."""
    small = resize(rgb, CUT_SIDE_PX, CUT_SIDE_PX, "area")
    given = _plausible(canvas)
    oval = _face_oval(canvas) > 0.5
    seeds = _seeds(canvas, given, oval)
    pixels: U8 = np.round(small * 255).astype(np.uint8)
    cut = grab_cut(pixels, seeds, 3)
    cut = _component_at_face(cut, oval)
    cut = smooth_step(0.35, 0.65, blur(cut, 1.6))  # no single notches along cheek and jaw
    mixed = np.float32(0.7) * cut + np.float32(0.3) * np.clip((given - 0.1) / 0.8, 0, 1)
    return guided_filter(small, mixed.astype(np.float32), 4, 1e-3)


def _plausible(canvas: Canvas) -> F32:
    """The given mask without neighbours and without what lies too far beside the face."""
    given = resize(canvas.person * canvas.mine, CUT_SIDE_PX, CUT_SIDE_PX, "area")
    u, v = canvas.axes.fields(CUT_SIDE_PX, canvas.side_px)
    if canvas.mine.all():
        half_width = 1.05 + np.clip(-0.42 - v, 0, None) * 6
        return given * np.clip((half_width - np.abs(u)) / 0.15, 0, 1).astype(np.float32)
    # in a crowd the mask is full of other people's arms: keep to this head and the shoulders below it
    head = smooth_step(1.22, 1.05, np.hypot(u / np.float32(0.72), (v - np.float32(0.14)) / np.float32(0.80)))
    body = smooth_step(0.85, 0.70, np.abs(u) - np.clip(-0.55 - v, 0, None) * 2.5) * smooth_step(-0.30, -0.50, v)
    return given * np.maximum(head, body)


def _face_oval(canvas: Canvas) -> F32:
    scale = CUT_SIDE_PX / canvas.side_px
    return fill_polygon((CUT_SIDE_PX, CUT_SIDE_PX), canvas.mesh[list(OVAL), :2] * scale)


def _seeds(canvas: Canvas, given: F32, oval: Bools) -> U8:
    seeds = np.where(given > 0.5, PROBABLY_FIGURE, PROBABLY_GROUND).astype(np.uint8)
    sure_ground = erode((given < 0.12).astype(np.uint8), 9) > 0
    sure_figure = erode((given > 0.85).astype(np.uint8), 9) > 0
    outside = resize(canvas.inside, CUT_SIDE_PX, CUT_SIDE_PX, "area") < 0.5
    foreign = resize(canvas.mine.astype(np.float32), CUT_SIDE_PX, CUT_SIDE_PX, "area") < 0.5
    seeds[sure_ground | (foreign & ~oval)] = GROUND
    seeds[sure_figure & ~foreign] = FIGURE
    seeds[oval & (seeds == GROUND)] = PROBABLY_FIGURE
    seeds[erode(oval.astype(np.uint8), OVAL_DOUBT_PX) > 0] = FIGURE  # the mesh's jaw may be wider than the real one
    seeds[outside & (given < 0.5)] = GROUND
    return seeds


def _component_at_face(cut: Bools, oval: Bools) -> F32:
    """Only the part that hangs together with the face, with small holes closed."""
    _, labels, _ = connected_components(cut)
    touching = np.bincount(labels[oval], minlength=1)
    touching[0] = 0
    kept = labels == int(touching.argmax()) if touching.any() else cut
    count, holes, stats = connected_components(~kept)
    small = [i for i in range(1, count) if stats[i, 4] < 0.003 * kept.size]
    return (kept | np.isin(holes, small)).astype(np.float32)


def _refine(rgb: F32, coarse: F32) -> F32:
    """Bring the coarse matte to the canvas size, its edge drawn to the picture's own edges."""
    side = rgb.shape[0]
    half = max(CUT_SIDE_PX, side // 2)
    guide = resize(rgb, half, half, "area")
    alpha = guided_filter(guide, resize(coarse, half, half, "cubic"), 5, 4e-4)
    alpha = resize(alpha, side, side, "cubic")
    return np.clip((alpha - np.float32(0.30)) / np.float32(0.46), 0, 1)


def _close_cut_off_head(canvas: Canvas, rgb: F32, alpha: F32) -> tuple[F32, F32]:
    """Where the photo's upper border cuts the head, round the skull off and draw its colours upwards.

    Beyond the other borders nothing is invented: the painter lets the colour run out there.
    """
    side = canvas.side_px
    column = int(np.clip(canvas.axes.center[0], 0, side - 1))
    rows = np.flatnonzero(canvas.inside[:, column] > 0.5)
    border = int(rows[0]) + 2 if len(rows) else 0
    if border <= 2 or border >= canvas.axes.center[1]:
        return rgb, alpha
    dome = _dome(canvas, alpha, border)
    y = np.arange(side, dtype=np.float32)[:, None]
    pulled = np.where(y < border, border + (border - y) * np.float32(0.35), y)
    x = np.broadcast_to(np.arange(side, dtype=np.float32)[None, :], (side, side))
    stretched = remap(rgb, np.ascontiguousarray(x), np.ascontiguousarray(np.broadcast_to(pulled, (side, side))))
    above = y < border
    return stretched, np.where(above, dome, alpha).astype(np.float32)


def _dome(canvas: Canvas, alpha: F32, border: int) -> F32:
    """An ellipse cap above row `border`, as wide as the head there and as high as a head of its width would be."""
    side, axes = canvas.side_px, canvas.axes
    reach = np.abs(np.arange(side) - axes.center[0]) < 0.85 * axes.width_px
    wide = np.flatnonzero((alpha[border + 1] > 0.5) & reach)
    if len(wide) < 4:
        return np.zeros((side, side), np.float32)
    left, right = float(wide[0]), float(wide[-1])
    half = (right - left) / 2
    head_half = max(half * 1.02, 0.60 * axes.width_px)
    cap = 1.2 * head_half * (1 - np.sqrt(max(0.0, 1 - (half / head_half) ** 2)))
    cap = float(np.clip(cap, 0.04 * axes.height_px, 0.27 * axes.height_px))
    x = (np.arange(side, dtype=np.float32)[None, :] - np.float32((left + right) / 2)) / np.float32(half)
    y = (np.float32(border) - np.arange(side, dtype=np.float32)[:, None]) / np.float32(cap)
    return blur(smooth_step(1.02, 0.98, np.hypot(x, y)), 1.2 * side / 1024)


def _refill_edges(rgb: F32, alpha: F32) -> F32:
    """Replace the colours of half-covered pixels by those further inside, so that no background shines through."""
    side, small_side = rgb.shape[0], CUT_SIDE_PX
    small = resize(rgb, small_side, small_side, "area")
    known = erode((resize(alpha, small_side, small_side, "area") > 0.985).astype(np.float32), 3)
    fill = np.zeros_like(small)
    for sigma in (30.0, 12.0, 5.0, 2.0):
        near = blur(known, sigma)
        colours = blur(small * known[..., None], sigma) / (near[..., None] + np.float32(1e-5))
        share = smooth_step(0.02, 0.2, near)[..., None] if sigma < 30 else np.float32(1)
        fill = as_f32(fill * (1 - share) + colours * share)
    keep = smooth_step(0.80, 0.99, erode(alpha, 3))[..., None]
    return as_f32(rgb * keep + resize(fill, side, side, "cubic") * (1 - keep))
