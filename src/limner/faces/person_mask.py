"""Which pixels belong to a person, by MediaPipe's selfie segmentation."""

from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.images import Mask, RgbImage
from limner.faces.tflite import load_model

_SIZE_PX: Final = 256


def find_people(image: RgbImage) -> Mask:
    """A soft mask of the picture's size: 1 on people (all of them), 0 on the scene."""
    small = opencv.resize(image.pixels, _SIZE_PX, _SIZE_PX, "area").astype(np.float32) / np.float32(255)
    values = load_model("selfie_segmentation.tflite").run(small)[0].reshape(_SIZE_PX, _SIZE_PX)
    return Mask(np.clip(opencv.resize(values, image.width_px, image.height_px), 0, 1).astype(np.float32))
