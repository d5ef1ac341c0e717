"""The evening sky over the savannah: the sun, long clouds, birds on their way, a far mountain, and the light of it."""

import numpy as np

from limner.catalog.scenery import pick, ridge
from limner.engine.sheet import Sheet
from limner.engine.vectors import number

_SUN = (716.0, 604.0)


def draw_air(sheet: Sheet) -> None:
    """Plum at the top, coral, and gold where the sun is."""
    stops = [
        (0.0, "#5b3a80", 1.0),
        (0.24, "#a24f86", 1.0),
        (0.5, "#ea7a62", 1.0),
        (0.74, "#fbac5c", 1.0),
        (1.0, "#ffdf94", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 800), stops))
    sheet.glow(_SUN, 460, "#ffe6a0", 0.85)
    sheet.glow((120, 140), 380, "#46307a", 0.4)


def draw_far(sheet: Sheet, seed: int) -> None:
    """The sun's disc, clouds lit from below, a line of birds, the mountain and its foothills."""
    rng = np.random.default_rng(810 + seed)
    sheet.circle(*_SUN, 112, sheet.linear((0, 490), (0, 716), [(0, "#fff6d0", 1), (1, "#ffd06a", 1)]))
    for x, y, size in ((250, 216, 1.2), (640, 150, 0.9), (930, 300, 1.0), (300, 470, 0.7), (1000, 520, 0.8)):
        _cloud(sheet, x + pick(rng, -20, 20), y + pick(rng, -8, 8), size)
    for step in range(7):
        side = abs(step - 3)
        _bird(sheet, 560 + step * 32 + pick(rng, -5, 5), 250 + side * 17 + pick(rng, -4, 4), 13 - side)
    peak = "M-20 770L40 742C120 716 170 664 214 640C236 630 300 630 322 642C372 670 430 722 520 748L600 770Z"
    sheet.path(peak, sheet.linear((0, 630), (0, 770), [(0, "#b9668c", 1), (1, "#f0a070", 1)]))
    snow = (
        "M170 668C190 654 204 645 214 640C236 630 300 630 322 642C336 650 350 660 364 670"
        "L340 668L322 682L300 664L272 690L246 662L222 684L204 664Z"
    )
    sheet.path(snow, "#ffe3cf", opacity=0.9)
    hills = [(-20, 762), (160, 748), (360, 760), (560, 752), (760, 764), (1020, 750)]
    sheet.path(ridge(hills, 880), sheet.linear((0, 750), (0, 830), [(0, "#d9805f", 1), (1, "#f6b868", 1)]))
    for x in (28, 250, 330, 548, 596, 946):
        _far_tree(sheet, x + pick(rng, -16, 16), 762, pick(rng, 0.7, 1.1))


def _cloud(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    body = (
        "M-190 8C-150 -6 -120 -2 -96 -16C-70 -34 -30 -30 -12 -22C14 -44 70 -36 84 -14C120 -18 150 2 200 6"
        "C150 18 90 14 50 20C0 28 -60 18 -110 20C-150 20 -170 14 -190 8Z"
    )
    sheet.path(body, sheet.linear((0, -36), (0, 24), [(0, "#d9738a", 0.75), (1, "#ffc98a", 0.95)]))
    sheet.line("M-120 18C-60 14 0 24 60 17", "#ffe6b4", 4, opacity=0.8)
    sheet.close()


def _bird(sheet: Sheet, x: float, y: float, size: float) -> None:
    n, s = number, size
    sheet.line(
        f"M{n(x - s)} {n(y - s * 0.4)}Q{n(x - s * 0.4)} {n(y - s * 0.6)} {n(x)} {n(y)}"
        f"Q{n(x + s * 0.4)} {n(y - s * 0.6)} {n(x + s)} {n(y - s * 0.3)}",
        "#5a2f5e",
        3,
        opacity=0.8,
    )


def _far_tree(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    sheet.line("M0 4Q2 -14 -8 -28M0 -8Q6 -18 12 -28", "#a8566a", 3.4)
    sheet.path("M-36 -26C-30 -40 -10 -42 2 -40C18 -44 34 -38 40 -28C20 -22 -20 -21 -36 -26Z", "#a8566a")
    sheet.close()


def draw_haze(sheet: Sheet) -> None:
    """Dust that the sun sets alight."""
    fade = [(0.0, "#ffe2a0", 0.0), (0.5, "#ffe0a0", 0.55), (1.0, "#ffd088", 0.0)]
    sheet.path("M0 640H1000V940H0Z", sheet.linear((0, 650), (0, 930), fade))
    sheet.glow((_SUN[0], 780), 300, "#fff0b8", 0.6)


def draw_light(sheet: Sheet) -> None:
    """Gold over the grass towards the sun, plum in the lower left and along the foot."""
    sheet.open(' transform="translate(690 990) scale(1 .3)"')
    sheet.glow((0, 0), 420, "#ffdf8a", 0.42)
    sheet.close()
    sheet.glow(_SUN, 300, "#fff0bc", 0.34)
    shade = [(0.0, "#3c1a48", 0.5), (1.0, "#3c1a48", 0.0)]
    sheet.path("M0 1040H1000V1250H0Z", sheet.linear((420, 1270), (470, 1080), shade))
    sheet.glow((-40, 1080), 340, "#3c1a52", 0.34)
