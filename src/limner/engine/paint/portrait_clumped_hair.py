"""Hair as soft clumps along its flow, with the band of light that lies across strands (Kajiya and Kay 1989)."""

from typing import Final

import numpy as np

from limner.engine.arrays import F32
from limner.engine.opencv import blur, lab_to_rgb, resize, rgb_to_lab
from limner.engine.paint.edge_aware import as_f32, flow_direction, masked_blur, smooth_along, smooth_step
from limner.engine.paint.portrait_soft_light import HAIR_WRAP, RIM_COLOUR, Lit

_HALFWAY: Final = (0.30, -0.42, 0.86)
"""Halfway between lamp and viewer, where the lamp stands on the right; a little higher than for skin."""
_UNKNOWN: Final = np.array([30.0, 4.0, 8.0])


def clumped_hair(rgb: F32, hair: F32, lit: Lit) -> F32:
    """The picture (side, side, 3) as if all of it were hair, worked at half size; `hair` says where it is, 0..1.

    The normals of `lit` are of half that side.
    """
    side = rgb.shape[0]
    half, unit = side // 2, side / 1024
    small = resize(rgb, half, half, "area")
    # Where hair thins out, its colour is that of the hair beside it, not of the skin between.
    sure = smooth_step(0.55, 0.95, resize(hair, half, half, "area"))
    weight = sure + np.float32(1e-3)
    flow = flow_direction(small, 4.0 * unit)
    drawn = smooth_along(as_f32(np.dstack([small * weight[..., None], weight])), flow, round(12 * unit), 2)
    flowing = as_f32(drawn[..., :3] / drawn[..., 3:])
    base = masked_blur(flowing, weight, 12 * unit)
    light, around, near = (values.mean(axis=2) for values in (flowing, base, blur(flowing, 2.5 * unit)))
    clump = np.clip(light / (around + np.float32(0.03)), 0.4, 1.5)
    fine = np.clip(light / (near + np.float32(0.03)), 0.6, 1.5)
    clump, fine = 1 + (clump - 1) * sure, 1 + (fine - 1) * sure
    inside = sure > 0.5
    base = _plausible(base, flowing[inside])
    strand = np.float32(0.22) + np.float32(0.78) * np.minimum(clump**1.35 * fine**1.1, np.float32(1.8))
    shade = lit.shade(HAIR_WRAP)
    shade /= np.float32(np.median(shade[inside]) if inside.any() else 0.7)
    painted = base * strand[..., None] * shade**0.9
    glint = np.clip(clump * fine, 0, 1.6)
    sheen = blur(_sheen(lit, flow, clump), 1.0) * glint**3 * np.float32(0.30)
    tint = 0.5 * base / np.maximum(base.max(axis=2, keepdims=True), np.float32(0.1)) + np.float32(0.5)
    bright = np.sqrt(base.mean(axis=2, keepdims=True))
    painted += sheen[..., None] * tint * (np.float32(0.28) + np.float32(1.0) * bright * (1 - np.float32(0.6) * bright))
    painted += (lit.rim() * glint**2)[..., None] * RIM_COLOUR * (np.float32(0.16) + np.float32(0.4) * base)
    return resize(as_f32(np.clip(painted, 0, 1)), side, side, "cubic")


def _plausible(base: F32, hair_pixels: F32) -> F32:
    """Colours of hair: no lighter than it gets where the photo is burnt out, and never a little green or blue."""
    few = len(hair_pixels) <= 200
    own = _UNKNOWN if few else np.median(rgb_to_lab(hair_pixels.reshape(1, -1, 3))[0], axis=0)
    lab = rgb_to_lab(base)
    over = np.maximum(lab[..., 0] - np.float32(own[0] * 1.15 + 9), 0)
    lab[..., 0] -= over * np.float32(0.9)
    lab[..., 1:] += (as_f32(own[1:]) - lab[..., 1:]) * smooth_step(0, 14, over)[..., None]
    cast = smooth_step(2, -3, np.minimum(lab[..., 1] + np.float32(1.5), lab[..., 2]))
    cast = cast * smooth_step(26, 14, np.hypot(lab[..., 1], lab[..., 2]))  # a strong colour is dyed
    lab[..., 1:] *= (np.float32(1.02) - np.float32(0.75) * cast)[..., None]
    return lab_to_rgb(lab)


def _sheen(lit: Lit, flow: tuple[F32, F32, F32], clump: F32) -> F32:
    """Light across the strands, 0..1: brightest where a strand lies square to the lamp; clumps shift it."""
    along_x, along_y, clear = flow
    x, y, z = (lit.normals[..., axis] for axis in range(3))
    depth = -(along_x * x + along_y * y) / np.maximum(z, np.float32(0.15))
    right, down, near = (np.float32(part) for part in _HALFWAY)
    along = along_x * right * np.float32(lit.from_side) + along_y * down + depth * near
    along = along / np.sqrt(1 + depth * depth) + np.float32(0.25) * (clump - 1)
    return as_f32(np.clip(1 - along * along, 0, 1) ** 12 * clear)
