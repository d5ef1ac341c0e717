"""The file of a clip that Runway made: fetched from the address it gives, without the key."""

import asyncio
from http import HTTPStatus
from typing import Any, Final, cast
from urllib.parse import urlsplit

import httpx

from limner.errors import BadResult, TimedOut, Unreachable
from limner.generation.providers.runway import TITLE, RunwaySettings
from limner.generation.providers.runway_errors import lost
from limner.generation.received_clip import MOST_BYTES

_ANSWER_S: Final = 60.0
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_OVER: Final = frozenset({401, 403, 404, 410})
_ADVICE: Final = "Try again, or let this computer move it."


class AddressOver(Exception):
    """The file is no longer at this address."""


async def download(settings: RunwaySettings, seen: Any) -> bytes:
    """The file behind the first address of a task that succeeded.

    Raises:
        AddressOver: a new address may still have it.
        ProviderError: it does not come, or is huge.
    """
    address = _address(seen, settings.base_url)
    data = bytearray()
    try:
        async with (
            asyncio.timeout(settings.timeout_s),
            httpx.AsyncClient(timeout=_ANSWER_S, follow_redirects=False) as line,
            line.stream("GET", address) as answer,
        ):
            _check_given(answer.status_code)
            async for chunk in answer.aiter_bytes():
                data += chunk
                if len(data) > MOST_BYTES:
                    raise BadResult("The video that came back is huge.", _ADVICE)
    except TimeoutError:
        raise TimedOut(f"{TITLE} made the clip and is slow to give it out.", _ADVICE) from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise _kept_back() from None
    except httpx.HTTPError as error:
        raise lost(error) from None
    return bytes(data)


def _address(seen: Any, base_url: str) -> str:
    """Https; plain http only where Runway itself is a fake on this machine."""
    output = getattr(seen, "output", None)
    address = cast("list[object]", output)[0] if isinstance(output, list) and output else None
    if not isinstance(address, str):
        raise _kept_back()
    try:
        parts, own = urlsplit(address), urlsplit(base_url)
    except ValueError:
        raise _kept_back() from None
    fake = own.scheme == "http" and own.hostname in _LOOPBACK and (parts.scheme, parts.netloc) == ("http", own.netloc)
    if not parts.hostname or (parts.scheme != "https" and not fake):
        raise _kept_back()
    return address


def _check_given(status: int) -> None:
    if status in _OVER:
        raise AddressOver
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        # The clip is made and paid: whoever comes again only fetches it.
        raise Unreachable(f"{TITLE} made the clip and can't give it out now.", "Try again in a minute.")
    if status != HTTPStatus.OK:
        raise _kept_back()


def _kept_back() -> BadResult:
    return BadResult(f"{TITLE} made the clip and does not give it out.", _ADVICE)
