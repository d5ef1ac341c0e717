"""What every face detector keeps: subclass `DetectorContract` in a test module and give it a `detector` fixture."""

import numpy as np
import pytest

from limner import model_files
from limner.engine import opencv
from limner.engine.codec import decode
from limner.engine.images import Box, RgbImage
from limner.faces.detector import Detector


def _holds(box: Box, x_px: float, y_px: float) -> bool:
    inside_x = box.x_px < x_px < box.x_px + box.width_px
    return inside_x and box.y_px < y_px < box.y_px + box.height_px


class DetectorContract:
    """Tests any detector must pass. Override the `detector` fixture."""

    @pytest.fixture
    def detector(self) -> Detector:
        """The detector under test."""
        raise NotImplementedError

    @pytest.fixture
    def portrait(self) -> RgbImage:
        """The sample portrait, 512 x 512 px; the nose is near (223, 128)."""
        return decode(model_files.path("sample-astronaut.png").read_bytes())

    def test_has_words_for_people(self, detector: Detector) -> None:
        """A name to type and a licence."""
        assert detector.name == detector.name.lower()
        assert " " not in detector.name
        assert detector.licence

    def test_finds_the_face_and_nothing_larger(self, detector: Detector, portrait: RgbImage) -> None:
        """The first box holds the nose, is of a face's size, and its confidence is a share."""
        first = detector.detect(portrait)[0]
        assert _holds(first.box, 223, 128)
        assert 70 < first.box.width_px < 150
        assert 0.5 <= first.confidence <= 1

    def test_boxes_are_in_pixels_of_the_picture_given(self, detector: Detector, portrait: RgbImage) -> None:
        """A picture of another size gives boxes of that size."""
        doubled = RgbImage(opencv.resize(portrait.pixels, 1024, 1024))
        box = detector.detect(doubled)[0].box
        assert _holds(box, 446, 256)
        assert 140 < box.width_px < 300

    def test_gives_the_largest_first(self, detector: Detector, portrait: RgbImage) -> None:
        """Two faces: the larger one leads, wherever it stands."""
        small = opencv.resize(portrait.pixels, 320, 320, "area")
        canvas = np.full((512, 832, 3), 128, np.uint8)
        canvas[:320, :320], canvas[:, 320:] = small, portrait.pixels
        areas = [found.box.area_px for found in detector.detect(RgbImage(canvas))]
        assert len(areas) >= 2
        assert areas == sorted(areas, reverse=True)

    @pytest.mark.parametrize("shape", [(400, 600), (64, 64), (40, 900), (900, 40)])
    def test_finds_nobody_on_bare_paper(self, detector: Detector, shape: tuple[int, int]) -> None:
        """No face in an empty picture of any proportions."""
        assert detector.detect(RgbImage(np.full((*shape, 3), 200, np.uint8))) == []

    def test_sees_the_same_twice(self, detector: Detector, portrait: RgbImage) -> None:
        """The same picture gives the same boxes."""
        assert detector.detect(portrait) == detector.detect(portrait)
