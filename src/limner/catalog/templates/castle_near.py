"""What is close to the eye: a garden pillar with climbing roses, and rose branches in the lower corners."""

import math

import numpy as np

from limner.catalog.scenery import foliage, leaf_marks, pick, tuft
from limner.catalog.templates.castle_garden import rose
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_STONE = tones("#8f80a0")
_PINK, _RED, _PALE = "#e8657a", "#c43a55", "#f7b3ae"


def draw_pillar(sheet: Sheet, seed: int) -> None:
    """A pillar in the shade on the left, a bow of leaves from it over the upper corner, roses along both."""
    rng = np.random.default_rng(630 + seed)
    sheet.path(
        "M-20 -20H72V1110H-20Z",
        sheet.linear((72, 0), (-20, 0), [(0, "#e6b899", 1), (0.12, _STONE.base, 1), (1, "#5a4c78", 1)]),
        ink=1.0,
    )
    sheet.line("M-20 250H72M-20 420H72M-20 590H72M-20 760H72M-20 930H72", _STONE.deep, 4, opacity=0.7)
    sheet.path("M-20 1080H96V1130Q40 1150 -20 1140Z", sheet.shade(_STONE, (96, 1080), (-20, 1130)), ink=1.0)
    stem = "M84 1120C30 1000 96 900 40 780C-6 670 82 560 48 440C26 350 60 250 90 160C140 80 240 40 380 24"
    sheet.inked_line(stem, "#5c4a3c", 9, 0.6)
    for x, y, rx, ry in (
        (-10, 40, 150, 120),
        (150, -10, 150, 84),
        (320, -30, 140, 66),
        (10, 190, 84, 90),
        (40, 470, 54, 62),
        (30, 720, 56, 70),
        (50, 960, 56, 60),
    ):
        foliage(sheet, rng, (x, y), (rx, ry), "#2f6650", 14, ink=0.6)
        leaf_marks(sheet, rng, (x - 14, y + 6), (rx * 0.62, ry * 0.7), "#5c9460")
    for x, y, r in (
        (60, 120, 27),
        (112, 70, 22),
        (20, 176, 21),
        (176, 44, 24),
        (236, 22, 18),
        (300, 20, 22),
        (372, 14, 16),
        (74, 230, 17),
        (52, 452, 22),
        (22, 496, 16),
        (70, 500, 14),
        (36, 700, 23),
        (64, 748, 16),
        (14, 760, 15),
        (60, 940, 20),
        (30, 985, 17),
    ):
        rose(sheet, x + pick(rng, -4, 4), y + pick(rng, -4, 4), r, (_PINK, _RED, _PALE)[int(rng.integers(3))])
    for x, long in ((150, 120), (262, 84), (344, 60)):
        _tendril(sheet, x + pick(rng, -6, 6), 62 if x < 300 else 30, long)


def _tendril(sheet: Sheet, x: float, y: float, long: float) -> None:
    n = number
    sheet.line(f"M{n(x)} {n(y)}q9 {n(long / 2)} 0 {n(long)}", "#3c7355", 3.2)
    leaves = ""
    for step in range(int(long / 19)):
        side, at = (1 if step % 2 else -1), y + 22 + step * 17
        leaves += f"M{n(x + 3)} {n(at)}q{side * 8} -10 {side * 19} 2q{-side * 8} 9 {-side * 19} -2Z"
    sheet.path(leaves, "#5c9460")


def draw_front(sheet: Sheet, seed: int) -> None:
    """Dark leaves, grass and large roses in the lower corners."""
    rng = np.random.default_rng(640 + seed)
    for x in range(-10, 1020, 26):
        size = 54 - 40 * math.sin(math.pi * min(max(x, 0), 1000) / 1000)
        sheet.path(tuft(rng, x + pick(rng, -8, 8), 1262, max(14, size) * float(rng.uniform(0.9, 1.3)), 4), "#24543f")
    for x, y, turn, size in (
        (20, 1230, 20, 1.2),
        (80, 1246, 50, 1.0),
        (140, 1256, 66, 0.8),
        (-6, 1180, -6, 1.0),
        (980, 1226, -24, 1.3),
        (920, 1248, -52, 1.1),
        (860, 1258, -68, 0.8),
        (1004, 1170, 6, 1.0),
    ):
        _leaf(sheet, x, y, turn, size)
    for x, y, r, color in (
        (42, 1204, 38, _RED),
        (112, 1232, 29, _PINK),
        (8, 1146, 25, _PALE),
        (958, 1206, 40, _PINK),
        (886, 1238, 28, _RED),
        (996, 1146, 27, _PALE),
    ):
        rose(sheet, x + pick(rng, -4, 4), y + pick(rng, -3, 3), r, color)


def _leaf(sheet: Sheet, x: float, y: float, turn_deg: float, size: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate({number(turn_deg)}) scale({number(size, 2)})"')
    sheet.path("M0 20C-44 -10 -40 -60 0 -92C40 -60 44 -10 0 20Z", "#2c6349", ink=0.6)
    sheet.path("M0 20C44 -10 40 -60 0 -92Z", "#1f4c40")
    sheet.line("M0 14V-78M0 -8L-20 -28M0 -30L-18 -50M0 -8L20 -28M0 -30L18 -50", "#4c8a5c", 3)
    sheet.close()
