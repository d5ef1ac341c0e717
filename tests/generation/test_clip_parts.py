"""A picture on its way into a clip, its words, and what comes back."""

from dataclasses import replace

import numpy as np
import pytest

from limner.engine.codec import encode_png
from limner.engine.images import RgbImage
from limner.errors import BadResult
from limner.generation.clip import ClipRequest
from limner.generation.motion_in_words import motion_in_words
from limner.generation.provider import DrawRequest
from limner.generation.received_clip import received_clip
from limner.generation.still import nearest_aspect, still
from limner.testing.fakes.film import filmed


@pytest.fixture
def page() -> RgbImage:
    """Something red in each corner, on blue."""
    pixels = np.full((500, 400, 3), (40, 60, 160), np.uint8)
    for rows in (slice(0, 40), slice(-40, None)):
        for columns in (slice(0, 40), slice(-40, None)):
            pixels[rows, columns] = (220, 30, 30)
    return RgbImage(pixels)


@pytest.mark.parametrize("size_px", [(832, 1104), (720, 1280), (1280, 720), (512, 512)])
def test_nobody_is_cut_off(page: RgbImage, size_px: tuple[int, int]) -> None:
    fitted = still(page, *size_px)
    assert (fitted.width_px, fitted.height_px) == size_px
    red = (fitted.pixels[..., 0] > 180) & (fitted.pixels[..., 2] < 90)
    rows, columns = np.nonzero(red)
    middle_row, middle_column = fitted.height_px / 2, fitted.width_px / 2
    corners = {
        (bool(row > middle_row), bool(column > middle_column)) for row, column in zip(rows, columns, strict=True)
    }
    assert len(corners) == 4


def test_the_nearest_proportions_are_chosen(page: RgbImage) -> None:
    assert nearest_aspect(page, [(16, 9), (9, 16), (3, 4), (1, 1)]) == (3, 4)


def test_the_words_name_movements_looks_and_wishes(astronaut_request: DrawRequest) -> None:
    people = tuple(sitter.character for sitter in astronaut_request.sitters)
    request = ClipRequest(RgbImage(np.zeros((8, 8, 3), np.uint8)), people, ("blink", "wave"), words="the moon rises")
    words = motion_in_words(request)
    assert "blinks" in words
    assert "waves a hand" in words
    assert "skin" in words
    assert words.endswith("the moon rises")
    assert "slowly sideways" in motion_in_words(replace(request, gestures=("parallax",)))


@pytest.mark.parametrize("longest", [5, 60, 200, 400])
def test_too_long_words_lose_the_end_of_ours_never_the_wishes(astronaut_request: DrawRequest, longest: int) -> None:
    people = tuple(sitter.character for sitter in astronaut_request.sitters)
    request = ClipRequest(RgbImage(np.zeros((8, 8, 3), np.uint8)), people, ("blink",), words="fly!")
    words = motion_in_words(request, longest)
    assert len(words) <= longest
    assert words.endswith("fly!")


def test_a_clip_is_read_to_its_end(page: RgbImage) -> None:
    footage = received_clip(filmed(encode_png(page), 128, 160, 3))
    assert abs(footage.seconds - 3) < 0.2
    assert (footage.last.width_px, footage.last.height_px) == (128, 160)


@pytest.mark.parametrize("behaviour", ["garbage", "huge"])
def test_what_is_no_clip_is_told_apart(page: RgbImage, behaviour: str) -> None:
    with pytest.raises(BadResult) as bad:
        received_clip(filmed(encode_png(page), 128, 160, 3, behaviour))
    assert bad.value.advice


def test_half_a_clip_and_a_picture_are_none(page: RgbImage) -> None:
    whole = filmed(encode_png(page), 128, 160, 3)
    for data in (whole[: len(whole) // 2], encode_png(page), b""):
        with pytest.raises(BadResult):
            received_clip(data)
