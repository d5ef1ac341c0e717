"""Whatever a parent sets is seen: every value of every attribute changes the drawing, in every look."""

import re
from dataclasses import fields, replace
from typing import Any, Final, get_args

import pytest
from benchmarks.people import average_person

from limner.catalog import registry
from limner.engine.rig.figure import draw_figure
from limner.engine.rig.head import HeadLayers, draw_head
from limner.engine.rig.look import Look
from limner.engine.rig.pose import POSES
from limner.engine.traits import (
    BeardStyle,
    Earrings,
    GlassesFrame,
    HeadCovering,
    Mole,
    MoustacheStyle,
    Mouth,
    Side,
    Traits,
)

LOOKS: Final = {style.name: style.look for style in registry.styles() if style.look is not None}
SOMEBODY: Final = replace(
    average_person("adult"),
    skin=(70.0, 14.0, 20.0),
    brow_color=(25.0, 6.0, 10.0),
    eye_color="blue",
    eye_openness=0.35,
    lip_color=(54.0, 24.0, 12.0),
    mouth="open-smile",
    glasses_color=(22.0, 4.0, 4.0),
    beard_color=(28.0, 6.0, 10.0),
)
VALUES: Final[dict[str, tuple[Any, ...]]] = {
    "glasses": get_args(GlassesFrame),
    "beard": get_args(BeardStyle),
    "moustache": get_args(MoustacheStyle),
    "mole": get_args(Mole),
    "mouth": get_args(Mouth),
    "hearing_aid": get_args(Side),
    "earrings": get_args(Earrings),
    "head_covering": get_args(HeadCovering),
    "freckles": (False, True),
    "missing_tooth": (False, True),
    "braces": (False, True),
}


def _text(head: HeadLayers) -> str:
    text = head.defs + head.behind + head.front
    assert not re.search(r"\b(nan|inf|None)\b", text)
    return text


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
@pytest.mark.parametrize("attribute", VALUES)
def test_every_value_is_a_drawing_of_its_own(attribute: str, look: Look) -> None:
    assert attribute in {field.name for field in fields(Traits)}
    drawn = {_text(draw_head(replace(SOMEBODY, **{attribute: value}), look, "x")) for value in VALUES[attribute]}
    assert len(drawn) == len(VALUES[attribute])


@pytest.mark.parametrize("earrings", ["hoops", "drops"])
def test_what_hangs_from_the_ear_is_seen_below_the_hair(earrings: Earrings) -> None:
    person, look = replace(SOMEBODY, hair_style="bob"), LOOKS["storybook"]
    assert _text(draw_head(replace(person, earrings=earrings), look, "x")) != _text(draw_head(person, look, "x"))


def test_a_hearing_aid_is_seen_above_the_hair() -> None:
    person, look = replace(SOMEBODY, hair_style="bob"), LOOKS["storybook"]
    assert _text(draw_head(replace(person, hearing_aid="left"), look, "x")) != _text(draw_head(person, look, "x"))


def test_a_closed_mouth_hides_the_teeth() -> None:
    person, look = replace(SOMEBODY, mouth="calm"), LOOKS["storybook"]
    with_teeth = replace(person, braces=True, missing_tooth=True)
    assert _text(draw_head(with_teeth, look, "x")) == _text(draw_head(person, look, "x"))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
@pytest.mark.parametrize("outfit", [outfit.name for outfit in registry.outfits()])
def test_a_wheelchair_is_drawn_with_every_outfit_and_pose(outfit: str, look: Look) -> None:
    for pose in POSES.values():
        standing, seated = (
            draw_figure(replace(SOMEBODY, wheelchair=used), look, registry.outfit(outfit), pose, uid="t").svg
            for used in (False, True)
        )
        assert standing != seated
        assert not re.search(r"\b(nan|inf)\b", seated)
