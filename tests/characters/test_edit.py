import pytest

from limner.characters.character import Character
from limner.characters.edit import with_attribute
from limner.engine.color import lab_to_hex
from limner.errors import BadAttribute


def test_the_parents_word_wins_and_is_marked(character: Character) -> None:
    edited = with_attribute(character, "hair.colour", "#AA5522")
    assert edited.attributes()["hair.colour"] == {"value": "#aa5522", "confidence": 1.0, "source": "parent"}
    assert lab_to_hex(edited.traits().hair_color) == "#aa5522"


def test_the_character_that_was_edited_stays_as_it_was(character: Character) -> None:
    before = character.model_dump_json()
    with_attribute(character, "glasses.frame", "round")
    assert character.model_dump_json() == before


def test_color_may_be_spelt_the_american_way(character: Character) -> None:
    assert with_attribute(character, "hair.color", "red") == with_attribute(character, "hair.colour", "red")


@pytest.mark.parametrize("word", ["blonde", "brown", "black", "red", "grey", "white"])
def test_hair_has_words_for_its_colours(character: Character, word: str) -> None:
    assert str(with_attribute(character, "hair.colour", word).readings["hair.colour"].value).startswith("#")


def test_skin_words_go_from_light_to_dark(character: Character) -> None:
    words = ["fair", "light", "medium", "tan", "brown", "dark"]
    lightness = [with_attribute(character, "skin.tone", word).traits().skin[0] for word in words]
    assert lightness == sorted(lightness, reverse=True)


def test_a_misspelt_name_gets_the_nearest_one(character: Character) -> None:
    with pytest.raises(BadAttribute) as refused:
        with_attribute(character, "hair.stile", "bob")
    assert "hair.style" in refused.value.advice


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("glasses.frame", "monocle", "rectangle"),
        ("hair.colour", "blurple", "blonde"),
        ("mouth.smile", "2", "0 to 1"),
        ("mouth.smile", "nan", "0 to 1"),
        ("skin.freckles", "perhaps", "yes or no"),
    ],
)
def test_an_impossible_value_is_answered_with_what_is_possible(
    character: Character, name: str, value: str, hint: str
) -> None:
    with pytest.raises(BadAttribute) as refused:
        with_attribute(character, name, value)
    assert hint in refused.value.advice
