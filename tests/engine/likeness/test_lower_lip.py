"""The lower lip is found where the photo has it."""

from dataclasses import replace

import numpy as np
import pytest

from limner.engine.images import RgbImage
from limner.engine.landmarks import LIP_INNER_LOWER, LIP_INNER_UPPER, LIP_OUTER_LOWER
from limner.engine.likeness.face_crop import FaceCrop, crop_face
from limner.engine.likeness.lower_lip import with_own_lower_lip
from limner.faces.find import find_faces


@pytest.fixture(scope="module")
def crop(astronaut: RgbImage) -> FaceCrop:
    return crop_face(astronaut, find_faces(astronaut)[0].mesh_px, np.zeros((640, 512), np.float32))


def lip(crop: FaceCrop) -> tuple[float, float]:
    """Heights of the lower lip's two edges in crop pixels."""
    return float(crop.at(LIP_INNER_LOWER[5])[0, 1]), float(crop.at(LIP_OUTER_LOWER[5])[0, 1])


@pytest.mark.parametrize("stretch", [1.15, 1.3])
def test_a_mesh_that_hangs_the_lip_too_low_is_mended(crop: FaceCrop, stretch: float) -> None:
    points = crop.points.copy()
    for lower in (LIP_INNER_LOWER, LIP_OUTER_LOWER):
        top = crop.at(*LIP_INNER_UPPER)[:, 1]
        points[list(lower), 1] = top + (points[list(lower), 1] - top) * stretch
    hanging = replace(crop, points=points)
    assert lip(with_own_lower_lip(hanging)) == pytest.approx(lip(with_own_lower_lip(crop)), abs=2.0)
    assert lip(hanging)[1] - lip(with_own_lower_lip(crop))[1] > 3.0


def test_a_mouth_of_one_colour_stays_where_the_mesh_has_it(crop: FaceCrop) -> None:
    plain = replace(crop, lab=np.full_like(crop.lab, 50.0))
    assert with_own_lower_lip(plain).points == pytest.approx(crop.points)
