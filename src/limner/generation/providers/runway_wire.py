"""One clip from Runway: a task begun, watched, and its file fetched."""

import asyncio
import base64
import contextlib
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
import runwayml

from limner.errors import BadResult, ProviderError
from limner.generation.own_machine import Rising, telling
from limner.generation.polling import wait_for_end
from limner.generation.provider import Errand
from limner.generation.providers.runway import TITLE, RunwaySettings
from limner.generation.providers.runway_errors import failed, lost, told, unknown_task
from limner.generation.received_clip import MOST_BYTES
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
                lambda: _look(client, task, rising),
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
            **({"audio": False} if settings.model.startswith("veo") else {}),
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
    except ValueError:
        raise BadResult(f"What {TITLE} sent can't be read.", _ADVICE) from None


async def _look(client: runwayml.AsyncRunwayML, task: str, rising: Rising) -> Any | None:
    """The task once it has ended; the SDK's type may be another than the status says, where a field is missing."""
    try:
        with _errors_told():
            seen: Any = await client.tasks.retrieve(task)
    except ProviderError as error:
        raise unknown_task(error) from None
    if seen.status in {"SUCCEEDED", "FAILED", "CANCELLED"}:
        return seen
    if seen.status == "RUNNING":
        rising.to(_RUNS + (_DONE - _RUNS) * min(1.0, max(0.0, float(seen.progress or 0))))
    return None


async def _file(client: runwayml.AsyncRunwayML, settings: RunwaySettings, task: str, seen: Any) -> bytes:
    """The clip; an address that is over is asked for anew, once."""
    try:
        return await _download(settings, seen)
    except _AddressOver:
        with contextlib.suppress(_AddressOver):
            return await _download(settings, await _look(client, task, Rising(Errand())))
    raise BadResult(f"{TITLE} made the clip and does not give it out.", _ADVICE)


class _AddressOver(Exception):
    """The file is no longer at this address."""


async def _download(settings: RunwaySettings, seen: Any) -> bytes:
    """The file behind the first address; the key stays here."""
    address = next(iter(getattr(seen, "output", None) or []), "")
    parts, own = urlsplit(address), urlsplit(settings.base_url)
    if parts.scheme != "https" and (parts.scheme, parts.netloc) != (own.scheme, own.netloc):
        raise BadResult(f"{TITLE} made the clip and does not give it out.", _ADVICE)
    data = bytearray()
    try:
        async with (
            httpx.AsyncClient(timeout=_ANSWER_S, follow_redirects=False) as line,
            line.stream("GET", address) as answer,
        ):
            if answer.status_code in {401, 403, 404, 410}:
                raise _AddressOver
            answer.raise_for_status()
            async for chunk in answer.aiter_bytes():
                data += chunk
                if len(data) > MOST_BYTES:
                    raise BadResult("The video that came back is huge.", _ADVICE)
    except httpx.HTTPError as error:
        raise lost(error) from None
    return bytes(data)


def _credits(seen: Any) -> float | None:
    cost = getattr(seen, "cost", None)
    spent = getattr(cost, "credits", None)
    return float(spent) if isinstance(spent, int | float) else None
