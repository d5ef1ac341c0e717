"""Loops of a photo's person, on the rig and as a painted face."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from limner.catalog import registry
from limner.engine.arrays import Points
from limner.engine.images import RgbImage
from limner.engine.motion.gesture import GESTURES, Loop
from limner.errors import Invalid, NoFace
from limner.faces.find import find_faces
from limner.generation.animate import character_frames, picture_frames
from limner.generation.provider import DrawRequest
from limner.generation.providers.local import LocalProvider


@pytest.fixture(scope="module")
def portrait(astronaut_request: DrawRequest) -> RgbImage:
    style = registry.style("watercolor-portrait")
    drawing = LocalProvider().paint(replace(astronaut_request, style=style, size_px=400))
    assert isinstance(drawing, RgbImage)
    return drawing


def _pupil(frame: RgbImage, mesh: Points) -> float:
    """How light the picture is where the left eye's pupil was."""
    x, y = (int(value) for value in mesh[468, :2])
    return float(frame.pixels[y - 1 : y + 2, x - 1 : x + 2].mean())


@pytest.mark.parametrize("style", ["storybook", "comic", "watercolor"])
def test_characters_move_in_every_finish(astronaut_request: DrawRequest, style: str) -> None:
    request = replace(astronaut_request, style=registry.style(style), size_px=200)
    look = request.style.look
    assert look
    frames = list(character_frames(request, look, Loop(fps=6)))
    assert [frame.width_px for frame in frames] == [200] * 12
    again = list(character_frames(request, look, Loop(fps=6)))
    assert all(np.array_equal(one.pixels, two.pixels) for one, two in zip(frames, again, strict=True))


def test_a_painted_face_moves_without_a_jump_and_keeps_its_border(portrait: RgbImage) -> None:
    frames = [frame.pixels.astype(np.int16) for frame in picture_frames(portrait, Loop(), 360)]
    steps = [float(np.abs(after - before).mean()) for before, after in pairwise(frames)]
    assert float(np.abs(frames[-1] - frames[0]).mean()) <= max(steps) * 1.1
    for frame in frames:
        assert np.abs(frame[0] - frames[0][0]).mean() < 3
        assert np.abs(frame[:, 0] - frames[0][:, 0]).mean() < 3


def test_a_painted_face_closes_its_eyes_and_opens_them_again(portrait: RgbImage) -> None:
    mesh = find_faces(portrait)[0].mesh_px
    frames = list(picture_frames(portrait, Loop(("blink",)), portrait.width_px))
    lights = [_pupil(frame, mesh) for frame in frames]
    assert max(lights) > lights[0] + 60, "skin instead of the pupil"
    assert np.array_equal(frames[0].pixels, frames[-1].pixels)
    outside = slice(int(mesh[152, 1]), None)
    assert all(np.array_equal(frame.pixels[outside], frames[0].pixels[outside]) for frame in frames)


def test_nobody_waves_in_a_portrait(portrait: RgbImage) -> None:
    with pytest.raises(Invalid):
        picture_frames(portrait, Loop(("wave",)), 300)
    assert list(picture_frames(portrait, Loop(("wave", "tilt"), fps=4), 300))


def test_a_picture_without_a_face_says_so() -> None:
    with pytest.raises(NoFace, match="drawing"):
        picture_frames(RgbImage(np.full((300, 300, 3), 200, np.uint8)), Loop(GESTURES), 300)
