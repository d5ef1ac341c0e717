"""Dusk over the city: a large moon, clouds, a searchlight with a star, an airship, and the light of it all."""

import math

import numpy as np

from limner.catalog.scenery import pick, sparkle
from limner.engine.sheet import Sheet
from limner.engine.vectors import number

_MOON = (176.0, 236.0)


def draw_air(sheet: Sheet) -> None:
    """Indigo above, magenta, and a last orange behind the roofs."""
    stops = [
        (0.0, "#1e1a52", 1.0),
        (0.28, "#43308a", 1.0),
        (0.52, "#8f479c", 1.0),
        (0.74, "#e26d88", 1.0),
        (0.9, "#ffa873", 1.0),
        (1.0, "#ffd08c", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 800), stops))
    sheet.glow((640, 740), 420, "#ffd69a", 0.6)
    sheet.glow(_MOON, 300, "#c6b8ff", 0.55)


def draw_far(sheet: Sheet, seed: int) -> None:
    """Stars, the moon, the searchlight's beam with its star on a cloud, clouds and an airship."""
    rng = np.random.default_rng(1200 + seed)
    for _ in range(60):
        x, y = pick(rng, 0, 1000), pick(rng, 0, 420)
        sheet.circle(x, y, pick(rng, 1, 2.4), "#fff4ea", opacity=round(max(0.2, 1 - y / 460), 2))
    for x, y, r in ((420, 96, 13), (330, 300, 9), (560, 190, 10), (64, 96, 10)):
        sparkle(sheet, x + pick(rng, -12, 12), y + pick(rng, -10, 10), r, "#fff0d8")
    sheet.circle(*_MOON, 76, sheet.linear((110, 150), (240, 320), [(0, "#fffbe8", 1), (1, "#f3d9d2", 1)]))
    for dx, dy, r in ((-25, -25, 16), (23, 12, 21), (-18, 31, 11), (30, -33, 10), (-43, 7, 8)):
        sheet.circle(_MOON[0] + dx, _MOON[1] + dy, r, "#e3c3c8", opacity=0.6)
    _searchlight(sheet)
    for x, y, size in ((40, 330, 0.9), (300, 400, 0.7), (960, 400, 0.9)):
        _cloud(sheet, x + pick(rng, -14, 14), y + pick(rng, -6, 6), size, "#b065a8", "#f59a9c")
    _airship(sheet, 470 + pick(rng, -10, 10), 176 + pick(rng, -6, 6))


def _cloud(sheet: Sheet, x: float, y: float, size: float, high: str, low: str) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({number(size, 2)})"')
    body = (
        "M-170 20C-150 -2 -120 2 -104 -14C-84 -44 -36 -40 -20 -22C6 -54 66 -40 76 -10"
        "C120 -20 150 2 176 20C110 32 -110 32 -170 20Z"
    )
    sheet.path(body, sheet.linear((0, -44), (0, 26), [(0, high, 0.9), (1, low, 0.9)]))
    sheet.close()


def _searchlight(sheet: Sheet) -> None:
    """A round of light with a star, thrown on a cloud by a lamp among the roofs."""
    _cloud(sheet, 800, 190, 1.25, "#8f6fc8", "#c98ac8")
    beam = "M700 800L664 196H888L716 800Z"
    sheet.path(beam, sheet.linear((708, 800), (776, 190), [(0, "#fff3c0", 0.62), (1, "#fff3c0", 0.1)]))
    sheet.circle(776, 172, 112, "#fff6cf", opacity=0.35)
    sheet.circle(776, 172, 98, "#fff6d4")
    points = [
        (776 + r * math.sin(k * math.pi / 5), 176 - r * math.cos(k * math.pi / 5)) for k, r in enumerate((78, 33) * 5)
    ]
    sheet.path("M" + "L".join(f"{number(px)} {number(py)}" for px, py in points) + "Z", "#43308a")


def _airship(sheet: Sheet, x: float, y: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale(.72)"')
    sheet.path("M58 -8L98 -34V34L58 8Z", "#d9586c", ink=0.5)
    sheet.path(
        "M-90 0C-80 -34 40 -40 78 0C40 40 -80 34 -90 0Z",
        sheet.linear((0, -34), (0, 34), [(0, "#ffd6c4", 1), (1, "#b0609c", 1)]),
        ink=0.7,
    )
    sheet.line("M-88 0C-40 -8 40 -8 76 0M-70 -18C-30 -26 30 -24 52 -16", "#8f4a90", 2.6, opacity=0.6)
    sheet.path("M-26 32H22L14 48H-18Z", "#5a3a80", ink=0.5)
    sheet.line("M-14 39h4M-2 39h4M10 39h2", "#ffe6a0", 5)
    sheet.close()


def draw_haze(sheet: Sheet) -> None:
    """The glow of the streets between the houses."""
    fade = [(0.0, "#ffb48a", 0.0), (0.6, "#ffb890", 0.55), (1.0, "#ff9a90", 0.35)]
    sheet.path("M0 500H1000V960H0Z", sheet.linear((0, 520), (0, 900), fade))


def draw_light(sheet: Sheet, seed: int) -> None:
    """Moonlight from the left, the warm street from below, sparks in the air, dusk along the foot."""
    rng = np.random.default_rng(1210 + seed)
    sheet.glow(_MOON, 220, "#efe6ff", 0.4)
    sheet.glow((776, 172), 190, "#fff3c4", 0.4)
    sheet.open(' transform="translate(520 1060) scale(1 .28)"')
    sheet.glow((0, 0), 420, "#ffb98f", 0.34)
    sheet.close()
    sheet.glow((158, 1010), 190, "#ffd98a", 0.5)
    for _ in range(16):
        x, y = pick(rng, 30, 970), pick(rng, 420, 900)
        if not 290 < x < 640:
            sheet.circle(x, y, pick(rng, 2, 4), "#ffe2b4", opacity=0.6)
    shade = [(0.0, "#120e36", 0.6), (1.0, "#120e36", 0.0)]
    sheet.path("M0 1060H1000V1250H0Z", sheet.linear((470, 1270), (480, 1080), shade))
    for x in (-60, 1060):
        sheet.glow((x, 1060), 320, "#1a1450", 0.4)
