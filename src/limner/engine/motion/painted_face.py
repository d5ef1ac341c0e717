"""A painted portrait that moves: one smooth warp of the whole picture, held still along its border.

The warp is a thin-plate spline (Bookstein 1989) through points of the face mesh, one field for each gesture. Since no
figure is cut out of the picture, nothing can tear at the figure's edge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from scipy.interpolate import RBFInterpolator

from limner.engine.arrays import F32, U8, Points
from limner.engine.images import RgbImage
from limner.engine.landmarks import OVAL
from limner.engine.motion.eyelids import blinked, lids_of
from limner.engine.motion.gesture import Motion
from limner.engine.opencv import remap, resize
from limner.engine.paint.edge_aware import as_f32
from limner.engine.paint.portrait_frame import FaceAxes, face_axes

_GRID: Final = 40
"""The fields are that smooth: they are worked out at so many places along each side, and enlarged."""
_INNER: Final = (1, 4, 33, 133, 263, 362, 70, 300, 105, 334, 61, 291, 13, 14, 0, 17, 205, 425, 50, 280, 6, 168)
_MOUTH_CORNERS: Final = (61, 291)
_CHEEKS: Final = (205, 425)
_TURN: Final = 0.055
"""How far the nose's tip goes to each side when the eye moves, in face widths."""
_TILT_SHARE: Final = 0.8
"""A painted head leans less than a drawn one: its neck comes along."""


@dataclass(frozen=True, slots=True, eq=False)
class _Fields:
    """Shifts (height, width, 2) in pixels: for a lean of one radian, a full turn, smile and breath."""

    lean: F32
    turn: F32
    smile: F32
    breath: F32


@dataclass(slots=True)
class PaintedFace:
    """A picture with one face, given by its (478, 3) mesh in pixels, ready to move."""

    picture: RgbImage
    mesh: Points
    _blinks: dict[float, U8] = field(default_factory=dict[float, U8])
    _fields: _Fields | None = None

    def frames(self, motions: Sequence[Motion]) -> Iterator[RgbImage]:
        """One frame for each motion, as large as the picture; there are no arms to wave."""
        for motion in motions:
            yield self._frame(motion)

    def _frame(self, motion: Motion) -> RgbImage:
        if self._fields is None:
            self._fields = _fields(self.picture, self.mesh)
        if motion.blink not in self._blinks:
            size = self.picture.height_px, self.picture.width_px
            self._blinks[motion.blink] = blinked(self.picture.pixels, lids_of(self.mesh, size), motion.blink)
        fields = self._fields
        shift = fields.lean * np.float32(np.radians(motion.tilt_deg) * _TILT_SHARE)
        for amount, of in ((motion.drift, fields.turn), (motion.smile, fields.smile), (motion.breath, fields.breath)):
            if amount:
                shift += of * np.float32(amount)
        height, width = shift.shape[:2]
        x = as_f32(np.arange(width, dtype=np.float32) - shift[..., 0])
        y = as_f32(np.arange(height, dtype=np.float32)[:, None] - shift[..., 1])
        return RgbImage(remap(self._blinks[motion.blink], x, y, "cubic"))


def _fields(picture: RgbImage, mesh: Points) -> _Fields:
    axes = face_axes(mesh)
    rings = _rings(mesh, axes)
    still = _border(picture)
    inner = mesh[list(_INNER), :2]
    head = np.vstack([inner, *rings])
    points = np.vstack([head, _shoulders(axes), still])
    spline = _Spline(points, picture)
    held = np.zeros((len(points), 2))

    neck = axes.center - axes.up * axes.height_px * 0.82
    lean = held.copy()
    lean[: len(head)] = (head - neck)[:, ::-1] * [-1, 1]
    turn = held.copy()
    depth = mesh[list(_INNER), 2] - mesh[list(OVAL), 2].mean()
    nearest = max(1e-3, float(-depth.min()))
    turn[: len(inner)] = axes.right * (np.clip(-depth / nearest, 0, 1) * _TURN * axes.width_px)[:, None]
    smile = held.copy()
    for points_of, out, up in ((_MOUTH_CORNERS, 0.034, 0.030), (_CHEEKS, 0.008, 0.016)):
        for side, at in zip((-1, 1), points_of, strict=True):
            shift = axes.right * side * out * axes.width_px + axes.up * up * axes.height_px
            smile[_INNER.index(at)] = shift
    breath = held.copy()
    breath[: len(head)] = axes.up * 0.016 * axes.height_px
    breath[len(head) : len(points) - len(still)] = axes.up * 0.022 * axes.height_px
    return _Fields(*(spline.field(values) for values in (lean, turn, smile, breath)))


def _rings(mesh: Points, axes: FaceAxes) -> tuple[Points, Points]:
    """The face's oval, and one around the hair; below the chin the second one stops."""
    oval = mesh[list(OVAL), :2][::2]
    around = axes.center + (oval - axes.center) * 1.42 + axes.up * axes.height_px * 0.1
    above = (around - axes.center) @ axes.up > -0.2 * axes.height_px
    return oval, around[above]


def _shoulders(axes: FaceAxes) -> Points:
    """A line below the neck: it breathes, and keeps still while the head leans."""
    below = axes.center - axes.up * axes.height_px * 1.12
    return np.array([below + axes.right * axes.width_px * across for across in (-1.0, -0.5, 0.0, 0.5, 1.0)])


def _border(picture: RgbImage) -> Points:
    """Points along all four sides, where nothing moves."""
    across, down = np.linspace(0, picture.width_px, 9), np.linspace(0, picture.height_px, 9)
    sides = [(x, y) for x in across for y in (0.0, float(picture.height_px))]
    sides += [(x, y) for x in (0.0, float(picture.width_px)) for y in down[1:-1]]
    return np.array(sides)


class _Spline:
    """Shifts at some points carried to every pixel of a picture."""

    def __init__(self, points: Points, picture: RgbImage) -> None:
        self._points = points
        self._size = picture.width_px, picture.height_px
        across, down = np.meshgrid(np.linspace(0, self._size[0], _GRID), np.linspace(0, self._size[1], _GRID))
        self._grid = np.stack([across.ravel(), down.ravel()], axis=1)

    def field(self, shifts: Points) -> F32:
        spline = RBFInterpolator(self._points, shifts, kernel="thin_plate_spline", smoothing=1e-3)
        coarse = spline(self._grid).reshape(_GRID, _GRID, 2).astype(np.float32)
        return resize(coarse, *self._size, "cubic")
