"""What a parent says wins over what was measured."""

from limner.characters.attributes import kind_of
from limner.characters.character import Attribute, Character
from limner.errors import BadAttribute


def with_attribute(character: Character, name: str, text: str) -> Character:
    """The character with one attribute as the parent words it, marked as theirs.

    Raises:
        BadAttribute: there is no such attribute, or it can't be that.
    """
    full, kind = kind_of(name)
    value = kind.parse(full, text)
    if (full, value) == ("hair.style", "measured") and character.silhouette is None:
        raise BadAttribute("This photo gave no hair silhouette.", "Choose a drawn hair style, such as short or long.")
    reading = Attribute(value=value, confidence=1.0, source="parent")
    return character.model_copy(update={"readings": {**character.readings, full: reading}})
