"""Random fields that look the same at every resolution: their grid is counted in page units, not in pixels."""

from functools import lru_cache
from typing import Final

import numpy as np

from limner.engine.arrays import F32
from limner.engine.opencv import resize

_KEPT_BELOW: Final = 330_000


def field(shape: tuple[int, int], cell: float, seed: int, octaves: int = 3) -> F32:
    """Smooth noise of shape (height, width) with mean 0 and deviation 1.

    `cell` is the size of a blob as a share of the width; each octave halves it and its strength. The same cell and
    seed give the same pattern at any resolution of one aspect ratio.
    """
    small = shape[0] * shape[1] <= _KEPT_BELOW
    return _kept(shape, cell, seed, octaves) if small else _made(shape, cell, seed, octaves)


def _made(shape: tuple[int, int], cell: float, seed: int, octaves: int) -> F32:
    height, width = shape
    rng = np.random.default_rng(seed)
    total: F32 = np.zeros(shape, np.float32)
    strength = 1.0
    for octave in range(octaves):
        columns = max(2, round(2**octave / cell))
        rows = max(2, round(columns * height / width))
        grid: F32 = rng.standard_normal((rows + 3, columns + 3)).astype(np.float32)
        total += resize(grid, width, height, "cubic") * np.float32(strength)
        strength *= 0.5
    total -= total.mean()
    total /= total.std() + np.float32(1e-6)
    total.flags.writeable = False
    return total


_kept = lru_cache(maxsize=32)(_made)
"""Small ones are kept, 40 MB at most: the frames of a loop lie on one and the same paper."""
