"""The contract of everything that can draw."""

from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from limner.catalog.adjustments import Adjustments
from limner.catalog.style import Style
from limner.catalog.template import Template
from limner.characters.character import Character
from limner.engine.images import Mask, RgbImage
from limner.engine.stages import Watch
from limner.faces.face import Face


@dataclass(frozen=True, slots=True)
class Sitting:
    """A person as the photo shows them: what a portrait style paints from.

    `face` is the one to paint, `others` are the remaining faces of the picture, `person` tells people from ground.
    """

    image: RgbImage
    face: Face
    others: tuple[Face, ...]
    person: Mask


@dataclass(frozen=True, slots=True)
class Sitter:
    """One person of a picture, and how they are placed, dressed and posed in it.

    `sitting` is None where the photo is gone; a character can be drawn without it, a portrait can't be painted.
    """

    character: Character
    sitting: Sitting | None = None
    adjustments: Adjustments = field(default_factory=Adjustments)


@dataclass(frozen=True, slots=True)
class DrawRequest:
    """One picture to draw, with at least one person, from left to right.

    `size_px` is its width, `seed` varies what may vary (stars, grass, paint), `caption` is written into it.
    """

    sitters: tuple[Sitter, ...]
    style: Style
    template: Template
    size_px: int
    seed: int
    caption: str = ""


Drawing: TypeAlias = RgbImage | str
"""A finished picture: pixels, or the text of an SVG where a vector was asked for."""


class Provider(Protocol):
    """Something that can draw.

    `photo_leaves` says whether the photo goes to another machine, `licence` what the pictures may be used for.
    """

    name: str
    title: str
    photo_leaves: bool
    licence: str

    def draw(self, request: DrawRequest, *, vector: bool, watch: Watch | None = None) -> Drawing:
        """Draw the request; `vector` asks for the SVG alone, without pixels.

        `watch`, where it is given, is shown small pictures of real stages; who has none to show shows none.

        Raises:
            VectorImpossible: the style has no vector form.
            PhotoGone: the style paints from the photo, and there is none.
        """
        ...
