"""The face's own drawing: what is read from a photo, and how it shows on the rig."""

import re
from dataclasses import replace

import numpy as np
import pytest

from limner.characters.measure import character_of
from limner.engine.arrays import Points
from limner.engine.geometry import Pose
from limner.engine.images import Mask, RgbImage
from limner.engine.likeness.gate import FULL, strength_for
from limner.engine.likeness.read_face import read_face
from limner.engine.measure.person import measure_person
from limner.engine.rig.eyes import eyes_of
from limner.engine.rig.head import draw_head
from limner.engine.rig.look import Look
from limner.engine.rig.mouth import mouth_of
from limner.engine.rig.shape import face_shape
from limner.engine.traits import FaceDrawing, Traits
from limner.faces.find import find_faces
from limner.faces.person_mask import people_near

LOOKS = (
    Look(None, 0.0, "soft", "none"),
    Look("#1d1a26", 3.4, "cel", "halftone"),
    Look(None, 0.0, "wash", "watercolor", 0.84),
)
NO_HAIR = np.zeros((640, 512), np.float32)


@pytest.fixture(scope="module")
def mesh_px(astronaut: RgbImage) -> Points:
    return find_faces(astronaut)[0].mesh_px


@pytest.fixture(scope="module")
def person(astronaut: RgbImage, mesh_px: Points) -> Traits:
    mask: Mask = people_near(astronaut, find_faces(astronaut)[0].box)
    return character_of(measure_person(astronaut, mesh_px, mask, [])).traits()


def own(person: Traits) -> FaceDrawing:
    assert person.drawing is not None
    return person.drawing


def covered(image: RgbImage, mesh_px: Points, color: tuple[int, int, int]) -> RgbImage:
    """The photo with something over the mouth."""
    pixels = image.pixels.copy()
    left, right = mesh_px[58, 0], mesh_px[288, 0]
    top, bottom = mesh_px[2, 1] + 2, mesh_px[152, 1] + 4
    pixels[int(top) : int(bottom), int(left) : int(right)] = color
    return RgbImage(pixels)


def half_dark(image: RgbImage, mesh_px: Points) -> RgbImage:
    """The photo with the right half of the face in soft shade."""
    x = np.arange(image.width_px)
    shade = 1 - 0.35 / (1 + np.exp(-(x - mesh_px[4, 0]) / 6))
    return RgbImage((image.pixels * shade[None, :, None]).astype(np.uint8))


def area(drawing: FaceDrawing, level: float, side: float) -> float:
    """Area of the tones darker than a level on one side of the nose, in square face units."""
    total = 0.0
    for at, curves in drawing.dark:
        for curve in curves if at <= level else ():
            middle = drawing.points[:, 0].mean()
            if (curve[:, 0].mean() - middle) * side > 0.05:
                x, y = curve.T
                total += abs(np.sum(x * np.roll(y, 1) - y * np.roll(x, 1))) / 2
    return total


def test_the_sample_shows_at_full_default_strength(person: Traits) -> None:
    assert person.likeness == FULL["adult"]
    drawing = own(person)
    assert len(drawing.brows) >= 2
    assert sum(len(curves) for _, curves in drawing.dark) > 8
    assert drawing.beard_share < 0.04
    assert drawing.teeth > 0.2
    assert not drawing.mouth_hidden


def test_tones_get_smaller_the_darker_they_are(person: Traits) -> None:
    areas = [
        sum(abs(np.sum(c[:, 0] * np.roll(c[:, 1], 1) - c[:, 1] * np.roll(c[:, 0], 1))) / 2 for c in curves)
        for _, curves in own(person).dark
    ]
    assert areas == sorted(areas, reverse=True)
    assert [level for level, _ in own(person).dark] == sorted((at for at, _ in own(person).dark), reverse=True)


def test_reading_twice_gives_the_same(astronaut: RgbImage, mesh_px: Points) -> None:
    first, second = (read_face(astronaut, mesh_px, NO_HAIR, "adult") for _ in range(2))
    assert repr(first) == repr(second)


def test_strength_0_is_the_pure_rig(person: Traits) -> None:
    without = draw_head(replace(person, drawing=None, likeness=0.0), LOOKS[0], "h")
    assert draw_head(replace(person, likeness=0.0), LOOKS[0], "h") == without
    assert draw_head(person, LOOKS[0], "h") != without


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.shading)
@pytest.mark.parametrize(("blink", "smile"), [(0.0, 0.0), (1.0, 0.0), (0.5, 1.0), (0.0, 1.0)])
@pytest.mark.parametrize("age", ["adult", "child", "baby"])
def test_every_look_draws_it_under_blink_and_smile(
    person: Traits, look: Look, blink: float, smile: float, age: str
) -> None:
    head = draw_head(replace(person, age_band=age), look, "h", blink=blink, smile=smile)  # type: ignore[arg-type]
    data = " ".join(re.findall(r' d="([^"]*)"', head.front))
    numbers = [float(text) for text in re.findall(r"-?\d+\.?\d*", data)]
    assert "nan" not in head.front
    assert "<image" not in head.front
    assert max(abs(number) for number in numbers) < 500
    tones = draw_head(replace(person, drawing=None), look, "h", blink=blink, smile=smile)
    assert head.front.count("<path") > tones.front.count("<path")


def test_eyes_go_from_the_rigs_to_the_persons_own(person: Traits) -> None:
    heights: list[float] = []
    for strength in (0.0, 0.5, 1.0):
        traits = replace(person, likeness=strength)
        eye = eyes_of(face_shape(traits), traits, 0.0)[0]
        heights.append(eye.height / eye.width)
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[2] * 1.2


def test_a_mouth_that_the_parent_changed_is_drawn_as_said(person: Traits) -> None:
    shape = face_shape(person)
    assert mouth_of(shape, person, 0.0).gap > 5
    assert mouth_of(shape, replace(person, mouth="calm"), 0.0).gap < 1


@pytest.mark.parametrize("color", [(60, 90, 160), (230, 220, 60), (40, 120, 60)])
def test_a_covered_mouth_is_noticed_and_left_calm(
    astronaut: RgbImage, mesh_px: Points, color: tuple[int, int, int]
) -> None:
    drawing, strength = read_face(covered(astronaut, mesh_px, color), mesh_px, NO_HAIR, "adult")
    assert drawing.mouth_hidden
    nose = float(drawing.points[:, 1].max()) * 0.55
    assert all(curve[:, 1].mean() < nose for _, curves in drawing.dark for curve in curves)
    assert all(curve[:, 1].mean() < nose for curve, _ in drawing.lines)
    assert strength.value < FULL["adult"]


def test_light_from_one_side_is_not_drawn(astronaut: RgbImage, mesh_px: Points) -> None:
    plain, _ = read_face(astronaut, mesh_px, NO_HAIR, "adult")
    shaded, _ = read_face(half_dark(astronaut, mesh_px), mesh_px, NO_HAIR, "adult")
    # Half a face in shade would add 0.2 at each of five levels.
    assert area(shaded, 0.87, 1.0) < area(plain, 0.87, 1.0) + 0.08
    assert shaded.beard_share < 0.06


def test_a_childs_skin_is_smoother_than_an_adults(astronaut: RgbImage, mesh_px: Points) -> None:
    adult, _ = read_face(astronaut, mesh_px, NO_HAIR, "adult")
    child, _ = read_face(astronaut, mesh_px, NO_HAIR, "child")
    assert len(child.lines) <= len(adult.lines)
    assert area(child, 0.87, 1.0) + area(child, 0.87, -1.0) < area(adult, 0.87, 1.0) + area(adult, 0.87, -1.0)
    assert child.beard == ()


def test_turned_small_and_odd_faces_show_less(person: Traits) -> None:
    drawing = own(person)
    front = strength_for(drawing, Pose(5.0, 0.0, 20.0), 200, 0.05, "adult")
    assert front.value == FULL["adult"]
    for pose, width, odd in (
        (Pose(-42.0, 0.0, 0.0), 200.0, 0.05),
        (Pose(0.0, 38.0, 0.0), 200.0, 0.05),
        (Pose(0.0, 0.0, 0.0), 30.0, 0.05),
        (Pose(0.0, 0.0, 0.0), 200.0, 0.45),
    ):
        less = strength_for(drawing, pose, width, odd, "adult")
        assert 0.2 < less.value < 0.8 * FULL["adult"]
        assert less.confidence < front.confidence


def test_a_covered_mouth_makes_its_surroundings_a_question(astronaut: RgbImage, mesh_px: Points) -> None:
    mask: Mask = people_near(astronaut, find_faces(astronaut)[0].box)
    hidden = character_of(measure_person(covered(astronaut, mesh_px, (60, 90, 160)), mesh_px, mask, []))
    seen = character_of(measure_person(astronaut, mesh_px, mask, []))
    assert {"mouth.expression", "lips.colour", "beard.style", "moustache.style"} <= set(hidden.asks())
    assert hidden.readings["skin.tone"].confidence < 0.5 * seen.readings["skin.tone"].confidence
