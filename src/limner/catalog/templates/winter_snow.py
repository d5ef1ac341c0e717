"""Snow that falls, near and far, and what frames the page: snowy branches above, drifts below."""

import numpy as np

from limner.catalog.scenery import pick, ridge
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number


def draw_flakes(sheet: Sheet, seed: int, top: float, bottom: float) -> None:
    """Small flakes in the air between two heights, drawn as the dots of three lines."""
    rng = np.random.default_rng(760 + seed)
    for size, count, seen in ((3.2, 50, 0.75), (5.2, 32, 0.85), (7.4, 15, 0.9)):
        dots = "".join(f"M{pick(rng, 0, 1000)} {pick(rng, top, bottom)}l.1 0" for _ in range(count))
        sheet.line(dots, "#ffffff", size, opacity=seen)


def draw_boughs(sheet: Sheet, seed: int) -> None:
    """Snowy boughs of a fir in the upper corners."""
    rng = np.random.default_rng(770 + seed)
    for x, y, turn, size in ((-30, -20, 26, 1.2), (-40, 90, 8, 0.9), (190, -46, 40, 0.8)):
        _branch(sheet, x, y, turn + pick(rng, -3, 3), size)
    for x, y, turn, size in ((1030, -30, 152, 1.15), (1040, 84, 172, 0.84), (820, -50, 138, 0.74)):
        _branch(sheet, x, y, turn + pick(rng, -3, 3), size)


def draw_drifts(sheet: Sheet, seed: int) -> None:
    """Drifts with twigs of berries in the lower corners."""
    rng = np.random.default_rng(780 + seed)
    drift = tones("#c3c8f0")
    left = [(-20, 1176), (50, 1180), (120, 1206), (200, 1226), (290, 1244), (380, 1266)]
    right = [(640, 1266), (730, 1246), (820, 1228), (900, 1200), (960, 1180), (1020, 1170)]
    _berries(sheet, 64, 1200, 1)
    _berries(sheet, 940, 1204, -1)
    for points in (left, right):
        lifted = [(x, y + pick(rng, -3, 3)) for x, y in points]
        sheet.path(
            ridge(lifted, 1275), sheet.linear((0, 1170), (0, 1250), [(0, drift.light, 1), (1, "#8088cc", 1)]), ink=1.0
        )


def _branch(sheet: Sheet, x: float, y: float, turn_deg: float, size: float) -> None:
    """A bough of a fir, with snow along it."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) rotate({number(turn_deg)}) scale({number(size, 2)})"')
    sheet.line("M0 0Q130 -8 236 26", "#3d3350", 9)
    needles = ""
    for i in range(17):
        at = 14 + i * 13.4
        drop, long = at * at * 0.00046, 62 - i * 1.9
        for side in (-1, 1):
            needles += (
                f"M{number(at)} {number(drop)}q{number(long * 0.4)} "
                f"{number(side * long * 0.3)} {number(long * 0.6)} {number(side * long)}"
            )
    sheet.line(needles, "#1d4a5c", 9)
    sheet.line(needles, "#2f6f78", 3.6)
    flip = -1 if abs(turn_deg) > 90 else 1
    snow = (
        f"M4 {flip * -6}Q40 {flip * -34} 78 {flip * -18}Q112 "
        f"{flip * -40} 146 {flip * -10}Q184 {flip * -24} 208 {flip * 8}"
        f"Q232 {flip * 12} 240 {flip * 26}Q196 {flip * 30} 176 {flip * 14}Q140 "
        f"{flip * 22} 112 {flip * 4}Q62 {flip * 14} 4 {flip * -6}Z"
    )
    sheet.path(snow, sheet.linear((0, flip * -30), (0, flip * 20), [(0, "#f4f4ff", 1), (1, "#a9b0e0", 1)]), ink=0.7)
    sheet.close()


def _berries(sheet: Sheet, x: float, y: float, side: int) -> None:
    """Twigs of red berries with caps of snow."""
    sheet.open(f' transform="translate({number(x)} {number(y)}) scale({side} 1)"')
    sheet.inked_line("M0 10Q-10 -40 -40 -72M-6 -18Q10 -50 34 -66M-18 -40Q-24 -70 -12 -98", "#5a4358", 5, 0.6)
    for dx, dy in ((-42, -76), (-26, -64), (36, -70), (20, -56), (-12, -102), (-20, -82), (4, -34)):
        sheet.circle(dx, dy, 9.5, "#d8454a", ink=0.6)
        sheet.path(
            (
                f"M{dx - 9} {dy - 2}A9.5 9.5 0 0 1 {dx + 9} {dy - 2}Q{dx + 4} "
                f"{dy + 1} {dx} {dy - 2}Q{dx - 5} {dy + 2} {dx - 9} {dy - 2}Z"
            ),
            "#ffffff",
        )
    sheet.close()


def draw_soft_flakes(sheet: Sheet, seed: int) -> None:
    """Large flakes out of focus, close to the eye; none before the person."""
    rng = np.random.default_rng(790 + seed)
    for i in range(26):
        x = pick(rng, 10, 290) if i % 2 else pick(rng, 730, 990)
        r = pick(rng, 12, 24)
        sheet.glow((x, pick(rng, 60, 1200)), r, "#ffffff", 0.8)
