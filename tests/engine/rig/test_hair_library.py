"""The drawn hairstyles: all words drawn, all different, in the person's colour, sound and in place on every age."""

import re
from dataclasses import replace
from itertools import combinations
from typing import Final, get_args

import numpy as np
import pytest
from benchmarks.people import average_person

from limner.engine.arrays import U8, Points
from limner.engine.color import hex_to_lab
from limner.engine.raster import document, rasterize
from limner.engine.rig.hair import LIBRARY
from limner.engine.rig.hair_design import HairDesign, Tress
from limner.engine.rig.hair_paint import paint_hair
from limner.engine.rig.hair_ramp import hair_ramp
from limner.engine.rig.head import draw_head
from limner.engine.rig.look import Look
from limner.engine.rig.shape import face_shape
from limner.engine.rig.skull import HeadFrame, head_frame
from limner.engine.traits import AgeBand, HairStyle, HeadCovering, Lab, Traits

DRAWN: Final = tuple(style for style in get_args(HairStyle) if style not in {"measured", "bald"})
AGES: Final[tuple[AgeBand, ...]] = get_args(AgeBand)
COVERINGS: Final = tuple(kind for kind in get_args(HeadCovering) if kind != "none")
SOFT: Final = Look(None, 0.0, "soft", "none")
LOOKS: Final = (SOFT, Look("#1d1a26", 3.4, "cel", "halftone"), Look(None, 0.0, "wash", "watercolor"))
CLOTH: Final[Lab] = (45.0, -4.0, -42.0)
VIEW: Final = (-300.0, -340.0, 600.0, 700.0)
SIZE_PX: Final = (150, 175)
PERSON: Final = replace(
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


def frame_of(age: AgeBand) -> HeadFrame:
    person = replace(PERSON, age_band=age)
    return head_frame(face_shape(person), person)


def alpha_of(style: HairStyle, age: AgeBand) -> Points:
    """(height, width) coverage 0..1 of the hair in front of head and face alone."""
    frame = frame_of(age)
    defs, _, front = paint_hair(frame, LIBRARY[style](frame), hair_ramp(PERSON.hair_color), SOFT, "h")
    return rasterize(document(defs, front, VIEW, SIZE_PX))[..., 3] / 255.0


def head_pixels(person: Traits, look: Look = SOFT) -> U8:
    head = draw_head(person, look, "h")
    return rasterize(document(head.defs, head.behind + head.front, VIEW, SIZE_PX))


def tresses(design: HairDesign) -> tuple[Tress, ...]:
    return (*design.front, *design.behind)


def numbers(text: str) -> Points:
    return np.array([float(value) for value in re.findall(r"-?\d+(?:\.\d+)?", text)]).reshape(-1, 2)


def test_the_library_is_large_and_every_word_is_drawn() -> None:
    assert len(DRAWN) >= 24
    assert set(LIBRARY) == set(DRAWN)


def test_every_style_looks_different_from_every_other() -> None:
    pictures = {style: head_pixels(replace(PERSON, hair_style=style)).astype(np.int16) for style in DRAWN}
    for one, other in combinations(DRAWN, 2):
        changed = np.abs(pictures[one] - pictures[other]).max(axis=2) > 40
        assert changed.sum() > 60, f"{one} and {other} look the same"


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("style", DRAWN)
def test_every_part_is_closed_and_within_bounds(style: HairStyle, age: AgeBand) -> None:
    frame = frame_of(age)
    design = LIBRARY[style](frame)
    assert design.front
    for tress in tresses(design):
        assert tress.outline.startswith("M")
        assert tress.outline.count("M") == tress.outline.count("Z")
        points = numbers(tress.outline)
        assert np.abs(points[:, 0]).max() < 2.0 * frame.half_width
        assert points[:, 1].min() > 1.8 * frame.top_y
        assert points[:, 1].max() < 2.4 * frame.chin_y


@pytest.mark.parametrize("style", DRAWN)
def test_the_stated_top_is_where_the_hair_ends(style: HairStyle) -> None:
    for age in AGES:
        frame = frame_of(age)
        design = LIBRARY[style](frame)
        top = min(float(numbers(tress.outline)[:, 1].min()) for tress in tresses(design))
        assert abs(top - design.top_y) < 0.14 * abs(frame.top_y), age


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("style", DRAWN)
def test_hair_covers_the_crown_and_leaves_eyes_and_mouth_free(style: HairStyle, age: AgeBand) -> None:
    frame, alpha = frame_of(age), alpha_of(style, age)

    def covered(u: float, v: float) -> float:
        x, y = frame.place([(u, v)])[0]
        column, row = (int((value - low) * 0.25) for value, low in ((x, VIEW[0]), (y, VIEW[1])))
        return float(alpha[row, column])

    assert min(covered(u, v) for u, v in ((0.0, -0.95), (-0.45, -0.92), (0.45, -0.92))) > 0.6
    assert max(covered(u, v) for u in (-0.4, 0.0, 0.4) for v in (0.0, 0.3, 0.7)) < 0.1


@pytest.mark.parametrize("style", DRAWN)
def test_no_part_floats(style: HairStyle) -> None:
    """Head, neck and hair are one piece: what is painted hangs together."""
    from scipy.ndimage import label

    for age in AGES:
        solid = head_pixels(replace(PERSON, hair_style=style, age_band=age))[..., 3] > 40
        pieces, count = label(solid)
        sizes = np.bincount(pieces.ravel())[1:]
        assert count == 1 or np.sort(sizes)[:-1].sum() < 6, age


@pytest.mark.parametrize("style", DRAWN)
@pytest.mark.parametrize("color", [(14.0, 2.0, 3.0), (44.0, 24.0, 36.0), (78.0, 2.0, 22.0), (72.0, 0.0, 2.0)])
def test_hair_is_painted_in_the_persons_own_tones(style: HairStyle, color: Lab) -> None:
    frame = frame_of("adult")
    ramp = hair_ramp(color)
    tones = {ramp.deep, ramp.dark, ramp.base, ramp.light, ramp.shine}
    painted = "".join(paint_hair(frame, LIBRARY[style](frame), ramp, SOFT, "h"))
    assert set(re.findall(r"#[0-9a-f]{6}", painted)) <= tones
    lightness = float(np.mean([hex_to_lab(tone)[0] for tone in tones]))
    assert abs(lightness - color[0]) < 16


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.shading)
@pytest.mark.parametrize("kind", COVERINGS)
def test_a_covering_is_seen_on_the_crown_of_every_age_and_hair(kind: HeadCovering, look: Look) -> None:
    styles: tuple[HairStyle, ...] = ("wisps", "afro", "bald")
    for age, style in zip(("baby", "child", "adult"), styles, strict=True):
        person = replace(PERSON, age_band=age, hair_style=style)
        bare = head_pixels(person, look).astype(np.int16)
        worn = head_pixels(replace(person, head_covering=kind, head_covering_color=CLOTH), look).astype(np.int16)
        blue = (worn[..., 2] > worn[..., 0] + 40) & (worn[..., 3] > 200)
        above = blue[: int((frame_of(age).top_y * 0.6 - VIEW[1]) * 0.25)]
        assert above.sum() > 40, (age, style)
        assert np.abs(worn - bare).max(axis=2).astype(bool).sum() > 80


@pytest.mark.parametrize("kind", ["hijab", "turban", "patka"])
def test_no_hair_shows_under_a_covering_that_hides_it(kind: HeadCovering) -> None:
    red: Lab = (50.0, 60.0, 40.0)
    for style in ("long", "afro", "box-braids"):
        head = draw_head(replace(PERSON, hair_style=style, hair_color=red, head_covering=kind), SOFT, "h")
        ramp = hair_ramp(red)
        assert ramp.base not in head.behind + head.front
        assert ramp.shine not in head.behind + head.front


@pytest.mark.parametrize("kind", ["beanie", "cap", "sun-hat", "headscarf"])
def test_long_hair_falls_from_under_a_hat(kind: HeadCovering) -> None:
    head = draw_head(replace(PERSON, hair_style="long", head_covering=kind), SOFT, "h")
    below = rasterize(document(head.defs, head.behind, VIEW, SIZE_PX))[..., 3]
    assert (below[int((40 - VIEW[1]) * 0.25) :] > 200).sum() > 200
