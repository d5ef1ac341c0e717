"""Sky and sea: towering clouds, gulls, waves with foam, an island of palms, and the light of noon."""

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_SAND = tones("#f3dca4")


def draw_air(sheet: Sheet) -> None:
    """Blue above, pale at the horizon, and the sun at the upper left."""
    stops = [(0.0, "#2f86cc", 1.0), (0.4, "#72bfe6", 1.0), (0.75, "#c9ebee", 1.0), (1.0, "#fdf3d4", 1.0)]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 712), stops))
    sheet.glow((190, 190), 360, "#fffbe0", 0.9)


def draw_far(sheet: Sheet, seed: int) -> None:
    """Clouds, gulls, and the sea with its waves."""
    rng = np.random.default_rng(1100 + seed)
    for x, y, size, share in (
        (420, 640, 1.5, 0.75),
        (60, 560, 1.1, 0.75),
        (930, 640, 1.3, 0.7),
        (470, 180, 1.05, 1.0),
        (120, 330, 0.8, 0.95),
    ):
        _cloud(sheet, x + pick(rng, -14, 14), y + pick(rng, -6, 6), size, share)
    for x, y, size in ((330, 120, 24), (250, 300, 18), (560, 290, 16), (600, 90, 14)):
        _gull(sheet, x + pick(rng, -12, 12), y + pick(rng, -10, 10), size)
    sea = "M-20 712C160 708 300 714 500 711C700 708 860 714 1020 710V960H-20Z"
    stops = [(0.0, "#7fd6d6", 1.0), (0.3, "#37a6c0", 1.0), (1.0, "#1b6f9e", 1.0)]
    sheet.path(sea, sheet.linear((0, 708), (0, 880), stops))
    foam, deep = "", ""
    for _ in range(60):
        x, y = pick(rng, -20, 1000), pick(rng, 722, 880)
        wide = 16 + (y - 710) * 0.34
        wave = (
            f"M{number(x)} {number(y)}"
            f"q{number(wide * 0.5)} {number(-wide * 0.16)} {number(wide)} 0"
            f"q{number(wide * 0.4)} {number(wide * 0.1)} {number(wide * 0.8)} 0"
        )
        if rng.uniform() < 0.5:
            foam += wave
        else:
            deep += wave
    sheet.line(deep, "#155f92", 3.4, opacity=0.6)
    sheet.line(foam, "#e6fffa", 3.4, opacity=0.8)
    sheet.line("M150 724h60M120 740h110M170 758h70M100 780h120M150 806h90", "#fffbe0", 4, opacity=0.8)


def _cloud(sheet: Sheet, x: float, y: float, size: float, share: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    body = (
        "M-170 34C-190 4 -150 -24 -118 -12C-116 -56 -60 -76 -34 -46C-18 -92 56 -92 66 -44C98 -66 142 -40 134 -6"
        "C170 -10 186 20 168 34C60 44 -60 44 -170 34Z"
    )
    sheet.path(
        body,
        sheet.linear((-40, -80), (30, 44), [(0, "#ffffff", share), (0.6, "#f6f4ee", share), (1, "#c3d9ea", share)]),
    )
    sheet.line("M-96 2q22 -26 50 -10M-10 -34q28 -30 58 -6M84 -16q20 -12 34 4", "#dbe9f2", 5, opacity=0.8)
    sheet.close()


def _gull(sheet: Sheet, x: float, y: float, size: float) -> None:
    n, s = number, size
    wings = (
        f"M{n(x - s * 1.3)} {n(y - s * 0.3)}Q{n(x - s * 0.6)} {n(y - s * 0.8)} {n(x)} {n(y)}"
        f"Q{n(x + s * 0.6)} {n(y - s * 0.8)} {n(x + s * 1.3)} {n(y - s * 0.3)}"
        f"Q{n(x + s * 0.6)} {n(y - s * 0.44)} {n(x + s * 0.12)} {n(y + s * 0.2)}"
        f"H{n(x - s * 0.12)}"
        f"Q{n(x - s * 0.6)} {n(y - s * 0.44)} {n(x - s * 1.3)} {n(y - s * 0.3)}Z"
    )
    sheet.path(wings, "#ffffff", ink=0.5)
    sheet.line(
        (
            f"M{n(x - s * 1.3)} {n(y - s * 0.3)}l{n(s * 0.3)} {n(-s * 0.14)}"
            f"M{n(x + s * 1.3)} {n(y - s * 0.3)}l{n(-s * 0.3)} {n(-s * 0.14)}"
        ),
        "#4a5a70",
        3,
    )


def draw_island(sheet: Sheet) -> None:
    """An island with palms, left on the horizon."""
    sheet.path(
        "M8 716C20 680 60 668 96 652C120 626 170 622 196 648C240 660 280 690 292 716Z",
        sheet.linear((40, 640), (260, 716), [(0, "#9cc47c", 1), (1, "#5f9a78", 1)]),
        ink=0.6,
    )
    sheet.path(
        "M-4 718C40 700 250 700 312 718C250 728 50 728 -4 718Z", sheet.shade(_SAND, (0, 700), (300, 726)), ink=0.5
    )
    for x, y, size, lean in ((86, 706, 1.0, -16), (128, 702, 0.76, 14), (236, 708, 0.66, 10)):
        _palm(sheet, x, y, size, lean)


def _palm(sheet: Sheet, x: float, y: float, size: float, lean: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    sheet.inked_line(f"M0 0Q{number(lean * 0.1)} -50 {lean} -96", "#9c6a4c", 8, 0.5)
    for dx, dy, bend in (
        (-62, 6, -30),
        (-46, -22, -34),
        (-6, -38, -34),
        (44, -26, -36),
        (62, 8, -30),
        (30, 30, -12),
        (-34, 30, -12),
    ):
        leaf = (
            f"M{lean} -96"
            f"Q{number(lean + dx * 0.5)} {number(-96 + bend)} {number(lean + dx)}"
            f" {number(-96 + dy)}Q{number(lean + dx * 0.4)} {number(-96 + bend * 0.3)} {lean} -96Z"
        )
        sheet.path(leaf, "#4f9a68" if dx < 0 else "#3f8560", ink=0.5)
    sheet.close()


def draw_light(sheet: Sheet) -> None:
    """Sun from the upper left over the deck, and a cool shade at the lower right."""
    for reach, wide, strength in ((330, 110, 0.2), (620, 120, 0.15)):
        fade = [(0.0, "#fffbe0", strength), (0.6, "#fffbe0", strength * 0.4), (1.0, "#fffbe0", 0.0)]
        sheet.path(f"M110 -20H190L{reach + wide} 1120H{reach - wide}Z", sheet.linear((150, 0), (reach, 1100), fade))
    sheet.glow((190, 170), 250, "#fffbe0", 0.5)
    sheet.open(' transform="translate(400 1080) scale(1 .26)"')
    sheet.glow((0, 0), 430, "#fff2c0", 0.45)
    sheet.close()
    shade = [(0.0, "#2a1f4c", 0.45), (1.0, "#2a1f4c", 0.0)]
    sheet.path("M0 1070H1000V1250H0Z", sheet.linear((580, 1270), (550, 1090), shade))
