"""Several photos of one person."""

import pytest

from limner.characters.attributes import ATTRIBUTES
from limner.characters.character import Attribute, Character
from limner.characters.combine import combine
from limner.characters.edit import with_attribute
from limner.engine.color import hex_to_lab


def reading(character: Character, name: str, value: object, confidence: float) -> Character:
    changed = Attribute.model_validate({"value": value, "confidence": confidence})
    return character.model_copy(update={"readings": {**character.readings, name: changed}})


def test_one_photo_stays_as_it_is(character: Character) -> None:
    again = combine([character])
    assert again.shape == character.shape
    assert {name: again.readings[name].value for name in ATTRIBUTES} == {
        name: character.readings[name].value for name in ATTRIBUTES
    }


def test_most_photos_decide_and_the_odd_one_costs_confidence(character: Character) -> None:
    seen = [reading(character, "eyes.colour", color, 0.7) for color in ("blue", "brown", "blue")]
    together = combine(seen).readings["eyes.colour"]
    assert together.value == "blue"
    assert together.confidence == pytest.approx(0.7 * 2 / 3, abs=0.01)


def test_one_clear_photo_outweighs_two_guesses(character: Character) -> None:
    seen = [
        reading(character, "glasses.frame", value, sure)
        for value, sure in (("none", 0.2), ("round", 0.9), ("none", 0.2))
    ]
    assert combine(seen).readings["glasses.frame"].value == "round"


def test_a_dim_photo_does_not_darken_the_skin(character: Character) -> None:
    seen = [
        reading(character, "skin.tone", tone, sure)
        for tone, sure in (("#d8a888", 0.8), ("#5a4030", 0.3), ("#dcae90", 0.8))
    ]
    together, clear = (hex_to_lab(str(one.readings["skin.tone"].value)) for one in (combine(seen), seen[0]))
    assert abs(together[0] - clear[0]) < 3


def test_the_parents_word_stays(character: Character) -> None:
    said = with_attribute(character, "hair.style", "bob")
    together = combine([character, said, character])
    assert (together.readings["hair.style"].value, together.readings["hair.style"].source) == ("bob", "parent")


def test_the_drawing_is_the_clearest_photos(character: Character) -> None:
    poor = reading(character, "likeness.strength", 0.3, 0.2).model_copy(update={"drawing": None})
    together = combine([poor, character])
    assert together.drawing == character.drawing
    assert together.readings["likeness.strength"] == character.readings["likeness.strength"]
    assert Character.model_validate_json(together.model_dump_json()) == together


def test_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        combine([])
