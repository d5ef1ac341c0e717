"""Edge-keeping filters out of box blurs and small convolutions: guided filter, Kuwahara, smoothing along the flow."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from limner.engine.arrays import F32
from limner.engine.opencv import blur, box_blur, convolve, remap, resize, rgb_to_lab, sobel

Reals: TypeAlias = NDArray[np.float32] | NDArray[np.float64]


def as_f32(values: NDArray[Any]) -> F32:
    """The same values in single precision; no copy where they already are."""
    return values.astype(np.float32, copy=False)


def smooth_step(low: float | np.floating | Reals, high: float | np.floating | Reals, values: Reals) -> F32:
    """0 below `low`, 1 above `high`, an S curve between; with low > high the curve falls."""
    t = as_f32(np.clip((values - low) / (high - low), 0, 1))
    return as_f32(t * t * (3 - 2 * t))


def wide_blur(values: F32, sigma_px: float) -> F32:
    """Gaussian blur that works on a shrunken copy when sigma is large: fast, and hardly to be told apart."""
    if sigma_px <= 6:
        return blur(values, max(sigma_px, 0.3))
    factor = max(1, int(sigma_px / 3))
    height, width = values.shape[:2]
    small = resize(values, max(8, width // factor), max(8, height // factor), "area")
    return resize(blur(small, sigma_px / factor), width, height, "linear" if factor < 3 else "cubic")


def masked_blur(values: F32, weight: F32, sigma_px: float) -> F32:
    """Blur of an (h, w, 3) picture in which each pixel counts by its weight (h, w)."""
    total = wide_blur(weight, sigma_px) + np.float32(1e-5)
    return as_f32(wide_blur(values * weight[..., None], sigma_px) / total[..., None])


def guided_filter(guide: F32, values: F32, radius_px: int, flatness: float) -> F32:
    """Smooth `values` (h, w) so that its edges follow those of the colour `guide` (h, w, 3) (He et al. 2010).

    `flatness` is the variance below which the guide counts as flat: larger smooths more.
    """
    mean_guide = box_blur(guide, radius_px)
    mean_values = box_blur(values, radius_px)
    slope = _colour_slope(guide, mean_guide, values, mean_values, radius_px, flatness)
    offset = mean_values - (slope * mean_guide).sum(axis=2)
    return (box_blur(slope, radius_px) * guide).sum(axis=2) + box_blur(offset, radius_px)


def _colour_slope(guide: F32, mean_guide: F32, values: F32, mean_values: F32, radius_px: int, flatness: float) -> F32:
    """Solve the 3 x 3 covariance system of every pixel by cofactors."""
    red, green, blue = (np.ascontiguousarray(guide[..., i]) for i in range(3))
    pairs = box_blur(np.stack([red * red, red * green, red * blue], axis=2), radius_px)
    more = box_blur(np.stack([green * green, green * blue, blue * blue], axis=2), radius_px)
    m_r, m_g, m_b = mean_guide[..., 0], mean_guide[..., 1], mean_guide[..., 2]
    ease = np.float32(flatness)
    rr, rg, rb = pairs[..., 0] - m_r * m_r + ease, pairs[..., 1] - m_r * m_g, pairs[..., 2] - m_r * m_b
    gg, gb, bb = more[..., 0] - m_g * m_g + ease, more[..., 1] - m_g * m_b, more[..., 2] - m_b * m_b + ease
    joint = box_blur(guide * values[..., None], radius_px) - mean_guide * mean_values[..., None]
    c_rr, c_rg, c_rb = gg * bb - gb * gb, gb * rb - rg * bb, rg * gb - gg * rb
    c_gg, c_gb, c_bb = rr * bb - rb * rb, rb * rg - rr * gb, rr * gg - rg * rg
    scale = 1 / np.maximum(rr * c_rr + rg * c_rg + rb * c_rb, np.float32(1e-12))
    j_r, j_g, j_b = joint[..., 0] * scale, joint[..., 1] * scale, joint[..., 2] * scale
    rows = (c_rr * j_r + c_rg * j_g + c_rb * j_b, c_rg * j_r + c_gg * j_g + c_gb * j_b,
            c_rb * j_r + c_gb * j_g + c_bb * j_b)  # fmt: skip
    return np.stack(rows, axis=2).astype(np.float32)


def _sector_kernels(radius_px: int, sectors: int) -> list[F32]:
    at = np.arange(-radius_px, radius_px + 1, dtype=np.float64)
    x, y = np.meshgrid(at, at)
    distance, angle = np.hypot(x, y) / (radius_px + 0.5), np.arctan2(y, x)
    falloff = np.exp(-2.2 * distance**2) * (distance <= 1)
    kernels: list[F32] = []
    for i in range(sectors):
        turn = np.angle(np.exp(1j * (angle - 2 * np.pi * i / sectors)))
        lobe = np.clip(np.cos(np.clip(turn * sectors / 4, -np.pi / 2, np.pi / 2)), 0, 1) ** 2
        kernel = falloff * np.where(distance == 0, 1 / sectors, lobe)
        kernels.append((kernel / kernel.sum()).astype(np.float32))
    return kernels


def kuwahara(rgb: F32, radius_px: int, sharpness: float = 7.0) -> F32:
    """Brush-like flattening: each pixel takes the colour of its calmest surrounding sectors (generalised Kuwahara).

    Larger radius: broader dabs. Larger sharpness: crisper borders between dabs.
    """
    weights = np.zeros(rgb.shape[:2], np.float32)
    total = np.zeros_like(rgb)
    squared = rgb * rgb
    for kernel in _sector_kernels(radius_px, 8):
        mean = convolve(rgb, kernel)
        spread = np.maximum(convolve(squared, kernel) - mean * mean, 0).sum(axis=2)
        weight = 1 / (1 + (np.sqrt(spread) * np.float32(255 / 4)) ** np.float32(sharpness / 2))
        weights += weight
        total += mean * weight[..., None]
    return total / weights[..., None]


def flow_direction(rgb: F32, sigma_px: float) -> tuple[F32, F32, F32]:
    """Direction (x, y) along edges and strands, and how clear it is (0..1), from the smoothed structure tensor."""
    lab = blur(rgb_to_lab(rgb), 1.0)
    gx, gy = sobel(lab, 1, 0), sobel(lab, 0, 1)
    xx, xy, yy = (wide_blur((a * b).sum(axis=2), sigma_px) for a, b in ((gx, gx), (gx, gy), (gy, gy)))
    angle = np.float32(0.5) * np.arctan2(2 * xy, xx - yy)
    clear = np.sqrt((xx - yy) ** 2 + 4 * xy * xy) / (xx + yy + np.float32(1e-3))
    return as_f32(-np.sin(angle)), as_f32(np.cos(angle)), as_f32(clear)


def smooth_along(values: F32, direction: tuple[F32, F32] | tuple[F32, F32, F32], reach_px: int, rounds: int = 1) -> F32:
    """Average along the direction over reach_px to both sides; further rounds follow bends."""
    height, width = values.shape[:2]
    x = np.arange(width, dtype=np.float32)[None, :]
    y = np.arange(height, dtype=np.float32)[:, None]
    for _ in range(rounds):
        total, weights = values.copy(), 1.0
        for step in range(1, reach_px + 1):
            weight = 1 - step / (reach_px + 1)
            for sign in (-step, step):
                moved = remap(values, x + direction[0] * sign, y + direction[1] * sign, "linear", "reflect")
                total += moved * np.float32(weight)
            weights += 2 * weight
        values = total / np.float32(weights)
    return values
