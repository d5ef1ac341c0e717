"""A sitter whose eyes are a little larger: smoothly magnified, so that lids, brows and frames come along."""

from dataclasses import replace
from typing import Final

import numpy as np

from limner.engine.arrays import F32, Points
from limner.engine.geometry import pose_of
from limner.engine.opencv import remap
from limner.engine.paint.edge_aware import as_f32, smooth_step
from limner.engine.paint.matte import Figure
from limner.engine.paint.portrait_subject import Subject

_CORNERS: Final = ((33, 133), (362, 263))
_REACH: Final = 1.45
"""Radius of the magnified disc in eye widths."""
_WIDE: Final = 0.245
"""Eyes this wide, as a share of the face, are large already: a child's."""
_MOST: Final = 1.32
_LEAST: Final = 1.14


def with_larger_eyes(subject: Subject) -> Subject:
    """The same sitter with eyes 1.1 to 1.24 times as large; nearly as they are where the head is turned away."""
    lenses = _lenses(subject.canvas.mesh, subject.canvas.axes.width_px)
    side = subject.side_px
    at = np.arange(side, dtype=np.float32)
    x, y = _looked_up(np.broadcast_to(at, (side, side)), np.broadcast_to(at[:, None], (side, side)), lenses)
    figure, canvas = subject.figure, subject.canvas
    mesh = canvas.mesh.copy()
    mesh[:, :2] = _moved(mesh[:, :2], lenses)
    return replace(
        subject,
        canvas=replace(canvas, rgb=remap(canvas.rgb, x, y, "cubic"), mesh=mesh),
        figure=Figure(np.clip(remap(figure.rgb, x, y, "cubic"), 0, 1), figure.alpha),
        skin=remap(subject.skin, x, y),
    )


_Lens = tuple[Points, float, float]
"""Centre, radius in pixels, magnification."""


def _lenses(mesh: Points, face_width_px: float) -> list[_Lens]:
    yaw = abs(pose_of(mesh).yaw_deg)
    frontal = 1 - float(smooth_step(15.0, 40.0, np.array([yaw]))[0])
    found: list[_Lens] = []
    widths = [float(np.hypot(*(mesh[a, :2] - mesh[b, :2]))) for a, b in _CORNERS]
    factor = (
        1 + (float(np.clip(_MOST * (_WIDE * 0.92 * face_width_px / max(widths)) ** 0.8, _LEAST, _MOST)) - 1) * frontal
    )
    for (a, b), width in zip(_CORNERS, widths, strict=True):
        found.append(((mesh[a, :2] + mesh[b, :2]) / 2, max(_REACH * width, 0.18 * face_width_px), round(factor, 3)))
    return found


def _looked_up(x: F32, y: F32, lenses: list[_Lens]) -> tuple[F32, F32]:
    """Where each place of the result lies in the source."""
    shift_x, shift_y = np.zeros_like(x), np.zeros_like(y)
    for centre, radius, factor in lenses:
        dx, dy = x - np.float32(centre[0]), y - np.float32(centre[1])
        near = np.clip(1 - (dx * dx + dy * dy) / np.float32(radius**2), 0, 1) ** 1.5 * np.float32(1 - 1 / factor)
        shift_x -= dx * near
        shift_y -= dy * near
    return as_f32(x + shift_x), as_f32(y + shift_y)


def _moved(points: Points, lenses: list[_Lens]) -> Points:
    """Where points of the source lie in the result: the inverse, found step by step."""
    moved = points.copy()
    for _ in range(14):
        back = np.stack(_looked_up(as_f32(moved[:, 0]), as_f32(moved[:, 1]), lenses), axis=1)
        moved += 0.9 * (points - back)
    return np.round(moved, 3)
