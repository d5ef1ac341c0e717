"""The paper cut-out finish: every shape a sheet of coloured paper with a cut edge, a soft shadow and fibres."""

import math
from functools import lru_cache
from typing import Final

import numpy as np

from limner.engine.arrays import F32, U8, U16
from limner.engine.opencv import blur, looked_up, product, resize, shifted
from limner.engine.paint.edge_aware import as_f32
from limner.engine.paint.noise import field
from limner.engine.paint.stacking import differs, disc, ends_towards, shade_near

_SHADOW: Final = (0.44, 0.46, 0.34)
"""How much of red, green and blue a full shadow takes: it is cool, like a shadow in daylight."""
_SHEET_SPREAD: Final = 0.012
"""No two sheets are dyed quite alike: deviation of their brightness."""
_PULP_PX: Final = 1000
_ONE: Final = 180
"""What stands for 1 where brightness is kept in a byte: the cut edge is brighter than its sheet."""


def cut_paper(rgb: U8, numbers: U16, seed: int = 3) -> U8:
    """Lay (height, width, 3) flat colours out as sheets; `numbers` says what lies on what.

    `numbers` may be smaller than the picture: light on paper is soft, so that it is made at their size and enlarged.
    """
    height, width = rgb.shape[:2]
    rgb = _misprinted(rgb, numbers, seed)
    light = _light(numbers, seed)
    if light.shape != rgb.shape:
        light = resize(light, width, height)
    return product(rgb, light, _ONE)


def _light(numbers: U16, seed: int) -> U8:
    """How bright each sheet seems in red, green and blue, of `_ONE`."""
    unit = numbers.shape[1] / 1000
    dye = np.random.default_rng(seed).normal(1.0, _SHEET_SPREAD, int(numbers.max()) + 1).astype(np.float32)
    bright = np.take(dye, numbers)
    bright += resize(_pulp(round(numbers.shape[0] / unit), seed), numbers.shape[1], numbers.shape[0])
    bright += _rim(numbers, unit)
    shade = _shade(numbers, unit)
    light: U8 = np.empty((*numbers.shape, 3), np.uint8)
    for channel, taken in enumerate(_SHADOW):
        left = as_f32((1 - np.arange(256, dtype=np.float32) * np.float32(taken / 255)) * np.float32(_ONE))
        plane = looked_up(shade, left)
        plane *= bright
        plane += np.float32(0.5)
        light[:, :, channel] = plane
    return light


def _misprinted(rgb: U8, numbers: U16, seed: int) -> U8:
    """What is printed on a sheet sits a little off its cut, by up to a page unit."""
    height, width = rgb.shape[:2]
    unit, small = width / 1000, numbers.shape[1] / 1000
    off = np.random.default_rng(seed + 5).uniform(-1, 1, (2, int(numbers.max()) + 1)).astype(np.float32)
    off = np.round(off * np.float32(unit * 16)) / np.float32(16)
    # Near the cut nothing moves: there would be a seam of the sheet below.
    reach = math.ceil(small) + 1
    edge = differs(numbers, [(reach, 0), (-reach, 0), (0, reach), (0, -reach)])
    calm = looked_up(blur(edge * np.uint8(255), 0.8 * small), _CALM)
    shift = np.dstack([np.take(axis, numbers) * calm for axis in off])
    return shifted(rgb, shift if shift.shape[:2] == (height, width) else resize(shift, width, height))


_CALM: Final[F32] = np.maximum(1 - np.arange(256, dtype=np.float32) * np.float32(2 / 255), 0)
"""How far a place may move, by the share of cut around it."""


def _shade(numbers: U16, unit: float) -> U8:
    """The shadow of higher sheets, 0..255: dark where they touch, fading to the lower right of them."""
    near, far = disc((-1.6, -2.2), 3.0, unit), disc((-4.5, -6.5), 8.5, unit)
    return blur(shade_near(numbers, (near, 0.5), (far, 0.75)), 0.9 * unit)


def _rim(numbers: U16, unit: float) -> F32:
    """The cut edge: its white core catches light on the upper left, and turns from it on the lower right."""
    reach = max(1, round(1.2 * unit))
    light, dark = ends_towards(numbers, (-reach, -reach)), ends_towards(numbers, (reach, reach))
    rim = blur(light * np.uint8(130) + np.uint8(100) - dark * np.uint8(60), max(0.75, 0.6 * unit))
    return looked_up(rim, as_f32((np.arange(256, dtype=np.float32) - 100) / np.float32(500)))


@lru_cache(maxsize=2)
def _pulp(rows: int, seed: int) -> F32:
    """Fibres and tooth of the paper around 0, `rows` for a thousand columns: the same at every size."""
    shape = (rows, _PULP_PX)
    clouds = field(shape, 0.02, seed, 2) * np.float32(0.008)
    tooth = field(shape, 0.0024, seed + 1, 2) * np.float32(0.018)
    pulp = as_f32(clouds + tooth + _fibres(shape, seed + 2))
    pulp.flags.writeable = False
    return pulp


def _fibres(shape: tuple[int, int], seed: int) -> F32:
    """Hairs in two directions: the ridges where a smooth field crosses zero."""
    total: F32 = np.zeros(shape, np.float32)
    for turn in range(2):
        lines = np.abs(field(shape, 0.016, seed + turn, 1))
        some = field(shape, 0.012, seed + 7 + turn, 1) > np.float32(0.9)
        total += np.clip(1 - lines / np.float32(0.10), 0, 1) * some * np.float32(0.05 if turn else -0.045)
    return total
