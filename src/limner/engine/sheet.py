"""`Sheet`: the drawing desk of scenes, outfits and bodies. It collects SVG shapes and the gradients they need.

Every gradient and clip gets an id that starts with the sheet's prefix and counts up, so that the same calls give
the same bytes and two sheets never clash on one page.
"""

from dataclasses import dataclass

from limner.engine.arrays import Points
from limner.engine.color import hex_to_lab, lab_to_hex, shifted
from limner.engine.layer import Bounds, Layer
from limner.engine.rig.look import Look
from limner.engine.vectors import closed_curve, number

Stop = tuple[float, str, float]
"""Offset 0..1, "#rrggbb", opacity 0..1."""


@dataclass(frozen=True, slots=True)
class Tones:
    """One material in four steps, as "#rrggbb"."""

    light: str
    base: str
    shade: str
    deep: str


def tones(color: str, depth: float = 1.0) -> Tones:
    """Steps around a colour: light turns warm, shade turns cool, as painters do; `depth` stretches them."""
    lab = hex_to_lab(color)
    return Tones(
        light=lab_to_hex(shifted(lab, 9 * depth, 0.96, 3)),
        base=color,
        shade=lab_to_hex(shifted(lab, -11 * depth, 1.04, -5)),
        deep=lab_to_hex(shifted(lab, -24 * depth, 1.02, -9)),
    )


def mixed(first: str, second: str, share: float) -> str:
    """The colour `share` of the way from first to second, through CIELAB."""
    a, b = hex_to_lab(first), hex_to_lab(second)
    return lab_to_hex((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share))


class Sheet:
    """Shapes in drawing order, with their definitions."""

    def __init__(self, prefix: str, look: Look) -> None:
        self.prefix = prefix
        self.look = look
        self._defs: list[str] = []
        self._parts: list[str] = []
        self._count = 0

    @property
    def defs(self) -> str:
        """Gradients and clips so far."""
        return "".join(self._defs)

    @property
    def svg(self) -> str:
        """Shapes so far."""
        return "".join(self._parts)

    def layer(
        self, bounds: Bounds | None = None, finest_px: int | None = None, *, atop: bool = False, moving: bool = False
    ) -> Layer:
        """Everything drawn so far as one layer of a page."""
        return Layer(self.defs, self.svg, bounds, finest_px, atop, moving)

    def add(self, svg: str) -> None:
        """Append ready SVG."""
        self._parts.append(svg)

    def define(self, svg: str) -> None:
        """Append ready definitions."""
        self._defs.append(svg)

    def _id(self) -> str:
        self._count += 1
        return f"{self.prefix}{self._count}"

    def linear(self, start: tuple[float, float], end: tuple[float, float], stops: list[Stop]) -> str:
        """A gradient along a line in user units; returns the paint."""
        name = self._id()
        line = f'x1="{number(start[0])}" y1="{number(start[1])}" x2="{number(end[0])}" y2="{number(end[1])}"'
        self._defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {line}>{_stops(stops)}</linearGradient>'
        )
        return f"url(#{name})"

    def radial(self, center: tuple[float, float], radius: float, stops: list[Stop]) -> str:
        """A gradient around a point in user units; returns the paint."""
        name = self._id()
        place = f'cx="{number(center[0])}" cy="{number(center[1])}" r="{number(radius)}"'
        self._defs.append(
            f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" {place}>{_stops(stops)}</radialGradient>'
        )
        return f"url(#{name})"

    def shade(self, ramp: Tones, start: tuple[float, float], end: tuple[float, float]) -> str:
        """Light to shadow from start to end: smooth in soft looks, two clean steps in cel, one colour in paper."""
        if self.look.finish == "cut-paper":
            return ramp.base
        if self.look.shading == "cel":
            steps = [(0.0, ramp.base, 1.0), (0.66, ramp.base, 1.0), (0.675, ramp.shade, 1.0), (1.0, ramp.shade, 1.0)]
        else:
            steps = [(0.0, ramp.light, 1.0), (0.45, ramp.base, 1.0), (1.0, ramp.shade, 1.0)]
        return self.linear(start, end, steps)

    def glow(self, center: tuple[float, float], radius: float, color: str, strength: float = 1.0) -> None:
        """A soft light: a disc that fades to nothing without a visible rim."""
        fall = [(0.0, 1.0), (0.2, 0.78), (0.4, 0.47), (0.6, 0.22), (0.8, 0.06), (1.0, 0.0)]
        paint = self.radial(center, radius, [(at, color, value * strength) for at, value in fall])
        self.circle(center[0], center[1], radius, paint)

    def path(self, data: str, fill: str, *, ink: float = 0.0, opacity: float = 1.0, extra: str = "") -> None:
        """A filled shape; `ink` is the outline's width in units of the look's own, 0 for none."""
        stroke = self.look.stroke(ink) if ink > 0 else ""
        seen = f' fill-opacity="{number(opacity, 2)}"' if opacity < 1 else ""
        self._parts.append(f'<path d="{data}" fill="{fill}"{seen}{stroke}{extra}/>')

    def blob(self, points: Points, fill: str, *, ink: float = 0.0, opacity: float = 1.0, tension: float = 1.0) -> None:
        """A smooth closed shape through points."""
        self.path(closed_curve(points, tension), fill, ink=ink, opacity=opacity)

    def circle(self, x: float, y: float, r: float, fill: str, *, ink: float = 0.0, opacity: float = 1.0) -> None:
        """A disc."""
        self.ellipse(x, y, r, r, fill, ink=ink, opacity=opacity)

    def ellipse(  # noqa: PLR0913 - an ellipse has that many numbers
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        fill: str,
        *,
        ink: float = 0.0,
        opacity: float = 1.0,
        turn_deg: float = 0.0,
    ) -> None:
        """An ellipse, turned about its own centre."""
        stroke = self.look.stroke(ink) if ink > 0 else ""
        seen = f' fill-opacity="{number(opacity, 2)}"' if opacity < 1 else ""
        turn = f' transform="rotate({number(turn_deg)} {number(x)} {number(y)})"' if turn_deg else ""
        size = f'cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"'
        self._parts.append(f'<ellipse {size} fill="{fill}"{seen}{stroke}{turn}/>')

    def line(self, data: str, color: str, width: float, *, opacity: float = 1.0) -> None:
        """An open curve with round ends."""
        seen = f' stroke-opacity="{number(opacity, 2)}"' if opacity < 1 else ""
        cap = 'stroke-linecap="round" stroke-linejoin="round"'
        self._parts.append(
            f'<path d="{data}" fill="none" stroke="{color}" stroke-width="{number(width)}" {cap}{seen}/>'
        )

    def inked_line(self, data: str, color: str, width: float, ink: float = 1.0) -> None:
        """An open curve drawn as a body with an outline of its own: a strap, a stem, a finger."""
        if self.look.ink is not None and ink > 0:
            self.line(data, self.look.ink, width + 2 * self.look.ink_width * ink)
        self.line(data, color, width)

    def clip(self, data: str) -> str:
        """Define a clip; returns the attribute for a group."""
        name = self._id()
        self._defs.append(f'<clipPath id="{name}"><path d="{data}"/></clipPath>')
        return f' clip-path="url(#{name})"'

    def open(self, attributes: str) -> None:
        """Begin a group."""
        self._parts.append(f"<g{attributes}>")

    def close(self) -> None:
        """End the group begun last."""
        self._parts.append("</g>")


def _stops(stops: list[Stop]) -> str:
    parts: list[str] = []
    for offset, color, opacity in stops:
        seen = f' stop-opacity="{number(opacity, 3)}"' if opacity < 1 else ""
        parts.append(f'<stop offset="{number(offset, 3)}" stop-color="{color}"{seen}/>')
    return "".join(parts)
