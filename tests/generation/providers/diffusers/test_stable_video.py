"""Stable Video Diffusion by its real pipeline, with tiny random weights on the processor."""

import asyncio
import json
import threading
import weakref
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from limner.engine import opencv
from limner.engine.images import RgbImage
from limner.errors import BadResult, ExtraMissing, ModelFileMissing, Overloaded
from limner.generation.clip import Clip, ClipRequest
from limner.generation.diffusion.easel import EASEL
from limner.generation.diffusion.machine import Machine
from limner.generation.diffusion.settings import DiffusersSettings
from limner.generation.provider import DrawRequest, Errand
from limner.generation.providers.local import LocalProvider
from limner.generation.providers.stable_video import StableVideo, StableVideoSettings
from limner.generation.registry import animator
from limner.testing.clip_contract import ClipContract, animate, first_frame
from limner.testing.listening import Listening
from limner.testing.provider_contract import draw

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # diffusers' scheduler


def animator_of(tiny: Callable[[str], Path], **changed: object) -> StableVideo:
    settings = {"model": str(tiny("video")), "steps": 2, "megapixels": 0.004, "decoded_at_once": 1}
    return StableVideo(StableVideoSettings.model_validate(settings | changed))


@pytest.fixture(scope="module")
def video(tiny: Callable[[str], Path]) -> StableVideo:
    return animator_of(tiny)


@pytest.fixture(scope="module")
def request_of_clip(astronaut_request: DrawRequest) -> ClipRequest:
    picture = draw(LocalProvider(), astronaut_request).image
    people = tuple(sitter.character for sitter in astronaut_request.sitters)
    return ClipRequest(picture, people, ("blink", "smile"), seconds=3, seed=3)


@pytest.fixture(scope="module")
def watched(video: StableVideo, request_of_clip: ClipRequest) -> tuple[Clip, list[float]]:
    """A clip, and how far it was said to be meanwhile."""
    errand = Listening()
    return animate(video, request_of_clip, errand), errand.shares


class TestStableVideo(ClipContract):
    @pytest.fixture
    def provider(self, video: StableVideo) -> StableVideo:
        return video

    @pytest.fixture
    def draw_request(self, request_of_clip: ClipRequest) -> ClipRequest:
        return request_of_clip


def test_it_says_how_far_it_is(watched: tuple[Clip, list[float]]) -> None:
    _, shares = watched
    assert len(shares) >= 3
    assert shares[-1] == 1


def test_the_same_seed_gives_the_same_file_and_another_seed_another(
    watched: tuple[Clip, list[float]], video: StableVideo, request_of_clip: ClipRequest
) -> None:
    clip, _ = watched
    assert clip.seed == request_of_clip.seed
    assert animate(video, request_of_clip).data == clip.data
    assert animate(video, replace(request_of_clip, seed=4)).data != clip.data


def test_more_motion_is_another_clip(
    watched: tuple[Clip, list[float]], tiny: Callable[[str], Path], request_of_clip: ClipRequest
) -> None:
    assert animate(animator_of(tiny, motion=255), request_of_clip).data != watched[0].data


def test_frames_speed_and_direction_are_as_set(tiny: Callable[[str], Path], request_of_clip: ClipRequest) -> None:
    """A wide picture becomes a wide clip; the length it names before is the one it has."""
    own = animator_of(tiny, frames=4, fps=5, steps=1, megapixels=0.01)
    wide = RgbImage(opencv.resize(request_of_clip.picture.pixels, 160, 90, "area"))
    clip = animate(own, replace(request_of_clip, picture=wide))
    assert (clip.last.width_px, clip.last.height_px) == (128, 64)
    assert own.abilities.clip_seconds == (clip.seconds,) == (0.8,)
    assert first_frame(clip.data).width_px == 128


def test_the_length_is_what_the_model_learned(tmp_path: Path) -> None:
    assert StableVideo().abilities.clip_seconds == (3.57,)
    (tmp_path / "unet").mkdir()
    (tmp_path / "unet/config.json").write_text(json.dumps({"num_frames": 14}))
    assert StableVideo(StableVideoSettings(model=str(tmp_path))).abilities.clip_seconds == (2.0,)
    assert StableVideo().abilities.longest_px == 1024


def test_who_stops_waiting_leaves_before_the_next_frame_is_decoded(
    tiny: Callable[[str], Path], request_of_clip: ClipRequest
) -> None:
    """After the last step, too: with real weights decoding takes as long as several steps."""
    own = animator_of(tiny, steps=1)
    stepped, left = threading.Event(), threading.Event()
    decoded: list[object] = []

    class Waiting(Errand):
        def advance(self, share: float) -> None:
            assert share < 1
            stepped.set()
            left.wait(60)

    def note(*_: object) -> None:
        decoded.append(1)

    async def cancelled() -> None:
        making = asyncio.create_task(own.animate(request_of_clip, Waiting()))
        await asyncio.to_thread(stepped.wait, 60)
        pipe = await asyncio.to_thread(lambda: EASEL.model(own, own.load))
        pipe.vae.decoder.register_forward_hook(note)
        making.cancel()
        await asyncio.gather(making, return_exceptions=True)
        assert making.cancelled()
        left.set()
        await EASEL.work(lambda _: None)

    asyncio.run(cancelled())
    assert not decoded
    assert animate(own, request_of_clip).data


def test_a_lack_of_memory_is_told_with_what_helps(
    video: StableVideo, request_of_clip: ClipRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch: Any = import_module("torch")
    vae: Any = import_module("diffusers").AutoencoderKLTemporalDecoder

    models: list[weakref.ref[object]] = []

    def full(model: object, *_: object) -> None:
        models.append(weakref.ref(model))
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    with monkeypatch.context() as patch:
        patch.setattr(vae, "encode", full)
        with pytest.raises(Overloaded) as caught:
            animate(video, request_of_clip)
    assert "LIMNER_STABLE_VIDEO_MEGAPIXELS" in caught.value.advice
    assert models[0]() is None  # whoever is asked next has the memory
    assert animate(video, request_of_clip).data


def test_its_parts_may_come_layer_by_layer(video: StableVideo, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is advised where memory is short; a clip's decoder knows no tiles, which other models are told to use."""
    pipeline: Any = import_module("diffusers").StableVideoDiffusionPipeline
    by_layers: list[object] = []

    def offload(pipe: object) -> None:
        by_layers.append(pipe)

    monkeypatch.setattr(pipeline, "enable_sequential_cpu_offload", offload)
    pipe = Machine(DiffusersSettings(device="cuda", offload="layers")).place(video.load())
    assert by_layers == [pipe]


def test_missing_weights_are_named_with_the_command(tiny: Callable[[str], Path]) -> None:
    with pytest.raises(ModelFileMissing) as caught:
        animator_of(tiny, model="nobody/nothing-at-all").check_ready()
    assert "hf download nobody/nothing-at-all" in caught.value.advice
    assert "LIMNER_STABLE_VIDEO_MODEL" in caught.value.advice


def test_weights_of_another_model_are_told_so(tiny: Callable[[str], Path], request_of_clip: ClipRequest) -> None:
    with pytest.raises(ModelFileMissing, match="of another model"):
        animate(animator_of(tiny, model=str(tiny("sdxl"))), request_of_clip)


def test_numbers_that_overflow_are_no_clip(
    video: StableVideo, request_of_clip: ClipRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline: Any = import_module("diffusers").StableVideoDiffusionPipeline
    decode = pipeline.decode_latents

    def black(*args: Any) -> Any:
        return decode(*args) * 0 - 1

    monkeypatch.setattr(pipeline, "decode_latents", black)
    with pytest.raises(BadResult, match="empty"):
        animate(video, request_of_clip)


def test_it_is_found_by_name_and_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    made = animator("stable-video")
    assert made.title == StableVideo.title
    monkeypatch.setattr(StableVideo, "packages", ("no_such_package",))
    with pytest.raises(ExtraMissing) as caught:
        made.check_ready()
    assert caught.value.advice == 'pip install "limner[diffusers]"'


def test_the_operator_says_what_the_licence_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert StableVideo().abilities.licence == "personal"
    monkeypatch.setenv("LIMNER_STABLE_VIDEO_LICENCE", "personal and commercial")
    assert StableVideo().abilities.licence == "personal and commercial"
