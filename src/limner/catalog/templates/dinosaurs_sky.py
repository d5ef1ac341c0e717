"""The morning sky of the valley: a smoking mountain, clouds, gliders with leather wings, and soft beams of light."""

import numpy as np

from limner.catalog.scenery import pick, ridge
from limner.engine.sheet import Sheet
from limner.engine.vectors import number


def draw_air(sheet: Sheet) -> None:
    """Clear blue-green above, cream and peach over the valley."""
    stops = [
        (0.0, "#4fa6c4", 1.0),
        (0.3, "#8fd0cf", 1.0),
        (0.58, "#d6ecc6", 1.0),
        (0.8, "#fde9b8", 1.0),
        (1.0, "#fbd59c", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 820), stops))
    sheet.glow((170, 300), 420, "#fffbe0", 0.75)
    sheet.glow((960, 60), 420, "#2f86b0", 0.4)


def draw_far(sheet: Sheet, seed: int) -> None:
    """The mountain with its plume, blue ranges, clouds, and three gliders."""
    rng = np.random.default_rng(900 + seed)
    for x, y, size in ((600, 90, 0.7), (800, 236, 0.9), (330, 420, 0.6)):
        _cloud(sheet, x + pick(rng, -20, 20), y + pick(rng, -8, 8), size)
    _plume(sheet)
    cone = "M-60 770C40 700 110 590 168 470L186 474L204 466L222 474L240 468C290 600 350 690 470 770Z"
    sheet.path(cone, sheet.linear((90, 500), (380, 720), [(0, "#b9b0bc", 1), (0.5, "#8f9db4", 1), (1, "#b6cbbc", 1)]))
    sheet.path("M204 466L222 474L240 468C290 600 350 690 470 770H330C270 690 226 580 204 466Z", "#6f86a6", opacity=0.45)
    sheet.path(
        (
            "M168 470L186 474L204 466L222 474L240 468C246 486 254 506 262 522L246 514L236 540"
            "L222 512L210 556L196 514L184 536L172 508L156 522Z"
        ),
        "#f6a15e",
        opacity=0.85,
    )
    sheet.line("M176 476L188 479L204 472L222 479L234 474", "#ffe3a0", 4)
    ranges = [(-20, 740), (120, 712), (300, 734), (480, 690), (620, 716), (800, 672), (1020, 700)]
    sheet.path(ridge(ranges, 900), sheet.linear((0, 670), (0, 800), [(0, "#9cc4c0", 1), (1, "#d8e4b4", 1)]))
    _glider(sheet, 548 + pick(rng, -8, 8), 176 + pick(rng, -6, 6), 0.9, -10)
    _glider(sheet, 700 + pick(rng, -8, 8), 300 + pick(rng, -8, 8), 0.5, 6)
    _glider(sheet, 420 + pick(rng, -6, 6), 70, 0.4, -4)


def _plume(sheet: Sheet) -> None:
    puffs = (
        (204, 440, 30),
        (226, 404, 38),
        (196, 372, 42),
        (240, 346, 46),
        (214, 300, 52),
        (272, 286, 48),
        (256, 236, 58),
        (320, 222, 46),
        (330, 176, 40),
    )
    for x, y, r in puffs:
        sheet.circle(x + 6, y + 6, r, "#cfc2c0")
    for x, y, r in puffs:
        sheet.circle(x - 3, y - 3, r * 0.82, "#ece0d2")
    for x, y, r in puffs[:4]:
        sheet.circle(x + 4, y + 10, r * 0.5, "#f7b884", opacity=0.5)


def _cloud(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    body = (
        "M-120 20C-128 -8 -92 -22 -72 -14C-64 -48 -14 -54 4 -26C30 -44 72 -30 72 -2C100 -8 124 4 118 20Q0 32 -120 20Z"
    )
    sheet.path(body, sheet.linear((0, -44), (0, 26), [(0, "#ffffff", 0.95), (1, "#fbe6c8", 0.8)]))
    sheet.close()


def _glider(sheet: Sheet, x: float, y: float, size: float, turn: float) -> None:
    """A pteranodon with spread wings, gliding to the left."""
    place = f"translate({number(x)} {number(y)}) rotate({number(turn)}) scale({number(size, 2)})"
    sheet.open(f' transform="{place}"')
    sheet.path("M10 4C50 -14 96 -64 150 -74C130 -44 118 -16 96 2C76 -2 54 10 20 20Z", "#a2583f", ink=0.7)
    sheet.path("M-6 4C-30 -24 -60 -62 -116 -84C-104 -52 -96 -26 -78 -4C-56 -2 -30 12 0 22Z", "#c9724a", ink=0.8)
    sheet.line("M-4 6C-30 -22 -60 -60 -112 -82M12 6C52 -12 96 -60 146 -73", "#8a4636", 3)
    sheet.path("M-34 2C-20 -12 24 -10 44 8C56 16 70 18 82 16C62 28 10 30 -20 20Z", "#b9664a", ink=0.8)
    sheet.path("M-26 14C-40 8 -44 -8 -38 -16C-28 -22 -2 -34 12 -34C2 -24 -12 -14 -20 -6L-18 8Z", "#c9724a", ink=0.7)
    sheet.path("M-32 -14C-50 -16 -80 -10 -98 2C-80 6 -52 6 -36 2Z", "#f0c07a", ink=0.7)
    sheet.line("M-92 2C-76 0 -60 0 -44 -2", "#a2684a", 1.8)
    sheet.circle(-34, -8, 3.4, "#2a1a20")
    sheet.close()


def draw_haze(sheet: Sheet) -> None:
    """Morning mist between the ranges and the valley."""
    fade = [(0.0, "#fff4d0", 0.0), (0.55, "#fff0c8", 0.6), (1.0, "#e8f0c4", 0.0)]
    sheet.path("M0 560H1000V960H0Z", sheet.linear((0, 580), (0, 950), fade))


def draw_light(sheet: Sheet) -> None:
    """Beams from the upper left, spray over the pool, green shade at the foot."""
    for reach, wide, strength in ((420, 120, 0.22), (690, 130, 0.17), (940, 110, 0.13)):
        fade = [(0.0, "#fffbd8", strength), (0.6, "#fffbd8", strength * 0.5), (1.0, "#fffbd8", 0.0)]
        beam = f"M60 -20H150L{reach + wide} 1120H{reach - wide}Z"
        sheet.path(beam, sheet.linear((100, 0), (reach, 1100), fade))
    sheet.open(' transform="translate(420 1080) scale(1 .26)"')
    sheet.glow((0, 0), 430, "#fff2a8", 0.36)
    sheet.close()
    shade = [(0.0, "#123c44", 0.5), (1.0, "#123c44", 0.0)]
    sheet.path("M0 1060H1000V1250H0Z", sheet.linear((560, 1270), (530, 1090), shade))
