"""A person draws it: an illustrator, or somebody with an account at a service that has no interface for programs."""

import asyncio
from collections.abc import Iterator
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.images import RgbImage
from limner.errors import BadResult
from limner.generation.abilities import Abilities
from limner.generation.briefing import head_of, write_brief
from limner.generation.provider import DrawRequest, Errand, HandedOff, Picture
from limner.generation.received import cut_to, received

_ABILITIES: Final = Abilities(
    goes_to="whoever you give the brief to",
    destination="person",
    licence="personal",
    reference_pictures=9,
    seed="hint",
    most_people=4,
    negative_words=True,
    terms="What else the picture may be used for is for whoever draws it to say, or the service they draw it with.",
)
_LOOK_PX: Final = 48
_SAME: Final = 12.0
"""Mean difference, in levels of 255, below which two pictures are the same one: the photo, smaller and compressed hard,
differs from itself by 2, portraits painted from it by 47 and more."""


class HandOff:
    """Writes the brief, and takes the picture that comes back."""

    name = "handoff"
    title = "A person draws it"
    abilities = _ABILITIES

    def check_ready(self) -> None:
        """It always is."""

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        """Hand the brief over; asked again with what was brought, look at it.

        Raises:
            HandedOff: nothing was brought yet.
            BadResult: what was brought is no picture of this shape, or the photo itself.
        """
        if errand.brought is None:
            raise HandedOff(await asyncio.to_thread(write_brief, request))
        image = await asyncio.to_thread(_looked_at, errand.brought, request)
        original = errand.brought if b"c2pa" in errand.brought else None
        return Picture(image, self.name, "by hand", original=original)


def _looked_at(data: bytes, request: DrawRequest) -> RgbImage:
    image = received(data, request)
    for photo in _photos(request):
        if _apart(image, photo) < _SAME:
            raise BadResult("This is the photo itself, not a drawing of it.", "Bring the picture that was drawn.")
    return image


def _photos(request: DrawRequest) -> Iterator[RgbImage]:
    """The photos, whole and cut around the head, in the shape in which they would have been taken for the drawing."""
    for sitter in request.sitters:
        if sitter.sitting is not None:
            for photo in (sitter.sitting.image, head_of(sitter.sitting)):
                if cut := cut_to(photo, request):
                    yield cut


def _apart(one: RgbImage, other: RgbImage) -> float:
    """How different two pictures look from afar, in levels of 255."""
    small = [opencv.resize(image.pixels, _LOOK_PX, _LOOK_PX, "area").astype(np.float32) for image in (one, other)]
    return float(np.abs(small[0] - small[1]).mean())
