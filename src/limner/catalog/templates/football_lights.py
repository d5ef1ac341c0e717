"""The evening sky over the stadium, its floodlights, and the light they throw."""

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones

_STEEL = tones("#5b6b96")


def draw_air(sheet: Sheet) -> None:
    """Deep blue above, the last rose of the day behind the stands."""
    stops = [
        (0.0, "#15275e", 1.0),
        (0.3, "#2b4c96", 1.0),
        (0.58, "#6f7fc0", 1.0),
        (0.8, "#e6a3a4", 1.0),
        (1.0, "#ffcf9c", 1.0),
    ]
    sheet.path("M0 0H1000V1250H0Z", sheet.linear((0, 0), (0, 760), stops))
    sheet.glow((500, 620), 420, "#ffd6ac", 0.5)
    for x, y, rx, ry in ((300, 190, 260, 26), (680, 300, 300, 28), (160, 330, 200, 20), (860, 150, 200, 20)):
        sheet.open(f' transform="translate({x} {y}) scale(1 {ry / rx:.3f})"')
        sheet.glow((0, 0), rx, "#d9a6c4", 0.4)
        sheet.close()


def draw_haze(sheet: Sheet) -> None:
    """Warm breath over the crowd."""
    sheet.glow((500, 700), 360, "#ffe3c0", 0.4)
    sheet.glow((500, 820), 520, "#bfe6c4", 0.3)


def draw_masts(sheet: Sheet) -> None:
    """Two masts of steel with a panel of lamps each."""
    for side in (-1, 1):
        x = 500 + side * 372
        brace = "".join(f"M{x - 11} {y}L{x + 11} {y + 40}M{x + 11} {y}L{x - 11} {y + 40}" for y in range(250, 450, 40))
        sheet.inked_line(f"M{x - 11} 240L{x - 14} 492M{x + 11} 240L{x + 14} 492", _STEEL.base, 5, 0.4)
        sheet.line(brace, _STEEL.light, 2.6)
        sheet.open(f' transform="translate({x} 176) rotate({side * 7}) scale({-side} 1)"')
        sheet.path("M-82 -66Q0 -80 82 -66L78 66Q0 56 -78 66Z", _STEEL.deep, ink=0.9)
        for row in range(4):
            for column in range(5):
                lx, ly = -60 + column * 30, -46 + row * 31
                sheet.circle(
                    lx,
                    ly,
                    12.5,
                    sheet.radial((lx, ly), 13, [(0, "#ffffff", 1), (0.6, "#fffbe4", 1), (1, "#ffe9ac", 1)]),
                    ink=0.5,
                )
        sheet.close()


def draw_light(sheet: Sheet, seed: int) -> None:
    """Halos and cones of the floodlights, drifting glitter, brightness on the grass, dusk at the foot."""
    rng = np.random.default_rng(1020 + seed)
    for side in (-1, 1):
        x = 500 + side * 372
        sheet.glow((x, 176), 250, "#fff6d8", 0.62)
        sheet.glow((x, 176), 120, "#ffffff", 0.6)
        for reach, wide, strength in ((250, 170, 0.16), (470, 150, 0.1)):
            end = x - side * reach
            beam = f"M{x - 60} 180H{x + 60}L{end + wide} 1080H{end - wide}Z"
            fade = [(0.0, "#fffbe6", strength), (0.6, "#fffbe6", strength * 0.4), (1.0, "#fffbe6", 0.0)]
            sheet.path(beam, sheet.linear((x, 180), (end, 1080), fade))
    sheet.open(' transform="translate(470 1080) scale(1 .3)"')
    sheet.glow((0, 0), 460, "#f4ffd0", 0.38)
    sheet.close()
    for _ in range(34):
        x, y = pick(rng, 20, 980), pick(rng, 120, 900)
        if not 300 < x < 640:
            sheet.circle(x, y, pick(rng, 2, 5), ("#fff6d0", "#ffd27a", "#bfe0ff")[int(rng.integers(3))], opacity=0.75)
    shade = [(0.0, "#081f3c", 0.55), (1.0, "#081f3c", 0.0)]
    sheet.path("M0 1070H1000V1250H0Z", sheet.linear((520, 1270), (510, 1090), shade))
    for x in (-60, 1060):
        sheet.glow((x, 1000), 300, "#0a2350", 0.45)
