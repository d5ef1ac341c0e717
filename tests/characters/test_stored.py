"""A character read back from JSON: it may come from anywhere, and must be refused before it is drawn."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from limner.catalog import registry
from limner.catalog.page import compose_page
from limner.characters.character import Character
from limner.engine.compose import page_svg
from limner.errors import BadAttribute


def _svg(character: Character) -> str:
    look = registry.style("storybook").look
    assert look is not None
    return page_svg(compose_page(registry.template("forest"), (character.traits(),), look, 3))


def _with_reading(character: Character, name: str, value: object) -> dict[str, Any]:
    stored: dict[str, Any] = character.model_dump(mode="json")
    stored["readings"][name]["value"] = value
    return stored


def test_a_stored_character_is_drawn_like_the_measured_one(character: Character) -> None:
    assert _svg(Character.model_validate_json(character.model_dump_json())) == _svg(character)


def test_a_stored_character_is_small_and_holds_no_pixels(character: Character) -> None:
    text = character.model_dump_json()
    assert len(text) < 200_000
    assert set(json.loads(text)) == {"schema_version", "engine_version", "readings", "shape", "silhouette", "drawing"}
    assert "data:" not in text
    longest = max((value for value in text.split('"')[1::2]), key=len)
    assert len(longest) < 120


@pytest.mark.parametrize("count", [0, 155, 157])
def test_a_shape_of_another_length_is_refused(character: Character, count: int) -> None:
    stored = character.model_dump(mode="json")
    stored["shape"] = [[0.0, 0.0]] * count
    with pytest.raises(ValidationError, match="156 points"):
        Character.model_validate(stored)


@pytest.mark.parametrize("where", ["", "silhouette", "readings.skin.tone"])
def test_an_unknown_key_is_refused(character: Character, where: str) -> None:
    stored: dict[str, Any] = character.model_dump(mode="json")
    stored["silhouette"] = stored["silhouette"] or {"front": [], "back": [], "dark": [], "light": [], "strands": []}
    place: dict[str, dict[str, Any]] = {
        "": stored,
        "silhouette": stored["silhouette"],
        "readings.skin.tone": stored["readings"]["skin.tone"],
    }
    place[where]["photo"] = "iVBORw0KGgo="
    with pytest.raises(ValidationError, match="photo"):
        Character.model_validate(stored)


def test_an_attribute_nobody_knows_is_refused(character: Character) -> None:
    stored = character.model_dump(mode="json")
    stored["readings"]["ears.size"] = {"value": 1.0, "confidence": 1.0}
    with pytest.raises(ValidationError, match=r"ears\.size"):
        Character.model_validate(stored)


def test_measured_hair_without_its_silhouette_is_refused(character: Character) -> None:
    stored = _with_reading(character, "hair.style", "measured")
    stored["silhouette"] = None
    with pytest.raises(ValidationError, match="silhouette"):
        Character.model_validate(stored)


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_a_confidence_beyond_0_to_1_is_refused(character: Character, confidence: float) -> None:
    stored = character.model_dump(mode="json")
    stored["readings"]["skin.tone"]["confidence"] = confidence
    with pytest.raises(ValidationError):
        Character.model_validate(stored)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("glasses.frame", "monocle"),
        ("hair.colour", "url(#x)"),
        ("hair.colour", '"/><script>'),
        ("mouth.smile", 2.0),
        ("mouth.smile", "nan"),
        ("skin.freckles", 7.0),
    ],
)
def test_an_impossible_value_is_refused(character: Character, name: str, value: object) -> None:
    with pytest.raises((ValidationError, BadAttribute)):
        Character.model_validate(_with_reading(character, name, value))


@pytest.mark.parametrize(
    ("name", "value"),
    [("mouth.expression", "Open Smile"), ("hair.colour", "red"), ("hair.colour", "#+1+2+3"), ("skin.freckles", "no")],
)
def test_a_value_in_a_persons_words_is_refused(character: Character, name: str, value: str) -> None:
    with pytest.raises(ValidationError, match=name.replace(".", r"\.")):
        Character.model_validate(_with_reading(character, name, value))


def test_a_shape_of_no_numbers_is_refused(character: Character) -> None:
    text = character.model_dump_json()
    stored = json.loads(text)
    stored["shape"][0] = [float("nan"), float("inf")]
    with pytest.raises(ValidationError):
        Character.model_validate_json(json.dumps(stored))
