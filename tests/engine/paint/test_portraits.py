"""Portraits keep people recognisable: their skin, their head in the frame, the same pixels."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from limner.catalog import registry
from limner.catalog.style import Painter
from limner.engine.arrays import F32, Points
from limner.engine.codec import decode
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.measure.head_crop import crop_head
from limner.engine.opencv import rgb_to_lab, use_threads
from limner.engine.paint.portrait_frame import face_axes, frame_head
from limner.engine.paint.skin_fields import CHEEKS, correct_exposure, spots
from limner.faces.mesh import fit_mesh
from limner.faces.person_mask import find_people

SIDE_PX = 640
ASTRONAUT_FACE = Box(178, 63, 89, 112)
PORTRAITS = {style.name: style.painter() for style in registry.styles() if style.look is None}
every_portrait = pytest.mark.parametrize("paint", PORTRAITS.values(), ids=PORTRAITS)
in_colour = pytest.mark.parametrize(
    "paint", [PORTRAITS[f"{name}-portrait"] for name in ("watercolor", "comic", "soft-3d")]
)


@dataclass(frozen=True)
class Sitter:
    """A photo with what the faces package found in it."""

    image: RgbImage
    mesh_px: Points
    person: Mask

    def painted(self, paint: Painter, width_px: int = SIDE_PX, seed: int = 3) -> RgbImage:
        return paint(self.image, self.mesh_px, self.person, [], width_px=width_px, seed=seed)


def sit(image: RgbImage, face: Box) -> Sitter:
    mesh = fit_mesh(image, face)
    assert mesh is not None
    return Sitter(image, mesh.points_px, find_people(image))


@pytest.fixture(scope="module")
def sitter(astronaut: RgbImage) -> Sitter:
    return sit(astronaut, ASTRONAUT_FACE)


def relit(sitter: Sitter, gamma: float, gain: float = 1.0) -> Sitter:
    """The same sitter in another light."""
    values = gain * (sitter.image.pixels.astype(np.float32) / 255) ** gamma
    pixels = np.round(np.clip(values, 0, 1) * 255).astype(np.uint8)
    return Sitter(RgbImage(pixels), sitter.mesh_px, sitter.person)


def cropped(sitter: Sitter, box: Box) -> Sitter:
    """The same sitter in a photo cut to the box."""
    left, top = int(box.x_px), int(box.y_px)
    rows, columns = slice(top, top + int(box.height_px)), slice(left, left + int(box.width_px))
    return Sitter(
        RgbImage(np.ascontiguousarray(sitter.image.pixels[rows, columns])),
        sitter.mesh_px - np.array([left, top, 0.0]),
        Mask(np.ascontiguousarray(sitter.person.values[rows, columns])),
    )


def cheek_colours(sitter: Sitter, paint: Painter) -> tuple[F32, F32]:
    """Median CIELAB of the cheeks in the exposure-corrected photo and in the painting."""
    close = paint is PORTRAITS["soft-3d-portrait"]
    canvas = frame_head(sitter.image, sitter.mesh_px, sitter.person, [], SIDE_PX, close=close)
    gain = crop_head(sitter.image, sitter.mesh_px, sitter.person, []).exposure_gain
    photo = correct_exposure(canvas.rgb, gain)
    painted = sitter.painted(paint).pixels.astype(np.float32) / np.float32(255)
    cheeks = spots(SIDE_PX, canvas.mesh, CHEEKS, 0.05 * canvas.axes.height_px) > 0.5
    before, after = (np.median(rgb_to_lab(picture)[cheeks], axis=0) for picture in (photo, painted))
    return before, after


def assert_same_skin(sitter: Sitter, paint: Painter) -> None:
    """Within 5 L* and 8 degrees of hue."""
    before, after = cheek_colours(sitter, paint)
    assert abs(float(after[0] - before[0])) < 5
    hues = np.degrees(np.arctan2([before[2], after[2]], [before[1], after[1]]))
    assert abs((float(hues[1] - hues[0]) + 180) % 360 - 180) < 8


@in_colour
@pytest.mark.parametrize(("gamma", "gain"), [(1.8, 1.0), (0.6, 1.0), (1.0, 0.5)])
def test_skin_keeps_its_tone_in_any_light(sitter: Sitter, gamma: float, gain: float, paint: Painter) -> None:
    assert_same_skin(relit(sitter, gamma, gain), paint)


@in_colour
@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("official-portrait.jpg", Box(370, 91, 240, 327)),
        ("man-stubble.jpg", Box(199, 216, 345, 480)),
        ("woman-bun.jpg", Box(200, 291, 397, 531)),
        ("children-crowd.jpg", Box(143, 84, 197, 283)),
    ],
)
def test_skin_keeps_its_tone_whoever_it_is(shared_photos: Path, name: str, face: Box, paint: Painter) -> None:
    assert_same_skin(sit(decode((shared_photos / name).read_bytes()), face), paint)


@in_colour
def test_skin_keeps_its_tone(sitter: Sitter, paint: Painter) -> None:
    assert_same_skin(sitter, paint)


@every_portrait
def test_same_input_gives_the_same_pixels_with_any_number_of_threads(sitter: Sitter, paint: Painter) -> None:
    painted = sitter.painted(paint)
    try:
        use_threads(1)
        alone = sitter.painted(paint).pixels
    finally:
        use_threads(2)
    assert np.array_equal(alone, painted.pixels)


@every_portrait
def test_another_seed_paints_another_ground(sitter: Sitter, paint: Painter) -> None:
    assert not np.array_equal(sitter.painted(paint, 300, seed=4).pixels, sitter.painted(paint, 300).pixels)


@every_portrait
@pytest.mark.parametrize("width_px", [200, 901])
def test_result_is_a_square_of_the_size_asked_for(sitter: Sitter, width_px: int, paint: Painter) -> None:
    assert sitter.painted(paint, width_px).pixels.shape == (width_px, width_px, 3)


@every_portrait
def test_a_lying_sitter_is_painted_upright(sitter: Sitter, paint: Painter) -> None:
    height = sitter.image.height_px
    mesh = np.stack([height - sitter.mesh_px[:, 1], sitter.mesh_px[:, 0], sitter.mesh_px[:, 2]], axis=1)
    lying = Sitter(
        RgbImage(np.ascontiguousarray(np.rot90(sitter.image.pixels, -1))),
        mesh,
        Mask(np.ascontiguousarray(np.rot90(sitter.person.values, -1))),
    )
    upright = sitter.painted(paint).pixels.astype(np.float32)
    difference = lying.painted(paint).pixels.astype(np.float32) - upright
    assert float(np.abs(difference).mean()) < 1


@pytest.mark.parametrize("paint", [PORTRAITS[f"{name}-portrait"] for name in ("watercolor", "pencil")])
def test_paper_stays_bare_around_a_tight_photo(sitter: Sitter, paint: Painter) -> None:
    tight = cropped(sitter, Box(150, 20, 145, 165))  # cuts the hair above and the chin below
    painted = tight.painted(paint, 400).pixels
    canvas = frame_head(tight.image, tight.mesh_px, tight.person, [], 400)
    assert canvas.mesh[:468, :2].min() > 400 * 0.1
    assert canvas.mesh[:468, :2].max() < 400 * 0.9
    middle = painted[:8, 150:250].reshape(-1, 3)
    assert float(np.median(middle)) > 200


@every_portrait
@pytest.mark.parametrize("box", [Box(0, 0, 225, 512), Box(100, 110, 300, 402)])
def test_a_face_cut_by_the_photo_is_still_painted(sitter: Sitter, box: Box, paint: Painter) -> None:
    painted = cropped(sitter, box).painted(paint, 300).pixels
    assert float(painted.std()) > 20


def test_a_neighbours_head_is_not_painted(sitter: Sitter) -> None:
    beside = Box(ASTRONAUT_FACE.x_px + 120, ASTRONAUT_FACE.y_px, ASTRONAUT_FACE.width_px, ASTRONAUT_FACE.height_px)
    canvas = frame_head(sitter.image, sitter.mesh_px, sitter.person, [beside], 512)
    nose = np.round(canvas.mesh[4, :2]).astype(int)
    step = round(120 * canvas.axes.height_px / face_axes(sitter.mesh_px).height_px)
    assert canvas.mine[nose[1], nose[0]]
    assert not canvas.mine[nose[1], nose[0] + step]
