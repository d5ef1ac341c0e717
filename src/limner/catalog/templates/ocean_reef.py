"""The coral garden: cliffs that frame the page, corals on their feet, and dark weeds close to the eye."""

import numpy as np

from limner.catalog.scenery import pick, ridge, rock
from limner.catalog.templates.ocean_plants import (
    anemone,
    brain_coral,
    branch_coral,
    fan_coral,
    kelp,
    starfish,
    tube_sponge,
)
from limner.engine.sheet import Sheet, tones

_CLIFF = tones("#1e5a86")
_STONE = tones("#4f7fa0")
_LEFT = (
    "M-30 330C10 350 40 380 44 430C50 480 86 500 84 560C82 630 60 660 78 720C98 780 130 800 124 870"
    "C120 920 150 960 176 1010L176 1080H-30Z"
)
_RIGHT = (
    "M1030 380C980 400 950 430 952 490C954 550 918 570 922 640C926 700 948 730 930 790C912 850 880 870 884 930"
    "C886 970 850 1000 830 1040L830 1080H1030Z"
)


def draw_reef(sheet: Sheet, seed: int) -> None:
    """Both cliffs with kelp behind them and corals on every ledge."""
    rng = np.random.default_rng(660 + seed)
    for x, y, high, sway in ((26, 980, 620, 22), (98, 990, 470, 18), (150, 1000, 330, 16), (968, 980, 640, -22)):
        kelp(sheet, x + pick(rng, -8, 8), y, high + pick(rng, -30, 30), sway, "#2f9a86")
    for x, y, high, sway in ((892, 990, 420, -18), (846, 1000, 290, 14)):
        kelp(sheet, x + pick(rng, -8, 8), y, high + pick(rng, -30, 30), sway, "#3aa88a")
    sheet.path(_LEFT, sheet.shade(_CLIFF, (150, 500), (-20, 900)), ink=1.0)
    sheet.path(_RIGHT, sheet.shade(_CLIFF, (860, 500), (1020, 900)), ink=1.0)
    sheet.line(
        "M16 420q14 60 40 90M30 560q-10 70 6 130M60 740q30 50 34 110M20 800q10 80 40 130", _CLIFF.deep, 5, opacity=0.6
    )
    sheet.line(
        "M976 470q-10 60 -32 90M980 620q8 70 -10 130M944 800q-26 50 -34 100M990 780q-6 90 -40 140",
        _CLIFF.deep,
        5,
        opacity=0.6,
    )
    _ledges(sheet)
    _garden(sheet)


def _ledges(sheet: Sheet) -> None:
    fan_coral(sheet, 26, 462, 74, "#e8689a")
    anemone(sheet, 60, 748, 44, "#f2a65e")
    tube_sponge(sheet, 48, 592, 58, "#f4c45a")
    branch_coral(sheet, 982, 474, 92, "#f28a5c")
    fan_coral(sheet, 936, 834, 66, "#b56ad0")
    anemone(sheet, 958, 664, 42, "#ee6f8f")
    starfish(sheet, 966, 740, 24, "#f6b04e", 12)


def _garden(sheet: Sheet) -> None:
    """Corals along the foot of the cliffs, left and right of the person."""
    branch_coral(sheet, 158, 1000, 150, "#f0647a")
    fan_coral(sheet, 66, 1012, 104, "#9b6ad6")
    tube_sponge(sheet, 248, 996, 82, "#f3b64c")
    brain_coral(sheet, 312, 1014, 46, "#7fc79a")
    anemone(sheet, 376, 1004, 34, "#f490b4")
    rock(sheet, 20, 1044, 70, _STONE)
    fan_coral(sheet, 770, 986, 104, "#f0718a")
    tube_sponge(sheet, 946, 1010, 110, "#a97be0")
    branch_coral(sheet, 868, 1000, 140, "#f6a04e")
    brain_coral(sheet, 694, 1000, 38, "#e6a5c4")
    rock(sheet, 988, 1054, 56, _STONE)


def draw_front(sheet: Sheet, seed: int) -> None:
    """Dark stones, weeds and a coral in the lower corners."""
    rng = np.random.default_rng(690 + seed)
    dark = tones("#12406f")
    for x, high, sway in ((14, 330, 18), (62, 210, 14), (984, 350, -18), (936, 220, -12)):
        kelp(sheet, x + pick(rng, -6, 6), 1262, high, sway, "#0f4a6c")
    branch_coral(sheet, 84, 1258, 84, "#8a3f7d")
    branch_coral(sheet, 904, 1258, 88, "#8a3f7d")
    left = [(-20, 1186), (40, 1192), (96, 1216), (160, 1232), (230, 1246), (300, 1262)]
    right = [(720, 1262), (790, 1244), (850, 1230), (912, 1208), (960, 1190), (1020, 1178)]
    for points in (left, right):
        sheet.path(ridge([(x, y + pick(rng, -3, 3)) for x, y in points], 1275), dark.base, ink=1.0)
    sheet.line("M-10 1194Q44 1200 96 1223Q130 1230 170 1240", dark.light, 4, opacity=0.6)
    sheet.line("M830 1240Q880 1228 914 1214Q950 1202 1010 1188", dark.light, 4, opacity=0.6)
    anemone(sheet, 40, 1204, 40, "#c95a86")
    anemone(sheet, 962, 1200, 38, "#d98348")
