"""A folder keeps what every template keeps: as SVG and as pixels, in every character style."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from tests.catalog.own_templates.example import as_bytes, documented, painted

from limner.catalog import registry
from limner.catalog.page import compose_page
from limner.catalog.template import Template
from limner.engine.layer_cache import LayerCache
from limner.engine.motion.frame import render_frame
from limner.engine.motion.gesture import Motion
from limner.engine.numbered import shape_numbers
from limner.engine.paint.finish import paint_page
from limner.engine.raster import document, rasterize
from limner.engine.rig.look import Look
from limner.engine.traits import AgeBand, Traits
from limner.testing.template_contract import TemplateContract

_LOOKS = {style.name: style.look for style in registry.styles() if style.look is not None}


@pytest.fixture(scope="module", params=["svg", "pixels"])
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Template:
    folder = tmp_path_factory.mktemp("shelf") / "mine"
    return registry.template_in(documented(folder) if request.param == "svg" else painted(folder))


@pytest.fixture
def traits(somebody: Callable[[AgeBand], Traits]) -> Traits:
    return somebody("child")


class TestOwnTemplates(TemplateContract):
    @pytest.fixture
    def template(self, template: Template) -> Template:
        return template

    @pytest.fixture(params=["storybook", "comic"])
    def look(self, request: pytest.FixtureRequest) -> Look:
        return _LOOKS[str(request.param)]

    @pytest.fixture
    def traits(self, traits: Traits) -> Traits:
        return traits

    def test_seed_varies_the_scene(self, template: Template, look: Look) -> None:
        """A picture is as it was drawn: no seed changes it."""
        assert template.background(look, 0) == template.background(look, 1)


@pytest.mark.parametrize("style", _LOOKS)
def test_everybody_is_drawn_in_every_style(template: Template, style: str, traits: Traits) -> None:
    look = _LOOKS[style]
    people = (replace(traits, wheelchair=True), traits, traits, traits)
    pictures = [
        paint_page(compose_page(template, people[:number], look), look, 160).pixels
        for number in range(template.most_people + 1)
        if number
    ]
    assert all(picture.shape == (200, 160, 3) for picture in pictures)
    assert all((one != other).any() for one, other in pairwise(pictures))


def test_finishes_find_the_shapes_of_the_scene(template: Template, traits: Traits) -> None:
    """Paper cut-outs and volumes ask which shape is seen where; the sky, too, has to be one."""
    page = compose_page(template, (traits,), _LOOKS["paper-cut"])
    numbers = shape_numbers(page, 240)
    assert numbers.min() > 0
    front = shape_numbers(replace(page, layers=(page.layers[0], *template.foreground(_LOOKS["paper-cut"], 0))), 240)
    assert len(np.unique(front)) > 1


def test_the_scene_drifts_without_showing_its_border(template: Template, traits: Traits) -> None:
    look = _LOOKS["storybook"]
    page = compose_page(template, (traits,), look)
    frames = [render_frame(page, Motion(drift=drift), 160, LayerCache()).pixels for drift in (-1.0, 1.0)]
    assert (frames[0] != frames[1]).any()
    for frame in frames:
        assert int(frame[:, [0, -1]].min(axis=2).max()) < 255, "white paper shows at an edge"


def test_nothing_lies_in_the_holes_of_a_picture(tmp_path: Path) -> None:
    """The outline that finishes look for is nowhere to be seen, not even in a hole of a few pixels."""
    folder = painted(tmp_path / "mine")
    net = Image.new("RGBA", (1000, 1250), (220, 40, 40, 255))
    for x in range(0, 1000, 25):
        ImageDraw.Draw(net).rectangle((x, 0, x + 5, 1250), fill=(0, 0, 0, 0))
        ImageDraw.Draw(net).rectangle((0, x, 1000, x + 5), fill=(0, 0, 0, 0))
    for x in range(13, 1000, 25):
        ImageDraw.Draw(net).rectangle((x, 713, x + 3, 716), fill=(0, 0, 0, 0))
    (folder / "foreground.png").write_bytes(as_bytes(net, "PNG"))
    (layer,) = registry.template_in(folder).foreground(_LOOKS["storybook"], 0)
    shown = rasterize(document(layer.defs, layer.svg, (0, 0, 1000, 1250), (1000, 1250)))[:, :, 3]
    alone = rasterize(document("", layer.svg[layer.svg.index("<g") :], (0, 0, 1000, 1250), (1000, 1250)))[:, :, 3]
    assert np.array_equal(shown, alone)
