"""The ground behind a modelled portrait: out of focus, with a glow behind the head and discs of far lights."""

from typing import Final

import numpy as np

from limner.engine.arrays import F32
from limner.engine.color import from_lch
from limner.engine.opencv import blur, lab_to_rgb, resize
from limner.engine.paint.edge_aware import as_f32, smooth_step
from limner.engine.paint.paper import cloud_noise

GROUNDS: Final = (205.0, 255.0, 172.0, 318.0)
"""Hues in degrees: teal, blue, sea green, plum."""
_WARM: Final = 78.0
"""Hue of the far lights."""
_WORK_PX: Final = 512


def paint_bokeh(side_px: int, clothes_lch: tuple[float, float], light_from: float, seed: int) -> F32:
    """A ground (side, side, 3), RGB in 0..1, in a hue that sets off clothes of this hue (degrees) and chroma."""
    hue = _ground(clothes_lch, seed)
    at = (np.arange(_WORK_PX, dtype=np.float32) + np.float32(0.5)) / np.float32(_WORK_PX)
    x, y = at[None, :], at[:, None]
    away = np.hypot(x - np.float32(0.5 + 0.10 * light_from), (y - np.float32(0.40)) * np.float32(0.92))
    cloud = cloud_noise(_WORK_PX, 0.34, seed * 101 + 3, 3)
    depth = smooth_step(0.0, 0.80, away + np.float32(0.022) * cloud)
    lit, deep = _lab(73, 24, hue - 14), _lab(27, 27, hue + 16)
    ground = lit + (deep - lit) * depth[..., None]
    ground = lab_to_rgb(as_f32(ground))
    lights = _lights(hue, light_from, seed)
    ground = 1 - (1 - ground) * (1 - lights)
    return resize(as_f32(np.clip(ground, 0, 1)), side_px, side_px, "cubic")


def _ground(clothes_lch: tuple[float, float], seed: int) -> float:
    hue, chroma = clothes_lch
    if chroma < 9:
        return GROUNDS[seed % 2]
    gaps = [abs((ground - hue + 180) % 360 - 180) for ground in GROUNDS]
    cool = (14.0, 10.0, 0.0, 0.0)  # skin looks best against blue
    return GROUNDS[int(np.argmax(np.round([gap + more for gap, more in zip(gaps, cool, strict=True)], 2)))]


def _lights(hue: float, light_from: float, seed: int) -> F32:
    """Discs out of focus: soft, a little brighter at the rim, warm ones among those of the ground's own hue."""
    rng = np.random.default_rng(seed + 71)
    at = (np.arange(_WORK_PX, dtype=np.float32) + np.float32(0.5)) / np.float32(_WORK_PX)
    lights = np.zeros((_WORK_PX, _WORK_PX, 3), np.float32)
    warm, own = (lab_to_rgb(as_f32(_lab(*lch).reshape(1, 1, 3)))[0, 0] for lch in ((80, 42, _WARM), (76, 26, hue - 20)))
    for _ in range(26):
        side = -light_from if rng.random() < 0.62 else light_from
        place = 0.5 + side * (0.16 + 0.36 * rng.random()), 0.04 + 0.66 * rng.random() ** 1.2
        radius, strength = 0.014 + 0.050 * rng.random() ** 1.6, 0.10 + 0.22 * rng.random()
        rows, columns = (_around(middle, radius) for middle in (place[1], place[0]))
        away = np.hypot(at[None, columns] - np.float32(place[0]), at[rows, None] - np.float32(place[1]))
        away /= np.float32(radius)
        disc = smooth_step(1.06, 0.90, away) * (np.float32(0.70) + np.float32(0.30) * np.clip(away, 0, 1) ** 4)
        colour = warm if rng.random() < 0.45 else own
        lights[rows, columns] += disc[..., None] * np.float32(strength) * colour
    return blur(lights, 1.6)


def _around(middle: float, radius: float) -> slice:
    low, high = (int((middle + reach * radius) * _WORK_PX) for reach in (-1.2, 1.2))
    return slice(max(0, low), max(0, high + 1))


def _lab(lightness: float, chroma: float, hue_deg: float) -> F32:
    return np.array(from_lch(lightness, chroma, hue_deg % 360), np.float32)
