"""The contract of a style: what a picture is drawn or painted like."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Literal, TypeAlias, cast

from limner.engine.images import RgbImage
from limner.engine.rig.look import Look

Family = Literal["character", "portrait"]

Painter: TypeAlias = Callable[..., RgbImage]
"""Paints one person of a photo: the signature is that of `paint_watercolor`."""


@dataclass(frozen=True, slots=True)
class Style:
    """A character style has a `look`; a portrait style has `paint`, the dotted name "module:function" of its painter.

    The painter is named, not held, so that listing the styles imports no pixel code.
    """

    name: str
    title: str
    family: Family
    summary: str
    look: Look | None = None
    paint: str | None = None

    def __post_init__(self) -> None:
        if (self.look is None) == (self.family == "character") or (self.paint is None) == (self.family == "portrait"):
            msg = f"style {self.name}: a character style has a look, a portrait style a painter"
            raise ValueError(msg)

    def painter(self) -> Painter:
        """The portrait painter, imported now."""
        module, function = (self.paint or "").split(":")
        return cast("Painter", getattr(import_module(module), function))
