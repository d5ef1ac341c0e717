"""Which pixels belong to a person, by MediaPipe's selfie segmentation."""

from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, U8
from limner.engine.images import Box, Mask, RgbImage
from limner.faces.tflite import load_model

_SIZE_PX: Final = 256
_NEAR: Final = 3.2
"""Side of the window around a head, in its box's longer side."""
_FADE: Final = 0.08
"""Width of the seam between the near and the whole view, in window sides."""


def find_people(image: RgbImage) -> Mask:
    """A soft mask of the picture's size: 1 on people (all of them), 0 on the scene."""
    return Mask(_segment(image.pixels))


def people_near(image: RgbImage, box: Box) -> Mask:
    """Like `find_people`, but sharp around the face in `box`, however small it stands in the picture.

    The segmentation sees 256 x 256 pixels: it looks at the whole picture, then once more at a window around the
    head, and the second view replaces the first inside that window.
    """
    whole = _segment(image.pixels)
    half = max(box.width_px, box.height_px) * _NEAR / 2
    center_x, center_y = box.center_px
    left, top = max(0, round(center_x - half)), max(0, round(center_y - half))
    right, bottom = min(image.width_px, round(center_x + half)), min(image.height_px, round(center_y + half))
    if right - left < 2 or bottom - top < 2:  # noqa: PLR2004 - a box outside the picture
        return Mask(whole)
    near = _segment(np.ascontiguousarray(image.pixels[top:bottom, left:right]))
    # Where the window ends at the picture's own border there is nothing to fade into.
    across = _ramp(right - left, 2 * half, fade_start=left > 0, fade_end=right < image.width_px)
    down = _ramp(bottom - top, 2 * half, fade_start=top > 0, fade_end=bottom < image.height_px)
    share = down[:, None] * across[None, :]
    part = whole[top:bottom, left:right]
    part += share * (near - part)
    return Mask(whole)


def _segment(pixels: U8) -> F32:
    """The model's opinion on an RGB picture of any size: (height, width), 0..1."""
    height, width = pixels.shape[:2]
    small = opencv.resize(pixels, _SIZE_PX, _SIZE_PX, "area").astype(np.float32) / np.float32(255)
    values = load_model("selfie_segmentation.tflite").run(small)[0].reshape(_SIZE_PX, _SIZE_PX)
    return np.clip(opencv.resize(values, width, height), 0, 1).astype(np.float32)


def _ramp(length_px: int, side_px: float, *, fade_start: bool, fade_end: bool) -> F32:
    """Weights 0..1 along one side of the window: full inside, fading to nothing at an end that has a seam."""
    position = np.arange(length_px, dtype=np.float32) + np.float32(0.5)
    fade = np.float32(max(1.0, side_px * _FADE))
    weight = np.ones(length_px, np.float32)
    if fade_start:
        weight = np.minimum(weight, position / fade)
    if fade_end:
        weight = np.minimum(weight, (length_px - position) / fade)
    return np.clip(weight, 0, 1).astype(np.float32)
