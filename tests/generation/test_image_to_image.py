"""Sizes and words for models that begin with a picture."""

from dataclasses import replace

import pytest

from limner.catalog import registry
from limner.generation.image_to_image import canvas_px, plain_words
from limner.generation.provider import DrawRequest


@pytest.mark.parametrize("side_px", [512, 1024, 1000])
def test_a_canvas_keeps_proportions_and_number_of_pixels(side_px: int, astronaut_request: DrawRequest) -> None:
    for style in ("storybook", "watercolor-portrait"):
        request = replace(astronaut_request, style=registry.style(style))
        width_px, height_px = canvas_px(request, side_px)
        assert width_px % 8 == height_px % 8 == 0
        assert width_px * height_px == pytest.approx(side_px**2, rel=0.03)
        assert height_px / width_px == pytest.approx(request.height_px / request.size_px, rel=0.02)


def test_words_hold_no_orders() -> None:
    assert plain_words("one (two:2) <lora:x:1> {a|b} BREAK AND") == "one two:2 lora:x:1 a b break and"
    assert plain_words("  Sand AND\nland ") == "Sand and land"
