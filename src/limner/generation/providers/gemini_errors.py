"""Why Gemini gave no picture, told apart by its codes, never by words; what it said is not repeated."""

from collections.abc import Mapping
from typing import Final

from google.genai import types

from limner.errors import BadResult, ProviderError, Reason, Refused

_AGAIN: Final = "Try again, or let another provider draw."
_MAY_PASS: Final = frozenset(
    {"NO_IMAGE", "IMAGE_OTHER", "OTHER", "STOP", "MAX_TOKENS", "MALFORMED_RESPONSE", "FINISH_REASON_UNSPECIFIED"}
)
"""Reasons for no picture after which asking again helps; all others are refusals."""
_REASONS: Final[Mapping[str, Reason]] = {
    "PROHIBITED_CONTENT": "children",
    "IMAGE_PROHIBITED_CONTENT": "children",
    "SAFETY": "people",
    "IMAGE_SAFETY": "people",
    "SPII": "people",
    "IMAGE_RECITATION": "known-person",
    "RECITATION": "known-person",
    "PUP_LIMITED_DISABLED": "known-person",
}
_WHY: Final[Mapping[Reason, str]] = {
    "children": "Gemini's rules forbid this picture.",
    "people": "Gemini's rules forbid this picture of people.",
    "known-person": "Gemini takes this for somebody or something well known, and does not draw it.",
    "other": "Gemini's rules forbid this picture.",
}


def no_picture(response: types.GenerateContentResponse) -> ProviderError:
    """Limner's error for an answer without a picture: a refusal, or one that may pass when asked again."""
    blocked = response.prompt_feedback.block_reason if response.prompt_feedback else None
    if blocked is not None:
        return _refused(_name(blocked), "Choose another photo or other words, or let this computer draw.")
    for candidate in response.candidates or []:
        why = _name(candidate.finish_reason) if candidate.finish_reason else "OTHER"
        if why not in _MAY_PASS:
            return _refused(why, "What it drew was held back: another style or scene may pass.")
    return BadResult("Gemini answered without a picture.", _AGAIN)


def _refused(why: str, advice: str) -> Refused:
    reason: Reason = _REASONS.get(why, "other")
    return Refused(_WHY[reason], advice, reason=reason)


def _name(value: object) -> str:
    """An enumeration's word; the SDK keeps unknown ones as they came."""
    return str(getattr(value, "value", value))
