"""The sky over the moon: dusk in many colours, the Milky Way, the Earth and a planet with rings."""

import numpy as np

from limner.catalog.scenery import pick, sparkle
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_SEA = tones("#4aa3dc")
_LEAF = tones("#7cc48b")
_PLANET = tones("#eb9a76")


def draw_air(sheet: Sheet) -> None:
    """Colour of the sky, the Milky Way's glow and the light at the horizon."""
    stops = [
        (0.0, "#10123c", 1.0),
        (0.3, "#262462", 1.0),
        (0.52, "#4d3a8a", 1.0),
        (0.68, "#8a5298", 1.0),
        (0.8, "#d47f93", 1.0),
        (0.9, "#f8b98f", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 1060), stops))
    for x, y, r, color, strength in (
        (120, 560, 300, "#8f6fd0", 0.3),
        (330, 400, 300, "#6f7be0", 0.26),
        (520, 250, 280, "#5fa0dd", 0.22),
        (700, 80, 300, "#8f8fe8", 0.24),
        (420, 330, 140, "#f0b8e0", 0.16),
        (230, 480, 150, "#f3c5dd", 0.14),
        (60, 900, 520, "#ffd6a0", 0.6),
        (780, 235, 250, "#a8d8ff", 0.5),
    ):
        sheet.glow((x, y), r, color, strength)


def draw_stars(sheet: Sheet, seed: int) -> None:
    """Stars of many sizes, denser along the Milky Way; some sparkle, one falls."""
    rng = np.random.default_rng(100 + seed)
    colors = ("#ffffff", "#dfe8ff", "#fff1cf", "#ffe0ea")
    for i in range(230):
        if i % 2:
            x, y = pick(rng, 0, 1000), pick(rng, 0, 760)
        else:
            at = float(rng.uniform(-0.05, 1.05))
            x, y = (
                round(at * 900 - 40 + float(rng.normal(0, 55)), 1),
                round(600 - at * 640 + float(rng.normal(0, 55)), 1),
            )
        size = round(0.8 + 2.4 * float(rng.random()) ** 3, 2)
        fade = max(0.15, 1 - max(y, 0) / 1000)
        sheet.circle(x, y, size, colors[int(rng.integers(4))], opacity=round(fade * float(rng.uniform(0.45, 1)), 2))
    for _ in range(13):
        x, y, r = pick(rng, 30, 970), pick(rng, 24, 620), pick(rng, 7, 17)
        if abs(x - 790) > 170 or abs(y - 235) > 170:
            sheet.glow((x, y), r * 1.5, "#ffe9c4", 0.4)
            sparkle(sheet, x, y, r, "#fff7e2")
    x, y = pick(rng, 330, 430), pick(rng, 90, 150)
    tail = (
        f"M{number(x)} {number(y)}Q{number(x + 60)} {number(y - 30)} {number(x + 130)} "
        f"{number(y - 52)}Q{number(x + 66)} {number(y - 20)} {number(x)} {number(y)}"
        "Z"
    )
    fade = [(0.0, "#fff6dd", 0.95), (1.0, "#fff6dd", 0.0)]
    sheet.path(tail, sheet.linear((x, y), (x + 130, y - 52), fade))
    sparkle(sheet, x, y, 11, "#fffaf0")


def draw_planets(sheet: Sheet) -> None:
    """The Earth on the right, a planet with rings on the left."""
    _earth(sheet)
    sheet.open(' transform="translate(158 214) rotate(-18)"')
    sheet.line("M-104 0A104 24 0 0 1 104 0", "#c99a8c", 11)
    sheet.line("M-84 0A84 18 0 0 1 84 0", "#e9c3a0", 5)
    disc = "M-56 0A56 56 0 0 1 56 0A56 56 0 0 1 -56 0Z"
    sheet.path(disc, sheet.shade(_PLANET, (-40, -44), (44, 46)), ink=0.8)
    sheet.open(sheet.clip(disc))
    for y, width, color in ((-30, 9, "#f6c39c"), (-12, 13, "#d9805f"), (10, 8, "#f6c39c"), (30, 12, "#c96c56")):
        sheet.line(f"M-60 {y - 6}Q0 {y + 14} 60 {y - 6}", color, width, opacity=0.75)
    sheet.path("M20 -60C52 -20 46 34 4 60L70 60L70 -60Z", "#5a2f6b", opacity=0.32)
    sheet.close()
    sheet.line("M-104 0A104 24 0 0 0 104 0", "#ffdcae", 11)
    sheet.line("M-84 0A84 18 0 0 0 84 0", "#e9ab86", 5)
    sheet.close()
    sheet.circle(262, 130, 13, "#d9cbe6", ink=0.6)
    sheet.path("M268 119A13 13 0 0 1 268 141A17 17 0 0 0 268 119Z", "#9385b8")


def _earth(sheet: Sheet) -> None:
    sheet.open(' transform="translate(790 235)"')
    disc = "M-120 0A120 120 0 0 1 120 0A120 120 0 0 1 -120 0Z"
    sheet.circle(0, 0, 127, "#bfe6ff", opacity=0.35)
    sheet.path(
        disc, sheet.radial((-40, -46), 190, [(0, "#8fdcf4", 1), (0.5, _SEA.base, 1), (1, "#235a9f", 1)]), ink=0.8
    )
    sheet.open(sheet.clip(disc))
    lands = (
        (
            "M-122 -58C-96 -96 -52 -104 -30 -86C-14 -74 -34 -62 -22 -48C-8 -36 -32 "
            "-22 -44 -10C-58 4 -78 0 -84 -18C-92 -34 -118 -30 -122 -58Z"
        ),
        "M-52 22C-38 10 -12 14 -2 28C12 42 0 62 -12 78C-22 96 -38 104 -42 84C-46 64 -66 42 -52 22Z",
        (
            "M34 -92C60 -112 104 -88 124 -50C132 -20 112 -8 94 -18C82 -6 92 14 78 "
            "26C62 38 46 20 48 0C32 -12 18 -26 28 -44C38 -58 20 -78 34 -92Z"
        ),
        "M62 56C78 44 104 52 100 70C94 88 64 88 58 74C56 66 56 60 62 56Z",
    )
    for i, land in enumerate(lands):
        sheet.path(land, _LEAF.base if i % 2 else "#8fcf94")
    for patch in (
        "M-96 -66Q-70 -88 -48 -76Q-66 -60 -96 -66Z",
        "M56 -72Q84 -84 100 -56Q78 -52 56 -72Z",
        "M-36 36Q-20 28 -12 42Q-22 56 -36 36Z",
    ):
        sheet.path(patch, "#c7d99a", opacity=0.75)
    sheet.path("M-60 -112Q0 -134 62 -110Q0 -98 -60 -112Z", "#f4fbff")
    sheet.path("M-40 116Q6 104 50 112L20 130L-30 130Z", "#f4fbff")
    for cloud in (
        "M-112 8C-84 -6 -58 14 -30 2C-46 20 -82 22 -112 8Z",
        "M-20 -36C10 -50 40 -28 74 -42C52 -20 10 -20 -20 -36Z",
        "M0 54C26 42 56 60 96 44C66 72 26 70 0 54Z",
        "M-84 60C-66 52 -50 62 -34 58C-48 72 -70 72 -84 60Z",
    ):
        sheet.path(cloud, "#ffffff", opacity=0.88)
    sheet.path("M40 -124C104 -70 92 62 -10 124L130 130L130 -124Z", "#15215e", opacity=0.3)
    sheet.path("M76 -104C122 -50 112 66 36 122L130 130L130 -124Z", "#15215e", opacity=0.34)
    sheet.close()
    sheet.line("M-112 -34A117 117 0 0 1 -22 -115", "#ffffff", 5, opacity=0.65)
    sheet.close()
