"""The head in a frame of fixed size: upright, 190 pixels to a face unit, light corrected.

Everything that is measured in pixels is measured here, so that thresholds mean the same for every photo.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, U8, Bools, Points
from limner.engine.geometry import fit_head
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.landmarks import OVAL

WIDTH_PX: Final = 512
HEIGHT_PX: Final = 640
UNIT_PX: Final = 190.0
EYES_PX: Final = (256.0, 265.0)
"""Where the point midway between the eyes lies in the crop."""

_BRIGHT_END: Final = 0.93
_WHITE: Final = 250
_GAIN_RANGE: Final = (0.8, 2.8)
_BURNT_TAKES: Final = 0.10
"""How much more the gain falls where the face itself is burnt out: the bright end cannot rise above white to say so."""
_BURNT_FULL: Final = 0.3
"""Burnt share of the face's skin from which on all of that is taken."""


@dataclass(frozen=True, slots=True, eq=False)
class HeadCrop:
    """`rgb` (640, 512, 3) uint8 as photographed; `lab` float32 after the exposure gain; `points` (478, 2) crop pixels.

    `person` 0..1 is this person alone, neighbours' heads cut out; `inside` tells where the photo has pixels,
    `alone` whether no other head is near enough for its hair to touch this one's.
    """

    rgb: U8
    lab: F32
    points: Points
    person: F32
    inside: Bools
    exposure_gain: float
    alone: bool


def crop_head(image: RgbImage, mesh_px: Points, person: Mask, other_heads: Sequence[Box]) -> HeadCrop:
    """Cut the head of a (478, 3) mesh out of the picture, roll taken out."""
    matrix = upright(mesh_px, UNIT_PX, np.array(EYES_PX))
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    pixels = opencv.blur(image.pixels, 0.35 / scale) if scale < 0.5 else image.pixels
    rgb = opencv.warp_affine(pixels, matrix, WIDTH_PX, HEIGHT_PX, "linear" if scale < 1 else "cubic")
    seen = np.full(image.pixels.shape[:2], 255, np.uint8)
    inside = opencv.warp_affine(seen, matrix, WIDTH_PX, HEIGHT_PX, "nearest", "constant") > 0
    mask = opencv.warp_affine(person.values, matrix, WIDTH_PX, HEIGHT_PX, "linear", "replicate")
    points = mesh_px[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    own = _own_cell(matrix, mesh_px, other_heads)
    face = opencv.fill_polygon((HEIGHT_PX, WIDTH_PX), points[list(OVAL)]) > 0
    gain = _exposure_gain(image, rgb, (mask > 0.7) & inside, face & inside)
    lit = np.clip(rgb.astype(np.float32) * np.float32(gain / 255), 0, 1).astype(np.float32)
    alone = not any(_touches(mesh_px, box) for box in other_heads)
    return HeadCrop(rgb, opencv.rgb_to_lab(lit), points, mask * own, inside, gain, alone)


def upright(mesh_px: Points, unit_px: float, eyes_px: Points) -> Points:
    """(2, 3) matrix from picture to a crop: the eye line level at `eyes_px`, one face unit `unit_px` pixels."""
    head = fit_head(mesh_px)
    scale = unit_px / head.scale
    roll = np.arctan2(head.rotation[1, 0], head.rotation[0, 0])
    turn = np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]]) * scale
    eyes = mesh_px[[33, 263, 133, 362], :2].mean(axis=0)
    return np.hstack([turn, (eyes_px - turn @ eyes)[:, None]])


def _own_cell(matrix: Points, mesh_px: Points, other_heads: Sequence[Box]) -> F32:
    """1 where this head is nearer than any neighbour's (a power diagram of head ellipses), softened."""
    if not other_heads:
        return np.ones((HEIGHT_PX, WIDTH_PX), np.float32)
    back = np.linalg.inv(np.vstack([matrix, [0.0, 0.0, 1.0]]))
    y, x = np.mgrid[:HEIGHT_PX, :WIDTH_PX].astype(np.float64)
    at_x = back[0, 0] * x + back[0, 1] * y + back[0, 2]
    at_y = back[1, 0] * x + back[1, 1] * y + back[1, 2]

    def distance(box: Box) -> Points:
        center_y = box.y_px + 0.36 * box.height_px
        across = (at_x - box.center_px[0]) / (0.72 * box.width_px)
        return np.hypot(across, (at_y - center_y) / (0.80 * box.height_px))

    low, high = mesh_px[:468, :2].min(axis=0), mesh_px[:468, :2].max(axis=0)
    own = distance(Box(float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])))
    mine = (own < 1.75).astype(np.float32)
    for box in other_heads:
        mine[distance(box) < own] = 0
    return opencv.blur(opencv.erode(mine, 7), 2.0)


def _touches(mesh_px: Points, other: Box) -> bool:
    low, high = mesh_px[:468, :2].min(axis=0), mesh_px[:468, :2].max(axis=0)
    apart = np.linalg.norm((low + high) / 2 - np.array(other.center_px))
    return float(apart) < float((high - low).max()) + max(other.width_px, other.height_px)


def _exposure_gain(image: RgbImage, rgb: U8, person: Bools, face: Bools) -> float:
    """How much brighter or darker the picture ought to be, judged by its own and the person's bright end.

    Judging by the skin alone would bleach dark skin, so the reference is whichever of person and scene is brighter.
    """
    if int(person.sum()) < 500:
        return 1.0
    light = opencv.luminance(rgb.astype(np.float32) / np.float32(255))
    scene = opencv.resize(image.pixels, 256, 256, "area").astype(np.float32) / np.float32(255)
    bright_person = float(np.percentile(light[person], 98.5))
    bright_scene = float(np.percentile(opencv.luminance(scene), 99.5))
    reference = max(bright_person, 0.55 * bright_scene + 0.45 * bright_person, 0.05)
    burnt = float((rgb[face].max(axis=1) > _WHITE).mean()) if face.any() else 0.0
    too_bright = 1 - _BURNT_TAKES * min(burnt / _BURNT_FULL, 1.0)
    return round(float(np.clip(_BRIGHT_END / reference * too_bright, *_GAIN_RANGE)), 3)
