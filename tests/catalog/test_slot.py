"""Placing somebody by hand: what goes along with them, and what stays the page's."""

from dataclasses import replace

import numpy as np
import pytest
from benchmarks.people import average_person

from limner.catalog import registry
from limner.catalog.adjustments import Adjustments
from limner.catalog.page import compose_page, figure_in, places_of
from limner.catalog.slot import Slot
from limner.engine.compose import Page, page_svg
from limner.engine.layer import Layer
from limner.engine.raster import rasterize
from limner.engine.rig.look import Look
from limner.errors import Invalid, UnknownName

MOON = registry.template("moon")
LOOK = registry.style("storybook").look or Look(ink=None, ink_width=0.0, shading="soft", finish="none")
CHILD = average_person("child")


def layers_of(**wish: object) -> tuple[Layer, ...]:
    (place,) = places_of(MOON, (CHILD,), (Adjustments.model_validate(wish),))
    return place.layers(figure_in(place, CHILD, LOOK, 0), LOOK, "p0")


def box_of(layer: Layer) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is solid, in pixels of a page 500 wide."""
    alpha = rasterize(page_svg(Page(1000, 1250, (layer,)), 500))[:, :, 3] > 128
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


def test_a_mirrored_figure_stands_where_it_stood_in_the_pages_light() -> None:
    (plain_shadow, plain, plain_light), (shadow, mirrored, light) = layers_of(), layers_of(flip=True)
    x = MOON.slots[0].x / 2
    left, top, right, bottom = box_of(plain)
    mirrored_box = box_of(mirrored)
    assert mirrored_box == pytest.approx((2 * x - right, top, 2 * x - left, bottom), abs=2)
    assert (shadow.svg, light.defs) == (plain_shadow.svg, plain_light.defs)


def test_light_and_shadow_go_along_with_who_is_moved() -> None:
    place, moved = MOON.slots[0], MOON.slots[0].adjusted(Adjustments(dx=100, dy=-40, scale=0.5))
    assert (moved.x, moved.y, moved.scale) == (place.x + 100, place.y - 40, place.scale / 2)
    for was, now in ((place.light.start, moved.light.start), (place.light.end, moved.light.end)):
        assert now[0] - moved.x == pytest.approx((was[0] - place.x) / 2)
        assert now[1] - moved.y == pytest.approx((was[1] - place.y) / 2)


def test_a_figure_turns_clockwise_about_its_middle() -> None:
    upright, over, right, left = (box_of(layers_of(turn_deg=deg)[-2]) for deg in (0, 180, 90, -90))
    assert over[1] + over[3] == pytest.approx(upright[1] + upright[3], abs=8)
    assert right[2] - right[0] == pytest.approx(upright[3] - upright[1], abs=2)
    # The raised arm is on the viewer's left of who stands upright: above who lies with the head to the right.
    assert right[1] + right[3] < left[1] + left[3]


def test_who_lies_throws_no_shadow_at_the_feet() -> None:
    assert [len(layers_of(turn_deg=deg)) for deg in (0, 20, -90, 180)] == [3, 3, 2, 2]


def test_adjustments_change_nothing_when_they_say_nothing() -> None:
    plain, neutral = (compose_page(MOON, (CHILD,), LOOK, 1, wishes) for wishes in ((), (Adjustments(),)))
    assert page_svg(plain) == page_svg(neutral)


def test_who_is_pulled_down_comes_before_the_others() -> None:
    def order(dy: float) -> list[str]:
        page = compose_page(MOON, (CHILD, CHILD), LOOK, 1, (Adjustments(dy=dy), Adjustments(dy=-dy)))
        return [layer.defs[:60] for layer in page.layers if layer.moving and layer.defs]

    assert order(60) == order(-60)[::-1]


def test_more_people_than_places_and_unknown_clothes_are_refused() -> None:
    with pytest.raises(Invalid, match="places for 4"):
        places_of(MOON, (CHILD,) * 5)
    for wish in (Adjustments(outfit="tuxedo"), Adjustments(pose="headstand")):
        with pytest.raises(UnknownName):
            compose_page(MOON, (CHILD,), LOOK, 1, (wish,))


def test_a_template_may_say_where_its_people_stand() -> None:
    pair: tuple[Slot, ...] = (MOON.slots[0].at(300, 1100, 0.8), MOON.slots[0].at(700, 1100, 0.8))
    own = replace(MOON, groups=(pair,))
    assert own.places((CHILD, CHILD)) == pair
    assert len(own.places((CHILD,) * 3)) == 3
