"""Why Veo made no clip, told apart by codes, never by words; what it said is not repeated."""

import re
from collections.abc import Mapping
from typing import Any, Final

from google.genai import types

from limner.errors import (
    BadKey,
    BadResult,
    ModelRetired,
    Overloaded,
    ProviderError,
    QuotaSpent,
    Reason,
    Refused,
    Unsuited,
)
from limner.generation.providers.veo import TITLE

_AGAIN: Final = "Try again, or let this computer move it."
_ANOTHER: Final = "Try again later, or let this computer move it."
_CHILDREN: Final = frozenset({"58061214", "17301594"})
_KNOWN: Final = frozenset({"29310472", "15236754"})
"""Support codes, as Google's page on responsible AI lists them."""


def failed(error: Mapping[str, Any]) -> ProviderError:
    """Limner's error for an operation that ended in one."""
    match error.get("code"):
        case 7 | 16:
            return BadKey(f"{TITLE} does not accept what it is signed in with.", "Check LIMNER_VEO_PROJECT.")
        case 8:
            return QuotaSpent(f"{TITLE} was asked too often in this project.", _ANOTHER)
        case 5:
            return ModelRetired(f"{TITLE} does not offer this model.", "Set LIMNER_VEO_MODEL to one it offers.")
        case 3 | 9:
            if reason := _reason(str(error.get("message", ""))):
                return _refused(reason)
            return Unsuited(f"{TITLE} can't use this picture or these words.", "Let this computer move it.")
        case _:
            return Overloaded(f"{TITLE} broke off while it made the clip.", _ANOTHER)


def no_clip(response: types.GenerateVideosResponse | None) -> ProviderError:
    """Limner's error for an answer without a clip: held back, or put elsewhere than into the answer."""
    if response is not None and response.rai_media_filtered_count:
        return _refused(_reason(" ".join(response.rai_media_filtered_reasons or [])) or "other")
    return BadResult(f"{TITLE} answered without a clip.", _AGAIN)


def _refused(reason: Reason) -> Refused:
    why = {
        "children": f"{TITLE}'s rules forbid clips of children in this project.",
        "known-person": f"{TITLE} takes this for somebody well known, and does not move it.",
    }
    words = why.get(reason, f"{TITLE}'s rules forbid this clip.")
    return Refused(words, "Let this computer move it, or choose other words.", reason=reason)


def _reason(said: str) -> Reason | None:
    """What its support codes mean; None where there are none."""
    codes = set(re.findall(r"\b\d{8}\b", said))
    if not codes:
        return None
    if codes & _CHILDREN:
        return "children"
    return "known-person" if codes & _KNOWN else "people"
