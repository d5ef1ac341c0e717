"""A place for one person in a scene, and how it changes when somebody moves, turns or dresses the person otherwise."""

import math
from dataclasses import dataclass, replace
from typing import Final

from limner.catalog.adjustments import Adjustments
from limner.engine.compose import figure_layer
from limner.engine.layer import Layer
from limner.engine.rig.figure import Figure
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet, Stop

_UPRIGHT_DEG: Final = 25.0
"""Who is turned further stands on nothing, and throws no shadow at the feet."""


@dataclass(frozen=True, slots=True)
class Light:
    """What falls on a figure: a warm side and a cool side, as gradient stops along a line in page units."""

    start: tuple[float, float]
    end: tuple[float, float]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Shadow:
    """What a figure keeps from the ground: a wide one that lies `dx` body units aside, and a dark one at the feet."""

    wide: str
    near: str
    dx: float = 20.0
    opacity: float = 0.4


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one person: where the feet stand, how large, which way the head leans, what they wear and do.

    `turn_deg` turns the whole figure clockwise about its middle and `flip` mirrors it there; the light keeps the
    page's side. `outfit` and `pose` are names of the registry and of `POSES`.
    """

    x: float
    y: float
    scale: float
    tilt_deg: float
    outfit: str
    pose: str
    light: Light
    shadow: Shadow | None = None
    turn_deg: float = 0.0
    flip: bool = False

    def at(self, x: float, y: float, scale: float) -> "Slot":
        """The same place elsewhere: its light goes along, so that it falls on the person in the same way."""
        grown = scale / self.scale
        moved = tuple(
            (x + (px - self.x) * grown, y + (py - self.y) * grown) for px, py in (self.light.start, self.light.end)
        )
        return replace(self, x=x, y=y, scale=scale, light=replace(self.light, start=moved[0], end=moved[1]))

    def adjusted(self, wish: Adjustments) -> "Slot":
        """The place as somebody wishes it."""
        there = self.at(self.x + wish.dx, self.y + wish.dy, self.scale * wish.scale)
        return replace(
            there,
            tilt_deg=self.tilt_deg + wish.tilt_deg,
            turn_deg=self.turn_deg + wish.turn_deg,
            flip=self.flip != wish.flip,
            outfit=wish.outfit or self.outfit,
            pose=wish.pose or self.pose,
        )

    def layers(self, figure: Figure, look: Look, uid: str) -> tuple[Layer, ...]:
        """The figure in its place: its shadow, itself, and the light on it."""
        person = figure_layer(figure, self.x, self.y, self.scale, turn_deg=self.turn_deg, flip=self.flip)
        sheet = Sheet(f"{uid}li", look)
        left, top, right, bottom = person.bounds or (0.0, 0.0, 0.0, 0.0)
        paint = sheet.linear(self.light.start, self.light.end, list(self.light.stops))
        sheet.path(f"M{left:.1f} {top:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}Z", paint)
        return (*self._shadow(look, uid), person, sheet.layer(person.bounds, 300, atop=True))

    def _shadow(self, look: Look, uid: str) -> tuple[Layer, ...]:
        if self.shadow is None or abs(math.remainder(self.turn_deg, 360)) > _UPRIGHT_DEG:
            return ()
        sheet, shade, unit = Sheet(f"{uid}sh", look), self.shadow, self.scale
        aside = shade.dx * unit
        sheet.ellipse(self.x + aside, self.y + 2, 178 * unit, 22 * unit, shade.wide, opacity=shade.opacity)
        sheet.ellipse(self.x + aside * 0.15, self.y + 1, 116 * unit, 13 * unit, shade.near, opacity=shade.opacity)
        wide = 180 * unit + abs(aside)
        return (sheet.layer((self.x - wide, self.y - 24 * unit, self.x + wide, self.y + 26 * unit), 900, moving=True),)
