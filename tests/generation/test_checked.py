"""A drawing is looked at, and what was lost is asked for once more by name; every try is paid."""

import asyncio
from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from limner.characters.edit import with_attribute
from limner.engine.images import RgbImage
from limner.errors import BadResult, LimnerError, Overloaded
from limner.generation.abilities import Abilities
from limner.generation.checked import Checked, draw_checked
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.generation.providers.local import LocalProvider

_PRICE = 40_000
CLOUD = Abilities(goes_to="Somewhere", destination="cloud", licence="personal")


@dataclass
class Scripted:
    """Answers as the script says, then draws like this computer."""

    script: list[LimnerError | RgbImage] = field(default_factory=list[LimnerError | RgbImage])
    name: str = "cloud"
    title: str = "Cloud"
    abilities: Abilities = CLOUD
    asked: list[DrawRequest] = field(default_factory=list[DrawRequest])
    resumed: list[str | None] = field(default_factory=list[str | None])

    def check_ready(self) -> None:
        return

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        self.asked.append(request)
        self.resumed.append(errand.task)
        await errand.keep(f"task {len(self.asked)}")
        answer = self.script.pop(0) if self.script else LocalProvider().paint(request)
        if isinstance(answer, LimnerError):
            raise answer
        return Picture(answer, self.name, "model-1", cost_microusd=_PRICE)


@pytest.fixture
def with_glasses(astronaut_request: DrawRequest) -> RgbImage:
    """A drawing of the astronaut in glasses, which she has not."""
    sitter = astronaut_request.sitters[0]
    worn = replace(sitter, character=with_attribute(sitter.character, "glasses.frame", "thick"))
    return LocalProvider().paint(replace(astronaut_request, sitters=(worn,)))


EMPTY = RgbImage(np.full((320, 256, 3), 200, np.uint8))


def drawn(provider: Scripted, request: DrawRequest) -> Checked:
    return asyncio.run(draw_checked(provider, request, Errand()))


def test_what_was_lost_is_asked_for_by_name_as_a_new_picture(
    astronaut_request: DrawRequest, with_glasses: RgbImage
) -> None:
    cloud = Scripted([with_glasses])
    checked = drawn(cloud, astronaut_request)
    assert [request.lost for request in cloud.asked] == [(), ("glasses.frame",)]
    assert cloud.resumed == [None, None]
    assert checked.lost_before == ("glasses.frame",)
    assert checked.seen is not None
    assert checked.seen.lost == ()
    assert checked.cost_microusd == 2 * _PRICE
    assert not np.array_equal(checked.picture.image.pixels, with_glasses.pixels)


@pytest.mark.parametrize(("second", "paid"), [(EMPTY, 2), (Overloaded("Busy.", "Wait."), 1)])
def test_when_the_second_try_fails_the_first_is_kept_and_both_are_paid(
    astronaut_request: DrawRequest, with_glasses: RgbImage, second: LimnerError | RgbImage, paid: int
) -> None:
    checked = drawn(Scripted([with_glasses, second]), astronaut_request)
    assert np.array_equal(checked.picture.image.pixels, with_glasses.pixels)
    assert checked.cost_microusd == paid * _PRICE


def test_a_picture_without_a_face_is_none(astronaut_request: DrawRequest) -> None:
    with pytest.raises(BadResult):
        drawn(Scripted([EMPTY]), astronaut_request)


def test_the_caption_is_lettered_here(astronaut_request: DrawRequest) -> None:
    plain = LocalProvider().paint(astronaut_request)
    checked = drawn(Scripted([plain]), replace(astronaut_request, caption="Hello"))
    assert not np.array_equal(checked.picture.image.pixels, plain.pixels)
