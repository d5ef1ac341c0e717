import numpy as np
import pytest

from limner.catalog import registry
from limner.characters.character import Character
from limner.characters.edit import with_attribute
from limner.engine.images import RgbImage
from limner.generation.from_photo import character_of
from limner.generation.provider import DrawRequest, Sitter, Sitting
from limner.generation.providers.local import LocalProvider
from limner.generation.verify import verify

STYLES = ("storybook", "comic", "watercolor", "paper-cut", "soft-3d", "anime")


def _drawn(sitting: Sitting, style: str, **corrections: str) -> tuple[RgbImage, Character]:
    character = character_of([sitting])
    for name, value in corrections.items():
        character = with_attribute(character, name.replace("__", "."), value)
    request = DrawRequest((Sitter(character, sitting),), registry.style(style), registry.template("forest"), 1080, 3)
    drawing = LocalProvider().paint(request)
    assert isinstance(drawing, RgbImage)
    return drawing, character


@pytest.mark.parametrize("style", [*STYLES, "watercolor-portrait", "comic-portrait", "soft-3d-portrait"])
def test_a_right_drawing_has_lost_nothing(sitting: Sitting, style: str) -> None:
    verification = verify(*_drawn(sitting, style))
    kept = {check.name for check in verification.checks if check.verdict == "kept"}
    assert verification.lost == ()
    assert {"glasses.frame", "skin.tone"} <= kept


@pytest.mark.parametrize("style", STYLES)
def test_what_the_drawing_lacks_is_named(sitting: Sitting, style: str) -> None:
    drawing, character = _drawn(sitting, style)
    for name, value in (("glasses.frame", "round"), ("skin.tone", "dark"), ("hair.colour", "black")):
        character = with_attribute(character, name, value)
    lost = {check.name for check in verify(drawing, character).lost}
    assert {"glasses.frame", "skin.tone", "hair.colour"} <= lost


@pytest.mark.parametrize("style", STYLES)
def test_drawn_glasses_a_beard_and_blue_eyes_are_seen_and_missed_when_unexpected(sitting: Sitting, style: str) -> None:
    corrections = {"glasses__frame": "round", "beard__style": "full", "beard__colour": "black", "eyes__colour": "blue"}
    drawing, character = _drawn(sitting, style, **corrections)
    assert verify(drawing, character).lost == ()
    bare = character_of([sitting])
    assert {"glasses.frame", "beard.style"} <= {check.name for check in verify(drawing, bare).lost}


def test_of_a_pencil_drawing_no_colour_is_claimed(sitting: Sitting) -> None:
    drawing, character = _drawn(sitting, "pencil-portrait")
    checks = {
        check.name: check.verdict for check in verify(drawing, with_attribute(character, "hair.colour", "red")).checks
    }
    assert checks == {"glasses.frame": "kept", "skin.tone": "unsure", "hair.colour": "unsure", "eyes.colour": "unsure"}


def test_without_a_face_nothing_is_claimed(sitting: Sitting) -> None:
    empty = RgbImage(np.full((400, 320, 3), 200, np.uint8))
    (check,) = verify(empty, character_of([sitting])).checks
    assert (check.name, check.verdict) == ("face", "unsure")
