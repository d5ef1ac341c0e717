"""The wheelchair: there in every look, pose, outfit and age, with its wheels on the ground."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, product
from typing import Final, get_args

import numpy as np
import pytest
from benchmarks.people import average_person

from limner.catalog import registry
from limner.engine.arrays import U8
from limner.engine.raster import document, rasterize
from limner.engine.rig.figure import Figure, draw_figure
from limner.engine.rig.look import Look
from limner.engine.rig.pose import POSES
from limner.engine.rig.skeleton import Seat, skeleton
from limner.engine.traits import AgeBand, Traits

LOOKS: Final = {style.name: style.look for style in registry.styles() if style.look is not None}
OUTFITS: Final = [outfit.name for outfit in registry.outfits()]
UNITS_PER_PX: Final = 2.0


def person(age: AgeBand, *, wheelchair: bool) -> Traits:
    return replace(average_person(age), wheelchair=wheelchair)


def drawn(traits: Traits, look: Look, outfit: str, pose: str) -> Figure:
    return draw_figure(traits, look, registry.outfit(outfit), POSES[pose], uid="t")


def pixels(figure: Figure, margin: float = 40.0) -> U8:
    """(height, width, 4) of the figure's bounds and `margin` body units around them."""
    left, top, right, bottom = figure.bounds
    view = (left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin)
    size = round(view[2] / UNITS_PER_PX), round(view[3] / UNITS_PER_PX)
    return rasterize(document(figure.defs, figure.svg, view, size))


def at(figure: Figure, x: float, y: float, margin: float = 40.0) -> tuple[int, int]:
    """Row and column of a point in body units."""
    return round((y - figure.bounds[1] + margin) / UNITS_PER_PX), round((x - figure.bounds[0] + margin) / UNITS_PER_PX)


def spoke_guards(figure: Figure, seat: Seat) -> list[bool]:
    """Whether turquoise is seen where the left and the right wheel's spoke guards are."""
    image = pixels(figure)
    places = [at(figure, side * (seat.hub_x + 2), seat.hub_y + 0.44 * seat.radius) for side in (-1, 1)]
    shown = [image[row, column].astype(int).tolist() for row, column in places]
    return [alpha > 200 and blue > red + 60 for red, _, blue, alpha in shown]


def seat_of(age: AgeBand, pose: str) -> Seat:
    seat = skeleton(age, POSES[pose], wheelchair=True).seat
    assert seat is not None
    return seat


def everything() -> Iterator[tuple[str, str, str, str]]:
    """Every outfit with every pose, and between them every look with every age."""
    looks_and_ages = cycle(product(sorted(LOOKS), get_args(AgeBand)))
    for (outfit, pose), (look, age) in zip(product(OUTFITS, sorted(POSES)), looks_and_ages, strict=False):
        yield look, outfit, pose, age


@pytest.mark.parametrize(("look", "outfit", "pose", "age"), list(everything()))
def test_both_wheels_stand_on_the_ground_within_the_bounds(look: str, outfit: str, pose: str, age: AgeBand) -> None:
    figure = drawn(person(age, wheelchair=True), LOOKS[look], outfit, pose)
    image = pixels(figure)
    alpha, seat = image[:, :, 3], seat_of(age, pose)
    assert spoke_guards(figure, seat) == [True, True]
    lowest = figure.bounds[1] - 40 + UNITS_PER_PX * (float(np.flatnonzero((alpha > 128).any(axis=1)).max()) + 1)
    assert abs(lowest - figure.ground_y) < 5
    inner = round(40 / UNITS_PER_PX) - 1
    outside = alpha.copy()
    outside[inner:-inner, inner:-inner] = 0
    assert int(outside.max()) < 24


@pytest.mark.parametrize("outfit", OUTFITS)
def test_who_uses_none_has_none(outfit: str) -> None:
    standing = drawn(person("child", wheelchair=False), LOOKS["storybook"], outfit, "carry")
    seated = drawn(person("child", wheelchair=True), LOOKS["storybook"], outfit, "carry")
    seat = seat_of("child", "carry")
    # A cape may hang where one of the wheels would be.
    assert spoke_guards(seated, seat) == [True, True]
    assert spoke_guards(standing, seat) != [True, True]
    assert skeleton("child", POSES["carry"]).seat is None


def test_the_free_hand_is_on_the_push_rim_and_the_other_still_waves() -> None:
    standing, seated = (skeleton("child", POSES["wave"], wheelchair=sits) for sits in (False, True))
    seat = seat_of("child", "wave")
    assert np.array_equal(standing.left.joints, seated.left.joints)
    x, y = seated.right.wrist
    assert abs(x - seat.hub_x) < 0.5 * seat.radius
    assert seat.hub_y - 1.2 * seat.radius < y < seat.hub_y - 0.5 * seat.radius


@pytest.mark.parametrize(("age", "least"), [("child", 0.0), ("adult", 20.0)])
def test_nobody_but_a_baby_grows_by_sitting_down(age: AgeBand, least: float) -> None:
    standing, seated = (skeleton(age, POSES["wave"], wheelchair=sits) for sits in (False, True))
    assert standing.build.ground_y - seated.build.ground_y >= least
