"""Somebody to try Limner with before giving it a photo: the sample, a portrait in the public domain."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from limner import model_files
from limner.catalog import registry
from limner.characters.attributes import ATTRIBUTES, Choice, Color
from limner.characters.character import Character
from limner.engine import opencv
from limner.engine.codec import encode_webp
from limner.engine.images import RgbImage
from limner.errors import BadAttribute
from limner.faces.registry import DEFAULT_DETECTOR
from limner.generation.from_photo import character_of, sit
from limner.generation.preview import draw_preview
from limner.photos.intake import accept

TRIED: Final = ("hair.colour", "glasses.frame")
"""Attributes that strangers may change; each by its words alone, so that there are not endlessly many drawings."""
_PHOTO_PX: Final = 512


def words_of(attribute: str) -> Mapping[str, str]:
    """The words of an attribute that may be tried, each with its value."""
    kind = ATTRIBUTES[attribute]
    if isinstance(kind, Color):
        return kind.words
    return {word: word for word in kind.words} if isinstance(kind, Choice) else {}


def sample_styles() -> tuple[str, ...]:
    """Styles that draw a character; portraits are painted from a photo."""
    return tuple(one.name for one in registry.styles() if one.look is not None)


def sample_templates() -> tuple[str, ...]:
    """Scenes for one person."""
    return tuple(one.name for one in registry.templates() if len(one.slots) == 1)


def draw_sample(attributes: Sequence[tuple[str, str]], style: str, template: str | None, width_px: int) -> bytes:
    """A WebP of the sample person, `width_px` wide.

    Raises:
        UnknownName: there is no such style or template.
        BadAttribute: the attribute may not be tried, or has no such word.
        ModelFileMissing: the sample is not on this machine.
    """
    for name, word in attributes:
        if name not in TRIED or word not in words_of(name):
            raise BadAttribute(f'The sample can\'t be tried with {name} "{word}".', "Choose one of the words shown.")
    values = {name: words_of(name)[word] for name, word in attributes}
    return draw_preview(_character(), values, style, template, width_px)


def sample_photo() -> bytes:
    """The photo the sample is drawn from, as a small WebP.

    Raises:
        ModelFileMissing: it is not on this machine.
    """
    image = accept(_file()).image
    scale = min(1.0, _PHOTO_PX / max(image.width_px, image.height_px))
    width, height = round(image.width_px * scale), round(image.height_px * scale)
    return encode_webp(RgbImage(opencv.resize(image.pixels, width, height, "area")), quality=82)


def _file() -> bytes:
    return model_files.path("sample-astronaut.png").read_bytes()


@cache
def _character() -> Character:
    """Measured once in each process."""
    sitting, _ = sit(accept(_file()).image, None, DEFAULT_DETECTOR)
    return character_of([sitting], ())
