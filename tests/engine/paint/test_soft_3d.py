"""What the soft 3D portrait does to a person: a new light from their own form, and slightly larger eyes."""

import numpy as np
import pytest
from tests.engine.paint.test_portraits import ASTRONAUT_FACE, SIDE_PX, sit

from limner.engine.images import RgbImage
from limner.engine.opencv import remap
from limner.engine.paint.portrait_form import form
from limner.engine.paint.portrait_larger_eyes import with_larger_eyes
from limner.engine.paint.portrait_subject import Subject, see


@pytest.fixture(scope="module")
def subject(astronaut: RgbImage) -> Subject:
    sitter = sit(astronaut, ASTRONAUT_FACE)
    return see(sitter.image, sitter.mesh_px, sitter.person, [], SIDE_PX, close=True)


def test_eyes_grow_a_little_and_everything_else_stays(subject: Subject) -> None:
    before, after = subject.canvas.mesh, with_larger_eyes(subject).canvas.mesh
    for a, b in ((33, 133), (362, 263)):
        grown = np.linalg.norm(after[a, :2] - after[b, :2]) / np.linalg.norm(before[a, :2] - before[b, :2])
        assert 1.05 < grown < 1.35
    for point in (152, 10, 61, 291, 234, 454):  # chin, forehead, mouth, sides
        assert np.linalg.norm(after[point] - before[point]) < 1


def test_the_picture_moves_with_its_mesh(subject: Subject) -> None:
    larger = with_larger_eyes(subject)

    def colours(sitter: Subject) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        x, y = (sitter.canvas.mesh[[33, 133, 159, 145, 468, 473], axis].astype(np.float32) for axis in (0, 1))
        return remap(sitter.figure.rgb, x[None], y[None])

    assert float(np.abs(colours(larger) - colours(subject)).mean()) < 0.03


def test_a_head_bulges_towards_the_viewer_and_turns_away_at_its_rims(subject: Subject) -> None:
    canvas = subject.canvas
    normals = form(canvas, subject.figure.alpha, subject.hair(), chin_hidden=False).normals
    assert np.allclose((normals**2).sum(axis=2), 1, atol=1e-3)
    row = int(canvas.mesh[10, 1] - 0.15 * canvas.axes.height_px) // 2  # through the hair
    seen = np.flatnonzero(subject.figure.alpha[2 * row, ::2] > 0.9)
    left, right = normals[row, seen[2]], normals[row, seen[-3]]
    assert left[0] < -0.6
    assert right[0] > 0.6
    x, y = np.round(canvas.mesh[4, :2] / 2).astype(int)
    assert normals[y, x, 2] > 0.8  # the nose's tip faces us
