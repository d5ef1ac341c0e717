"""A person nobody is: an average face, to try a provider without anybody's photo."""

from typing import Final

from limner.characters.attributes import UNMEASURED, Value
from limner.characters.character import Attribute, Character
from limner.characters.drawing import curve
from limner.engine import ENGINE_VERSION
from limner.engine.measure.mean_face import MEAN

_VALUES: Final[dict[str, Value]] = {
    **UNMEASURED,
    "age.band": "adult",
    "skin.tone": "#c99a7c",
    "skin.freckles": False,
    "hair.style": "short",
    "hair.colour": "#4a3326",
    "brows.colour": "#3d2b20",
    "brows.thickness": 0.5,
    "eyes.colour": "brown",
    "eyes.openness": 0.6,
    "eyes.lashes": False,
    "mouth.expression": "smile",
    "mouth.smile": 0.6,
    "lips.colour": "#b5715f",
    "glasses.frame": "none",
    "glasses.colour": "#2b2b2b",
    "beard.style": "none",
    "beard.colour": "#4a3326",
    "moustache.style": "none",
    "head.skull_height": 0.75,
    "likeness.strength": 0.0,
}


def plain_person() -> Character:
    """The person, said rather than measured."""
    return Character(
        engine_version=ENGINE_VERSION,
        readings={name: Attribute(value=value, confidence=1.0, source="parent") for name, value in _VALUES.items()},
        shape=curve(MEAN[:, :2].astype("float64")),
    )
