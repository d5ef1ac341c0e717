"""The cat of the library, on a pile of books."""

import numpy as np

from limner.catalog.companions.cat import draw_cat
from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_BOOKS = ("#7b5a98", "#3f7580", "#a5443f", "#c98a3c", "#3b5a8c")


def draw_book(
    sheet: Sheet, place: tuple[float, float], size: tuple[float, float], color: str, pages: str = "#f3e3c0"
) -> None:
    """A closed book that lies on its side, its back towards us; `place` is the middle of its lower edge."""
    (x, y), (wide, tall), ramp, n = place, size, tones(color), number
    left, right = x - wide / 2, x + wide / 2
    sheet.path(f"M{n(left + 6)} {n(y - tall + 5)}H{n(right - 3)}V{n(y - 5)}H{n(left + 6)}Z", pages, ink=0.7)
    sheet.line(
        f"M{n(left + 20)} {n(y - tall * 0.6)}H{n(right - 5)}M{n(left + 20)} {n(y - tall * 0.36)}H{n(right - 5)}",
        tones(pages).deep,
        2,
        opacity=0.6,
    )
    cover = (
        f"M{n(right)} {n(y - tall)}H{n(left + 10)}Q{n(left - 6)} {n(y - tall / 2)} {n(left + 10)} {n(y)}H{n(right)}v-6"
        f"H{n(left + 18)}Q{n(left + 8)} {n(y - tall / 2)} {n(left + 18)} {n(y - tall + 6)}H{n(right)}Z"
    )
    sheet.path(cover, ramp.base, ink=0.9)
    sheet.line(f"M{n(left + 30)} {n(y - tall + 3)}h{n(wide * 0.3)}", ramp.light, 2.6)


def draw_reader(sheet: Sheet, seed: int, x: float, y: float) -> None:
    """Five books and a ginger cat with round spectacles."""
    rng = np.random.default_rng(790 + seed)
    sheet.ellipse(x + 6, y, 122, 15, "#1e0f26", opacity=0.5)
    top = y
    for color, wide, tall in zip(_BOOKS, (196, 178, 186, 160, 168), (27, 22, 25, 20, 23), strict=True):
        draw_book(sheet, (x + pick(rng, -9, 9), top), (wide, tall), color)
        top -= tall
    draw_cat(sheet, (x, top), 0.98, spectacles=True)
