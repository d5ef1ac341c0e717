"""The room: the back wall, the round window with the moon, the floor and the carpet."""

import math

import numpy as np

from limner.catalog.scenery import pick, sparkle
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

WOOD = tones("#7d4c3c")
_WINDOW = (520.0, 330.0)
_RADIUS = 206.0
_RUG = tones("#a63f4e")


def draw_wall(sheet: Sheet) -> None:
    """Violet dusk high up, candle warmth near the floor."""
    stops = [(0.0, "#221c44", 1.0), (0.35, "#3c3266", 1.0), (0.7, "#5d3f5e", 1.0), (1.0, "#6a4250", 1.0)]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 900), stops))
    sheet.glow(_WINDOW, 420, "#8fa4ee", 0.5)


def draw_window(sheet: Sheet, seed: int) -> None:
    """Night sky, stars, the moon, hills with a far village light; a ring of panes and a carved frame."""
    rng, n = np.random.default_rng(700 + seed), number
    x, y = _WINDOW
    sheet.circle(x, y, _RADIUS + 34, sheet.shade(WOOD, (x - 170, y - 190), (x + 170, y + 200)), ink=1.0)
    sheet.circle(x, y, _RADIUS + 20, WOOD.deep)
    sheet.circle(x, y, _RADIUS + 12, "#e0ab58", ink=0.6)
    sky = [(0.0, "#2c418e", 1.0), (0.6, "#5a7fc6", 1.0), (1.0, "#a9c3e6", 1.0)]
    sheet.circle(x, y, _RADIUS, sheet.linear((0, y - _RADIUS), (0, y + _RADIUS), sky), ink=0.6)
    for _ in range(34):
        turn, far = float(rng.uniform(0, math.tau)), _RADIUS * 0.94 * math.sqrt(float(rng.uniform(0, 1)))
        dot_y = y + far * math.sin(turn)
        if dot_y < y + 70:
            sheet.circle(x + far * math.cos(turn), dot_y, pick(rng, 1.2, 2.6), "#fff8dc", opacity=0.9)
    for dx, dy, r in ((-104, -96, 13), (-40, -150, 9), (-146, 0, 9), (30, -120, 7)):
        sparkle(sheet, x + dx + pick(rng, -8, 8), y + dy + pick(rng, -6, 6), r, "#fff8dc")
    _moon(sheet, x + 104, y - 82)
    low = _RADIUS * math.sin(math.radians(28))
    side = _RADIUS * math.cos(math.radians(28))
    hills = (
        f"M{n(x - side)} {n(y + low)}Q{n(x - 110)} {n(y + 60)} {n(x - 30)} {n(y + 104)}Q{n(x + 70)} {n(y + 50)} "
        f"{n(x + side)} {n(y + low)}A{n(_RADIUS)} {n(_RADIUS)} 0 0 1 {n(x - side)} {n(y + low)}Z"
    )
    sheet.path(hills, "#3f5ba0", opacity=0.8)
    _panes(sheet, x, y)


def _moon(sheet: Sheet, x: float, y: float) -> None:
    sheet.glow((x, y), 120, "#fff3c8", 0.7)
    sheet.circle(x, y, 50, "#fff4d2")
    for dx, dy, r in ((-16, -14, 11), (16, 10, 14), (-12, 20, 7), (20, -22, 6)):
        sheet.circle(x + dx, y + dy, r, "#ecd8ae", opacity=0.6)


def _panes(sheet: Sheet, x: float, y: float) -> None:
    """Bars only in an outer ring, so that nothing stands behind a head."""
    n, inner, bars = number, _RADIUS * 0.83, ""
    for k in range(16):
        cos, sin = math.cos(math.tau * k / 16), math.sin(math.tau * k / 16)
        bars += f"M{n(x + inner * cos)} {n(y + inner * sin)}L{n(x + _RADIUS * cos)} {n(y + _RADIUS * sin)}"
    sheet.line(bars, "#4b3350", 5)
    ring = (
        f"M{n(x - inner)} {n(y)}a{n(inner)} {n(inner)} 0 1 0 {n(inner * 2)} 0"
        f"a{n(inner)} {n(inner)} 0 1 0 {n(-inner * 2)} 0"
    )
    sheet.line(ring, "#4b3350", 6)


def draw_floor(sheet: Sheet) -> None:
    """Boards that run towards the window, and a round carpet under the feet."""
    boards = [(0.0, "#8d5a46", 1.0), (0.4, "#74463f", 1.0), (1.0, "#3f2638", 1.0)]
    sheet.path("M-20 878H1020V1270H-20Z", sheet.linear((0, 878), (0, 1250), boards))
    lines = "".join(f"M{number(520 + dx)} 880L{number(520 + dx * 2.07)} 1266" for dx in range(-450, 451, 75))
    sheet.line(lines, "#4a2b36", 3, opacity=0.7)
    seams = "M300 918h30M610 906h28M390 948h34M700 962h44M240 1000h50M560 1010h46M760 1046h60M150 1090h60M900 1150h70"
    sheet.line(seams, "#4a2b36", 3, opacity=0.7)
    x, y = 476, 1132
    sheet.ellipse(x + 6, y + 10, 338, 98, "#2a1830", opacity=0.5)
    sheet.ellipse(x, y, 334, 96, sheet.shade(_RUG, (x - 200, y - 80), (x + 240, y + 90)), ink=0.9)
    for grow, color in ((0.93, "#e8c07a"), (0.885, "#2f4a78"), (0.74, "#e8c07a"), (0.705, _RUG.shade)):
        sheet.ellipse(x, y, 334 * grow, 96 * grow, color)
    for k in range(22):
        turn = math.tau * (k + 0.5) / 22
        at_x, at_y = x + 272 * math.cos(turn), y + 78 * math.sin(turn)
        sheet.ellipse(at_x, at_y, 11, 5, "#e8c07a" if k % 2 else "#d9766a")
    sheet.ellipse(x + 34, y + 6, 190, 24, "#28142c", opacity=0.42)
    sheet.ellipse(x + 4, y + 5, 122, 14, "#1e0f26", opacity=0.45)
