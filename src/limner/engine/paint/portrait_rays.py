"""The ground behind a comic portrait: rays, dots that grow outwards, and a white rim around the figure."""

from typing import Final

import numpy as np

from limner.engine.arrays import F32
from limner.engine.color import from_lch
from limner.engine.opencv import blur, dilate, lab_to_rgb
from limner.engine.paint.edge_aware import as_f32, smooth_step

GROUNDS: Final = ((205.0, 34.0), (250.0, 38.0), (85.0, 56.0), (150.0, 38.0), (330.0, 36.0))
"""Hue in degrees and chroma: turquoise, blue, gold, green, pink."""
_RAYS: Final = 15
_MIDDLE: Final = (0.5, 0.46)


def paint_rays(side_px: int, figure: F32, clothes_lch: tuple[float, float], seed: int) -> F32:
    """A ground (side, side, 3), RGB in 0..1, in a hue that sets off clothes of this hue (degrees) and chroma."""
    hue, chroma = _ground(clothes_lch, seed)
    pale, full = _rgb(80, chroma * 0.9, hue), _rgb(69, chroma, hue - 6)
    at = (np.arange(side_px, dtype=np.float32) + np.float32(0.5)) / np.float32(side_px)
    x, y = at[None, :] - np.float32(_MIDDLE[0]), at[:, None] - np.float32(_MIDDLE[1])
    away = np.hypot(x, y)
    turn = np.float32(np.random.default_rng(seed + 51).uniform(0, 2 * np.pi))
    wave = np.sin(np.arctan2(y, x) * np.float32(_RAYS) + turn)
    # As soft as a pixel is wide, however near the middle.
    rays = smooth_step(-1.0, 1.0, wave * away * np.float32(side_px / _RAYS) * np.float32(0.9))
    ground = pale + (full - pale) * rays[..., None]
    dots = smooth_step(-0.06, 0.06, smooth_step(0.34, 0.82, away) * 0.85 - _lattice(at))
    ground = ground + (_rgb(56, chroma, hue - 8) - ground) * (dots * np.float32(0.9))[..., None]
    rim = dilate((figure > 0.5).astype(np.float32), max(3, round(0.024 * side_px)) | 1)
    rim = smooth_step(0.3, 0.7, blur(rim, max(0.8, side_px / 700)))
    return as_f32(ground * (1 - rim[..., None]) + rim[..., None])


def _ground(clothes_lch: tuple[float, float], seed: int) -> tuple[float, float]:
    hue, chroma = clothes_lch
    if chroma < 9:
        return GROUNDS[seed % len(GROUNDS)]
    gaps = [abs((ground - hue + 180) % 360 - 180) for ground, _ in GROUNDS]
    return GROUNDS[int(np.argmax(np.round(gaps, 2)))]


def _rgb(lightness: float, chroma: float, hue_deg: float) -> F32:
    return lab_to_rgb(np.array([[from_lch(lightness, chroma, hue_deg)]], np.float32))[0, 0]


def _lattice(at: F32) -> F32:
    """Dots at 45 degrees, 0 in the middle of one and 1 between."""
    step = np.float32(np.pi * 1.414 / 0.0155)
    u, v = (at[None, :] + at[:, None]) * step, (at[None, :] - at[:, None]) * step
    return as_f32(0.5 + 0.25 * (np.cos(u) + np.cos(v)))
