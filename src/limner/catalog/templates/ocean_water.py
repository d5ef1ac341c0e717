"""The water over the ocean floor: its colours, far cliffs, a whale, shafts of light and bubbles."""

import numpy as np

from limner.catalog.scenery import pick, ridge
from limner.engine.sheet import Sheet
from limner.engine.vectors import number


def draw_water(sheet: Sheet) -> None:
    """Sunlit green at the surface, deep blue at the sides, a bright place behind the person."""
    stops = [
        (0.0, "#a9f0de", 1.0),
        (0.12, "#5fd3d2", 1.0),
        (0.34, "#2ea4c4", 1.0),
        (0.62, "#2380b4", 1.0),
        (0.85, "#3f97b4", 1.0),
        (1.0, "#6fb6b4", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 1120), stops))
    sheet.glow((330, -20), 520, "#f4ffe0", 0.85)
    sheet.glow((520, 640), 440, "#7fe0dc", 0.5)
    sheet.glow((1040, 420), 460, "#123f86", 0.6)
    sheet.glow((-60, 760), 380, "#154f92", 0.5)


def draw_far(sheet: Sheet, seed: int) -> None:
    """A whale in the blue, rows of cliffs, and two schools of small fish."""
    rng = np.random.default_rng(600 + seed)
    _whale(sheet, 190, 300)
    far = [(-20, 640), (70, 610), (130, 690), (230, 800), (360, 850), (520, 870), (680, 840), (780, 760), (850, 650)]
    sheet.path(ridge([*far, (920, 600), (1020, 620)], 1000), "#3aa0bd")
    near = [(-20, 760), (90, 740), (160, 830), (280, 890), (430, 912), (620, 900), (740, 850), (830, 770), (910, 740)]
    sheet.path(ridge([*near, (1020, 700)], 1000), "#2b88ad")
    for x, y, high in (
        (262, 894, 120),
        (300, 898, 84),
        (700, 872, 130),
        (736, 860, 92),
        (120, 800, 110),
        (880, 770, 90),
    ):
        for lean in (-22, 0, 20):
            stem = f"M{x} {y}q{lean} {-high // 2} {lean // 2} {-high + abs(lean)}"
            sheet.line(stem, "#2b88ad", 9)
    for cx, cy, count, color in ((760, 500, 15, "#1d6ea6"), (236, 600, 9, "#2b86b4")):
        _school(sheet, rng, (cx, cy), count, color)


def _school(sheet: Sheet, rng: np.random.Generator, center: tuple[float, float], count: int, color: str) -> None:
    data = ""
    for _ in range(count):
        x, y = center[0] + pick(rng, -90, 90), center[1] + pick(rng, -46, 46)
        s = pick(rng, 7, 12)
        n = number
        data += (
            f"M{n(x - s)} {n(y)}q{n(s)} {n(-s * 0.8)} {n(s * 2)} 0l{n(s * 0.8)} {n(-s * 0.5)}v{n(s)}"
            f"l{n(-s * 0.8)} {n(-s * 0.5)}q{n(-s)} {n(s * 0.8)} {n(-s * 2)} 0Z"
        )
    sheet.path(data, color, opacity=0.8)


def _whale(sheet: Sheet, x: float, y: float) -> None:
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate(-8) scale(.9)"')
    body = (
        "M-150 10C-146 -44 -70 -66 10 -56C70 -48 116 -22 160 -26C176 -42 192 -56 214 -58C208 -40 200 -26 190 -18"
        "C204 -10 214 2 218 18C198 16 180 6 166 -4C120 24 60 44 -30 48C-100 52 -150 44 -150 10Z"
    )
    sheet.path(body, sheet.linear((0, -60), (0, 56), [(0, "#3f9fc4", 1), (1, "#2a82b3", 1)]))
    sheet.path("M-149 16C-110 30 -60 30 -10 14C-20 34 -40 46 -60 49C-110 50 -146 44 -149 16Z", "#86cfd8", opacity=0.7)
    sheet.line("M-120 30q30 8 60 4M-108 40q26 6 52 2", "#3f9fc4", 3)
    sheet.path("M-40 30C-30 60 -6 80 16 82C18 60 6 38 -8 26Z", "#2a7cab")
    sheet.circle(-112, 4, 4.6, "#123f6e")
    sheet.close()


def draw_haze(sheet: Sheet) -> None:
    """Blue air between the cliffs and the garden."""
    sheet.glow((520, 860), 420, "#9fe8de", 0.42)
    sheet.glow((100, 920), 260, "#7fd0d8", 0.3)
    sheet.glow((900, 900), 280, "#7fc8d8", 0.3)


def draw_rays(sheet: Sheet) -> None:
    """Shafts of sun from the upper left, their pool on the sand, and dusk along the lower rim."""
    for x, wide, lean, low, strength in (
        (60, 60, -60, 900, 0.22),
        (190, 90, 60, 1120, 0.26),
        (330, 60, 190, 1150, 0.24),
        (450, 110, 330, 1120, 0.2),
        (620, 60, 420, 960, 0.15),
    ):
        beam = f"M{x} -20H{x + wide}L{x + wide * 2.6 + lean:.0f} {low}H{x + lean - wide}Z"
        fade = [(0.0, "#f6ffe0", strength), (0.55, "#e0fff0", strength * 0.5), (1.0, "#d0fff0", 0.0)]
        sheet.path(beam, sheet.linear((x, 0), (x + lean * 0.8, low), fade))
    sheet.open(' transform="translate(480 1120) scale(1 .2)"')
    sheet.glow((0, 0), 400, "#fffbd8", 0.4)
    sheet.close()
    sheet.glow((806, 1060), 190, "#ffd975", 0.5)
    shade = [(0.0, "#0b3268", 0.45), (1.0, "#0b3268", 0.0)]
    sheet.path("M0 1140H1000V1250H0Z", sheet.linear((0, 1250), (0, 1140), shade))


def draw_bubbles(sheet: Sheet, seed: int) -> None:
    """Bubbles that rise in chains beside the person, the near ones large."""
    rng = np.random.default_rng(640 + seed)
    for x, low, count in ((150, 880, 8), (742, 800, 7), (300, 470, 5), (880, 980, 6)):
        y = float(low)
        for step in range(count):
            r = pick(rng, 4, 8) + step * 0.9
            _bubble(sheet, x + pick(rng, -18, 18), y, r)
            y -= r * 2 + pick(rng, 16, 48)
    for x, y, r in ((132, 610, 24), (700, 380, 15), (906, 130, 15), (84, 120, 14)):
        _bubble(sheet, x, y + pick(rng, -30, 30), r)


def _bubble(sheet: Sheet, x: float, y: float, r: float) -> None:
    n = number
    sheet.circle(x, y, r, "#d8fff8", opacity=0.26)
    ring = f"M{n(x - r)} {n(y)}a{n(r)} {n(r)} 0 1 1 {n(2 * r)} 0a{n(r)} {n(r)} 0 1 1 {n(-2 * r)} 0"
    sheet.line(ring, "#eafffb", max(1.4, r * 0.12), opacity=0.8)
    sheet.ellipse(x - r * 0.36, y - r * 0.42, r * 0.28, r * 0.18, "#ffffff", opacity=0.95, turn_deg=-40)
