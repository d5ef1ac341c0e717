"""The grass with its mown stripes and white lines."""

import math

import numpy as np

from limner.catalog.scenery import pick, tuft
from limner.catalog.templates.football_stands import draw_boards
from limner.engine.sheet import Sheet
from limner.engine.vectors import number


def draw_pitch(sheet: Sheet, seed: int) -> None:
    """Grass in stripes that run to the far side, the lines of the penalty area, worn places, dew."""
    rng, n = np.random.default_rng(1010 + seed), number
    edge = "M-20 892C160 858 320 842 500 842C680 842 840 858 1020 892V1270H-20Z"
    stops = [(0.0, "#a4d888", 1.0), (0.3, "#6fbf6c", 1.0), (1.0, "#2f8257", 1.0)]
    sheet.path(edge, sheet.linear((0, 842), (0, 1260), stops), ink=0.8)
    sheet.open(sheet.clip(edge))
    stripes = ""
    for k in range(-9, 10, 2):
        near, far = 170, 46
        stripes += (
            f"M{n(500 + (k - 0.5) * far)} 836H{n(500 + (k + 0.5) * far)}"
            f"L{n(500 + (k + 0.5) * near)} 1270H{n(500 + (k - 0.5) * near)}Z"
        )
    sheet.path(stripes, "#bfe58c", opacity=0.34)
    sheet.line("M-20 912C160 878 320 862 500 862C680 862 840 878 1020 912", "#fbfff4", 6, opacity=0.9)
    sheet.line("M214 872L84 1016H966L880 884", "#fbfff4", 7.5, opacity=0.9)
    sheet.line("M340 1016C380 1064 640 1064 700 1016", "#fbfff4", 7.5, opacity=0.85)
    sheet.close()
    for x, y, wide in ((560, 1168, 60), (300, 1120, 44), (660, 1060, 40)):
        sheet.ellipse(x, y, wide, wide * 0.2, "#8f9c5c", opacity=0.35)
    dark, lit = "", ""
    for _ in range(90):
        x, y = pick(rng, 0, 1000), pick(rng, 930, 1236)
        bunch = tuft(rng, x, y, 8 + (y - 900) * 0.05, 3)
        if rng.uniform() < 0.5:
            lit += bunch
        else:
            dark += bunch
    sheet.path(dark, "#2f7a50", opacity=0.6)
    sheet.path(lit, "#c6ea96", opacity=0.7)
    draw_boards(sheet)


def draw_front(sheet: Sheet, seed: int) -> None:
    """Blades close to the eye."""
    rng = np.random.default_rng(1015 + seed)
    for x in range(-20, 1030, 22):
        size = 62 - 40 * math.sin(math.pi * min(max(x, 0), 1000) / 1000)
        tall = max(14, size) * float(rng.uniform(0.9, 1.3))
        sheet.path(tuft(rng, x + pick(rng, -8, 8), 1264, tall, 4), "#12423f" if rng.uniform() < 0.6 else "#1c5a48")
