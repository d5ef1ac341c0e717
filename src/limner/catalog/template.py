"""The contract of a template: a scene with places for people, drawn by code in page units."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from limner.engine.compose import Page, figure_layer
from limner.engine.layer import Layer
from limner.engine.rig.figure import Figure
from limner.engine.rig.look import Look
from limner.engine.sheet import Sheet, Stop


@dataclass(frozen=True, slots=True)
class Light:
    """What falls on a figure: a warm side and a cool side, as gradient stops along a line in page units."""

    start: tuple[float, float]
    end: tuple[float, float]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one person: where the feet stand, how large, which way the head leans, what they wear and do."""

    x: float
    y: float
    scale: float
    tilt_deg: float
    outfit: str
    pose: Literal["wave", "carry"]
    light: Light


LayerMaker = Callable[[Look, int], tuple[Layer, ...]]


@dataclass(frozen=True, slots=True)
class Template:
    """A scene: layers behind and in front of the people, in units of a `width` x `height` page."""

    name: str
    title: str
    summary: str
    slots: tuple[Slot, ...]
    background: LayerMaker
    foreground: LayerMaker
    width: float = 1000.0
    height: float = 1250.0

    def moved(self, dx: float, dy: float, scale: float, tilt_deg: float) -> "Template":
        """The same scene with its first person moved by (dx, dy) page units, resized and leaning otherwise."""
        first, *others = self.slots
        place = replace(
            first, x=first.x + dx, y=first.y + dy, scale=first.scale * scale, tilt_deg=first.tilt_deg + tilt_deg
        )
        return replace(self, slots=(place, *others))

    def page(self, figures: tuple[Figure, ...], look: Look, seed: int = 0) -> Page:
        """The whole page with figures in the slots, in order; `seed` scatters stars, grass and the like anew."""
        layers = list(self.background(look, seed))
        for i, (figure, slot) in enumerate(zip(figures, self.slots, strict=False)):
            person = figure_layer(figure, slot.x, slot.y, slot.scale)
            sheet = Sheet(f"li{i}", look)
            left, top, right, bottom = person.bounds or (0.0, 0.0, self.width, self.height)
            paint = sheet.linear(slot.light.start, slot.light.end, list(slot.light.stops))
            sheet.path(f"M{left:.1f} {top:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}Z", paint)
            layers += [person, sheet.layer(person.bounds, 300, atop=True)]
        return Page(self.width, self.height, (*layers, *self.foreground(look, seed)))
