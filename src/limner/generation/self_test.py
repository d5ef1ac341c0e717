"""Whether a provider draws: tried on a person nobody is, small."""

import time
from datetime import UTC, datetime, timedelta
from typing import Final

from limner.catalog import registry
from limner.characters.plain_person import plain_person
from limner.errors import LimnerError, ProviderError
from limner.generation.provider import DrawRequest, Errand, HandedOff, KnowsItsEnd, Provider, Sitter
from limner.generation.registry import provider

_SIZE_PX: Final = 256
_SOON: Final = timedelta(days=90)


async def draw_test_picture(name: str) -> tuple[float, str]:
    """Seconds it took, and why it failed or soon will ("" when all is well).

    Raises:
        UnknownName: no provider has this name.
    """
    drawing_provider = provider(name)
    request = DrawRequest(
        (Sitter(plain_person()),), registry.style("storybook"), registry.template("moon"), _SIZE_PX, seed=1
    )
    begun_s, trouble = time.monotonic(), ""
    try:
        drawing_provider.check_ready()
        await drawing_provider.draw(request, Errand())
        trouble = await _end_of(drawing_provider)
    except HandedOff:
        pass
    except LimnerError as error:
        trouble = f"{error.message} {error.advice}".strip()
    return round(time.monotonic() - begun_s, 2), trouble


async def _end_of(drawing_provider: Provider) -> str:
    """What to say of a model that is shut down before long."""
    if not isinstance(drawing_provider, KnowsItsEnd):
        return ""
    try:
        day = await drawing_provider.shut_down_on()
    except ProviderError:
        # A key may be allowed to draw and not to ask.
        return ""
    if day is None or day > datetime.now(UTC).date() + _SOON:
        return ""
    return f"It drew a picture, but its model is shut down on {day.isoformat()}. Choose another model before."
