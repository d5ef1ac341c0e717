"""The roof one stands on: its parapet, its tiles, a skylight, a chimney, and pots of plants."""

import numpy as np

from limner.catalog.scenery import blade, pick, tuft
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_STONE = tones("#7d6aa6")
_BRICK = tones("#a85468")


def draw_parapet(sheet: Sheet) -> None:
    """A wall of pale stone with a coping, carved panels, and a post at either side."""
    wall = "M-20 890H1020V990H-20Z"
    sheet.path(
        wall, sheet.linear((0, 0), (1000, 0), [(0, _STONE.shade, 1), (0.6, _STONE.base, 1), (1, "#b57a9c", 1)]), ink=0.8
    )
    panels = "".join(f"M{x} 914H{x + 88}V958H{x}Z" for x in range(14, 1000, 108))
    sheet.path(panels, _STONE.deep, opacity=0.5)
    sheet.line("".join(f"M{x} 960H{x + 90}V914" for x in range(14, 1000, 108)), "#d9a8c0", 2.6, opacity=0.7)
    sheet.path(
        "M-20 872H1020V894H-20Z", sheet.linear((0, 872), (0, 896), [(0, "#d3b4d0", 1), (1, _STONE.base, 1)]), ink=0.8
    )
    sheet.line("M-20 876H1020", "#ffd0bc", 3.4, opacity=0.8)
    for x in (222, 736):
        sheet.path(f"M{x - 26} 984V868H{x + 26}V984Z", sheet.shade(_STONE, (x + 26, 880), (x - 26, 960)), ink=0.8)
        sheet.path(f"M{x - 34} 872V854H{x + 34}V872Z", "#d3b4d0", ink=0.8)
        sheet.circle(x, 832, 23, sheet.shade(_STONE, (x + 16, 816), (x - 18, 850)), ink=0.8)


def draw_floor(sheet: Sheet, seed: int) -> None:
    """Large tiles in perspective, puddles that hold the sky, leaves."""
    rng, n = np.random.default_rng(1240 + seed), number
    stops = [(0.0, "#a0749f", 1.0), (0.4, "#705a98", 1.0), (1.0, "#392d68", 1.0)]
    sheet.path("M-20 976H1020V1270H-20Z", sheet.linear((560, 976), (480, 1270), stops), ink=0.8)
    rows = (976, 1008, 1052, 1112, 1190, 1280)
    tiles = ""
    for row in range(5):
        y0, y1 = rows[row], rows[row + 1]
        for k in range(-9, 9):
            if rng.uniform() < 0.34:
                f0, f1 = 0.62 + (y0 - 976) * 0.0018, 0.62 + (y1 - 976) * 0.0018
                tiles += (
                    f"M{n(500 + k * 130 * f0)} {y0}H{n(500 + (k + 1) * 130 * f0)}"
                    f"L{n(500 + (k + 1) * 130 * f1)} {y1}H{n(500 + k * 130 * f1)}Z"
                )
    sheet.path(tiles, "#d9a0b8", opacity=0.16)
    joints = "".join(f"M-20 {y}H1020" for y in rows[1:-1])
    joints += "".join(f"M{n(500 + k * 130 * 0.62)} 976L{n(500 + k * 130 * 1.17)} 1280" for k in range(-9, 10))
    sheet.line(joints, "#2f2560", 3.2, opacity=0.6)
    sheet.path("M-20 976H1020V992C700 1000 300 1000 -20 992Z", "#241c50", opacity=0.4)
    for x, y, wide in ((640, 1176, 84), (300, 1046, 56), (700, 1030, 36)):
        sheet.ellipse(
            x,
            y,
            wide,
            wide * 0.17,
            sheet.linear((x - wide, 0), (x + wide, 0), [(0, "#8f6fc0", 1), (1, "#ffab92", 1)]),
            opacity=0.75,
        )
        sheet.line(f"M{n(x - wide * 0.4)} {n(y - 2)}h{n(wide * 0.5)}", "#ffe3d0", 2.6, opacity=0.8)
    for _ in range(12):
        x, y = pick(rng, 40, 960), pick(rng, 1010, 1220)
        sheet.ellipse(x, y, 6, 2.6, ("#e8907a", "#c8607c")[int(rng.integers(2))], turn_deg=pick(rng, -30, 30))


def draw_skylight(sheet: Sheet, x: float, y: float) -> None:
    """A window in the roof with somebody's warm light below."""
    sheet.ellipse(x - 8, y + 4, 128, 14, "#1c1640", opacity=0.45)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.path("M-116 4V-34H116V4Z", sheet.shade(_STONE, (116, -20), (-116, 0)), ink=0.9)
    glass = "M-112 -36L-66 -122H66L112 -36Z"
    sheet.path(
        glass, sheet.linear((0, -122), (0, -36), [(0, "#ffcf8a", 1), (0.6, "#ffe9ae", 1), (1, "#fff6d4", 1)]), ink=0.9
    )
    sheet.path("M-66 -122H-20L-60 -36H-112Z", "#ffffff", opacity=0.3)
    sheet.inked_line("M-112 -36L-66 -122H66L112 -36ZM-22 -122L-38 -36M22 -122L38 -36M-90 -78H90", "#3f3474", 7, 0.4)
    sheet.path("M-122 -40H122V-28H-122Z", "#8f7cb8", ink=0.8)
    sheet.close()


def draw_chimney(sheet: Sheet, x: float, y: float) -> None:
    """A low chimney of brick with a broad cap, close to us; it stands at (x, y)."""
    sheet.ellipse(x - 20, y + 2, 116, 14, "#120e36", opacity=0.5)
    n = number
    sheet.path(
        f"M{n(x - 84)} {n(y)}V{n(y - 92)}H{n(x + 84)}V{n(y)}Q{n(x)} {n(y + 8)} {n(x - 84)} {n(y)}Z",
        sheet.shade(_BRICK, (x + 84, y - 60), (x - 84, y - 30)),
        ink=0.9,
    )
    seams = ""
    for row in range(4):
        by = y - 70 + row * 20
        seams += f"M{n(x - 82)} {n(by)}H{n(x + 82)}"
        seams += "".join(f"M{n(x - 70 + (row % 2) * 20 + k * 40)} {n(by)}v-20" for k in range(4))
    sheet.line(seams, _BRICK.deep, 2.6, opacity=0.8)
    sheet.path(
        f"M{n(x - 98)} {n(y - 84)}V{n(y - 104)}Q{n(x)} {n(y - 112)} {n(x + 98)} {n(y - 104)}V{n(y - 84)}Z",
        sheet.shade(_STONE, (x + 90, y - 104), (x - 90, y - 84)),
        ink=0.9,
    )
    sheet.line(f"M{n(x - 92)} {n(y - 102)}Q{n(x)} {n(y - 109)} {n(x + 92)} {n(y - 102)}", "#ffd0bc", 3, opacity=0.8)


def draw_pots(sheet: Sheet, seed: int) -> None:
    """Herbs and a lavender in pots, dark against the roof, in the lower left corner."""
    rng = np.random.default_rng(1250 + seed)
    for x, y, size, color in ((40, 1258, 1.1, "#5c3a70"), (146, 1262, 0.8, "#6b4078")):
        leaves = "".join(
            blade(
                x + pick(rng, -24, 24) * size,
                y - 60 * size,
                pick(rng, -50, 50) * size,
                pick(rng, 60, 130) * size,
                15 * size,
            )
            for _ in range(13)
        )
        sheet.path(leaves, "#241c58")
        sheet.path(tuft(rng, x, y - 58 * size, 84 * size, 6), "#35307a")
        for _ in range(9):
            bx, by = x + pick(rng, -46, 46) * size, y - pick(rng, 110, 170) * size
            sheet.ellipse(bx, by, 4.4 * size, 9 * size, "#c98ad8" if size > 1 else "#f59aa8")
        pot = (
            f"M{number(x - 40 * size)} {number(y - 66 * size)}H{number(x + 40 * size)}"
            f"L{number(x + 30 * size)} {number(y + 10)}H{number(x - 30 * size)}Z"
        )
        sheet.path(pot, sheet.shade(tones(color), (x + 40, y - 60), (x - 40, y)), ink=0.9)
        sheet.path(
            (
                f"M{number(x - 46 * size)} {number(y - 70 * size)}H{number(x + 46 * size)}"
                f"V{number(y - 52 * size)}H{number(x - 46 * size)}Z"
            ),
            color,
            ink=0.8,
        )
