"""Framing: the photo cut to a square canvas with head and shoulders, air around the head, and the face's axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from limner.engine.arrays import F32, Bools, Points
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.landmarks import OVAL
from limner.engine.opencv import resize, warp_affine

HEAD_SHARE = 0.535
"""Height of the head, hair included, as a share of the canvas."""
AIR_ABOVE = 0.105
"""Empty canvas above the hair, as a share of the canvas."""
FACES_PER_SIDE = 2.55
"""The canvas is this many face heights wide, or wider."""
TIGHT_HEAD_SHARE, TIGHT_FACES_PER_SIDE = 0.61, 2.2
"""The same two where the photo itself is tight, so that less of the canvas lies beyond its border."""
CLOSE_HEAD_SHARE, CLOSE_FACES_PER_SIDE = 0.79, 1.68
"""And again for painters that can't let a figure run out on paper: they come nearer rather than show its end."""
LOWEST_AIR_ABOVE = 0.19
"""How far the head may move down where the photo ends soon below the chin."""


@dataclass(frozen=True, slots=True)
class FaceAxes:
    """The face's own coordinates: `u` to the right in face widths, `v` upwards in face heights (chin -.5, top +.5)."""

    center: Points
    up: Points
    right: Points
    width_px: float
    height_px: float

    def fields(self, side_px: int, canvas_px: int) -> tuple[F32, F32]:
        """(u, v) at each pixel of a (side_px, side_px) picture of a canvas of canvas_px."""
        at = (np.arange(side_px, dtype=np.float32) + np.float32(0.5)) * np.float32(canvas_px / side_px)
        x = at[None, :] - np.float32(self.center[0])
        y = at[:, None] - np.float32(self.center[1])
        u = (x * np.float32(self.right[0]) + y * np.float32(self.right[1])) / np.float32(self.width_px)
        v = (x * np.float32(self.up[0]) + y * np.float32(self.up[1])) / np.float32(self.height_px)
        return u.astype(np.float32, copy=False), v.astype(np.float32, copy=False)


def face_axes(mesh: Points) -> FaceAxes:
    """Axes of a (478, 3) mesh; degenerate meshes get a face of at least four pixels."""
    top, chin = mesh[10, :2], mesh[152, :2]
    height = max(float(np.hypot(*(top - chin))), 4.0)
    up = (top - chin) / height if height > 4.0 else np.array([0.0, -1.0])
    right = np.array([-up[1], up[0]])
    width = max(float(np.hypot(*(mesh[234, :2] - mesh[454, :2]))), height * 0.5)
    return FaceAxes((top + chin) / 2, up, right, width, height)


@dataclass(frozen=True, slots=True, eq=False)
class Canvas:
    """The framed photo, before matting.

    `rgb` is (side, side, 3) RGB in 0..1; `person` the soft mask found in the photo; `inside` 1 where the photo has
    pixels; `mine` False where another person's head is nearer; `mesh` (478, 3) in canvas pixels.
    """

    rgb: F32
    person: F32
    inside: F32
    mine: Bools
    mesh: Points
    axes: FaceAxes

    @property
    def side_px(self) -> int:
        """Width and height."""
        return int(self.rgb.shape[0])


@dataclass(frozen=True)
class _Square:
    """A square of the photo, in photo pixels; it may reach beyond the photo."""

    left: float
    top: float
    side: float

    @cached_property
    def origin(self) -> Points:
        return np.array([self.left, self.top])


def frame_head(
    image: RgbImage, mesh_px: Points, person: Mask, other_heads: Sequence[Box], side_px: int, *, close: bool = False
) -> Canvas:
    """Cut the square around head and shoulders and resample it to side_px; `close` comes nearer in a tight photo.

    Beyond the photo's border the border pixels are repeated and `inside` is 0.
    """
    mine = _nearest_head(person.values.shape, mesh_px, other_heads)
    own = person.values * mine
    square = _square(mesh_px, own, _CLOSE if close else _TIGHT)
    scale = side_px / square.side
    mesh = mesh_px.astype(np.float64).copy()
    mesh[:, :2] = (mesh[:, :2] - square.origin) * scale
    mesh[:, 2] *= scale
    rgb = _cut(image.pixels.astype(np.float32) / np.float32(255), square, side_px, "replicate")
    return Canvas(
        rgb=np.clip(rgb, 0, 1),
        person=np.clip(_cut(person.values.astype(np.float32), square, side_px, "replicate"), 0, 1),
        inside=np.clip(_cut(np.ones(own.shape, np.float32), square, side_px, "constant"), 0, 1),
        mine=_cut(mine.astype(np.float32), square, side_px, "replicate") > 0.5,
        mesh=mesh,
        axes=face_axes(mesh),
    )


def _cut(values: F32, square: _Square, side_px: int, border: str) -> F32:
    scale = side_px / square.side
    if scale < 0.75:
        height, width = values.shape[:2]
        small_w, small_h = max(1, round(width * scale)), max(1, round(height * scale))
        values = resize(values, small_w, small_h, "area")
        factor_x, factor_y = small_w / width, small_h / height
    else:
        factor_x = factor_y = 1.0
    step_x, step_y = scale / factor_x, scale / factor_y
    matrix = np.array([[step_x, 0, -square.left * scale], [0, step_y, -square.top * scale]])
    # pixel centres lie at half positions: shift by what scaling does to them
    matrix[:, 2] += [(step_x - 1) / 2, (step_y - 1) / 2]
    if border == "constant":
        return warp_affine(values, matrix, side_px, side_px, "linear", "constant")
    return warp_affine(values, matrix, side_px, side_px, "cubic", "replicate")


@dataclass(frozen=True, slots=True)
class _Tightest:
    """How near a painter comes to a head in a tight photo, and how far down the photo should then reach."""

    faces_per_side: float
    head_share: float
    lower_end: float


_TIGHT = _Tightest(TIGHT_FACES_PER_SIDE, TIGHT_HEAD_SHARE, 0.93)
_CLOSE = _Tightest(CLOSE_FACES_PER_SIDE, CLOSE_HEAD_SHARE, 1.0)


def _square(mesh_px: Points, own: F32, tight: _Tightest) -> _Square:
    axes = face_axes(mesh_px)
    top = _head_top(mesh_px, own, axes)
    chin = float(max(mesh_px[152, 1], mesh_px[OVAL, 1].max()))
    head = max(chin - top, axes.height_px)
    center_x = float((mesh_px[OVAL, 0].min() + mesh_px[OVAL, 0].max()) / 2)
    height, width = own.shape
    widest = max(FACES_PER_SIDE * axes.height_px, head / HEAD_SHARE)
    tightest = max(tight.faces_per_side * axes.height_px, head / tight.head_share)
    filled = min((height - top) / (1 - AIR_ABOVE), 2.3 * min(center_x, width - center_x))
    side = float(np.clip(filled, tightest, widest))
    missing = tight.lower_end - (AIR_ABOVE + (height - top) / side)
    air = float(np.clip(AIR_ABOVE + missing, AIR_ABOVE, LOWEST_AIR_ABOVE))
    return _Square(center_x - side / 2, top - air * side, side)


def _head_top(mesh_px: Points, own: F32, axes: FaceAxes) -> float:
    """Upper end of the hair: where the person mask above the face ends, within what heads and buns measure."""
    height, width = own.shape
    face_top = float(mesh_px[OVAL, 1].min())
    reach = 0.45 * axes.width_px
    left = int(np.clip(axes.center[0] - reach, 0, width - 1))
    right = int(np.clip(axes.center[0] + reach, left + 1, width))
    start = int(np.clip(face_top + 0.05 * axes.height_px, 0, height - 1))
    rows = own[: start + 1, left:right].max(axis=1) > 0.5
    empty = np.flatnonzero(~rows)
    found = float(empty[-1] + 1) if len(empty) else 0.0
    cut_off = 0.30 * axes.height_px if found <= 1 else 0.0  # the photo ends inside the hair
    highest = face_top - 0.85 * axes.height_px
    lowest = face_top - 0.20 * axes.height_px
    skull = face_top - cut_off
    return float(np.clip(min(found, skull) if cut_off else found, highest, lowest))


def _nearest_head(shape: tuple[int, ...], mesh_px: Points, others: Sequence[Box]) -> Bools:
    """True where this person's head ellipse is nearer than every neighbour's (or the neighbour is far away)."""
    if not others:
        return np.ones((shape[0], shape[1]), np.bool_)
    corner, opposite = mesh_px[:468, :2].min(axis=0), mesh_px[:468, :2].max(axis=0)
    size = opposite - corner
    own = _head_distance(shape, Box(float(corner[0]), float(corner[1]), float(size[0]), float(size[1])))
    nearest = np.full(own.shape, np.inf, np.float32)
    for box in others:
        nearest = np.minimum(nearest, _head_distance(shape, box))
    return (own <= nearest) | ((nearest > 1.75) & (own < 2.6))


def _head_distance(shape: tuple[int, ...], box: Box) -> F32:
    x = np.arange(shape[1], dtype=np.float32)[None, :] - np.float32(box.x_px + box.width_px / 2)
    y = np.arange(shape[0], dtype=np.float32)[:, None] - np.float32(box.y_px + 0.36 * box.height_px)
    return np.hypot(x / np.float32(0.72 * box.width_px), y / np.float32(0.80 * box.height_px))
