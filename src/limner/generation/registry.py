"""Providers by name. Nothing is imported before it is asked for; other packages may add theirs.

A package adds a provider by an entry point in the group `limner.providers`, whose value is "module:FACTORY": called
without arguments, it gives a `Provider`. A name of Limner's own can't be taken over.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Final, cast

from limner.errors import ExtraMissing, UnknownName
from limner.generation.provider import Provider

LOCAL: Final = "local"
_HOME: Final = "limner.generation.providers"
_OWN: Final[Mapping[str, str]] = {
    LOCAL: f"{_HOME}.local:LocalProvider",
    "gemini": f"{_HOME}.gemini:Gemini",
    "webui": f"{_HOME}.webui:WebuiProvider",
    "handoff": f"{_HOME}.handoff:HandOff",
    "openai-images": f"{_HOME}.openai_images:OpenAIImages",
    "comfyui": f"{_HOME}.comfyui:ComfyuiProvider",
    "sdxl": f"{_HOME}.sdxl:SdxlProvider",
    "qwen-image-edit": f"{_HOME}.qwen_image_edit:QwenImageEditProvider",
    "flux2-klein": f"{_HOME}.flux2_klein:Flux2KleinProvider",
    "instantid": f"{_HOME}.instantid:InstantIdProvider",
}


def provider_names() -> tuple[str, ...]:
    """Names that `provider` takes, Limner's own first."""
    return tuple(_factories())


def provider(name: str) -> Provider:
    """A new provider by its name. It need not be ready to draw: `check_ready` says what is missing.

    Raises:
        UnknownName: no provider has this name.
        ExtraMissing: a package of an outsider's provider can't be imported.
    """
    path = _factories().get(name)
    if path is None:
        raise UnknownName(f"There is no provider called {name}.", f"Choose one of: {', '.join(_factories())}.")
    module, attribute = path.split(":")
    try:
        return cast("Callable[[], Provider]", getattr(import_module(module), attribute))()
    except ImportError as error:
        raise ExtraMissing(
            f"The provider {name} needs a package that is not installed.", f"Install what it needs: {error.name}"
        ) from error


@cache
def _factories() -> Mapping[str, str]:
    added = sorted((entry.name, entry.value) for entry in entry_points(group="limner.providers"))
    return {**_OWN, **{name: path for name, path in added if name not in _OWN}}
