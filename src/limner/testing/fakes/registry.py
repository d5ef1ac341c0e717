"""Fakes by the name of the provider they stand in for; none is imported before it is asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final, cast

from limner.errors import UnknownName
from limner.testing.fakes.fake import Fake

_HOME: Final = "limner.testing.fakes"
_FAKES: Final[Mapping[str, str]] = {
    "comfyui": f"{_HOME}.comfyui:ComfyuiFake",
    "gemini": f"{_HOME}.gemini:GeminiFake",
    "openai-images": f"{_HOME}.openai_images:OpenAIImagesFake",
    "runway": f"{_HOME}.runway:RunwayFake",
    "veo": f"{_HOME}.veo:VeoFake",
    "webui": f"{_HOME}.webui:WebuiFake",
}


def fake_names() -> tuple[str, ...]:
    """Names that `fake` takes."""
    return tuple(_FAKES)


def fake(name: str) -> Fake:
    """A new fake by its name.

    Raises:
        UnknownName: there is none of this name.
    """
    if name not in _FAKES:
        raise UnknownName(f"There is no fake called {name}.", f"Choose one of: {', '.join(_FAKES)}.")
    module, attribute = _FAKES[name].split(":")
    return cast("Callable[[], Fake]", getattr(import_module(module), attribute))()
