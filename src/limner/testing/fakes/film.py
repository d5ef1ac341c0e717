"""The MP4 a fake animator gives back: the picture it was shown, growing a little lighter and darker again."""

import io
import math
from typing import Final

import numpy as np
from PIL import Image, ImageOps

from limner.engine.images import RgbImage
from limner.engine.motion.encode import encode_loop

_FPS: Final = 6
_LIGHTER: Final = 18
_TOO_LONG_S: Final = 70


def filmed(picture: bytes, width_px: int, height_px: int, seconds: float, behaviour: str = "success") -> bytes:
    """A clip so large (even sides) and long; "garbage" is none, "huge" one that lasts over a minute."""
    if behaviour == "garbage":
        return b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 8
    if behaviour == "huge":
        return encode_loop([RgbImage(np.full((64, 64, 3), 90, np.uint8))] * _TOO_LONG_S, 1, "mp4")
    shown = ImageOps.fit(Image.open(io.BytesIO(picture)).convert("RGB"), (width_px, height_px))
    pixels = np.asarray(shown, np.int16)
    count = max(2, round(seconds * _FPS))
    lighter = (round(_LIGHTER * math.sin(math.pi * number / count)) for number in range(count))
    frames = [RgbImage(np.clip(pixels + more, 0, 255).astype(np.uint8)) for more in lighter]
    return encode_loop(frames, _FPS, "mp4")
