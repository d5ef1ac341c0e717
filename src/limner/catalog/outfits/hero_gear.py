"""What a hero carries: a star on the chest, a kitten just saved, a torch whose light is seen far."""

import math

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_FUR = tones("#f0a860")
_CREAM = tones("#fdf0dc", 0.8)
_METAL = tones("#3f5f6c")
_GOLD = tones("#f3bd4b")


def star(x: float, y: float, r: float) -> str:
    """Closed path data of a plump five-pointed star around (x, y)."""
    turns = [math.radians(36 * k - 90) for k in range(10)]
    points = [(r if k % 2 == 0 else r * 0.52, turn) for k, turn in enumerate(turns)]
    corners = (f"{number(x + far * math.cos(turn))} {number(y + far * math.sin(turn))}" for far, turn in points)
    return f"M{'L'.join(corners)}Z"


def draw_emblem(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A golden star before a sun's disc, `r` the disc's radius."""
    sheet.circle(x, y, r, _CREAM.base, ink=0.9)
    sheet.circle(x, y, r * 0.86, _METAL.base)
    rays = "".join(
        f"M{number(x + r * 0.66 * math.sin(turn))} {number(y - r * 0.66 * math.cos(turn))}"
        f"L{number(x + r * 0.76 * math.sin(turn))} {number(y - r * 0.76 * math.cos(turn))}"
        for turn in (math.radians(36 + 72 * k) for k in range(5))
    )
    sheet.line(rays, _GOLD.light, r * 0.1)
    sheet.path(star(x, y + r * 0.04, r * 0.74), sheet.shade(_GOLD, (x - r * 0.5, y - r * 0.5), (x + r * 0.6, y + r)))
    sheet.path(
        f"M{number(x)} {number(y - r * 0.66)}L{number(x)} {number(y + r * 0.04)}L{number(x - r * 0.22)} "
        f"{number(y - r * 0.27)}Z",
        _GOLD.light,
        opacity=0.8,
    )


def draw_kitten(sheet: Sheet, x: float, y: float) -> None:
    """A ginger kitten in the crook of an arm; its chest is at (x, y)."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-6)"')
    sheet.inked_line("M22 40C58 44 62 84 36 92C26 94 20 88 22 80", _FUR.base, 17, 0.9)
    sheet.line("M40 91C30 95 20 90 22 80", _CREAM.base, 15)
    sheet.path(
        "M-30 -22C-42 6 -42 44 -24 58Q0 68 26 58C42 42 42 6 30 -22Z", sheet.shade(_FUR, (-34, -20), (38, 60)), ink=1.0
    )
    sheet.path("M-16 -10C-24 14 -22 40 -8 50Q4 54 14 46C24 30 20 6 14 -10Z", _CREAM.base)
    sheet.line("M-36 16l14 4M-36 32l13 2M36 16l-13 4M36 32l-12 2", _FUR.deep, 4.4, opacity=0.75)
    _kitten_head(sheet)
    sheet.close()


def _kitten_head(sheet: Sheet) -> None:
    for side in (-1, 1):
        n = number
        ear = f"M{n(side * 40)} -50Q{n(side * 46)} -88 {n(side * 38)} -98Q{n(side * 20)} -90 {n(side * 8)} -74Z"
        sheet.path(ear, _FUR.base, ink=1.0)
        sheet.path(
            f"M{n(side * 36)} -60Q{n(side * 39)} -80 {n(side * 35)} -88Q{n(side * 24)} -82 {n(side * 18)} -72Z",
            "#f2a7a0",
        )
    sheet.ellipse(0, -46, 46, 37, sheet.shade(_FUR, (-30, -76), (38, -12)), ink=1.0)
    sheet.ellipse(-11, -31, 17, 14, _CREAM.base)
    sheet.ellipse(11, -31, 17, 14, _CREAM.base)
    sheet.line("M0 -80l0 13M-13 -77l3 11M13 -77l-3 11M-44 -46l11 2M44 -46l-11 2", _FUR.deep, 4.4, opacity=0.75)
    for side in (-1, 1):
        sheet.ellipse(side * 18, -49, 7.4, 9, "#33281f")
        sheet.circle(side * 18 - 2, -52.4, 2.6, "#ffffff")
        sheet.line(f"M{side * 25} -32l{side * 20} -4M{side * 25} -27l{side * 19} 3", "#ffffff", 2, opacity=0.85)
    sheet.path("M-5.5 -39Q0 -42 5.5 -39Q3 -33 0 -32Q-3 -33 -5.5 -39Z", "#d9706c")
    sheet.line("M0 -32Q-1 -25 -8 -25M0 -32Q1 -25 8 -25", "#6d4634", 2.6)


def draw_torch(sheet: Sheet, x: float, y: float) -> None:
    """A signal torch held upright at (x, y); its lens glows and throws a star's light upwards."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(10)"')
    beam = sheet.linear((0, -70), (0, -190), [(0, "#fff0b8", 0.75), (0.5, "#ffe59a", 0.3), (1, "#ffe59a", 0)])
    sheet.path("M-28 -70L-70 -190L70 -190L28 -70Z", beam)
    sheet.glow((0, -78), 88, "#ffe08a", 0.8)
    sheet.path("M-13 -34L13 -34L13 40Q0 46 -13 40Z", sheet.shade(_METAL, (-13, -20), (16, 40)), ink=1.0)
    sheet.line("M-13 20Q0 25 13 20M-13 29Q0 34 13 29", _METAL.deep, 3)
    sheet.path("M-31 -70Q0 -62 31 -70L16 -32Q0 -27 -16 -32Z", sheet.shade(_GOLD, (-28, -66), (28, -30)), ink=1.0)
    sheet.ellipse(0, -70, 31, 9.5, "#fffbe4", ink=0.9)
    sheet.ellipse(0, -70, 20, 5.4, "#ffffff")
    sheet.close()
