"""What stands on the hill: a snowman, a street lamp, a sled with presents, a robin."""

from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_SNOW = tones("#e9ebfa", 1.5)
_IRON = tones("#3a3c63")
_WOOD = tones("#b5763f")
_RED = tones("#d4483f")
_GREEN = tones("#3f8f6a")
_FELT = tones("#2f3358")


def draw_snowman(sheet: Sheet, x: float, y: float) -> None:
    """A snowman with a hat, a scarf, a carrot and arms of twigs; lit by the lamp at its left."""
    sheet.ellipse(x + 24, y + 2, 124, 17, "#5a5fa8", opacity=0.36)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.inked_line("M62 -126L116 -166M98 -152l2 -22M104 -157l20 0", "#6b4a3a", 7, 0.7)
    sheet.inked_line("M-62 -124L-112 -142M-94 -136l-10 -18M-98 -137l-18 8", "#6b4a3a", 7, 0.7)
    for cy, r in ((-56, 76), (-146, 58)):
        sheet.ellipse(
            0, cy, r * 1.06, r * 0.92, sheet.shade(_SNOW, (r * 0.5, cy - r * 0.8), (-r * 0.7, cy + r)), ink=1.0
        )
    for cy in (-160, -132, -62):
        sheet.circle(2, cy, 7, _FELT.base, ink=0.5)
        sheet.circle(0, cy - 2, 2.2, "#9aa0d0")
    sheet.ellipse(0, -222, 50, 46, sheet.shade(_SNOW, (30, -262), (-36, -180)), ink=1.0)
    _scarf(sheet)
    for side in (-1, 1):
        sheet.ellipse(side * 17, -232, 6, 7.6, "#252444")
        sheet.circle(side * 17 - 2, -235, 2.3, "#ffffff")
        sheet.ellipse(side * 31, -212, 9, 6, "#f7a8b0", opacity=0.85)
    sheet.path("M-4 -225C-22 -228 -44 -220 -54 -212C-40 -206 -18 -208 -2 -213Q6 -219 -4 -225Z", "#f28a3c", ink=0.7)
    sheet.line("M-28 -219l4 6M-16 -222l3 6", "#c9642a", 2.6)
    sheet.line("M-14 -200Q4 -190 22 -202", "#252444", 4)
    _hat(sheet)
    sheet.close()


def _scarf(sheet: Sheet) -> None:
    sheet.path(
        "M24 -182C40 -160 44 -130 38 -104L66 -108C72 -140 62 -170 46 -190Z",
        sheet.shade(_RED, (20, -180), (66, -110)),
        ink=0.9,
    )
    sheet.line("M41 -128L69 -130M43 -116L68 -118", "#fbe3c4", 5)
    sheet.path(
        "M-48 -196Q0 -170 48 -196Q58 -180 46 -170Q0 -148 -46 -170Q-58 -180 -48 -196Z",
        sheet.shade(_RED, (-40, -190), (46, -160)),
        ink=0.9,
    )
    sheet.line("M-28 -186l-5 20M0 -180v20M28 -186l5 20", "#fbe3c4", 6)


def _hat(sheet: Sheet) -> None:
    sheet.open(' transform="translate(2 -256) rotate(8)"')
    sheet.path("M-38 0L-33 -62Q0 -74 33 -62L38 0Q0 12 -38 0Z", sheet.shade(_FELT, (-36, -50), (38, 0)), ink=1.0)
    sheet.path("M-37 -20Q0 -8 37 -20L38 -2Q0 10 -38 -2Z", _RED.base, ink=0.6)
    sheet.path("M-62 2Q-60 -8 -40 -4Q0 8 40 -4Q60 -8 62 2Q40 20 0 20Q-40 20 -62 2Z", _FELT.base, ink=0.9)
    sheet.path("M-33 -62Q-30 -74 -14 -74Q2 -82 18 -74Q32 -74 33 -62Q16 -54 6 -60Q-14 -52 -33 -62Z", "#ffffff", ink=0.5)
    sheet.path("M10 -16C18 -32 34 -30 38 -24C34 -14 20 -10 10 -16Z", _GREEN.base, ink=0.5)
    sheet.circle(10, -14, 5, "#f5c24f", ink=0.5)
    sheet.close()


def draw_lamp(sheet: Sheet, x: float, y: float) -> None:
    """An iron street lamp with snow on its roof."""
    sheet.ellipse(x + 8, y + 2, 44, 8, "#5a5fa8", opacity=0.4)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.path("M-7 0L-5 -420H5L7 0Z", sheet.shade(_IRON, (-6, 0), (7, 0)), ink=0.9)
    sheet.path("M-22 4Q-20 -20 -10 -26H10Q20 -20 22 4Q0 12 -22 4Z", _IRON.base, ink=0.9)
    sheet.path("M-12 -416H12V-404H-12ZM-11 -120H11V-108H-11Z", _IRON.base, ink=0.7)
    glass = "M-20 -420L-32 -496H32L20 -420Z"
    light = [(0.0, "#fffdf0", 1.0), (0.5, "#ffeaa6", 1.0), (1.0, "#ffc862", 1.0)]
    sheet.path(glass, sheet.radial((0, -456), 46, light), ink=1.0)
    sheet.line("M-20 -420L-32 -496M20 -420L32 -496M0 -420V-496", _IRON.base, 4)
    sheet.path("M-24 -424H24V-414H-24Z", _IRON.base, ink=0.7)
    sheet.path("M-40 -496Q0 -536 40 -496Q0 -486 -40 -496Z", _IRON.base, ink=0.9)
    sheet.path(
        "M-42 -497Q-34 -520 -10 -524Q0 -536 12 -524Q34 -518 42 -497Q28 -490 18 -500Q4 -492 -8 -501Q-26 -490 -42 -497Z",
        "#ffffff",
        ink=0.7,
    )
    sheet.path("M-22 -2Q-26 -12 -12 -12Q0 -18 12 -12Q26 -12 22 0Q0 12 -22 -2Z", "#ffffff")
    # A wreath with a bow.
    sheet.path("M0 -398A27 27 0 1 1 -.1 -398ZM0 -384A13 13 0 1 0 .1 -384Z", _GREEN.base, ink=0.8)
    for dx, dy in ((-19, -378), (18, -366), (-8, -354), (14, -388), (-20, -364)):
        sheet.circle(dx, dy, 3.4, "#f2675c")
    sheet.path(
        (
            "M0 -350C-10 -362 -24 -358 -22 -346C-18 -338 -8 -342 0 -350C10 -362 "
            "24 -358 22 -346C18 -338 8 -342 0 -350L10 -326L2 -334L-10 -324Z"
        ),
        _RED.base,
        ink=0.7,
    )
    sheet.close()


def draw_sled(sheet: Sheet, x: float, y: float) -> None:
    """A wooden sled with two presents and a rope."""
    sheet.ellipse(x + 4, y + 6, 150, 15, "#5a5fa8", opacity=0.36)
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-3)"')
    sheet.inked_line(
        "M-122 -16C-150 -30 -148 -56 -130 -62C-118 -64 -112 -52 -120 -46M-122 -16Q-112 -12 -96 -12H124", _WOOD.shade, 8
    )
    _present(sheet, (-52, -56), (96, 76), tones("#4f86c6"), "#f7e3a6")
    _present(sheet, (44, -56), (74, 56), _RED, "#fbf0dc")
    for dx in (-80, 0, 84):
        sheet.path(f"M{dx - 6} -44H{dx + 6}V-10H{dx - 6}Z", _WOOD.shade, ink=0.8)
    sheet.path("M-112 -58H120Q128 -50 120 -42H-112Q-120 -50 -112 -58Z", sheet.shade(_WOOD, (0, -60), (0, -40)), ink=1.0)
    sheet.inked_line(
        "M-132 2C-166 -12 -170 -44 -150 -58C-134 -66 -122 -54 -132 -44M-132 2Q-118 8 -100 8H120", _WOOD.base, 9
    )
    for dx in (-66, 14, 96):
        sheet.path(f"M{dx - 6} -44H{dx + 6}V6H{dx - 6}Z", _WOOD.base, ink=0.8)
    sheet.line("M-104 -53H110", _WOOD.light, 3, opacity=0.9)
    sheet.inked_line("M-148 -52C-170 -10 -130 26 -60 30C-30 32 -20 40 -34 44", "#d9534a", 4, 0.6)
    sheet.close()


def _present(sheet: Sheet, at: tuple[float, float], size: tuple[float, float], ramp: Tones, ribbon: str) -> None:
    (x, low), (w, h) = at, size
    n = number
    sheet.path(
        f"M{n(x - w / 2)} {n(low)}V{n(low - h)}H{n(x + w / 2)}V{n(low)}Z",
        sheet.shade(ramp, (x - w / 2, low - h), (x + w / 2, low)),
        ink=1.0,
    )
    sheet.path(
        f"M{n(x - w / 2 - 5)} {n(low - h - 8)}H{n(x + w / 2 + 5)}V{n(low - h + 12)}H{n(x - w / 2 - 5)}Z",
        ramp.light,
        ink=0.9,
    )
    sheet.path(f"M{n(x - 8)} {n(low - h - 8)}H{n(x + 8)}V{n(low)}H{n(x - 8)}Z", ribbon)
    bow = f"M{n(x)} {n(low - h - 8)}c-8 -24 -38 -24 -34 -8c4 12 22 10 34 8c8 -24 38 -24 34 -8c-4 12 -22 10 -34 8Z"
    sheet.path(bow, ribbon, ink=0.8)


def draw_robin(sheet: Sheet, x: float, y: float) -> None:
    """A robin in the snow."""
    sheet.ellipse(x + 2, y + 2, 26, 5, "#5a5fa8", opacity=0.4)
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.line("M-4 -8V2M6 -8V2", "#6b4a3a", 3)
    sheet.path("M16 -22L44 -30L40 -18L20 -12Z", "#7a5c54", ink=0.7)
    sheet.path("M-24 -30C-26 -50 -8 -58 6 -50C22 -42 30 -26 22 -14C12 -2 -14 -2 -22 -14Z", "#8d6d60", ink=0.9)
    sheet.path("M-24 -32C-22 -46 -8 -46 -4 -36C2 -22 -2 -8 -12 -7C-22 -10 -26 -20 -24 -32Z", "#ee6a3c")
    sheet.path("M2 -32C14 -36 24 -26 22 -14C12 -12 2 -20 2 -32Z", "#6f5349")
    sheet.circle(-12, -43, 3.8, "#252030")
    sheet.circle(-13, -44.4, 1.3, "#ffffff")
    sheet.path("M-22 -40L-34 -36L-22 -34Z", "#f2b04a", ink=0.5)
    sheet.close()
