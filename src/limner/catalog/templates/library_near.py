"""What is close to the eye: the dark wooden arch of the gallery above, and heaps of books in the lower corners."""

import numpy as np

from limner.catalog.scenery import pick
from limner.catalog.templates.library_pets import draw_book
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_DARK = tones("#2f2140")
_GILT = "#b98a4a"


def draw_arch(sheet: Sheet) -> None:
    """A carved arch that frames the page from above."""
    for side in (-1, 1):
        sheet.open(f' transform="translate(500 0) scale({side} 1)"')
        sheet.path(
            "M0 -20H520V470C500 250 330 66 0 34Z",
            sheet.linear((300, 0), (480, 260), [(0, _DARK.light, 1), (1, "#1d1430", 1)]),
            ink=1.0,
        )
        sheet.line("M0 20C320 50 486 230 508 440", _GILT, 5, opacity=0.85)
        sheet.line("M0 6C330 30 500 200 516 380", _GILT, 2.6, opacity=0.5)
        curl = "M392 58q44 -34 76 4q14 34 -22 38q-24 -4 -14 -26q14 -12 22 4M470 70q8 44 34 74M404 40q-44 -14 -84 -18"
        sheet.line(curl, _GILT, 4, opacity=0.7)
        sheet.path("M452 128q20 6 22 30q-22 -6 -22 -30ZM352 26q10 -18 32 -16q-10 16 -32 16Z", _GILT, opacity=0.7)
        sheet.close()
    sheet.path("M470 -40H530L540 62Q500 94 460 62Z", sheet.shade(_DARK, (460, 10), (540, 70)), ink=1.0)
    sheet.path("M500 31L506 45L521 46L509 56L513 71L500 62L487 71L491 56L479 46L494 45Z", "#e7b44a")


def draw_front(sheet: Sheet, seed: int) -> None:
    """Books in the shade at both corners, one open, with a ribbon."""
    rng, n = np.random.default_rng(800 + seed), number
    for x, y, wide, tall, color in (
        (54, 1262, 220, 36, "#42305c"),
        (36, 1226, 190, 30, "#2f4a66"),
        (60, 1196, 168, 26, "#6a3346"),
        (950, 1264, 210, 38, "#5a3040"),
        (972, 1226, 176, 30, "#3a3566"),
    ):
        draw_book(sheet, (x + pick(rng, -8, 8), y), (wide, tall), color, "#7d6a80")
    x, y = 66 + pick(rng, -6, 6), 1168
    sheet.open(f' transform="translate({n(x)} {n(y)}) rotate(-4)"')
    sheet.path("M-104 4Q-50 -26 0 0Q50 -26 104 4L96 16Q50 -6 0 14Q-50 -6 -96 16Z", "#4d2840", ink=0.9)
    sheet.path("M-98 -2Q-50 -34 0 -6V8Q-50 -14 -98 8Z", "#a3908f", ink=0.7)
    sheet.path("M98 -2Q50 -34 0 -6V8Q50 -14 98 8Z", "#86747f", ink=0.7)
    sheet.line("M-80 -8Q-48 -24 -14 -10M-80 -2Q-48 -18 -14 -4M80 -8Q48 -24 14 -10", "#5e4c60", 2.4, opacity=0.8)
    sheet.path("M0 -4Q10 10 6 44L-2 36L-10 44Q-6 12 0 -4Z", "#8f3450", ink=0.6)
    sheet.close()
