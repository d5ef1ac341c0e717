"""The form of a head and its shoulders as a field of normals: outlines are inflated, the face brings its own depth.

Between outlines the normals are diffused inwards as in Johnston, "Lumo: illumination for cel animation", 2002; the
depth of the face mesh becomes a surface by a thin-plate spline (Bookstein 1989).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.interpolate import RBFInterpolator

from limner.engine.arrays import F32, Points
from limner.engine.landmarks import OVAL
from limner.engine.opencv import blur, convolve, fill_polygon, resize, sobel
from limner.engine.paint.edge_aware import as_f32, smooth_step
from limner.engine.paint.portrait_frame import Canvas

FORM_PX: Final = 256
"""Form is smooth: it is worked out at this side."""
_COARSEST_PX: Final = 16
_ROUNDS: Final = 40
_NEIGHBOURS: Final = np.array([[0, 0.25, 0], [0.25, 0, 0.25], [0, 0.25, 0]], np.float32)
_RELIEF: Final = 1.15
"""The mesh's own depth is a little flat."""
_FIRM: Final = 3e-3
"""How far the spline may pass a mesh point by: a turned face folds over itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """At half the side of the canvas: `normals` of length 1 (half, half, 3), x to the right, y down, z to the viewer;
    `below` (half, half) is 1 under the head and falls to 0.
    """

    normals: F32
    below: F32


def form(canvas: Canvas, alpha: F32, hair: F32, *, chin_hidden: bool) -> Form:
    """The form of a figure of which `alpha` is the outline and `hair` the hair, both (side, side).

    With `chin_hidden` something is held before mouth and chin, and no jaw is modelled there.
    """
    small_alpha, small_hair = (resize(field, FORM_PX, FORM_PX, "area") for field in (alpha, hair))
    scale = FORM_PX / canvas.side_px
    mesh = canvas.mesh * scale
    head = small_alpha if chin_hidden else _head(canvas, mesh, small_alpha, small_hair)
    leaning = _inflated(small_alpha)
    share = smooth_step(0.25, 0.75, blur(head, 1.5))[..., None]
    leaning = as_f32(leaning * (1 - share) + _inflated(head) * share)
    relief, known = _face(mesh)
    if chin_hidden:
        known = known * smooth_step(-0.20, 0.0, canvas.axes.fields(FORM_PX, canvas.side_px)[1])
    share = (known * smooth_step(0.6, 0.1, small_hair))[..., None]
    leaning = as_f32(leaning * (1 - share) + relief * share)
    leaning = blur(leaning, 1.0)
    half = canvas.side_px // 2
    drop = max(1, round(0.085 * canvas.axes.height_px * scale))
    fallen = np.vstack([np.repeat(head[:1], drop, axis=0), head[:-drop]])
    below = blur(np.clip(fallen - head, 0, 1), drop * 0.55) * (1 - head)
    return Form(_unit(resize(leaning, half, half, "cubic")), resize(as_f32(below), half, half))


def _unit(leaning: F32) -> F32:
    """Normals with this part of x and y, at most nearly sideways."""
    length = np.sqrt((leaning * leaning).sum(axis=2))
    held = leaning * (np.minimum(length, np.float32(0.985)) / np.maximum(length, np.float32(1e-4)))[..., None]
    upright = np.sqrt(1 - (held * held).sum(axis=2))
    return as_f32(np.dstack([held, upright]))


def _head(canvas: Canvas, mesh: Points, alpha: F32, hair: F32) -> F32:
    """The head with its hair and ears, 0..1: what lies before the neck and the shoulders."""
    oval = mesh[list(OVAL), :2]
    grown = oval.mean(axis=0) + (oval - oval.mean(axis=0)) * 1.02
    face = fill_polygon((FORM_PX, FORM_PX), grown, smooth=True)
    u, v = canvas.axes.fields(FORM_PX, canvas.side_px)
    above = smooth_step(-0.16, -0.04, v) * smooth_step(1.0, 0.9, np.abs(u))
    return as_f32(alpha * np.maximum(np.maximum(face, hair), above))


def _inflated(mask: F32) -> F32:
    """X and y of the normals of a rounded body with this outline; where the picture ends nothing bends.

    With h solving Poisson's equation inside the outline, a surface of height sqrt(4 h) is a sphere over a disc.
    """
    bulge: F32 = np.zeros((_COARSEST_PX, _COARSEST_PX), np.float32)
    side = _COARSEST_PX
    while True:
        inside = smooth_step(0.35, 0.65, resize(mask, side, side, "area"))
        rise = np.float32(0.25 * (FORM_PX / side) ** 2)
        for _ in range(_ROUNDS):
            bulge = as_f32((convolve(bulge, _NEIGHBOURS) + rise) * inside)
        if side == FORM_PX:
            break
        side *= 2
        bulge = resize(bulge, side, side)
    bulge = blur(bulge, 1.5)
    x, y = -2 * sobel(bulge, 1, 0), -2 * sobel(bulge, 0, 1)
    steep = np.sqrt(x * x + y * y + 4 * bulge) + np.float32(1e-3)
    return as_f32(np.dstack([x / steep, y / steep]))


def _face(mesh: Points) -> tuple[F32, F32]:
    """X and y of the face's normals, and how far they are to be believed (0..1)."""
    points = mesh[:468]
    left, top = (int(low) - 4 for low in np.floor(points[:, :2].min(axis=0)))
    right, bottom = (int(high) + 5 for high in np.ceil(points[:, :2].max(axis=0)))
    columns, rows = np.arange(left, right, 2), np.arange(top, bottom, 2)
    size = float(max(right - left, bottom - top))
    spline = RBFInterpolator(points[:, :2] / size, points[:, 2] / size, kernel="thin_plate_spline", smoothing=_FIRM)
    grid = np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2) / size
    # Rounded, so that no machine's last bits reach the picture.
    depth = np.round(spline(grid).reshape(len(rows), len(columns)) * size, 3).astype(np.float32)
    depth = blur(depth * np.float32(_RELIEF), 0.8)
    slope_x, slope_y = sobel(depth, 1, 0) / 2, sobel(depth, 0, 1) / 2
    upright = 1 / np.sqrt(1 + slope_x * slope_x + slope_y * slope_y)
    found = as_f32(np.dstack([slope_x * upright, slope_y * upright]))
    found = resize(found, 2 * len(columns), 2 * len(rows), "cubic")
    placed = np.zeros((FORM_PX, FORM_PX, 2), np.float32)
    part = found[max(0, -top) : FORM_PX - top, max(0, -left) : FORM_PX - left]
    placed[max(0, top) :, max(0, left) :][: part.shape[0], : part.shape[1]] = part
    oval = mesh[list(OVAL), :2]
    inner = oval.mean(axis=0) + (oval - oval.mean(axis=0)) * 0.86
    known = blur(fill_polygon((FORM_PX, FORM_PX), inner, smooth=True), size * 0.045)
    return placed, known
