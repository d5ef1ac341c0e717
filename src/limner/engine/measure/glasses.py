"""Glasses: a dark bar across the bridge of the nose and rims below both eyes."""

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Points
from limner.engine.landmarks import EYE_LEFT, EYE_RIGHT
from limner.engine.measure.head_crop import HeadCrop
from limner.engine.measure.reading import Reading
from limner.engine.measure.regions import area
from limner.engine.traits import GlassesFrame, Lab

_BRIDGE = 4.0
_RIM = 2.2
"""Steps of lightness per pixel: a frame's bar is clearly stronger than any fold of a nose, its rims only confirm."""


def measure_glasses(crop: HeadCrop, skin: Lab) -> tuple[Reading[GlassesFrame], Reading[Lab]]:
    """Frame and its colour."""
    lightness = opencv.blur(np.ascontiguousarray(crop.lab[..., 0]), 1.0)
    bridge, bridge_lab = bridge_of(crop.points, crop.lab, lightness)
    rim = rim_step(crop.points, lightness)
    eyes = crop.lab[area(crop.points, EYE_LEFT) | area(crop.points, EYE_RIGHT)]
    dark_eyes = float(np.percentile(eyes[:, 0], 90)) if len(eyes) else 60.0
    margin = min(bridge / _BRIDGE, rim / _RIM)
    if margin < 1.0:
        return Reading("none", round(min(0.95, 0.5 + (1 - margin)), 2)), Reading((22.0, 1.0, -3.0), 0.1)
    confidence = round(min(0.9, 0.35 + (margin - 1) * 0.5), 2)
    if dark_eyes < min(26.0, skin[0] - 20):
        return Reading("sunglasses", confidence), Reading((14.0, 0.0, 0.0), 0.5)
    frame: GlassesFrame = "thin" if bridge < 6.5 else "rectangle"
    return Reading(frame, confidence), Reading(bridge_lab, 0.4)


def bridge_of(points: Points, lab: F32, lightness: F32) -> tuple[float, Lab]:
    """Strongest vertical step along the nose's ridge between the eyes, and the darkest colour there."""
    vertical = np.abs(opencv.sobel(lightness, 0, 1))
    span = float(np.linalg.norm(points[263] - points[33]))
    top, low = points[168], points[197]
    along = np.linspace(-0.25, 1.0, 60)[:, None]
    across = np.linspace(-0.07, 0.07, 9)[None, :] * span
    x = (top[0] + (low[0] - top[0]) * along + across).astype(np.float32)
    y = (top[1] + (low[1] - top[1]) * along + 0 * across).astype(np.float32)
    steps = np.median(opencv.remap(vertical, x, y), axis=1)
    colors = opencv.remap(lab, x, y).reshape(-1, 3)
    darkest = np.median(colors[np.argsort(colors[:, 0], kind="stable")[:30]], axis=0)
    return round(float(steps.max()), 2), (float(darkest[0]), float(darkest[1]), float(darkest[2]))


def rim_step(points: Points, lightness: F32) -> float:
    """Median over directions below the eye of the strongest edge; the weaker of both eyes."""
    edges = np.hypot(opencv.sobel(lightness, 1, 0), opencv.sobel(lightness, 0, 1))
    span = float(np.linalg.norm(points[263] - points[33]))
    return round(min(_rim(edges, points[list(ids)].mean(axis=0), span) for ids in (EYE_LEFT, EYE_RIGHT)), 2)


def _rim(edges: F32, center: Points, span: float) -> float:
    angles = np.radians(np.arange(40, 141, 10))[:, None]
    radii = np.linspace(0.20, 0.42, 20)[None, :] * span
    x = (center[0] + np.cos(angles) * radii * 1.2).astype(np.float32)
    y = (center[1] + np.sin(angles) * radii).astype(np.float32)
    return float(np.median(opencv.remap(edges.astype(np.float32), x, y).max(axis=1)))
