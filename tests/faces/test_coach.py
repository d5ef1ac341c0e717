import numpy as np
import pytest

from limner.engine import opencv
from limner.engine.geometry import Pose
from limner.engine.images import RgbImage
from limner.faces.coach import quality_of
from limner.faces.face import Face
from limner.faces.find import find_faces


@pytest.fixture(scope="module")
def face(astronaut: RgbImage) -> Face:
    return find_faces(astronaut)[0]


def _codes(image: RgbImage, face: Face) -> list[str]:
    return [finding.code for finding in quality_of(image, face.mesh_px, face.pose).findings]


def test_a_good_photo_gets_no_advice(face: Face) -> None:
    assert face.quality.verdict == "good"
    assert face.quality.findings == ()


def test_a_blurred_photo(astronaut: RgbImage, face: Face) -> None:
    assert _codes(RgbImage(opencv.blur(astronaut.pixels, 2.5)), face) == ["blurred"]


def test_a_dark_photo(astronaut: RgbImage, face: Face) -> None:
    assert "too_dark" in _codes(RgbImage((astronaut.pixels * 0.25).astype(np.uint8)), face)


def test_an_overexposed_photo(astronaut: RgbImage, face: Face) -> None:
    bright = np.clip(astronaut.pixels.astype(np.float64) * 2, 0, 255).astype(np.uint8)
    assert "too_bright" in _codes(RgbImage(bright), face)


@pytest.mark.parametrize(("side_px", "verdict"), [(240, "usable"), (110, "unusable")])
def test_a_small_face(astronaut: RgbImage, face: Face, side_px: int, verdict: str) -> None:
    small = RgbImage(opencv.resize(astronaut.pixels, side_px, side_px, "area"))
    quality = quality_of(small, face.mesh_px * (side_px / 512), face.pose)
    assert quality.verdict == verdict
    assert quality.findings[0].code == "too_small"


@pytest.mark.parametrize(
    ("yaw_deg", "verdict", "codes"),
    [(25, "good", []), (-35, "good", ["turned_away"]), (50, "usable", ["turned_away"])],
)
def test_a_turned_face(astronaut: RgbImage, face: Face, yaw_deg: float, verdict: str, codes: list[str]) -> None:
    quality = quality_of(astronaut, face.mesh_px, Pose(yaw_deg, 0, 0))
    assert quality.verdict == verdict
    assert [finding.code for finding in quality.findings] == codes


def test_the_worst_finding_comes_first(astronaut: RgbImage, face: Face) -> None:
    blurred = RgbImage(opencv.blur(astronaut.pixels, 2.5))
    quality = quality_of(blurred, face.mesh_px, Pose(-70, 0, 45))
    assert quality.verdict == "unusable"
    assert [finding.code for finding in quality.findings] == ["turned_away", "blurred", "tilted"]
    assert all(finding.message and finding.advice for finding in quality.findings)


def test_a_face_at_the_border(astronaut: RgbImage, face: Face) -> None:
    right = round(float(face.mesh_px[4, 0])) + 20
    cut = RgbImage(np.ascontiguousarray(astronaut.pixels[:, :right]))
    assert quality_of(cut, face.mesh_px, face.pose).findings[0].code == "cut_off"
