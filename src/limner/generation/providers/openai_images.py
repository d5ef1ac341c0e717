"""OpenAI's image models: told in words, shown the photo and what this computer drew, watched while they draw."""

import asyncio
import contextlib
import math
import time
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from limner.engine.codec import decode, encode_jpeg
from limner.engine.images import RgbImage
from limner.engine.stages import StageName, small
from limner.errors import LimnerError, NotConfigured
from limner.generation.abilities import Abilities
from limner.generation.brief import Brief, Reference
from limner.generation.briefing import write_brief
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.generation.received import received
from limner.generation.sdk import check_installed

Quality = Literal["low", "medium", "high"]

_TITLE: Final = "OpenAI"
_HOME: Final = "api.openai.com"
_STEP_PX: Final = 16
_LEAST_AREA, _MOST_AREA = 1024 * 1024, 2560 * 1440
"""Square pixels; what is larger is experimental."""
_LONGEST_PX: Final = 2560
_STEEPEST: Final = 3.0
_STAGES: Final[tuple[StageName, ...]] = ("colour", "light")
_OUTPUT_TOKENS: Final[dict[Quality, int]] = {"low": 500, "medium": 1800, "high": 6500}
_TEXT_TOKENS, _PICTURE_TOKENS, _PREVIEW_TOKENS = 600, 3600, 100
"""About what a picture takes; the answer says how much it was."""
_TERMS: Final = (
    "OpenAI's terms are strict about data of children under 13: read them before a child's photo goes there."
)


class OpenAIImagesSettings(BaseSettings):
    """What an operator may set: `LIMNER_OPENAI_IMAGES_API_KEY=...` sets `api_key`.

    `previews` is how many half-finished pictures are asked for, each about 0.3 cents; with 0 the picture comes in one
    answer, which is all that some gateways can do. Prices are US dollars for a million tokens.
    """

    model_config = SettingsConfigDict(env_prefix="LIMNER_OPENAI_IMAGES_", frozen=True)

    api_key: SecretStr | None = None
    base_url: str = f"https://{_HOME}/v1"
    model: str = "gpt-image-2.6-flare"
    quality: Quality = "medium"
    previews: int = Field(default=2, ge=0, le=len(_STAGES))
    timeout_s: float = Field(default=240, gt=0)
    text_price: float = Field(default=5, ge=0)
    picture_price: float = Field(default=8, ge=0)
    output_price: float = Field(default=30, ge=0)

    def cost_microusd(self, text: int, pictures: int, output: int) -> int:
        """What so many tokens cost, in millionths of a US dollar."""
        return math.ceil(text * self.text_price + pictures * self.picture_price + output * self.output_price)


class OpenAIImages:
    """Asks OpenAI, or a server that speaks like it, for one picture at a time."""

    name = "openai-images"
    title = _TITLE

    def __init__(self, settings: OpenAIImagesSettings | None = None) -> None:
        self._settings = settings or OpenAIImagesSettings()

    @property
    def abilities(self) -> Abilities:
        """OpenAI's terms; the price is an estimate until the answer says how many tokens it took."""
        settings = self._settings
        host = urlsplit(settings.base_url).hostname or settings.base_url
        output = _OUTPUT_TOKENS[settings.quality] + settings.previews * _PREVIEW_TOKENS
        return Abilities(
            goes_to="OpenAI" if host == _HOME else f"{host}, as OpenAI",
            destination="cloud",
            licence="personal and commercial",
            reference_pictures=16,
            longest_px=_LONGEST_PX,
            most_people=4,
            progress=settings.previews > 0,
            price_microusd=settings.cost_microusd(_TEXT_TOKENS, _PICTURE_TOKENS, output),
            minimum_age=13,
            terms=_TERMS,
        )

    def check_ready(self) -> None:
        """Whether the SDK is installed and a key is set."""
        check_installed(_TITLE, "openai", "openai")
        if self._settings.api_key is None:
            raise NotConfigured("OpenAI has no key here.", "Set LIMNER_OPENAI_IMAGES_API_KEY.")

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        """Ask for the picture; previews are shown as they come."""
        self.check_ready()
        begun_s = time.monotonic()
        brief = await asyncio.to_thread(write_brief, request)
        return await self.draw_brief(brief, request, errand, begun_s)

    async def draw_brief(self, brief: Brief, request: DrawRequest, errand: Errand, begun_s: float) -> Picture:
        """Ask for what a brief says; without references, from words alone."""
        # The SDK takes a second to import.
        await asyncio.to_thread(import_module, "openai")
        from limner.generation.providers.openai_images_wire import Ask, ask

        settings = self._settings
        pictures = await asyncio.to_thread(_files, brief.references)
        words = brief.prompt if pictures else brief.plain_prompt
        width_px, height_px = size_of(brief.width_px, brief.height_px)
        watching = _Watching(errand, settings.previews)
        asked = Ask(words, pictures, f"{width_px}x{height_px}", errand.asker)
        answer = await ask(settings, asked, watching.preview)
        image = await asyncio.to_thread(received, answer.data, request)
        return Picture(
            image,
            self.name,
            settings.model,
            cost_microusd=answer.cost_microusd if answer.cost_microusd is not None else self.abilities.price_microusd,
            duration_s=round(time.monotonic() - begun_s, 3),
            request_id=answer.request_id,
            original=answer.data,
        )

    async def shut_down_on(self) -> date | None:
        """The day the model goes, as far as OpenAI has announced one; it is asked.

        Raises:
            ProviderError: it did not say; `ModelRetired` when the model is gone already.
        """
        self.check_ready()
        from limner.generation.providers.openai_images_wire import shutdown_date

        return await shutdown_date(self._settings)


class _Watching:
    """Half-finished pictures on their way to whoever waits."""

    def __init__(self, errand: Errand, previews: int) -> None:
        self._errand, self._previews, self._seen = errand, previews, 0
        errand.advance(0.05)

    async def preview(self, data: bytes) -> None:
        """The next preview; one that can't be read is no loss."""
        if self._seen >= self._previews:
            return
        stage = _STAGES[self._seen - self._previews]
        self._seen += 1
        self._errand.advance(self._seen / (self._previews + 1))
        with contextlib.suppress(LimnerError):
            self._errand.show(stage, await asyncio.to_thread(_small, data))


def _small(data: bytes) -> RgbImage:
    return RgbImage(small(decode(data).pixels))


def _files(references: Sequence[Reference]) -> list[bytes]:
    return [encode_jpeg(one.image) for one in references]


def size_of(width_px: int, height_px: int) -> tuple[int, int]:
    """Sides that the models draw, in these proportions and no smaller where they can: multiples of 16, up to 3:1."""
    ratio = max(width_px / height_px, height_px / width_px)
    steep = min(ratio, _STEEPEST)
    most = min(math.sqrt(_MOST_AREA / steep), _LONGEST_PX / steep) // _STEP_PX
    least = math.ceil(round(max(min(width_px, height_px), math.sqrt(_LEAST_AREA / steep)) / _STEP_PX, 6))
    short = int(min(least, most)) * _STEP_PX
    long = int(short * steep // _STEP_PX) * _STEP_PX
    return (long, short) if width_px > height_px else (short, long)
