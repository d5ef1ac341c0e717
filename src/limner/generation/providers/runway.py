"""Runway lets a picture move, through the official SDK: a task there, looked at every few seconds."""

import asyncio
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from limner.engine.codec import encode_jpeg
from limner.engine.images import RgbImage
from limner.errors import NotConfigured
from limner.generation.abilities import Abilities
from limner.generation.clip import Clip, ClipRequest
from limner.generation.motion_in_words import motion_in_words
from limner.generation.provider import Errand
from limner.generation.received_clip import received_clip
from limner.generation.sdk import check_installed
from limner.generation.still import nearest_aspect, still

TITLE: Final = "Runway"
CREDIT_MICROUSD: Final = 10_000
_HOME: Final = "api.dev.runwayml.com"
_LONGEST_WORDS: Final = 1000
_MOST_BYTES: Final = 3_600_000
"""Of the picture: as a data URI it grows by a third, and 5 MB are taken."""
_QUALITIES: Final = (92, 80, 60)
_GEN4_RATIOS: Final = ((1280, 720), (720, 1280), (1104, 832), (960, 960), (832, 1104), (1584, 672))
_VEO_RATIOS: Final = ((1280, 720), (720, 1280))
_TERMS: Final = "Runway asks that users are 18 or older; clips of real people, and of children, may be refused."


@dataclass(frozen=True, slots=True)
class RunwayModel:
    """What a model makes: clips of so many seconds, in pixels (width, height), for credits a second."""

    seconds: tuple[float, ...]
    sizes: tuple[tuple[int, int], ...]
    credits: float


MODELS: Final[Mapping[str, RunwayModel]] = {
    "gen4_turbo": RunwayModel(tuple(range(2, 11)), _GEN4_RATIOS, 5),
    "gen4.5": RunwayModel(tuple(range(2, 11)), _GEN4_RATIOS, 12),
    "veo3.1_fast": RunwayModel((4, 6, 8), _VEO_RATIOS, 15),
    "veo3.1": RunwayModel((4, 6, 8), _VEO_RATIOS, 40),
}
_UNKNOWN: Final = RunwayModel((5, 10), _GEN4_RATIOS, 40)


class RunwaySettings(BaseSettings):
    """What an operator may set: `LIMNER_RUNWAY_API_KEY=key_...` makes it ready.

    `credits` is the price of a second where it differs from what Limner knows of the model (a credit is a cent).
    """

    model_config = SettingsConfigDict(env_prefix="LIMNER_RUNWAY_", frozen=True)

    api_key: SecretStr | None = None
    base_url: str = f"https://{_HOME}"
    model: str = "gen4_turbo"
    timeout_s: float = Field(default=600, gt=0)
    poll_s: float = Field(default=5, gt=0)
    credits: float | None = Field(default=None, ge=0)

    @property
    def known(self) -> RunwayModel:
        """What is known of the model; of one that came later, the most that any takes."""
        return MODELS.get(self.model, _UNKNOWN)


class Runway:
    """Asks Runway for one clip at a time; being cancelled, it has the task deleted there."""

    name = "runway"
    title = TITLE

    def __init__(self, settings: RunwaySettings | None = None) -> None:
        self._settings = settings or RunwaySettings()

    @property
    def abilities(self) -> Abilities:
        """Runway's terms. A task that runs is paid even when it is cancelled."""
        settings = self._settings
        host = urlsplit(settings.base_url).hostname
        credits_a_second = settings.known.credits if settings.credits is None else settings.credits
        return Abilities(
            goes_to=TITLE if host == _HOME else f"{host}, as {TITLE}",
            destination="cloud",
            licence="personal and commercial",
            reference_pictures=1,
            seed="hint",
            longest_px=max(side for size in settings.known.sizes for side in size),
            aspects=settings.known.sizes,
            clip_seconds=settings.known.seconds,
            most_people=4,
            negative_words=settings.model.startswith("veo"),
            cancel="stops",
            pays_if_cancelled=True,
            progress=True,
            price_microusd=math.ceil(credits_a_second * CREDIT_MICROUSD),
            minimum_age=18,
            terms=_TERMS,
        )

    def check_ready(self) -> None:
        """Whether the SDK is installed and a key is set."""
        check_installed(TITLE, "runwayml", "runway")
        check_installed(TITLE, "av", "runway")
        if self._settings.api_key is None:
            raise NotConfigured(f"{TITLE} has no key here.", "Set LIMNER_RUNWAY_API_KEY.")

    async def animate(self, request: ClipRequest, errand: Errand) -> Clip:
        """Have a task made, or go on with the one that was, and wait for its clip."""
        self.check_ready()
        begun_s = time.monotonic()
        settings = self._settings
        # The SDK takes a second to import.
        await asyncio.to_thread(import_module, "runwayml")
        from limner.generation.providers.runway_wire import Ask, fetch_clip

        width_px, height_px = nearest_aspect(request.picture, settings.known.sizes)
        ask = Ask(
            await asyncio.to_thread(_file, request.picture, width_px, height_px),
            _words(request),
            f"{width_px}:{height_px}",
            round(self.abilities.clip_length_s(request.seconds)),
            request.seed % 2**32,
        )
        answer = await fetch_clip(settings, ask, errand)
        footage = await asyncio.to_thread(received_clip, answer.data)
        cost_microusd = self.abilities.clip_price_microusd(request.seconds)
        if answer.credits is not None:
            cost_microusd = math.ceil(answer.credits * CREDIT_MICROUSD)
        return Clip(
            answer.data,
            footage.last,
            footage.seconds,
            self.name,
            settings.model,
            seed=ask.seed,
            cost_microusd=cost_microusd,
            duration_s=round(time.monotonic() - begun_s, 3),
            request_id=answer.task,
        )


def _words(request: ClipRequest) -> str:
    """The prompt; Runway counts what lies beyond the basic plane, as an emoji does, twice."""
    words = motion_in_words(request, _LONGEST_WORDS)
    over = len(words.encode("utf-16-le")) // 2 - _LONGEST_WORDS
    return motion_in_words(request, _LONGEST_WORDS - over) if over > 0 else words


def _file(picture: RgbImage, width_px: int, height_px: int) -> bytes:
    """The picture in this size as a JPEG file that is small enough."""
    fitted, data = still(picture, width_px, height_px), b""
    for quality in _QUALITIES:
        data = encode_jpeg(fitted, quality)
        if len(data) <= _MOST_BYTES:
            break
    return data
