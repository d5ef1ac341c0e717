"""The operator's own ComfyUI, by a fake that speaks as its source does."""

import asyncio
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydantic import SecretStr

from limner.catalog import registry
from limner.errors import BadKey, ModelRetired, NotConfigured, Overloaded, ProviderError, Unreachable, Unsuited
from limner.generation.provider import DrawRequest, Errand, Provider, Sitter
from limner.generation.providers.comfyui import ComfyuiProvider, ComfyuiSettings
from limner.generation.providers.comfyui_workflow import OWN
from limner.testing.fakes.comfyui import ComfyuiFake
from limner.testing.fakes.comfyui_graph import MODEL
from limner.testing.fakes.fake import Fake, running
from limner.testing.listening import Listening, until
from limner.testing.provider_contract import ProviderContract, draw
from limner.testing.wire_contract import WireContract


@pytest.fixture
def fake() -> ComfyuiFake:
    return ComfyuiFake()


@pytest.fixture
def settings(fake: ComfyuiFake) -> Iterator[ComfyuiSettings]:
    with running(fake) as address:
        yield ComfyuiSettings(
            base_url=address, user="limner", password=SecretStr(fake.key), model=MODEL, side_px=512, timeout_s=30
        )


@pytest.fixture
def comfyui(settings: ComfyuiSettings) -> ComfyuiProvider:
    return ComfyuiProvider(settings)


class TestComfyui(ProviderContract, WireContract):
    @pytest.fixture
    def fake(self, fake: ComfyuiFake) -> Fake:  # pyright: ignore[reportIncompatibleMethodOverride]
        return fake

    @pytest.fixture
    def provider(self, settings: ComfyuiSettings) -> Provider:  # pyright: ignore[reportIncompatibleMethodOverride]
        return ComfyuiProvider(settings.model_copy(update={"timeout_s": 3}))

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


def own_workflow(**titles: str) -> dict[str, Any]:
    """Limner's own workflow with other titles: n4="limner:image:photo"."""
    graph = json.loads(OWN.read_text())
    for node, title in titles.items():
        graph[node.removeprefix("n")]["_meta"]["title"] = title
    return graph


def using(settings: ComfyuiSettings, path: Path, graph: object) -> ComfyuiProvider:
    path.write_text(json.dumps(graph))
    return ComfyuiProvider(settings.model_copy(update={"workflow": path}))


def colours(data: bytes) -> int:
    found = Image.open(io.BytesIO(data)).convert("RGB").resize((32, 32)).getcolors(32 * 32)
    return len(found or ())


def test_nothing_of_anybody_is_left_there(
    fake: ComfyuiFake, comfyui: ComfyuiProvider, astronaut_request: DrawRequest
) -> None:
    draw(comfyui, astronaut_request)
    assert colours(fake.pictures[0]) > 20
    assert fake.history == {}
    assert len(fake.files) == 2
    assert all(place[0] == "temp" and colours(data) == 1 for place, data in fake.files.items())


def test_nothing_is_left_when_it_is_cancelled(
    fake: ComfyuiFake, comfyui: ComfyuiProvider, astronaut_request: DrawRequest
) -> None:
    async def cancelled() -> None:
        task = asyncio.create_task(comfyui.draw(astronaut_request, Errand()))
        await until(lambda: bool(fake.generations))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    fake.behave("slow")
    asyncio.run(cancelled())
    assert fake.history == {}
    assert all(colours(data) == 1 for data in fake.files.values())


@pytest.mark.parametrize("behaviour", ["broken", "retired"])
def test_nothing_is_left_after_a_failure_either(
    fake: ComfyuiFake, comfyui: ComfyuiProvider, astronaut_request: DrawRequest, behaviour: str
) -> None:
    fake.behave(behaviour)
    with pytest.raises(ProviderError):
        draw(comfyui, astronaut_request)
    assert fake.history == {}
    assert all(colours(data) == 1 for data in fake.files.values())


def test_the_graph_is_filled_in(fake: ComfyuiFake, comfyui: ComfyuiProvider, astronaut_request: DrawRequest) -> None:
    picture = draw(comfyui, replace(astronaut_request, seed=2**33 + 5))
    graph = fake.graphs[0]
    assert picture.seed == graph["7"]["inputs"]["seed"] == 5
    assert graph["7"]["inputs"]["denoise"] == 0.55
    assert abs(graph["5"]["inputs"]["width"] * graph["5"]["inputs"]["height"] / 512**2 - 1) < 0.05
    assert "watermark" in graph["3"]["inputs"]["text"]
    assert MODEL in picture.model


@pytest.mark.parametrize("sockets", [True, False])
def test_progress_and_previews_come_by_the_web_socket_and_nothing_hangs_on_it(
    fake: ComfyuiFake, comfyui: ComfyuiProvider, astronaut_request: DrawRequest, *, sockets: bool
) -> None:
    fake.sockets = sockets
    errand = Listening()
    draw(comfyui, astronaut_request, errand)
    assert bool(errand.shares) == bool(errand.stages) == sockets
    assert errand.shares == sorted(set(errand.shares))


@pytest.mark.parametrize(
    ("behaviour", "kind", "word"),
    [
        ("out_of_memory", Overloaded, "LIMNER_COMFYUI_SIDE_PX"),
        ("broken", Overloaded, "KSampler"),
        ("missing_node", NotConfigured, "VAEDecode"),
        ("retired", ModelRetired, MODEL),
        ("interrupted", Overloaded, "stopped"),
    ],
)
def test_its_own_troubles_name_what_to_mend(
    fake: ComfyuiFake,
    comfyui: ComfyuiProvider,
    astronaut_request: DrawRequest,
    behaviour: str,
    kind: type[ProviderError],
    word: str,
) -> None:
    fake.behave(behaviour)
    with pytest.raises(kind) as trouble:
        draw(comfyui, astronaut_request)
    assert word in trouble.value.message + trouble.value.advice


@pytest.mark.parametrize("newer", [True, False])
def test_a_custom_node_that_is_not_installed_is_named(
    fake: ComfyuiFake, settings: ComfyuiSettings, astronaut_request: DrawRequest, tmp_path: Path, *, newer: bool
) -> None:
    fake.newer = newer
    graph = {**own_workflow(), "20": {"class_type": "ApplyInstantID", "inputs": {}, "_meta": {"title": "Face"}}}
    with pytest.raises(NotConfigured, match="ApplyInstantID"):
        draw(using(settings, tmp_path / "mine.json", graph), astronaut_request)


def test_a_picture_forgotten_in_a_restart_is_drawn_again(
    fake: ComfyuiFake, comfyui: ComfyuiProvider, astronaut_request: DrawRequest
) -> None:
    async def interrupted() -> None:
        task = asyncio.create_task(comfyui.draw(astronaut_request, Errand()))
        await until(lambda: bool(fake.generations))
        fake.restart()
        await task

    fake.behave("slow")
    with pytest.raises(Unreachable):
        asyncio.run(interrupted())
    again = Errand()
    again.task = "01234567-89ab-4cde-8123-456789abcdef"
    assert draw(comfyui, astronaut_request, again).request_id == again.task
    assert fake.generations == 2


def test_cancelling_what_waits_leaves_the_picture_of_another_alone(
    fake: ComfyuiFake, comfyui: ComfyuiProvider, astronaut_request: DrawRequest
) -> None:
    async def two() -> None:
        drawing = asyncio.create_task(comfyui.draw(astronaut_request, Errand()))
        await until(lambda: fake.generations == 1)
        waiting = asyncio.create_task(comfyui.draw(astronaut_request, Errand()))
        await until(lambda: fake.generations == 2)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await drawing

    fake.slow_s = 2
    fake.behave("slow")
    asyncio.run(two())
    assert fake.cancelled == 1
    assert fake.history == {}


def test_an_own_workflow_gets_the_pictures_it_names(
    settings: ComfyuiSettings, astronaut_request: DrawRequest, tmp_path: Path
) -> None:
    provider = using(settings, tmp_path / "mine.json", own_workflow(n4="limner:image:photo", n1="Model"))
    assert draw(provider, astronaut_request).model == "mine.json"
    with pytest.raises(Unsuited, match="photo"):
        draw(provider, replace(astronaut_request, sitters=(Sitter(astronaut_request.sitters[0].character),)))


def test_a_folder_holds_a_workflow_for_each_style(
    settings: ComfyuiSettings, astronaut_request: DrawRequest, tmp_path: Path
) -> None:
    for name in ("default", "watercolor-portrait"):
        (tmp_path / f"{name}.json").write_text(json.dumps(own_workflow()))
    provider = ComfyuiProvider(settings.model_copy(update={"workflow": tmp_path}))
    portrait = replace(astronaut_request, style=registry.style("watercolor-portrait"))
    assert draw(provider, portrait).model.startswith("watercolor-portrait.json")
    assert draw(provider, astronaut_request).model.startswith("default.json")


@pytest.mark.parametrize(
    ("graph", "words"),
    [
        (own_workflow(n2="Words"), "no place for the words"),
        (own_workflow(n4="Picture"), "looks at no picture"),
        (own_workflow(n8="limner:prompt"), "VAEDecode has no input"),
        (own_workflow(n9="limner:imgae"), "limner:imgae"),
        ({"nodes": [], "links": [], "version": 0.4}, "API format"),
        ("hello", "API format"),
    ],
)
def test_a_workflow_that_lacks_something_says_what(
    settings: ComfyuiSettings, tmp_path: Path, graph: object, words: str
) -> None:
    provider = using(settings, tmp_path / "mine.json", graph)
    with pytest.raises(NotConfigured, match=words) as told:
        provider.check_ready()
    assert told.value.advice


def test_what_can_not_work_is_told_before(settings: ComfyuiSettings, tmp_path: Path) -> None:
    with pytest.raises(NotConfigured) as missing:
        ComfyuiProvider(ComfyuiSettings(base_url="")).check_ready()
    assert "LIMNER_COMFYUI_BASE_URL" in missing.value.advice
    gone = ComfyuiProvider(settings.model_copy(update={"workflow": tmp_path / "gone.json"}))
    with pytest.raises(NotConfigured, match=r"gone\.json"):
        gone.check_ready()


def test_a_wrong_password_is_a_bad_key(settings: ComfyuiSettings, astronaut_request: DrawRequest) -> None:
    wrong = settings.model_copy(update={"password": SecretStr("guess")})
    with pytest.raises(BadKey):
        draw(ComfyuiProvider(wrong), astronaut_request)
