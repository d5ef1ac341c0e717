"""The classic: a cascade of Haar features (Intel's, BSD). Upright frontal faces only, and many false ones."""

from typing import Final

import numpy as np
from scipy.sparse.csgraph import connected_components

from limner import model_files
from limner.engine import opencv
from limner.engine.arrays import Points
from limner.engine.cascade import Cascade
from limner.engine.images import Box, RgbImage
from limner.faces.detector import Detection, largest_first

_LONG_SIDE_PX: Final = 640
_SMALLEST_PX: Final = 36
_ZOOM: Final = 1.2
"""From one size of window to the next."""
_FINE_ZOOM: Final = 3.0
"""From here on windows are tried at each pixel, before at every second."""
_NEAR: Final = 0.2
"""Windows whose borders differ by less than this share of their side see the same face."""
_LEAST_VOTES: Final = 4


class HaarDetector:
    """Slides a window of many sizes over the picture; a face is where several windows agree."""

    name: Final = "haar"
    licence: Final = "BSD-3-Clause"

    def __init__(self) -> None:
        self._cascade = Cascade.from_xml(model_files.path("haarcascade_frontalface_default.xml").read_bytes())

    def detect(self, image: RgbImage) -> list[Detection]:
        """All faces, the largest first; the confidence grows with the number of windows that agree."""
        luma = opencv.luminance(image.pixels.astype(np.float32) / np.float32(255)) * np.float32(255)
        unit = max(image.width_px, image.height_px) / _LONG_SIDE_PX
        zoom = unit * _SMALLEST_PX / self._cascade.side_px
        found: list[Points] = [np.zeros((0, 3))]
        while min(luma.shape) / zoom > self._cascade.side_px:
            high, wide = (round(side / zoom) for side in luma.shape)
            small = opencv.resize(luma, wide, high, "area" if zoom > 1 else "linear")
            corners = self._cascade.windows(small, 1 if zoom > _FINE_ZOOM * unit else 2) * zoom
            side_px = np.full(len(corners), self._cascade.side_px * zoom)
            found.append(np.column_stack([corners, side_px]))
            zoom *= _ZOOM
        return largest_first(_agreed(np.concatenate(found)))


def _agreed(windows: Points) -> list[Detection]:
    """The mean of each group of like windows (n, 3) as (x, y, side), if the group is large enough."""
    if not len(windows):
        return []
    x, y, side = windows.T
    slack = _NEAR * np.minimum(side[:, None], side)
    like = np.ones((len(windows), len(windows)), np.bool_)
    for border in (x, y, x + side, y + side):
        like &= np.abs(border[:, None] - border) <= slack
    count, group = connected_components(like, directed=False)
    found: list[Detection] = []
    for number in range(count):
        votes = int((group == number).sum())
        left, top, wide = (float(value) for value in windows[group == number].mean(axis=0))
        if votes >= _LEAST_VOTES:
            found.append(Detection(Box(left, top, wide, wide), round(votes / (votes + _LEAST_VOTES), 4)))
    surest = sorted(found, key=lambda one: -one.confidence)
    kept = opencv.apart([one.box for one in surest], [one.confidence for one in surest], most_overlap=0.1)
    return [surest[number] for number in kept]
