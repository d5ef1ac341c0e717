"""A server of the operator's own that draws, spoken to by HTTP: what Stable Diffusion WebUI and ComfyUI share."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings

from limner.errors import BadKey, BadResult, NotConfigured, Overloaded, TimedOut, Unreachable
from limner.generation.abilities import Licence
from limner.generation.provider import Errand
from limner.generation.sdk import check_installed, keep_quiet, retry_after_s

if TYPE_CHECKING:
    import httpx

_CONNECT_S: Final = 10.0
_LAST_WORDS_S: Final = 0.8
"""How long the other side may take to hear that nobody waits any more: cancelling ends within a second."""
_Answer = TypeVar("_Answer", bound=BaseModel)


class MachineSettings(BaseSettings):
    """Where the machine is and how it draws. Each provider has its own prefix."""

    base_url: str = ""
    """Its address; without one the provider is not set up."""

    user: str = ""
    password: SecretStr = SecretStr("")
    """For HTTP Basic, of the server itself or of what stands before it."""

    model: str = ""
    """The checkpoint's name, as the machine lists it."""

    licence: Licence = "personal"
    """What the model's licence lets people do with its pictures."""

    denoising: float = Field(default=0.55, gt=0, le=1)
    """How far the result may leave the picture it starts from: 0 keeps it, 1 forgets it."""

    side_px: int = Field(default=1024, ge=512, le=4096)
    """Side of the square that has as many pixels as the result: 1024 for SDXL and FLUX, 512 for SD 1.5."""

    timeout_s: float = Field(default=600, gt=0)
    """How long one picture may take, waiting in the machine's queue included."""


def check_settings(settings: MachineSettings, title: str, extra: str, example: str) -> None:
    """Pass when the machine's address is known and httpx is there.

    Raises:
        NotConfigured: the address is missing, or can't be one.
        ExtraMissing: httpx is not installed.
    """
    prefix = settings.model_config.get("env_prefix", "")
    if not settings.base_url.startswith(("http://", "https://")):
        raise NotConfigured(f"{title} has no address.", f"Set {prefix}BASE_URL, for example to {example}")
    if "@" in settings.base_url:
        raise NotConfigured(
            f"The address of {title} holds a password.", f"Set {prefix}USER and {prefix}PASSWORD instead."
        )
    check_installed(title, "httpx", extra)


@contextlib.asynccontextmanager
async def connected(settings: MachineSettings, title: str) -> "AsyncGenerator[httpx.AsyncClient]":
    """A client for one picture, within the time there is for it.

    Raises:
        NotConfigured, Unreachable, TimedOut, BadResult: what went wrong on the way, without any words of the server.
    """
    import httpx  # noqa: PLC0415 - an extra

    keep_quiet("httpx", "httpcore")
    name = (settings.user, settings.password.get_secret_value())
    try:
        async with (
            asyncio.timeout(settings.timeout_s),
            httpx.AsyncClient(
                base_url=settings.base_url,
                auth=httpx.BasicAuth(*name) if any(name) else None,
                timeout=httpx.Timeout(None, connect=_CONNECT_S),
            ) as client,
        ):
            yield client
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise NotConfigured(f"The address of {title} can't be one.", "Correct its BASE_URL.") from None
    except (TimeoutError, httpx.TimeoutException):
        raise TimedOut(
            f"{title} did not answer in time.", "Try again; if it lasts, look at that computer, or allow more time."
        ) from None
    except httpx.TransportError:
        raise Unreachable(
            f"{title} can't be reached.", "See whether that computer is on and the program runs."
        ) from None
    except httpx.HTTPError:
        raise BadResult(f"{title} answered what can't be read.", "Try again, or let another provider draw.") from None


def check_answer(response: "httpx.Response", title: str) -> None:
    """Pass when the machine did as asked.

    Raises:
        ProviderError: it did not, by its status alone.
    """
    status = response.status_code
    if response.is_success:
        return
    if status in {401, 403}:
        raise BadKey(f"{title} does not accept user and password.", "Correct its USER and PASSWORD.")
    if status == 404 or response.is_redirect:  # noqa: PLR2004 - not found
        raise NotConfigured(f"Something else than {title} answers there.", "Correct its BASE_URL.")
    if status == 429 or response.is_server_error:  # noqa: PLR2004 - too many
        raise Overloaded(
            f"{title} has too much to do or is broken.",
            "Try again in a minute; if it lasts, look at that computer.",
            retry_after_s=retry_after_s(response.headers),
        )
    raise BadResult(f"{title} does not understand what it is asked.", "See whether its version is a recent one.")


def parsed(kind: type[_Answer], data: bytes, title: str) -> _Answer:
    """The answer as what it should be.

    Raises:
        BadResult: it is something else.
    """
    try:
        return kind.model_validate_json(data)
    except ValidationError:
        raise BadResult(f"{title} answered what can't be read.", "Try again, or let another provider draw.") from None


@contextlib.asynccontextmanager
async def telling(stop: Callable[[], Awaitable[object]]) -> AsyncGenerator[None]:
    """Whoever is cancelled within (out of time is cancelled too) tells the other side, and soon goes."""
    try:
        yield
    except asyncio.CancelledError:
        with contextlib.suppress(Exception):
            await asyncio.wait_for(stop(), _LAST_WORDS_S)
        raise


class Rising:
    """A share of work done that never falls."""

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self.share = 0.0

    def to(self, share: float) -> None:
        """Tell of `share` (0..1), where it is more than was told before."""
        if self.share < share <= 1:
            self.share = share
            self._errand.advance(share)
