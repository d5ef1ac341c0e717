"""Acacias: one in the middle distance, and the branch of another close overhead."""

import numpy as np

from limner.catalog.scenery import foliage, leaf_marks, pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_BARK = tones("#6e3a3c")
_LEAF = tones("#7d6a3a")


def draw_acacia(sheet: Sheet, seed: int, foot: tuple[float, float], size: float) -> None:
    """A tree with a crown as flat as a table; its trunk stands at `foot`."""
    rng = np.random.default_rng(850 + seed)
    sheet.ellipse(foot[0] - 60, foot[1] + 2, 110, 10, "#6a2f40", opacity=0.4)
    sheet.open(f' transform="translate({number(foot[0])} {number(foot[1])}) scale({number(size, 2)})"')
    trunk = (
        "M-20 4C-10 -60 -8 -120 -22 -190C-40 -260 -90 -320 -128 -372L-116 -380C-74 -334 -30 -290 -10 -236"
        "C-4 -300 -14 -350 -22 -404L-8 -406C4 -350 10 -300 8 -240C30 -300 70 -340 112 -384L122 -374"
        "C84 -330 40 -270 24 -200C12 -130 14 -60 24 4Q0 12 -20 4Z"
    )
    sheet.path(trunk, sheet.shade(_BARK, (-30, -100), (30, -90)), ink=0.8)
    sheet.line("M-12 -20C-4 -90 -6 -150 -16 -210M-20 -400C-10 -350 -4 -310 -4 -260", "#c9725a", 3.6, opacity=0.8)
    sheet.line("M6 -30q4 -80 -2 -130M12 -10q-2 -40 0 -60", _BARK.deep, 3)
    for x, y, rx, ry, color in (
        (-104, -392, 92, 30, _LEAF.shade),
        (96, -396, 96, 32, _LEAF.shade),
        (0, -420, 120, 36, _LEAF.shade),
        (-120, -404, 80, 22, _LEAF.base),
        (-10, -436, 110, 24, _LEAF.base),
        (98, -410, 86, 22, _LEAF.base),
    ):
        foliage(sheet, rng, (x, y), (rx, ry), color, 15, ink=0.5)
    for x, y, rx in ((-130, -412, 66), (-20, -446, 90), (86, -418, 70)):
        leaf_marks(sheet, rng, (x, y), (rx, 16), "#e0a850")
        foliage(sheet, rng, (x - 6, y - 4), (rx * 0.8, 9), "#b58f45", 11)
    sheet.close()


def draw_branch(sheet: Sheet, seed: int) -> None:
    """Leaves and thorns of a near tree in the upper left corner, dark against the sky."""
    rng = np.random.default_rng(860 + seed)
    sheet.line("M-20 150C60 120 150 96 236 108C280 114 310 128 344 124", "#3d1d3a", 13)
    sheet.line("M90 112C130 80 180 60 250 58M180 102C220 130 250 150 300 156", "#3d1d3a", 7)
    for x, y, rx, ry in ((-10, 20, 170, 64), (150, 6, 150, 52), (290, 20, 110, 36), (20, 104, 110, 36)):
        foliage(sheet, rng, (x, y), (rx, ry), "#46203e", 17, ink=0.6)
    for x, y, rx, ry in ((258, 58, 62, 18), (306, 158, 50, 15), (344, 122, 40, 14)):
        foliage(sheet, rng, (x + pick(rng, -4, 4), y), (rx, ry), "#522645", 13, ink=0.6)
    for x, y, rx in ((40, 30, 110), (190, 26, 90), (260, 58, 44)):
        leaf_marks(sheet, rng, (x, y), (rx, 26), "#8d4458")
