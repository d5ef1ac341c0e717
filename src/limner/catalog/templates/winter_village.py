"""The village in the valley: a church, houses with lit windows, smoke, and pines under snow."""

import numpy as np

from limner.catalog.scenery import pick, ridge
from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_SNOW = tones("#eef1fb", 0.7)
_PINE = tones("#2f6a72")
_WINDOW = "#ffd873"
_HOUSES = (
    (118, 918, 0.9, "#b56a5c"),
    (216, 944, 1.2, "#8d6f8f"),
    (338, 930, 0.92, "#c48a5e"),
    (714, 938, 1.1, "#8d6f8f"),
    (826, 926, 0.86, "#b56a5c"),
)


def draw_village(sheet: Sheet, seed: int) -> None:
    """Houses from back to front, between pines."""
    rng = np.random.default_rng(720 + seed)
    valley = [(-20, 872), (160, 850), (360, 876), (560, 888), (760, 860), (1020, 876)]
    sheet.path(ridge(valley, 1100), sheet.linear((0, 850), (0, 980), [(0, "#e3d3ea", 1), (1, "#b9b4de", 1)]), ink=0.6)
    for x, y, size in (
        (24, 880, 0.5),
        (140, 868, 0.46),
        (414, 884, 0.42),
        (640, 886, 0.46),
        (800, 874, 0.56),
        (1000, 882, 0.6),
    ):
        draw_pine(sheet, x + pick(rng, -10, 10), y, size, tones("#5c7a9c"))
    _church(sheet, 290, 904)
    for x, y, size, color in _HOUSES:
        _house(sheet, x, y, size, tones(color))
        sheet.glow((x, y - 30), 92 * size, "#ffc45e", 0.55)
    for x, y, size in ((148, 954, 0.44), (284, 950, 0.4), (646, 952, 0.48), (772, 954, 0.4)):
        draw_pine(sheet, x + pick(rng, -8, 8), y, size, tones("#3f7382"))


def _house(sheet: Sheet, x: float, y: float, size: float, wall: Tones) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    sheet.path("M26 -118H42V-78H26Z", wall.deep, ink=0.7)
    sheet.path("M22 -124Q34 -132 46 -124V-114H22Z", _SNOW.base, ink=0.6)
    for dx, dy, r in ((38, -142, 8), (46, -160, 11), (60, -182, 14)):
        sheet.circle(dx, dy, r, "#efe3f2", opacity=0.4)
    sheet.path("M-50 2V-64L0 -108L50 -64V2Z", sheet.shade(wall, (-50, -80), (50, 0)), ink=0.9)
    for dx in (-26, 26):
        sheet.path(f"M{dx - 13} -52H{dx + 13}V-22H{dx - 13}Z", _WINDOW, ink=0.7)
        sheet.line(f"M{dx} -52V-22M{dx - 13} -37H{dx + 13}", wall.deep, 3)
        sheet.path(f"M{dx - 16} -22H{dx + 16}V-17H{dx - 16}Z", _SNOW.base)
    sheet.path("M-9 -84A9 9 0 0 1 9 -84V-72H-9Z", _WINDOW, ink=0.6)
    roof = (
        "M-68 -56Q-62 -64 -50 -72L-6 -116Q0 -122 6 -116L50 -72Q62 -64 68 -56Q66 "
        "-46 56 -50Q48 -44 40 -56L0 -94L-40 -56Q-48 -44 -56 -50Q-66 -46 -68 -56Z"
    )
    sheet.path(roof, sheet.shade(_SNOW, (-50, -110), (50, -50)), ink=0.8)
    sheet.path("M-62 4Q-30 -10 0 -4Q32 -10 62 4Q0 16 -62 4Z", _SNOW.base)
    sheet.close()


def _church(sheet: Sheet, x: float, y: float) -> None:
    wall = tones("#d9b9a6")
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.path("M-26 4V-140H26V4Z", sheet.shade(wall, (-26, -100), (26, -90)), ink=0.8)
    sheet.path("M-34 -136L0 -226L34 -136Q0 -124 -34 -136Z", sheet.shade(_SNOW, (-24, -200), (30, -140)), ink=0.8)
    sheet.line("M0 -226V-248M-7 -240H7", "#f2c25c", 4)
    sheet.path("M-9 -100A9 9 0 0 1 9 -100V-76H-9Z", _WINDOW, ink=0.6)
    sheet.circle(0, -120, 8, "#fff4d0", ink=0.6)
    sheet.close()


def draw_pine(sheet: Sheet, x: float, y: float, size: float, needles: Tones) -> None:
    """A pine of four tiers, each with a ragged cushion of snow; lit from the left."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    sheet.path("M-11 6V-40H11V6Z", "#6b4a4c", ink=0.7)
    for low, wide, high in ((-22, 98, 96), (-82, 80, 88), (-140, 60, 80), (-192, 42, 84)):
        w, top = wide, low - high
        tier = (
            f"M0 {top}C{w * 0.2:.0f} {top + high * 0.5:.0f} {w * 0.6:.0f} {low - 16} {w} {low - 4}"
            f"Q{w * 0.74:.0f} {low + 12} {w * 0.5:.0f} {low + 2}Q{w * 0.26:.0f} {low + 18} 0 {low + 6}"
            f"Q{-w * 0.26:.0f} {low + 18} {-w * 0.5:.0f} {low + 2}Q{-w * 0.74:.0f} {low + 12} {-w} {low - 4}"
            f"C{-w * 0.6:.0f} {low - 16} {-w * 0.2:.0f} {top + high * 0.5:.0f} 0 {top}Z"
        )
        sheet.path(tier, sheet.shade(needles, (-w, top), (w, low)), ink=0.8)
        snow = (
            f"M0 {top - 2}C{w * 0.18:.0f} {top + high * 0.46:.0f} {w * 0.5:.0f} {low - 24} {w * 0.94:.0f} {low - 8}"
            f"Q{w * 0.7:.0f} {low - 14} {w * 0.52:.0f} {low - 20}Q{w * 0.36:.0f} {low - 6} {w * 0.2:.0f} {low - 28}"
            f"Q{w * 0.04:.0f} {low - 8} {-w * 0.16:.0f} {low - 26}Q{-w * 0.34:.0f} {low - 2} {-w * 0.5:.0f} {low - 16}"
            f"Q{-w * 0.7:.0f} {low - 2} {-w * 0.96:.0f} {low - 6}"
            f"C{-w * 0.54:.0f} {low - 22} {-w * 0.18:.0f} {top + high * 0.46:.0f} 0 {top - 2}Z"
        )
        sheet.path(snow, sheet.shade(_SNOW, (-w, top), (w, low)))
    sheet.close()
