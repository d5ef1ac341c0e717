"""The meadow of the valley, its brook, and the trodden earth the person stands on."""

import numpy as np

from limner.catalog.scenery import pick, ridge, rock, tuft
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_STONE = tones("#b3a184")


def draw_meadow(sheet: Sheet, seed: int) -> None:
    """Sunny grass, and the brook that comes from the waterfall."""
    rng = np.random.default_rng(920 + seed)
    far = [(-20, 872), (180, 862), (400, 874), (640, 858), (840, 850), (1020, 858)]
    stops = [(0.0, "#d6e08c", 1.0), (0.5, "#a4cb74", 1.0), (1.0, "#74b06a", 1.0)]
    sheet.path(ridge(far, 1270), sheet.linear((0, 860), (0, 1000), stops), ink=0.6)
    brook = (
        "M900 846C820 866 640 872 560 892C520 916 640 926 600 962L690 962"
        "C716 920 610 912 650 894C720 880 900 876 960 848Z"
    )
    sheet.path(brook, sheet.linear((0, 846), (0, 960), [(0, "#e8fbf2", 1), (1, "#7cc4cc", 1)]), ink=0.5)
    sheet.line("M700 868q24 -5 44 -7M580 898q20 -8 40 -10M606 926q20 4 34 10", "#ffffff", 3, opacity=0.8)
    blades = "".join(tuft(rng, x, pick(rng, 886, 944), pick(rng, 14, 26), 3) for x in range(-10, 1020, 26))
    sheet.path(blades, "#6fa65f", opacity=0.6)


def draw_near(sheet: Sheet, seed: int) -> None:
    """Near grass with a path of bare earth, footprints of somebody large, stones and flowers."""
    rng = np.random.default_rng(930 + seed)
    near = [(-20, 962), (160, 944), (380, 956), (620, 968), (820, 950), (1020, 960)]
    rim = ""
    for x in range(-10, 1020, 22):
        at = float(np.interp(x, [p[0] for p in near], [p[1] for p in near]))
        rim += tuft(rng, x, at + 12, pick(rng, 26, 44), 4)
    sheet.path(rim, "#7bb35c")
    stops = [(0.0, "#b2d070", 1.0), (0.4, "#84b964", 1.0), (1.0, "#4a8f5e", 1.0)]
    sheet.path(ridge(near, 1270), sheet.linear((440, 950), (480, 1290), stops), ink=0.8)
    path = (
        "M470 962C520 1000 380 1030 320 1080C270 1124 240 1180 220 1264H770"
        "C750 1180 690 1130 670 1080C650 1030 620 1000 580 964Z"
    )
    sheet.path(
        path, sheet.linear((0, 960), (0, 1260), [(0, "#f3dfa4", 1), (0.5, "#d9b981", 1), (1, "#957a58", 1)]), ink=0.5
    )
    for x, y, size, turn in (
        (560, 1018, 0.5, -12),
        (430, 1064, 0.7, 10),
        (610, 1104, 0.9, -8),
        (400, 1196, 1.1, 14),
        (640, 1222, 1.1, -6),
    ):
        _footprint(sheet, x, y, size, turn)
    edges = "".join(
        tuft(rng, x, y + 8, 30, 4)
        for x, y in (
            (360, 1050),
            (316, 1090),
            (276, 1140),
            (240, 1200),
            (656, 1050),
            (690, 1100),
            (734, 1160),
            (764, 1220),
        )
    )
    sheet.path(edges, "#5b9a58")
    grass = "".join(
        tuft(rng, x, y, pick(rng, 20, 36), 4)
        for x, y in ((pick(rng, 0, 1000), pick(rng, 990, 1220)) for _ in range(46))
        if not 230 < x < 760
    )
    sheet.path(grass, "#4f9158", opacity=0.8)
    for x, y, size in ((716, 1010, 24), (758, 1020, 13), (270, 1016, 18)):
        rock(sheet, x, y, size, _STONE, ink=0.7)
    for _ in range(16):
        x, y = pick(rng, 30, 970), pick(rng, 1000, 1140)
        if not 250 < x < 740:
            _flower(sheet, x, y, pick(rng, 5, 8), ("#ffe08a", "#ff9f7a", "#fff6e0")[int(rng.integers(3))])


def _footprint(sheet: Sheet, x: float, y: float, size: float, turn: float) -> None:
    sheet.open(
        f' transform="translate({x} {y}) scale({number(size, 2)} {number(size * 0.42, 2)}) rotate({number(turn)})"'
    )
    print_ = (
        "M0 26C-18 26 -24 12 -20 0L-34 -16C-40 -24 -30 -30 -24 -24L-12 -12L-8 -32C-6 -42 6 -42 8 -32L12 -12L24 -24"
        "C30 -30 40 -24 34 -16L20 0C24 12 18 26 0 26Z"
    )
    sheet.path(print_, "#8c6a48", opacity=0.6)
    sheet.close()


def _flower(sheet: Sheet, x: float, y: float, r: float, color: str) -> None:
    n = number
    sheet.line(f"M{n(x)} {n(y + r * 3)}V{n(y)}", "#4f9158", 2.4)
    petals = "".join(
        f"M{n(x + dx * r)} {n(y + dy * r)}m{n(-r * 0.55)} 0a{n(r * 0.55)} {n(r * 0.55)} 0 1 0 {n(r * 1.1)} 0"
        f"a{n(r * 0.55)} {n(r * 0.55)} 0 1 0 {n(-r * 1.1)} 0Z"
        for dx, dy in ((0, -0.8), (0.76, -0.25), (0.47, 0.65), (-0.47, 0.65), (-0.76, -0.25))
    )
    sheet.path(petals, color)
    sheet.circle(x, y, r * 0.45, "#e8903c")
