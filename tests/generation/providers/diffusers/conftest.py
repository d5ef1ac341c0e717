"""Models with tiny random weights, made once for all tests of this folder."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from limner.generation.brief import Brief
from limner.generation.briefing import write_brief
from limner.generation.diffusion import provider
from limner.generation.diffusion.easel import EASEL
from limner.generation.provider import DrawRequest

_WRITTEN: dict[tuple[object, ...], Brief] = {}
PACKAGES = ("torch", "diffusers", "transformers", "accelerate")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a model by its name: sdxl, adapter, instantid, klein or video."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        pytest.skip(f"LOCAL MODELS ARE NOT TESTED: {', '.join(missing)} not installed; `make diffusersready` does it")
    import_module("torch").set_num_threads(1)  # threads only wait for each other over so few numbers
    top = tmp_path_factory.mktemp("tiny")

    def folder(name: str) -> Path:
        found = top / name
        if not found.exists():
            module = {"klein": "tiny_editors", "video": "tiny_video"}.get(name, "tiny_sdxl")
            getattr(import_module(f"tests.generation.providers.diffusers.{module}"), f"write_{name}")(found)
        return found

    return folder


@pytest.fixture(scope="module", autouse=True)
def empty_easel() -> None:
    """No model of other tests is left in memory."""
    EASEL.clear()


@pytest.fixture(autouse=True)
def quick_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pictures of a brief take longer to draw than a tiny model's: each is drawn once."""

    def written(request: DrawRequest, *, most_pictures: int) -> Brief:
        told = (request.seed, request.words, len(request.sitters), request.sitters[0].sitting is None, most_pictures)
        if told not in _WRITTEN:
            _WRITTEN[told] = write_brief(request, most_pictures=most_pictures)
        return _WRITTEN[told]

    monkeypatch.setattr(provider, "write_brief", written)
