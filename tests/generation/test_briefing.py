"""What leaves the house in words and pictures: everything the parent would miss, and nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from limner.catalog import registry
from limner.characters.attributes import ATTRIBUTES, Choice
from limner.characters.edit import with_attribute
from limner.characters.plain_person import plain_person
from limner.engine.images import Box, RgbImage
from limner.generation.briefing import head_of, write_brief
from limner.generation.person_in_words import attribute_in_words, person_in_words
from limner.generation.provider import DrawRequest, Sitter, Sitting
from limner.generation.verify import Check


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("glasses.frame", "round", "round glasses"),
        ("glasses.frame", "sunglasses", "sunglasses"),
        ("skin.tone", "dark", "dark skin"),
        ("hair.colour", "red", "red hair"),
        ("hair.style", "pigtails", "pigtails"),
        ("eyes.colour", "green", "green eyes"),
        ("age.band", "child", "a young child"),
        ("mouth.missing_tooth", "yes", "missing front tooth"),
        ("ears.hearing_aid", "left", "hearing aid on the left"),
        ("body.wheelchair", "yes", "wheelchair"),
        ("head.covering", "hijab", "hijab"),
        ("skin.freckles", "yes", "freckles"),
    ],
)
def test_what_a_parent_would_miss_is_said(name: str, value: str, words: str) -> None:
    assert words in person_in_words(with_attribute(plain_person(), name, value))


def test_every_word_of_every_choice_can_be_said() -> None:
    for name, kind in ATTRIBUTES.items():
        if isinstance(kind, Choice) and (name, "measured") not in {("hair.style", word) for word in kind.words}:
            for word in kind.words:
                if word != "measured":
                    assert person_in_words(with_attribute(plain_person(), name, word))


def test_the_brief_tells_scene_clothes_wishes_and_what_was_lost(astronaut_request: DrawRequest) -> None:
    request = replace(astronaut_request, words="with a red balloon", caption="For Mia", lost=("glasses.frame",))
    brief = write_brief(request)
    for part in (request.style.title, request.template.summary, "explorer", "with a red balloon", "Do not forget: no"):
        assert part in brief.prompt
    assert "Mia" not in brief.prompt
    assert [one.role for one in brief.references] == ["photo", "character", "scene"]
    assert "Picture 3 is a sketch" in brief.prompt
    assert "Picture" not in brief.plain_prompt


def test_a_portrait_has_no_scene(astronaut_request: DrawRequest) -> None:
    brief = write_brief(replace(astronaut_request, style=registry.style("watercolor-portrait")))
    assert [one.role for one in brief.references] == ["photo", "character"]
    assert astronaut_request.template.summary not in brief.prompt


def test_without_the_photo_the_drawn_character_goes(astronaut_request: DrawRequest) -> None:
    alone = replace(astronaut_request, sitters=(Sitter(plain_person()),))
    assert [one.role for one in write_brief(alone).references] == ["character", "scene"]


def test_who_looks_at_few_pictures_gets_photo_and_scene_first(astronaut_request: DrawRequest) -> None:
    brief = write_brief(astronaut_request, most_pictures=2)
    assert [one.role for one in brief.references] == ["photo", "scene"]
    assert "Picture 2 is a sketch" in brief.prompt
    two = replace(astronaut_request, sitters=astronaut_request.sitters * 2)
    assert [(one.role, one.person) for one in write_brief(two, most_pictures=4).references] == [
        ("photo", 1),
        ("photo", 2),
        ("character", 1),
        ("scene", 0),
    ]


def test_only_the_head_leaves_and_other_faces_are_unreadable(sitting: Sitting) -> None:
    head = head_of(sitting)
    assert head.width_px * head.height_px < sitting.image.width_px * sitting.image.height_px
    box = sitting.face.box
    beside = replace(sitting.face, box=Box(box.x_px + box.width_px, box.y_px, box.width_px, box.height_px))
    noisy = np.random.default_rng(1).integers(0, 255, sitting.image.pixels.shape, dtype=np.uint8)
    crowd = head_of(Sitting(RgbImage(noisy), sitting.face, (beside,), sitting.person))
    right = crowd.pixels[crowd.height_px // 2, -max(8, crowd.width_px // 8) :].astype(int)
    assert np.abs(np.diff(right, axis=0)).mean() < 10


def test_a_lost_attribute_is_named_in_plain_words() -> None:
    lost = Check("hair.colour", "#4a3326", "#ffffff", "lost")
    assert attribute_in_words(plain_person(), lost.name).endswith("hair")
