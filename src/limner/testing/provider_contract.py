"""What every provider keeps: subclass `ProviderContract` in a test module and give it its fixtures.

Who speaks HTTP subclasses `WireContract` beside it, with a fake of the other side.
"""

import asyncio
from dataclasses import replace
from typing import Final, get_args
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from limner.catalog import registry
from limner.engine.arrays import U8
from limner.engine.stages import STAGE_PX, StageName
from limner.errors import (
    VectorImpossible,
)
from limner.generation.abilities import Cancel, SeedUse
from limner.generation.provider import DrawRequest, DrawsVectors, Errand, Picture, Provider
from limner.testing.listening import Listening
from limner.testing.maker_contract import MakerContract

_WORD: Final = "unmistakable"
"""Goes into the prompt and must come out nowhere else."""


def draw(provider: Provider, request: DrawRequest, errand: Errand | None = None) -> Picture:
    """One picture, waited for."""
    return asyncio.run(provider.draw(request, errand or Errand()))


def _pixels(provider: Provider, request: DrawRequest) -> U8:
    return draw(provider, request).image.pixels


class ProviderContract(MakerContract):
    """Tests any provider must pass. Override the fixtures `provider` and `draw_request`."""

    @pytest.fixture
    def provider(self) -> Provider:
        """The provider under test, ready to draw."""
        raise NotImplementedError

    @pytest.fixture
    def draw_request(self) -> DrawRequest:
        """A small picture of one person, whose photo is there, in a character style."""
        raise NotImplementedError

    def test_says_what_it_can(self, provider: Provider) -> None:
        """Its abilities are possible ones."""
        can = provider.abilities
        assert can.seed in get_args(SeedUse)
        assert can.cancel in get_args(Cancel)
        assert can.most_people >= 1
        assert can.longest_px >= 512
        assert can.price_microusd >= 0
        assert all(width > 0 and height > 0 for width, height in can.aspects)

    def test_draws_in_the_proportions_asked_for(self, provider: Provider, draw_request: DrawRequest) -> None:
        """The picture is not squeezed, and says who drew it."""
        picture = draw(provider, draw_request)
        ratio = picture.image.height_px / picture.image.width_px
        assert abs(ratio - draw_request.height_px / draw_request.size_px) < 0.02
        assert picture.provider == provider.name
        assert picture.model
        assert picture.cost_microusd >= 0

    def test_the_same_seed_gives_what_is_promised(self, provider: Provider, draw_request: DrawRequest) -> None:
        """Where the seed is exact, the same pixels again and other pixels with another seed."""
        if provider.abilities.seed != "exact":
            pytest.skip(f"{provider.name} does not promise the same picture for the same seed")
        first, second = (_pixels(provider, draw_request) for _ in range(2))
        other = _pixels(provider, replace(draw_request, seed=draw_request.seed + 1))
        assert np.array_equal(first, second)
        assert first.shape == other.shape
        assert not np.array_equal(first, other)
        assert np.array_equal(first, _pixels(provider, draw_request))

    def test_being_watched_changes_nothing(self, provider: Provider, draw_request: DrawRequest) -> None:
        """Stages are small and in their order, shares rise, and an exact picture stays the same."""
        errand = Listening()
        watched = draw(provider, draw_request, errand)
        names = [stage for stage, _ in errand.stages]
        assert names == [stage for stage in get_args(StageName) if stage in names]
        assert all(picture.width_px <= STAGE_PX for _, picture in errand.stages)
        assert errand.shares == sorted(errand.shares)
        assert all(0 <= share <= 1 for share in errand.shares)
        if provider.abilities.seed == "exact":
            assert np.array_equal(watched.image.pixels, _pixels(provider, draw_request))

    def test_a_vector_is_text_without_pixels(self, provider: Provider, draw_request: DrawRequest) -> None:
        """The SVG parses and hides no picture, neither as an element nor as data; a painted portrait has none."""
        if not isinstance(provider, DrawsVectors):
            pytest.skip(f"{provider.name} gives pixels only")
        drawing = provider.svg(draw_request)
        root = ET.fromstring(drawing)  # noqa: S314 - our own text
        assert {element.tag.rpartition("}")[2] for element in root.iter()}.isdisjoint({"image", "foreignObject"})
        assert "data:" not in drawing
        for style in (style for style in registry.styles() if style.family == "portrait"):
            with pytest.raises(VectorImpossible) as refused:
                provider.svg(replace(draw_request, style=style))
            assert refused.value.advice
