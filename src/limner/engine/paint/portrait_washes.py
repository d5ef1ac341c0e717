"""The figure as layered washes: dabs of colour, glazes with dried rims, pigment that gathers and grains."""

from dataclasses import dataclass

import numpy as np

from limner.engine.arrays import F32
from limner.engine.opencv import bilateral, blur, lab_to_rgb, remap, resize, rgb_to_lab
from limner.engine.paint.edge_aware import as_f32, flow_direction, kuwahara, smooth_along, smooth_step, wide_blur
from limner.engine.paint.paper import cloud_noise
from limner.engine.paint.portrait_frame import FaceAxes

GLAZE_STEPS = (20.0, 34.0, 48.0, 62.0, 75.0, 87.0)
"""Lightness at which one glaze ends and the next, lighter one begins."""
GLAZE_TONES = (12.0, 28.0, 42.0, 56.0, 69.0, 82.0, 95.0)
"""Lightness painted between the steps: one more than there are steps."""


@dataclass(frozen=True, slots=True, eq=False)
class Looseness:
    """How freely to paint where: all fields are (side, side), 0..1.

    `face` is 1 on the face and falls off around it; `loose` is 0 at the head and 1 towards the picture's lower end.
    """

    face: F32
    loose: F32


@dataclass(frozen=True, slots=True, eq=False)
class Wobble:
    """Noise fields (side, side) that bend edges and vary pigment, standard deviation 1: `broad`, `middle`, `fine`."""

    broad: F32
    other: F32
    middle: F32
    fine: F32
    fine_other: F32


def wobble(side_px: int, seed: int) -> Wobble:
    """Noise of one painting."""
    cells = (0.20, 0.20, 0.11, 0.026, 0.026)
    return Wobble(*(cloud_noise(side_px, cell, seed + i, 4) for i, cell in enumerate(cells)))


def looseness(side_px: int, axes: FaceAxes) -> Looseness:
    """Careful on the face, freer with the distance from it."""
    small = 256
    u, v = axes.fields(small, side_px)
    aspect = np.float32(axes.width_px / axes.height_px)
    away = np.hypot(u * aspect * np.float32(1.15), v - 0.02)
    face = smooth_step(0.72, 0.44, away)
    loose = smooth_step(0.75, 1.6, np.hypot(u * aspect * np.float32(0.9), v))
    return Looseness(resize(face, side_px, side_px), resize(loose, side_px, side_px))


def dabs(rgb: F32, freedom: Looseness, noise: Wobble) -> F32:
    """The picture simplified into brush dabs: fine on the face, along the strands in hair, broad in clothes."""
    side = rgb.shape[0]
    half = side // 2
    small = resize(rgb, half, half, "area")
    direction = flow_direction(small, 4.0 * half / 512)
    medium = smooth_along(kuwahara(small, max(2, round(3 * half / 512))), direction, max(2, round(4 * half / 512)))
    quarter = kuwahara(resize(medium, half // 2, half // 2, "area"), max(3, round(4 * half / 512)))
    loose = resize(freedom.loose, half, half)[..., None] * np.float32(0.85)
    mixed = as_f32(medium * (1 - loose) + resize(quarter, half, half, "cubic") * loose)
    simple = resize(mixed, side, side, "cubic")
    simple = bend(simple, freedom, noise)
    fine = _fine_face(rgb, freedom.face)
    share = freedom.face[..., None] * np.float32(0.62)
    return as_f32(np.clip(simple * (1 - share) + fine * share, 0, 1))


def bend(values: F32, freedom: Looseness, noise: Wobble) -> F32:
    """Shift edges a little, as a hand would, but leave the face alone."""
    side_px = values.shape[0]
    scale = np.float32(side_px / 1024)
    calm = scale * (1 - np.float32(0.92) * freedom.face)
    at = np.arange(side_px, dtype=np.float32)
    x = at[None, :] + (1.2 * noise.fine + 2.6 * noise.broad).astype(np.float32) * calm
    y = at[:, None] + (1.2 * noise.fine_other + 2.6 * noise.other).astype(np.float32) * calm
    return remap(values, as_f32(x), as_f32(y), "linear", "reflect")


def _fine_face(rgb: F32, face: F32) -> F32:
    """Edge-keeping smoothing of the face's surroundings only; the rest is returned as it is."""
    rows, columns = np.flatnonzero(face.max(axis=1) > 0), np.flatnonzero(face.max(axis=0) > 0)
    if len(rows) == 0 or len(columns) == 0:
        return rgb
    window = (slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1))
    result = rgb.copy()
    lab = rgb_to_lab(rgb[window])
    for _ in range(2):
        lab = bilateral(lab, 7, 6.0, 3.0)
    result[window] = lab_to_rgb(lab)
    return result


def glaze(simple: F32, freedom: Looseness, skin: F32, noise: Wobble) -> tuple[F32, F32]:
    """Lay the tones as glazes: returns the glazed picture (side, side, 3) and its dried rims (side, side), 0..1."""
    side = simple.shape[0]
    scale = side / 1024
    lab = rgb_to_lab(simple)
    off_skin = 1 - np.maximum(skin, np.float32(0.85) * freedom.face)  # hairline and beard belong to the face
    light = _open_darks(lab[..., 0], off_skin)
    calm = 1 - np.float32(0.85) * freedom.face
    light += np.float32(0.75) * off_skin * (1 - freedom.loose) * (light - wide_blur(light, 11 * scale))  # strands
    guide = blur(light, 1.5 * scale) + np.float32(2.0) * noise.fine * calm + np.float32(1.6) * noise.middle * calm
    wetness = np.clip(np.float32(5.0) + np.float32(3.5) * noise.middle, 1.3, 12)
    tone = np.full((side, side), GLAZE_TONES[0], np.float32)
    rims = np.zeros((side, side), np.float32)
    for i, step in enumerate(GLAZE_STEPS):
        above = smooth_step(-1, 1, (guide - np.float32(step)) / wetness)
        tone += above * np.float32(GLAZE_TONES[i + 1] - GLAZE_TONES[i])
        below = 1 - above
        rims += np.clip(below - blur(below, 3.2 * scale), 0, 1) * np.float32(1.1 - 0.1 * i)
    share = np.float32(0.58) * (1 - np.float32(0.55) * skin) * (1 - np.float32(0.35) * freedom.face)
    lab[..., 0] = share * tone + (1 - share) * light
    return lab_to_rgb(_mingle(lab, freedom, off_skin, noise, scale)), rims


def _open_darks(light: F32, off_skin: F32) -> F32:
    """Watercolour has no black: lift the darks of hair and clothes so that the paper still glows through."""
    lifted = 100 * np.clip(light / 100, 0, 1) ** np.float32(0.82) + np.float32(4) * (1 - light / 100)
    dark = smooth_step(52, 24, light)
    return as_f32(light + (lifted - light) * dark * (np.float32(0.25) + np.float32(0.75) * off_skin))


def _mingle(lab: F32, freedom: Looseness, off_skin: F32, noise: Wobble, scale: float) -> F32:
    """Let neighbouring pigments run into each other: colour is smoother than tone, and drifts a little."""
    spread = wide_blur(np.ascontiguousarray(lab[..., 1:]), 8 * scale)
    keep = (np.float32(0.55) + np.float32(0.35) * freedom.face)[..., None]
    lab[..., 1:] = lab[..., 1:] * keep + spread * (1 - keep)
    warm = np.clip((lab[..., 0] - 55) / 45, -1, 1) * off_skin
    drift = np.float32(2.6) * off_skin
    lab[..., 1] = lab[..., 1] * (1 + np.float32(0.20) * off_skin) + warm + drift * noise.other
    lab[..., 2] = lab[..., 2] * (1 + np.float32(0.16) * off_skin) + np.float32(3.2) * warm + drift * noise.broad
    return lab


def dried_rim(mask: F32, width_px: float) -> F32:
    """Where pigment gathered along the inside of a mask's border: 0..1."""
    crisp = smooth_step(0.3, 0.7, mask)
    return np.clip(crisp - blur(crisp, width_px), 0, 1)


def pigment_amount(freedom: Looseness, skin: F32, rims: F32, noise: Wobble) -> F32:
    """How much pigment lies where, as a factor about 1 on the density of the glazed colour."""
    calm = 1 - np.float32(0.9) * np.maximum(freedom.face, skin * np.float32(0.8))
    pools = np.float32(0.20) * np.clip(noise.middle, -1.6, 2.2) + np.float32(0.11) * noise.broad
    amount = (
        1
        + pools * calm * (np.float32(0.35) + np.float32(0.65) * freedom.loose)
        + np.float32(0.03) * noise.broad
        + np.float32(0.62) * rims
    )
    return as_f32(np.clip(amount, 0.6, 2.6))
