"""Where skin is, how light the photo should be, and keeping painted skin at the person's own tone."""

import numpy as np

from limner.engine.arrays import F32, Points
from limner.engine.landmarks import (
    BROW_LEFT_LOWER,
    BROW_LEFT_UPPER,
    BROW_RIGHT_LOWER,
    BROW_RIGHT_UPPER,
    EYE_LEFT,
    EYE_RIGHT,
    LIP_OUTER_LOWER,
    LIP_OUTER_UPPER,
    OVAL,
)
from limner.engine.opencv import blur, dilate, fill_polygon, lab_to_rgb, resize, rgb_to_lab
from limner.engine.paint.edge_aware import as_f32, masked_blur, smooth_step
from limner.engine.paint.portrait_frame import FaceAxes

CHEEKS = (50, 280, 205, 425)
"""Mesh points in the middle of both cheeks and beside the nose wings."""
SKIN_SAMPLES = (*CHEEKS, 4, 151, 9, 108, 337)
"""Cheeks, nose tip and forehead: where skin is seldom covered."""
_WORK_SIDE_PX = 256


def correct_exposure(rgb: F32, gain: float) -> F32:
    """Lighten without clipping: half plain gain, half a curve that holds the whites; a gain below 1 darkens."""
    if gain <= 1.02:
        return rgb if gain > 0.98 else as_f32(rgb * np.float32(gain))
    curve = 1 - (1 - rgb) ** np.float32(gain)
    return as_f32(np.clip(np.float32(0.5) * curve + np.float32(0.5) * np.clip(rgb * np.float32(gain), 0, 1), 0, 1))


def spots(side_px: int, mesh: Points, points: tuple[int, ...], radius_px: float) -> F32:
    """Mask (side, side): discs of the radius around mesh points."""
    at = np.arange(side_px, dtype=np.float32)
    total = np.zeros((side_px, side_px), np.float32)
    for point in points:
        x, y = float(mesh[point, 0]), float(mesh[point, 1])
        distance = np.hypot(at[None, :] - np.float32(x), at[:, None] - np.float32(y))
        np.maximum(total, np.clip(radius_px + 0.5 - distance, 0, 1), out=total)
    return total


def feature_mask(side_px: int, mesh: Points, grow: float) -> F32:
    """Eyes, brows and lips, grown by `grow` face heights: what is not plain skin."""
    eyes = [mesh[list(EYE_LEFT), :2], mesh[list(EYE_RIGHT), :2]]
    pairs = ((BROW_LEFT_UPPER, BROW_LEFT_LOWER), (BROW_RIGHT_UPPER, BROW_RIGHT_LOWER),
             (LIP_OUTER_UPPER, LIP_OUTER_LOWER))  # fmt: skip
    rings = [np.vstack([mesh[list(a), :2], mesh[list(b)[::-1], :2]]) for a, b in pairs]
    mask = np.zeros((side_px, side_px), np.float32)
    for outline in (*eyes, *rings):
        np.maximum(mask, fill_polygon((side_px, side_px), outline, smooth=True), out=mask)
    height = float(np.hypot(*(mesh[10, :2] - mesh[152, :2])))
    return dilate(mask, max(3, int(grow * height) * 2 + 1))


def skin_lab(rgb_small: F32, mesh_small: Points, face_height_px: float) -> F32:
    """Median CIELAB of the sampled skin spots, shape (3,)."""
    side = rgb_small.shape[0]
    picked = spots(side, mesh_small, SKIN_SAMPLES, max(2.0, 0.05 * face_height_px)) > 0.5
    lab = rgb_to_lab(rgb_small)
    chosen = lab[picked] if picked.sum() > 20 else lab.reshape(-1, 3)
    return np.median(chosen, axis=0).astype(np.float32)


def skin_field(rgb: F32, alpha: F32, mesh: Points, axes: FaceAxes) -> F32:
    """How much each pixel is this person's skin: (side, side), 0..1, soft.

    Close in hue and chroma to the sampled skin, not much darker or lighter, inside the figure; the face oval counts
    as skin unless it clearly has another colour (hair, glasses, a hand's shadow).
    """
    side, small = rgb.shape[0], _WORK_SIDE_PX
    scale = small / side
    tiny = resize(rgb, small, small, "area")
    mesh_small = mesh * scale
    reference = skin_lab(tiny, mesh_small, axes.height_px * scale)
    away = rgb_to_lab(blur(tiny, 0.8)) - reference
    shade = -away[..., 0] / max(float(reference[0]), 15.0)  # a share, so that dark hair differs from dark skin too
    colour = (away[..., 1] / 10) ** 2 + (away[..., 2] / 11) ** 2 + (np.maximum(shade - 0.22, 0) / 0.16) ** 2
    colour += (np.maximum(away[..., 0] - 14, 0) / 18) ** 2
    likely = np.exp(-0.5 * np.maximum(colour - 1, 0))
    oval = fill_polygon((small, small), mesh_small[list(OVAL), :2])
    _, v = axes.fields(small, side)
    near = smooth_step(-1.3, -0.8, v) * smooth_step(0.75, 0.55, v)
    inside = np.maximum(likely * (0.55 + 0.45 * near), oval * smooth_step(0.06, 0.45, likely))
    inside *= resize(alpha, small, small, "area")
    return np.clip(resize(blur(inside.astype(np.float32), 1.2), side, side, "linear"), 0, 1)


def match_skin_tone(painted: F32, photo: F32, skin: F32, face_height_px: float, chroma: float = 1.06) -> F32:
    """Shift the painted skin's colour, averaged over about a cheek, to that of the photo.

    Texture finer than a cheek stays as painted. `chroma` above 1 leaves the skin a little more colourful.
    Both pictures are RGB in 0..1 of shape (side, side, 3); `skin` is (side, side).
    """
    side, small = painted.shape[0], _WORK_SIDE_PX
    weight = resize(skin, small, small, "area") ** 2 + np.float32(1e-4)
    target = rgb_to_lab(resize(photo, small, small, "area"))
    target[..., 1:] *= np.float32(chroma)
    gap = target - rgb_to_lab(resize(painted, small, small, "area"))
    shift = masked_blur(gap, weight, max(2.0, 0.055 * face_height_px * small / side))
    shift = resize(shift, side, side, "cubic") * smooth_step(0.35, 0.8, skin)[..., None]
    return lab_to_rgb(as_f32(rgb_to_lab(painted) + shift))
