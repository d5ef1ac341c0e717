"""Runway's troubles told apart: by status and failure code, never by words; what it said is not repeated."""

from http import HTTPStatus
from typing import Any, Final

import httpx
import runwayml
from pydantic import BaseModel, ValidationError

from limner.errors import (
    BadKey,
    BadResult,
    ModelRetired,
    Overloaded,
    ProviderError,
    QuotaSpent,
    Reason,
    Refused,
    TimedOut,
    Unreachable,
    Unsuited,
)
from limner.generation.providers.runway import TITLE
from limner.generation.sdk import retry_after_s

_ANOTHER: Final = "Try again later, or let this computer move it."
_AGAIN: Final = "Try again, or let this computer move it."


class _Issue(BaseModel):
    path: list[str | int] | str = ""


class _Complaints(BaseModel):
    issues: list[_Issue] = []


def told(error: runwayml.APIError) -> ProviderError:
    """Limner's error for one of the SDK's."""
    match error:
        case runwayml.APITimeoutError():
            return TimedOut(f"{TITLE} did not answer in time.", _AGAIN, may_cost=not _never_sent(error))
        case runwayml.APIConnectionError():
            return lost(error)
        case runwayml.APIStatusError():
            return _by_status(error)
        case _:
            return BadResult(f"What {TITLE} sent can't be read.", _AGAIN)


def lost(error: Exception) -> ProviderError:
    """Limner's error where the line was cut, or never was one."""
    if isinstance(error, httpx.TimeoutException):
        return TimedOut(f"{TITLE} did not answer in time.", _AGAIN, may_cost=not _never_sent(error))
    return Unreachable(
        f"{TITLE} can't be reached, or the line was cut.", "Try again in a minute.", may_cost=not _never_sent(error)
    )


def _never_sent(error: Exception) -> bool:
    return any(isinstance(one, httpx.ConnectError | httpx.ConnectTimeout) for one in (error, error.__cause__))


def _by_status(error: runwayml.APIStatusError) -> ProviderError:
    status = error.status_code
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return BadKey(f"{TITLE} does not accept the key.", "Check LIMNER_RUNWAY_API_KEY and what it may do.")
    if status == HTTPStatus.PAYMENT_REQUIRED:
        return QuotaSpent(f"The credits at {TITLE} are used up.", "Buy credits in Runway's developer portal.")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return QuotaSpent(
            f"{TITLE} was asked too often with this key.", _ANOTHER, retry_after_s=retry_after_s(error.response.headers)
        )
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        wait_s = retry_after_s(error.response.headers)
        return Overloaded(f"{TITLE} is overloaded or broken.", _ANOTHER, retry_after_s=wait_s)
    if status == HTTPStatus.NOT_FOUND or "model" in _wrong_fields(error):
        return ModelRetired(f"{TITLE} does not offer this model.", "Set LIMNER_RUNWAY_MODEL to one it offers.")
    return Unsuited(f"{TITLE} did not accept the request.", "Let this computer move it.")


def _wrong_fields(error: runwayml.APIStatusError) -> set[str | int]:
    """Names of the fields that it complains about."""
    try:
        issues = _Complaints.model_validate(error.body).issues
    except ValidationError:
        return set()
    return {issue.path[0] if isinstance(issue.path, list) and issue.path else str(issue.path) for issue in issues}


def failed(seen: Any) -> ProviderError:
    """Limner's error for a task that came to nothing, by the family of its code."""
    if seen.status == "CANCELLED":
        return BadResult(f"The clip was cancelled at {TITLE}.", _AGAIN)
    # Where a field is missing the SDK gives another type, which holds the code under its name on the wire.
    code = str(getattr(seen, "failure_code", None) or getattr(seen, "failureCode", None) or "")
    if code.startswith("SAFETY"):
        return _refused(code)
    if code.startswith(("ASSET", "INPUT_PREPROCESSING")):
        return Unsuited(f"{TITLE} can't use this picture.", "Let this computer move it.")
    if code.startswith("INTERNAL.BAD_OUTPUT"):
        return BadResult(f"{TITLE} made no usable clip.", _AGAIN)
    return Overloaded(f"{TITLE} broke off while it made the clip.", _ANOTHER)


def _refused(code: str) -> Refused:
    if code.startswith("SAFETY.INPUT.TEXT"):
        return Refused(f"{TITLE}'s rules forbid these words.", "Change your own words, or let this computer move it.")
    if code.startswith("SAFETY.INPUT"):
        reason: Reason = "people" if code.startswith("SAFETY.INPUT.IMAGE") else "other"
        return Refused(f"{TITLE}'s rules forbid this picture.", "Let this computer move it.", reason=reason)
    return Refused(
        f"{TITLE} held its own clip back.", "Other gestures or words may pass; or let this computer move it."
    )
