"""The stands: a bowl of seats full of people, its roof, flags, and the boards along the pitch."""

import math
from typing import Final

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet
from limner.engine.vectors import number

_CROWD: Final = ("#f2c49a", "#d99a72", "#8f5c46", "#f4d6b4", "#b3785a")
_SHIRTS: Final = ("#d9484c", "#f4efe6", "#3f6fc4", "#f0b646", "#4f9e78", "#d9484c", "#e8e4f0")
_BOARDS: Final = ("#e8574c", "#f4f0e4", "#3f7fc8", "#f6c04a", "#57b08c")


def _rim(x: float, low: float, rise: float) -> float:
    """Height of the bowl's edge: lowest in the middle, so that nothing straight passes behind a head."""
    return low - rise * ((x - 500) / 520) ** 2


def _band(upper: tuple[float, float], lower: tuple[float, float]) -> str:
    n, across = number, [-20 + 52 * k for k in range(21)]
    high = "L".join(f"{n(x)} {n(_rim(x, *upper))}" for x in across)
    low = "L".join(f"{n(x)} {n(_rim(x, *lower))}" for x in reversed(across))
    return f"M{high}L{low}Z"


def draw_stands(sheet: Sheet, seed: int) -> None:
    """Roof, two tiers of people, stairs, and the boards."""
    rng = np.random.default_rng(1000 + seed)
    for x in range(40, 1000, 92):
        _flag(sheet, x, _rim(x, 648, 300), rng)
    sheet.path(_band((668, 300), (806, -50)), sheet.linear((0, 400), (0, 840), [(0, "#26356e", 1), (1, "#41508c", 1)]))
    _people(sheet, rng, (690, 270), (742, 120), 6)
    _people(sheet, rng, (762, 70), (800, -40), 5)
    sheet.path(_band((748, 112), (757, 104)), "#dfe6f6", opacity=0.85)
    stairs = ""
    for x in range(70, 960, 124):
        lean = (x - 500) * 0.12
        stairs += f"M{number(x + lean)} {number(_rim(x, 686, 280))}L{number(x)} {number(_rim(x, 806, -50))}"
    sheet.line(stairs, "#c4cdea", 4, opacity=0.5)
    roof = [(0.0, "#e6ebf8", 1.0), (0.5, "#b4bfe0", 1.0), (1.0, "#7886b8", 1.0)]
    sheet.path(_band((640, 306), (662, 296)), sheet.linear((0, 320), (0, 670), roof), ink=0.6)
    sheet.path(_band((662, 296), (676, 288)), "#1c2858")
    lamps = "".join(f"M{x} {number(_rim(x, 666, 294))}h.1" for x in range(0, 1001, 28))
    sheet.line(lamps, "#fff6cc", 7)


def _people(
    sheet: Sheet, rng: np.random.Generator, top: tuple[float, float], low: tuple[float, float], rows: int
) -> None:
    """Rows of shirts with heads; a few wave."""
    for row in range(rows):
        share = (row + 0.5) / rows
        heads: dict[str, str] = dict.fromkeys(_CROWD, "")
        shirts: dict[str, str] = dict.fromkeys(_SHIRTS, "")
        x = -10.0 + pick(rng, 0, 12)
        while x < 1010:
            spread = 1 + 0.5 * abs(x - 500) / 500
            y = _rim(x, *top) * (1 - share) + _rim(x, *low) * share + pick(rng, -2, 2)
            shirt = _SHIRTS[int(rng.integers(len(_SHIRTS)))]
            shirts[shirt] += f"M{number(x)} {number(y + 8 * spread)}h.1"
            if rng.uniform() < 0.12:
                shirts[shirt] += f"M{number(x)} {number(y + 2)}l{number(pick(rng, -4, 4))} -13"
            heads[_CROWD[int(rng.integers(len(_CROWD)))]] += f"M{number(x)} {number(y)}h.1"
            x += 13.5 * spread + pick(rng, -1.5, 3)
        for color, data in shirts.items():
            sheet.line(data, color, 11.5)
        for color, data in heads.items():
            sheet.line(data, color, 8.5)
    sheet.path(_band(top, low), "#2a2f70", opacity=0.22)


def _flag(sheet: Sheet, x: float, y: float, rng: np.random.Generator) -> None:
    color = _BOARDS[int(rng.integers(len(_BOARDS)))]
    sheet.line(f"M{x} {number(y)}v-58", "#dfe6f6", 3)
    sheet.path(f"M{x} {number(y - 58)}q14 -8 24 0t22 0l-4 24q-10 6 -20 0t-22 0Z", color)


def draw_boards(sheet: Sheet) -> None:
    """Coloured boards between the crowd and the grass; a star or a wave on each, no words."""
    n = number
    for k in range(11):
        x0, x1 = -20 + k * 95, 75 + k * 95
        y0, y1 = _rim(x0, 806, -50), _rim(x1, 806, -50)
        color = _BOARDS[k % 5]
        board = f"M{n(x0 + 1)} {n(y0)}L{n(x1 - 1)} {n(y1)}V{n(y1 + 38)}L{n(x0 + 1)} {n(y0 + 38)}Z"
        sheet.path(board, color, ink=0.6)
        cx, cy = (x0 + x1) / 2, (y0 + y1) / 2 + 19
        mark = "#ffffff" if color != "#f4f0e4" else "#e8574c"
        if k % 2:
            sheet.line(f"M{n(cx - 30)} {n(cy + 3)}q8 -14 15 0t15 0t15 0t15 0", mark, 4.5, opacity=0.9)
        else:
            points = [
                (cx + r * math.sin(i * math.pi / 5), cy - r * math.cos(i * math.pi / 5))
                for i, r in enumerate((13, 5.6) * 5)
            ]
            sheet.path("M" + "L".join(f"{n(px)} {n(py)}" for px, py in points) + "Z", mark, opacity=0.9)
