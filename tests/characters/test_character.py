from dataclasses import fields
from typing import Any, cast

import numpy as np
import pytest
from pydantic import ValidationError

from limner.characters.attributes import ATTRIBUTES, UNMEASURED
from limner.characters.character import Character
from limner.characters.edit import with_attribute
from limner.characters.measure import character_from
from limner.engine.arrays import Points
from limner.engine.images import RgbImage
from limner.engine.traits import FaceDrawing, HairOutline
from limner.faces.find import find_faces
from limner.faces.person_mask import people_near


def _same(first: object, second: object) -> bool:
    """Equality that looks into the arrays of traits."""
    if isinstance(first, np.ndarray):
        return bool(np.array_equal(cast("Points", first), cast("Points", second)))
    if isinstance(first, tuple) and isinstance(second, tuple):
        pairs = zip(cast("tuple[object, ...]", first), cast("tuple[object, ...]", second), strict=True)
        return all(_same(one, other) for one, other in pairs)
    if isinstance(first, HairOutline | FaceDrawing):
        return all(_same(getattr(first, part.name), getattr(second, part.name)) for part in fields(first))
    return first == second


def test_json_gives_back_the_same_traits(character: Character) -> None:
    again = Character.model_validate_json(character.model_dump_json())
    before, after = character.traits(), again.traits()
    assert again == character
    assert [
        part.name for part in fields(before) if not _same(getattr(before, part.name), getattr(after, part.name))
    ] == []


def test_measuring_twice_gives_the_same_json(character: Character, astronaut: RgbImage) -> None:
    face, *others = find_faces(astronaut)
    again = character_from(astronaut, face, others, people_near(astronaut, face.box))
    assert again.model_dump_json() == character.model_dump_json()


def test_every_attribute_is_listed_with_value_confidence_and_source(character: Character) -> None:
    listed = character.attributes()
    assert list(listed) == list(ATTRIBUTES)
    assert {frozenset(entry) - {"drawn", "reason"} for entry in listed.values()} == {
        frozenset({"value", "confidence", "source"})
    }
    assert {entry["source"] for entry in listed.values()} == {"measured"}


def test_what_is_too_uncertain_is_asked_and_says_what_is_drawn_meanwhile(character: Character) -> None:
    listed = character.attributes()
    assert "eyes.lashes" in character.asks()
    assert {name for name, entry in listed.items() if entry["value"] == "ask"} == set(character.asks())
    assert all(("drawn" in entry) == (entry["value"] == "ask") for entry in listed.values())
    answered = with_attribute(character, "eyes.lashes", "no")
    assert "eyes.lashes" not in answered.asks()
    assert answered.attributes()["eyes.lashes"]["value"] is False


def test_a_character_stored_by_version_1_is_read_with_what_it_did_not_know_unmeasured(character: Character) -> None:
    old: dict[str, Any] = character.model_dump(mode="json") | {"schema_version": 1}
    for name in (*UNMEASURED, "likeness.strength"):
        del old["readings"][name]
    read = Character.model_validate(old)
    assert read.schema_version == 2
    assert {read.readings[name].value for name in UNMEASURED} == set(UNMEASURED.values())


def test_a_character_of_an_unknown_schema_is_refused(character: Character) -> None:
    stored = character.model_dump(mode="json") | {"schema_version": 3}
    with pytest.raises(ValidationError):
        Character.model_validate(stored)


def test_a_character_that_lacks_an_attribute_is_refused(character: Character) -> None:
    stored = character.model_dump(mode="json")
    del stored["readings"]["hair.style"]
    with pytest.raises(ValidationError, match=r"hair\.style"):
        Character.model_validate(stored)


def test_the_choice_of_hair_says_its_reason(character: Character) -> None:
    assert character.attributes()["hair.style"]["reason"]
    assert "reason" not in character.attributes()["eyes.colour"]


def test_the_colour_of_what_is_not_there_is_not_asked(character: Character) -> None:
    assert character.readings["glasses.frame"].value == "none"
    assert "glasses.colour" not in character.asks()
    worn = character.model_copy(
        update={
            "readings": {
                **character.readings,
                "glasses.frame": character.readings["glasses.frame"].model_copy(update={"value": "round"}),
            }
        }
    )
    assert "glasses.colour" in worn.asks()
