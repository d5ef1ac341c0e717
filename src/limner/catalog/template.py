"""The contract of a template: a scene with places for people, drawn by code in page units."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from limner.catalog.arrangement import arranged
from limner.catalog.slot import Light, Shadow, Slot
from limner.engine.compose import Page
from limner.engine.layer import Layer
from limner.engine.rig.figure import Figure
from limner.engine.rig.look import Look
from limner.engine.traits import Traits

__all__ = ["LayerMaker", "Light", "Shadow", "Slot", "Template"]

LayerMaker = Callable[[Look, int], tuple[Layer, ...]]


@lru_cache(maxsize=16)
def _scenery(maker: LayerMaker, look: Look, seed: int) -> tuple[Layer, ...]:
    """What a maker draws; the next frame, or the next person in the same scene, need not draw it again."""
    return maker(look, seed)


@dataclass(frozen=True, slots=True)
class Template:
    """A scene: layers behind and in front of the people, in units of a `width` x `height` page.

    `slots` is the place of who is alone. More people are arranged from it; a scene that wants them otherwise says
    so in `groups`, each as long as the number of people it is for. A caption's label lies at the foot or the top of
    the page, in the colour of `paper`.
    """

    name: str
    title: str
    summary: str
    slots: tuple[Slot, ...]
    background: LayerMaker
    foreground: LayerMaker
    width: float = 1000.0
    height: float = 1250.0
    groups: tuple[tuple[Slot, ...], ...] = ()
    most_people: int = 4
    paper: str = "#fdf5e3"
    words: Literal["foot", "top"] = "foot"

    def places(self, people: Sequence[Traits]) -> tuple[Slot, ...]:
        """Where these people stand, in their order; at most `most_people`."""
        own = {len(places): places for places in (self.slots, *self.groups)}
        return own.get(len(people)) or arranged(self.slots[0], people, self.width)

    def page(self, figures: Sequence[Figure], places: Sequence[Slot], look: Look, seed: int = 0) -> Page:
        """The whole page with figures in their places; `seed` scatters stars, grass and the like anew."""
        layers = list(_scenery(self.background, look, seed))
        # Who stands lower on the page is nearer.
        for i in sorted(range(len(figures)), key=lambda i: places[i].y):
            layers += places[i].layers(figures[i], look, f"p{i}")
        return Page(self.width, self.height, (*layers, *_scenery(self.foreground, look, seed)))
