"""One clip from Runway: a task begun, watched, and its file fetched."""

import asyncio
import base64
import contextlib
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, Final

import httpx
import runwayml

from limner.errors import BadKey, BadResult, ModelRetired, ProviderError, Unreachable
from limner.generation.motion_in_words import NOT_WANTED
from limner.generation.own_machine import Rising, telling
from limner.generation.polling import wait_for_end
from limner.generation.provider import Errand
from limner.generation.providers.runway import TITLE, RunwaySettings
from limner.generation.providers.runway_errors import failed, lost, told
from limner.generation.providers.runway_file import AddressOver, download
from limner.generation.sdk import keep_quiet

_ANSWER_S: Final = 60.0
_BEGUN, _RUNS, _DONE = 0.02, 0.05, 0.9
"""Shares of the work: accepted, running, made."""
_ADVICE: Final = "Try again, or let this computer move it."


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: `picture` is a JPEG file, `ratio` its pixels as "832:1104"."""

    picture: bytes
    words: str
    ratio: str
    seconds: int
    seed: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A clip's file, its task, and the credits it took; None where that was not told."""

    data: bytes
    task: str
    credits: float | None


async def fetch_clip(settings: RunwaySettings, ask: Ask, errand: Errand) -> Answer:
    """Begin a task unless `errand` has one, and wait for its clip; being cancelled has the task deleted there.

    Raises:
        ProviderError: there is no clip. What still runs over there stays the errand's task.
    """
    keep_quiet("runwayml", "runwayml._base_client", "httpx", "httpcore")
    async with _client(settings) as client:
        beginning = asyncio.create_task(_begun(client, settings, ask, errand))

        async def stop() -> None:
            # It may be accepted at this very moment: who does not wait for its number can't stop it.
            await client.tasks.delete(await beginning)

        rising = Rising(errand)
        async with telling(stop):
            task = await asyncio.shield(beginning)
            rising.to(_BEGUN)
            # Its patience ends within: being out of time is no reason to have the task deleted.
            ended = await wait_for_end(
                lambda: _ended(client, task, rising),
                title=TITLE,
                every_s=settings.poll_s,
                patience_s=settings.timeout_s,
            )
            if ended.status != "SUCCEEDED":
                raise failed(ended)
            rising.to(_DONE)
            return Answer(await _file(client, settings, task, ended), task, _credits(ended))


async def _begun(client: runwayml.AsyncRunwayML, settings: RunwaySettings, ask: Ask, errand: Errand) -> str:
    """The task's number, kept as soon as it is known."""
    if errand.task is None:
        await errand.keep(await _begin(client, settings, ask))
    return errand.task or ""


def _client(settings: RunwaySettings) -> runwayml.AsyncRunwayML:
    return runwayml.AsyncRunwayML(
        api_key=settings.api_key.get_secret_value() if settings.api_key else "",
        base_url=settings.base_url,
        timeout=min(_ANSWER_S, settings.timeout_s),
        max_retries=0,
        # A redirect would carry the picture to where nobody agreed that it goes.
        http_client=runwayml.DefaultAsyncHttpxClient(follow_redirects=False),
    )


async def _begin(client: runwayml.AsyncRunwayML, settings: RunwaySettings, ask: Ask) -> str:
    picture = f"data:image/jpeg;base64,{base64.b64encode(ask.picture).decode()}"
    # The SDK has an overload for each model; which one this is, is the operator's setting.
    create: Any = client.image_to_video.create
    with _errors_told():
        created = await create(
            model=settings.model,
            prompt_image=picture,
            prompt_text=ask.words,
            ratio=ask.ratio,
            duration=ask.seconds,
            seed=ask.seed,
            **({"audio": False, "negative_prompt": NOT_WANTED} if settings.model.startswith("veo") else {}),
        )
    if not isinstance(getattr(created, "id", None), str) or not created.id:
        raise BadResult(f"What {TITLE} sent can't be read.", _ADVICE)
    return created.id


@contextlib.contextmanager
def _errors_told() -> Generator[None]:
    try:
        yield
    except runwayml.APIError as error:
        raise told(error) from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise lost(error) from None
    except (ValueError, TypeError, AttributeError):
        # The SDK itself stumbles over an answer that is no object.
        raise BadResult(f"What {TITLE} sent can't be read.", _ADVICE) from None


async def _ended(client: runwayml.AsyncRunwayML, task: str, rising: Rising) -> Any | None:
    """The task once it has ended."""
    seen = await _look(client, task)
    if seen.status in {"SUCCEEDED", "FAILED", "CANCELLED"}:
        return seen
    if seen.status == "RUNNING":
        rising.to(_RUNS + (_DONE - _RUNS) * min(1.0, _number(seen, "progress") or 0.0))
    return None


async def _look(client: runwayml.AsyncRunwayML, task: str) -> Any:
    """How the task stands; the SDK's type may be another than the status says, where a field is missing.

    A look that fails says nothing of the task, which goes on over there and is paid: it must not be given up, so
    all that may pass (a cut line, too many looks, a gateway's page) is `Unreachable`.
    """
    try:
        with _errors_told():
            seen = await client.tasks.retrieve(task)
    except BadKey:
        raise
    except ModelRetired:
        raise BadResult(f"{TITLE} does not know this clip any more.", _ADVICE) from None
    except ProviderError:
        seen = None
    if not isinstance(getattr(seen, "status", None), str):
        raise Unreachable(f"The line to {TITLE} was cut.", "Try again in a minute.")
    return seen


async def _file(client: runwayml.AsyncRunwayML, settings: RunwaySettings, task: str, seen: Any) -> bytes:
    """The clip; an address that is over is asked for anew, once."""
    try:
        return await download(settings, seen)
    except AddressOver:
        with contextlib.suppress(AddressOver):
            return await download(settings, await _look(client, task))
    raise BadResult(f"{TITLE} made the clip and does not give it out.", _ADVICE)


def _credits(seen: Any) -> float | None:
    return _number(getattr(seen, "cost", None), "credits")


def _number(holder: Any, name: str) -> float | None:
    """A field of an answer; None where it is missing or no number."""
    value = getattr(holder, name, None)
    return float(value) if isinstance(value, int | float) and value >= 0 else None
