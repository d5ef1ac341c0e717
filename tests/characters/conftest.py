"""The astronaut, measured once."""

import pytest

from limner.characters.character import Character
from limner.characters.measure import character_from
from limner.engine.images import RgbImage
from limner.faces.find import find_faces
from limner.faces.person_mask import people_near


def measured(image: RgbImage) -> Character:
    """The largest face of a picture as a character."""
    face, *others = find_faces(image)
    return character_from(image, face, others, people_near(image, face.box))


@pytest.fixture(scope="session")
def character(astronaut: RgbImage) -> Character:
    """The astronaut of the sample portrait."""
    return measured(astronaut)
