"""Measure any face of any picture in one call."""

from collections.abc import Callable

import pytest

from limner.engine.images import RgbImage
from limner.engine.measure.measurements import Measurements
from limner.engine.measure.person import measure_person
from limner.faces.find import find_faces
from limner.faces.person_mask import people_near

MeasureAll = Callable[[RgbImage], list[Measurements]]


@pytest.fixture(scope="session")
def measure_all() -> MeasureAll:
    """Measurements of everybody in a picture, the largest face first."""

    def measure(image: RgbImage) -> list[Measurements]:
        faces = find_faces(image)
        return [
            measure_person(
                image,
                face.mesh_px,
                people_near(image, face.box),
                [other.box for other in faces if other is not face],
            )
            for face in faces
        ]

    return measure


@pytest.fixture(scope="session")
def sample(astronaut: RgbImage, measure_all: MeasureAll) -> Measurements:
    """The astronaut of the sample portrait."""
    return measure_all(astronaut)[0]
