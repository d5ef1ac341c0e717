"""Trees in four depths, from pale shapes in the mist to dark trunks with bark, ivy and an owl."""

import math

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number, open_curve

_NEAR = tones("#1c4448", 0.8)
_MOON = tones("#fff1cb", 0.6)


def draw_air(sheet: Sheet) -> None:
    """Night at the top, a clearing full of light in the middle."""
    stops = [
        (0.0, "#0e2a40", 1.0),
        (0.3, "#1c5263", 1.0),
        (0.55, "#4b9288", 1.0),
        (0.72, "#a5cf9f", 1.0),
        (1.0, "#cfe3a6", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 1180), stops))
    sheet.glow((690, 190), 460, "#d9f0cf", 0.62)
    sheet.glow((520, 700), 430, "#f2f5c4", 0.6)


def draw_far(sheet: Sheet, seed: int) -> None:
    """The moon, and two rows of pale trees."""
    sheet.circle(690, 180, 86, _MOON.base)
    for x, y, r in ((664, 152, 17), (718, 196, 23), (676, 220, 11), (722, 142, 8), (648, 194, 8)):
        sheet.circle(x, y, r, _MOON.shade, opacity=0.55)
        sheet.circle(x + r * 0.16, y + r * 0.16, r * 0.78, _MOON.base, opacity=0.7)
    rng = np.random.default_rng(410 + seed)
    for color, base, wide in (("#6db09c", 900, 15), ("#4d968d", 930, 24)):
        for i in range(8):
            x = i * 143 + pick(rng, -36, 36) + (60 if wide > 20 else 0)
            trunk(sheet, x, base, wide * float(rng.uniform(0.8, 1.2)), pick(rng, -24, 24), color)
    for x, y, rx, ry in ((70, 120, 190, 130), (310, 60, 180, 110), (900, 90, 190, 140), (520, 10, 190, 80)):
        foliage(sheet, rng, (x, y), (rx, ry), "#3d8581", 19)


def draw_mist(sheet: Sheet) -> None:
    """Light between the trunks."""
    sheet.glow((500, 800), 420, "#e9f3bf", 0.42)
    sheet.glow((160, 860), 260, "#c8e8c0", 0.4)
    sheet.glow((860, 850), 280, "#e6efb4", 0.42)


def trunk(sheet: Sheet, x: float, base: float, wide: float, lean: float, color: str, *, ink: float = 0.0) -> None:
    """A tall trunk with roots at `base`, leaning by `lean` at the top of the page, with two bare branches."""
    left = np.array(
        [
            (x - wide * 1.5, base),
            (x - wide * 0.66, base - 50),
            (x - wide * 0.48 + lean * 0.3, base * 0.6),
            (x - wide * 0.42 + lean, -30),
        ]
    )
    right = np.array(
        [
            (x + wide * 0.42 + lean, -30),
            (x + wide * 0.48 + lean * 0.3, base * 0.6),
            (x + wide * 0.7, base - 46),
            (x + wide * 1.6, base),
        ]
    )
    down = open_curve(right, 0.8)
    data = f"{open_curve(left, 0.8)}L{down[1:]}"
    data += (
        f"Q{number(x + wide * 0.5)} {number(base - 16)} {number(x)} {number(base + 8)}"
        f"Q{number(x - wide * 0.5)} {number(base - 14)} {number(x - wide * 1.5)} "
        f"{number(base)}Z"
    )
    sheet.path(data, color, ink=ink)
    for side, share, long in ((1, 0.36, 3.6), (-1, 0.5, 2.8)):
        y = base * share
        at = x + lean * (1 - share) * 0.7
        tip_x, tip_y = at + side * wide * long, y - wide * long * 0.9
        n = number
        sheet.path(
            f"M{n(at)} {n(y + wide * 0.5)}Q{n(at + side * wide * 2)} {n(y - wide * 0.4)} {n(tip_x)} {n(tip_y)}"
            f"Q{n(at + side * wide * 1.7)} {n(y - wide * 1.2)} {n(at)} {n(y - wide * 0.6)}Z",
            color,
        )


def foliage(
    sheet: Sheet,
    rng: np.random.Generator,
    center: tuple[float, float],
    radii: tuple[float, float],
    color: str,
    lobes: int,
    *,
    ink: float = 0.0,
) -> None:
    """A mass of leaves with a scalloped edge."""
    points: list[tuple[float, float]] = []
    for i in range(lobes):
        angle = 2 * math.pi * (i + float(rng.uniform(-0.2, 0.2))) / lobes
        swell = float(rng.uniform(0.9, 1.06))
        points.append((center[0] + radii[0] * swell * math.cos(angle), center[1] + radii[1] * swell * math.sin(angle)))
    data = f"M{number(points[0][0])} {number(points[0][1])}"
    for i in range(lobes):
        here, after = points[i], points[(i + 1) % lobes]
        bulge = number(math.dist(here, after) * 0.58)
        data += f"A{bulge} {bulge} 0 0 1 {number(after[0])} {number(after[1])}"
    sheet.path(f"{data}Z", color, ink=ink)


def leaf_marks(
    sheet: Sheet, rng: np.random.Generator, center: tuple[float, float], radii: tuple[float, float], color: str
) -> None:
    """Small bows of light on a mass of leaves."""
    marks = ""
    for _ in range(int(radii[0] * radii[1] / 700)):
        angle, share = float(rng.uniform(0, 2 * math.pi)), math.sqrt(float(rng.uniform(0, 0.7)))
        x, y = center[0] + radii[0] * share * math.cos(angle), center[1] + radii[1] * share * math.sin(angle)
        marks += f"M{number(x)} {number(y)}q9 -9 18 0q9 -7 16 2"
    sheet.line(marks, color, 3.4, opacity=0.75)


def draw_middle(sheet: Sheet, seed: int) -> None:
    """Darker trunks, the canopy, bushes at their feet, and an owl."""
    rng = np.random.default_rng(420 + seed)
    for x, wide, lean in ((214, 36, -30), (404, 27, 16), (846, 38, 34)):
        trunk(sheet, x, 968, wide, lean, "#2f7276", ink=0.6)
        bark = (
            f"M{number(x - wide * 0.2)} 900q6 -90 -2 -190M{number(x + wide * 0.22)} "
            f"880q-5 -120 4 -230M{number(x)} 560q6 -80 2 -150"
        )
        sheet.line(bark, "#24616a", 4)
    for x, y, rx, ry, color in (
        (240, 20, 190, 120, "#2c6d70"),
        (470, -26, 180, 90, "#2c6d70"),
        (800, 6, 190, 106, "#2c6d70"),
        (60, 60, 200, 170, "#235d63"),
        (960, 70, 190, 180, "#235d63"),
    ):
        foliage(sheet, rng, (x, y), (rx, ry), color, 17, ink=0.6)
        leaf_marks(sheet, rng, (x, y + ry * 0.2), (rx * 0.9, ry * 0.7), "#3c8583")
    for x, y, rx, ry in ((120, 950, 120, 62), (300, 962, 96, 46), (700, 962, 110, 48), (900, 948, 130, 68)):
        foliage(sheet, rng, (x, y), (rx, ry), "#347a68", 15, ink=0.6)
        leaf_marks(sheet, rng, (x, y - 6), (rx * 0.8, ry * 0.6), "#4f9a79")
    _owl(sheet, 262, 452)


def _owl(sheet: Sheet, x: float, y: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.inked_line("M-58 54Q10 40 96 22", "#2f7276", 15, 0.6)
    sheet.inked_line("M70 28q16 -12 20 -30", "#2f7276", 7, 0.6)
    owl = tones("#8a6a58")
    sheet.path(
        "M-30 -44Q-22 -34 -10 -36Q0 -38 10 -36Q22 -34 30 -44C40 -10 38 30 20 46Q0 56 -20 46C-38 30 -40 -10 -30 -44Z",
        owl.base,
        ink=0.8,
    )
    sheet.path("M-14 4Q0 -6 14 4C20 22 14 38 0 46C-14 38 -20 22 -14 4Z", "#d9bd98")
    sheet.line("M-7 14l4 4l4 -4M2 14l4 4l4 -4M-5 26l4 4l4 -4", owl.base, 2.4)
    sheet.path(
        "M-32 -14C-36 14 -34 34 -20 44C-22 24 -22 6 -32 -14ZM32 -14C36 14 34 34 20 44C22 24 22 6 32 -14Z", owl.shade
    )
    for eye in (-13, 13):
        sheet.circle(eye, -16, 13.5, "#f0dcb8", ink=0.5)
        sheet.circle(eye, -16, 8.5, "#ffce5c")
        sheet.circle(eye, -15.5, 5, "#2a1d1c")
        sheet.circle(eye - 2, -18, 1.8, "#ffffff")
    sheet.path("M-4 -10L4 -10L0 0Z", "#e9a13b", ink=0.4)
    sheet.line("M-12 48l0 8M-6 49l0 8M6 49l0 7M12 48l0 7", "#e9a13b", 4)
    sheet.close()


def draw_near(sheet: Sheet, seed: int) -> None:
    """Two old trees that frame the page, with roots, bark, a hollow, shelf fungi and hanging leaves."""
    rng = np.random.default_rng(430 + seed)
    left = (
        "M-30 -20L96 -20C78 160 70 380 84 600C92 780 98 930 128 1010C150 1062 "
        "196 1090 232 1112C170 1108 140 1096 112 1080C116 1120 96 1150 60 1170"
        "C62 1130 40 1110 -30 1120Z"
    )
    right = (
        "M1030 -20L900 -20C922 170 930 420 914 640C904 800 900 930 874 1010C858 "
        "1056 820 1078 782 1096C836 1096 866 1088 894 1074C892 1110 910 1140 "
        "948 1158C942 1124 966 1104 1030 1112Z"
    )
    sheet.path(left, sheet.shade(_NEAR, (118, 600), (-10, 610)), ink=1.0)
    sheet.path(right, sheet.shade(_NEAR, (884, 600), (1010, 610)), ink=1.0)
    grain = (
        "M40 60q-10 180 2 330M66 210q-8 190 2 320M20 480q10 200 4 320M56 640q8 "
        "150 20 260M92 900q10 80 34 120M60 1000q14 50 30 76M14 880q8 120 2 190"
    )
    sheet.line(grain, _NEAR.shade, 5)
    sheet.line(
        (
            "M960 80q12 190 -2 340M934 300q6 160 -4 300M984 460q-12 190 -4 330M942 "
            "700q-4 140 -20 240M906 940q-10 60 -34 90M950 980q-8 50 -22 80"
        ),
        _NEAR.shade,
        5,
    )
    # Light of the clearing along the inner edges.
    sheet.line("M90 -20C72 160 64 380 78 600C86 780 92 930 122 1010", "#8fc6ae", 6, opacity=0.28)
    sheet.line("M906 -20C928 170 936 420 920 640C910 800 906 930 880 1010", "#e6c27a", 6, opacity=0.34)
    sheet.path("M26 500C30 468 62 470 62 508C62 548 34 552 28 532C24 520 25 510 26 500Z", _NEAR.deep, ink=0.8)
    for x, y, size in ((84, 700, 1.0), (88, 742, 0.74), (916, 560, -0.9), (914, 598, -0.66)):
        _shelf(sheet, x, y, size)
    for x, long in ((118, 150), (168, 96), (892, 168), (842, 104), (60, 210), (948, 230)):
        _vine(sheet, x + pick(rng, -6, 6), 70, long, _NEAR)
    for x, y, rx, ry in ((-10, 20, 190, 120), (150, -40, 150, 86), (1000, 10, 200, 126), (850, -50, 140, 84)):
        foliage(sheet, rng, (x, y), (rx, ry), "#17414a", 15, ink=0.8)
        leaf_marks(sheet, rng, (x, y + 20), (rx * 0.85, ry * 0.7), "#2b636a")


def _shelf(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)} {number(abs(size), 2)})"')
    sheet.path("M-6 8C-4 -16 44 -18 48 4Q30 16 -6 8Z", "#d9955b", ink=0.7)
    sheet.path("M-6 8Q30 16 48 4Q28 22 -6 14Z", "#f2d9b0")
    sheet.line("M4 -2Q20 -10 38 -1", "#efb87e", 3.4)
    sheet.close()


def _vine(sheet: Sheet, x: float, y: float, long: float, ramp: Tones) -> None:
    sheet.line(f"M{number(x)} {number(y)}q7 {number(long / 2)} 0 {number(long)}", ramp.base, 3.4)
    leaves = ""
    for step in range(int(long / 19)):
        side = 1 if step % 2 else -1
        at = y + 26 + step * 17
        leaves += f"M{number(x + 2)} {number(at)}q{side * 7} -9 {side * 18} 2q{-side * 8} 8 {-side * 18} -2Z"
    sheet.path(leaves, "#3f7f72")
