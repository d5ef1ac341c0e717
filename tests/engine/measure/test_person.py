"""What is plain to see in a photo must be measured from it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from limner.engine.codec import decode
from limner.engine.color import chroma, hue_deg
from limner.engine.images import RgbImage
from limner.engine.measure.measurements import Measurements

MeasureAll = Callable[[RgbImage], list[Measurements]]


def _classes(person: Measurements) -> tuple[str, ...]:
    return (
        person.hair.style.value,
        person.glasses.value,
        person.beard.value,
        person.moustache.value,
        person.mouth.value,
        person.age_band.value,
    )


def _times(image: RgbImage, gain: float) -> RgbImage:
    return RgbImage(np.clip(image.pixels * gain, 0, 255).astype(np.uint8))


def test_the_astronaut_is_described_rightly(sample: Measurements) -> None:
    assert _classes(sample)[1:] == ("none", "none", "none", "open-smile", "adult")
    assert sample.hair.style.value in {"measured", "short", "curly", "bob"}
    assert sample.eye_color.value in {"brown", "hazel"}
    assert 35 < sample.hair.color.value[0] < 70
    assert chroma(sample.hair.color.value) > 15


def test_a_mirrored_photo_gives_the_same_person(
    sample: Measurements, astronaut: RgbImage, measure_all: MeasureAll
) -> None:
    mirrored = measure_all(RgbImage(np.ascontiguousarray(astronaut.pixels[:, ::-1])))[0]
    assert _classes(mirrored) == _classes(sample)
    assert abs(mirrored.skin.value[0] - sample.skin.value[0]) < 3


def test_a_dim_photo_gives_the_same_person(sample: Measurements, astronaut: RgbImage, measure_all: MeasureAll) -> None:
    dim = measure_all(_times(astronaut, 0.7))[0]
    assert _classes(dim) == _classes(sample)
    assert abs(dim.skin.value[0] - sample.skin.value[0]) < 6


def test_an_overexposed_photo_keeps_the_classes(
    sample: Measurements, astronaut: RgbImage, measure_all: MeasureAll
) -> None:
    assert _classes(measure_all(_times(astronaut, 1.25))[0]) == _classes(sample)


def test_skin_that_is_burnt_out_is_asked_for(
    sample: Measurements, astronaut: RgbImage, measure_all: MeasureAll
) -> None:
    bright = measure_all(_times(astronaut, 1.25))[0]
    assert bright.skin.confidence < min(sample.skin.confidence, 0.4)


_NO_GLASSES = [
    "baby-hands.jpg",
    "children-crowd.jpg",
    "man-stubble.jpg",
    "official-portrait.jpg",
    "woman-bun.jpg",
    "woman-standing.jpg",
]


@pytest.mark.parametrize("name", _NO_GLASSES)
def test_nobody_gets_glasses_who_wears_none(shared_photos: Path, measure_all: MeasureAll, name: str) -> None:
    people = measure_all(decode((shared_photos / name).read_bytes()))
    assert {person.glasses.value for person in people} == {"none"}


@pytest.mark.parametrize("name", [name for name in _NO_GLASSES if name != "man-stubble.jpg"])
def test_nobody_gets_a_beard_who_has_none(shared_photos: Path, measure_all: MeasureAll, name: str) -> None:
    people = measure_all(decode((shared_photos / name).read_bytes()))
    assert {(person.beard.value, person.moustache.value) for person in people} == {("none", "none")}


def test_stubble_is_seen(shared_photos: Path, measure_all: MeasureAll) -> None:
    assert measure_all(decode((shared_photos / "man-stubble.jpg").read_bytes()))[0].beard.value == "stubble"


def test_a_bun_is_seen_and_long_hair_is_long(shared_photos: Path, measure_all: MeasureAll) -> None:
    styles = [
        measure_all(decode((shared_photos / name).read_bytes()))[0].hair.style.value
        for name in ("woman-bun.jpg", "woman-standing.jpg")
    ]
    assert styles == ["fringe-bun", "long"]


def test_a_baby_with_its_hands_at_the_mouth_is_calm_and_blue_eyed(shared_photos: Path, measure_all: MeasureAll) -> None:
    baby = measure_all(decode((shared_photos / "baby-hands.jpg").read_bytes()))[0]
    assert (baby.age_band.value, baby.mouth.value, baby.eye_color.value) == ("baby", "calm", "blue")


def test_grey_hair_stays_grey(shared_photos: Path, measure_all: MeasureAll) -> None:
    hair = measure_all(decode((shared_photos / "official-portrait.jpg").read_bytes()))[0].hair.color.value
    assert chroma(hair) < 8


def test_hair_that_touches_a_neighbours_is_drawn_never_traced(shared_photos: Path, measure_all: MeasureAll) -> None:
    children = measure_all(decode((shared_photos / "children-crowd.jpg").read_bytes()))
    assert "measured" not in {child.hair.style.value for child in children}


@pytest.mark.parametrize("gain", [0.5, 0.7, 1.2])
@pytest.mark.parametrize("name", ["man-stubble.jpg", "official-portrait.jpg"])
def test_skin_does_not_follow_the_exposure(
    shared_photos: Path, measure_all: MeasureAll, name: str, gain: float
) -> None:
    photo = decode((shared_photos / name).read_bytes())
    skin, other = (measure_all(_times(photo, by))[0].skin.value for by in (1.0, gain))
    assert abs(other[0] - skin[0]) < 5
    assert abs(hue_deg(other) - hue_deg(skin)) < 8


def test_hair_that_is_half_seen_is_asked_for(shared_photos: Path, measure_all: MeasureAll) -> None:
    children = measure_all(decode((shared_photos / "children-crowd.jpg").read_bytes()))[:5]
    assert all(child.hair.style.confidence < 0.5 for child in children)


def test_no_child_is_surely_an_adult(shared_photos: Path, measure_all: MeasureAll) -> None:
    children = measure_all(decode((shared_photos / "children-crowd.jpg").read_bytes()))[:5]
    assert all(child.age_band.value == "child" or child.age_band.confidence < 0.5 for child in children)


@pytest.mark.parametrize(("name", "gains"), [("warm", (1.12, 1.0, 0.8)), ("blue", (0.85, 0.98, 1.15))])
def test_colours_in_coloured_light_are_asked_for(
    sample: Measurements, astronaut: RgbImage, measure_all: MeasureAll, name: str, gains: tuple[float, float, float]
) -> None:
    tinted = np.clip(astronaut.pixels * np.array(gains), 0, 255).astype(np.uint8)
    person = measure_all(RgbImage(tinted))[0]
    for reading in (person.skin, person.hair.color, person.brow_color, person.eye_color, person.lip_color):
        assert reading.confidence <= 0.3
        assert name in reading.reason
    assert not sample.skin.reason
