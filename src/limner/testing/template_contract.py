"""What every template keeps: subclass `TemplateContract` in a test module and give it its three fixtures."""

import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from limner.catalog.page import compose_page
from limner.catalog.template import Template
from limner.engine.compose import page_svg, render_page
from limner.engine.layer_cache import LayerCache
from limner.engine.raster import rasterize
from limner.engine.rig.look import Look
from limner.engine.traits import Traits

_WIDTH_PX = 240
_LARGEST_MEAN_DIFFERENCE = 4.0
"""Levels of 255: what enlarging the soft layers may change."""


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
        second = render_page(compose_page(template, (traits,), look, blink=1.0), _WIDTH_PX, cache)
        assert cache.drawn == drawn
        assert not np.array_equal(first.pixels, second.pixels)

    def test_nobody_leaves_the_page(self, template: Template, look: Look, traits: Traits) -> None:
        """Every figure stays within the page."""
        page = compose_page(template, (traits,), look)
        for layer in page.layers:
            if layer.moving and layer.bounds is not None:
                left, top, right, bottom = layer.bounds
                assert left > -40
                assert top > 0
                assert right < page.width + 40
                assert bottom <= page.height
