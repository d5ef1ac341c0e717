"""Small things several scenes draw: ridges, rocks, sparkles, tufts, masses of leaves."""

import math
from collections.abc import Sequence

import numpy as np

from limner.engine.sheet import Sheet, Tones
from limner.engine.vectors import closed_curve, number, open_curve

Spots = Sequence[tuple[float, float]]


def ridge(points: Spots, bottom: float) -> str:
    """Closed path data of ground that rolls through points and goes down to `bottom`."""
    return (
        f"{open_curve(np.array(points))}L{number(points[-1][0])} {number(bottom)}"
        f"L{number(points[0][0])} {number(bottom)}Z"
    )


def sparkle(sheet: Sheet, x: float, y: float, r: float, color: str, *, opacity: float = 1.0) -> None:
    """A star with four long rays."""
    n, k = number, r * 0.1
    data = (
        f"M{n(x)} {n(y - r)}Q{n(x + k)} {n(y - k)} {n(x + r * 0.72)} {n(y)}Q{n(x + k)} {n(y + k)} {n(x)} {n(y + r)}"
        f"Q{n(x - k)} {n(y + k)} {n(x - r * 0.72)} {n(y)}Q{n(x - k)} {n(y - k)} {n(x)} {n(y - r)}Z"
    )
    sheet.path(data, color, opacity=opacity)


def rock(sheet: Sheet, x: float, y: float, size: float, ramp: Tones, *, ink: float = 0.8) -> None:
    """A boulder that sits on the ground at (x, y), lit from the upper left."""
    outline = np.array(
        [(-1.0, 0.0), (-0.92, -0.42), (-0.5, -0.8), (0.08, -0.88), (0.62, -0.6), (0.98, -0.16), (1.0, 0.0)]
    )
    data = (
        open_curve(outline * size + (x, y)) + f"Q{number(x)} {number(y + size * 0.16)} {number(x - size)} {number(y)}Z"
    )
    sheet.ellipse(x + size * 0.25, y + 2, size * 1.2, size * 0.2, ramp.deep, opacity=0.45)
    sheet.path(data, ramp.base, ink=ink)
    shade = np.array([(0.2, -0.84), (0.62, -0.6), (0.98, -0.16), (1.0, 0.02), (0.5, 0.07), (0.34, -0.3)]) * size + (
        x,
        y,
    )
    sheet.path(closed_curve(shade, 0.7), ramp.shade)
    top = np.array([(-0.86, -0.34), (-0.5, -0.72), (0.0, -0.8), (-0.2, -0.62), (-0.56, -0.4)]) * size + (x, y)
    sheet.path(closed_curve(top, 0.8), ramp.light)


def blade(x: float, y: float, lean: float, height: float, width: float) -> str:
    """Path data of one grass blade that grows at (x, y) and bends by `lean`."""
    n = number
    tip_x, tip_y = x + lean, y - height
    return (
        f"M{n(x - width / 2)} {n(y)}Q{n(x - width * 0.3 + lean * 0.1)} {n(y - height * 0.6)} {n(tip_x)} {n(tip_y)}"
        f"Q{n(x + width * 0.6 + lean * 0.25)} {n(y - height * 0.5)} {n(x + width / 2)} {n(y)}Z"
    )


def tuft(rng: np.random.Generator, x: float, y: float, size: float, count: int) -> str:
    """Path data of a bunch of blades that fan out."""
    parts: list[str] = []
    for i in range(count):
        share = (i + 0.5) / count * 2 - 1
        height = size * float(rng.uniform(0.65, 1.0)) * (1 - 0.35 * abs(share))
        lean = share * size * 0.55 + float(rng.uniform(-0.08, 0.08)) * size
        parts.append(blade(x + share * size * 0.3, y, lean, height, size * 0.16))
    return "".join(parts)


def pick(rng: np.random.Generator, low: float, high: float) -> float:
    """A number between low and high, to one decimal."""
    return round(float(rng.uniform(low, high)), 1)


def foliage(
    sheet: Sheet,
    rng: np.random.Generator,
    center: tuple[float, float],
    radii: tuple[float, float],
    color: str,
    lobes: int,
    *,
    ink: float = 0.0,
) -> None:
    """A mass of leaves with a scalloped edge."""
    points: list[tuple[float, float]] = []
    for i in range(lobes):
        angle = 2 * math.pi * (i + float(rng.uniform(-0.2, 0.2))) / lobes
        swell = float(rng.uniform(0.9, 1.06))
        points.append((center[0] + radii[0] * swell * math.cos(angle), center[1] + radii[1] * swell * math.sin(angle)))
    data = f"M{number(points[0][0])} {number(points[0][1])}"
    for i in range(lobes):
        here, after = points[i], points[(i + 1) % lobes]
        bulge = number(math.dist(here, after) * 0.58)
        data += f"A{bulge} {bulge} 0 0 1 {number(after[0])} {number(after[1])}"
    sheet.path(f"{data}Z", color, ink=ink)


def leaf_marks(
    sheet: Sheet, rng: np.random.Generator, center: tuple[float, float], radii: tuple[float, float], color: str
) -> None:
    """Small bows of light on a mass of leaves."""
    marks = ""
    for _ in range(int(radii[0] * radii[1] / 700)):
        angle, share = float(rng.uniform(0, 2 * math.pi)), math.sqrt(float(rng.uniform(0, 0.7)))
        x, y = center[0] + radii[0] * share * math.cos(angle), center[1] + radii[1] * share * math.sin(angle)
        marks += f"M{number(x)} {number(y)}q9 -9 18 0q9 -7 16 2"
    sheet.line(marks, color, 3.4, opacity=0.75)
