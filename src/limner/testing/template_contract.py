"""What every template keeps: subclass `TemplateContract` in a test module and give it its three fixtures."""

import math
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from limner.catalog.page import compose_page, figure_in
from limner.catalog.slot import Slot
from limner.catalog.template import Template
from limner.engine.arrays import U8, Bools
from limner.engine.compose import Page, figure_layer, page_svg, render_page
from limner.engine.layer_cache import LayerCache
from limner.engine.motion.gesture import Motion
from limner.engine.raster import document, rasterize
from limner.engine.rig.figure import Figure
from limner.engine.rig.look import Look
from limner.engine.traits import Traits

_WIDTH_PX = 240
_LARGEST_MEAN_DIFFERENCE = 4.0
"""Levels of 255: what enlarging the soft layers may change."""
_AROUND_PX = 40
_SOLID = 100
"""Alpha of what must stay on the page; the glow of a lantern need not."""
_MOST_OF_A_FACE = 0.02
"""How much of a face somebody else's curl, or an animal's ear, may cover."""


class TemplateContract:
    """Tests any template must pass. Override the fixtures `template`, `look` and `traits`."""

    @pytest.fixture
    def template(self) -> Template:
        """The template under test."""
        raise NotImplementedError

    @pytest.fixture
    def look(self) -> Look:
        """The look it is drawn in."""
        raise NotImplementedError

    @pytest.fixture
    def traits(self) -> Traits:
        """Somebody to stand in it."""
        raise NotImplementedError

    def test_same_bytes_twice(self, template: Template, look: Look, traits: Traits) -> None:
        """The same person, look and seed give the same document and the same pixels."""
        first, second = (compose_page(template, (traits,), look, 3) for _ in range(2))
        assert page_svg(first) == page_svg(second)
        pixels = [render_page(page, _WIDTH_PX).pixels for page in (first, second)]
        assert np.array_equal(pixels[0], pixels[1])

    def test_document_is_whole(self, template: Template, look: Look, traits: Traits) -> None:
        """The SVG parses, ids are unique, and every reference has a target inside it."""
        svg = page_svg(compose_page(template, (traits,), look))
        root = ET.fromstring(svg)  # noqa: S314 - our own text
        ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids))
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(ids)
        assert 'href="http' not in svg

    def test_layers_agree_with_document(self, template: Template, look: Look, traits: Traits) -> None:
        """Drawing layer by layer looks like drawing the whole document."""
        page = compose_page(template, (traits,), look)
        layered = render_page(page, _WIDTH_PX).pixels.astype(np.float64)
        whole = rasterize(page_svg(page, _WIDTH_PX))[:, :, :3].astype(np.float64)
        assert layered.shape == whole.shape
        assert float(np.abs(layered - whole).mean()) < _LARGEST_MEAN_DIFFERENCE

    def test_nothing_in_front_is_cut(self, template: Template, look: Look) -> None:
        """Layers in front of the people paint nothing beyond the bounds they give."""
        unit = template.width / _WIDTH_PX
        size = (_WIDTH_PX, round(template.height / unit))
        for layer in template.foreground(look, 1):
            alpha = rasterize(document(layer.defs, layer.svg, (0, 0, template.width, template.height), size))[:, :, 3]
            left, top, right, bottom = (
                value / unit for value in layer.bounds or (0, 0, template.width, template.height)
            )
            beyond = alpha.copy()
            beyond[int(top) : math.ceil(bottom), int(left) : math.ceil(right)] = 0
            assert int(beyond.max()) < _SOLID, "something is cut off"

    def test_seed_varies_the_scene(self, template: Template, look: Look) -> None:
        """Another seed scatters anew; the same seed does not."""
        scenes = [template.background(look, seed) + template.foreground(look, seed) for seed in (0, 1, 0)]
        assert scenes[0] != scenes[1]
        assert scenes[0] == scenes[2]

    def test_another_frame_draws_only_the_figure(self, template: Template, look: Look, traits: Traits) -> None:
        """With a cache, a blink costs no scenery."""
        cache = LayerCache()
        first = render_page(compose_page(template, (traits,), look), _WIDTH_PX, cache)
        drawn = cache.drawn
        second = render_page(compose_page(template, (traits,), look, motion=Motion(blink=1.0)), _WIDTH_PX, cache)
        assert cache.drawn == drawn
        assert not np.array_equal(first.pixels, second.pixels)

    @pytest.mark.parametrize("number", [1, 2, 3, 4])
    def test_everybody_is_seen(self, template: Template, look: Look, traits: Traits, number: int) -> None:
        """Of up to four people nobody leaves the page, and nobody's face is behind something."""
        people = _group(traits)[: min(number, template.most_people)]
        places = template.places(people)
        assert len(places) == len(people)
        nearer = [_front(template, look)]
        for person, place in sorted(zip(people, places, strict=True), key=lambda one: -one[1].y):
            seen, face = _seen(template, figure_in(place, person, look, 0), place)
            inside = np.s_[_AROUND_PX:-_AROUND_PX, _AROUND_PX:-_AROUND_PX]
            solid = seen > _SOLID
            assert solid.sum() == solid[inside].sum(), "somebody leaves the page"
            for other in nearer:
                assert float(other[face].mean()) < 255 * _MOST_OF_A_FACE
            nearer.append(seen)


def _group(traits: Traits) -> tuple[Traits, ...]:
    """Three ages and a wheelchair; the tallest stands first."""
    return (
        replace(traits, age_band="adult"),
        replace(traits, age_band="baby"),
        replace(traits, age_band="child", wheelchair=True),
        traits,
    )


def _front(template: Template, look: Look) -> U8:
    """Alpha of what is before the people, on the page and `_AROUND_PX` around it."""
    page = Page(template.width, template.height, template.foreground(look, 1))
    return np.pad(rasterize(page_svg(page, _WIDTH_PX))[:, :, 3], _AROUND_PX)


def _seen(template: Template, figure: Figure, place: Slot) -> tuple[U8, Bools]:
    """Alpha of a figure on the page and `_AROUND_PX` around it, and where its face is."""
    person = figure_layer(figure, place.x, place.y, place.scale, turn_deg=place.turn_deg, flip=place.flip)
    unit = template.width / _WIDTH_PX
    around = _AROUND_PX * unit
    size = (_WIDTH_PX + 2 * _AROUND_PX, round(template.height / unit) + 2 * _AROUND_PX)
    view = (-around, -around, size[0] * unit, size[1] * unit)
    alpha = rasterize(document(person.defs, person.svg, view, size))[:, :, 3]
    left, top, right, bottom = (value * place.scale / unit for value in figure.face)
    x, y = place.x / unit + _AROUND_PX, (place.y - figure.ground_y * place.scale) / unit + _AROUND_PX
    rows, columns = np.mgrid[: size[1], : size[0]]
    across = (columns - x - (left + right) / 2) / ((right - left) / 2)
    down = (rows - y - (top + bottom) / 2) / ((bottom - top) / 2)
    return alpha, across**2 + down**2 < 1
