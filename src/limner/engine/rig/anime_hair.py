"""Anime hair: pointed locks, shade between them, and a band of light around the crown."""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.hair_design import Guides, Tress
from limner.engine.rig.hair_ramp import HairRamp
from limner.engine.rig.look import Look
from limner.engine.rig.marks import path
from limner.engine.rig.skull import HeadFrame
from limner.engine.rig.strands import spread_strands, stretch, through
from limner.engine.vectors import closed_curve, polygon, tapered_stroke

_NEAR: Final = 15.0
"""Outline points no further aside than this many rig units tell where a lock ends."""


def anime_flow(frame: HeadFrame, tress: Tress, ramp: HairRamp, *, behind: bool) -> str:
    """What lies inside a tress: locks of shade from the tips up, lines between locks, the band of light."""
    guides = _guides(frame, tress)
    if len(guides) < 2:
        return ""
    count = max(4, tress.strands // 2)
    locks = [stretch(curve, 0.42, 1.0, 9) for curve in spread_strands(guides, count, 31, 0.1)]
    marks = path("".join(_lock(curve, 13.0) for curve in locks), ramp.deep if behind else ramp.dark)
    if not behind and not tress.coils:
        marks += _band(guides, ramp, tress.shine or (0.24, 0.40))
    lines = spread_strands(guides, count, 37, 0.25)
    return marks + path("".join(tapered_stroke(curve, 2.2) for curve in lines), ramp.deep, opacity=0.9)


def anime_tips(frame: HeadFrame, tress: Tress, fill: str, look: Look) -> str:
    """Locks that run out beyond the tress to a point."""
    guides = _guides(frame, tress)
    if len(guides) < 2:
        return ""
    ends = np.array([curve[-1] for curve in guides])
    if "M" in tress.outline[1:] or float(np.ptp(ends[:, 0])) < frame.half_width:
        return ""
    hem = _numbers(tress.outline)[::3]
    marks: list[str] = []
    for curve in spread_strands(guides, max(5, tress.strands // 2), 41, 0.05):
        end = curve[-1] + (curve[-1] - curve[-2]) * (1.4 if tress.guides else 1.0)
        whole = np.vstack([stretch(curve, 0.74, 0.98, 5), end[None]])
        if all(_holds(hem, curve[at]) for at in (5, 7, 9)):
            marks.append(path(_lock(whole, 19.0), fill, look.stroke(0.7)))
    return "".join(marks)


def _guides(frame: HeadFrame, tress: Tress) -> Guides:
    """The tress's own flow, or a fan; none for what is drawn as curls or plaits."""
    return () if tress.coils else tress.guides or _fan(frame, tress)


def _fan(frame: HeadFrame, tress: Tress) -> Guides:
    """The flow of hair that brings none of its own: from the crown to its outline's sides and to the forehead."""
    numbers = _numbers(tress.outline)
    left, top = numbers.min(axis=0)
    right = numbers[:, 0].max()
    middle = (left + right) / 2
    curves: list[Points] = []
    for u in np.linspace(-1.0, 1.0, 9):
        wide = float((right if u > 0 else left) - middle) * 0.92 * abs(float(u))
        # Down to the outline's own lower edge: a high forehead gets no fringe.
        near = numbers[np.abs(numbers[:, 0] - (middle + wide)) < _NEAR]
        end = float(near[:, 1].max()) if len(near) else frame.top_y * 0.5
        end = min(end, frame.chin_y) - 3.0
        stations = [(0.16, 0.02), (0.62, 0.16), (0.95, 0.52), (1.0, 1.0)]
        points = [(middle + wide * across, top + 4 + (end - top - 4) * down) for across, down in stations]
        curves.append(through(np.array(points)))
    return tuple(curves)


def _numbers(data: str) -> Points:
    return np.array([float(text) for text in re.findall(r"-?\d+(?:\.\d+)?", data)]).reshape(-1, 2)


def _holds(outline: Points, point: Points) -> bool:
    """Whether a closed outline (n, 2) has a point inside (even-odd rule)."""
    after = np.roll(outline, -1, axis=0)
    crosses = (outline[:, 1] > point[1]) != (after[:, 1] > point[1])
    rise = np.where(crosses, after[:, 1] - outline[:, 1], 1.0)
    at = outline[:, 0] + (point[1] - outline[:, 1]) / rise * (after[:, 0] - outline[:, 0])
    return bool(np.count_nonzero(crosses & (point[0] < at)) % 2)


def _lock(curve: Points, width: float) -> str:
    """A lock: broad at its root, pointed at its tip."""
    along = np.gradient(curve, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / (np.linalg.norm(along, axis=1, keepdims=True) + 1e-6)
    half = (np.sin(np.linspace(0.35, np.pi, len(curve))) * width / 2)[:, None]
    return closed_curve(np.vstack([curve + normal * half, (curve - normal * half)[::-1]]), 0.9)


def _band(guides: Sequence[Points], ramp: HairRamp, shine: tuple[float, float]) -> str:
    """A ring of light with a jagged rim, brightest in its middle."""
    marks = ""
    for spread, color, opacity in ((1.0, ramp.light, 1.0), (0.52, ramp.shine, 0.95)):
        upper: list[Points] = []
        lower: list[Points] = []
        teeth = 18
        middle, half = (shine[0] + shine[1]) / 2, (shine[1] - shine[0]) / 2 * spread
        for i in range(teeth * 2 + 1):
            across = 0.06 + 0.88 * i / (teeth * 2)
            where = across * (len(guides) - 1)
            first = min(int(where), len(guides) - 2)
            whole = guides[first] * (1 - where + first) + guides[first + 1] * (where - first)
            swell = half * np.sin(np.pi * (i + 0.5) / (teeth * 2 + 1)) ** 0.6
            jag = 0.35 if i % 2 else 1.25
            ends = stretch(whole, max(0.0, middle - swell * jag), min(1.0, middle + swell * jag), 2)
            upper.append(ends[0])
            lower.append(ends[1])
        marks += path(polygon(np.vstack([np.array(upper), np.array(lower)[::-1]])), color, opacity=opacity)
    return marks
