"""Captions: written with the fetched typefaces, whole, on the page, and readable on their label."""

import re

import numpy as np
import pytest

from limner.catalog import registry
from limner.catalog.caption import caption_layer
from limner.engine.layer import Layer
from limner.engine.lettering import letter_line
from limner.engine.raster import document, rasterize
from limner.errors import Invalid
from limner.generation.caption import check_caption, plain_caption, typefaces

_WIDTH_PX = 500
_LONG = "Ella and her grandpa, on the moon at last, and nobody had told the cat; so the cat came along in a very small"


def layer_of(text: str, style: str = "storybook", template: str = "moon") -> Layer:
    look = registry.style(style).look
    assert look is not None
    return caption_layer(text, registry.template(template), look, typefaces())


def alpha_of(layer: Layer) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return rasterize(document(layer.defs, layer.svg, (0, 0, 1000, 1250), (_WIDTH_PX, 625)))[:, :, 3]


@pytest.mark.parametrize(
    "text", ["A", "Mia, 2026", "Für Zoë: ¡feliz cumpleaños!", "عيد ميلاد سعيد يا ليلى", _LONG, "W" * 120]
)
def test_every_caption_stays_within_what_a_printer_leaves(text: str) -> None:
    layer = layer_of(text)
    alpha = alpha_of(layer)
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    assert columns[0] > 20
    assert columns[-1] < _WIDTH_PX - 20
    assert rows[0] > 625 * 0.85
    assert rows[-1] < 625 - 18


@pytest.mark.parametrize(("text", "lines"), [("Mia", 1), ("The castle in the morning", 1), (_LONG, 2), ("W" * 120, 2)])
def test_long_ones_take_two_lines(text: str, lines: int) -> None:
    assert len(re.findall("<path d=.* transform=", layer_of(text).svg.replace("<path", "\n<path"))) == lines


def test_arabic_letters_are_joined() -> None:
    joined, apart = (letter_line(text, typefaces(), 100).width for text in ("ليلى", "ل ي ل ى"))
    assert joined < apart * 0.8


def test_letters_with_marks_are_letters_of_their_own() -> None:
    composed, decomposed = (plain_caption(text) for text in ("Zoë", "Zoe\u0308"))
    assert composed == decomposed
    assert letter_line("Zoë", typefaces(), 100).path != letter_line("Zoe", typefaces(), 100).path


@pytest.mark.parametrize("text", ["漢字", "Mia 🎂", "Ω\U000f0000"])
def test_letters_that_cant_be_written_are_named(text: str) -> None:
    with pytest.raises(Invalid, match=r"can't be written: "):
        check_caption(text)


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200d", "\u202e\u0007", "\u0301", "Mia\u0000\u202eaiM", "a\u200cb"])
def test_odd_signs_harm_nothing(text: str) -> None:
    check_caption(text)
    words = plain_caption(text)
    assert words == "" or alpha_of(layer_of(words)).any()


@pytest.mark.parametrize("style", [one.name for one in registry.styles() if one.look])
def test_it_is_dark_on_light_in_every_style(style: str) -> None:
    layer = layer_of("MMMMMM", style)
    seen = rasterize(document(layer.defs, layer.svg, (0, 0, 1000, 1250), (_WIDTH_PX, 625)))
    paper = seen[seen[:, :, 3] == 255][:, :3].astype(int).sum(axis=1)
    assert np.percentile(paper, 95) > 690
    assert np.percentile(paper, 5) < 200
