"""Curves as SVG path data. Numbers are printed with one decimal, so that equal shapes give equal bytes."""

import numpy as np
from scipy.ndimage import gaussian_filter1d

from limner.engine.arrays import Points


def number(value: float, decimals: int = 1) -> str:
    """Shortest text of a number rounded to `decimals`; never "-0"."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _path(pattern: str, values: Points) -> str:
    """Path data: a pattern with a %.1f for each value, the numbers as `number` prints them."""
    return (pattern % tuple(values.ravel().tolist())).replace("-0.0", "0").replace(".0", "")


def closed_curve(points: Points, tension: float = 1.0) -> str:
    """Path data of a smooth closed curve through (n, 2) points (Catmull-Rom as cubic Béziers).

    `tension` 1 is the usual Catmull-Rom (tangent = half the chord of the neighbours); smaller is straighter.
    """
    before, end, after = (np.roll(points, shift, axis=0) for shift in (1, -1, -2))
    return f"{_curve(points[:1], before, points, end, after, tension)}Z"


def open_curve(points: Points, tension: float = 1.0) -> str:
    """Path data of a smooth open curve through (n, 2) points."""
    wide = np.concatenate([points[:1], points, points[-1:]])
    return _curve(points[:1], wide[:-3], wide[1:-2], wide[2:-1], wide[3:], tension)


def _curve(first: Points, before: Points, start: Points, end: Points, after: Points, tension: float) -> str:
    """From `first` by cubic pieces from each `start` to its `end`; `before` and `after` are the points around them."""
    pull = tension / 6
    pieces = np.stack([start + (end - before) * pull, end - (after - start) * pull, end], axis=1)
    values = np.concatenate([first[:, :2].ravel(), pieces[:, :, :2].ravel()])
    return _path("M%.1f %.1f" + "C%.1f %.1f %.1f %.1f %.1f %.1f" * len(start), values)


def polygon(points: Points) -> str:
    """Path data of a closed shape with straight sides."""
    return _path(f"M{'L'.join(['%.1f %.1f'] * len(points))}Z", np.asarray(points)[:, :2])


def resample_closed(points: Points, step: float, sigma: float = 0.0) -> Points:
    """Evenly spaced points, `step` apart, along a closed curve; `sigma` (in points) smooths it."""
    loop = np.vstack([points, points[:1]])
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(loop, axis=0), axis=1))])
    around = float(lengths[-1])
    at: Points = np.linspace(0.0, around, max(8, int(around / step)), endpoint=False)
    even: Points = np.stack([np.interp(at, lengths, loop[:, 0]), np.interp(at, lengths, loop[:, 1])], axis=1)
    return gaussian_filter1d(even, sigma, axis=0, mode="wrap") if sigma > 0 else even


def tapered_stroke(points: Points, width: float) -> str:
    """Path data of a brush stroke along (n, 2) points: full width in the middle, pointed at both ends."""
    normals = _normals(points)
    half = np.sin(np.linspace(0.0, np.pi, len(points)))[:, None] * width / 2
    return closed_curve(np.vstack([points + normals * half, (points - normals * half)[::-1]]))


def tube(points: Points, start_width: float, end_width: float, steps: int = 13) -> Points:
    """Outline (2 * steps, 2) of a limb along a quadratic Bézier with three control points."""
    t = np.linspace(0.0, 1.0, steps)[:, None]
    spine = (1 - t) ** 2 * points[0] + 2 * t * (1 - t) * points[1] + t**2 * points[2]
    half = np.linspace(start_width, end_width, steps)[:, None] / 2
    normals = _normals(spine)
    return np.vstack([spine + normals * half, (spine - normals * half)[::-1]])


def _normals(points: Points) -> Points:
    along = np.gradient(points, axis=0)
    normals = np.stack([-along[:, 1], along[:, 0]], axis=1)
    return normals / (np.linalg.norm(normals, axis=1, keepdims=True) + 1e-6)
