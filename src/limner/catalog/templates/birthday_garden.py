"""The garden on a golden afternoon: sky, round trees, a hedge with roses, the lawn with confetti, and the light."""

import math

import numpy as np

from limner.catalog.scenery import foliage, leaf_marks, pick, ridge, tuft
from limner.engine.sheet import Sheet
from limner.engine.vectors import number

_CONFETTI = ("#f2778a", "#f7c14f", "#6cc3c8", "#a58be0", "#fff3df")


def draw_air(sheet: Sheet) -> None:
    """A mild sky, lilac above and peach over the trees."""
    stops = [
        (0.0, "#8fb8e8", 1.0),
        (0.32, "#c5cdf2", 1.0),
        (0.6, "#fbdcd8", 1.0),
        (0.85, "#ffe9bd", 1.0),
        (1.0, "#ffe2a6", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 820), stops))
    sheet.glow((120, 330), 430, "#fff6d2", 0.85)


def draw_far(sheet: Sheet, seed: int) -> None:
    """Clouds, the roofs of two houses, trees in three depths, and the hedge."""
    rng = np.random.default_rng(970 + seed)
    for x, y, size in ((720, 330, 0.9), (260, 300, 0.7)):
        sheet.open(f' transform="translate({number(x + pick(rng, -14, 14))} {y}) scale({size})"')
        cloud = (
            "M-130 20C-140 -10 -96 -26 -74 -14C-64 -52 -10 -56 6 -28C34 -48 76 -30 76 -2"
            "C106 -8 132 4 126 20Q0 32 -130 20Z"
        )
        sheet.path(cloud, "#ffffff", opacity=0.75)
        sheet.close()
    for x, y, rx, ry in (
        (-10, 640, 120, 130),
        (150, 700, 90, 80),
        (330, 716, 84, 60),
        (640, 712, 90, 66),
        (1000, 620, 120, 150),
    ):
        foliage(sheet, rng, (x, y), (rx, ry), "#b9d3a4", 15)
    _house(sheet, 268, 760)
    for x, y, rx, ry, color in (
        (-10, 720, 128, 120, "#8fbd84"),
        (1010, 700, 130, 140, "#86b680"),
        (140, 778, 80, 62, "#9bc687"),
        (410, 790, 76, 54, "#9bc687"),
        (590, 786, 84, 58, "#93c083"),
        (860, 770, 96, 74, "#93c083"),
    ):
        foliage(sheet, rng, (x, y), (rx, ry), color, 16, ink=0.5)
        leaf_marks(sheet, rng, (x - 10, y - 12), (rx * 0.7, ry * 0.65), "#d8e8a4")
    sheet.path("M-20 800C200 786 420 796 600 790C760 786 900 792 1020 786V960H-20Z", "#6fa873", ink=0.6)
    for x in range(-10, 1020, 46):
        foliage(sheet, rng, (x, 806 + pick(rng, -6, 6)), (34, 26), "#7bb37a", 11)
    leaf_marks(sheet, rng, (500, 850), (500, 40), "#a9d18d")
    for _ in range(34):
        x, y = pick(rng, 0, 1000), pick(rng, 800, 880)
        sheet.circle(x, y, pick(rng, 6, 10), "#f39aa8")
        sheet.circle(x - 1.5, y - 1.5, 4, "#fcd2d2")


def _house(sheet: Sheet, x: float, y: float) -> None:
    """A cottage behind the trees, pale with distance."""
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.path("M-84 60V-60H84V60Z", "#f6e3cc", ink=0.5)
    sheet.path("M44 -150V-100H66V-130L66 -150Z", "#d99a86", ink=0.5)
    sheet.path(
        "M-104 -52L0 -150L104 -52Z",
        sheet.linear((-80, -140), (80, -50), [(0, "#e6a08a", 1), (1, "#c98486", 1)]),
        ink=0.6,
    )
    sheet.path("M-58 -34H-22V6H-58ZM20 -34H56V6H20Z", "#ffe9ae", ink=0.5)
    sheet.circle(0, -86, 15, "#ffe9ae", ink=0.5)
    sheet.line("M-40 -34V6M-58 -14H-22M38 -34V6M20 -14H56", "#f6e3cc", 4)
    sheet.close()


def draw_lawn(sheet: Sheet, seed: int) -> None:
    """The lawn in soft waves with daisies and confetti."""
    rng = np.random.default_rng(980 + seed)
    back = [(-20, 886), (240, 876), (500, 888), (760, 878), (1020, 886)]
    sheet.path(ridge(back, 1270), sheet.linear((0, 880), (0, 1020), [(0, "#dcea94", 1), (1, "#a9d07c", 1)]), ink=0.6)
    rim = "".join(tuft(rng, x, 984 + 8 * math.sin(x / 90), pick(rng, 18, 32), 4) for x in range(-10, 1020, 24))
    sheet.path(rim, "#86bd68")
    near = [(-20, 980), (220, 970), (480, 982), (740, 972), (1020, 980)]
    stops = [(0.0, "#c3e07c", 1.0), (0.4, "#93c76c", 1.0), (1.0, "#57a065", 1.0)]
    sheet.path(ridge(near, 1270), sheet.linear((380, 970), (470, 1280), stops), ink=0.7)
    grass = "".join(tuft(rng, pick(rng, 0, 1000), pick(rng, 1010, 1230), pick(rng, 14, 26), 3) for _ in range(60))
    sheet.path(grass, "#5ea35f", opacity=0.65)
    for _ in range(70):
        x, y = pick(rng, 20, 980), pick(rng, 1000, 1236)
        size, color = 3 + (y - 980) / 60, _CONFETTI[int(rng.integers(5))]
        if rng.uniform() < 0.5:
            sheet.ellipse(x, y, size, size * 0.5, color)
        else:
            turn = pick(rng, 0, 180)
            place = f"translate({number(x)} {number(y)}) scale(1 .5) rotate({number(turn)})"
            sheet.path(f"M{number(-size)} -2H{number(size)}V2H{number(-size)}Z", color, extra=f' transform="{place}"')


def draw_boughs(sheet: Sheet, seed: int) -> None:
    """Leaves of the trees that the strings are tied to, in the upper corners."""
    rng = np.random.default_rng(985 + seed)
    for x, y, rx, ry, color in (
        (-10, -10, 150, 76, "#5a9a6c"),
        (130, -34, 120, 64, "#5a9a6c"),
        (1010, -10, 160, 84, "#4f9068"),
        (850, -36, 120, 64, "#4f9068"),
        (-20, 60, 76, 60, "#6aaa72"),
        (1020, 70, 80, 64, "#5fa06e"),
    ):
        foliage(sheet, rng, (x, y), (rx, ry), color, 16, ink=0.7)
        leaf_marks(sheet, rng, (x, y + 10), (rx * 0.8, ry * 0.7), "#b4d98c")


def draw_light(sheet: Sheet, seed: int) -> None:
    """Low sun from the left, candle light on the cake, glints in the air, a cool foot."""
    rng = np.random.default_rng(990 + seed)
    sheet.glow((60, 420), 420, "#fff0c0", 0.4)
    sheet.glow((806, 610), 200, "#ffd98a", 0.4)
    sheet.open(' transform="translate(400 1090) scale(1 .25)"')
    sheet.glow((0, 0), 430, "#fff3a8", 0.36)
    sheet.close()
    for _ in range(20):
        x, y = pick(rng, 30, 970), pick(rng, 300, 960)
        if not 290 < x < 640:
            sheet.circle(x, y, pick(rng, 2, 5), "#fffbe0", opacity=0.6)
    shade = [(0.0, "#2c4a6a", 0.38), (1.0, "#2c4a6a", 0.0)]
    sheet.path("M0 1080H1000V1250H0Z", sheet.linear((560, 1270), (540, 1100), shade))


def draw_front(sheet: Sheet, seed: int) -> None:
    """Dark blades and flowers of a border in the lower corners."""
    rng = np.random.default_rng(995 + seed)
    for x in range(-20, 1030, 24):
        size = 70 - 56 * math.sin(math.pi * min(max(x, 0), 1000) / 1000)
        sheet.path(tuft(rng, x + pick(rng, -8, 8), 1264, max(12, size) * float(rng.uniform(0.9, 1.3)), 4), "#2f6b58")
    for x, high, color in (
        (22, 150, "#f2778a"),
        (74, 108, "#fbe08a"),
        (128, 84, "#f2778a"),
        (978, 130, "#fbe08a"),
        (930, 74, "#f2778a"),
    ):
        y = 1250 - high
        sheet.line(f"M{x} 1262Q{x - 8} {1250 - high // 2} {x} {y}", "#2f6b58", 4.6)
        sheet.path(f"M{x - 2} {y + 50}q24 -14 36 6q-18 12 -36 -6Z", "#3f8062")
        cup = (
            f"M{x - 19} {y - 22}Q{x - 12} {y - 8} {x - 8} {y - 26}Q{x} {y - 14} {x + 8} {y - 26}"
            f"Q{x + 12} {y - 8} {x + 19} {y - 22}"
            f"C{x + 24} {y + 16} {x - 24} {y + 16} {x - 19} {y - 22}Z"
        )
        sheet.path(cup, color, ink=0.7)
        sheet.line(f"M{x} {y - 10}v16", "#c8586a", 2, opacity=0.5)
