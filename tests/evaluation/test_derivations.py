"""A derived photo keeps its faces where it says they are; the blind key is honest."""

import numpy as np
import pytest
from benchmarks.eval.blind import key_of, letters, numbers, orders
from benchmarks.eval.derivations import ONE_FACE, WHOLE_PHOTO
from benchmarks.eval.gallery import Gallery

from limner.engine.images import Box, RgbImage

_FACE = Box(120.0, 50.0, 40.0, 60.0)


def _photo_with_a_spot(x_px: int, y_px: int) -> RgbImage:
    pixels = np.zeros((180, 240, 3), np.uint8)
    pixels[y_px - 4 : y_px + 4, x_px - 4 : x_px + 4] = 255
    return RgbImage(pixels)


@pytest.mark.parametrize("name", [*WHOLE_PHOTO, *ONE_FACE])
def test_what_stood_in_the_face_stands_in_the_derived_face(name: str) -> None:
    x, y = 134, 66
    derived = {**WHOLE_PHOTO, **ONE_FACE}[name](_photo_with_a_spot(x, y), _FACE)
    bright = derived.image.pixels[..., 1].astype(float)
    rows, columns = np.nonzero(bright > 0.6 * bright.max())
    expected = derived.box_of(Box(x - 4.0, y - 4.0, 8.0, 8.0)).center_px
    assert np.hypot(columns.mean() + 0.5 - expected[0], rows.mean() + 0.5 - expected[1]) < 1.5
    box = derived.box_of(_FACE)
    assert box.x_px < expected[0] < box.x_px + box.width_px
    assert box.y_px < expected[1] < box.y_px + box.height_px


def test_the_key_matches_every_character_with_one_photo() -> None:
    drawn, photos = orders(30, seed=4)
    key = key_of(drawn, photos)
    assert sorted(key) == sorted(numbers(30))
    assert sorted(key.values()) == sorted(letters(30))
    assert all(photos[letters(30).index(key[str(place)])] == sitter for place, sitter in enumerate(drawn, 1))
    assert orders(30, seed=4) == (drawn, photos) != orders(30, seed=5)


def test_only_another_photo_can_show_the_same_person() -> None:
    prints = [np.eye(128)[i] * scale for i, scale in ((0, 1.0), (0, 1.1), (0, 1.2), (1, 1.0))]
    gallery = Gallery(["a-1", "a-2", "b", "c"], ["a", "a", "b", "c"], prints)
    assert gallery.others_of("a-1") == ["b"]
    assert gallery.others_of("c") == []
    drawn = gallery.compare("c", np.eye(128)[0])
    assert (drawn.rank, drawn.strict, drawn.nearest) == (3, None, "a-1")
    assert gallery.compare("b", np.eye(128)[0] * 1.19).strict is False
