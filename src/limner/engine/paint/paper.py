"""Watercolour paper and the clouds of noise that washes are made of: seeded, and the same shapes at every size."""

import numpy as np

from limner.engine.arrays import F32
from limner.engine.opencv import blur, resize, sobel, warp_affine
from limner.engine.paint.edge_aware import as_f32


def cloud_noise(side_px: int, cell: float, seed: int, octaves: int = 4, gain: float = 0.55) -> F32:
    """Fractal value noise of shape (side_px, side_px), mean 0, standard deviation 1.

    `cell` is the size of the largest lumps as a share of the picture's side; `gain` weighs each finer octave, so a
    larger value gives rougher clouds. Octaves finer than a pixel are left out.
    """
    rng = np.random.default_rng(seed)
    total = np.zeros((side_px, side_px), np.float32)
    weight = 1.0
    for _ in range(octaves):
        cells = max(2, int(np.ceil(1 / cell)) + 2)
        grid = rng.random((cells, cells), dtype=np.float32)
        if cell * side_px >= 1:
            total += np.float32(weight) * resize(grid, side_px, side_px, "cubic")
        weight *= gain
        cell /= 2
    return _standard(total)


def bristle_noise(side_px: int, angle_deg: float, width: float, length: float, seed: int) -> F32:
    """Streaks left by a brush's hairs, (side_px, side_px), mean 0, standard deviation 1.

    `angle_deg` is the stroke's direction (0 along x, growing clockwise on screen); `width` and `length` are the size
    of one streak as shares of the side.
    """
    rng = np.random.default_rng(seed)
    reach = 1.5  # the rotated square still has to cover the picture's corners
    grid = rng.random((int(reach / width), max(4, int(reach / length))), dtype=np.float32)
    streaks = resize(grid, max(64, side_px // 2), side_px, "cubic")
    angle = np.deg2rad(angle_deg)
    cos, sin = np.cos(angle) * reach, np.sin(angle) * reach
    height, wide = streaks.shape
    scale_x, scale_y = side_px / wide * reach, side_px / height * reach
    along = np.array([cos, sin]) / reach * scale_x
    across = np.array([-sin, cos]) / reach * scale_y
    middle = side_px / 2
    shift = np.array([middle, middle]) - along * wide / 2 - across * height / 2
    matrix = np.array([[along[0], across[0], shift[0]], [along[1], across[1], shift[1]]])
    return _standard(warp_affine(streaks, matrix, side_px, side_px, "linear", "reflect"))


def paper_relief(side_px: int, seed: int) -> F32:
    """Height of cold-pressed paper, mean 0, standard deviation 1: pigment gathers where it is low."""
    scale = side_px / 1024
    lumps = cloud_noise(side_px, 9 / 1024, seed, 3, 0.7)
    rng = np.random.default_rng(seed + 1)
    fibres = rng.standard_normal((side_px, side_px), dtype=np.float32)
    fibres = _standard(blur(fibres, max(0.8, 1.05 * scale)))
    relief = 0.62 * lumps + 0.6 * fibres
    if scale > 1.5:  # print sizes show finer fibres too
        relief += 0.45 * _standard(blur(rng.standard_normal((side_px, side_px), dtype=np.float32), 1.0))
    return _standard(as_f32(relief))


def paper_light(relief: F32) -> F32:
    """How lamp light from the upper left falls on the relief: mean 0, standard deviation 1."""
    scale = relief.shape[0] / 1024
    soft = blur(relief, max(0.7, scale))
    return _standard(sobel(soft, 1, 0) + sobel(soft, 0, 1))


def _standard(values: F32) -> F32:
    spread = np.float32(values.std()) + np.float32(1e-6)
    return (values - np.float32(values.mean())) / spread
