"""Eyes of a painted face that close: a lid of the face's own skin and grain comes down, with lashes along its edge."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine.arrays import F32, U8, Points
from limner.engine.landmarks import BROW_LEFT_LOWER, BROW_RIGHT_LOWER, EYE_LEFT, EYE_RIGHT
from limner.engine.opencv import blur, fill_polygon
from limner.engine.paint.edge_aware import as_f32

_AROUND: Final = 0.75
"""How much of the picture around an eye is looked at, in eye widths."""
_CLOSED: Final = 1.05
_LASHES: Final = 0.042
"""Half the lash line's greatest thickness, in eye widths."""


@dataclass(frozen=True, slots=True, eq=False)
class Lid:
    """One eye in a window of its picture: both lids from left to right, (33, 2), and the brow's lower edge, in pixels.

    `corner` is 1 where the outer corner lies right, else -1.
    """

    left_px: int
    top_px: int
    right_px: int
    bottom_px: int
    upper: Points
    lower: Points
    brow: float
    corner: int

    @property
    def width(self) -> float:
        """Corner to corner."""
        return float(self.upper[-1, 0] - self.upper[0, 0])


def lids_of(mesh: Points, shape: tuple[int, int]) -> tuple[Lid, ...]:
    """The eyes of a (478, 3) mesh on a picture of (height, width); those too small to be seen closed are left out."""
    lids = (_lid(mesh, EYE_LEFT, BROW_LEFT_LOWER, shape, -1), _lid(mesh, EYE_RIGHT, BROW_RIGHT_LOWER, shape, 1))
    return tuple(lid for lid in lids if lid.width > 4)


def _lid(mesh: Points, eye: tuple[int, ...], brow: tuple[int, ...], shape: tuple[int, int], corner: int) -> Lid:
    """`eye` runs around from the outer corner; its first nine points are the upper lid, the rest the lower."""
    loop = mesh[list(eye), :2]
    x0, y0, x1, y1 = (float(value) for value in (*loop.min(axis=0), *loop.max(axis=0)))
    room = (x1 - x0) * _AROUND
    left, top = max(0, int(x0 - room)), max(0, int(y0 - room))
    right, bottom = min(shape[1], int(x1 + room)), min(shape[0], int(y1 + room))
    across: Points = np.linspace(x0, x1, 33)
    upper, lower = (_height(side, across) for side in (loop[0:9], np.vstack([loop[8:], loop[:1]])))
    offset = np.array([left, top])
    return Lid(
        left, top, right, bottom,
        np.stack([across, np.minimum(upper, lower)], axis=1) - offset,
        np.stack([across, np.maximum(upper, lower)], axis=1) - offset,
        float(mesh[list(brow), 1].max()) - top,
        corner,
    )  # fmt: skip


def _height(side: Points, across: Points) -> Points:
    order = np.argsort(side[:, 0], kind="stable")
    return np.asarray(np.interp(across, side[order, 0], side[order, 1]), np.float64)


def blinked(picture: U8, lids: tuple[Lid, ...], blink: float) -> U8:
    """The picture (height, width, 3) with its eyes closed by `blink` 0..1."""
    if blink <= 0:
        return picture
    result = picture.copy()
    for lid in lids:
        window = slice(lid.top_px, lid.bottom_px), slice(lid.left_px, lid.right_px)
        result[window] = _closed(picture[window], lid, blink)
    return result


def _closed(window: U8, lid: Lid, blink: float) -> U8:
    shape = (window.shape[0], window.shape[1])
    edge = lid.upper + (lid.lower - lid.upper) * blink * _CLOSED
    # The lid begins above the open eye's lashes, which it has taken along.
    above = lid.upper.copy()
    room = max(2.0, min(0.23 * lid.width, (float(lid.upper[:, 1].min()) - lid.brow) * 0.7))
    above[:, 1] -= room * (0.5 + 0.5 * np.sin(np.linspace(0, np.pi, len(above))))
    soft = max(0.7, lid.width * 0.035)
    cover = blur(fill_polygon(shape, np.vstack([above, edge[::-1]]), smooth=True), soft)
    under_edge = fill_polygon(shape, np.vstack([above - [0, 99], edge[::-1]]), smooth=True)
    paint = window.astype(np.float32)
    skin = _skin(paint, lid)
    lidded = skin * _shade(shape, above, edge) + _grain(paint, lid)
    share = (cover * under_edge)[..., None]
    closed = paint * (1 - share) + lidded * share
    lashes = _lashes(shape, edge, lid, blink)[..., None]
    dark = np.percentile(paint[fill_polygon(shape, np.vstack([lid.upper, lid.lower[::-1]])) > 0.5], 12, axis=0)
    return np.clip(np.round(closed * (1 - lashes) + dark * lashes), 0, 255).astype(np.uint8)


def _grain(paint: F32, lid: Lid) -> F32:
    """What the paint does on the cheek, as tall as the window: its rows there and back again."""
    low = float(lid.lower[:, 1].max())
    first, last = int(low + lid.width * 0.25), int(low + lid.width * 0.6)
    last = min(last, paint.shape[0])
    if last - first < 3:
        return np.zeros_like(paint)
    fine = paint - blur(paint, max(1.0, lid.width * 0.05))
    there = np.concatenate([np.arange(first, last), np.arange(last - 1, first - 1, -1)])
    rows = np.resize(there, paint.shape[0])
    return fine[rows]


def _skin(paint: F32, lid: Lid) -> F32:
    """The lid's colour, between that above the eye and that of the cheek, nearer to the lighter one."""
    left, right = int(lid.upper[4, 0]), int(lid.upper[-5, 0]) + 1
    high, low = float(lid.upper[:, 1].min()), float(lid.lower[:, 1].max())
    gap = max(2.0, high - lid.brow)
    bands = (
        paint[max(0, int(high - gap * 0.75)) : max(1, int(high - gap * 0.3)), left:right],
        paint[int(low + lid.width * 0.22) : int(low + lid.width * 0.5), left:right],
    )
    found: list[F32] = [np.median(band.reshape(-1, 3), axis=0) for band in bands if band.size]
    found.sort(key=_lightness)
    return as_f32(found[-1] * 0.6 + found[0] * 0.4) if found else np.array([190.0, 150.0, 130.0], np.float32)


def _lightness(color: F32) -> float:
    return round(float(color.sum()), 1)


def _shade(shape: tuple[int, int], above: Points, edge: Points) -> F32:
    """A lid is round: lit along its middle, a little darker at both rims."""
    x = range(shape[1])
    top, bottom = (np.interp(x, line[:, 0], line[:, 1]) for line in (above, edge))
    down = (np.arange(shape[0])[:, None] - top) / np.maximum(bottom - top, 1.0)
    return as_f32(0.985 - 0.16 * np.clip(np.abs(down - 0.42) - 0.12, 0, 0.6))[..., None]


def _lashes(shape: tuple[int, int], edge: Points, lid: Lid, blink: float) -> F32:
    """A tapered line, heavier to the outer corner."""
    outwards = np.linspace(0, 1, len(edge))[:: lid.corner]
    half = lid.width * _LASHES * (0.25 + 0.75 * outwards) * np.sin(np.pi * np.clip(outwards, 0.04, 0.93)) ** 0.5
    band = np.vstack(
        [edge - np.stack([np.zeros(len(edge)), half], 1), (edge + np.stack([np.zeros(len(edge)), half], 1))[::-1]]
    )
    line = blur(fill_polygon(shape, band, smooth=True), max(0.5, lid.width * 0.012))
    return as_f32(line * (0.86 * min(1.0, blink * 2)))
