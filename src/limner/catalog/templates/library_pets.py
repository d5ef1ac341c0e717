"""The cat of the library, on a pile of books."""

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_FUR = tones("#e39a4f")
_CREAM = "#fdeeda"
_BOOKS = ("#7b5a98", "#3f7580", "#a5443f", "#c98a3c", "#3b5a8c")


def draw_book(
    sheet: Sheet, place: tuple[float, float], size: tuple[float, float], color: str, pages: str = "#f3e3c0"
) -> None:
    """A closed book that lies on its side, its back towards us; `place` is the middle of its lower edge."""
    (x, y), (wide, tall), ramp, n = place, size, tones(color), number
    left, right = x - wide / 2, x + wide / 2
    sheet.path(f"M{n(left + 6)} {n(y - tall + 5)}H{n(right - 3)}V{n(y - 5)}H{n(left + 6)}Z", pages, ink=0.7)
    sheet.line(
        f"M{n(left + 20)} {n(y - tall * 0.6)}H{n(right - 5)}M{n(left + 20)} {n(y - tall * 0.36)}H{n(right - 5)}",
        tones(pages).deep,
        2,
        opacity=0.6,
    )
    cover = (
        f"M{n(right)} {n(y - tall)}H{n(left + 10)}Q{n(left - 6)} {n(y - tall / 2)} {n(left + 10)} {n(y)}H{n(right)}v-6"
        f"H{n(left + 18)}Q{n(left + 8)} {n(y - tall / 2)} {n(left + 18)} {n(y - tall + 6)}H{n(right)}Z"
    )
    sheet.path(cover, ramp.base, ink=0.9)
    sheet.line(f"M{n(left + 30)} {n(y - tall + 3)}h{n(wide * 0.3)}", ramp.light, 2.6)


def draw_cat(sheet: Sheet, seed: int, x: float, y: float) -> None:
    """Five books and a ginger cat with round spectacles."""
    rng = np.random.default_rng(790 + seed)
    sheet.ellipse(x + 6, y, 122, 15, "#1e0f26", opacity=0.5)
    top = y
    for color, wide, tall in zip(_BOOKS, (196, 178, 186, 160, 168), (27, 22, 25, 20, 23), strict=True):
        draw_book(sheet, (x + pick(rng, -9, 9), top), (wide, tall), color)
        top -= tall
    sheet.open(f' transform="translate({number(x)} {number(top)}) scale(.98)"')
    tail = "M46 -14C78 -6 96 14 92 46C90 66 78 80 70 74C64 68 74 60 72 42C70 22 52 12 30 6Z"
    sheet.path(tail, sheet.shade(_FUR, (40, -10), (96, 60)), ink=1.0)
    sheet.path("M70 74C78 80 88 68 91 54L74 50C75 60 66 68 70 74Z", _CREAM)
    body = "M-56 2C-66 -44 -44 -104 0 -106C44 -104 66 -44 58 2Q0 10 -56 2Z"
    sheet.path(body, sheet.shade(_FUR, (-50, -90), (58, -6)), ink=1.0)
    sheet.line(
        "M44 -66q-12 4 -20 0M54 -46q-14 6 -24 0M57 -26q-12 6 -22 2M-44 -66q12 4 20 0M-54 -46q14 6 24 0",
        _FUR.deep,
        5,
        opacity=0.8,
    )
    sheet.path("M-26 -84C-32 -54 -24 -22 0 -16C24 -22 32 -54 26 -84Z", _CREAM)
    for side in (-1, 1):
        paw = (
            f"M{side * 6} 4C{side * 4} -22 {side * 6} -48 {side * 18} -50"
            f"C{side * 32} -48 {side * 36} -20 {side * 34} 4Q{side * 20} 10 {side * 6} 4Z"
        )
        sheet.path(paw, _FUR.base if side < 0 else _FUR.shade, ink=0.8)
        sheet.ellipse(side * 20, 0, 14, 8, _CREAM, ink=0.4)
    _head(sheet)
    sheet.close()


def _head(sheet: Sheet) -> None:
    sheet.open(' transform="translate(-2 -20) rotate(-6 0 -110)"')
    for side in (-1, 1):
        ear = (
            f"M{side * 68} -128C{side * 80} -160 {side * 76} -190 {side * 70} -200"
            f"C{side * 52} -194 {side * 34} -182 {side * 20} -166Z"
        )
        sheet.path(ear, _FUR.base if side < 0 else _FUR.shade, ink=1.0)
        sheet.path(
            (
                f"M{side * 62} -146C{side * 68} -164 {side * 68} -178 {side * 66} -184"
                f"C{side * 54} -178 {side * 44} -172 {side * 38} -164Z"
            ),
            "#f0a590",
        )
    face = "M0 -62C-44 -62 -80 -80 -80 -114C-80 -152 -44 -172 0 -172C44 -172 80 -152 80 -114C80 -80 44 -62 0 -62Z"
    sheet.path(face, sheet.shade(_FUR, (-60, -160), (70, -80)), ink=1.0)
    sheet.line(
        (
            "M0 -170V-150M-16 -168V-154M16 -168V-154M-78 -112q14 0 20 4M78 -112q-14 0 -20 4M-74 -94"
            "q12 -2 18 2M74 -94q-12 -2 -18 2"
        ),
        _FUR.deep,
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
    sheet.line(rims, "#6b4a2e", 4.4)
    sheet.path("M-9 -97Q0 -101 9 -97Q7 -89 0 -88Q-7 -89 -9 -97Z", "#e5776f", ink=0.4)
    sheet.line("M0 -88V-82M-12 -80Q-6 -75 0 -82Q6 -75 12 -80", "#6b3a2e", 2.8)
    sheet.close()
