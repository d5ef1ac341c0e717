"""The grass of the savannah: the far plain with its water hole, the near ground, stones, and dark blades in front."""

import math

import numpy as np

from limner.catalog.scenery import pick, ridge, rock, tuft
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_STONE = tones("#a86a56")


def draw_plain(sheet: Sheet, seed: int) -> None:
    """Golden grass as far as one sees, and water that holds the sun."""
    rng = np.random.default_rng(820 + seed)
    far = [(-20, 800), (200, 790), (420, 802), (660, 794), (860, 804), (1020, 794)]
    stops = [(0.0, "#f7c06a", 1.0), (0.5, "#e39a52", 1.0), (1.0, "#c97a48", 1.0)]
    sheet.path(ridge(far, 1270), sheet.linear((0, 790), (0, 960), stops), ink=0.5)
    pool = "M520 862C560 846 680 842 790 848C880 852 940 862 930 874C900 890 720 894 610 888C540 884 490 874 520 862Z"
    sheet.path(pool, sheet.linear((520, 0), (940, 0), [(0, "#d9787a", 1), (0.45, "#ffe7a8", 1), (1, "#e88a6a", 1)]))
    sheet.line("M650 862h70M690 872h110M630 878h50M760 858h44", "#fff6d8", 3, opacity=0.8)
    blades = ""
    for x in range(-10, 1020, 24):
        y = pick(rng, 808, 850)
        blades += tuft(rng, x, y, pick(rng, 12, 22), 3)
    sheet.path(blades, "#c9773f", opacity=0.55)


def draw_near(sheet: Sheet, seed: int) -> None:
    """The ground people stand on: trodden earth with grass to both sides."""
    rng = np.random.default_rng(830 + seed)
    near = [(-20, 930), (160, 912), (380, 924), (620, 934), (820, 916), (1020, 926)]
    rim = ""
    for x in range(-10, 1020, 22):
        at = float(np.interp(x, [p[0] for p in near], [p[1] for p in near]))
        rim += tuft(rng, x, at + 12, pick(rng, 26, 46), 4)
    sheet.path(rim, "#d8893f")
    stops = [(0.0, "#e9a851", 1.0), (0.4, "#cc8145", 1.0), (1.0, "#82463c", 1.0)]
    sheet.path(ridge(near, 1270), sheet.linear((640, 920), (520, 1260), stops), ink=0.8)
    path = (
        "M560 940C600 970 520 1010 420 1050C320 1092 230 1160 190 1264H720"
        "C690 1170 640 1110 640 1060C650 1010 700 970 640 938Z"
    )
    sheet.path(path, sheet.linear((0, 940), (0, 1260), [(0, "#f8cf86", 1), (0.5, "#e2a465", 1), (1, "#9c5c48", 1)]))
    for x, y, wide in ((470, 1078, 34), (560, 1140, 44), (360, 1170, 40), (590, 1000, 22), (520, 1214, 50)):
        sheet.ellipse(x, y, wide, wide * 0.24, "#c07c50", opacity=0.6)
    _grass(sheet, rng)
    for x, y, size in ((250, 1010, 17), (292, 1020, 10), (706, 1012, 22), (742, 1022, 12)):
        rock(sheet, x, y, size, _STONE, ink=0.7)


def _grass(sheet: Sheet, rng: np.random.Generator) -> None:
    dry, lit = "", ""
    for row in range(7):
        y = 966 + row * 38
        for x in range(-10, 1020, 46):
            at = x + pick(rng, -20, 20)
            if abs(at - 470) < 150 + row * 26:
                continue
            bunch = tuft(rng, at, y + pick(rng, -12, 12), pick(rng, 24, 40) + row * 2.4, 4)
            if rng.uniform() < 0.4 and at > 500:
                lit += bunch
            else:
                dry += bunch
    sheet.path(dry, "#a25c3c", opacity=0.75)
    sheet.path(lit, "#f2bc62", opacity=0.85)


def draw_front(sheet: Sheet, seed: int) -> None:
    """Dark blades and ears of grass in the lower corners."""
    rng = np.random.default_rng(840 + seed)
    for x in range(-20, 1030, 24):
        size = 96 - 78 * math.sin(math.pi * min(max(x, 0), 1000) / 1000)
        tall = max(20, size) * float(rng.uniform(0.9, 1.25))
        sheet.path(tuft(rng, x + pick(rng, -8, 8), 1264, tall, 4), "#4a2138" if rng.uniform() < 0.6 else "#5e2a3c")
    for x, high, lean in (
        (16, 250, 34),
        (60, 190, 46),
        (-2, 180, 20),
        (962, 220, 26),
        (1000, 262, -14),
    ):
        stem = f"M{x} 1262q{number(lean * 0.2)} {number(-high * 0.6)} {lean} {-high}"
        sheet.line(stem, "#4a2138", 4)
        seeds = ""
        for k in range(7):
            at = 1 - k * 0.05
            sx, sy = x + lean * at**1.6, 1262 - high * at
            seeds += f"M{number(sx)} {number(sy)}l{'-' if k % 2 else ''}9 -12"
        sheet.line(seeds, "#6d3344", 5)
