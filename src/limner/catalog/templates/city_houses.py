"""The houses: a pale skyline, near towers with lit windows at both sides, a water tower."""

from typing import Final

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_GLOW: Final = ("#ffe3a0", "#ffc878", "#ffefc8", "#9fd6e8")
_WOOD = tones("#8a4f5c")


def draw_far(sheet: Sheet, seed: int) -> None:
    """Two rows of roofs in the evening haze, low in the middle of the page."""
    rng = np.random.default_rng(1220 + seed)
    for row, (color, low, high, step) in enumerate((("#c0668f", 694, 500, 46), ("#93508f", 748, 560, 58))):
        data, lit = "", ""
        x = -20.0
        while x < 1020:
            wide = pick(rng, step * 0.7, step * 1.3)
            away = min(1.0, abs(x + wide / 2 - 470) / 420)
            top = round(low - (low - high) * away**1.3 * float(rng.uniform(0.55, 1.0)) - pick(rng, 0, 14), 1)
            data += f"M{number(x)} 900V{number(top)}{_roof(rng, wide)}V900Z"
            for wy in range(int(top) + 18, 860, 20):
                for wx in range(int(x) + 8, int(x + wide) - 8, 13):
                    if rng.uniform() < 0.2:
                        lit += f"M{wx} {wy}h5v8h-5Z"
            x += wide + pick(rng, -3, 5)
        sheet.path(data, color)
        sheet.path(lit, "#ffdca0", opacity=0.6 + row * 0.15)


def _roof(rng: np.random.Generator, wide: float) -> str:
    """The top of a house, from its left edge to its right: flat, stepped, with a spire, or domed."""
    n, kind = number, int(rng.integers(5))
    if kind == 1:
        return f"h{n(wide * 0.2)}v-14h{n(wide * 0.6)}v14h{n(wide * 0.2)}"
    if kind == 2:
        return f"l{n(wide * 0.46)} -22l{n(wide * 0.04)} -30l{n(wide * 0.04)} 30l{n(wide * 0.46)} 22"
    if kind == 3:
        return f"h{n(wide * 0.1)}c0 -30 {n(wide * 0.8)} -30 {n(wide * 0.8)} 0h{n(wide * 0.1)}"
    return f"h{n(wide)}"


def draw_near(sheet: Sheet, seed: int) -> None:
    """Tall houses at both sides; what is behind the person stays low."""
    rng = np.random.default_rng(1230 + seed)
    for x, wide, top, color in (
        (-40, 120, 470, "#4a3282"),
        (236, 74, 690, "#6a4092"),
        (640, 84, 664, "#6a4092"),
        (312, 120, 742, "#5c3888"),
        (540, 110, 752, "#5c3888"),
        (92, 132, 588, "#553686"),
        (716, 96, 560, "#553686"),
        (924, 120, 430, "#46307e"),
        (800, 134, 640, "#4a3282"),
    ):
        _house(sheet, rng, (x, top), wide, color)


def _house(sheet: Sheet, rng: np.random.Generator, corner: tuple[float, float], wide: float, color: str) -> None:
    """A tower lit by the sunset at its right side, with rows of windows."""
    (x, top), ramp, n = corner, tones(color), number
    right, low = x + wide, 910
    sheet.path(
        f"M{n(x)} {low}V{n(top)}H{n(right)}V{low}Z",
        sheet.linear((x, 0), (right, 0), [(0, ramp.shade, 1), (0.7, ramp.base, 1), (1, "#a8588f", 1)]),
        ink=0.7,
    )
    sheet.path(f"M{n(x - 6)} {n(top + 14)}V{n(top)}H{n(right + 6)}V{n(top + 14)}Z", ramp.light, ink=0.6)
    sheet.path(f"M{n(x + wide * 0.2)} {n(top)}V{n(top - 24)}H{n(x + wide * 0.62)}V{n(top)}Z", ramp.base, ink=0.6)
    sheet.line(
        (
            f"M{n(x + wide * 0.3)} {n(top - 24)}v-46M{n(x + wide * 0.3 - 4)} {n(top - 66)}h20"
            f"M{n(x + wide * 0.3)} {n(top - 56)}h13M{n(x + wide * 0.3)} {n(top - 46)}h9"
        ),
        ramp.deep,
        3.4,
    )
    lit: dict[str, str] = dict.fromkeys(_GLOW, "")
    dark = ""
    columns = max(2, int(wide // 27))
    pitch = wide / columns
    for wy in range(int(top) + 32, 880, 38):
        for k in range(columns):
            pane = f"M{n(x + pitch * (k + 0.5) - 8)} {wy}h16v22h-16Z"
            if rng.uniform() < 0.5:
                lit[_GLOW[int(rng.integers(4)) if rng.uniform() < 0.4 else 0]] += pane
            else:
                dark += pane
    sheet.path(dark, ramp.deep, opacity=0.8)
    for paint, data in lit.items():
        if data:
            sheet.path(data, paint, ink=0.25)


def draw_tower(sheet: Sheet, x: float, y: float) -> None:
    """A water tower of wood on iron legs, whose feet stand at (x, y)."""
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.inked_line("M-56 0L-46 -170M56 0L46 -170M0 0V-170M-53 -50L49 -120M53 -50L-49 -120", "#3a2a68", 7, 0.5)
    sheet.path("M-72 -170H72V-156H-72Z", "#3a2a68", ink=0.7)
    tank = "M-64 -170L-60 -300H60L64 -170Q0 -154 -64 -170Z"
    sheet.path(
        tank, sheet.linear((-64, 0), (66, 0), [(0, _WOOD.deep, 1), (0.55, _WOOD.base, 1), (1, "#f09a80", 1)]), ink=0.9
    )
    sheet.line(
        "M-40 -298L-42 -164M-20 -299L-21 -161M0 -300V-160M20 -299L21 -161M40 -298L42 -164", _WOOD.deep, 3, opacity=0.7
    )
    sheet.line("M-62 -204Q0 -190 63 -204M-61 -264Q0 -252 61 -264", "#3a2a68", 5)
    sheet.path(
        "M-74 -296L0 -362L74 -296Q0 -280 -74 -296Z",
        sheet.linear((-70, 0), (74, 0), [(0, "#3f2c78", 1), (0.6, "#6a3f90", 1), (1, "#d9708c", 1)]),
        ink=0.9,
    )
    sheet.circle(0, -364, 6, "#ff7a6c", ink=0.5)
    sheet.close()
