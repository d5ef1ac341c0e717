"""FLUX.2 klein and Qwen-Image-Edit by their real pipelines, with tiny random weights on the processor."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from limner.errors import ExtraMissing
from limner.generation.provider import DrawRequest
from limner.generation.providers.flux2_klein import Flux2KleinProvider, Flux2KleinSettings
from limner.generation.providers.qwen_image_edit import QwenImageEditProvider, QwenImageEditSettings
from limner.testing.listening import Listening
from limner.testing.provider_contract import ProviderContract, draw


@pytest.fixture(scope="module")
def klein(tiny: Callable[[str], Path]) -> Flux2KleinProvider:
    return Flux2KleinProvider(Flux2KleinSettings(model=str(tiny("klein")), steps=2, megapixels=0.008))


class TestKlein(ProviderContract):
    @pytest.fixture
    def provider(self, klein: Flux2KleinProvider) -> Flux2KleinProvider:
        return klein

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


def test_of_two_people_klein_sees_both_photos_and_the_scene(
    klein: Flux2KleinProvider, astronaut_request: DrawRequest
) -> None:
    two = replace(astronaut_request, sitters=astronaut_request.sitters * 2)
    assert draw(klein, two).image.width_px > 0


def test_the_large_klein_is_not_for_sale() -> None:
    large = Flux2KleinProvider(Flux2KleinSettings(model="black-forest-labs/FLUX.2-klein-9B"))
    assert large.abilities.licence == "personal"
    assert Flux2KleinProvider().abilities.licence == "personal and commercial"


@pytest.fixture
def qwen(
    tiny: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], QwenImageEditProvider]:
    """Makes a Qwen that looks at its pictures small: the pipeline looks at a megapixel each, whatever is drawn."""
    tiny("klein")
    pipeline = import_module("diffusers.pipelines.qwenimage.pipeline_qwenimage_edit_plus")
    monkeypatch.setattr(pipeline, "VAE_IMAGE_SIZE", 64 * 64)
    monkeypatch.setattr(pipeline, "CONDITION_IMAGE_SIZE", 56 * 56)
    made = import_module("tests.generation.providers.diffusers.tiny_editors").make_qwen(tmp_path / "qwen")

    def load(_: QwenImageEditProvider) -> Any:
        return made

    monkeypatch.setattr(QwenImageEditProvider, "load", load)
    monkeypatch.setattr(QwenImageEditProvider, "packages", Flux2KleinProvider.packages)
    (tmp_path / "model_index.json").write_text("{}")
    settings = QwenImageEditSettings(model=str(tmp_path), steps=2, megapixels=0.005)
    return lambda: QwenImageEditProvider(settings)


def test_qwen_draws_from_pictures_and_words(
    qwen: Callable[[], QwenImageEditProvider], astronaut_request: DrawRequest
) -> None:
    errand = Listening()
    picture = draw(qwen(), astronaut_request, errand).image.pixels
    assert errand.shares[-1] == 1
    again = draw(qwen(), astronaut_request).image.pixels
    assert np.array_equal(picture, again)
    other = draw(qwen(), replace(astronaut_request, words="a red balloon")).image.pixels
    assert not np.array_equal(other, again)


def test_qwen_says_which_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QwenImageEditProvider, "packages", ("no_such_package",))
    with pytest.raises(ExtraMissing) as caught:
        QwenImageEditProvider().check_ready()
    assert caught.value.advice == 'pip install "limner[diffusers]"'
