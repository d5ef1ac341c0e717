"""Gemini's troubles told apart: by code, status and reason, never by words; what it said is not repeated."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Final, cast

import httpx2
from google.auth.exceptions import GoogleAuthError, TransportError
from google.genai import errors, types

from limner.errors import (
    BadKey,
    BadResult,
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

_ANOTHER: Final = "Try again later, or let another provider draw."
_AGAIN: Final = "Try again, or let another provider draw."
_KEY: Final = "Check LIMNER_GEMINI_API_KEY and what it may do."
_CREDENTIALS: Final = "Set GOOGLE_APPLICATION_CREDENTIALS or LIMNER_GEMINI_ACCESS_TOKEN."
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


def told(error: errors.APIError) -> ProviderError:
    """Limner's error for one that the service sent."""
    code = error.code
    reasons = {str(detail.get("reason", "")) for detail in _details(error)}
    if "API_KEY_INVALID" in reasons or code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return BadKey("Gemini does not accept the key.", _KEY)
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        return _quota(error)
    if code in {HTTPStatus.GATEWAY_TIMEOUT, HTTPStatus.REQUEST_TIMEOUT}:
        return TimedOut("Gemini did not answer in time.", _AGAIN)
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Overloaded("Gemini is overloaded or broken.", _ANOTHER, retry_after_s=_header_s(error))
    return _not_accepted(error)


def _not_accepted(error: errors.APIError) -> ProviderError:
    if error.code == HTTPStatus.NOT_FOUND:
        return ModelRetired("Gemini does not offer this model.", "Set LIMNER_GEMINI_MODEL to one it offers.")
    if error.status == "FAILED_PRECONDITION":
        return NotConfigured("Gemini can't be used from here with this key.", "Look at its region and billing.")
    return Unsuited("Gemini did not accept the request.", "Let another one draw it.")


def untold(error: Exception) -> ProviderError:
    """Limner's error where no answer came, or none that can be read."""
    # First, as some of Google's are ValueErrors too; a transport error is a cut line like any other.
    if isinstance(error, GoogleAuthError) and not isinstance(error, TransportError):
        return BadKey("Google does not accept this machine's credentials, or there are none.", _CREDENTIALS)
    if isinstance(error, httpx2.TimeoutException):
        return TimedOut("Gemini did not answer in time.", _AGAIN)
    if isinstance(error, ValueError):
        return BadResult("What Gemini sent can't be read.", _AGAIN)
    return Unreachable("Gemini can't be reached, or the line was cut.", "Try again in a minute.")


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


def _quota(error: errors.APIError) -> QuotaSpent:
    wait_s, daily = _header_s(error), False
    for detail in _details(error):
        if found := re.fullmatch(r"([\d.]+)s", str(detail.get("retryDelay", ""))):
            wait_s = float(found.group(1))
        violations = cast("list[object]", detail.get("violations") or [])
        daily = daily or any("PerDay" in str(_mapping(one).get("quotaId", "")) for one in violations)
    if daily:
        return QuotaSpent("This day's quota of Gemini is used up.", "Go on tomorrow, or raise the quota.")
    return QuotaSpent("Gemini was asked too often with this key.", _ANOTHER, retry_after_s=wait_s)


def _details(error: errors.APIError) -> Iterator[Mapping[str, object]]:
    said: object = getattr(error, "details", None)
    inner = _mapping(_mapping(said).get("error"))
    for one in cast("list[object]", inner.get("details") or []):
        yield _mapping(one)


def _header_s(error: errors.APIError) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", None)
    return retry_after_s(cast("Mapping[str, str]", headers)) if headers is not None else None


def _mapping(value: object) -> Mapping[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}
