"""What stands on the deck: the wheel, a barrel with a map, a parrot, a coil of rope."""

import math

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_WOOD = tones("#a8643f")
_BRASS = tones("#e8b45c")
_RED = tones("#dc4b42")
_BLUE = tones("#3f7fc8")
_YELLOW = tones("#f7c544")
_ROPE = tones("#cda066")


def draw_wheel(sheet: Sheet, x: float, y: float) -> None:
    """The wheel on its stand, whose foot is at (x, y)."""
    sheet.ellipse(x + 22, y + 2, 104, 13, "#4a2a2e", opacity=0.42)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    stand = "M-48 2Q-46 -14 -26 -20L-18 -150H18L26 -20Q46 -14 48 2Q0 14 -48 2Z"
    sheet.path(stand, sheet.shade(_WOOD, (-30, -80), (34, -40)), ink=1.0)
    sheet.line("M-34 -12Q0 -2 34 -12", _BRASS.base, 6)
    sheet.open(' transform="translate(0 -164) rotate(11)"')
    for k in range(8):
        sheet.open(f' transform="rotate({k * 45})"')
        sheet.path("M-5 -18L-6 -84H6L5 -18Z", _WOOD.base, ink=0.8)
        sheet.path("M-6 -98C-9 -112 -9 -122 -5 -132Q0 -138 5 -132C9 -122 9 -112 6 -98Z", _WOOD.light, ink=0.8)
        sheet.close()
    ring = "M-98 0A98 98 0 1 1 98 0A98 98 0 1 1 -98 0ZM-76 0A76 76 0 1 0 76 0A76 76 0 1 0 -76 0Z"
    sheet.path(ring, sheet.shade(_WOOD, (-80, -80), (80, 80)), ink=1.0)
    sheet.path("M-91 0A91 91 0 1 1 91 0A91 91 0 1 1 -91 0ZM-85 0A85 85 0 1 0 85 0A85 85 0 1 0 -85 0Z", _BRASS.base)
    for k in range(8):
        turn = k * math.pi / 4 + math.pi / 8
        sheet.circle(88 * math.sin(turn), 88 * math.cos(turn), 4, _BRASS.light)
    sheet.circle(0, 0, 26, sheet.shade(_WOOD, (-20, -20), (22, 22)), ink=0.9)
    sheet.circle(0, 0, 13, _BRASS.base, ink=0.7)
    sheet.circle(-3, -3, 4, "#fff4cc")
    sheet.close()
    sheet.close()


def draw_barrel(sheet: Sheet, x: float, y: float) -> None:
    """A barrel full of gold, with brass hoops and a map nailed to it; it stands at (x, y)."""
    sheet.ellipse(x + 14, y + 2, 112, 15, "#2a1a2c", opacity=0.5)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    side = "M-74 -178C-98 -120 -98 -60 -74 0Q0 18 74 0C98 -60 98 -120 74 -178Z"
    sheet.path(
        side, sheet.linear((-90, 0), (92, 0), [(0, "#d28f5a", 1), (0.4, _WOOD.base, 1), (1, _WOOD.deep, 1)]), ink=1.0
    )
    sheet.line(
        (
            "M-44 -170C-58 -110 -58 -60 -44 6M-14 -168C-18 -110 -18 -60 -14 10M18 -168"
            "C24 -110 24 -60 18 10M48 -170C62 -110 62 -60 48 6"
        ),
        _WOOD.deep,
        3,
        opacity=0.7,
    )
    for low, half, bow in ((-150, 83, 15), (-26, 83, 17)):
        hoop = (
            f"M{-half} {low}Q0 {low + bow * 2} {half} {low}L{half + 4} {low + 20}"
            f"Q0 {low + 20 + bow * 2} {-half - 4} {low + 20}Z"
        )
        sheet.path(
            hoop,
            sheet.linear((-half, 0), (half, 0), [(0, "#fbe0a0", 1), (0.4, _BRASS.base, 1), (1, _BRASS.deep, 1)]),
            ink=0.8,
        )
    sheet.ellipse(0, -178, 74, 17, sheet.shade(_WOOD, (-60, -190), (60, -170)), ink=0.9)
    for dx, dy in (
        (-44, -180),
        (-16, -176),
        (14, -175),
        (44, -179),
        (-30, -188),
        (0, -186),
        (30, -188),
        (-14, -197),
        (14, -198),
    ):
        sheet.ellipse(dx, dy + 4, 19, 8, _BRASS.deep, ink=0.6)
        sheet.ellipse(dx, dy, 19, 8, "#ffd95c", ink=0.6)
        sheet.ellipse(dx - 5, dy - 2, 7, 2.6, "#fff6cc")
    sheet.path("M-6 -204L4 -222L26 -222L36 -204L15 -184Z", "#5cc4b4", ink=0.8)
    sheet.path("M-6 -204H36L15 -184ZM4 -222L10 -204L15 -222L20 -204L26 -222", "#9ce4d4", opacity=0.6)
    sheet.open(' transform="rotate(-5 0 -86)"')
    sheet.path(
        (
            "M-50 -116Q-56 -122 -48 -124Q0 -116 46 -126Q54 -122 50 -116Q46 -84 52 -54"
            "Q54 -46 46 -48Q0 -40 -46 -48Q-56 -48 -52 -56Q-46 -84 -50 -116Z"
        ),
        "#f7e4b4",
        ink=0.8,
    )
    sheet.line("M-34 -68q8 -14 18 -10t14 -10t16 -6", "#8a5a44", 3)
    sheet.line("M22 -104l12 12M34 -104l-12 12", "#d0403a", 4.4)
    sheet.path("M-32 -106q10 -8 20 0q-2 10 -12 10q-10 0 -8 -10Z", "#9cc48c")
    sheet.close()
    sheet.close()


def draw_parrot(sheet: Sheet, x: float, y: float) -> None:
    """A red parrot that sits at (x, y), looks over its shoulder and has something to say."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(.94)"')
    sheet.path(
        "M10 -40C34 -10 54 30 60 74C46 66 40 60 34 52C32 62 26 66 18 68C14 40 2 0 -8 -24Z",
        sheet.shade(_BLUE, (10, -20), (50, 70)),
        ink=0.9,
    )
    sheet.path("M0 -30C18 4 28 30 30 58C20 50 16 44 12 38C8 44 4 46 -2 46C-4 20 -10 -8 -16 -24Z", _RED.shade, ink=0.7)
    body = "M-30 -128C-60 -110 -62 -50 -34 -18C-20 -2 6 0 20 -16C46 -46 46 -110 14 -132Z"
    sheet.path(body, sheet.shade(_RED, (-50, -120), (40, -20)), ink=1.0)
    wing = "M2 -108C34 -106 50 -80 46 -44C44 -24 38 -6 30 10C24 0 20 -4 16 -8C6 -30 -14 -70 2 -108Z"
    sheet.path(wing, sheet.shade(_BLUE, (6, -80), (44, 0)), ink=0.9)
    sheet.path("M2 -108C34 -106 48 -84 46 -54C34 -46 12 -52 -2 -74C-6 -88 -4 -100 2 -108Z", _RED.base, ink=0.6)
    sheet.path("M-2 -76C12 -54 32 -46 46 -54C46 -46 45 -38 44 -32C24 -26 4 -40 -4 -60Z", _YELLOW.base, ink=0.6)
    for dx in (-16, 8):
        for toe in (-7, 0, 7):
            sheet.inked_line(f"M{dx} -10L{dx + toe} 4", "#6b6474", 6, 0.5)
    head = (
        "M-58 -142C-64 -178 -38 -200 -8 -198C22 -196 40 -172 34 -142C28 -116 2 -104 -22 -108"
        "C-44 -112 -56 -124 -58 -142Z"
    )
    sheet.path(head, sheet.shade(_RED, (-50, -190), (30, -120)), ink=1.0)
    sheet.path(
        "M-54 -150C-56 -170 -40 -180 -24 -176C-8 -172 -4 -154 -12 -142C-20 -130 -48 -130 -54 -150Z", "#fff8ee", ink=0.4
    )
    sheet.ellipse(-28, -156, 9.5, 11, "#241a28")
    sheet.circle(-31, -160, 3.8, "#ffffff")
    sheet.line("M-40 -174q12 -8 24 0", _RED.deep, 3)
    sheet.path(
        "M-52 -150C-72 -156 -88 -144 -86 -122C-80 -128 -74 -130 -66 -128C-56 -126 -48 -132 -46 -140Z",
        "#3a3244",
        ink=0.7,
    )
    sheet.path("M-66 -126C-70 -118 -66 -110 -58 -110C-50 -112 -46 -122 -48 -134Z", "#54495c", ink=0.6)
    sheet.line("M-74 -146q-8 4 -8 12", "#8a7f92", 3)
    sheet.path(
        "M-18 -197C-14 -214 -2 -222 8 -220C4 -214 4 -208 8 -204C16 -212 26 -212 32 -206C26 -202 22 -196 20 -190Z",
        _YELLOW.base,
        ink=0.7,
    )
    sheet.ellipse(-2, -138, 8, 5.5, "#f58f80", opacity=0.7)
    sheet.close()


def draw_coil(sheet: Sheet, x: float, y: float, seed: int) -> None:
    """A coil of rope and a few coins beside it."""
    rng = np.random.default_rng(1130 + seed)
    sheet.ellipse(x + 10, y + 4, 108, 15, "#2a1a2c", opacity=0.5)
    for k in range(5):
        rx, cy = 92 - k * 5, y - 12 - k * 17
        sheet.ellipse(x, cy, rx, rx * 0.26, _ROPE.base if k % 2 else _ROPE.shade, ink=0.8)
        twist = "".join(
            f"M{number(x + rx * t)} {number(cy + rx * 0.26 * math.sqrt(1 - t * t) - 7)}l7 9"
            for t in (i / 7 - 0.93 for i in range(14))
        )
        sheet.line(twist, _ROPE.deep, 2.6, opacity=0.7)
    sheet.ellipse(x, y - 82, 44, 11, "#4a2e30", ink=0.6)
    sheet.inked_line(
        (
            f"M{number(x + 70)} {number(y - 76)}"
            f"C{number(x + 110)} {number(y - 40)} {number(x + 84)} {number(y + 16)}"
            f" {number(x + 150)} {number(y + 12)}"
        ),
        _ROPE.base,
        12,
        0.8,
    )
    for dx, dy in ((170, -14), (196, 2), (150, 30), (222, 24)):
        cx, cy = x + dx + pick(rng, -6, 6), y + dy + pick(rng, -3, 3)
        sheet.ellipse(cx, cy + 3, 13, 6, _BRASS.deep, ink=0.6)
        sheet.ellipse(cx, cy, 13, 6, "#ffd95c", ink=0.6)
        sheet.ellipse(cx - 3, cy - 1.5, 5, 2, "#fff6cc")
