"""One request to Gemini, and what of its answer matters."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import httpx2
from google import genai
from google.auth.exceptions import GoogleAuthError
from google.genai import errors, types

from limner.generation.google.client import options_for, project_client
from limner.generation.google.troubles import Service, told, untold
from limner.generation.providers.gemini import GeminiSettings
from limner.generation.providers.gemini_errors import no_picture
from limner.generation.sdk import keep_quiet

_SERVICE: Final = Service("Gemini", "LIMNER_GEMINI_", "API_KEY")


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: `pictures` are JPEG files, looked at in their order before the words."""

    prompt: str
    pictures: Sequence[bytes]
    aspect: str
    size: str
    seed: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A picture's file; `cost_microusd` is None when no tokens were told."""

    data: bytes
    model: str
    request_id: str
    cost_microusd: int | None


async def ask(settings: GeminiSettings, asked: Ask) -> Answer:
    """Send the request and wait; being cancelled closes the line.

    Raises:
        ProviderError: there is no picture.
    """
    keep_quiet("google_genai", "google.genai", "httpx2", "httpcore2", "google.auth")
    pictures = [types.Part.from_bytes(data=data, mime_type="image/jpeg") for data in asked.pictures]
    config = types.GenerateContentConfig(
        candidate_count=1,
        seed=asked.seed % 2**31,
        response_modalities=["IMAGE"],
        image_config=types.ImageConfig(aspect_ratio=asked.aspect, image_size=asked.size),
    )
    async with httpx2.AsyncClient(timeout=settings.timeout_s, follow_redirects=False) as line:
        try:
            # Looking for the machine's own credentials reads files and may ask the network.
            client = await asyncio.to_thread(_client, settings, line)
            response = await client.aio.models.generate_content(
                model=settings.model, contents=[*pictures, types.Part.from_text(text=asked.prompt)], config=config
            )
        except errors.APIError as error:
            raise told(_SERVICE, error) from None
        except (httpx2.HTTPError, GoogleAuthError, OSError, ValueError) as error:
            raise untold(_SERVICE, error) from None
    return _answer(settings, response)


def _client(settings: GeminiSettings, line: httpx2.AsyncClient) -> genai.Client:
    options = options_for(settings.base_url, settings.timeout_s, line)
    if settings.project:
        return project_client(settings.project, settings.location, settings.access_token, options)
    key = settings.api_key.get_secret_value() if settings.api_key else ""
    return genai.Client(vertexai=settings.vertex, api_key=key, http_options=options)


def _answer(settings: GeminiSettings, response: types.GenerateContentResponse) -> Answer:
    data = _last_picture(response)
    if data is None:
        raise no_picture(response)
    usage = response.usage_metadata
    cost = None
    if usage is not None and usage.candidates_token_count is not None:
        output = usage.candidates_token_count + (usage.thoughts_token_count or 0)
        cost = settings.cost_microusd(usage.prompt_token_count or 0, output)
    return Answer(data, response.model_version or "", response.response_id or "", cost)


def _last_picture(response: types.GenerateContentResponse) -> bytes | None:
    """The last one that is no draft."""
    found: bytes | None = None
    for candidate in response.candidates or []:
        for part in (candidate.content.parts if candidate.content else None) or []:
            if part.inline_data is not None and part.inline_data.data and not part.thought:
                found = part.inline_data.data
    return found
