"""The operator's own Stable Diffusion WebUI, by a fake that speaks as its source does."""

import asyncio
import base64
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image
from pydantic import SecretStr

from limner.catalog import registry
from limner.errors import BadKey, BadResult, ModelRetired, NotConfigured, Overloaded, PhotoGone, ProviderError
from limner.generation.provider import DrawRequest, Errand, Provider, Sitter
from limner.generation.providers.webui import WebuiProvider, WebuiSettings
from limner.testing.fakes.fake import Fake, running
from limner.testing.fakes.webui import MODEL, WebuiFake
from limner.testing.listening import Listening, until
from limner.testing.provider_contract import ProviderContract, draw
from limner.testing.wire_contract import WireContract


@pytest.fixture
def fake() -> WebuiFake:
    return WebuiFake()


@pytest.fixture
def settings(fake: WebuiFake) -> Iterator[WebuiSettings]:
    with running(fake) as address:
        yield WebuiSettings(
            base_url=address, user="limner", password=SecretStr(fake.key), model=MODEL, side_px=512, timeout_s=30
        )


@pytest.fixture
def webui(settings: WebuiSettings) -> WebuiProvider:
    return WebuiProvider(settings)


class TestWebui(ProviderContract, WireContract):
    @pytest.fixture
    def fake(self, fake: WebuiFake) -> Fake:  # pyright: ignore[reportIncompatibleMethodOverride]
        return fake

    @pytest.fixture
    def provider(self, settings: WebuiSettings) -> Provider:  # pyright: ignore[reportIncompatibleMethodOverride]
        return WebuiProvider(settings.model_copy(update={"timeout_s": 2}))

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


def test_it_starts_from_the_scene_and_says_which_seed_and_model_drew(
    fake: WebuiFake, webui: WebuiProvider, astronaut_request: DrawRequest
) -> None:
    picture = draw(webui, replace(astronaut_request, seed=2**40 + 7))
    assert (picture.seed, picture.model) == (7, MODEL)
    body = fake.bodies[0]
    start = Image.open(io.BytesIO(fake.pictures[0]))
    assert abs(start.height / start.width - astronaut_request.height_px / astronaut_request.size_px) < 0.01
    assert abs(body["width"] * body["height"] / 512**2 - 1) < 0.05
    assert body["negative_prompt"]
    assert body["save_images"] is False


def test_a_portrait_starts_from_the_photo_alone(
    fake: WebuiFake, webui: WebuiProvider, astronaut_request: DrawRequest
) -> None:
    portrait = replace(astronaut_request, style=registry.style("watercolor-portrait"))
    assert draw(webui, portrait).image.width_px == draw(webui, portrait).image.height_px
    gone = replace(portrait, sitters=(Sitter(portrait.sitters[0].character),))
    with pytest.raises(PhotoGone):
        draw(webui, gone)
    assert fake.generations == 2


def test_wishes_give_the_server_no_orders(
    fake: WebuiFake, webui: WebuiProvider, astronaut_request: DrawRequest
) -> None:
    draw(webui, replace(astronaut_request, words="a (red:1.9) kite <lora:other:1> BREAK [blue] AND green"))
    assert fake.prompts[0].endswith("a red:1.9 kite lora:other:1 break blue and green")


def test_scripts_get_their_pictures(fake: WebuiFake, settings: WebuiSettings, astronaut_request: DrawRequest) -> None:
    wanted = {"ControlNet": {"args": [{"enabled": True, "image": "limner:photo", "weight": 0.8}]}}
    provider = WebuiProvider(settings.model_copy(update={"alwayson": json.dumps(wanted)}))
    draw(provider, astronaut_request)
    (unit,) = fake.bodies[0]["alwayson_scripts"]["ControlNet"]["args"]
    assert unit["weight"] == 0.8
    Image.open(io.BytesIO(base64.b64decode(unit["image"]))).load()


@pytest.mark.parametrize(
    ("behaviour", "kind", "advice"),
    [
        ("out_of_memory", Overloaded, "LIMNER_WEBUI_SIDE_PX"),
        ("no_api", NotConfigured, "--api"),
        ("unknown_sampler", NotConfigured, "LIMNER_WEBUI_SAMPLER"),
        ("unknown_script", NotConfigured, "LIMNER_WEBUI_ALWAYSON"),
        ("not_understood", BadResult, "version"),
    ],
)
def test_its_own_troubles_say_what_to_do(
    fake: WebuiFake,
    webui: WebuiProvider,
    astronaut_request: DrawRequest,
    behaviour: str,
    kind: type[ProviderError],
    advice: str,
) -> None:
    fake.behave(behaviour)
    with pytest.raises(kind) as trouble:
        draw(webui, astronaut_request)
    assert advice in trouble.value.advice


def test_an_unknown_checkpoint_is_told_before_another_one_draws(
    fake: WebuiFake, settings: WebuiSettings, astronaut_request: DrawRequest
) -> None:
    with pytest.raises(ModelRetired, match="no-such"):
        draw(WebuiProvider(settings.model_copy(update={"model": "no-such"})), astronaut_request)
    assert fake.generations == 0


def test_a_wrong_password_is_a_bad_key(settings: WebuiSettings, astronaut_request: DrawRequest) -> None:
    wrong = settings.model_copy(update={"password": SecretStr("guess"), "model": ""})
    with pytest.raises(BadKey):
        draw(WebuiProvider(wrong), astronaut_request)


@pytest.mark.parametrize("with_pages", [True, False])
def test_it_says_how_far_it_is(
    fake: WebuiFake, webui: WebuiProvider, astronaut_request: DrawRequest, *, with_pages: bool
) -> None:
    fake.with_pages, fake.slow_s = with_pages, 1.3
    fake.behave("slow")
    errand = Listening()
    draw(webui, astronaut_request, errand)
    assert errand.shares
    assert errand.shares == sorted(set(errand.shares))


def test_cancelling_what_waits_leaves_the_picture_of_another_alone(
    fake: WebuiFake, webui: WebuiProvider, astronaut_request: DrawRequest
) -> None:
    async def two() -> None:
        drawing = asyncio.create_task(webui.draw(astronaut_request, Errand()))
        await until(lambda: fake.generations == 1)
        waiting = asyncio.create_task(webui.draw(astronaut_request, Errand()))
        await until(lambda: fake.generations == 2)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await drawing

    fake.slow_s = 1.5
    fake.behave("slow")
    asyncio.run(two())
    assert fake.cancelled == 0


def test_without_an_address_it_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIMNER_WEBUI_BASE_URL", raising=False)
    with pytest.raises(NotConfigured) as missing:
        WebuiProvider().check_ready()
    assert "LIMNER_WEBUI_BASE_URL" in missing.value.advice


@pytest.mark.parametrize("wrong", [{"base_url": "http://me:secret@127.0.0.1:7860"}, {"alwayson": "[1]"}])
def test_settings_that_can_not_work_are_told_before(wrong: dict[str, str]) -> None:
    settings = WebuiSettings.model_validate({"base_url": "http://127.0.0.1:7860", **wrong})
    with pytest.raises(NotConfigured) as told:
        WebuiProvider(settings).check_ready()
    assert "secret" not in told.value.message + told.value.advice
