"""The table with its cloth, and the cake on it."""

from typing import Final

from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_CLOTH = tones("#fdf3e4")
_ICING = tones("#f7a9b4")
_CREAM = tones("#fff3dc")
_TEAL = tones("#8fd0cc")
_TIERS: Final = ((0.0, 118.0, 78.0, _CREAM), (-78.0, 88.0, 66.0, _ICING), (-144.0, 58.0, 56.0, _TEAL))
"""Lower edge, half width, height and icing of each tier."""


def draw_table(sheet: Sheet, x: float, y: float) -> None:
    """A round table; its cloth falls to the grass at (x, y)."""
    sheet.ellipse(x + 24, y + 4, 212, 24, "#3f5a4c", opacity=0.4)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    folds = (
        "M-186 -186C-190 -130 -204 -60 -206 -8C-184 14 -160 -4 -140 4C-116 14 -96 0 -70 8C-40 16 -16 2 10 8"
        "C40 14 64 0 90 6C116 12 136 -2 160 4C180 8 196 -2 206 -10C202 -60 190 -130 186 -186Z"
    )
    sheet.path(
        folds, sheet.linear((-190, 0), (200, 0), [(0, "#fff8ec", 1), (0.45, "#f6e4d6", 1), (1, "#cfb8cc", 1)]), ink=1.0
    )
    pleats = (
        "M-150 -150Q-156 -60 -142 0M-92 -146Q-96 -60 -72 4M-30 -144Q-30 -60 -14 6M34 -144"
        "Q36 -60 8 6M96 -146Q104 -60 88 4M150 -150Q162 -70 160 2"
    )
    sheet.line(pleats, "#d9bcc4", 4, opacity=0.7)
    for k in range(9):
        dx = -176 + k * 44
        sheet.circle(dx, -28 + (k % 2) * 6, 9, ("#f2778a", "#6cc3c8", "#f7c14f")[k % 3], opacity=0.75)
    lace = (
        "M-190 -172"
        + "".join(f"a{number(17.3)} 17 0 0 0 34.5 {number((5 - k) * 1.6)}" for k in range(11))
        + "L190 -200H-190Z"
    )
    sheet.path(lace, _CLOTH.light, ink=0.6)
    sheet.ellipse(
        0, -186, 188, 36, sheet.linear((-160, -210), (170, -160), [(0, "#ffffff", 1), (1, "#f0dcd8", 1)]), ink=0.9
    )
    _cupcake(sheet, -138, -172, "#a58be0")
    _cupcake(sheet, 150, -172, "#f2778a")
    sheet.close()


def _cupcake(sheet: Sheet, x: float, y: float, color: str) -> None:
    ramp = tones(color)
    sheet.path(f"M{x - 20} {y - 24}L{x - 14} {y}Q{x} {y + 5} {x + 14} {y}L{x + 20} {y - 24}Z", "#d99a62", ink=0.8)
    sheet.line(f"M{x - 8} {y - 20}l2 20M{x} {y - 20}v22M{x + 8} {y - 20}l-2 20", "#a86c40", 2)
    top = (
        f"M{x - 25} {y - 22}C{x - 30} {y - 38} {x - 12} {y - 40} {x - 12} {y - 44}"
        f"C{x - 10} {y - 58} {x + 10} {y - 58} {x + 11} {y - 44}"
        f"C{x + 30} {y - 40} {x + 30} {y - 24} {x + 24} {y - 22}"
        f"Q{x} {y - 14} {x - 25} {y - 22}Z"
    )
    sheet.path(top, sheet.shade(ramp, (x - 20, y - 50), (x + 24, y - 20)), ink=0.8)
    sheet.circle(x, y - 58, 7, "#e0455a", ink=0.6)


def draw_cake(sheet: Sheet, x: float, y: float) -> None:
    """Three tiers on a glass stand at (x, y), dripping with icing, candles on top."""
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.ellipse(0, 6, 140, 17, "#8a6a8c", opacity=0.35)
    sheet.path("M-140 -4Q0 26 140 -4L132 6Q0 34 -132 6Z", "#d8ecf0", ink=0.7)
    sheet.ellipse(0, -6, 140, 18, "#eefafa", ink=0.7)
    for low, half, high, ramp in _TIERS:
        _tier(sheet, (low, half, high), ramp)
    sheet.ellipse(0, -200, 58, 11, _TEAL.light, ink=0.7)
    for dx, color in ((-38, "#f2778a"), (-19, "#f7c14f"), (0, "#a58be0"), (19, "#f7c14f"), (38, "#f2778a")):
        _candle(sheet, dx, -200 + abs(dx) * -0.06 + 4, color)
    sheet.close()


def _tier(sheet: Sheet, size: tuple[float, float, float], ramp: Tones) -> None:
    (low, half, high), n = size, number
    top, bow = low - high, half * 0.13
    side = f"M{n(-half)} {n(top)}V{n(low - 6)}Q0 {n(low + bow * 1.4)} {n(half)} {n(low - 6)}V{n(top)}Z"
    paint = [(0.0, ramp.light, 1.0), (0.5, ramp.base, 1.0), (1.0, ramp.shade, 1.0)]
    sheet.path(side, sheet.linear((-half, 0), (half, 0), paint), ink=0.9)
    sheet.ellipse(0, top, half, bow, ramp.light, ink=0.7)
    count = int(half / 9)
    for k in range(count):
        at = -half * 0.92 + 2 * half * 0.92 * k / (count - 1)
        bend = bow * 1.1 * (1 - (at / half) ** 2)
        sheet.circle(at, low - 6 + bend, 8.5, "#fffaf0", ink=0.5)
    icing = f"M{n(-half - 1)} {n(top - 2)}V{n(top + 12)}"
    drops = int(half / 11)
    step = (2 * half + 2) / drops
    for k in range(drops):
        long = (16, 26, 13, 30, 20)[k % 5]
        x0 = -half - 1 + k * step
        bend = bow * (1 - ((x0 + step / 2) / half) ** 2)
        icing += (
            f"C{n(x0)} {n(top + long + bend + 8)} {n(x0 + step)} {n(top + long + bend + 8)}"
            f" {n(x0 + step)} {n(top + 9 + bend)}"
        )
    icing += f"V{n(top - 2)}Q0 {n(top - bow * 2)} {n(-half - 1)} {n(top - 2)}Z"
    white = ramp is not _CREAM
    sheet.path(icing, "#fffaf0" if white else _ICING.base, ink=0.6)
    sheet.ellipse(0, top - 1, half * 0.94, bow * 0.8, "#ffffff" if white else _ICING.light)
    for k, share in enumerate((-0.66, -0.3, 0.08, 0.44, 0.78)):
        sheet.circle(
            half * share, top + high * 0.66 + bow * 0.6, 5, ("#f2778a", "#f7c14f", "#a58be0", "#6cc3c8", "#f2778a")[k]
        )


def _candle(sheet: Sheet, x: float, y: float, color: str) -> None:
    sheet.path(
        f"M{x - 5} {number(y)}V{number(y - 40)}H{x + 5}V{number(y)}Q{x} {number(y + 3)} {x - 5} {number(y)}Z",
        color,
        ink=0.7,
    )
    sheet.line(
        f"M{x - 4} {number(y - 8)}l8 -7M{x - 4} {number(y - 22)}l8 -7M{x - 4} {number(y - 35)}l8 -4",
        "#ffffff",
        2.6,
        opacity=0.9,
    )
    flame = (
        f"M{x} {number(y - 72)}"
        f"C{x + 11} {number(y - 58)} {x + 9} {number(y - 44)} {x} {number(y - 43)}"
        f"C{x - 9} {number(y - 44)} {x - 10} {number(y - 57)} {x} {number(y - 72)}Z"
    )
    sheet.path(flame, "#ffb347", ink=0.5)
    sheet.ellipse(x, y - 50, 3.4, 6, "#fff6c8")
