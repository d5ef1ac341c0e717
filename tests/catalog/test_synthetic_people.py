"""Forty invented people with every value of every attribute, drawn in every character style."""

import re
from collections.abc import Sequence

import numpy as np
import pytest
from benchmarks.people import COUNT, invented_people, values_of

from limner.catalog import registry
from limner.catalog.page import compose_page
from limner.characters.attributes import ATTRIBUTES
from limner.characters.character import Character
from limner.engine.compose import Page, page_svg
from limner.engine.layer_cache import LayerCache
from limner.engine.paint.finish import paint_page

STYLES = [style.name for style in registry.styles() if style.look is not None]


@pytest.fixture(scope="module")
def people() -> list[Character]:
    return invented_people()


@pytest.fixture(scope="module")
def scenes() -> LayerCache:
    return LayerCache()


def page_of(person: Character, style: str, number: int) -> Page:
    look = registry.style(style).look
    assert look is not None
    return compose_page(registry.template(("moon", "forest")[number % 2]), (person.traits(),), look, seed=1)


def test_between_them_they_have_every_value(people: Sequence[Character]) -> None:
    assert len(people) == COUNT
    for name in ATTRIBUTES:
        assert {person.readings[name].value for person in people} == set(values_of(name)), name


@pytest.mark.parametrize("style", STYLES)
def test_everybody_is_drawn_whole(people: Sequence[Character], scenes: LayerCache, style: str) -> None:
    look = registry.style(style).look
    assert look is not None
    for number, person in enumerate(people):
        page = page_of(person, style, number)
        svg = page_svg(page)
        assert not re.search(r"\bnan\b|\binf\b", svg), number
        paths = re.findall(r' d="([^"]*)"', svg)
        assert all(data[:1] == "M" for data in paths), number
        figure = next(layer for layer in page.layers if layer.moving)
        assert figure.bounds is not None
        assert figure.bounds[1] > 0, f"person {number}: the head leaves the page"
        pixels = paint_page(page, look, 150, scenes).pixels
        assert pixels.std() > 15, number


def test_people_are_told_apart(people: Sequence[Character], scenes: LayerCache) -> None:
    look = registry.style("storybook").look
    assert look is not None
    small = [paint_page(page_of(person, "storybook", 0), look, 90, scenes).pixels.astype(np.int16) for person in people]
    nearest = min(float(np.abs(one - other).mean()) for i, one in enumerate(small) for other in small[:i])
    assert nearest > 0.5
