"""Whether a provider draws: tried on a person nobody is, small."""

import time
from typing import Final

from limner.catalog import registry
from limner.characters.plain_person import plain_person
from limner.errors import LimnerError
from limner.generation.provider import DrawRequest, Errand, HandedOff, Sitter
from limner.generation.registry import provider

_SIZE_PX: Final = 256


async def draw_test_picture(name: str) -> tuple[float, str]:
    """Seconds it took, and why it failed ("" when it did not).

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
    except HandedOff:
        pass
    except LimnerError as error:
        trouble = f"{error.message} {error.advice}".strip()
    return round(time.monotonic() - begun_s, 2), trouble
