"""The comic finish: printed dots in the shades, clean skin, colours a little stronger."""

import numpy as np

from limner.engine.arrays import F32, U8
from limner.engine.opencv import blur, resize, rgb_to_lab

_PERIOD = 0.0088
"""Distance of two dots as a share of the width."""
_SMALL_PX = 640


def halftone(rgb: U8) -> U8:
    """Dots over (height, width, 3) sRGB; they scale with the width, darker places get larger ones."""
    height, width = rgb.shape[:2]
    period = width * _PERIOD
    reach = _radius(rgb)
    distance = _lattice(height, width, period)
    wide = resize(reach, width, height)
    wide -= distance
    wide *= np.float32(period / 1.6)
    wide += np.float32(0.5)
    np.clip(wide, 0, 1, out=wide)
    cover = (wide * np.float32(48)).astype(np.uint16)
    result = rgb.astype(np.uint16)
    # Ink takes less of blue than of red and green, so that shades turn violet, not grey.
    for channel, share in enumerate((256, 272, 190)):
        plane = result[:, :, channel]
        plane -= (plane * (cover * share >> 8)) >> 8
    return result.astype(np.uint8)


def _radius(rgb: U8) -> F32:
    """Radius of the dots in periods, at low resolution: large in the shades, none on skin, light and ink."""
    height, width = rgb.shape[:2]
    small = resize(rgb, min(_SMALL_PX, width), max(1, round(height * min(_SMALL_PX, width) / width)), "area")
    lab = blur(rgb_to_lab(small.astype(np.float32) / np.float32(255)), 1.2)
    lightness, a, b = lab[:, :, 0], lab[:, :, 1], lab[:, :, 2]
    radius = np.clip((78 - lightness) / 78, 0, 1) ** np.float32(0.85) * np.float32(0.6)
    hue = np.degrees(np.arctan2(b, a))
    colorful = np.hypot(a, b)
    skin = (hue > 26) & (hue < 80) & (colorful > 9) & (colorful < 44) & (lightness > 24)
    clean = np.clip(blur(skin.astype(np.float32), 2.0) * np.float32(1.6), 0, 1)
    radius *= 1 - clean
    # Below zero, so that even the middle of a dot stays free of ink.
    radius[(lightness < 14) | (radius < 0.05)] = -0.3
    return radius.astype(np.float32)


def _lattice(height: int, width: int, period: float) -> F32:
    """Distance to the nearest dot in periods. Turned by the 3-4-5 triangle, the lattice repeats every 5 periods."""
    side = max(5, round(5 * period))
    at = np.arange(side, dtype=np.float32) / np.float32(side) * 5
    u = (at[None, :] * 4 + at[:, None] * 3) / 5
    v = (-at[None, :] * 3 + at[:, None] * 4) / 5
    tile = np.hypot(u - np.round(u), v - np.round(v)).astype(np.float32)
    return np.tile(tile, (height // side + 1, width // side + 1))[:height, :width]
