"""Spectacles in four frames, with bridge, temples and a glint."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.color import lab_to_hex
from limner.engine.rig.eyes import Eye
from limner.engine.rig.marks import line, path
from limner.engine.rig.skull import HeadFrame
from limner.engine.traits import GlassesFrame, Lab, Traits
from limner.engine.vectors import closed_curve, number, polygon


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    """Half width of a lens, in eye widths."""
    height: float
    squareness: float
    """Exponent of the lens's outline: 2 is an ellipse, larger is boxier."""
    rim: float
    tint: str
    tint_opacity: float


_FRAMES: Final[dict[GlassesFrame, _Frame]] = {
    "round": _Frame(0.70, 0.66, 2.0, 4.6, "#eaf6ff", 0.07),
    "rectangle": _Frame(0.74, 0.54, 3.6, 5.6, "#eaf6ff", 0.07),
    "thin": _Frame(0.71, 0.58, 2.7, 2.3, "#f2fbff", 0.06),
    "sunglasses": _Frame(0.78, 0.62, 2.8, 4.6, "#1f1d2b", 0.95),
}


def draw_glasses(frame: HeadFrame, eyes: tuple[Eye, Eye], traits: Traits) -> str:
    """Rims, arms and bridge; nothing for "none"."""
    kind = _FRAMES.get(traits.glasses)
    if kind is None:
        return ""
    color = lab_to_hex(_rim_color(traits.glasses_color, traits.glasses))
    centers = [_center(eye) for eye in eyes]
    width = (eyes[0].width + eyes[1].width) / 2
    apart = abs(float(centers[1][0] - centers[0][0]))
    half = min(width * kind.width, apart / 2 - 5.0)
    marks: list[str] = []
    for side, center in enumerate(centers):
        outline = _lens(center, half, width * kind.height, kind.squareness)
        marks.insert(0, _temple(frame, outline, center, color, kind.rim, 1.0 if side else -1.0))
        marks.append(_lens_marks(outline, kind, color))
    marks.insert(0, _bridge(centers, half, color, kind.rim))
    return "".join(marks)


def _rim_color(color: Lab, kind: GlassesFrame) -> Lab:
    darkest = 34.0 if kind == "thin" else 12.0
    return (float(np.clip(color[0], darkest, 72)), color[1], color[2])


def _center(eye: Eye) -> Points:
    middle = (eye.upper.mean(axis=0) + eye.lower.mean(axis=0)) / 2
    return middle + np.array([eye.outward * 1.5, 1.5])


def _lens(center: Points, half_width: float, half_height: float, squareness: float) -> Points:
    angle = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    across = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** (2 / squareness)
    down = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** (2 / squareness)
    # A lens is a little narrower below.
    return center + np.stack([across * half_width * (1 - 0.06 * down), down * half_height], axis=1)


def _lens_marks(outline: Points, kind: _Frame, color: str) -> str:
    """Glass, a slanting glint from edge to edge, rim."""
    data = closed_curve(outline)
    # Points of the outline run clockwise from the right: 28 of them, the top at 21, the bottom at 7.
    glint = outline[[20, 21, 22, 9, 10, 11, 12]]
    inside = path(data, kind.tint, opacity=kind.tint_opacity) + path(polygon(glint), "#ffffff", opacity=0.13)
    return inside + path(data, "none", f' stroke="{color}" stroke-width="{number(kind.rim)}"')


def _temple(frame: HeadFrame, outline: Points, center: Points, color: str, rim: float, outward: float) -> str:
    """The arm from the frame's outer side to the ear."""
    edge = outline[int(np.argmax((outline[:, 0] * outward).round(4)))]
    side = frame.outline[frame.outline[:, 0] * outward > 0]
    at_height = side[int(np.argmin(np.abs(side[:, 1] - (center[1] - 6)).round(4)))]
    end = np.array([float(at_height[0]), float(center[1]) - 7.0])
    start = np.array([float(edge[0]) + outward * 1.5, float(center[1]) - 5.0])
    if (end[0] - start[0]) * outward < 2:
        return ""
    return line(np.vstack([start, end]), color, max(rim * 0.9, 2.4))


def _bridge(centers: list[Points], half: float, color: str, rim: float) -> str:
    left, right = centers[0] + [half, -5.0], centers[1] + [-half, -5.0]
    middle = (left + right) / 2 - [0, 4.5]
    return line(np.vstack([left, middle, right]), color, rim)
