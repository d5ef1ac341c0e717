"""Every attribute: what it takes, and how a wrong word is answered."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from limner.characters.attributes import ATTRIBUTES, Choice, Color, Kind, Number, YesNo, kind_of, parse_value
from limner.characters.character import Character
from limner.characters.edit import with_attribute
from limner.errors import BadAttribute


def _valid(kind: Kind) -> list[str]:
    if isinstance(kind, Choice):
        return list(kind.words)
    if isinstance(kind, Color):
        return ["#000000", "#ffffff", *kind.words]
    if isinstance(kind, Number):
        return [str(kind.low), str((kind.low + kind.high) / 2), str(kind.high)]
    assert isinstance(kind, YesNo)
    return ["yes", "no"]


@pytest.mark.parametrize("name", list(ATTRIBUTES))
def test_every_valid_value_is_kept_and_survives_json(character: Character, name: str) -> None:
    for text in _valid(ATTRIBUTES[name]):
        edited = with_attribute(character, name, text)
        reading = edited.readings[name]
        assert (reading.source, reading.confidence) == ("parent", 1.0)
        again = Character.model_validate_json(edited.model_dump_json())
        assert again == edited
        assert again.traits().mouth == edited.traits().mouth


@pytest.mark.parametrize("name", list(ATTRIBUTES))
@pytest.mark.parametrize("text", ["", "octarine", "-7", "1e9", "nan", "<script>", "#12345", "#gggggg"])
def test_nonsense_is_refused_with_advice(name: str, text: str) -> None:
    with pytest.raises(BadAttribute) as refused:
        parse_value(name, text)
    assert refused.value.advice


@pytest.mark.parametrize(("typed", "meant"), [("hair.colr", "hair.colour"), ("eye.color", "eyes.colour")])
def test_a_slip_of_the_pen_gets_the_name_that_was_meant(typed: str, meant: str) -> None:
    with pytest.raises(BadAttribute) as refused:
        kind_of(typed)
    assert meant in refused.value.advice


def test_a_name_like_no_other_gets_the_whole_list() -> None:
    with pytest.raises(BadAttribute) as refused:
        kind_of("zzz")
    assert all(name in refused.value.advice for name in ATTRIBUTES)


@pytest.mark.parametrize("name", [name for name in ATTRIBUTES if "colour" in name])
def test_both_spellings_name_the_same_attribute(name: str) -> None:
    assert kind_of(name.replace("colour", "color")) == kind_of(name)


@pytest.mark.parametrize(("text", "value"), [("Yes", True), ("on", True), (" no ", False), ("FALSE", False)])
def test_yes_and_no_in_their_usual_forms(text: str, value: object) -> None:
    assert parse_value("skin.freckles", text) is value


@pytest.mark.parametrize("text", ["open smile", "Open_Smile", " OPEN-SMILE "])
def test_words_are_read_as_people_type_them(text: str) -> None:
    assert parse_value("mouth.expression", text) == "open-smile"


@example(0x00007C)
@given(st.integers(0, 0xFFFFFF))
def test_every_colour_comes_back_as_it_was_typed(number: int) -> None:
    text = f"#{number:06x}"
    assert parse_value("hair.colour", text) == text
    assert parse_value("hair.colour", text.upper()) == text


@pytest.mark.parametrize("text", ["#+1+2+3", "#-1-2-3", "# 1 2 3"])
def test_signs_and_blanks_are_no_colour(text: str) -> None:
    with pytest.raises(BadAttribute):
        parse_value("hair.colour", text)
