"""A small friendly dragon with a daisy behind its ear."""

from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_SKIN = tones("#7d79cc")
_BELLY = tones("#fbe3b4")
_WING = tones("#f0a26c")
_HORN = tones("#f6e2b8")


def draw_dragon(sheet: Sheet, x: float, y: float) -> None:
    """A dragon that sits on the ground at (x, y) and looks at whoever comes along the path."""
    sheet.ellipse(x + 36, y + 2, 142, 17, "#3c2f58", opacity=0.4)
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(1.12)"')
    _wings(sheet)
    tail = "M34 -14C78 12 128 6 140 -30C146 -50 136 -66 124 -72C128 -52 112 -36 88 -38C66 -40 52 -50 44 -58Z"
    sheet.path(tail, sheet.shade(_SKIN, (50, -60), (130, 0)), ink=1.0)
    sheet.path(
        "M124 -66C108 -78 106 -96 120 -112C126 -98 146 -96 150 -84C148 -72 138 -64 124 -66Z",
        sheet.shade(_WING, (108, -100), (148, -66)),
        ink=0.9,
    )
    for tx, ty in ((70, -42), (92, -42), (112, -47)):
        sheet.path(f"M{tx - 8} {ty + 6}L{tx + 3} {ty - 11}L{tx + 9} {ty + 4}Z", _WING.base, ink=0.6)
    body = "M-52 0C-64 -44 -46 -112 0 -116C46 -112 64 -44 54 0Q0 12 -52 0Z"
    sheet.path(body, sheet.shade(_SKIN, (-52, -90), (56, -10)), ink=1.0)
    sheet.path(
        "M-28 2C-38 -40 -28 -88 0 -96C28 -88 38 -40 30 2Q0 8 -28 2Z",
        sheet.shade(_BELLY, (-30, -60), (36, -20)),
        ink=0.6,
    )
    sheet.line(
        "M-30 -18Q0 -8 31 -18M-31 -38Q0 -28 32 -38M-28 -58Q0 -49 28 -58M-20 -76Q0 -69 20 -76",
        _BELLY.deep,
        2.8,
        opacity=0.7,
    )
    for side in (-1, 1):
        foot = (
            f"M{side * 20} 2C{side * 18} -26 {side * 34} -38 {side * 50} -32"
            f"C{side * 68} -24 {side * 72} -6 {side * 66} 4Q{side * 44} 10 {side * 20} 2Z"
        )
        sheet.path(foot, _SKIN.base if side < 0 else _SKIN.shade, ink=0.9)
        for toe in (30, 44, 58):
            sheet.ellipse(side * toe, 2, 6, 5, _HORN.base, ink=0.5)
    _arms(sheet)
    _head(sheet)
    sheet.close()


def _wings(sheet: Sheet) -> None:
    for side in (-1, 1):
        wing = (
            f"M{side * 34} -88C{side * 56} -128 {side * 96} -146 {side * 126} -138"
            f"C{side * 112} -124 {side * 118} -108 {side * 126} -98"
            f"C{side * 106} -100 {side * 98} -86 {side * 102} -70C{side * 84} -78 {side * 62} -70 "
            f"{side * 38} -56Z"
        )
        sheet.path(wing, _WING.base if side < 0 else _WING.shade, ink=1.0)
        bones = (
            f"M{side * 38} -82Q{side * 80} -128 {side * 122} -136M{side * 40} -78"
            f"Q{side * 84} -108 {side * 122} -99M{side * 40} -70Q{side * 72} -84 {side * 98} -73"
        )
        sheet.line(bones, _SKIN.shade, 5)


def _arms(sheet: Sheet) -> None:
    """Both paws at the chest, holding a rose."""
    sheet.line("M2 -44Q-2 -62 2 -84", "#4a8c5a", 4.6)
    sheet.path("M2 -58Q18 -66 22 -56Q12 -46 2 -54Z", "#5c9f5f")
    sheet.circle(2, -92, 14, "#d8475c", ink=0.8)
    sheet.circle(1, -94, 8.6, "#f08a92")
    sheet.line("M-4 -94q3 -7 9 -3q2 5 -4 6", "#a52a48", 2.2)
    for side in (-1, 1):
        arm = (
            f"M{side * 46} -84C{side * 54} -62 {side * 36} -48 {side * 12} -48"
            f"C{side * 2} -50 {side * 2} -62 {side * 12} -64C{side * 26} -66 {side * 30} -76 "
            f"{side * 34} -90Z"
        )
        sheet.path(arm, _SKIN.base if side < 0 else _SKIN.shade, ink=0.9)


def _head(sheet: Sheet) -> None:
    sheet.open(' transform="translate(-4 -12) rotate(-5 0 -140)"')
    for side in (-1, 1):
        sheet.path(
            (
                f"M{side * 26} -212C{side * 28} -232 {side * 44} -246 {side * 54} -246"
                f"C{side * 52} -230 {side * 54} -214 {side * 44} -202Z"
            ),
            _HORN.base if side < 0 else _HORN.shade,
            ink=0.9,
        )
        sheet.path(
            (
                f"M{side * 60} -186C{side * 82} -204 {side * 100} -198 {side * 106} -186"
                f"C{side * 94} -180 {side * 90} -164 {side * 64} -160Z"
            ),
            _WING.base if side < 0 else _WING.shade,
            ink=0.9,
        )
    for tx, ty, size in ((0, -222, 17), (-14, -219, 12), (14, -219, 12)):
        sheet.path(
            (
                f"M{tx - size * 0.6:.1f} {ty + 6}Q{tx - 2} {ty - size:.1f} {tx + 3} {ty - size:.1f}"
                f"Q{tx + size * 0.7:.1f} {ty - 4} {tx + size * 0.6:.1f} {ty + 6}Z"
            ),
            _WING.base,
            ink=0.7,
        )
    face = (
        "M0 -222C-46 -222 -76 -194 -74 -160C-74 -142 -70 -132 -66 -122C-62 -98 -36 -88 0 -88"
        "C36 -88 62 -98 66 -122C70 -132 74 -142 74 -160C76 -194 46 -222 0 -222Z"
    )
    sheet.path(face, sheet.shade(_SKIN, (-60, -210), (66, -100)), ink=1.0)
    snout = "M0 -136C-36 -138 -60 -130 -60 -114C-58 -98 -32 -90 0 -90C32 -90 58 -98 60 -114C60 -130 36 -138 0 -136Z"
    sheet.path(snout, sheet.shade(_BELLY, (-40, -134), (60, -92)))
    for side in (-1, 1):
        sheet.ellipse(side * 16, -125, 4, 3, "#9a6a55")
        sheet.ellipse(side * 34, -162, 15, 18, "#ffffff", ink=0.4)
        sheet.ellipse(side * 33 - 3, -160, 11, 14, "#2c2148")
        sheet.circle(side * 33 - 7, -166, 4.6, "#ffffff")
        sheet.circle(side * 33 + 1, -154, 2.2, "#ffffff", opacity=0.8)
        sheet.line(f"M{side * 22} -188q{side * 12} -7 {side * 24} 1", _SKIN.deep, 3.6)
        sheet.ellipse(side * 58, -134, 11, 7, "#f39aa8", opacity=0.75)
    sheet.line("M-26 -110Q0 -94 26 -110", "#8a4a4e", 3.4)
    sheet.path("M-14 -104.500l4 8l5 -5.500ZM14 -104.500l-4 8l-5 -5.500Z", "#ffffff")
    sheet.line("M-54 -194C-44 -206 -32 -211 -20 -213", "#ffffff", 5, opacity=0.4)
    sheet.close()
