"""What goes to bed with you: a teddy bear, a candle in its holder, slippers."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_BEAR = tones("#b98450")
_BRASS = tones("#d9a441")
_SLIPPER = tones("#c98f5c")
_WOOL = tones("#fbf1df", 0.8)


def draw_bear(sheet: Sheet, x: float, y: float) -> None:
    """A teddy bear under an arm, its middle at (x, y)."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-10) scale(1.16)"')
    for side in (-1, 1):
        sheet.ellipse(side * 24, 52, 17, 20, _BEAR.shade, ink=0.9)
        sheet.ellipse(side * 25, 58, 9, 10, "#e9c79a")
    sheet.ellipse(0, 22, 35, 38, sheet.shade(_BEAR, (-34, -10), (34, 50)), ink=1.0)
    sheet.ellipse(0, 28, 19, 22, "#e3bd8e")
    sheet.ellipse(-35, 12, 12, 22, _BEAR.base, ink=0.9, turn_deg=34)
    for side in (-1, 1):
        sheet.circle(side * 28, -62, 14, _BEAR.base, ink=0.9)
        sheet.circle(side * 28, -61, 7, "#e3bd8e")
    sheet.ellipse(0, -38, 38, 34, sheet.shade(_BEAR, (-34, -66), (36, -10)), ink=1.0)
    sheet.ellipse(0, -26, 18, 14, "#ecd0a6")
    sheet.path("M-7 -34Q0 -38 7 -34Q5 -26 0 -26Q-5 -26 -7 -34Z", "#3a2320")
    sheet.line("M0 -26v5M-7 -19Q-3 -15 0 -21Q3 -15 7 -19", "#6b4630", 2.4)
    for side in (-1, 1):
        sheet.circle(side * 15, -44, 4.6, "#2f1c1a")
        sheet.circle(side * 15 - 1.5, -45.6, 1.6, "#ffffff")
    sheet.path("M0 -4L-18 -12L-17 8ZM0 -4L18 -12L17 8Z", "#c2465a", ink=0.6)
    sheet.circle(0, -3, 5, "#c2465a", ink=0.5)
    sheet.close()


def draw_candle(sheet: Sheet, x: float, y: float) -> None:
    """A candle in a brass holder whose stem the hand holds at (x, y), with its halo."""
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.glow((0, -112), 150, "#ffcf6b", 0.7)
    sheet.path("M-9 -34L9 -34L12 28L-12 28Z", _BRASS.shade, ink=0.9)
    sheet.path(
        "M-15 -88L15 -88L15 -44L-15 -44Z",
        sheet.linear((0, -92), (0, -44), [(0, "#fff7d8", 1), (1, "#ecd9b4", 1)]),
        ink=0.9,
    )
    sheet.path("M-15 -84Q-10 -72 -8 -86Q-3 -62 2 -84Q8 -76 15 -84L15 -90L-15 -90Z", "#fffbe8")
    sheet.path(
        "M-42 -46Q-38 -26 0 -26Q38 -26 42 -46Q0 -38 -42 -46Z", sheet.shade(_BRASS, (-40, -46), (44, -30)), ink=1.0
    )
    sheet.line("M0 -88L1 -98", "#4a3424", 3.4)
    sheet.path("M2 -142C14 -124 18 -114 14 -104C10 -96 -8 -96 -12 -104C-16 -114 -6 -124 2 -142Z", "#ffae3d")
    sheet.path("M1 -124C8 -114 9 -108 7 -103C4 -98 -4 -98 -6 -103C-8 -109 -4 -114 1 -124Z", "#fff6cf")
    sheet.close()


def slipper(sheet: Sheet, x: float, ground_y: float, side: int, scale: float = 1.0) -> None:
    """A soft slipper with a woollen rim, seen from the front and a little from its outer side."""
    sheet.open(
        f' transform="translate({number(x)} {number(ground_y)}) scale({number(side * scale, 3)} {number(scale, 3)})"'
    )
    sheet.path(
        "M-36 -12C-40 -44 -20 -56 4 -56C34 -54 60 -36 60 -10Q60 2 48 2L-26 2Q-36 2 -36 -12Z",
        sheet.shade(_SLIPPER, (-20, -54), (40, 0)),
        ink=1.0,
    )
    sheet.path("M-37 -10L60 -10Q61 3 48 3L-26 3Q-37 3 -37 -10Z", _SLIPPER.deep, ink=0.8)
    rim = "M-34 -48Q-38 -62 -24 -64Q-12 -72 0 -66Q14 -72 24 -62Q38 -58 32 -46Q20 -36 0 -40Q-20 -36 -34 -48Z"
    sheet.path(rim, _WOOL.base, ink=0.9)
    sheet.path("M-32 -46Q0 -52 32 -46Q20 -36 0 -40Q-20 -36 -32 -46Z", _WOOL.shade)
    sheet.close()
