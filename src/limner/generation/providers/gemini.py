"""Google's Gemini image models ("Nano Banana"), through the official SDK: the Developer API, or Vertex AI."""

import asyncio
import math
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from limner.engine.codec import encode_jpeg
from limner.errors import NotConfigured
from limner.generation.abilities import Abilities
from limner.generation.brief import Brief, Reference
from limner.generation.briefing import write_brief
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.generation.received import received
from limner.generation.sdk import check_installed

_TITLE: Final = "Gemini"
_HOMES: Final = frozenset({"generativelanguage.googleapis.com", "aiplatform.googleapis.com"})
ASPECTS: Final = (
    *((1, 1), (2, 3), (3, 2), (3, 4), (4, 3), (4, 5), (5, 4)),
    *((9, 16), (16, 9), (21, 9), (1, 4), (4, 1), (1, 8), (8, 1)),
)
Size = Literal["1K", "2K", "4K"]
_SIZES: Final[tuple[Size, ...]] = ("1K", "2K", "4K")
_LONGEST_PX: Final[Mapping[Size, int]] = {"1K": 1024, "2K": 2048, "4K": 4096}
_OUTPUT_TOKENS: Final[Mapping[Size, int]] = {"1K": 1120, "2K": 1680, "4K": 2520}
"""A picture's, by its size, as Google's page says of a sister model."""
_INPUT_TOKENS: Final = 1500
"""Three pictures and the words, roughly."""
_TERMS: Final = (
    "Google's terms ask that users are 18 or older. On the free tier pictures may be used to improve its products: "
    "use a key with billing."
)


class GeminiSettings(BaseSettings):
    """What an operator may set: `LIMNER_GEMINI_API_KEY=...` makes it ready.

    With `project` Vertex AI is asked, by the machine's own Google credentials or an `access_token`; with `vertex`
    alone, Vertex AI by the key. `size` is the largest picture asked for. Prices are US dollars for a million tokens.
    """

    model_config = SettingsConfigDict(env_prefix="LIMNER_GEMINI_", frozen=True)

    api_key: SecretStr | None = None
    base_url: str | None = None
    model: str = "gemini-nano-banana-2.1"
    size: Size = "2K"
    timeout_s: float = Field(default=180, gt=0)
    vertex: bool = False
    project: str = ""
    location: str = "global"
    access_token: SecretStr | None = None
    input_price: float = Field(default=1.5, ge=0)
    output_price: float = Field(default=30, ge=0)

    def cost_microusd(self, input_tokens: int, output_tokens: int) -> int:
        """What so many tokens cost, in millionths of a US dollar."""
        return math.ceil(input_tokens * self.input_price + output_tokens * self.output_price)


class Gemini:
    """Asks Google for one picture at a time."""

    name = "gemini"
    title = _TITLE

    def __init__(self, settings: GeminiSettings | None = None) -> None:
        self._settings = settings or GeminiSettings()

    @property
    def abilities(self) -> Abilities:
        """Google's terms; the price is an estimate until the answer says how many tokens it took."""
        settings = self._settings
        host = urlsplit(settings.base_url).hostname if settings.base_url else None
        return Abilities(
            goes_to="Google" if host is None or host in _HOMES else f"{host}, as Google",
            destination="cloud",
            licence="personal and commercial",
            reference_pictures=14,
            seed="hint",
            longest_px=_LONGEST_PX[settings.size],
            aspects=ASPECTS,
            most_people=4,
            price_microusd=settings.cost_microusd(_INPUT_TOKENS, _OUTPUT_TOKENS[settings.size]),
            minimum_age=18,
            terms=_TERMS,
        )

    def check_ready(self) -> None:
        """Whether the SDK is installed and a key, or a project, is set."""
        check_installed(_TITLE, "google.genai", "gemini")
        if self._settings.api_key is None and not self._settings.project:
            raise NotConfigured("Gemini has no key here.", "Set LIMNER_GEMINI_API_KEY, or LIMNER_GEMINI_PROJECT.")

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        """Ask for the picture; Gemini tells nothing on the way."""
        self.check_ready()
        begun_s = time.monotonic()
        brief = await asyncio.to_thread(write_brief, request)
        pictures = await asyncio.to_thread(_files, brief.references)
        # The SDK takes a second to import.
        await asyncio.to_thread(import_module, "google.genai")
        from limner.generation.providers.gemini_wire import Ask, ask

        settings = self._settings
        errand.advance(0.05)
        asked = Ask(brief.prompt, pictures, aspect_of(brief), size_of(brief, settings.size), request.seed)
        answer = await ask(settings, asked)
        image = await asyncio.to_thread(received, answer.data, request)
        return Picture(
            image,
            self.name,
            answer.model or settings.model,
            seed=request.seed,
            cost_microusd=self.abilities.price_microusd if answer.cost_microusd is None else answer.cost_microusd,
            duration_s=round(time.monotonic() - begun_s, 3),
            request_id=answer.request_id,
            original=answer.data,
        )


def _files(references: Sequence[Reference]) -> list[bytes]:
    return [encode_jpeg(one.image) for one in references]


def aspect_of(brief: Brief) -> str:
    """The nearest proportions that Gemini draws, as "4:5"."""
    wanted = math.log(brief.width_px / brief.height_px)
    width, height = min(ASPECTS, key=lambda one: abs(math.log(one[0] / one[1]) - wanted))
    return f"{width}:{height}"


def size_of(brief: Brief, largest: Size) -> Size:
    """The smallest size that is large enough, at most the largest allowed."""
    longest = max(brief.width_px, brief.height_px)
    for size in _SIZES:
        if size == largest or _LONGEST_PX[size] >= longest:
            return size
    return largest
