"""The paper cut-out finish: every shape a sheet of coloured paper with a cut edge, a soft shadow and fibres."""

import math
from typing import Final

import numpy as np

from limner.engine.arrays import F32, U8, Ints
from limner.engine.opencv import blur, remap, resize
from limner.engine.paint.edge_aware import as_f32
from limner.engine.paint.noise import field
from limner.engine.paint.stacking import covered_share, differs, disc, ends_towards

_SHADOW: Final = (0.44, 0.46, 0.34)
"""How much of red, green and blue a full shadow takes: it is cool, like a shadow in daylight."""
_SHEET_SPREAD: Final = 0.012
"""No two sheets are dyed quite alike: deviation of their brightness."""
_PULP_PX: Final = 1000


def cut_paper(rgb: U8, numbers: Ints, seed: int = 3) -> U8:
    """Lay (height, width, 3) flat colours out as sheets; `numbers` (height, width) says what lies on what."""
    height, width = rgb.shape[:2]
    unit = width / 1000
    rgb = _misprinted(rgb, numbers, unit, seed)
    shade = _shade(numbers, unit)
    bright = _pulp(height, width, seed) + _rim(numbers, unit)
    dye = np.random.default_rng(seed).normal(1.0, _SHEET_SPREAD, int(numbers.max()) + 1).astype(np.float32)
    bright += dye[numbers]
    result: U8 = np.empty_like(rgb)
    for channel, taken in enumerate(_SHADOW):
        plane = rgb[:, :, channel].astype(np.float32)
        plane *= bright
        plane *= np.float32(1) - shade * np.float32(taken)
        result[:, :, channel] = np.clip(plane + np.float32(0.5), 0, 255).astype(np.uint8)
    return result


def _misprinted(rgb: U8, numbers: Ints, unit: float, seed: int) -> U8:
    """What is printed on a sheet sits a little off its cut, by up to a page unit."""
    height, width = numbers.shape
    off = np.random.default_rng(seed + 5).uniform(-1, 1, (2, int(numbers.max()) + 1)).astype(np.float32)
    off = np.round(off * np.float32(unit * 16)) / np.float32(16)
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    shift_x, shift_y = off[0][numbers], off[1][numbers]
    # Near the cut nothing moves: there would be a seam of the sheet below.
    edge = np.zeros(numbers.shape, np.float32)
    reach = math.ceil(unit) + 1
    for dx, dy in ((reach, 0), (-reach, 0), (0, reach), (0, -reach)):
        edge = np.maximum(edge, differs(numbers, (dx, dy)).astype(np.float32))
    calm = 1 - np.clip(blur(edge, 0.8 * unit) * np.float32(2), 0, 1)
    return remap(rgb, x + shift_x * calm, y + shift_y * calm, "linear", "reflect")


def _shade(numbers: Ints, unit: float) -> F32:
    """The shadow of higher sheets: dark where they touch, fading to the lower right of them."""
    near = covered_share(numbers, disc((-1.6, -2.2), 3.0, unit))
    far = covered_share(numbers, disc((-4.5, -6.5), 8.5, unit))
    soft = blur(as_f32(near * np.float32(0.5) + far * np.float32(0.75)), 0.9 * unit)
    return as_f32(np.minimum(soft, 1))


def _rim(numbers: Ints, unit: float) -> F32:
    """The cut edge: its white core catches light on the upper left, and turns from it on the lower right."""
    reach = max(1, round(1.2 * unit))
    light = ends_towards(numbers, (-reach, -reach)).astype(np.float32)
    dark = ends_towards(numbers, (reach, reach)).astype(np.float32)
    return blur(as_f32(light * np.float32(0.26) - dark * np.float32(0.12)), max(0.75, 0.6 * unit))


def _pulp(height: int, width: int, seed: int) -> F32:
    """Fibres and tooth of the paper around 0, the same at every size."""
    rows = round(height * _PULP_PX / width)
    shape = (rows, _PULP_PX)
    clouds = field(shape, 0.02, seed, 2) * np.float32(0.008)
    tooth = field(shape, 0.0024, seed + 1, 2) * np.float32(0.018)
    return resize(as_f32(clouds + tooth + _fibres(shape, seed + 2)), width, height, "cubic")


def _fibres(shape: tuple[int, int], seed: int) -> F32:
    """Hairs in two directions: the ridges where a smooth field crosses zero."""
    total: F32 = np.zeros(shape, np.float32)
    for turn in range(2):
        lines = np.abs(field(shape, 0.016, seed + turn, 1))
        some = field(shape, 0.012, seed + 7 + turn, 1) > np.float32(0.9)
        total += np.clip(1 - lines / np.float32(0.10), 0, 1) * some * np.float32(0.05 if turn else -0.045)
    return total
