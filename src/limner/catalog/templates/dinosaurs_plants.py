"""Tree ferns, large leaves that frame the page, and dark ferns close to the eye."""

import math

import numpy as np

from limner.catalog.scenery import pick, tuft
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_TRUNK = tones("#8a6248")


def frond(foot: tuple[float, float], long: float, turn_deg: float, bow: float) -> str:
    """Path data of a palm or fern leaf that leaves `foot` at an angle from upright and bends down by `bow`."""
    n, (x, y), turn = number, foot, math.radians(turn_deg)
    count, upper, lower = 9, "", ""
    spine = [
        (x + math.sin(turn) * long * t + bow * 0.3 * t * t, y - math.cos(turn) * long * t + abs(bow) * t * t)
        for t in (k / count for k in range(count + 1))
    ]
    side = 1 if math.sin(turn) >= 0 else -1
    for k in range(1, count):
        here, after = spine[k], spine[k + 1]
        size = long * 0.26 * math.sin(math.pi * (0.12 + 0.8 * k / count))
        along = (after[0] - here[0], after[1] - here[1])
        length = math.hypot(*along) or 1.0
        ux, uy = along[0] / length, along[1] / length
        for edge in (-1, 1):
            px, py = -uy * edge * side, ux * edge * side
            tip = (here[0] + px * size + ux * size * 0.7, here[1] + py * size + uy * size * 0.7)
            wide = length * 0.9
            leaf = (
                f"M{n(here[0])} {n(here[1])}"
                f"Q{n(here[0] + px * size * 0.7)} {n(here[1] + py * size * 0.7)} {n(tip[0])}"
                f" {n(tip[1])}"
                f"Q{n(here[0] + px * size * 0.4 + ux * wide)}"
                f" {n(here[1] + py * size * 0.4 + uy * wide)} "
                f"{n(here[0] + ux * wide)} {n(here[1] + uy * wide)}Z"
            )
            if edge > 0:
                upper += leaf
            else:
                lower += leaf
    return lower + upper


def _spine(foot: tuple[float, float], long: float, turn_deg: float, bow: float) -> str:
    n, turn = number, math.radians(turn_deg)
    end = (foot[0] + math.sin(turn) * long + bow * 0.3, foot[1] - math.cos(turn) * long + abs(bow))
    middle = (foot[0] + math.sin(turn) * long * 0.5, foot[1] - math.cos(turn) * long * 0.5)
    return f"M{n(foot[0])} {n(foot[1])}Q{n(middle[0])} {n(middle[1])} {n(end[0])} {n(end[1])}"


def _crown(
    sheet: Sheet, foot: tuple[float, float], long: float, colors: tuple[str, str], rng: np.random.Generator
) -> None:
    for turn, color in ((-112, 0), (112, 0), (-84, 1), (84, 1), (-52, 0), (54, 0), (-20, 1), (22, 1)):
        reach = long * float(rng.uniform(0.9, 1.08))
        bow = (1 if turn > 0 else -1) * reach * 0.34
        sheet.path(frond(foot, reach, turn, bow), colors[color])
        sheet.line(_spine(foot, reach, turn, bow), colors[1 - color], 3.4)


def draw_trees(sheet: Sheet, seed: int) -> None:
    """Two tree ferns behind the meadow."""
    rng = np.random.default_rng(940 + seed)
    for foot, high, lean, long in (((86, 968), 400, 20, 150), ((214, 962), 190, -14, 96)):
        x, y = foot
        top = (x + lean, y - high)
        trunk = (
            f"M{x - 15} {y}Q{x - 8} {y - high // 2} {top[0] - 8} {top[1]}H{top[0] + 8}"
            f"Q{x + 12} {y - high // 2} {x + 17} {y}Z"
        )
        sheet.path(trunk, sheet.shade(_TRUNK, (x - 14, y - high), (x + 16, y - high + 20)), ink=0.8)
        rings = "".join(
            f"M{number(x + lean * t - 10)} {number(y - high * t)}q10 7 {20} 0" for t in (k / 14 for k in range(1, 14))
        )
        sheet.line(rings, _TRUNK.deep, 3, opacity=0.8)
        _crown(sheet, top, long, ("#4c9460", "#6cb268"), rng)


def draw_frame(sheet: Sheet, seed: int) -> None:
    """Leaves of a near tree that hang into both upper corners."""
    rng = np.random.default_rng(950 + seed)
    for foot, long, turn, bow, color in (
        ((-30, -10), 300, 108, 60, "#2a6e5a"),
        ((-30, -30), 340, 84, 90, "#37825f"),
        ((-40, 60), 250, 132, 40, "#1f5a52"),
        ((1030, -10), 290, -110, -60, "#2a6e5a"),
        ((1030, -40), 330, -86, -80, "#37825f"),
        ((1040, 70), 220, -134, -40, "#1f5a52"),
    ):
        reach = long + pick(rng, -16, 16)
        sheet.path(frond(foot, reach, turn, bow), color, ink=0.4)
        sheet.line(_spine(foot, reach, turn, bow), "#5aa56c", 4, opacity=0.8)


def draw_front(sheet: Sheet, seed: int) -> None:
    """Dark ferns in the lower corners."""
    rng = np.random.default_rng(960 + seed)
    for foot, long, turn, bow, color in (
        ((-14, 1270), 190, 20, 40, "#17514c"),
        ((-20, 1270), 170, 58, 50, "#0f3f42"),
        ((1010, 1270), 260, -16, -50, "#17514c"),
        ((1016, 1270), 240, -46, -60, "#0f3f42"),
        ((990, 1280), 200, -74, -40, "#17514c"),
        ((1020, 1270), 270, 2, 20, "#0f3f42"),
    ):
        sheet.path(frond(foot, long + pick(rng, -10, 10), turn, bow), color)
    for x in range(-20, 1030, 26):
        size = 60 - 44 * math.sin(math.pi * min(max(x, 0), 1000) / 1000)
        sheet.path(tuft(rng, x + pick(rng, -8, 8), 1264, max(14, size) * float(rng.uniform(0.9, 1.3)), 4), "#0f3a3e")
