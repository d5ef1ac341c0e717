"""The contract of everything that can draw."""

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, runtime_checkable

from limner.catalog.adjustments import Adjustments
from limner.catalog.style import Style
from limner.catalog.template import Template
from limner.characters.character import Character
from limner.engine.images import Mask, RgbImage
from limner.engine.stages import StageName
from limner.faces.face import Face
from limner.generation.brief import Brief
from limner.generation.maker import Maker


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

    `size_px` is its width, `seed` varies what may vary (stars, grass, paint), `caption` is written into it. `words` are
    the person's own wishes, for providers that take text; `lost` names attributes that the last try did not show.
    """

    sitters: tuple[Sitter, ...]
    style: Style
    template: Template
    size_px: int
    seed: int
    caption: str = ""
    words: str = ""
    lost: tuple[str, ...] = ()

    @property
    def height_px(self) -> int:
        """Its height: portraits are square, scenes have the template's proportions."""
        if self.style.family == "portrait":
            return self.size_px
        return round(self.size_px * self.template.height / self.template.width)


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture and how it came about.

    `seed` is the one the provider says it used, None where it says nothing. `cost_microusd` is what was charged, in
    millionths of a US dollar. `original` is the file as it came, kept where it carries content credentials or a
    watermark that encoding it anew would lose.
    """

    image: RgbImage
    provider: str
    model: str
    seed: int | None = None
    cost_microusd: int = 0
    duration_s: float = 0.0
    request_id: str = ""
    original: bytes | None = None


class Errand:
    """What a provider may say while it draws, and what an earlier attempt of the same job has left behind.

    This one listens to nothing; a job's own passes everything on. `show` and `advance` may be called from any thread.
    """

    task: str | None = None
    """The provider's own id of what an earlier attempt began: it is waited for, never begun (and paid) again."""
    brought: bytes | None = None
    """The file somebody brought back, where a picture is handed off to a person."""
    asker: str = ""
    """Stands for who asks, towards a provider that watches for abuse: a hash of at most 64 characters, or nothing."""

    def show(self, stage: StageName, picture: RgbImage) -> None:
        """A stage of the drawing, small."""
        del stage, picture

    def advance(self, share: float) -> None:
        """How much is done, 0..1."""
        del share

    async def keep(self, task: str) -> None:
        """Remember the provider's id of what was just begun, before anything else is done."""
        self.task = task

    async def forget(self) -> None:
        """What was begun has come to its end: the next begins anew."""
        self.task = None


class HandedOff(Exception):
    """The picture is now a person's to draw; `brief` says how."""

    def __init__(self, brief: Brief) -> None:
        super().__init__("handed off")
        self.brief = brief


class Provider(Maker, Protocol):
    """Something that can draw. One is made per process and asked for many pictures, at times for several at once."""

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        """Draw the request in its proportions, about `size_px` wide.

        Being cancelled, it stops waiting within a second, tells the other side where that is possible, and lets the
        cancellation through. It does not retry by itself: who asked decides that, by the error's type.

        Raises:
            ProviderError: it did not draw.
            PhotoGone: the style paints from the photo, and there is none.
            HandedOff: a person draws it; ask again with `errand.brought`.
        """
        ...


@runtime_checkable
class DrawsVectors(Protocol):
    """A provider that can also give a drawing as an SVG."""

    def svg(self, request: DrawRequest) -> str:
        """The drawing as the text of an SVG, without pixels.

        Raises:
            VectorImpossible: the style has no vector form.
        """
        ...


@runtime_checkable
class KnowsItsEnd(Protocol):
    """A provider that can find out when its model is shut down."""

    async def shut_down_on(self) -> date | None:
        """The day, where one is announced; the provider is asked.

        Raises:
            ProviderError: it does not say.
        """
        ...
