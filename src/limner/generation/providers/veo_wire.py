"""One clip from Veo: an operation begun, looked at, and its file taken out of the answer."""

import asyncio
import contextlib
from collections.abc import Generator
from dataclasses import dataclass
from typing import Final

import httpx2
from google import genai
from google.auth.exceptions import GoogleAuthError
from google.genai import errors, types

from limner.errors import BadKey, BadResult, ModelRetired, ProviderError, Unreachable
from limner.generation.google.client import options_for, project_client
from limner.generation.google.troubles import Service, told, untold
from limner.generation.polling import wait_for_end
from limner.generation.provider import Errand
from limner.generation.providers.veo import TITLE, VeoSettings
from limner.generation.providers.veo_errors import failed, no_clip
from limner.generation.sdk import keep_quiet

_SERVICE: Final = Service(TITLE, "LIMNER_VEO_", "PROJECT")
_ANSWER_S: Final = 120.0
"""For one answer: the last one holds the whole clip."""
_BEGUN: Final = 0.05
_AGAIN: Final = "Try again, or let this computer move it."


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: `picture` is a JPEG file in the proportions of `aspect`."""

    picture: bytes
    words: str
    not_wanted: str
    aspect: str
    seconds: int
    seed: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A clip's file, and the name of its operation."""

    data: bytes
    operation: str


async def fetch_clip(settings: VeoSettings, ask: Ask, errand: Errand) -> Answer:
    """Begin an operation unless `errand` has one, and wait for its clip.

    Raises:
        ProviderError: there is no clip. What still runs over there stays the errand's task.
    """
    keep_quiet("google_genai", "google.genai", "httpx2", "httpcore2", "google.auth")
    async with httpx2.AsyncClient(timeout=_ANSWER_S, follow_redirects=False) as line:
        with _errors_told():
            # Looking for the machine's own credentials reads files and may ask the network.
            client = await asyncio.to_thread(_client, settings, line)
        name = errand.task
        if name is None:
            name = await _begin(client, settings, ask)
            await errand.keep(name)
        errand.advance(_BEGUN)
        ended = await wait_for_end(
            lambda: _look(client, name), title=TITLE, every_s=settings.poll_s, patience_s=settings.timeout_s
        )
        return Answer(_file(ended), name)


def _client(settings: VeoSettings, line: httpx2.AsyncClient) -> genai.Client:
    options = options_for(settings.base_url, min(_ANSWER_S, settings.timeout_s), line)
    return project_client(settings.project, settings.location, settings.access_token, options)


async def _begin(client: genai.Client, settings: VeoSettings, ask: Ask) -> str:
    source = types.GenerateVideosSource(
        prompt=ask.words, image=types.Image(image_bytes=ask.picture, mime_type="image/jpeg")
    )
    config = types.GenerateVideosConfig(
        number_of_videos=1,
        duration_seconds=ask.seconds,
        seed=ask.seed,
        aspect_ratio=ask.aspect,
        resolution=settings.resolution,
        person_generation=settings.person_generation,
        negative_prompt=ask.not_wanted,
        generate_audio=False,
    )
    with _errors_told():
        begun = await client.aio.models.generate_videos(model=settings.model, source=source, config=config)
    if not begun.name:
        raise BadResult(f"What {TITLE} sent can't be read.", _AGAIN)
    return begun.name


async def _look(client: genai.Client, name: str) -> types.GenerateVideosOperation | None:
    """The operation once it has ended.

    A look that fails says nothing of the operation, which goes on over there and is paid: it must not be given up, so
    all that may pass (a cut line, too many looks, a gateway's page) is `Unreachable`.
    """
    try:
        with _errors_told():
            seen = await client.aio.operations.get(types.GenerateVideosOperation.model_validate({"name": name}))
    except BadKey:
        raise
    except ModelRetired:
        raise BadResult(f"{TITLE} does not know this clip any more.", _AGAIN) from None
    except ProviderError:
        raise Unreachable(f"The line to {TITLE} was cut.", "Try again in a minute.") from None
    return seen if seen.done else None


@contextlib.contextmanager
def _errors_told() -> Generator[None]:
    try:
        yield
    except ProviderError:
        raise
    except errors.APIError as error:
        raise told(_SERVICE, error) from None
    except (httpx2.HTTPError, GoogleAuthError, OSError, ValueError) as error:
        raise untold(_SERVICE, error) from None


def _file(ended: types.GenerateVideosOperation) -> bytes:
    if ended.error:
        raise failed(ended.error)
    for made in (ended.response.generated_videos if ended.response else None) or []:
        if made.video and made.video.video_bytes:
            return made.video.video_bytes
    raise no_clip(ended.response)
