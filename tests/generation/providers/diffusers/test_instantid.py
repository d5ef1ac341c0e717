"""InstantID by the real SDXL pipeline, with tiny random weights; InsightFace is played, its weights are not free."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from limner.engine.arrays import U8
from limner.errors import ModelFileMissing, NotConfigured, Unsuited
from limner.generation.provider import DrawRequest
from limner.generation.providers.instantid import InstantIdProvider, InstantIdSettings
from limner.generation.providers.instantid_face import marked
from limner.testing.provider_contract import ProviderContract, draw

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # diffusers' scheduler


class Seer:
    """What is used of insightface.app.FaceAnalysis: one small face, and a large one whose numbers count."""

    who = 1.0
    faces = 2

    def __init__(self, name: str, root: str, allowed_modules: list[str]) -> None:
        assert name == "antelopev2"
        assert Path(root, "models", name).is_dir()
        assert allowed_modules == ["detection", "recognition"]

    def prepare(self, ctx_id: int, det_size: tuple[int, int]) -> None:
        assert ctx_id == 0
        assert det_size == (640, 640)

    def get(self, bgr: U8) -> list[SimpleNamespace]:
        assert bgr.flags["C_CONTIGUOUS"]
        small = SimpleNamespace(bbox=np.array([0, 0, 9, 9]), embedding=np.zeros(512, np.float32))
        numbers = np.random.default_rng(7).normal(size=512).astype(np.float32)
        large = SimpleNamespace(bbox=np.array([0, 0, 90, 90]), embedding=numbers * self.who)
        return [small, large][: self.faces]


@pytest.fixture(scope="module")
def insightface(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder in which its pack lies."""
    folder = tmp_path_factory.mktemp("insightface")
    pack = folder / "models/antelopev2"
    pack.mkdir(parents=True)
    for name in ("scrfd_10g_bnkps.onnx", "glintr100.onnx"):
        (pack / name).touch()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("insightface", "insightface.app"):
            module = ModuleType(name)
            module.__spec__ = ModuleSpec(name, None)
            patch.setitem(sys.modules, name, module)
        patch.setattr(sys.modules["insightface.app"], "FaceAnalysis", Seer, raising=False)
        yield folder


@pytest.fixture(scope="module")
def settings(tiny: Callable[[str], Path], insightface: Path) -> Mapping[str, object]:
    return {
        "research_only": "yes",
        "model": str(tiny("sdxl")),
        "weights": str(tiny("instantid")),
        "insightface": str(insightface),
        "steps": 2,
        "strength": 1,
        "megapixels": 0.005,
    }


@pytest.fixture(scope="module")
def instantid(settings: Mapping[str, object]) -> InstantIdProvider:
    return provider_of(settings)


def provider_of(settings: Mapping[str, object], **changed: object) -> InstantIdProvider:
    return InstantIdProvider(InstantIdSettings.model_validate({**settings, **changed}))


class TestInstantId(ProviderContract):
    @pytest.fixture
    def provider(self, instantid: InstantIdProvider) -> InstantIdProvider:
        return instantid

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


def test_identity_net_reads_the_face(
    settings: Mapping[str, object], astronaut_request: DrawRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the adapter turned off, another face is still another picture."""
    loaded = InstantIdProvider.load

    def without_adapter(provider: InstantIdProvider) -> Any:
        pipe = loaded(provider)
        pipe.set_ip_adapter_scale(0.0)
        return pipe

    monkeypatch.setattr(InstantIdProvider, "load", without_adapter)
    instantid = provider_of(settings)
    one = draw(instantid, astronaut_request).image.pixels
    monkeypatch.setattr(Seer, "who", -1.0)
    assert not np.array_equal(one, draw(instantid, astronaut_request).image.pixels)


def test_nobody_draws_with_it_by_accident(insightface: Path) -> None:
    with pytest.raises(NotConfigured) as caught:
        InstantIdProvider(InstantIdSettings(insightface=insightface)).check_ready()
    assert "LIMNER_INSTANTID_RESEARCH_ONLY=yes" in caught.value.advice
    assert InstantIdProvider.abilities.licence == "research"


def test_what_is_missing_is_named(
    settings: Mapping[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(NotConfigured) as pack:
        provider_of(settings, insightface=str(empty)).check_ready()
    assert "LIMNER_INSTANTID_INSIGHTFACE" in pack.value.advice
    with pytest.raises(ModelFileMissing) as weights:
        provider_of(settings, weights=str(empty)).check_ready()
    assert "LIMNER_INSTANTID_WEIGHTS" in weights.value.advice
    monkeypatch.delitem(sys.modules, "insightface")
    with pytest.raises(NotConfigured) as package:
        provider_of(settings).check_ready()
    assert "pip install insightface" in package.value.advice


def test_without_a_face_it_can_not_draw(
    instantid: InstantIdProvider, astronaut_request: DrawRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Seer, "faces", 0)
    with pytest.raises(Unsuited):
        draw(instantid, astronaut_request)


def test_without_the_photo_it_looks_at_the_character(
    instantid: InstantIdProvider, astronaut_request: DrawRequest
) -> None:
    gone = replace(astronaut_request.sitters[0], sitting=None)
    assert draw(instantid, replace(astronaut_request, sitters=(gone,))).image.width_px > 0


def test_the_five_points_are_drawn_where_they_are() -> None:
    canvas = np.array(marked(np.array([[60, 60], [140, 60], [100, 100], [70, 140], [130, 140]]), (200, 200)))
    assert [tuple(int(part) for part in canvas[y, x]) for x, y in ((60, 60), (140, 60), (100, 100), (70, 140))] == [
        (255, 0, 0),
        (0, 255, 0),
        (0, 0, 255),
        (255, 255, 0),
    ]
    assert tuple(int(part) for part in canvas[80, 80]) == (153, 0, 0)
    assert not canvas[0].any()
