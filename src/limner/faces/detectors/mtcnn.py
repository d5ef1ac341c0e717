"""MTCNN (Zhang et al. 2016, MIT): three networks, each looking closer at what the one before proposes; run by OpenCV.

The networks take pictures with rows and columns exchanged, as they were trained in Matlab; so boxes are read (x, y).
"""

from typing import Final

import numpy as np

from limner import model_files
from limner.engine import opencv
from limner.engine.arrays import F32, Points
from limner.engine.images import Box, RgbImage
from limner.faces.detector import Detection, largest_first

_LONG_SIDE_PX: Final = 640
_SMALLEST_PX: Final = 24
_CELL_PX, _STEP_PX = 12, 2
"""The first network sees windows of 12 pixels, two pixels apart."""
_ZOOM: Final = 0.709
"""The square root of a half: each size of the picture has half the area of the one before."""
_LEAST: Final = (0.6, 0.7, 0.8)
"""Confidence 0..1 each network asks for; with the usual 0.7 in the last one, folds of cloth pass."""
_MOST_OVERLAP: Final = (0.5, 0.7, 0.4)


class MtcnnDetector:
    """Proposes on a pyramid of small pictures, then refines and judges 24 and 48 pixel cuts of the picture."""

    name: Final = "mtcnn"
    licence: Final = "MIT"

    def __init__(self) -> None:
        self._propose, self._refine, self._judge = (
            opencv.OnnxNetwork(model_files.path(f"mtcnn-{part}.onnx").read_bytes()) for part in ("pnet", "rnet", "onet")
        )

    def detect(self, image: RgbImage) -> list[Detection]:
        """All faces, the largest first."""
        scale = _LONG_SIDE_PX / max(image.width_px, image.height_px)
        width, height = (max(1, round(side * scale)) for side in (image.width_px, image.height_px))
        small = opencv.resize(image.pixels, width, height, "area" if scale < 1 else "linear").astype(np.float32)
        boxes = self._proposals(small)
        for network, names, side_px, stage in (
            (self._refine, ("dense_2", "softmax_1"), 24, 1),
            (self._judge, ("dense_5", "softmax_2", "dense_6"), 48, 2),
        ):
            if not len(boxes):
                return []
            shifts, sure = network.run(_cuts(small, _squared(boxes), side_px), names)[:2]
            boxes = _kept(_shifted(_squared(boxes), shifts), sure[:, 1], stage)
        boxes[:, :4] /= scale
        return largest_first(
            [Detection(Box(x, y, right - x, low - y), round(sure, 4)) for x, y, right, low, sure in boxes.tolist()]
        )

    def _proposals(self, small: F32) -> Points:
        """Windows that may hold a face: shape (n, 5), left, top, right, bottom, confidence."""
        found: list[Points] = [np.zeros((0, 5))]
        zoom = _CELL_PX / _SMALLEST_PX
        while min(small.shape[:2]) * zoom >= _CELL_PX:
            high, wide = (int(np.ceil(side * zoom)) for side in small.shape[:2])
            values = _input(opencv.resize(small, wide, high, "area")[None])
            shifts, sure = self._propose.run(values, ("conv2d_4", "softmax"))
            cells = np.argwhere(sure[0, ..., 1] > _LEAST[0])
            corner = cells * _STEP_PX / zoom
            boxes = np.column_stack([corner, corner + _CELL_PX / zoom])
            column, row = cells.T
            found.append(_kept(_shifted(boxes, shifts[0, column, row]), sure[0, column, row, 1], 0))
            zoom *= _ZOOM
        return np.concatenate(found)


def _input(pictures: F32) -> F32:
    """Pictures (n, height, width, 3) of 0..255 as the networks want them."""
    return ((pictures - 127.5) / 128).transpose(0, 2, 1, 3).astype(np.float32)


def _cuts(small: F32, boxes: Points, side_px: int) -> F32:
    """Each square box of the picture, resampled; black beyond the border, as in training."""
    cuts: list[F32] = []
    for left, top, right, _ in boxes.tolist():
        zoom = side_px / max(right - left, 1.0)
        shrunk = np.array([[zoom, 0, -left * zoom], [0, zoom, -top * zoom]])
        cuts.append(opencv.warp_affine(small, shrunk, side_px, side_px, border="constant"))
    return _input(np.stack(cuts))


def _squared(boxes: Points) -> Points:
    """Squares (n, 4) around the middles of boxes (n, 4 or more)."""
    middle = (boxes[:, :2] + boxes[:, 2:4]) / 2
    half = (boxes[:, 2:4] - boxes[:, :2]).max(axis=1, keepdims=True) / 2
    return np.column_stack([middle - half, middle + half])


def _shifted(boxes: Points, shifts: F32) -> Points:
    """Boxes (n, 4) whose borders move by `shifts` (n, 4) in units of their sides."""
    size = boxes[:, 2:] - boxes[:, :2]
    return boxes + shifts * np.tile(size, 2)


def _kept(boxes: Points, sure: F32, stage: int) -> Points:
    """Boxes (n, 5) a stage is sure of, without repetitions, the surest first."""
    boxes = np.column_stack([boxes, sure.astype(np.float64)])[sure > _LEAST[stage]]
    rectangles = [Box(x, y, right - x, low - y) for x, y, right, low, _ in boxes.tolist()]
    return boxes[opencv.apart(rectangles, boxes[:, 4].tolist(), _MOST_OVERLAP[stage])]
