"""Curves for hair: smooth lines through few points, and strands spread between guides."""

from collections.abc import Sequence

import numpy as np

from limner.engine.arrays import Points


def through(points: Points, count: int = 13) -> Points:
    """`count` points of the smooth (Catmull-Rom) curve through (n, 2) points."""
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    at = np.linspace(0.0, len(points) - 1, count)
    index = np.minimum(at.astype(np.int64), len(points) - 2)
    t = (at - index)[:, None]
    a, b, c, d = (padded[index + k] for k in range(4))
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def spread_strands(guides: Sequence[Points], count: int, seed: int, trim: float = 0.35) -> list[Points]:
    """`count` curves lying between consecutive guides of equal length, each cut at random at both ends.

    `trim` 0..1 is the most that may be missing of a strand's length. The same seed gives the same strands.
    """
    rng = np.random.default_rng(seed)
    strands: list[Points] = []
    for k in range(count):
        position = (k + float(rng.uniform(0.15, 0.85))) / count * (len(guides) - 1)
        first = min(int(position), len(guides) - 2)
        share = position - first
        whole = guides[first] * (1 - share) + guides[first + 1] * share
        start, end = float(rng.uniform(0, trim)), 1 - float(rng.uniform(-0.02, trim * 0.6))
        strands.append(stretch(whole, start, end))
    return strands


def stretch(curve: Points, start: float, end: float, count: int = 11) -> Points:
    """`count` points of a curve (n, 2) between two positions 0..1 along its points."""
    at: Points = np.linspace(start, end, count) * (len(curve) - 1)
    return _at(curve, at, np.arange(len(curve), dtype=np.float64))


def evenly(curve: Points, count: int) -> Points:
    """`count` points of a curve (n, 2), the same length apart."""
    lengths: Points = np.concatenate([np.zeros(1), np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))])
    at: Points = np.linspace(0.0, float(lengths[-1]), count)
    return _at(curve, at, lengths)


def _at(curve: Points, at: Points, positions: Points) -> Points:
    return np.stack([np.interp(at, positions, curve[:, 0]), np.interp(at, positions, curve[:, 1])], axis=1)
