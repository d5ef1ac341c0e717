"""Provider names and where they live; nothing is imported before it is asked for."""

from collections.abc import Mapping
from importlib import import_module
from typing import Final, cast

from limner.errors import UnknownName
from limner.generation.provider import Provider

_PROVIDERS: Final[Mapping[str, str]] = {
    "local": "limner.generation.providers.local:LocalProvider",
}


def provider_names() -> tuple[str, ...]:
    """Names that `provider` takes."""
    return tuple(_PROVIDERS)


def provider(name: str) -> Provider:
    """A new provider by its name.

    Raises:
        UnknownName: no provider has this name.
    """
    if name not in _PROVIDERS:
        raise UnknownName(f"There is no provider called {name}.", f"Choose one of: {', '.join(_PROVIDERS)}.")
    module, attribute = _PROVIDERS[name].split(":")
    return cast("Provider", getattr(import_module(module), attribute)())
