"""Google's Veo lets a picture move, on Vertex AI through the official SDK."""

import asyncio
import math
import time
from collections.abc import Mapping
from importlib import import_module
from typing import Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from limner.accounts.spending import MICROUSD
from limner.engine.codec import encode_jpeg
from limner.engine.images import RgbImage
from limner.errors import NotConfigured
from limner.generation.abilities import Abilities
from limner.generation.clip import Clip, ClipRequest
from limner.generation.motion_in_words import NOT_WANTED, motion_in_words
from limner.generation.provider import Errand
from limner.generation.received_clip import received_clip
from limner.generation.sdk import check_installed
from limner.generation.still import nearest_aspect, still

TITLE: Final = "Veo"
_ASPECTS: Final = ((16, 9), (9, 16))
_SHORT_SIDE_PX: Final[Mapping[str, int]] = {"720p": 720, "1080p": 1080}
_DOLLARS_A_SECOND: Final[Mapping[str, float]] = {
    "veo-3.1-generate-001": 0.4,
    "veo-3.1-fast-generate-001": 0.15,
    "veo-3.1-lite-generate-001": 0.05,
}
"""With sound, which is not asked for: Google may take less."""
_UNKNOWN_DOLLARS: Final = 0.4
_TERMS: Final = (
    "Google's terms ask that users are 18 or older. Pictures of children, even drawn ones, may be refused unless Google"
    " has allowed the project to make them."
)


class VeoSettings(BaseSettings):
    """What an operator may set: `LIMNER_VEO_PROJECT=...` makes it ready.

    It signs in with the machine's own Google credentials or an `access_token`. `price` is US dollars for a second.
    `person_generation` is what Google is told: "allow_all" needs its permission for the project.
    """

    model_config = SettingsConfigDict(env_prefix="LIMNER_VEO_", frozen=True)

    project: str = ""
    location: str = "us-central1"
    access_token: SecretStr | None = None
    base_url: str | None = None
    model: str = "veo-3.1-fast-generate-001"
    resolution: Literal["720p", "1080p"] = "720p"
    person_generation: Literal["allow_adult", "allow_all", "dont_allow"] = "allow_adult"
    timeout_s: float = Field(default=600, gt=0)
    poll_s: float = Field(default=10, gt=0)
    price: float | None = Field(default=None, ge=0)

    @property
    def dollars_a_second(self) -> float:
        """What a second costs, as set or as known of the model."""
        return _DOLLARS_A_SECOND.get(self.model, _UNKNOWN_DOLLARS) if self.price is None else self.price


class Veo:
    """Asks Google for one clip at a time. What was begun can't be stopped there."""

    name = "veo"
    title = TITLE

    def __init__(self, settings: VeoSettings | None = None) -> None:
        self._settings = settings or VeoSettings()

    @property
    def abilities(self) -> Abilities:
        """Google's terms."""
        settings = self._settings
        host = urlsplit(settings.base_url).hostname if settings.base_url else None
        is_google = host is None or host == "googleapis.com" or host.endswith(".googleapis.com")
        return Abilities(
            goes_to="Google" if is_google else f"{host}, as Google",
            destination="cloud",
            licence="personal and commercial",
            reference_pictures=1,
            seed="hint",
            longest_px=round(_SHORT_SIDE_PX[settings.resolution] * 16 / 9),
            aspects=_ASPECTS,
            clip_seconds=(4, 6, 8),
            most_people=4,
            negative_words=True,
            price_microusd=math.ceil(settings.dollars_a_second * MICROUSD),
            minimum_age=18,
            terms=_TERMS,
        )

    def check_ready(self) -> None:
        """Whether the SDK is installed and a project is set."""
        check_installed(TITLE, "google.genai", "veo")
        check_installed(TITLE, "av", "veo")
        if not self._settings.project:
            raise NotConfigured(f"{TITLE} has no Google Cloud project here.", "Set LIMNER_VEO_PROJECT.")

    async def animate(self, request: ClipRequest, errand: Errand) -> Clip:
        """Have a clip begun, or go on with the one that was, and wait for it."""
        self.check_ready()
        begun_s = time.monotonic()
        settings = self._settings
        # The SDK takes a second to import.
        await asyncio.to_thread(import_module, "google.genai")
        from limner.generation.providers.veo_wire import Ask, fetch_clip

        wide, high = nearest_aspect(request.picture, _ASPECTS)
        scale = _SHORT_SIDE_PX[settings.resolution] / min(wide, high)
        seconds = round(self.abilities.clip_length_s(request.seconds))
        ask = Ask(
            await asyncio.to_thread(_file, request.picture, round(wide * scale), round(high * scale)),
            motion_in_words(request),
            NOT_WANTED,
            f"{wide}:{high}",
            seconds,
            request.seed % 2**32,
        )
        answer = await fetch_clip(settings, ask, errand)
        footage = await asyncio.to_thread(received_clip, answer.data)
        return Clip(
            answer.data,
            footage.last,
            footage.seconds,
            self.name,
            settings.model,
            seed=ask.seed,
            cost_microusd=self.abilities.clip_price_microusd(request.seconds),
            duration_s=round(time.monotonic() - begun_s, 3),
            request_id=answer.operation.rpartition("/")[2],
        )


def _file(picture: RgbImage, width_px: int, height_px: int) -> bytes:
    return encode_jpeg(still(picture, width_px, height_px))
