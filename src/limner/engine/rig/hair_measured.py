"""Hair as the photo showed it: the measured silhouette, carried along with the face into the storybook layout."""

from collections.abc import Callable
from typing import Final

import numpy as np
from scipy.interpolate import RBFInterpolator

from limner.engine import landmarks
from limner.engine.arrays import Bools, Points
from limner.engine.rig.hair_design import HairDesign, Knot, Streaks, Tress, outline
from limner.engine.rig.shape import UNITS_PER_FACE, FaceShape
from limner.engine.rig.skull import HeadFrame
from limner.engine.rig.strands import stretch
from limner.engine.traits import HairOutline, Traits
from limner.engine.vectors import closed_curve, resample_closed, tapered_stroke

_LEAST_AREA: Final = 900.0
"""Smaller pieces of a silhouette are scraps, in square rig units."""
_LONGEST_BELOW_CHIN: Final = 150.0

_STRAIGHTEST: Final = 0.82
"""A strand that ends nearer to its start than this share of its length is a knot: it reads as a scratch."""

_ROUND: Final = 0.8
"""Patches rounder than this are left out."""

Warp = Callable[[Points], Points]


def measured(frame: HeadFrame, shape: FaceShape, traits: Traits, hair: HairOutline) -> HairDesign:
    """Front and back from the silhouette, a skull cap beneath, tone patches and the photo's own strands on top."""
    warp = _warp(frame, shape, traits)
    front = [_off_the_face(curve, frame, shape) for curve in _carried(hair.front, warp, frame)]
    back = _carried(hair.back, warp, frame)
    if not front:
        return HairDesign(top_y=frame.top_y)
    data = "".join(closed_curve(curve) for curve in front)
    tresses = (Tress(data),)
    if _covers_skull(front, frame):
        tresses = (Tress(_cap(frame)), *tresses)
    ears = frame.place([(-1.08, 0.14), (1.08, 0.14)])
    hidden = _inside(ears, front).all()
    top = min(float(curve[:, 1].min()) for curve in front)
    return HairDesign(
        front=tresses,
        behind=(Tress("".join(closed_curve(curve) for curve in back)),) if back else (),
        streaks=_streaks(hair, warp, frame),
        covers_ears=bool(hidden),
        top_y=min(top, frame.top_y),
    )


def _warp(frame: HeadFrame, shape: FaceShape, traits: Traits) -> Warp:
    """Face units to rig units: the oval as the face's layout moved it, far away a plain scaling."""
    rows = [landmarks.SHAPE_INDEX[point] for point in (*landmarks.OVAL[::2], 105, 334)]
    source = np.nan_to_num(traits.shape[rows])
    target = shape.points[rows]
    skull = np.array([[0.0, -max(traits.skull_height, 0.5)]])
    crown = np.array([[0.0, frame.top_y]])
    middle_source, middle_target = source.mean(axis=0), target.mean(axis=0)
    scale = np.ptp(target[:-2], axis=0) / np.maximum(np.ptp(source[:-2], axis=0), 1e-3)
    angle = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    ring = middle_source + np.stack([np.cos(angle) * 1.7, np.sin(angle) * 2.0], axis=1)
    far = (ring - middle_source) * scale.mean() + middle_target
    fit = RBFInterpolator(
        np.vstack([source, skull, ring]), np.vstack([target, crown, far]), kernel="thin_plate_spline", smoothing=0.02
    )
    return lambda points: np.asarray(fit(np.asarray(points, np.float64)), np.float64).round(3)


def _carried(curves: tuple[Points, ...], warp: Warp, frame: HeadFrame) -> list[Points]:
    """Curves in rig units: scraps dropped, evenly spaced, smoothed, long hair shortened below the chin."""
    result: list[Points] = []
    for curve in curves:
        if len(curve) < 4:
            continue
        points = _shortened(warp(curve), frame)
        if _area(points) >= _LEAST_AREA:
            result.append(resample_closed(points, 8.0, 1.5))
    return result


def _shortened(points: Points, frame: HeadFrame) -> Points:
    below = points[:, 1] - frame.chin_y
    reach = float(below.max())
    if reach <= _LONGEST_BELOW_CHIN:
        return points
    short = points.copy()
    short[below > 0, 1] = frame.chin_y + below[below > 0] * (_LONGEST_BELOW_CHIN / reach)
    return short


def _area(points: Points) -> float:
    x, y = points[:, 0], points[:, 1]
    return abs(float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))) / 2


def _off_the_face(curve: Points, frame: HeadFrame, shape: FaceShape) -> Points:
    """Push what hangs over the eyes up to the brows, or aside where it hangs lower."""
    eyes = shape.at(*landmarks.EYE_LEFT, *landmarks.EYE_RIGHT)
    lowest = float(eyes[:, 1].min()) - 10.0
    window = float(np.abs(eyes[:, 0]).max()) + 5.0
    moved = curve.copy()
    over = (np.abs(curve[:, 0]) < window) & (curve[:, 1] > lowest) & (curve[:, 1] < frame.chin_y)
    near_brow = over & (curve[:, 1] < lowest + 40.0)
    aside = over & ~near_brow
    moved[near_brow, 1] = lowest + (curve[near_brow, 1] - lowest) * 0.05
    moved[aside, 0] = np.where(curve[aside, 0] < 0, -window, window)
    return resample_closed(moved, 8.0, 0.8)


def _inside(points: Points, curves: list[Points]) -> Bools:
    """Whether each of (n, 2) points lies in any closed curve (even-odd rule)."""
    result = np.zeros(len(points), np.bool_)
    for curve in curves:
        x1, y1 = curve[:, 0], curve[:, 1]
        x2, y2 = np.roll(x1, -1), np.roll(y1, -1)
        for i, (x, y) in enumerate(points.tolist()):
            crosses = (y1 > y) != (y2 > y)
            at = x1 + (y - y1) / np.where(crosses, y2 - y1, 1.0) * (x2 - x1)
            result[i] |= bool(np.count_nonzero(crosses & (x < at)) % 2)
    return result


def _covers_skull(front: list[Points], frame: HeadFrame) -> bool:
    """Hair over most of the crown: then the drawn cap may fill what the silhouette missed."""
    probes = frame.place([(u, v) for v in (-0.93, -0.84, -0.76) for u in (-0.4, -0.2, 0.0, 0.2, 0.4)])
    return float(_inside(probes, front).mean()) > 0.35


def _cap(frame: HeadFrame) -> str:
    knots: list[Knot] = [
        (-0.98, -0.22, 1), (-1.01, -0.50), (-0.85, -0.80), (-0.50, -0.99), (0.0, -1.04), (0.50, -0.99),
        (0.85, -0.80), (1.01, -0.50), (0.98, -0.22, 1), (0.90, -0.46), (0.70, -0.66), (0.36, -0.76), (0.0, -0.79),
        (-0.36, -0.76), (-0.70, -0.66), (-0.90, -0.46),
    ]  # fmt: skip
    return outline(frame, knots)


def _streaks(hair: HairOutline, warp: Warp, frame: HeadFrame) -> Streaks:
    dark: list[str] = []
    light: list[str] = []
    for curve, brightness in hair.strands:
        if len(curve) < 3:
            continue
        points = _shortened(warp(stretch(curve, 0.0, 1.0)), frame)
        length = float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())
        reach = float(np.linalg.norm(points[-1] - points[0]))
        if length < 0.12 * UNITS_PER_FACE or reach < _STRAIGHTEST * length:
            continue
        (light if brightness > 0 else dark).append(tapered_stroke(points, min(2.8, 1.3 + length * 0.015)))
    return Streaks(
        dark="".join(dark),
        light="".join(light),
        dark_patches=_patches(hair.dark, warp, frame),
        light_patches=_patches(hair.light, warp, frame),
    )


def _patches(curves: tuple[Points, ...], warp: Warp, frame: HeadFrame) -> str:
    """Path data of the tone patches that follow the hair; a round one reads as a stain."""
    return "".join(closed_curve(curve) for curve in _carried(curves, warp, frame) if _roundness(curve) < _ROUND)


def _roundness(curve: Points) -> float:
    """1 for a disc, towards 0 for a long or jagged shape."""
    around = float(np.linalg.norm(np.roll(curve, -1, axis=0) - curve, axis=1).sum())
    return 4 * np.pi * _area(curve) / max(around**2, 1.0)
