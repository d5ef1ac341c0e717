"""A character in words, for who draws from text: nothing that the parent would miss is left unsaid."""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from limner.characters.attributes import ATTRIBUTES, Color
from limner.characters.character import Character
from limner.engine.color import hex_to_lab

_AGE: Final = {"baby": "a baby", "child": "a young child", "adult": "an adult"}
_HAIR: Final = {
    "bald": "no hair",
    "buzz": "very short buzzed {c} hair",
    "crop": "closely cropped {c} hair",
    "short": "short {c} hair",
    "side-part": "short {c} hair parted at the side",
    "bob": "a {c} bob",
    "long": "long straight {c} hair",
    "curly": "curly {c} hair",
    "afro": "a {c} afro",
    "bun": "{c} hair tied in a bun",
    "ponytail": "{c} hair in a ponytail",
    "wisps": "only thin wisps of {c} hair",
    "fluff": "soft {c} baby hair",
    "receding": "receding short {c} hair",
    "fringe-crop": "short {c} hair with a fringe",
    "pixie": "a {c} pixie cut",
    "quiff": "short {c} hair with a quiff",
    "slicked-back": "slicked-back {c} hair",
    "bowl": "a {c} bowl cut",
    "mop": "a tousled mop of {c} hair",
    "fringe-bob": "a {c} bob with a fringe",
    "shoulder": "shoulder-length {c} hair",
    "long-fringe": "long {c} hair with a fringe",
    "long-wavy": "long wavy {c} hair",
    "long-curly": "long curly {c} hair",
    "half-up": "{c} hair half tied up",
    "pigtails": "{c} pigtails",
    "braids": "two {c} braids",
    "side-braid": "a {c} side braid",
    "top-knot": "{c} hair in a top knot",
    "space-buns": "{c} hair in two space buns",
    "fringe-bun": "{c} hair in a bun with a fringe",
    "coils": "tight {c} coils",
    "cornrows": "{c} cornrows",
    "box-braids": "{c} box braids",
    "locs": "{c} locs",
    "undercut": "{c} hair with shaved sides",
    "measured": "{c} hair exactly as in the pictures",
}
_GLASSES: Final = {
    "round": "round glasses",
    "rectangle": "rectangular glasses",
    "thin": "thin-rimmed glasses",
    "rimless": "rimless glasses",
    "half-rim": "half-rim glasses",
    "cat-eye": "cat-eye glasses",
    "aviator": "aviator glasses",
    "thick": "thick-framed glasses",
    "sunglasses": "sunglasses",
}
_BEARD: Final = {
    "stubble": "stubble",
    "short": "a short beard",
    "full": "a full beard",
    "long": "a long beard",
    "goatee": "a goatee",
    "chin-strap": "a chin-strap beard",
    "soul-patch": "a soul patch",
}
_MOUTH: Final = {"open-smile": "a wide smile that shows the teeth", "smile": "a smile", "calm": "a calm face"}
_SIDES: Final = {
    "left": "on the left of the picture",
    "right": "on the right of the picture",
    "both": "in both ears",
}
_COLOURS: Final = {
    "black": "#1c1b1e",
    "dark grey": "#4a4a4d",
    "grey": "#8c8c8c",
    "silver": "#c4c4c6",
    "white": "#f2f2f0",
    "brown": "#6b4226",
    "tortoiseshell brown": "#8a5a33",
    "gold": "#c9a44c",
    "yellow": "#e8cf4a",
    "orange": "#dc7f35",
    "red": "#b93232",
    "pink": "#dd8fa4",
    "purple": "#7a4f99",
    "blue": "#3f63a8",
    "light blue": "#8fb4d9",
    "green": "#4d8a55",
}


def person_in_words(character: Character) -> str:
    """What the person looks like, as "a young child with light skin, ...". No name, ever."""
    value = {name: reading.value for name, reading in character.readings.items()}
    features = ", ".join(_features(value))
    return f"{_AGE[str(value['age.band'])]} with {features}"


def attribute_in_words(character: Character, name: str) -> str:
    """One attribute, for saying again what a drawing has lost."""
    value = {one: reading.value for one, reading in character.readings.items()}
    said = {
        "glasses.frame": lambda: _glasses(value) or "no glasses",
        "skin.tone": lambda: _skin(value),
        "hair.colour": lambda: f"{_named('hair.colour', value)} hair",
        "eyes.colour": lambda: f"{str(value['eyes.colour']).replace('-', ' ')} eyes",
        "beard.style": lambda: _BEARD.get(str(value["beard.style"]), "no beard"),
        "moustache.style": lambda: "no moustache" if value["moustache.style"] == "none" else "a moustache",
    }
    return said[name]() if name in said else name.replace(".", " ")


def _features(value: Mapping[str, object]) -> Iterator[str]:
    yield _skin(value)
    covering = str(value["head.covering"])
    if covering != "none":
        yield f"a {_nearest(str(value['head.covering_colour']), _COLOURS)} {covering.replace('-', ' ')} on the head"
    if covering not in {"hijab", "turban"}:
        yield _HAIR[str(value["hair.style"])].format(c=_named("hair.colour", value))
    yield f"{str(value['eyes.colour']).replace('-', ' ')} eyes"
    if glasses := _glasses(value):
        yield glasses
    if value["age.band"] == "adult":
        if str(value["beard.style"]) in _BEARD:
            yield f"{_BEARD[str(value['beard.style'])]} ({_named('beard.colour', value)})"
        if value["moustache.style"] != "none":
            yield "a moustache"
    yield from _marks(value)
    yield _MOUTH[str(value["mouth.expression"])]


def _marks(value: Mapping[str, object]) -> Iterator[str]:
    if value["skin.freckles"]:
        yield "freckles"
    if value["skin.mole"] != "none":
        yield f"a mole on the {str(value['skin.mole']).replace('-', ' ')}"
    if value["mouth.missing_tooth"]:
        yield "a missing front tooth"
    if value["mouth.braces"]:
        yield "braces on the teeth"
    if value["ears.earrings"] != "none":
        yield f"{value['ears.earrings']} in the ears"
    if value["ears.hearing_aid"] != "none":
        yield f"a hearing aid {_SIDES[str(value['ears.hearing_aid'])]}"
    if value["body.wheelchair"]:
        yield "sitting in a wheelchair"


def _glasses(value: Mapping[str, object]) -> str:
    frame = str(value["glasses.frame"])
    if frame == "none":
        return ""
    if frame in {"rimless", "sunglasses"}:
        return _GLASSES[frame]
    return f"{_nearest(str(value['glasses.colour']), _COLOURS)} {_GLASSES[frame]}"


def _skin(value: Mapping[str, object]) -> str:
    return f"{_named('skin.tone', value)} skin"


def _named(name: str, value: Mapping[str, object]) -> str:
    """The attribute's own word that is nearest to its colour."""
    kind = ATTRIBUTES[name]
    if not isinstance(kind, Color):
        msg = f"{name} is no colour"
        raise TypeError(msg)
    return _nearest(str(value[name]), kind.words).replace("-", " ")


def _nearest(color: str, words: Mapping[str, str]) -> str:
    lab = np.array(hex_to_lab(color))
    return min(words, key=lambda word: float(np.linalg.norm(np.array(hex_to_lab(words[word])) - lab)))
