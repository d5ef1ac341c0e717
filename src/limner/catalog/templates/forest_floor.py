"""The forest floor: hills, path, grass, flowers, ferns, and the light of moon, lantern and fireflies."""

import math

import numpy as np

from limner.catalog.scenery import pick, ridge, rock, tuft
from limner.catalog.templates.forest_friends import draw_fox, draw_hedgehog, draw_mushroom
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_STONE = tones("#6d8c86")
_PATH = tones("#d9bd84")


def draw_floor(sheet: Sheet, seed: int) -> None:
    """Two hills, the path that comes out of the light, grass along the crests."""
    rng = np.random.default_rng(500 + seed)
    back = [(-20, 975), (160, 952), (360, 962), (560, 980), (760, 958), (1020, 968)]
    for x in range(-10, 1020, 30):
        y = 976 + pick(rng, -6, 8)
        sheet.path(tuft(rng, x, y, pick(rng, 26, 46), 4), "#3a8464")
    sheet.path(ridge(back, 1270), sheet.linear((0, 950), (0, 1080), [(0, "#66ad6f", 1), (1, "#3d8860", 1)]), ink=0.7)
    trail = (
        "M628 972C706 996 690 1022 560 1052C420 1086 372 1150 300 1262L766 1262"
        "C742 1190 650 1140 668 1092C690 1048 768 1016 652 972Z"
    )
    for x in range(0, 1000, 44):
        sheet.path(tuft(rng, x + pick(rng, -10, 10), 1036 + pick(rng, -8, 10), pick(rng, 24, 40), 4), "#4f9c68")
    near = [(-20, 1062), (150, 1034), (360, 1030), (560, 1046), (780, 1030), (1020, 1058)]
    sheet.path(
        ridge(near, 1270),
        sheet.linear((0, 1030), (0, 1260), [(0, "#5fa765", 1), (0.5, "#3c855a", 1), (1, "#205848", 1)]),
        ink=0.9,
    )
    sheet.path(
        trail, sheet.linear((0, 966), (0, 1260), [(0, "#f2e3ac", 1), (0.4, "#d9bd84", 1), (1, "#93824f", 1)]), ink=0.5
    )
    _path_edges(sheet, rng)
    for x in range(10, 1000, 37):
        y = pick(rng, 1074, 1232)
        if not 330 < x < 720:
            sheet.path(tuft(rng, x, y, pick(rng, 18, 34), 3), "#2f7653" if x % 2 else "#6fb56f", opacity=0.9)


def _path_edges(sheet: Sheet, rng: np.random.Generator) -> None:
    for x, y, wide in (
        (470, 1092, 30),
        (600, 1180, 40),
        (430, 1190, 44),
        (560, 1062, 22),
        (520, 1226, 46),
        (610, 1018, 14),
    ):
        sheet.ellipse(x, y, wide, wide * 0.26, _PATH.shade, opacity=0.75)
        sheet.ellipse(x - 2, y - 2, wide * 0.86, wide * 0.18, _PATH.light, opacity=0.7)
    for x, y in (
        (500, 1062),
        (440, 1086),
        (398, 1124),
        (358, 1170),
        (318, 1228),
        (706, 1044),
        (672, 1084),
        (678, 1126),
        (712, 1176),
        (748, 1228),
    ):
        sheet.path(tuft(rng, x, y + 8, 26 + (y - 1040) * 0.06, 4), "#357f58")


def draw_friends(sheet: Sheet, seed: int) -> None:
    """Stones, flowers and the mushrooms behind whoever stands here."""
    rng = np.random.default_rng(510 + seed)
    rock(sheet, 770, 1066, 30, _STONE)
    rock(sheet, 716, 1074, 17, _STONE)
    rock(sheet, 328, 1062, 22, _STONE)
    draw_mushroom(sheet, 928, 1128, 0.72, 8)
    draw_mushroom(sheet, 92, 1100, 0.62, 6)
    for _ in range(16):
        x, y = pick(rng, 20, 980), pick(rng, 1070, 1220)
        if 310 < x < 740 or (110 < x < 330 and y < 1200) or x > 740:
            x = pick(rng, 10, 110) if x < 500 else pick(rng, 950, 992)
        _flower(sheet, x, y, pick(rng, 4.5, 7), ("#fff4d2", "#f7b7c4", "#c9b6f2")[int(rng.integers(3))])


def draw_nearer(sheet: Sheet) -> None:
    """Fox, hedgehog and mushrooms, who are nearer than the people."""
    draw_mushroom(sheet, 850, 1146, 1.2, -4)
    draw_mushroom(sheet, 788, 1158, 0.52, -10)
    draw_hedgehog(sheet, 812, 1214)
    draw_fox(sheet, 212, 1186)


def _flower(sheet: Sheet, x: float, y: float, size: float, color: str) -> None:
    sheet.line(f"M{number(x)} {number(y + size * 3)}q2 {number(-size)} 0 {number(-size * 3)}", "#2f7653", 2.6)
    for k in range(5):
        angle = math.tau * k / 5 - 1.57
        sheet.circle(x + size * 0.8 * math.cos(angle), y + size * 0.8 * math.sin(angle), size * 0.62, color)
    sheet.circle(x, y, size * 0.5, "#f2b54a")


def draw_light(sheet: Sheet) -> None:
    """Moonbeams that slant through the trees, and the lantern's pool of light on the ground."""
    for x, wide, lean, strength in (
        (610, 60, 330, 0.2),
        (700, 44, 210, 0.17),
        (560, 40, 470, 0.15),
        (780, 36, 120, 0.12),
    ):
        beam = f"M{x} 160L{x + wide} 160L{x + wide * 2.4 - lean} 1040L{x - lean - wide} 1040Z"
        fade = [(0.0, "#f6f7d0", 0.0), (0.2, "#f6f7d0", strength), (1.0, "#f6f7d0", 0.0)]
        sheet.path(beam, sheet.linear((x, 160), (x - lean * 0.9, 1040), fade))
    sheet.glow((720, 950), 360, "#ffc869", 0.34)
    sheet.open(' transform="translate(690 1120) scale(1 .22)"')
    sheet.glow((0, 0), 330, "#ffd98a", 0.62)
    sheet.close()
    shade = [(0.0, "#08222e", 0.5), (1.0, "#08222e", 0.0)]
    sheet.path("M0 1090H1000V1250H0Z", sheet.linear((0, 1250), (0, 1100), shade))


def draw_fireflies(sheet: Sheet, seed: int) -> None:
    """Sparks with halos, some near and large."""
    rng = np.random.default_rng(520 + seed)
    for i in range(30):
        x, y = pick(rng, 30, 970), pick(rng, 330, 1200)
        size = pick(rng, 2.4, 3.8) if i % 5 else pick(rng, 4.5, 6)
        if 345 < x < 720 and 300 < y < 1140:
            x = pick(rng, 40, 330) if x < 530 else pick(rng, 760, 960)
        sheet.glow((x, y), size * 6.5, "#fff2a0", 0.62)
        sheet.circle(x, y, size, "#fffce0")


def fern(x: float, y: float, long: float, turn_deg: float, bow: float) -> str:
    """Path data of a frond that grows from (x, y), turned from upright, bowed to one side."""
    n, parts = number, ""
    turn = math.radians(turn_deg)
    along = np.array([math.sin(turn), -math.cos(turn)])
    across = np.array([-along[1], along[0]])
    t = np.linspace(0, 1, 12)
    spine = np.array([x, y]) + np.outer(t * long, along) + np.outer(t**2 * bow, across)
    for i in range(1, 12):
        size = long * 0.36 * math.sin(math.pi * min(0.98, 0.24 + 0.76 * i / 11)) ** 0.9
        forward = spine[i] - spine[i - 1]
        forward = forward / (np.hypot(*forward) + 1e-6)
        out = np.array([-forward[1], forward[0]])
        for side in (-1, 1):
            tip = spine[i] + out * side * size + forward * size * 0.55
            low = spine[i] + out * side * size * 0.5 + forward * size * 0.05
            high = spine[i] + out * side * size * 0.34 + forward * size * 0.38
            parts += (
                f"M{n(spine[i][0])} {n(spine[i][1])}Q{n(low[0])} {n(low[1])} {n(tip[0])} "
                f"{n(tip[1])}Q{n(high[0])} {n(high[1])} {n(spine[i][0])} {n(spine[i][1])}"
                "Z"
            )
    return parts


def draw_front(sheet: Sheet, seed: int) -> None:
    """Dark ferns and grass in the lower corners, close to the eye."""
    rng = np.random.default_rng(530 + seed)
    for x, long, turn, bow, color in (
        (-6, 170, 34, 34, "#17494a"),
        (70, 150, 58, 26, "#17494a"),
        (30, 190, 8, 26, "#0f393f"),
        (-20, 150, 62, 30, "#0f393f"),
        (1004, 180, -36, -34, "#17494a"),
        (930, 140, -60, -26, "#17494a"),
        (980, 200, -8, -28, "#0f393f"),
        (1020, 150, -64, -30, "#0f393f"),
    ):
        sheet.path(fern(x, 1262, long, turn, bow), color)
    for x in range(-10, 1020, 26):
        size = 58 - 40 * math.sin(math.pi * min(max(x, 0), 1000) / 1000)
        sheet.path(tuft(rng, x + pick(rng, -8, 8), 1262, max(14, size) * float(rng.uniform(0.9, 1.3)), 4), "#0d3238")
