"""What an explorer carries: a lit lantern, a rolled map, a satchel."""

from limner.engine.rig.skeleton import Skeleton
from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_IRON = tones("#54413a")
_PAPER = tones("#ecd9b0")


def draw_lantern(sheet: Sheet, x: float, y: float) -> None:
    """A lantern whose ring hangs at (x, y), with a flame and its halo."""
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    sheet.glow((0, 86), 150, "#ffcf6b", 0.66)
    sheet.inked_line("M-26 44C-26 4 -14 -2 0 -2C14 -2 26 4 26 44", _IRON.base, 5, 0.7)
    sheet.path("M-12 30Q0 20 12 30L14 40L-14 40Z", _IRON.base, ink=0.8)
    sheet.path("M-38 56C-34 44 -20 38 0 38C20 38 34 44 38 56Z", sheet.shade(_IRON, (-30, 36), (34, 60)), ink=1.0)
    glass = "M-32 56L32 56C38 76 38 104 32 124L-32 124C-38 104 -38 76 -32 56Z"
    light = [(0.0, "#fffbe0", 1.0), (0.45, "#ffe394", 1.0), (1.0, "#f7a94a", 1.0)]
    sheet.path(glass, sheet.radial((0, 96), 46, light), ink=1.0)
    sheet.path("M0 64C14 80 18 92 14 104C11 114 5 118 0 118C-5 118 -11 114 -14 104C-18 92 -10 84 0 64Z", "#ff9434")
    sheet.path("M0 86C8 96 9 104 7 110C5 115 2 117 0 117C-2 117 -5 115 -7 110C-9 104 -5 98 0 86Z", "#fff6cf")
    sheet.line("M-14 57L-16 123M14 57L16 123", _IRON.base, 3.4)
    sheet.line("M-27 66Q-31 84 -28 102", "#ffffff", 4, opacity=0.8)
    sheet.path(
        "M-40 122L40 122Q44 138 38 140L-38 140Q-44 138 -40 122Z", sheet.shade(_IRON, (-36, 120), (40, 142)), ink=1.0
    )
    sheet.close()


def draw_map(sheet: Sheet, x: float, y: float) -> None:
    """A rolled map, tied with a red ribbon, tucked under the arm."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-24)"')
    sheet.path("M-78 -18L74 -18L74 18L-78 18Z", sheet.shade(_PAPER, (0, -18), (4, 22)), ink=1.0)
    sheet.ellipse(-78, 0, 9, 18, _PAPER.shade, ink=1.0)
    sheet.ellipse(74, 0, 9, 18, _PAPER.light, ink=1.0)
    sheet.line("M74 -9a6 9 0 1 1 -4 14a4 5 0 0 1 4 -8", _PAPER.deep, 2.6)
    sheet.line("M44 -18q8 18 0 36", "#d3523f", 8)
    sheet.close()


def draw_satchel(sheet: Sheet, body: Skeleton, leather: Tones) -> None:
    """A bag on the viewer's left hip, or for who sits behind the thigh, with its strap over the shoulder."""
    half, hip = body.build.shoulder * 1.16, body.build.hip_y * (1.0 if body.seat is None else 0.84)
    start, end = (half * 0.62, body.along(0.17)), (-half * 0.72, hip * 0.93)
    strap = (
        f"M{number(start[0])} {number(start[1])}Q{number(half * 0.1)} {number(body.along(0.62))} "
        f"{number(end[0])} {number(end[1])}"
    )
    sheet.inked_line(strap, leather.base, 15)
    sheet.open(f' transform="translate({number(end[0] - 6)} {number(end[1] - 4)}) rotate(4)"')
    bag = "M-40 0Q-44 0 -44 8L-42 52Q-42 62 -32 62L32 62Q42 62 42 52L44 8Q44 0 40 0Z"
    sheet.path(bag, sheet.shade(leather, (-40, 0), (40, 64)), ink=1.0)
    sheet.path("M-46 -2Q-46 -8 -38 -8L38 -8Q46 -8 46 -2L44 22Q30 40 0 40Q-30 40 -44 22Z", leather.light, ink=1.0)
    sheet.line("M-36 20Q-22 32 0 32Q22 32 36 20", leather.deep, 2.4, opacity=0.8)
    sheet.add(f'<rect x="-7" y="30" width="14" height="19" rx="4" fill="#f0bd55"{sheet.look.stroke(0.6)}/>')
    sheet.close()


def draw_scarf(sheet: Sheet, body: Skeleton, wool: Tones) -> None:
    """A scarf around the neck with one loose end."""
    wide, y = 60 * body.build.girth, body.along(0.14)
    tail = (
        f"M-30 {number(y + 12)}C-44 {number(y + 44)} -52 {number(y + 74)} -46 {number(y + 108)}L-14 {number(y + 102)}"
        f"C-18 {number(y + 72)} -12 {number(y + 44)} 0 {number(y + 20)}Z"
    )
    sheet.path(tail, sheet.shade(wool, (-50, y), (0, y + 110)), ink=1.0)
    sheet.line(f"M-46 {number(y + 88)}Q-30 {number(y + 92)} -15 {number(y + 83)}", "#f6dcb8", 6)
    for x in (-42, -31, -20):
        sheet.line(f"M{x} {number(y + 106)}l-1 12", wool.base, 5)
    loop = (
        f"M{number(-wide)} {number(y - 14)}C{number(-wide * 0.7)} {number(y - 36)} "
        f"{number(-wide * 0.3)} {number(y - 8)} 0 {number(y - 2)}"
        f"C{number(wide * 0.3)} {number(y - 8)} {number(wide * 0.7)} {number(y - 36)} {number(wide)} {number(y - 14)}"
        f"C{number(wide * 1.16)} {number(y + 24)} {number(wide * 0.5)} {number(y + 38)} 0 {number(y + 38)}"
        f"C{number(-wide * 0.5)} {number(y + 38)} {number(-wide * 1.16)} {number(y + 24)} "
        f"{number(-wide)} {number(y - 14)}Z"
    )
    sheet.path(loop, sheet.shade(wool, (-wide, y - 20), (wide * 0.8, y + 44)), ink=1.0)
    for drop, bow in ((2, 17), (14, 24)):
        sheet.line(
            (
                f"M{number(-wide * 0.86)} {number(y + drop - 4)}Q0 {number(y + drop + bow)} "
                f"{number(wide * 0.86)} {number(y + drop - 4)}"
            ),
            wool.deep,
            3,
            opacity=0.75,
        )
