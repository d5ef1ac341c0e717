"""OpenAI's troubles told apart: by code and status, never by words; what it said is not repeated."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final, cast

import openai

from limner.errors import (
    BadKey,
    ModelRetired,
    NotConfigured,
    Overloaded,
    ProviderError,
    QuotaSpent,
    Reason,
    Refused,
    TimedOut,
    Unreachable,
    Unsuited,
)
from limner.generation.sdk import retry_after_s

_REFUSED: Final = {"moderation_blocked", "content_policy_violation"}
_NO_MONEY: Final = {"insufficient_quota", "billing_hard_limit_reached"}
_BAD_KEY: Final = {"invalid_api_key", "invalid_organization"}
_CHECK_KEY: Final = "Check LIMNER_OPENAI_IMAGES_API_KEY."
_ANOTHER: Final = "Try again later, or let another provider draw."
_REASONS: Final[tuple[tuple[Reason, str], ...]] = (
    ("children", r"minor|child"),
    ("known-person", r"public.figure|celebrit|real.person|likeness|similar"),
    ("people", r"sexual|violence|harass|hate|self.harm"),
)
_WHY: Final[Mapping[Reason, str]] = {
    "children": "OpenAI's rules forbid this picture of a child.",
    "known-person": "OpenAI does not draw people it takes for well known.",
    "people": "OpenAI's rules forbid this picture of people.",
    "other": "OpenAI's rules forbid this picture.",
}


def told(error: openai.OpenAIError) -> ProviderError:
    """Limner's error for one of the SDK's."""
    match error:
        case openai.APITimeoutError():
            return TimedOut("OpenAI did not answer in time.", "Try again, or let another provider draw.")
        case openai.APIConnectionError():
            return Unreachable("OpenAI can't be reached, or the line was cut.", "Try again in a minute.")
        case openai.APIStatusError():
            return _by_code(error) or _by_status(error)
        case openai.APIError(code="rate_limit_exceeded"):
            return _too_often(None)
        case openai.APIError():
            # In the midst of a stream there is no status.
            return _by_code(error) or Overloaded("OpenAI broke off while it drew.", _ANOTHER)
        case _:
            return Overloaded("OpenAI did not draw.", _ANOTHER)


def _by_code(error: openai.APIError) -> ProviderError | None:
    said = {error.code, error.type}
    if said & _REFUSED:
        return _refusal(error)
    if said & _NO_MONEY:
        return QuotaSpent("The money for OpenAI is used up.", "Top up or raise the limit in OpenAI's billing settings.")
    if said & _BAD_KEY:
        return BadKey("OpenAI does not accept the key.", _CHECK_KEY)
    if isinstance(error, openai.PermissionDeniedError):
        return BadKey("This key may not draw with OpenAI's model.", "Verify the organisation, or allow it the model.")
    if "model_not_found" in said or error.param == "model":
        return ModelRetired("OpenAI does not offer this model.", "Set LIMNER_OPENAI_IMAGES_MODEL to one it offers.")
    return None


def _by_status(error: openai.APIStatusError) -> ProviderError:
    status, wait_s = error.status_code, retry_after_s(error.response.headers)
    if status == HTTPStatus.UNAUTHORIZED:
        return BadKey("OpenAI does not accept the key.", _CHECK_KEY)
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED} or status < HTTPStatus.BAD_REQUEST:
        return NotConfigured("There is no image API at OpenAI's address.", "Check LIMNER_OPENAI_IMAGES_BASE_URL.")
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return Unsuited("The pictures are too large for OpenAI.", "Choose fewer people, or let another one draw.")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return _too_often(wait_s)
    if status in {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT} or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Overloaded("OpenAI is overloaded or broken.", _ANOTHER, retry_after_s=wait_s)
    asked = f" ({error.request_id})" if re.fullmatch(r"req_\w{1,60}", error.request_id or "") else ""
    return Unsuited(f"OpenAI did not accept the request{asked}.", "Let another one draw it.")


def _too_often(wait_s: float | None) -> QuotaSpent:
    return QuotaSpent("OpenAI was asked too often with this key.", _ANOTHER, retry_after_s=wait_s)


def _refusal(error: openai.APIError) -> Refused:
    found = _mapping(_mapping(error.body).get("moderation_details"))
    # Older answers name the categories in the message only: they refine the reason, they don't make it a refusal.
    named = re.search(r"safety_violations=\[([^\]]*)\]", error.message)
    categories = f"{found.get('categories', '')} {named.group(1) if named else ''}".lower()
    reason = _reason(categories)
    if found.get("moderation_stage") == "output":
        return Refused(_WHY[reason], "What it drew was held back: another style or scene may pass.", reason=reason)
    return Refused(_WHY[reason], "Choose another photo or other words, or let this computer draw.", reason=reason)


def _reason(categories: str) -> Reason:
    for reason, words in _REASONS:
        if re.search(words, categories):
            return reason
    return "other"


def _mapping(value: object) -> Mapping[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}
