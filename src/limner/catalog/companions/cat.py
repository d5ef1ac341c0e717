"""A cat that sits on something and lets its tail hang down."""

from limner.engine.sheet import Sheet, Tones, tones
from limner.engine.vectors import number

_CREAM = "#fdeeda"


def draw_cat(
    sheet: Sheet,
    foot: tuple[float, float],
    size: float = 1.0,
    *,
    coat: str = "#e39a4f",
    spectacles: bool = False,
    flip: bool = False,
) -> None:
    """A cat, 220 units high at `size` 1, that sits at `foot`; its tail hangs at the right unless flipped."""
    ramp, side = tones(coat), -size if flip else size
    sheet.open(
        f' transform="translate({number(foot[0])} {number(foot[1])}) scale({number(side, 3)} {number(size, 3)})"'
    )
    tail = "M46 -14C78 -6 96 14 92 46C90 66 78 80 70 74C64 68 74 60 72 42C70 22 52 12 30 6Z"
    sheet.path(tail, sheet.shade(ramp, (40, -10), (96, 60)), ink=1.0)
    sheet.path("M70 74C78 80 88 68 91 54L74 50C75 60 66 68 70 74Z", _CREAM)
    body = "M-56 2C-66 -44 -44 -104 0 -106C44 -104 66 -44 58 2Q0 10 -56 2Z"
    sheet.path(body, sheet.shade(ramp, (-50, -90), (58, -6)), ink=1.0)
    sheet.line(
        "M44 -66q-12 4 -20 0M54 -46q-14 6 -24 0M57 -26q-12 6 -22 2M-44 -66q12 4 20 0M-54 -46q14 6 24 0",
        ramp.deep,
        5,
        opacity=0.8,
    )
    sheet.path("M-26 -84C-32 -54 -24 -22 0 -16C24 -22 32 -54 26 -84Z", _CREAM)
    for side in (-1, 1):
        paw = (
            f"M{side * 6} 4C{side * 4} -22 {side * 6} -48 {side * 18} -50"
            f"C{side * 32} -48 {side * 36} -20 {side * 34} 4Q{side * 20} 10 {side * 6} 4Z"
        )
        sheet.path(paw, ramp.base if side < 0 else ramp.shade, ink=0.8)
        sheet.ellipse(side * 20, 0, 14, 8, _CREAM, ink=0.4)
    _head(sheet, ramp, spectacles=spectacles)
    sheet.close()


def _head(sheet: Sheet, ramp: Tones, *, spectacles: bool) -> None:
    sheet.open(' transform="translate(-2 -20) rotate(-6 0 -110)"')
    for side in (-1, 1):
        ear = (
            f"M{side * 68} -128C{side * 80} -160 {side * 76} -190 {side * 70} -200"
            f"C{side * 52} -194 {side * 34} -182 {side * 20} -166Z"
        )
        sheet.path(ear, ramp.base if side < 0 else ramp.shade, ink=1.0)
        sheet.path(
            (
                f"M{side * 62} -146C{side * 68} -164 {side * 68} -178 {side * 66} -184"
                f"C{side * 54} -178 {side * 44} -172 {side * 38} -164Z"
            ),
            "#f0a590",
        )
    face = "M0 -62C-44 -62 -80 -80 -80 -114C-80 -152 -44 -172 0 -172C44 -172 80 -152 80 -114C80 -80 44 -62 0 -62Z"
    sheet.path(face, sheet.shade(ramp, (-60, -160), (70, -80)), ink=1.0)
    sheet.line(
        (
            "M0 -170V-150M-16 -168V-154M16 -168V-154M-78 -112q14 0 20 4M78 -112q-14 0 -20 4M-74 -94"
            "q12 -2 18 2M74 -94q-12 -2 -18 2"
        ),
        ramp.deep,
        5,
        opacity=0.8,
    )
    sheet.path(
        "M0 -110C-14 -108 -34 -98 -34 -82C-32 -66 -14 -63 0 -63C14 -63 32 -66 34 -82C34 -98 14 -108 0 -110Z", _CREAM
    )
    for side in (-1, 1):
        sheet.ellipse(side * 36, -118, 14, 16, "#bfe08a", ink=0.5)
        sheet.ellipse(side * 35, -117, 8, 13, "#241a20")
        sheet.circle(side * 35 - 3.5, -122, 4, "#ffffff")
        sheet.ellipse(side * 56, -90, 11, 6.5, "#f3a08a", opacity=0.7)
        sheet.line(
            f"M{side * 36} -84q{side * 24} -4 {side * 50} -6M{side * 36} -78q{side * 24} 2 {side * 48} 6",
            "#fff3df",
            2.4,
            opacity=0.9,
        )
    rims = (
        "M-60 -118a24 24 0 1 0 48 0a24 24 0 1 0 -48 0M12 -118a24 24 0 1 0 48 0a24 24 0 1 0 -48 0"
        "M-12 -120Q0 -128 12 -120"
    )
    if spectacles:
        sheet.line(rims, "#6b4a2e", 4.4)
    sheet.path("M-9 -97Q0 -101 9 -97Q7 -89 0 -88Q-7 -89 -9 -97Z", "#e5776f", ink=0.4)
    sheet.line("M0 -88V-82M-12 -80Q-6 -75 0 -82Q6 -75 12 -80", "#6b3a2e", 2.8)
    sheet.close()
