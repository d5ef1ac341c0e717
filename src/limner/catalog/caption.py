"""Words on a picture: one or two lines on a label of paper at the foot or top of the page, the same in every style."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import numpy as np

from limner.catalog.template import Template
from limner.engine.layer import Layer
from limner.engine.lettering import Line, Typeface, letter_line
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet
from limner.engine.vectors import closed_curve, number

_LARGEST: Final = 50.0
"""Units to the em: on a page 20 cm wide, 28 points."""
_ONE_LINE_FROM: Final = 40.0
"""A line that must be smaller than this is broken in two."""
_MARGIN: Final = 60.0
"""From the page's edges: inside what a printer may trim and watercolor leaves white."""
_PAD_X, _PAD_Y = 38.0, 17.0
_LEADING: Final = 1.3
_ASCENT, _DESCENT = 0.74, 0.24
_INK: Final = "#33273b"


def caption_layer(text: str, template: Template, look: Look, typefaces: Sequence[Typeface]) -> Layer:
    """The label with its words, in front of everything."""
    room = template.width - 2 * (_MARGIN + _PAD_X)
    lines, size = _set(text, typefaces, room)
    high = size * (_ASCENT + _DESCENT + _LEADING * (len(lines) - 1)) + 2 * _PAD_Y
    wide = max(line.width for line in lines) + 2 * _PAD_X
    middle = template.width / 2
    bottom = template.height - _MARGIN + 8 if template.words == "foot" else _MARGIN - 8 + high
    top = bottom - high
    sheet = Sheet("cap", look)
    sheet.path(_strip(middle + 3, top + 6, wide, high), "#1c1430", opacity=0.28)
    sheet.path(_strip(middle, top, wide, high), template.paper, ink=1.0)
    baseline = top + _PAD_Y + size * _ASCENT
    for line in lines:
        place = f"translate({number(middle - line.width / 2, 2)} {number(baseline, 2)})"
        sheet.add(f'<path d="{line.path}" fill="{_INK}" transform="{place}"/>')
        baseline += size * _LEADING
    return sheet.layer((middle - wide / 2 - 12, top - 10, middle + wide / 2 + 14, bottom + 16))


def _set(text: str, typefaces: Sequence[Typeface], room: float) -> tuple[list[Line], float]:
    """The lines and their size: as large as they fit, in one line as long as that stays large."""
    whole = letter_line(text, typefaces, 1.0).width
    size = min(_LARGEST, room / max(whole, 0.1))
    if size >= _ONE_LINE_FROM:
        return [letter_line(text, typefaces, size)], size
    parts = _halves(text, typefaces)
    size = min(_LARGEST * 0.74, room / max(0.1, *(letter_line(part, typefaces, 1.0).width for part in parts)))
    return [letter_line(part, typefaces, size) for part in parts], size


def _halves(text: str, typefaces: Sequence[Typeface]) -> tuple[str, str]:
    """Two lines of most equal width; a single long word is cut."""
    words = text.split(" ")
    if len(words) == 1:
        return text[: len(text) // 2], text[len(text) // 2 :]
    widths = [letter_line(word, typefaces, 1.0).width for word in words]
    before = list(accumulate(widths))
    cut = min(range(1, len(words)), key=lambda i: max(before[i - 1], before[-1] - before[i - 1]))
    return " ".join(words[:cut]), " ".join(words[cut:])


def _strip(middle: float, top: float, wide: float, high: float) -> str:
    """A strip of paper cut by hand: its edges are not quite straight, its corners not quite square."""
    left, right, bottom = middle - wide / 2, middle + wide / 2, top + high
    across = np.linspace(0, 1, 5)
    sway = np.array([0.0, -2.4, 1.6, -1.8, 0.8])
    upper = np.stack([left + wide * across, top + sway], axis=1)
    lower = np.stack([right - wide * across, bottom - sway[::-1]], axis=1)
    sides = np.array([[right + 5, (top + bottom) / 2 - 3]]), np.array([[left - 5, (top + bottom) / 2 + 4]])
    return closed_curve(np.vstack([upper, sides[0], lower, sides[1]]), 0.32)
