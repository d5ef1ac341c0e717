"""Two meerkats that stand up to see who is there."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_FUR = tones("#b3714a")
_CREAM = "#fbe6c2"
_DARK = "#5a3030"


def draw_meerkats(sheet: Sheet, x: float, y: float) -> None:
    """A tall one, and a small one that leans on it."""
    sheet.ellipse(x - 10, y + 2, 118, 14, "#3c1a34", opacity=0.4)
    sheet.inked_line(f"M{number(x + 24)} {number(y - 10)}c40 16 74 8 84 -22", _FUR.shade, 11, 0.8)
    _meerkat(sheet, (x + 56, y + 2), 0.84, 4)
    _meerkat(sheet, (x - 18, y), 1.16, -4)


def _meerkat(sheet: Sheet, foot: tuple[float, float], size: float, turn: float) -> None:
    place = f"translate({number(foot[0])} {number(foot[1])}) scale({number(size, 2)}) rotate({number(turn)} 0 -60)"
    sheet.open(f' transform="{place}"')
    for side in (-1, 1):
        sheet.ellipse(side * 15, -2, 17, 7, _FUR.shade, ink=0.7)
    body = "M-31 -6C-40 -40 -28 -92 -13 -108H13C28 -92 40 -40 31 -6Q0 6 -31 -6Z"
    sheet.path(body, sheet.shade(_FUR, (30, -90), (-30, -10)), ink=0.9)
    sheet.path("M-17 -8C-23 -40 -16 -78 0 -94C16 -78 23 -40 17 -8Q0 0 -17 -8Z", _CREAM)
    sheet.line("M-28 -36q6 3 10 1M-29 -24q6 3 10 1M28 -36q-6 3 -10 1M29 -24q-6 3 -10 1", _FUR.deep, 3, opacity=0.7)
    for side in (-1, 1):
        sheet.inked_line(f"M{side * 22} -86C{side * 30} -66 {side * 22} -54 {side * 7} -54", _FUR.base, 10, 0.7)
        sheet.circle(side * 6, -54, 5.6, _DARK, ink=0.4)
    _head(sheet)
    sheet.close()


def _head(sheet: Sheet) -> None:
    for side in (-1, 1):
        sheet.path(
            (
                f"M{side * 30} -128C{side * 44} -134 {side * 46} -148 {side * 36} -152"
                f"C{side * 28} -152 {side * 24} -144 {side * 26} -136Z"
            ),
            _DARK,
            ink=0.7,
        )
    face = "M0 -168C-26 -168 -40 -148 -38 -128C-36 -112 -22 -100 0 -98C22 -100 36 -112 38 -128C40 -148 26 -168 0 -168Z"
    sheet.path(face, sheet.shade(_FUR, (34, -160), (-34, -106)), ink=0.9)
    sheet.path(
        "M0 -132C-14 -130 -23 -120 -20 -110C-14 -102 -8 -99 0 -98C8 -99 14 -102 20 -110C23 -120 14 -130 0 -132Z", _CREAM
    )
    for side in (-1, 1):
        sheet.ellipse(side * 17, -134, 11, 13, _DARK, turn_deg=side * -22)
        sheet.ellipse(side * 16, -134, 7.4, 9, "#1f1018")
        sheet.circle(side * 16 + 2.4, -138, 3, "#ffffff")
        sheet.circle(side * 16 - 2, -130, 1.4, "#ffffff", opacity=0.8)
        sheet.ellipse(side * 25, -117, 6, 4, "#f0906a", opacity=0.6)
    sheet.path("M-7 -121Q0 -125 7 -121Q5 -114 0 -113Q-5 -114 -7 -121Z", "#3a1c24")
    sheet.line("M0 -113V-109M-8 -106Q-4 -103 0 -109Q4 -103 8 -106", "#6b3a34", 2.4)
