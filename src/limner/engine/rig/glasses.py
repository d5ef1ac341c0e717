"""Spectacles in nine frames, with bridge, temples and a glint."""

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
    """Width of the rim in rig units."""
    tint: str = "#eaf6ff"
    tint_opacity: float = 0.07
    wing: float = 0.0
    """How far the outer upper corner is swept up, in half heights."""
    drop: float = 0.0
    """How far the lens hangs towards the cheek like a tear, in half heights."""
    lower_rim: float = 1.0
    """Share of the rim's width that goes on below: 0 is a half rim."""
    edge: str = ""
    """Colour of the bare edge of a lens without a rim."""
    double_bridge: bool = False


_FRAMES: Final[dict[GlassesFrame, _Frame]] = {
    "round": _Frame(0.70, 0.66, 2.0, 4.4),
    "rectangle": _Frame(0.74, 0.54, 3.6, 5.2),
    "thin": _Frame(0.71, 0.58, 2.7, 2.2, "#f2fbff", 0.06),
    "rimless": _Frame(0.70, 0.52, 3.0, 1.9, "#eef8ff", 0.09, lower_rim=0.0, edge="#ffffff"),
    "half-rim": _Frame(0.74, 0.54, 3.2, 5.0, "#f2fbff", 0.06, lower_rim=0.0),
    "cat-eye": _Frame(0.74, 0.54, 2.7, 5.4, wing=1.0),
    "aviator": _Frame(0.78, 0.64, 2.5, 2.6, "#e3eef2", 0.09, drop=0.34, double_bridge=True),
    "thick": _Frame(0.76, 0.62, 3.2, 8.6),
    "sunglasses": _Frame(0.78, 0.62, 2.8, 4.6, "#1f1d2b", 0.95),
}
_THIN_RIMS: Final = ("thin", "rimless", "aviator")


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
        outline = _lens(center, half, width * kind.height, kind, 1.0 if side else -1.0)
        marks.insert(0, _temple(frame, outline, center, color, kind.rim, 1.0 if side else -1.0))
        marks.append(_lens_marks(outline, kind, color))
    marks.insert(0, _bridge(centers, half, color, kind))
    return "".join(marks)


def _rim_color(color: Lab, kind: GlassesFrame) -> Lab:
    darkest = 34.0 if kind in _THIN_RIMS else 12.0
    return (float(np.clip(color[0], darkest, 72)), color[1], color[2])


def _center(eye: Eye) -> Points:
    middle = (eye.upper.mean(axis=0) + eye.lower.mean(axis=0)) / 2
    return middle + np.array([eye.outward * 1.5, 1.5])


def _lens(center: Points, half_width: float, half_height: float, kind: _Frame, outward: float) -> Points:
    """28 points clockwise from the right: the top is the 21st, the bottom the 7th."""
    angle = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    across = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** (2 / kind.squareness)
    down = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** (2 / kind.squareness)
    outer, upper, lower = np.clip(across * outward, 0, 1), np.clip(-down, 0, 1), np.clip(down, 0, 1)
    # A lens is a little narrower below; a tear hangs outward, a wing rises there.
    x = across * half_width * (1 - 0.06 * down) - outward * (1 - outer) * lower * kind.drop * half_width * 0.3
    x = x + outward * outer**2 * upper * kind.wing * half_width * 0.28
    y = down * half_height * (1 + kind.drop * lower * (0.55 + 0.45 * outer))
    y = y - outer**3 * kind.wing * half_height * (0.35 + 0.65 * upper)
    return center + np.stack([x, y], axis=1)


def _lens_marks(outline: Points, kind: _Frame, color: str) -> str:
    """Glass, a slanting glint from edge to edge, rim."""
    data = closed_curve(outline)
    glint = outline[[20, 21, 22, 9, 10, 11, 12]]
    marks = path(data, kind.tint, opacity=kind.tint_opacity) + path(polygon(glint), "#ffffff", opacity=0.13)
    if kind.edge:
        marks += path(data, "none", f' stroke="{kind.edge}" stroke-width="1.6"', 0.75)
        return marks + path(data, "none", f' stroke="{color}" stroke-width="0.7"', 0.6)
    if kind.lower_rim <= 0:
        upper = np.roll(outline, 14, axis=0)[:15]
        marks += path(data, "none", f' stroke="{color}" stroke-width="1"', 0.55)
        return marks + line(upper, color, kind.rim)
    return marks + path(data, "none", f' stroke="{color}" stroke-width="{number(kind.rim)}"')


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


def _bridge(centers: list[Points], half: float, color: str, kind: _Frame) -> str:
    left, right = centers[0] + [half, -5.0], centers[1] + [-half, -5.0]
    middle = (left + right) / 2 - [0, 4.5]
    marks = line(np.vstack([left, middle, right]), color, kind.rim)
    if kind.double_bridge:
        bar = np.vstack([left - [3, 9], middle - [0, 8], right - [-3, 9]])
        marks += line(bar, color, kind.rim)
    return marks
