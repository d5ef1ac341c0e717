"""The contract of an outfit: clothes that fit every age band and pose."""

from collections.abc import Callable
from dataclasses import dataclass

from limner.engine.rig.figure import Desk


@dataclass(frozen=True, slots=True)
class Outfit:
    """Clothes as two drawing functions; see `engine.rig.figure.Clothes` for what each draws."""

    name: str
    title: str
    back: Callable[[Desk], None]
    front: Callable[[Desk], None]

    def draw_back(self, desk: Desk) -> None:
        """Everything behind the hair."""
        self.back(desk)

    def draw_front(self, desk: Desk) -> None:
        """Everything else, in drawing order."""
        self.front(desk)
