from pathlib import Path

import numpy as np

from limner.engine.codec import decode
from limner.engine.images import Box, RgbImage
from limner.faces.find import find_faces
from limner.faces.person_mask import find_people, people_near


def test_the_portrait_is_a_person_and_the_corner_is_not(astronaut: RgbImage) -> None:
    values = find_people(astronaut).values
    assert values.shape == (512, 512)
    assert values[130, 223] > 0.9
    assert values[20, 20] < 0.1


def test_a_small_head_is_cut_out_sharper_from_near(shared_photos: Path) -> None:
    image = decode((shared_photos / "group-far.jpg").read_bytes())
    left, right = (find_faces(image)[number].box for number in (0, 1))
    near = people_near(image, left).values
    assert near.shape == (image.height_px, image.width_px)
    # Between the two heads there is background, which the whole view takes for a person.
    row, column = round(left.y_px + 12), round((left.x_px + left.width_px + right.x_px) / 2)
    assert near[row, column] < find_people(image).values[row, column]
    far = np.s_[:, image.width_px // 2 :]
    assert np.array_equal(near[far], find_people(image).values[far])


def test_a_box_beyond_the_border_gives_a_whole_mask(astronaut: RgbImage) -> None:
    values = people_near(astronaut, Box(-900, -900, 50, 50)).values
    assert values.shape == (512, 512)
