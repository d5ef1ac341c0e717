"""The head: valid, repeatable, different for different people."""

import re
from dataclasses import replace
from typing import Final, get_args
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from benchmarks.people import average_person
from hypothesis import given, settings
from hypothesis import strategies as st
from resvg_py import svg_to_bytes

from limner.engine.arrays import Points
from limner.engine.color import hex_to_lab
from limner.engine.landmarks import SHAPE_MIRROR
from limner.engine.measure.mean_face import MEAN, STD
from limner.engine.rig.eyes import eyes_of
from limner.engine.rig.head import HeadLayers, draw_head
from limner.engine.rig.look import Look
from limner.engine.rig.shape import face_shape
from limner.engine.rig.skin_ramp import skin_ramp
from limner.engine.rig.skull import head_frame
from limner.engine.traits import (
    AgeBand,
    BeardStyle,
    EyeColor,
    GlassesFrame,
    HairOutline,
    HairStyle,
    MoustacheStyle,
    Mouth,
    Traits,
)

LOOKS: Final = (
    Look(None, 0.0, "soft", "none"),
    Look("#1d1a26", 3.4, "cel", "halftone"),
    Look(None, 0.0, "wash", "watercolor"),
    Look("#3a2630", 2.1, "cel", "none", features="anime"),
)

ADULT: Final = replace(
    average_person("adult"),
    skin=(70.0, 14.0, 20.0),
    brow_color=(25.0, 6.0, 10.0),
    eye_color="blue",
    eye_openness=0.32,
    lip_color=(52.0, 24.0, 12.0),
    smile=0.5,
    glasses_color=(20.0, 2.0, 2.0),
    beard_color=(28.0, 6.0, 10.0),
)


def varied_shape(seed: int, amount: float = 1.0, wide: float = 0.0) -> Points:
    """The mean face with smooth mirrored deviations of `amount` spreads, `wide` times wider."""
    mean = MEAN[:, :2]
    distance = np.linalg.norm(mean[:, None] - mean[None], axis=2)
    near = np.exp(-((distance / 0.25) ** 2))
    noise = near @ np.random.default_rng(seed).normal(size=mean.shape) / np.linalg.norm(near, axis=1, keepdims=True)
    both = (noise + noise[SHAPE_MIRROR] * np.array([-1.0, 1.0])) / np.sqrt(2)
    return (mean + both * STD[:, :2] * amount) * np.array([1.0 + wide, 1.0])


SOFT = LOOKS[0]


def picture(head: HeadLayers) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-200 -280 400 560" width="60" height="84">'
        f"<defs>{head.defs}</defs>{head.behind}{head.front}</svg>"
    )


def check(head: HeadLayers) -> None:
    text = picture(head)
    ET.fromstring(text)  # noqa: S314 - our own output
    assert "nan" not in text
    assert "inf" not in re.sub(r"[a-z-]*id=\"[^\"]*\"", "", text)
    used = set(re.findall(r"url\(#([^)]+)\)", text))
    assert used <= set(re.findall(r' id="([^"]+)"', text))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.shading}-{look.features}")
@pytest.mark.parametrize("style", get_args(HairStyle))
def test_every_hairstyle_draws_in_every_look(style: HairStyle, look: Look) -> None:
    ages = get_args(AgeBand)
    age = ages[(get_args(HairStyle).index(style) + LOOKS.index(look)) % len(ages)]
    head = draw_head(replace(ADULT, hair_style=style, age_band=age), look, "x")
    check(head)
    assert head.top_y < 0 < head.chin_y


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.shading}-{look.features}")
def test_every_feature_draws(look: Look) -> None:
    for glasses in get_args(GlassesFrame):
        check(draw_head(replace(ADULT, glasses=glasses, freckles=True, lashes=True), look, "x"))
    for beard in get_args(BeardStyle):
        for moustache in get_args(MoustacheStyle):
            check(draw_head(replace(ADULT, beard=beard, moustache=moustache), look, "x"))
    for mouth in get_args(Mouth):
        check(draw_head(replace(ADULT, mouth=mouth), look, "x", smile=1.0))


def test_same_person_gives_the_same_bytes() -> None:
    person = replace(ADULT, hair_style="curly", freckles=True, glasses="round")
    assert draw_head(person, SOFT, "x", blink=0.3) == draw_head(person, SOFT, "x", blink=0.3)


def test_ids_carry_the_uid_so_that_two_heads_can_share_a_page() -> None:
    person = replace(ADULT, hair_style="long", glasses="thin", mouth="open-smile", beard="stubble")
    ids = re.findall(r' id="([^"]+)"', picture(draw_head(person, SOFT, "left")))
    assert ids
    assert all(name.startswith("left-") for name in ids)
    assert len(ids) == len(set(ids))


def _has_blue(head: HeadLayers) -> bool:
    colors = re.findall(r"#[0-9a-f]{6}", head.defs + head.front)
    return any(hex_to_lab(color)[2] < -12 and hex_to_lab(color)[0] > 25 for color in colors)


def test_blink_closes_the_eyes() -> None:
    assert _has_blue(draw_head(ADULT, SOFT, "x"))
    assert not _has_blue(draw_head(ADULT, SOFT, "x", blink=1.0))


def test_eye_colours_all_differ() -> None:
    drawn = {draw_head(replace(ADULT, eye_color=color), SOFT, "x").front for color in get_args(EyeColor)}
    assert len(drawn) == len(get_args(EyeColor))


def test_smile_changes_mouth_and_lower_lids() -> None:
    assert draw_head(ADULT, SOFT, "x").front != draw_head(ADULT, SOFT, "x", smile=1.0).front


def test_broad_faces_stay_broad() -> None:
    narrow, broad = (replace(ADULT, shape=varied_shape(1, 0.0, wide)) for wide in (-0.05, 0.05))
    widths = [head_frame(face_shape(person), person).half_width for person in (narrow, broad)]
    assert widths[1] > widths[0] * 1.05


def test_open_eyes_are_drawn_more_open_than_narrow_ones() -> None:
    heights = [
        eyes_of(face_shape(ADULT), replace(ADULT, eye_openness=openness), 0.0)[0].height for openness in (0.2, 0.45)
    ]
    assert heights[1] > heights[0] * 1.2


def _blob(center: tuple[float, float], radii: tuple[float, float]) -> Points:
    angle = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    return np.stack([center[0] + np.cos(angle) * radii[0], center[1] + np.sin(angle) * radii[1]], axis=1)


def _measured() -> Traits:
    outline = HairOutline(
        front=(_blob((0.0, -0.5), (0.5, 0.42)),),
        back=(_blob((0.0, 0.1), (0.62, 1.4)),),
        dark=(_blob((0.2, -0.7), (0.15, 0.1)),),
        light=(_blob((-0.2, -0.7), (0.15, 0.1)),),
        strands=((np.array([[-0.3, -0.8], [0.0, -0.85], [0.3, -0.7], [0.4, -0.5]]), 0.5),),
    )
    return replace(ADULT, hair_style="measured", hair_outline=outline)


def _numbers(text: str) -> Points:
    return np.array([float(value) for value in re.findall(r"-?\d+(?:\.\d+)?", text)]).reshape(-1, 2)


def test_measured_hair_stays_off_the_eyes_and_is_not_endless() -> None:
    person = _measured()
    head = draw_head(person, SOFT, "x")
    check(head)
    front = re.search(r'id="x-front1"><path d="([^"]+)"', head.defs)
    behind = re.search(r'<path d="([^"]+)"', head.behind)
    assert front is not None
    assert behind is not None
    points = _numbers(front.group(1))
    eye = eyes_of(face_shape(person), person, 0.0)[0]
    middle = points[np.abs(points[:, 0]) < abs(float(eye.upper[0, 0]))]
    assert float(middle[:, 1].max()) < float(eye.upper[:, 1].min())
    assert float(_numbers(behind.group(1))[:, 1].max()) < head.chin_y + 170


@settings(max_examples=10, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    amount=st.floats(0.0, 40.0),
    wide=st.floats(-0.4, 0.4),
    skull=st.floats(0.0, 3.0),
    openness=st.floats(0.0, 1.0),
)
def test_no_shape_breaks_the_drawing(seed: int, amount: float, wide: float, skull: float, openness: float) -> None:
    age = get_args(AgeBand)[seed % 3]
    style = get_args(HairStyle)[seed % len(get_args(HairStyle))]
    person = replace(
        ADULT,
        shape=varied_shape(seed, amount, wide),
        skull_height=skull,
        eye_openness=openness,
        age_band=age,
        hair_style=style,
        beard="full",
        glasses="round",
    )
    check(draw_head(person, SOFT, "x"))


def test_a_shape_with_holes_still_draws() -> None:
    shape = varied_shape(3)
    shape[10:14] = np.nan
    check(draw_head(replace(ADULT, shape=shape), SOFT, "x"))


def test_the_picture_rasterises_with_hair_above_the_skin() -> None:
    assert len(bytes(svg_to_bytes(svg_string=picture(draw_head(_measured(), SOFT, "x"))))) > 500


@pytest.mark.parametrize("lightness", [25.0, 40.0, 60.0, 80.0])
def test_skin_tones_stay_near_the_person_and_in_order(lightness: float) -> None:
    ramp = skin_ramp((lightness, 14.0, 20.0))
    tones = [hex_to_lab(tone)[0] for tone in (ramp.light, ramp.base, ramp.shadow, ramp.deep, ramp.line)]
    assert tones == sorted(tones, reverse=True)
    assert abs(tones[1] - lightness) < 3


@pytest.mark.parametrize("age", get_args(AgeBand))
def test_anime_has_taller_eyes_a_smaller_mouth_and_a_narrower_jaw(age: AgeBand) -> None:
    person = replace(ADULT, age_band=age)
    storybook, anime = face_shape(person), face_shape(person, "anime")
    eyes = [eyes_of(shape, person, 0.0)[0].height for shape in (storybook, anime)]
    mouths, jaws = (
        [float(np.ptp(shape.at(*ends)[:, 0])) for shape in (storybook, anime)] for ends in ((61, 291), (172, 397))
    )
    assert eyes[1] > eyes[0] * 1.1
    assert mouths[1] < mouths[0] * 0.9
    assert jaws[1] < jaws[0]


def test_anime_eyes_close_and_keep_their_colour() -> None:
    anime = LOOKS[3]
    assert _has_blue(draw_head(ADULT, anime, "x"))
    assert not _has_blue(draw_head(ADULT, anime, "x", blink=1.0))
