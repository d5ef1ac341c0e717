"""Troubles of Google's services told apart: by code, status and reason, never by words; nothing is repeated."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, cast

import httpx2
from google.auth.exceptions import GoogleAuthError, TransportError
from google.genai import errors

from limner.errors import (
    BadKey,
    BadResult,
    ModelRetired,
    NotConfigured,
    Overloaded,
    ProviderError,
    QuotaSpent,
    TimedOut,
    Unreachable,
    Unsuited,
)
from limner.generation.sdk import retry_after_s

_ANOTHER: Final = "Try again later, or let another provider draw."
_AGAIN: Final = "Try again, or let another provider draw."


@dataclass(frozen=True, slots=True)
class Service:
    """One of Google's services: how people call it, and how its variables begin."""

    title: str
    prefix: str
    key: str
    """The variable that holds what it signs in with."""


def told(service: Service, error: errors.APIError) -> ProviderError:
    """Limner's error for one that the service sent."""
    code = error.code
    reasons = {str(detail.get("reason", "")) for detail in _details(error)}
    if "API_KEY_INVALID" in reasons or code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return BadKey(
            f"{service.title} does not accept the key.", f"Check {service.prefix}{service.key} and what it may do."
        )
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        return _quota(service, error)
    if code in {HTTPStatus.GATEWAY_TIMEOUT, HTTPStatus.REQUEST_TIMEOUT}:
        return TimedOut(f"{service.title} did not answer in time.", _AGAIN)
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Overloaded(f"{service.title} is overloaded or broken.", _ANOTHER, retry_after_s=_header_s(error))
    return _not_accepted(service, error)


def _not_accepted(service: Service, error: errors.APIError) -> ProviderError:
    if error.code == HTTPStatus.NOT_FOUND:
        return ModelRetired(
            f"{service.title} does not offer this model.", f"Set {service.prefix}MODEL to one it offers."
        )
    if error.status == "FAILED_PRECONDITION":
        return NotConfigured(
            f"{service.title} can't be used from here with this key.", "Look at its region and billing."
        )
    return Unsuited(f"{service.title} did not accept the request.", "Let another one draw it.")


def untold(service: Service, error: Exception) -> ProviderError:
    """Limner's error where no answer came, or none that can be read."""
    # First, as some of Google's are ValueErrors too; a transport error is a cut line like any other.
    if isinstance(error, GoogleAuthError) and not isinstance(error, TransportError):
        return BadKey(
            "Google does not accept this machine's credentials, or there are none.",
            f"Set GOOGLE_APPLICATION_CREDENTIALS or {service.prefix}ACCESS_TOKEN.",
        )
    if isinstance(error, httpx2.TimeoutException):
        connected = not isinstance(error, httpx2.ConnectTimeout)
        return TimedOut(f"{service.title} did not answer in time.", _AGAIN, may_cost=connected)
    if isinstance(error, ValueError):
        return BadResult(f"What {service.title} sent can't be read.", _AGAIN)
    return Unreachable(
        f"{service.title} can't be reached, or the line was cut.",
        "Try again in a minute.",
        may_cost=not isinstance(error, httpx2.ConnectError),
    )


def _quota(service: Service, error: errors.APIError) -> QuotaSpent:
    wait_s, daily = _header_s(error), False
    for detail in _details(error):
        if found := re.fullmatch(r"([\d.]+)s", str(detail.get("retryDelay", ""))):
            wait_s = float(found.group(1))
        violations = cast("list[object]", detail.get("violations") or [])
        daily = daily or any("PerDay" in str(_mapping(one).get("quotaId", "")) for one in violations)
    if daily:
        return QuotaSpent(f"This day's quota of {service.title} is used up.", "Go on tomorrow, or raise the quota.")
    return QuotaSpent(f"{service.title} was asked too often with this key.", _ANOTHER, retry_after_s=wait_s)


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
