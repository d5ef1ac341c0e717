"""Pencil under the paint: thin lines where the photo has edges, drawn along the flow."""

import numpy as np

from limner.engine.arrays import F32
from limner.engine.opencv import blur, luminance, resize, sobel
from limner.engine.paint.edge_aware import as_f32, flow_direction, smooth_along, smooth_step


def ink_lines(rgb: F32, width_px: float, threshold: float) -> F32:
    """Lines (side, side), 0..1, where the picture is darker than its surroundings (flow-based DoG, Kang et al. 2007).

    `width_px` is about half a line's width; a larger `threshold` keeps only stronger edges.
    """
    side = rgb.shape[0]
    light = luminance(rgb)
    small = resize(rgb, side // 2, side // 2, "area")
    direction = flow_direction(small, 2.6)
    vector = resize(np.stack([direction[0], direction[1]], axis=2), side, side)
    vector /= np.sqrt((vector * vector).sum(axis=2, keepdims=True)) + np.float32(1e-4)
    darker = blur(light, width_px * 1.6) - blur(light, width_px)
    flow = (as_f32(np.ascontiguousarray(vector[..., 0])), as_f32(np.ascontiguousarray(vector[..., 1])))
    darker = smooth_along(darker, flow, 6)
    return smooth_step(threshold, threshold + 0.034, darker)


def edge_line(shape: F32, width_px: float) -> F32:
    """A line, 0..1, along the half-way contour of a soft mask (side, side): a light cheek before paper has no other."""
    soft = blur(shape, 1.6 * width_px)
    slope = np.hypot(sobel(soft, 1, 0), sobel(soft, 0, 1)) + np.float32(1e-4)
    away_px = np.abs(soft - np.float32(0.5)) / slope
    return as_f32(smooth_step(width_px * 0.9, width_px * 0.2, away_px) * (slope > 0.01))
