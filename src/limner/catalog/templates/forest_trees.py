"""The trees behind the clearing, from pale shapes in the mist to dark trunks, and an owl."""

import numpy as np

from limner.catalog.scenery import foliage, leaf_marks, pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number, open_curve

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
