"""Whether somebody draws, or lets a picture move: tried on a person nobody is, small and short."""

import time
from datetime import UTC, datetime, timedelta
from typing import Final

from limner.catalog import registry
from limner.characters.plain_person import plain_person
from limner.errors import LimnerError, ProviderError
from limner.generation.clip import Animator, ClipRequest
from limner.generation.maker import Maker
from limner.generation.provider import DrawRequest, Errand, HandedOff, KnowsItsEnd, Provider, Sitter
from limner.generation.registry import LOCAL, animator, animator_names, provider

_SIZE_PX: Final = 256
_STILL_PX: Final = 640
_SOON: Final = timedelta(days=90)


async def try_maker(name: str) -> tuple[float, str]:
    """Seconds it took, and why it failed or soon will ("" when all is well).

    Raises:
        UnknownName: nobody has this name.
    """
    begun_s, trouble = time.monotonic(), ""
    try:
        maker = await (_moved(animator(name)) if name in animator_names() else _drawn(provider(name)))
        trouble = await _end_of(maker)
    except HandedOff:
        pass
    except LimnerError as error:
        trouble = f"{error.message} {error.advice}".strip()
    return round(time.monotonic() - begun_s, 2), trouble


def _request(size_px: int) -> DrawRequest:
    return DrawRequest(
        (Sitter(plain_person()),), registry.style("storybook"), registry.template("moon"), size_px, seed=1
    )


async def _drawn(provider: Provider) -> Maker:
    provider.check_ready()
    await provider.draw(_request(_SIZE_PX), Errand())
    return provider


async def _moved(animator: Animator) -> Maker:
    """Who has made the shortest clip it makes."""
    animator.check_ready()
    drawn = await provider(LOCAL).draw(_request(_STILL_PX), Errand())
    shortest_s = min(animator.abilities.clip_seconds)
    await animator.animate(ClipRequest(drawn.image, (plain_person(),), ("blink",), shortest_s), Errand())
    return animator


async def _end_of(maker: Maker) -> str:
    """What to say of a model that is shut down before long."""
    if not isinstance(maker, KnowsItsEnd):
        return ""
    try:
        day = await maker.shut_down_on()
    except ProviderError:
        # A key may be allowed to draw and not to ask.
        return ""
    if day is None or day > datetime.now(UTC).date() + _SOON:
        return ""
    return f"It works, but its model is shut down on {day.isoformat()}. Choose another model before."
