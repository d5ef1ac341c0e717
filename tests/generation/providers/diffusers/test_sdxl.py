"""Stable Diffusion XL by its real pipeline, with tiny random weights on the processor."""

import asyncio
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from limner.errors import ModelFileMissing, Overloaded, Unsuited
from limner.generation.provider import DrawRequest, Errand
from limner.generation.providers.sdxl import SdxlProvider, SdxlSettings
from limner.testing.listening import Listening
from limner.testing.provider_contract import ProviderContract, draw

WORD = "unmistakable"
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # diffusers' scheduler


def provider_of(tiny: Callable[[str], Path], **changed: object) -> SdxlProvider:
    settings = {
        "model": str(tiny("sdxl")),
        "ip_adapter": str(tiny("adapter")),
        "steps": 3,
        "strength": 1,
        "megapixels": 0.005,
    }
    return SdxlProvider(SdxlSettings.model_validate(settings | changed))


@pytest.fixture(scope="module")
def sdxl(tiny: Callable[[str], Path]) -> SdxlProvider:
    return provider_of(tiny)


class TestSdxl(ProviderContract):
    @pytest.fixture
    def provider(self, sdxl: SdxlProvider) -> SdxlProvider:
        return sdxl

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


def test_it_says_how_far_it_is(sdxl: SdxlProvider, astronaut_request: DrawRequest) -> None:
    errand = Listening()
    draw(sdxl, astronaut_request, errand)
    assert len(errand.shares) >= 3
    assert errand.shares[-1] == 1


def test_the_face_in_the_photo_counts(
    sdxl: SdxlProvider, tiny: Callable[[str], Path], astronaut_request: DrawRequest
) -> None:
    seeing = draw(sdxl, astronaut_request).image.pixels
    blind = draw(provider_of(tiny, ip_adapter=""), astronaut_request).image.pixels
    assert not np.array_equal(seeing, blind)


def test_words_at_the_very_end_count(sdxl: SdxlProvider, astronaut_request: DrawRequest) -> None:
    """CLIP alone would cut everything off after some fifty words."""
    told = draw(sdxl, replace(astronaut_request, words="a red balloon")).image.pixels
    assert not np.array_equal(told, draw(sdxl, astronaut_request).image.pixels)


def test_cancelling_ends_within_a_second_and_the_next_picture_is_drawn(
    tiny: Callable[[str], Path], astronaut_request: DrawRequest
) -> None:
    endless = provider_of(tiny, steps=200)
    begun = threading.Event()

    class Waiting(Errand):
        def advance(self, share: float) -> None:
            del share
            begun.set()

    async def cancelled() -> float:
        """One of the two is drawn, the other waits for its turn."""
        both = [asyncio.create_task(endless.draw(astronaut_request, Waiting())) for _ in range(2)]
        await asyncio.to_thread(begun.wait, 60)
        begun_s = time.monotonic()
        for one in both:
            one.cancel()
        await asyncio.gather(*both, return_exceptions=True)
        assert all(one.cancelled() for one in both)
        return time.monotonic() - begun_s

    assert asyncio.run(cancelled()) < 1
    assert draw(provider_of(tiny), astronaut_request).image.width_px > 0


def test_a_lack_of_memory_is_told_with_what_helps(
    sdxl: SdxlProvider, astronaut_request: DrawRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch: Any = import_module("torch")
    models: list[weakref.ref[object]] = []

    def full(_: SdxlProvider, pipe: object, *__: object) -> None:
        models.append(weakref.ref(pipe))
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    with monkeypatch.context() as patch:
        patch.setattr(SdxlProvider, "told", full)
        with pytest.raises(Overloaded) as caught:
            draw(sdxl, astronaut_request)
    assert "LIMNER_DIFFUSERS_OFFLOAD=layers" in caught.value.advice
    assert "LIMNER_SDXL_MEGAPIXELS" in caught.value.advice
    assert models[0]() is None  # whoever is asked next has the memory
    assert draw(sdxl, astronaut_request).image.width_px > 0


def test_missing_weights_are_named_with_the_command(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    with pytest.raises(ModelFileMissing) as from_hub:
        provider_of(tiny, model="nobody/nothing-at-all").check_ready()
    assert "hf download nobody/nothing-at-all" in from_hub.value.advice
    assert "LIMNER_SDXL_MODEL" in from_hub.value.advice
    with pytest.raises(ModelFileMissing) as from_folder:
        provider_of(tiny, ip_adapter=str(tmp_path)).check_ready()
    assert "LIMNER_SDXL_IP_ADAPTER" in from_folder.value.advice


def test_damaged_weights_are_told_so(
    tiny: Callable[[str], Path], tmp_path: Path, astronaut_request: DrawRequest
) -> None:
    (tmp_path / "unet").mkdir()
    for name in ("model_index.json", "unet/config.json"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(ModelFileMissing, match="incomplete, damaged"):
        draw(provider_of(tiny, model=str(tmp_path)), astronaut_request)


def test_two_people_are_too_many(sdxl: SdxlProvider, astronaut_request: DrawRequest) -> None:
    with pytest.raises(Unsuited):
        draw(sdxl, replace(astronaut_request, sitters=astronaut_request.sitters * 2))


def test_no_word_of_the_prompt_is_logged(
    sdxl: SdxlProvider,
    astronaut_request: DrawRequest,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with caplog.at_level("DEBUG"):
        draw(sdxl, replace(astronaut_request, words=WORD * 20))
    assert WORD not in caplog.text
    assert WORD not in "".join(capfd.readouterr())
