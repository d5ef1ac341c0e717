"""What a picture is to do, in words, for animators that take text: few movements, and nothing else may change."""

from collections.abc import Iterator, Mapping
from typing import Final

from limner.engine.motion.gesture import Gesture
from limner.generation.clip import ClipRequest
from limner.generation.person_in_words import person_in_words

_GESTURES: Final[Mapping[Gesture, str]] = {
    "blink": "blinks now and then",
    "smile": "smiles a little more",
    "tilt": "tilts the head gently",
    "wave": "waves a hand",
    "breathe": "breathes calmly",
}
NOT_WANTED: Final = (
    "change of identity, change of age, different face, morphing, extra people, extra fingers, cuts, scene change, "
    "camera shake, text, letters, watermark, photorealism, flicker"
)
"""For animators that are told what must not be."""


def motion_in_words(request: ClipRequest, longest: int = 1000) -> str:
    """The clip as a prompt of at most so many characters. No name, ever; the person's own wishes come last, whole."""
    wishes = request.words.strip()[:longest]
    told = " ".join(_sentences(request))
    room = longest - len(wishes) - 1
    if len(told) > room:
        told = told[: max(0, room)].rpartition(". ")[0] + "." if room > 0 else ""
    return f"{told} {wishes}".strip()


def _sentences(request: ClipRequest) -> Iterator[str]:
    yield "The illustration comes to life, in one calm shot, drawn in the same style throughout."
    doing = [_GESTURES[one] for one in request.gestures if one in _GESTURES]
    if doing:
        who = "Everybody" if len(request.people) > 1 else "The character"
        yield f"{who} {_listed(doing)}."
    if "parallax" in request.gestures:
        yield "The camera drifts slowly sideways, so that near things move before far ones."
    else:
        yield "The camera stands still."
    yield "Face, age, skin tone, hair, eye colour, glasses, clothes and every mark stay exactly as they are drawn."
    for number, character in enumerate(request.people, 1):
        who = f"Person {number}, from left to right," if len(request.people) > 1 else "The person"
        yield f"{who} is {person_in_words(character)}."


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
