"""SVG elements as text: the few that a head is made of. Numbers are printed with one decimal (opacities with two)."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.vectors import number, open_curve

Stop = tuple[float, str, float]
"""Offset 0..1, colour "#rrggbb", opacity 0..1."""

PRINTED: Final = ' class="printed"'
"""Attribute of a group whose shapes lie flat on what is below them: finishes that give shapes depth leave them out."""
CUT: Final = ' class="cut"'
"""Attribute of a clipped group whose shapes have depth all the same; what is clipped counts as printed."""


def _opacity(value: float, paint: str = "fill") -> str:
    """Opacity of the paint, not of the shape: the raster needs no offscreen buffer for it."""
    return "" if value >= 1.0 else f' {paint}-opacity="{number(value, 2)}"'


def moved(points: Points, right: float, down: float) -> Points:
    """A point (2,) or points (n, 2), shifted in rig units."""
    return points + np.array([right, down])


def path(data: str, fill: str, extra: str = "", opacity: float = 1.0) -> str:
    """A filled shape; `extra` are further attributes with a leading space."""
    paint = "stroke" if fill == "none" else "fill"
    return f'<path d="{data}" fill="{fill}"{_opacity(opacity, paint)}{extra}/>'


def line(points: Points, color: str, width: float, opacity: float = 1.0) -> str:
    """An open smooth curve of even width with round ends."""
    return (
        f'<path d="{open_curve(points)}" fill="none" stroke="{color}" stroke-width="{number(width, 2)}"'
        f' stroke-linecap="round" stroke-linejoin="round"{_opacity(opacity, "stroke")}/>'
    )


def ellipse(center: Points, radii: tuple[float, float], fill: str, opacity: float = 1.0, turn_deg: float = 0.0) -> str:
    """A filled ellipse around (2,) `center`, turned clockwise by `turn_deg`."""
    x, y = number(float(center[0])), number(float(center[1]))
    turn = f' transform="rotate({number(turn_deg)} {x} {y})"' if turn_deg else ""
    return (
        f'<ellipse cx="{x}" cy="{y}" rx="{number(radii[0], 2)}" ry="{number(radii[1], 2)}"'
        f' fill="{fill}"{_opacity(opacity)}{turn}/>'
    )


def clip(name: str, data: str) -> str:
    """A clip path with the id `name`."""
    return f'<clipPath id="{name}"><path d="{data}"/></clipPath>'


def clipped(name: str, content: str, extra: str = "") -> str:
    """Content cut to the clip path `name`; nothing for empty content. `extra` are attributes with a leading space."""
    return f'<g clip-path="url(#{name})"{extra}>{content}</g>' if content else ""


def url(name: str) -> str:
    """A reference to a gradient."""
    return f"url(#{name})"


def radial(name: str, center: tuple[float, float], radius: float, stops: Sequence[Stop]) -> str:
    """A round gradient in rig units."""
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{number(center[0])}" cy="{number(center[1])}"'
        f' r="{number(radius)}">{_stops(stops)}</radialGradient>'
    )


def linear(name: str, start: tuple[float, float], end: tuple[float, float], stops: Sequence[Stop]) -> str:
    """A straight gradient in rig units."""
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{number(start[0])}" y1="{number(start[1])}"'
        f' x2="{number(end[0])}" y2="{number(end[1])}">{_stops(stops)}</linearGradient>'
    )


def _stops(stops: Sequence[Stop]) -> str:
    return "".join(
        f'<stop offset="{number(at, 2)}" stop-color="{color}"'
        + ("" if opacity >= 1.0 else f' stop-opacity="{number(opacity, 2)}"')
        + "/>"
        for at, color, opacity in stops
    )
