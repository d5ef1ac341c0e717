"""What every provider keeps: subclass `ProviderContract` in a test module and give it its two fixtures."""

from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from limner.catalog import registry
from limner.engine.arrays import U8
from limner.engine.images import RgbImage
from limner.engine.stages import STAGE_PX, StageName
from limner.errors import VectorImpossible
from limner.generation.provider import DrawRequest, Provider


def _pixels(provider: Provider, request: DrawRequest) -> U8:
    drawing = provider.draw(request, vector=False)
    assert isinstance(drawing, RgbImage)
    return drawing.pixels


class ProviderContract:
    """Tests any provider must pass. Override the fixtures `provider` and `draw_request`."""

    @pytest.fixture
    def provider(self) -> Provider:
        """The provider under test."""
        raise NotImplementedError

    @pytest.fixture
    def draw_request(self) -> DrawRequest:
        """A small picture in a character style."""
        raise NotImplementedError

    def test_has_words_for_people(self, provider: Provider) -> None:
        """A name to type, a title, a licence, and a plain answer to whether the photo leaves."""
        assert provider.name == provider.name.lower()
        assert " " not in provider.name
        assert provider.title
        assert provider.licence
        assert provider.photo_leaves in {True, False}

    def test_the_same_request_gives_the_same_pixels(self, provider: Provider, draw_request: DrawRequest) -> None:
        """Twice from one provider: what it keeps between pictures must not show."""
        first, second = (_pixels(provider, draw_request) for _ in range(2))
        assert np.array_equal(first, second)

    def test_watching_changes_nothing(self, provider: Provider, draw_request: DrawRequest) -> None:
        """Stages are small, in their order, and the picture is the same with and without them."""
        seen: list[tuple[StageName, RgbImage]] = []
        watched = provider.draw(draw_request, vector=False, watch=lambda stage, picture: seen.append((stage, picture)))
        assert isinstance(watched, RgbImage)
        assert np.array_equal(watched.pixels, _pixels(provider, draw_request))
        names = [stage for stage, _ in seen]
        assert names == [stage for stage in get_args(StageName) if stage in names]
        assert all(picture.width_px <= STAGE_PX for _, picture in seen)

    def test_another_seed_gives_another_picture(self, provider: Provider, draw_request: DrawRequest) -> None:
        """The seed varies what may vary, and the first picture can be had again."""
        first = _pixels(provider, draw_request)
        other = _pixels(provider, replace(draw_request, seed=draw_request.seed + 1))
        assert first.shape == other.shape
        assert not np.array_equal(first, other)
        assert np.array_equal(first, _pixels(provider, draw_request))

    def test_each_request_is_drawn_in_its_own_size(self, provider: Provider, draw_request: DrawRequest) -> None:
        """A second size from the same provider is of that width and of the same proportions."""
        small = _pixels(provider, draw_request)
        large = _pixels(provider, replace(draw_request, size_px=draw_request.size_px * 2))
        assert small.shape[1] == draw_request.size_px
        assert large.shape[1] == draw_request.size_px * 2
        assert abs(large.shape[0] - 2 * small.shape[0]) <= 2

    def test_a_vector_is_text_without_pixels(self, provider: Provider, draw_request: DrawRequest) -> None:
        """The SVG parses and hides no picture, neither as an element nor as data."""
        drawing = provider.draw(draw_request, vector=True)
        assert isinstance(drawing, str)
        root = ET.fromstring(drawing)  # noqa: S314 - our own text
        assert {element.tag.rpartition("}")[2] for element in root.iter()}.isdisjoint({"image", "foreignObject"})
        assert "data:" not in drawing

    def test_a_painted_portrait_has_no_vector_form(self, provider: Provider, draw_request: DrawRequest) -> None:
        """Asked for one anyway, it is refused with advice, not embedded as pixels."""
        portraits = [style for style in registry.styles() if style.family == "portrait"]
        for style in portraits:
            with pytest.raises(VectorImpossible) as refused:
                provider.draw(replace(draw_request, style=style), vector=True)
            assert refused.value.advice
