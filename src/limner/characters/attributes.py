"""The attributes of a character: their names, what each may be, and how a person words it."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol, get_args

from limner.engine.traits import (
    AgeBand,
    BeardStyle,
    Earrings,
    EyeColor,
    GlassesFrame,
    HairStyle,
    HeadCovering,
    Mole,
    MoustacheStyle,
    Mouth,
    Side,
)
from limner.errors import BadAttribute

Value = str | float | bool


class Kind(Protocol):
    """What values an attribute takes."""

    def parse(self, name: str, text: str) -> Value:
        """The value a text means. Raises BadAttribute, saying what would be right."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: Sequence[str]

    def parse(self, name: str, text: str) -> Value:
        """The word itself."""
        word = text.strip().lower().replace(" ", "-").replace("_", "-")
        if word not in self.words:
            raise BadAttribute(f"{name} can't be {text}.", f"Choose one of: {', '.join(self.words)}.")
        return word


@dataclass(frozen=True, slots=True)
class Color:
    """A colour as "#rrggbb", or one of a few words for it."""

    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def parse(self, name: str, text: str) -> Value:
        """The colour in lower-case "#rrggbb"."""
        word = text.strip().lower().replace(" ", "-").replace("_", "-")
        color = self.words.get(word, word)
        if not re.fullmatch("#[0-9a-f]{6}", color):
            named = f" or one of: {', '.join(self.words)}" if self.words else ""
            raise BadAttribute(f"{name} can't be {text}.", f"Write a colour like #8a5a2b{named}.")
        return color


@dataclass(frozen=True, slots=True)
class Number:
    """A number between two bounds, kept to three decimals."""

    low: float
    high: float

    def parse(self, name: str, text: str) -> Value:
        """The number. Raises BadAttribute outside the bounds."""
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not self.low <= value <= self.high:
            raise BadAttribute(f"{name} can't be {text}.", f"Choose a number from {self.low:g} to {self.high:g}.")
        return round(value, 3)


@dataclass(frozen=True, slots=True)
class YesNo:
    """True or false."""

    def parse(self, name: str, text: str) -> Value:
        """yes, true, on, 1 or no, false, off, 0."""
        word = text.strip().lower()
        if word in {"yes", "true", "on", "1"}:
            return True
        if word in {"no", "false", "off", "0"}:
            return False
        raise BadAttribute(f"{name} can't be {text}.", "Say yes or no.")


_HAIR_WORDS: Final = MappingProxyType(
    {
        "black": "#231f20",
        "dark-brown": "#3b2a20",
        "brown": "#5f4129",
        "light-brown": "#8a6540",
        "blonde": "#d3ad69",
        "red": "#9c4a21",
        "auburn": "#6b2f1f",
        "grey": "#8f8d8b",
        "white": "#dcdad6",
    }
)
_SKIN_WORDS: Final = MappingProxyType(
    {
        "fair": "#f2d3bf",
        "light": "#e6bd9f",
        "medium": "#d1a07a",
        "tan": "#b9835a",
        "brown": "#8d5a3b",
        "dark": "#5a3826",
    }
)

ATTRIBUTES: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "age.band": Choice(get_args(AgeBand)),
        "skin.tone": Color(_SKIN_WORDS),
        "skin.freckles": YesNo(),
        "skin.mole": Choice(get_args(Mole)),
        "hair.style": Choice(get_args(HairStyle)),
        "hair.colour": Color(_HAIR_WORDS),
        "brows.colour": Color(_HAIR_WORDS),
        "brows.thickness": Number(0.0, 1.0),
        "eyes.colour": Choice(get_args(EyeColor)),
        "eyes.openness": Number(0.0, 1.0),
        "eyes.lashes": YesNo(),
        "mouth.expression": Choice(get_args(Mouth)),
        "mouth.smile": Number(0.0, 1.0),
        "mouth.missing_tooth": YesNo(),
        "mouth.braces": YesNo(),
        "lips.colour": Color(),
        "glasses.frame": Choice(get_args(GlassesFrame)),
        "glasses.colour": Color(),
        "beard.style": Choice(get_args(BeardStyle)),
        "beard.colour": Color(_HAIR_WORDS),
        "moustache.style": Choice(get_args(MoustacheStyle)),
        "head.skull_height": Number(0.5, 1.1),
        "head.covering": Choice(get_args(HeadCovering)),
        "head.covering_colour": Color(),
        "ears.earrings": Choice(get_args(Earrings)),
        "ears.hearing_aid": Choice(get_args(Side)),
        "body.wheelchair": YesNo(),
        "likeness.strength": Number(0.0, 1.0),
    }
)
"""Every attribute, in the order it is shown."""

UNMEASURED: Final[Mapping[str, Value]] = MappingProxyType(
    {
        "skin.mole": "none",
        "mouth.missing_tooth": False,
        "mouth.braces": False,
        "head.covering": "none",
        "head.covering_colour": "#4a5a8c",
        "ears.earrings": "none",
        "ears.hearing_aid": "none",
        "body.wheelchair": False,
    }
)
"""What no photo is measured for, and what is drawn until the parent says otherwise."""

_ASK_BELOW: Final = 0.5
_ASK_BELOW_BY_NAME: Final[Mapping[str, float]] = MappingProxyType({"skin.tone": 0.35, "brows.colour": 0.35})


def ask_below(name: str) -> float:
    """The confidence 0..1 under which the parent is asked for this attribute."""
    return _ASK_BELOW_BY_NAME.get(name, _ASK_BELOW)


def kind_of(name: str) -> tuple[str, Kind]:
    """The attribute's full name and kind; "color" may be spelt either way.

    Raises:
        BadAttribute: there is no such attribute; the nearest name is proposed.
    """
    full = name.strip().lower().replace("color", "colour")
    if full not in ATTRIBUTES:
        near = difflib.get_close_matches(full, ATTRIBUTES, n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(ATTRIBUTES)}."
        raise BadAttribute(f"A character has no attribute {name}.", hint)
    return full, ATTRIBUTES[full]


def parse_value(name: str, text: str) -> Value:
    """The value a person's words mean for a full attribute name.

    Raises:
        BadAttribute: the attribute can't have it.
    """
    return ATTRIBUTES[name].parse(name, text)
