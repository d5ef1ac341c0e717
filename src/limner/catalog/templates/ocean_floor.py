"""The sand, and who and what is on it: an octopus, a chest of gold, shells; a turtle and fish above."""

import numpy as np

from limner.catalog.scenery import pick, ridge
from limner.catalog.templates.ocean_friends import draw_fish, draw_octopus, draw_turtle
from limner.catalog.templates.ocean_plants import starfish
from limner.catalog.templates.ocean_treasure import draw_chest, draw_shell
from limner.engine.sheet import Sheet
from limner.engine.vectors import number


def draw_dune(sheet: Sheet) -> None:
    """The dune the corals grow on."""
    back = [(-20, 962), (180, 940), (380, 960), (600, 970), (800, 944), (1020, 958)]
    sheet.path(ridge(back, 1270), sheet.linear((0, 940), (0, 1080), [(0, "#8fd0c4", 1), (1, "#a8cfae", 1)]), ink=0.7)


def draw_sand(sheet: Sheet, seed: int) -> None:
    """The near dune with ripples, and the net of light the waves throw on it."""
    rng = np.random.default_rng(620 + seed)
    near = [(-20, 1040), (160, 1016), (380, 1012), (560, 1024), (780, 1012), (1020, 1036)]
    stops = [(0.0, "#f2e6b4", 1.0), (0.45, "#e2cc98", 1.0), (1.0, "#8d9fa4", 1.0)]
    sheet.path(ridge(near, 1270), sheet.linear((0, 1012), (0, 1260), stops), ink=0.9)
    ripples, glints = "", ""
    for _ in range(26):
        x, y = pick(rng, -20, 960), pick(rng, 1046, 1236)
        wide = 30 + (y - 1040) * 0.3
        ripples += f"M{number(x)} {number(y)}q{number(wide / 2)} {number(-wide * 0.12)} {number(wide)} 0"
    for _ in range(15):
        x, y = pick(rng, 200, 800), pick(rng, 1044, 1200)
        wide = 26 + (y - 1040) * 0.24
        glints += (
            f"M{number(x)} {number(y)}q{number(wide * 0.4)} 8 {number(wide)} 1q{number(wide * 0.5)} -9 {number(wide)} 2"
        )
    sheet.line(ripples, "#a99a78", 3.4, opacity=0.5)
    sheet.line(glints, "#fffbe0", 4, opacity=0.6)
    for _ in range(20):
        x, y = pick(rng, 0, 1000), pick(rng, 1060, 1236)
        size = 2 + (y - 1050) / 70
        sheet.ellipse(x, y, size * 1.4, size, "#b09c7c")


def draw_friends(sheet: Sheet, seed: int) -> None:
    """Those who swim, and what lies on the sand."""
    rng = np.random.default_rng(630 + seed)
    draw_turtle(sheet, 806, 236)
    draw_fish(sheet, (216, 742), 1.0, 1, ("#f58a3c", "#fff4e2"))
    draw_fish(sheet, (268, 806), 0.66, 1, ("#f58a3c", "#fff4e2"))
    draw_fish(sheet, (822, 640), 0.92, -1, ("#f7cf4a", "#3f62c0"))
    draw_fish(sheet, (776, 716), 0.62, -1, ("#f7cf4a", "#3f62c0"))
    draw_fish(sheet, (246, 420), 0.6, 1, ("#7c78e0", "#f9c3dc"))
    draw_chest(sheet, 806, 1130)
    starfish(sheet, 366 + pick(rng, -8, 8), 1204, 30, "#ef6f5c", pick(rng, -20, 20))
    starfish(sheet, 648 + pick(rng, -8, 8), 1222, 20, "#f3a24a", pick(rng, -20, 20))
    draw_shell(sheet, 700, 1186, 30)
    draw_shell(sheet, 452, 1214, 20)


def draw_nearer(sheet: Sheet) -> None:
    """The octopus, who sits nearer than the people."""
    draw_octopus(sheet, 214, 1158)
