"""What stands and floats in the library: lamps, a ladder, an armchair, a globe, and the light of all of them."""

import math
from typing import Final

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_BRASS = tones("#d9a441")
_WOOD = tones("#8a5640")
_VELVET = tones("#2f7f7c")
_SEA = tones("#4f8fb8")
_LAMPS: Final = (
    (150, 236, 1.15),
    (280, 150, 0.7),
    (66, 520, 0.82),
    (232, 500, 0.56),
    (832, 250, 1.05),
    (764, 146, 0.66),
    (916, 520, 0.86),
    (776, 470, 0.54),
)
"""Middle and size of each floating lamp."""


def draw_lamps(sheet: Sheet, seed: int) -> None:
    """Round lamps of glass and brass that hang on nothing."""
    rng = np.random.default_rng(760 + seed)
    for x, y, size in _LAMPS:
        _lamp(sheet, x, y + pick(rng, -10, 10), size)


def _lamp(sheet: Sheet, x: float, y: float, size: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    light = [(0.0, "#fffdf0", 1.0), (0.45, "#ffe9a6", 1.0), (1.0, "#f9b653", 1.0)]
    sheet.circle(0, 0, 31, sheet.radial((0, 4), 33, light), ink=0.8)
    sheet.line("M-19 -8Q-17 -20 -6 -24", "#ffffff", 4, opacity=0.85)
    sheet.path(
        "M-17 -26Q0 -36 17 -26L13 -34Q8 -46 0 -48Q-8 -46 -13 -34Z", sheet.shade(_BRASS, (-16, -40), (18, -28)), ink=0.8
    )
    sheet.circle(0, -53, 5.5, _BRASS.light, ink=0.6)
    sheet.path("M-15 27Q0 36 15 27L8 40Q0 52 -8 40Z", sheet.shade(_BRASS, (-14, 28), (16, 44)), ink=0.8)
    sheet.path("M0 58L4 66L12 68L5 73L7 82L0 77L-7 82L-5 73L-12 68L-4 66Z", "#ffe9a6")
    sheet.close()


def draw_ladder(sheet: Sheet) -> None:
    """A ladder that leans on the right-hand shelves."""
    sheet.inked_line("M850 60L846 936M908 20L934 1004", _WOOD.base, 13, 0.7)
    rungs = "".join(
        f"M{number(850 - 4 * t)} {number(60 + 876 * t)}L{number(908 + 26 * t)} {number(20 + 984 * t)}"
        for t in (k / 11 for k in range(1, 11))
    )
    sheet.inked_line(rungs, _WOOD.light, 9, 0.6)


def draw_armchair(sheet: Sheet, x: float, y: float) -> None:
    """A wing chair of green velvet with brass nails and a cushion; its feet stand at (x, y)."""
    sheet.ellipse(x + 12, y + 2, 178, 22, "#1e0f26", opacity=0.5)
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(.97)"')
    for side in (-1, 1):
        sheet.path(
            f"M{side * 128} -34L{side * 96} -34L{side * 106} 6Q{side * 114} 12 {side * 122} 6Z", _WOOD.shade, ink=0.8
        )
    back = "M-112 -90C-126 -220 -134 -330 -96 -366C-56 -396 56 -396 96 -366C134 -330 126 -220 112 -90Z"
    sheet.path(back, sheet.shade(_VELVET, (110, -340), (-110, -120)), ink=1.0)
    inner = "M-86 -110C-98 -220 -102 -312 -76 -338C-44 -360 44 -360 76 -338C102 -312 98 -220 86 -110Z"
    sheet.path(inner, sheet.shade(_VELVET, (90, -340), (-60, -140)), ink=0.5)
    tufts = "M-44 -304L0 -262L44 -304M-66 -250L-44 -218L0 -262L44 -218L66 -250M-44 -218L0 -176L44 -218"
    sheet.line(tufts, _VELVET.deep, 3.4, opacity=0.6)
    for dx, dy in ((-44, -304), (44, -304), (0, -262), (-44, -218), (44, -218), (0, -176)):
        sheet.circle(dx, dy, 5.4, _BRASS.base, ink=0.4)
    sheet.path("M-104 -96H104V-30H-104Z", _VELVET.shade, ink=0.9)
    sheet.path(
        "M-100 -118Q0 -142 100 -118Q112 -100 102 -78Q0 -62 -102 -78Q-112 -100 -100 -118Z",
        sheet.shade(_VELVET, (60, -130), (-80, -76)),
        ink=0.9,
    )
    for side in (-1, 1):
        wing = (
            f"M{side * 92} -364C{side * 140} -356 {side * 148} -300 {side * 138} -250"
            f"C{side * 134} -226 {side * 128} -206 "
            f"{side * 126} -190L{side * 98} -190C{side * 108} -250 {side * 112} -320 {side * 92} -364Z"
        )
        sheet.path(wing, _VELVET.base if side > 0 else _VELVET.shade, ink=1.0)
        arm = (
            f"M{side * 92} -188C{side * 100} -206 {side * 146} -206 {side * 154} -184"
            f"C{side * 162} -158 {side * 148} -148 "
            f"{side * 144} -140L{side * 138} -26H{side * 98}L{side * 100} -140"
            f"C{side * 90} -150 {side * 86} -170 {side * 92} -188Z"
        )
        sheet.path(arm, sheet.shade(_VELVET, (side * 123 + 40, -190), (side * 123 - 40, -60)), ink=1.0)
        sheet.circle(side * 122, -172, 17, _VELVET.light, ink=0.6)
        sheet.circle(side * 122, -172, 6, _BRASS.base, ink=0.4)
    sheet.open(' transform="rotate(-12 20 -150)"')
    sheet.path("M-34 -190Q14 -200 62 -188Q70 -148 60 -112Q14 -104 -32 -114Q-42 -150 -34 -190Z", "#d98a4a", ink=0.9)
    sheet.path("M14 -174L22 -158L40 -156L27 -144L30 -126L14 -135L-2 -126L1 -144L-12 -156L6 -158Z", "#f6d79a")
    sheet.close()
    sheet.close()


def draw_globe(sheet: Sheet, x: float, y: float) -> None:
    """A globe in a brass ring on a wooden stand; its foot is at (x, y)."""
    sheet.ellipse(x, y, 84, 13, "#1e0f26", opacity=0.5)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.path(
        "M-56 2Q-52 -14 -16 -22L-9 -86H9L16 -22Q52 -14 56 2Q0 14 -56 2Z",
        sheet.shade(_WOOD, (-40, -60), (46, 0)),
        ink=1.0,
    )
    sheet.ellipse(0, -60, 15, 8, _BRASS.base, ink=0.7)
    sheet.line("M-88 -190A92 92 0 0 0 70 -118", _BRASS.shade, 11)
    sea = "M-76 -172A76 76 0 1 1 76 -172A76 76 0 1 1 -76 -172Z"
    sheet.path(sea, sheet.shade(_SEA, (-50, -230), (60, -120)), ink=1.0)
    sheet.open(sheet.clip(sea))
    land = (
        "M-70 -214C-40 -246 4 -238 2 -214C0 -198 -26 -200 -30 -182C-34 -166 -16 -156 -22 -136"
        "C-30 -112 -52 -130 -54 -154"
        "C-56 -174 -80 -186 -70 -214ZM22 -228C50 -236 84 -214 80 -186C66 -190 58 -174 46 -180C32 -188 20 -206 22 -228Z"
        "M22 -160C40 -170 62 -160 60 -138C54 -112 30 -104 24 -124C20 -138 14 -150 22 -160Z"
    )
    sheet.path(land, "#d8bd78")
    grid = (
        "M-76 -172Q0 -150 76 -172M-68 -206Q0 -188 68 -206M-66 -136Q0 -112 66 -136M0 -248"
        "Q-44 -172 0 -96M0 -248Q44 -172 0 -96"
    )
    sheet.line(grid, "#2f5f88", 2, opacity=0.5)
    sheet.path("M30 -248C90 -220 90 -120 20 -96C90 -96 100 -240 30 -248Z", "#2a2158", opacity=0.35)
    sheet.close()
    sheet.line("M-48 -206Q-40 -226 -20 -234", "#ffffff", 6, opacity=0.5)
    ring = "M-22 -262A92 92 0 0 0 22 -82"
    sheet.inked_line(ring, _BRASS.base, 8, 0.7)
    sheet.circle(-22, -264, 8, _BRASS.light, ink=0.7)
    sheet.close()


def draw_light(sheet: Sheet, seed: int) -> None:
    """Halos of the lamps, moonlight on the boards, candle warmth, golden dust, dusk in the corners."""
    rng = np.random.default_rng(780 + seed)
    for side in (-1, 1):
        edge = 500 + side * 500
        dusk = [(0.0, "#1a1238", 0.62), (0.4, "#1a1238", 0.36), (1.0, "#2a1c48", 0.08), (1.0, "#2a1c48", 0.0)]
        sheet.path(f"M{edge} 0V1250H{edge - side * 250}V0Z", sheet.linear((edge, 0), (edge - side * 250, 0), dusk))
    for x, y, size in _LAMPS:
        sheet.glow((x, y), 128 * size, "#ffd27a", 0.55)
        sheet.glow((x, y), 52 * size, "#fff0bc", 0.75)
    sheet.open(' transform="translate(330 940) rotate(18) scale(.5 1)"')
    sheet.glow((0, 0), 380, "#a9bfff", 0.3)
    sheet.close()
    sheet.glow((700, 700), 330, "#ffc869", 0.42)
    sheet.open(' transform="translate(620 1128) scale(1 .24)"')
    sheet.glow((0, 0), 330, "#ffd98a", 0.4)
    sheet.close()
    for _ in range(26):
        x, y = pick(rng, 40, 960), pick(rng, 140, 1080)
        if not 330 < x < 720:
            sheet.circle(x, y, pick(rng, 1.8, 3.6), "#ffe9a6", opacity=0.7 + 0.2 * math.sin(x))
    sheet.path("M0 1080H1000V1250H0Z", sheet.linear((0, 1250), (0, 1090), [(0, "#140b28", 0.6), (1, "#140b28", 0.0)]))
