"""What goes to OpenAI and comes back, by its own SDK; every trouble becomes a typed error."""

import asyncio
import base64
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import httpx2
import openai
from openai.types import ImageEditStreamEvent, ImageGenStreamEvent, ImagesResponse
from pydantic import BaseModel, Field, ValidationError

from limner.errors import BadResult, NotConfigured, TimedOut, Unreachable
from limner.generation.providers.openai_images import OpenAIImagesSettings
from limner.generation.providers.openai_images_errors import told
from limner.generation.sdk import keep_quiet

Preview: TypeAlias = Callable[[bytes], Awaitable[None]]
_Stream: TypeAlias = openai.AsyncStream[ImageEditStreamEvent] | openai.AsyncStream[ImageGenStreamEvent]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: `pictures` are JPEG files, `size` is "WIDTHxHEIGHT", `asker` a hash or empty."""

    prompt: str
    pictures: Sequence[bytes]
    size: str
    asker: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The file as it came, and what it cost; None where the answer does not say."""

    data: bytes
    cost_microusd: int | None
    request_id: str


class _InputTokens(BaseModel):
    text_tokens: int = Field(default=0, ge=0)


class _Usage(BaseModel):
    input_tokens: int = Field(ge=0)
    output_tokens: int = Field(ge=0)
    input_tokens_details: _InputTokens = _InputTokens()


async def ask(settings: OpenAIImagesSettings, asked: Ask, preview: Preview) -> Answer:
    """One picture, asked for once; `preview` is given the half-finished ones.

    Raises:
        ProviderError: it did not come.
    """
    async with _asking(settings) as client:
        drawing = _edit(client, settings, asked) if asked.pictures else _generate(client, settings, asked)
        came = await drawing
        if isinstance(came, ImagesResponse):
            first = came.data[0] if came.data else None
            return _answer(settings, first, came.usage, getattr(came, "_request_id", None))
        return await _watched(settings, came, preview)


async def shutdown_date(settings: OpenAIImagesSettings) -> date | None:
    """The day on which the model is shut down, where one is announced.

    Raises:
        ProviderError: the model is gone, or nobody answered.
    """
    async with _asking(settings) as client:
        said = (await client.models.retrieve(settings.model)).shutdown_date
        return date.fromisoformat(said) if said else None


@contextlib.asynccontextmanager
async def _asking(settings: OpenAIImagesSettings) -> AsyncGenerator[openai.AsyncOpenAI]:
    """A client for one question, whose troubles become Limner's; nothing of what was said is in them."""
    if settings.api_key is None:
        raise NotConfigured("OpenAI has no key here.", "Set LIMNER_OPENAI_IMAGES_API_KEY.")
    keep_quiet("openai", "httpx2", "httpcore2")
    client = openai.AsyncOpenAI(
        api_key=settings.api_key.get_secret_value().strip(),
        base_url=settings.base_url,
        timeout=settings.timeout_s,
        max_retries=0,
        # A redirect would carry the photo to where nobody agreed that it goes.
        http_client=openai.DefaultAsyncHttpxClient(follow_redirects=False),
    )
    try:
        async with asyncio.timeout(settings.timeout_s), client:
            yield client
    except TimeoutError:
        raise TimedOut("OpenAI did not draw in time.", "Try again, or let another provider draw.") from None
    except openai.OpenAIError as error:
        raise told(error) from None
    except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL):
        raise Unreachable("OpenAI can't be reached.", "Try again, or let another provider draw.") from None
    except ValueError:
        raise BadResult("OpenAI's answer makes no sense.", "Try again, or let another provider draw.") from None


async def _edit(
    client: openai.AsyncOpenAI, settings: OpenAIImagesSettings, asked: Ask
) -> ImagesResponse | openai.AsyncStream[ImageEditStreamEvent]:
    return await client.images.edit(
        image=[(f"{number}.jpg", data, "image/jpeg") for number, data in enumerate(asked.pictures, 1)],
        prompt=asked.prompt,
        model=settings.model,
        size=asked.size,
        quality=settings.quality,
        background="opaque",
        output_format="png",
        safety_identifier=asked.asker or openai.omit,
        stream=settings.previews > 0,
        partial_images=settings.previews or openai.omit,
    )


async def _generate(
    client: openai.AsyncOpenAI, settings: OpenAIImagesSettings, asked: Ask
) -> ImagesResponse | openai.AsyncStream[ImageGenStreamEvent]:
    return await client.images.generate(
        prompt=asked.prompt,
        model=settings.model,
        size=asked.size,
        quality=settings.quality,
        background="opaque",
        output_format="png",
        safety_identifier=asked.asker or openai.omit,
        stream=settings.previews > 0,
        partial_images=settings.previews or openai.omit,
    )


async def _watched(settings: OpenAIImagesSettings, stream: _Stream, preview: Preview) -> Answer:
    request_id = stream.response.headers.get("x-request-id")
    async with stream:
        async for event in stream:
            match event.type:
                case "image_edit.partial_image" | "image_generation.partial_image":
                    await preview(_bytes(event))
                case "image_edit.completed" | "image_generation.completed":
                    return _answer(settings, event, getattr(event, "usage", None), request_id)
    raise Unreachable("The picture did not arrive whole.", "Try again, or let another provider draw.")


def _answer(settings: OpenAIImagesSettings, part: object, usage: BaseModel | None, request_id: str | None) -> Answer:
    try:
        took = _Usage.model_validate(usage.model_dump(warnings=False)) if usage else None
    except ValidationError:
        took = None
    cost = None
    if took:
        # Where it is not told apart, what goes in counts as pictures, which are dearer.
        text = min(took.input_tokens_details.text_tokens, took.input_tokens)
        cost = settings.cost_microusd(text, took.input_tokens - text, took.output_tokens)
    return Answer(_bytes(part), cost, request_id or "")


def _bytes(part: object) -> bytes:
    """A picture's bytes; the SDK checks no types, so nothing is taken for granted."""
    encoded = getattr(part, "b64_json", None)
    return base64.b64decode(encoded) if isinstance(encoded, str) else b""
