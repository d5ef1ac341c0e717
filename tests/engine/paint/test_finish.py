import numpy as np
import pytest

from limner.engine.arrays import U8
from limner.engine.opencv import resize
from limner.engine.paint.halftone import halftone
from limner.engine.paint.watercolor_finish import watercolor


def _scene(width_px: int) -> U8:
    """Dark sky above, skin below, at any size."""
    rgb: U8 = np.zeros((width_px, width_px, 3), np.uint8)
    rgb[: width_px // 2] = (50, 60, 120)
    rgb[width_px // 2 :] = (226, 178, 150)
    return rgb


def test_dots_leave_skin_clean_and_shade_the_sky() -> None:
    dotted = halftone(_scene(400))
    assert np.array_equal(dotted[300:390], _scene(400)[300:390])
    assert float(dotted[50:150].std(axis=(0, 1)).mean()) > 1


@pytest.mark.parametrize("finish", ["halftone", "watercolor"])
def test_the_same_look_at_two_sizes(finish: str) -> None:
    def paint(width_px: int) -> U8:
        rgb = _scene(width_px)
        return halftone(rgb) if finish == "halftone" else watercolor(rgb, width_px)

    small = resize(paint(500), 50, 50, "area").astype(float)
    large = resize(paint(1000), 50, 50, "area").astype(float)
    assert float(np.abs(small - large).mean()) < 4


def test_watercolor_is_the_same_twice_and_leaves_a_paper_border() -> None:
    first, second = (watercolor(_scene(300), 450) for _ in range(2))
    assert np.array_equal(first, second)
    assert first.shape == (450, 450, 3)
    assert int(first[:4].min()) > 215
