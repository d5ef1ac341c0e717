"""A small triceratops that comes along, and a brother or sister that is still half in the egg."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_SKIN = tones("#f0995c")
_BELLY = tones("#fdebc4")
_FRILL = tones("#d9604f")
_HORN = tones("#fdf3d6")
_SHELL = tones("#f4ecd2")


def draw_hatchlings(sheet: Sheet, x: float, y: float) -> None:
    """The hatchling stands at (x, y) and looks up to the right; the egg lies beside it."""
    sheet.ellipse(x + 20, y + 3, 136, 16, "#123c3a", opacity=0.45)
    _egg(sheet, x - 96, y - 12)
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(1.08)"')
    tail = "M-46 -40C-84 -36 -104 -52 -118 -80C-122 -44 -104 -8 -50 -8Z"
    sheet.path(tail, _SKIN.shade, ink=0.9)
    for fx in (-36, 44):
        sheet.path(
            f"M{fx - 18} -30V-6Q{fx - 20} 4 {fx - 8} 4H{fx + 10}Q{fx + 18} 4 {fx + 17} -8V-30Z", _SKIN.shade, ink=0.8
        )
    body = "M-66 -44C-70 -92 -24 -108 16 -102C62 -96 78 -62 68 -30C58 -8 -52 -4 -66 -44Z"
    sheet.path(body, sheet.shade(_SKIN, (-30, -104), (40, -14)), ink=1.0)
    sheet.path("M-48 -28C-20 -8 40 -8 62 -30C40 -22 -20 -22 -48 -28Z", _BELLY.base)
    for sx, sy, r in ((-40, -66, 8), (-20, -82, 6), (-14, -56, 7), (-50, -46, 5)):
        sheet.ellipse(sx, sy, r * 1.2, r, _FRILL.base, opacity=0.75)
    for fx in (-20, 58):
        sheet.path(
            (
                f"M{fx - 20} -26V-4Q{fx - 22} 8 {fx - 8} 8H{fx + 14}Q{fx + 22} 8 {fx + 20} -6V-26"
                f"C{fx + 18} -52 {fx - 18} -52 {fx - 20} -26Z"
            ),
            _SKIN.base,
            ink=0.8,
        )
        for toe in (-10, 2, 13):
            sheet.ellipse(fx + toe, 4, 5, 4.4, _HORN.base, ink=0.4)
    _head(sheet)
    sheet.close()


def _head(sheet: Sheet) -> None:
    sheet.open(' transform="translate(56 -112) rotate(-8) scale(1.08)"')
    frill = (
        "M-52 18C-84 0 -84 -40 -66 -62C-58 -76 -46 -70 -38 -80C-28 -94 -14 -84 -4 -92"
        "C10 -98 20 -86 30 -84C46 -80 44 -66 54 -56C68 -34 60 -4 44 12Z"
    )
    sheet.path(frill, sheet.shade(_FRILL, (-60, -80), (50, 0)), ink=1.0)
    sheet.path("M-44 8C-66 -8 -62 -40 -48 -54C-28 -74 20 -76 40 -50C50 -34 46 -10 36 4Z", _FRILL.light, opacity=0.7)
    for sx, sy in ((-58, -36), (-40, -60), (-8, -74), (26, -66), (46, -38)):
        sheet.circle(sx, sy, 6, _HORN.base, opacity=0.9)
    face = "M-50 -8C-54 -46 -20 -58 4 -58C36 -58 58 -38 58 -8C62 6 64 22 52 34C38 46 -2 48 -26 36C-42 28 -48 12 -50 -8Z"
    sheet.path(face, sheet.shade(_SKIN, (-30, -56), (50, 36)), ink=1.0)
    beak = "M8 14C24 4 54 6 58 18C60 30 48 40 28 42C8 44 -12 42 -24 36C-14 34 -2 24 8 14Z"
    sheet.path(beak, sheet.shade(_BELLY, (10, 8), (50, 42)), ink=0.5)
    sheet.path("M18 8C20 0 24 -6 29 -9C34 -4 36 2 36 9Q27 13 18 8Z", _HORN.base, ink=0.7)
    for hx, lean in ((-24, -10), (26, 12)):
        sheet.path(
            (
                f"M{hx - 10} -46Q{hx + lean - 4} -78 {hx + lean} -88Q{hx + lean + 8} -70 {hx + 11} -46"
                f"Q{hx} -40 {hx - 10} -46Z"
            ),
            _HORN.base,
            ink=0.8,
        )
    for ex in (-18, 38):
        sheet.ellipse(ex, -18, 13, 15.500, "#ffffff", ink=0.4)
        sheet.ellipse(ex + 3, -18, 9.600, 12.500, "#2a1a2c")
        sheet.circle(ex + 6, -23, 4, "#ffffff")
        sheet.circle(ex, -12, 1.8, "#ffffff", opacity=0.8)
        sheet.line(f"M{ex - 10} -39q9 -6 19 0", _SKIN.deep, 3.2)
    sheet.ellipse(-30, 6, 10, 6.500, "#f2706a", opacity=0.55)
    for nx in (24, 42):
        sheet.ellipse(nx, 16, 2.8, 2, "#9a6a4a")
    sheet.line("M-8 26Q18 38 48 26", "#8a4a3a", 3.2)
    sheet.close()


def _egg(sheet: Sheet, x: float, y: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)})"')
    head = "M-30 -60C-34 -92 -14 -108 4 -108C26 -108 42 -90 38 -58Z"
    sheet.path(head, sheet.shade(_SKIN, (-20, -104), (36, -60)), ink=0.9)
    for ex in (-9, 20):
        sheet.ellipse(ex, -78, 6.600, 8.600, "#2a1a2c")
        sheet.circle(ex + 2, -81, 2.6, "#ffffff")
    sheet.path("M0 -70C6 -76 14 -76 18 -70Q10 -62 0 -70Z", _HORN.base, ink=0.4)
    sheet.path("M-20 -106L-8 -122L2 -108L14 -124L24 -106L30 -98C16 -92 -10 -92 -22 -98Z", _SHELL.light, ink=0.7)
    egg = "M-42 -62L-28 -52L-16 -66L-2 -52L10 -66L24 -52L36 -66L46 -56C52 -22 30 4 0 4C-30 4 -52 -26 -42 -62Z"
    sheet.path(egg, sheet.shade(_SHELL, (-30, -56), (40, 0)), ink=0.9)
    for sx, sy, r in ((-24, -34, 6), (0, -22, 8), (22, -36, 6), (-10, -8, 5), (20, -10, 5)):
        sheet.ellipse(sx, sy, r, r * 0.9, "#7cb8a0", opacity=0.9)
    sheet.close()
