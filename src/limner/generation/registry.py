"""Providers and animators by name. Nothing is imported before it is asked for; other packages may add theirs.

A package adds one by an entry point in the group `limner.providers` or `limner.animators`, whose value is
"module:FACTORY": called without arguments, it gives a `Provider` or an `Animator`. A name of Limner's own can't be
taken over.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Final, cast

from limner.errors import ExtraMissing, UnknownName
from limner.generation.clip import Animator
from limner.generation.maker import Maker
from limner.generation.provider import Provider

LOCAL: Final = "local"
_HOME: Final = "limner.generation.providers"
_PROVIDERS: Final[Mapping[str, str]] = {
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
_ANIMATORS: Final[Mapping[str, str]] = {
    "runway": f"{_HOME}.runway:Runway",
    "stable-video": f"{_HOME}.stable_video:StableVideo",
    "veo": f"{_HOME}.veo:Veo",
}


def provider_names() -> tuple[str, ...]:
    """Names that `provider` takes, Limner's own first."""
    return tuple(_providers())


def animator_names() -> tuple[str, ...]:
    """Names that `animator` takes, Limner's own first."""
    return tuple(_animators())


def maker_names() -> tuple[str, ...]:
    """Names that `maker` takes: everybody who may be asked for something."""
    return (*provider_names(), *animator_names())


def maker(name: str) -> Maker:
    """A provider or an animator, for who asks only about its terms.

    Raises:
        UnknownName: nobody has this name.
        ExtraMissing: a package of an outsider's can't be imported.
    """
    return _made(name, {**_animators(), **_providers()}, "provider")


def provider(name: str) -> Provider:
    """A new provider by its name. It need not be ready to draw: `check_ready` says what is missing.

    Raises:
        UnknownName: no provider has this name.
        ExtraMissing: a package of an outsider's provider can't be imported.
    """
    return cast("Provider", _made(name, _providers(), "provider"))


def animator(name: str) -> Animator:
    """A new animator by its name. It need not be ready to make clips: `check_ready` says what is missing.

    Raises:
        UnknownName: no animator has this name.
        ExtraMissing: a package of an outsider's animator can't be imported.
    """
    return cast("Animator", _made(name, _animators(), "animator"))


def _made(name: str, factories: Mapping[str, str], kind: str) -> Maker:
    path = factories.get(name)
    if path is None:
        raise UnknownName(f"There is no {kind} called {name}.", f"Choose one of: {', '.join(factories)}.")
    module, attribute = path.split(":")
    try:
        return cast("Callable[[], Maker]", getattr(import_module(module), attribute))()
    except ImportError as error:
        raise ExtraMissing(
            f"The {kind} {name} needs a package that is not installed.", f"Install what it needs: {error.name}"
        ) from error


@cache
def _providers() -> Mapping[str, str]:
    return _with_added(_PROVIDERS, "limner.providers")


@cache
def _animators() -> Mapping[str, str]:
    return _with_added(_ANIMATORS, "limner.animators")


def _with_added(own: Mapping[str, str], group: str) -> Mapping[str, str]:
    added = sorted((entry.name, entry.value) for entry in entry_points(group=group))
    return {**own, **{name: path for name, path in added if name not in own}}
