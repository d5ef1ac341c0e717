"""A chest full of gold, and shells."""

import math

from limner.catalog.scenery import sparkle
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_WOOD = tones("#9a5f3a")
_IRON = tones("#d9a441")
_GOLD = tones("#f7c948")
_SHELL = tones("#f7b9a8")


def draw_chest(sheet: Sheet, x: float, y: float) -> None:
    """An open chest, half sunk in the sand, whose gold shines."""
    sheet.ellipse(x + 10, y + 4, 132, 16, "#35607e", opacity=0.45)
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-3)"')
    lid = "M-104 -82C-110 -128 -96 -160 -58 -166H64C100 -162 114 -130 106 -82Z"
    sheet.path(lid, sheet.shade(_WOOD, (-80, -160), (90, -80)), ink=1.0)
    sheet.path("M-88 -84C-92 -120 -80 -142 -54 -146H58C84 -142 94 -120 90 -84Z", _WOOD.deep)
    sheet.line("M-60 -164C-82 -150 -86 -116 -82 -86M62 -164C86 -150 90 -116 86 -86", _IRON.base, 11)
    _gold(sheet)
    sheet.path("M-110 -84H110L98 2Q0 14 -98 2Z", sheet.shade(_WOOD, (-90, -80), (96, 4)), ink=1.0)
    sheet.line("M-106 -56H106M-102 -28H102", _WOOD.deep, 4, opacity=0.7)
    for side in (-1, 1):
        sheet.path(f"M{side * 82} -84H{side * 56}L{side * 52} 6L{side * 74} 4Z", _IRON.base, ink=0.7)
        for dot in (-70, -40, -10):
            sheet.circle(side * 66, dot, 4, _IRON.deep)
    sheet.path("M-113 -92H113V-76H-113Z", _IRON.shade, ink=0.8)
    sheet.path("M-20 -94H20V-58Q0 -42 -20 -58Z", _IRON.base, ink=0.9)
    sheet.circle(0, -76, 6, _WOOD.deep)
    sheet.line("M0 -74L0 -62", _WOOD.deep, 5)
    sheet.close()
    for dx, dy, r in ((-40, -150, 20), (36, -138, 14), (76, -120, 10)):
        sparkle(sheet, x + dx, y + dy, r, "#fffbe0")


def _gold(sheet: Sheet) -> None:
    heap = "M-92 -84C-84 -112 -56 -122 -30 -124C-8 -142 34 -138 48 -120C72 -118 88 -104 92 -84Z"
    sheet.path(heap, sheet.shade(_GOLD, (-40, -130), (60, -84)), ink=0.8)
    for dx, dy in (
        (-66, -98),
        (-36, -108),
        (-10, -122),
        (22, -124),
        (48, -108),
        (70, -96),
        (-46, -92),
        (4, -102),
        (30, -96),
    ):
        sheet.ellipse(dx, dy, 15, 9, _GOLD.light, ink=0.5, turn_deg=dx * 0.3)
        sheet.ellipse(dx, dy + 1, 9, 5, _GOLD.shade, turn_deg=dx * 0.3)
    pearls = "M-80 -92q10 14 24 8t22 -8t24 6"
    sheet.line(pearls, "#f7e8e0", 3)
    for dx, dy in ((-78, -88), (-66, -81), (-52, -84), (-40, -91), (-26, -90), (-14, -85)):
        sheet.circle(dx, dy, 7, "#fff4ee", ink=0.5)
        sheet.circle(dx - 2, dy - 2, 2.4, "#ffffff")
    sheet.path("M54 -122l14 -12l14 12l-14 18Z", "#5fd0e0", ink=0.6)
    sheet.path("M54 -122l14 -12l14 12Z", "#bff4f4")
    sheet.path("M-64 -112l11 -10l11 10l-11 14Z", "#ee5f7c", ink=0.6)
    sheet.path("M-64 -112l11 -10l11 10Z", "#ffb0bf")


def draw_shell(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A scallop that lies on the sand."""
    n = number
    sheet.ellipse(x + 3, y + 2, size * 1.06, size * 0.22, "#35607e", opacity=0.4)
    data = f"M{n(x - size * 0.2)} {n(y)}"
    for k in range(7):
        angle = math.radians(-84 + 28 * k)
        data += f"A{n(size * 0.26)} {n(size * 0.26)} 0 0 1 {n(x + size * math.sin(angle))} "
        data += f"{n(y - size * (0.16 + 0.78 * math.cos(angle)))}"
    sheet.path(f"{data}L{n(x + size * 0.2)} {n(y)}Z", sheet.shade(_SHELL, (x - size, y - size), (x + size, y)), ink=0.8)
    ribs = "".join(
        f"M{n(x)} {n(y - 2)}L{n(x + size * 0.84 * math.sin(a))} {n(y - size * (0.14 + 0.66 * math.cos(a)))}"
        for a in (math.radians(-56 + 28 * k) for k in range(5))
    )
    sheet.line(ribs, _SHELL.shade, size * 0.06)
