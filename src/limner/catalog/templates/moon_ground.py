"""The land of the moon, from far mountains to the stones at our feet."""

import numpy as np

from limner.catalog.scenery import pick, ridge, rock
from limner.catalog.templates.moon_things import draw_alien, draw_crystal, draw_dome, draw_rocket
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_DUST = tones("#d3b5b4")
_NEAR = tones("#e6cfc0")
_STONE = tones("#9c7a9d")


def draw_far(sheet: Sheet) -> None:
    """Mountains in the haze, each row darker and nearer."""
    sheet.path(
        ridge(
            [
                (-20, 850),
                (60, 800),
                (120, 822),
                (200, 762),
                (270, 812),
                (350, 786),
                (420, 838),
                (520, 800),
                (600, 830),
                (680, 772),
                (740, 806),
                (830, 742),
                (900, 792),
                (960, 768),
                (1020, 810),
            ],
            960,
        ),
        "#c58aa5",
    )
    sheet.path("M830 742C846 764 842 790 858 818L900 806L900 792C876 790 850 764 830 742Z", "#b57a9f")
    sheet.path("M200 762C214 782 210 800 226 818L270 812C246 800 220 782 200 762Z", "#b57a9f")
    sheet.path(
        ridge(
            [
                (-20, 880),
                (80, 846),
                (180, 868),
                (300, 842),
                (420, 872),
                (560, 850),
                (700, 862),
                (800, 828),
                (900, 856),
                (1020, 836),
            ],
            960,
        ),
        "#a97299",
    )


def draw_haze(sheet: Sheet) -> None:
    """Warm dust in the air between mountains and land."""
    fade = [(0.0, "#ffc9a0", 0.0), (0.5, "#ffc9a0", 0.42), (1.0, "#ffc9a0", 0.1)]
    sheet.path("M0 740H1000V1000H0Z", sheet.linear((0, 740), (0, 980), fade))
    sheet.glow((80, 880), 330, "#fff0cc", 0.5)


def crater(sheet: Sheet, x: float, y: float, rx: float, depth: float = 0.27) -> None:
    """A hollow with a bright rim below and a shadow above."""
    ry = rx * depth
    n = number
    sheet.ellipse(x, y + ry * 0.12, rx * 1.12, ry * 1.2, _NEAR.light, opacity=0.75)
    sheet.ellipse(x, y, rx, ry, _DUST.shade, ink=0.7)
    arc = f"M{n(x - rx)} {n(y)}A{n(rx)} {n(ry)} 0 0 1 {n(x + rx)} {n(y)}"
    sheet.path(
        f"{arc}C{n(x + rx * 0.6)} {n(y - ry * 0.3)} {n(x - rx * 0.3)} {n(y - ry * 0.5)} {n(x - rx)} {n(y)}Z",
        _STONE.shade,
    )
    sheet.path(
        f"M{n(x - rx * 0.5)} {n(y + ry * 0.84)}Q{n(x + rx * 0.2)} {n(y + ry * 1.08)} "
        f"{n(x + rx * 0.8)} {n(y + ry * 0.55)}"
        f"Q{n(x + rx * 0.2)} {n(y + ry * 0.8)} {n(x - rx * 0.5)} {n(y + ry * 0.84)}Z",
        _NEAR.light,
    )


def draw_land(sheet: Sheet, seed: int) -> None:
    """Middle ground with rocket and dome, near ground with craters, pebbles and footprints."""
    middle = ridge([(-20, 925), (120, 902), (300, 916), (480, 946), (660, 930), (820, 900), (1020, 920)], 1260)
    sheet.path(middle, sheet.linear((0, 900), (0, 1060), [(0, "#d3a5ac", 1), (1, "#b98aa2", 1)]), ink=0.8)
    for x, y, r in ((420, 966, 40), (640, 956, 52), (960, 950, 34), (54, 952, 36)):
        crater(sheet, x, y, r, 0.2)
    draw_dome(sheet, 846, 926)
    draw_rocket(sheet, 196, 950)
    near = ridge([(-20, 1040), (140, 1012), (330, 1004), (540, 1030), (760, 1014), (1020, 1046)], 1260)
    sheet.path(near, sheet.linear((200, 1000), (420, 1260), [(0, "#f0dcc8", 1), (1, "#c9a5b0", 1)]), ink=1.0)
    _near_things(sheet, seed)


def _near_things(sheet: Sheet, seed: int) -> None:
    rng = np.random.default_rng(200 + seed)
    for x, y, r in (
        (150, 1106, 74),
        (338, 1050, 34),
        (706, 1062, 44),
        (930, 1078, 52),
        (372, 1200, 66),
        (700, 1216, 50),
    ):
        crater(sheet, x, y, r)
    crater(sheet, 846, 1150, 92, 0.3)
    for step in range(7):
        share = step / 6
        x, y, size = 268 + 196 * share, 1024 + 92 * share, 4.6 + 4.4 * share
        lift = -4 if step % 2 else 5
        sheet.ellipse(x, y + lift * (0.6 + share * 0.7), size * 1.5, size * 0.66, _DUST.shade, turn_deg=14)
    for _ in range(34):
        x, y = pick(rng, 0, 1000), pick(rng, 1056, 1240)
        size = 2.2 + (y - 1050) / 60 * float(rng.uniform(0.4, 1.2))
        sheet.ellipse(x + size * 0.4, y + size * 0.35, size * 1.3, size * 0.5, _DUST.deep, opacity=0.5)
        sheet.ellipse(x, y, size, size * 0.72, _DUST.shade)
        sheet.ellipse(x - size * 0.2, y - size * 0.24, size * 0.6, size * 0.34, _NEAR.light)
    rock(sheet, 620, 1052, 26, _STONE)
    rock(sheet, 62, 1062, 34, _STONE)
    rock(sheet, 968, 1030, 22, _STONE)


def draw_nearer(sheet: Sheet) -> None:
    """Who looks out of the crater, nearer than the people."""
    draw_alien(sheet, 846, 1158)


def draw_front(sheet: Sheet, glow: Sheet, seed: int) -> None:
    """Dark stones and glowing crystals in the lower corners, which frame the page."""
    rng = np.random.default_rng(300 + seed)
    glow.glow((96, 1180), 150, "#7fe3e0", 0.34)
    glow.glow((938, 1226), 120, "#f59ad0", 0.34)
    dark = tones("#4d3b6e")
    for x, y, height, turn in ((84, 1226, 92, -12), (122, 1232, 66, 14), (52, 1236, 56, -30)):
        draw_crystal(sheet, x, y, height, turn, "#79d9dc")
    for x, y, height, turn in ((936, 1244, 66, 10), (966, 1246, 84, 24), (906, 1250, 44, -16)):
        draw_crystal(sheet, x, y, height, turn, "#ee94c6")
    left = [(-20, 1190), (30, 1196), (84, 1218), (140, 1216), (196, 1236), (250, 1250)]
    right = [(740, 1250), (800, 1238), (860, 1240), (914, 1222), (966, 1220), (1020, 1196)]
    for points in (left, right):
        lifted = [(x, y + pick(rng, -3, 3)) for x, y in points]
        sheet.path(ridge(lifted, 1270), dark.base, ink=1.0)
    sheet.line("M-10 1197Q36 1200 84 1224Q130 1222 180 1236", dark.light, 4, opacity=0.7)
    sheet.line("M820 1242Q880 1240 916 1229Q960 1226 1010 1206", dark.light, 4, opacity=0.7)
    rock(sheet, 214, 1246, 26, dark)
    rock(sheet, 792, 1250, 24, dark)
