"""The same photo under other circumstances: turned, darker, tinted, blurred, small, half covered, mirrored.

Each derivation says where a point of the photo went, so that the same face is found again among several.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import U8, Points
from limner.engine.images import Box, RgbImage

_SMALL_FACE_PX: Final = 60.0
_SMALLEST_PHOTO_PX: Final = 40
_CLOTH: Final = (92, 108, 128)
_DARK: Final = 0.7
_WARM: Final = (1.12, 1.0, 0.8)
_BLUE: Final = (0.85, 0.98, 1.15)
_BLUR: Final = 0.018
"""Sigma in face widths."""


@dataclass(frozen=True, slots=True, eq=False)
class Derived:
    """A derived photo; `matrix` (2, 3) carries points of the photo to it."""

    image: RgbImage
    matrix: Points
    mirrored: bool = False

    def box_of(self, box: Box) -> Box:
        """Where an upright box went, as the upright box around it."""
        x, y = np.array([box.x_px, box.x_px + box.width_px]), np.array([box.y_px, box.y_px + box.height_px])
        corners = np.array([(a, b, 1.0) for a in x for b in y]) @ self.matrix.T
        low, high = corners.min(axis=0), corners.max(axis=0)
        return Box(float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1]))


Derive = Callable[[RgbImage, Box], Derived]


def rolled(image: RgbImage, _face: Box, *, degrees: float) -> Derived:
    """Turned clockwise on a larger sheet, as if the camera had been held askew."""
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    size = np.array([image.width_px, image.height_px], np.float64)
    width, height = (round(side) for side in (np.abs(turn) @ size).tolist())
    shift = np.array([width, height]) / 2 - turn @ (size / 2)
    matrix = np.hstack([turn, shift[:, None]])
    return Derived(RgbImage(opencv.warp_affine(image.pixels, matrix, width, height, "linear", "replicate")), matrix)


def tinted(image: RgbImage, _face: Box, *, gains: tuple[float, float, float]) -> Derived:
    """Each channel multiplied: darkness, or a cast of the light."""
    pixels = np.clip(image.pixels * np.array(gains), 0, 255).round().astype(np.uint8)
    return Derived(RgbImage(pixels), _unmoved())


def mirrored(image: RgbImage, _face: Box) -> Derived:
    """Left and right changed."""
    matrix = np.array([[-1.0, 0.0, image.width_px], [0.0, 1.0, 0.0]])
    return Derived(RgbImage(np.ascontiguousarray(image.pixels[:, ::-1])), matrix, mirrored=True)


def blurred(image: RgbImage, face: Box) -> Derived:
    """Out of focus."""
    return Derived(RgbImage(opencv.blur(image.pixels, max(0.5, _BLUR * face.width_px))), _unmoved())


def small(image: RgbImage, face: Box) -> Derived:
    """Shrunk until this face is about 60 pixels wide; a smaller one stays as it is."""
    scale = min(1.0, _SMALL_FACE_PX / face.width_px)
    width, height = (max(_SMALLEST_PHOTO_PX, round(side * scale)) for side in (image.width_px, image.height_px))
    matrix = np.array([[width / image.width_px, 0.0, 0.0], [0.0, height / image.height_px, 0.0]])
    return Derived(RgbImage(opencv.resize(image.pixels, width, height, "area")), matrix)


def half_covered(image: RgbImage, face: Box) -> Derived:
    """A plain cloth over mouth and chin: the lower 45 per cent of the face."""
    pixels: U8 = image.pixels.copy()
    left, right = face.x_px - 0.1 * face.width_px, face.x_px + 1.1 * face.width_px
    top, bottom = face.y_px + 0.55 * face.height_px, face.y_px + 1.1 * face.height_px
    pixels[max(0, int(top)) : max(0, int(bottom)), max(0, int(left)) : max(0, int(right))] = _CLOTH
    return Derived(RgbImage(pixels), _unmoved())


def _unmoved() -> Points:
    return np.eye(2, 3)


WHOLE_PHOTO: Final[Mapping[str, Derive]] = {
    **{f"rolled {degrees:+d}": partial(rolled, degrees=degrees) for degrees in (-90, -45, -30, -15, 15, 30, 45, 90)},
    "darkened": partial(tinted, gains=(_DARK, _DARK, _DARK)),
    "warm cast": partial(tinted, gains=_WARM),
    "blue cast": partial(tinted, gains=_BLUE),
    "mirrored": mirrored,
}
"""One picture serves all faces of a photo."""

ONE_FACE: Final[Mapping[str, Derive]] = {"blurred": blurred, "small": small, "half covered": half_covered}
"""Made for each face anew, by its size and place."""
