"""A dog that sits and looks at us, its tongue out."""

from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_CREAM = "#fdf0dc"
_NOSE = "#33262e"


def draw_dog(
    sheet: Sheet,
    foot: tuple[float, float],
    size: float = 1.0,
    *,
    coat: str = "#c98850",
    collar: str = "#c8453c",
    flip: bool = False,
) -> None:
    """A dog, 200 units high at `size` 1, that sits on the ground at `foot`; its tail is at the right unless flipped."""
    ramp, side = tones(coat), -size if flip else size
    sheet.open(
        f' transform="translate({number(foot[0])} {number(foot[1])}) scale({number(side, 3)} {number(size, 3)})"'
    )
    tail = "M36 -14C66 -12 92 -34 94 -66C94 -78 82 -80 78 -70C74 -52 60 -42 36 -42Z"
    sheet.path(tail, ramp.base, ink=0.9)
    sheet.path("M94 -66C94 -78 82 -80 78 -70Q76 -64 74 -59Q84 -54 92 -56Z", _CREAM)
    body = "M-54 0C-62 -46 -44 -98 0 -102C44 -98 62 -46 56 0Q0 10 -54 0Z"
    sheet.path(body, sheet.shade(ramp, (-46, -90), (54, -6)), ink=1.0)
    for end in (-1, 1):
        haunch = (
            f"M{end * 28} 4C{end * 26} -26 {end * 42} -44 {end * 56} -34C{end * 68} -20 {end * 68} -4 {end * 62} 4Z"
        )
        sheet.path(haunch, ramp.base if end < 0 else ramp.shade, ink=0.8)
        sheet.ellipse(end * 52, 1, 17, 8, _CREAM, ink=0.6)
    sheet.path("M-25 -88C-36 -58 -24 -26 0 -14C24 -26 36 -58 25 -88Z", _CREAM)
    sheet.line("M-8 -40l4 8M8 -46l-3 8M-2 -62l3 8", "#e0c8a4", 3)
    for end in (-1, 1):
        leg = (
            f"M{end * 5} 2C{end * 3} -22 {end * 4} -50 {end * 14} -56"
            f"C{end * 28} -52 {end * 32} -22 {end * 30} 2Q{end * 17} 8 {end * 5} 2Z"
        )
        sheet.path(leg, ramp.base if end < 0 else ramp.shade, ink=0.8)
        sheet.ellipse(end * 17, -1, 15, 8.5, _CREAM, ink=0.5)
        sheet.line(f"M{end * 12} -2v5M{end * 20} -2v5", ramp.deep, 2)
    band = "M-37 -93Q0 -72 37 -93L35 -80Q0 -59 -35 -80Z"
    sheet.path(band, collar, ink=0.7)
    sheet.circle(0, -62, 8, "#f5c451", ink=0.6)
    _head(sheet, ramp)
    sheet.close()


def _head(sheet: Sheet, ramp: Tones) -> None:
    sheet.open(' transform="rotate(-5 0 -100)"')
    face = (
        "M0 -198C-40 -200 -60 -176 -58 -146C-60 -128 -48 -112 -34 -106C-30 -90 -14 -84 0 -84C14 -84 30 -90 34 -106"
        "C48 -112 60 -128 58 -146C60 -176 40 -200 0 -198Z"
    )
    sheet.path(face, sheet.shade(ramp, (-46, -190), (54, -100)), ink=1.0)
    blaze = (
        "M0 -194C-12 -180 -14 -164 -14 -150C-38 -144 -44 -124 -34 -106C-30 -90 -14 -84 0 -84C14 -84 30 -90 34 -106"
        "C44 -124 38 -144 14 -150C14 -164 12 -180 0 -194Z"
    )
    sheet.path(blaze, _CREAM)
    for end in (-1, 1):
        ear = (
            f"M{end * 30} -190C{end * 54} -206 {end * 76} -192 {end * 82} -164"
            f"C{end * 88} -136 {end * 84} -112 {end * 70} -110"
            f"C{end * 56} -112 {end * 56} -144 {end * 46} -162Z"
        )
        sheet.path(ear, ramp.shade if end < 0 else ramp.deep, ink=1.0)
        sheet.ellipse(end * 29, -146, 9.5, 11.5, "#2a1c22")
        sheet.circle(end * 29 - 3, -150.5, 3.7, "#ffffff")
        sheet.circle(end * 29 + 3, -141, 1.6, "#ffffff", opacity=0.8)
        sheet.line(f"M{end * 20} -166q{end * 8} -6 {end * 17} -1", ramp.deep, 3)
        sheet.ellipse(end * 42, -124, 9, 5.5, "#f3a08a", opacity=0.6)
    sheet.path("M-9 -101C-10 -84 -6 -70 1 -70C8 -70 11 -84 10 -101Z", "#f0808a", ink=0.6)
    sheet.line("M1 -98V-80", "#c8586a", 2)
    sheet.line("M-24 -110C-20 -98 -6 -96 0 -108C6 -96 20 -98 24 -110", "#5a3a38", 3)
    sheet.path("M-14 -128C-12 -136 12 -136 14 -128C14 -118 6 -112 0 -112C-6 -112 -14 -118 -14 -128Z", _NOSE)
    sheet.ellipse(-4, -130, 4, 2.2, "#ffffff", opacity=0.7)
    sheet.close()
