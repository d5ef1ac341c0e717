"""RetinaFace from the person's own ONNX file: its weights come in no package that could be pinned."""

from pathlib import Path
from typing import Final

import numpy as np
from pydantic_settings import BaseSettings, SettingsConfigDict

from limner.engine import opencv
from limner.engine.arrays import F32, Points
from limner.engine.images import Box, RgbImage
from limner.errors import ModelFileMissing
from limner.faces.detector import Detection, largest_first

_SIDE_PX: Final = 640
_MEAN_BGR: Final = np.array([104, 117, 123], np.float32)
_LEVELS: Final = ((8, (16, 32)), (16, (64, 128)), (32, (256, 512)))
"""Distance of the cells in pixels, and the sides of the squares each cell starts from."""
_MIDDLE_STEP, _SIZE_STEP = 0.1, 0.2
"""The network answers in these units: middles in sides of the square, sizes as logarithms."""
_LEAST: Final = 0.6
_MOST_OVERLAP: Final = 0.4
_ADVICE: Final = (
    "Set LIMNER_RETINAFACE_ONNX to a RetinaFace file (MobileNet or ResNet-50) exported from Pytorch_Retinaface "
    "at 640 x 640 pixels, or choose another detector."
)


class RetinaFaceSettings(BaseSettings):
    """`LIMNER_RETINAFACE_ONNX`: where the person's file lies."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_RETINAFACE_", frozen=True)

    onnx: Path | None = None


class RetinaFaceDetector:
    """Gives the network a square picture, the photo in its left top corner."""

    name: Final = "retinaface"
    licence: Final = "of your file"

    def __init__(self) -> None:
        place = RetinaFaceSettings().onnx
        if place is None:
            raise ModelFileMissing("The detector retinaface needs a model file of yours.", _ADVICE)
        try:
            self._network = opencv.OnnxNetwork(place.read_bytes())
        except OSError as error:
            raise ModelFileMissing(f"The RetinaFace file {place} can't be read.", _ADVICE) from error
        except Exception as error:  # OpenCV's own error has no name outside the engine
            raise ModelFileMissing(f"{place.name} is no ONNX file that OpenCV can read.", _ADVICE) from error
        self._squares = _squares()

    def detect(self, image: RgbImage) -> list[Detection]:
        """All faces, the largest first."""
        scale = _SIDE_PX / max(image.width_px, image.height_px)
        width, height = (max(1, round(side * scale)) for side in (image.width_px, image.height_px))
        square = np.tile(_MEAN_BGR, (_SIDE_PX, _SIDE_PX, 1))
        square[:height, :width] = opencv.resize(image.pixels, width, height, "area" if scale < 1 else "linear")[
            ..., ::-1
        ]
        places, sure = self._answer((square - _MEAN_BGR).transpose(2, 0, 1)[None])
        likely = sure[:, 1] > _LEAST
        squares, shifts = self._squares[likely], places[likely]
        middle = squares[:, :2] + shifts[:, :2] * _MIDDLE_STEP * squares[:, 2:]
        size = squares[:, 2:] * np.exp(shifts[:, 2:] * _SIZE_STEP)
        corner = (middle - size / 2) / scale
        boxes = [Box(*values) for values in np.column_stack([corner, size / scale]).tolist()]
        confidence: list[float] = np.round(sure[likely, 1].astype(np.float64), 4).tolist()
        kept = opencv.apart(boxes, confidence, _MOST_OVERLAP)
        return largest_first([Detection(boxes[number], confidence[number]) for number in kept])

    def _answer(self, values: F32) -> tuple[F32, F32]:
        """Shifts (n, 4) of the squares, and how surely each is none (n, 0) or a face (n, 1)."""
        try:
            found = self._network.run(values, self._network.outputs)
        except Exception as error:  # OpenCV's own error has no name outside the engine
            raise ModelFileMissing("The RetinaFace file takes no picture of 640 x 640 pixels.", _ADVICE) from error
        by_width = {output.shape[-1]: output.reshape(-1, output.shape[-1]) for output in found}
        count = len(self._squares)
        if len(found) != 3 or {width: len(rows) for width, rows in by_width.items()} != {4: count, 2: count, 10: count}:  # noqa: PLR2004 - boxes, faces, five points
            raise ModelFileMissing("The RetinaFace file gives other outputs than boxes, faces and points.", _ADVICE)
        return by_width[4], by_width[2]


def _squares() -> Points:
    """What every answer starts from: shape (16800, 4), middle x and y, width, height."""
    found: list[Points] = []
    for step_px, sides_px in _LEVELS:
        middles = (np.arange(_SIDE_PX // step_px) + 0.5) * step_px
        y, x, side = np.meshgrid(middles, middles, np.array(sides_px, np.float64), indexing="ij")
        found.append(np.stack([x, y, side, side], axis=-1).reshape(-1, 4).astype(np.float64))
    return np.concatenate(found)
