"""What a footballer has: a number on the shirt, boots with studs, the ball, the cup."""

import math

from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_LEATHER = tones("#fbf8f0", 0.8)
_PATCH = "#2b3350"
_GOLD = tones("#eab13c")
_WOOD = tones("#5b3b2c")
_SEVEN = "M-25 -33H26V-18L4 34H-17L6 -15H-25Z"


def draw_number(sheet: Sheet, y: float, scale: float) -> None:
    """The shirt's number, its middle at height y."""
    sheet.open(f' transform="translate(0 {number(y)}) scale({number(scale, 3)})"')
    sheet.line(_SEVEN, "#fdfaf2", 9)
    sheet.path(_SEVEN, "#24519b")
    sheet.close()


def football_boot(sheet: Sheet, x: float, ground_y: float, side: int, ramp: Tones, scale: float = 1.0) -> None:
    """A boot with a knitted collar, laces, a flash and studs, seen from the front and a little from its outer side."""
    size = f"scale({number(side * scale, 3)} {number(scale, 3)})"
    sheet.open(f' transform="translate({number(x)} {number(ground_y)}) {size}"')
    for stud in (-24, -2, 22, 46):
        sheet.path(f"M{stud - 7} -9H{stud + 7}L{stud + 5} 3H{stud - 5}Z", "#2b3350", ink=0.6)
    paint = sheet.shade(ramp, (-24, -62), (46, 0)) if side > 0 else sheet.shade(ramp, (50, -60), (-34, 0))
    upper = "M-31 -10C-34 -32 -30 -50 -27 -60C-10 -67 12 -67 28 -60C29 -50 34 -42 46 -34C58 -27 62 -16 60 -7H-28Z"
    sheet.path(upper, paint, ink=1.0)
    sheet.path("M-34 -12C-10 -6 30 -6 61 -13Q65 -4 57 -2H-28Q-36 -3 -34 -12Z", "#fdfaf2", ink=0.8)
    sheet.path("M-29 -58C-10 -68 12 -68 30 -58C31 -54 31 -50 29 -48C12 -56 -10 -56 -28 -48C-30 -51 -30 -54 -29 -58Z",
               ramp.deep, ink=0.7)  # fmt: skip
    sheet.path("M-2 -47C8 -49 18 -46 25 -42L36 -26C26 -24 16 -25 8 -28Z", ramp.shade)
    sheet.line("M0 -43Q12 -37 24 -42M4 -35Q16 -29 29 -35M9 -27Q20 -22 34 -28", "#fdfaf2", 3.6)
    sheet.line("M-27 -38Q-18 -26 -16 -13M-15 -42Q-6 -28 -3 -12", "#fdfaf2", 4.6)
    sheet.close()


def draw_ball(sheet: Sheet, x: float, y: float) -> None:
    """The ball under an arm, its middle at (x, y)."""
    r = 50.0
    disc = f"M{number(-r)} 0A{number(r)} {number(r)} 0 1 1 {number(r)} 0A{number(r)} {number(r)} 0 1 1 {number(-r)} 0Z"
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-14)"')
    if sheet.look.ink is None:
        sheet.line(disc, _PATCH, 5, opacity=0.3)
    paint = sheet.radial((-16, -18), 78, [(0, "#ffffff", 1), (0.5, _LEATHER.base, 1), (1, "#b9bccb", 1)])
    cut_out = sheet.look.finish == "cut-paper" or sheet.look.shading == "cel"
    sheet.path(disc, _LEATHER.base if cut_out else paint, ink=1.0)
    sheet.open(sheet.clip(disc))
    corners = [(math.sin(k * math.tau / 5), -math.cos(k * math.tau / 5)) for k in range(5)]
    sheet.line("".join(f"M{number(18 * a)} {number(18 * b)}L{number(36 * a)} {number(36 * b)}" for a, b in corners),
               _PATCH, 3.2)  # fmt: skip
    sheet.path(f"M{'L'.join(f'{number(19 * a)} {number(19 * b)}' for a, b in corners)}Z", _PATCH)
    for a, b in corners:
        # The outer patches lie on the ball's turn away from the eye: flat, and cut by the rim.
        px, py = -b, a
        near = f"M{number(35 * a)} {number(35 * b)}L{number(43 * a + 15 * px)} {number(43 * b + 15 * py)}"
        far = f"L{number(56 * a + 12 * px)} {number(56 * b + 12 * py)}L{number(56 * a - 12 * px)} "
        sheet.path(f"{near}{far}{number(56 * b - 12 * py)}L{number(43 * a - 15 * px)} {number(43 * b - 15 * py)}Z",
                   _PATCH)  # fmt: skip
    if cut_out and sheet.look.finish != "cut-paper":
        sheet.path("M50 -8C52 44 -14 60 -40 34C-4 46 40 30 50 -8Z", "#28304c", opacity=0.22)
    sheet.close()
    sheet.close()


def draw_cup(sheet: Sheet, x: float, y: float) -> None:
    """The golden cup; the hand holds its stem at (x, y)."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(5)"')
    sheet.glow((0, -78), 104, "#ffe9a8", 0.6)
    for side in (-1, 1):
        ear = f"M{side * 36} -112C{side * 74} -122 {side * 72} -66 {side * 27} -64"
        sheet.inked_line(ear, _GOLD.shade if side > 0 else _GOLD.base, 9, 0.9)
    sheet.path("M-9 -40L9 -40L12 34L-12 34Z", sheet.shade(_GOLD, (-10, -30), (14, 20)), ink=0.9)
    sheet.path("M-26 26Q0 18 26 26L30 42H-30Z", sheet.shade(_GOLD, (-26, 24), (30, 42)), ink=0.9)
    sheet.path("M-33 40H33Q37 40 37 46V58H-37V46Q-37 40 -33 40Z", sheet.shade(_WOOD, (-30, 40), (34, 60)), ink=1.0)
    bowl = "M-42 -126C-42 -84 -30 -50 0 -38C30 -50 42 -84 42 -126Z"
    sheet.path(bowl, sheet.shade(_GOLD, (-38, -124), (36, -50)), ink=1.0)
    sheet.line("M-29 -112C-28 -86 -22 -70 -12 -60", "#fff6cf", 6, opacity=0.9)
    sheet.ellipse(0, -126, 43, 10, _GOLD.light, ink=0.9)
    sheet.ellipse(0, -125, 33, 6, _GOLD.deep)
    star = [(r * math.sin(k * math.pi / 5), -88 - r * math.cos(k * math.pi / 5))
            for k, r in enumerate((17, 7.5) * 5)]  # fmt: skip
    sheet.path(f"M{'L'.join(f'{number(a)} {number(b)}' for a, b in star)}Z", "#fff3c4")
    sheet.close()
