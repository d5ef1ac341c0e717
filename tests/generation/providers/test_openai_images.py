import asyncio
import io
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import openai
import pytest
from PIL import Image
from pydantic import SecretStr

from limner.errors import (
    BadKey,
    BadResult,
    ExtraMissing,
    LimnerError,
    ModelRetired,
    NotConfigured,
    Overloaded,
    QuotaSpent,
    Reason,
    Refused,
    TimedOut,
    Unreachable,
    Unsuited,
)
from limner.generation import self_test
from limner.generation.brief import Brief
from limner.generation.briefing import write_brief
from limner.generation.provider import DrawRequest, Errand
from limner.generation.providers import openai_images
from limner.generation.providers.openai_images import OpenAIImages, OpenAIImagesSettings, size_of
from limner.testing.fakes.fake import running
from limner.testing.fakes.openai_images import OpenAIImagesFake
from limner.testing.listening import Listening, until
from limner.testing.provider_contract import ProviderContract, draw
from limner.testing.wire_contract import WireContract


@pytest.fixture(autouse=True, scope="module")
def briefs_are_written_once() -> Iterator[None]:
    """They draw, which takes longer than everything else here."""
    written: dict[str, Brief] = {}

    def remembered(request: DrawRequest) -> Brief:
        key = f"{request.words} {request.size_px} {request.seed}"
        if key not in written:
            written[key] = write_brief(request)
        return written[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(openai_images, "write_brief", remembered)
        yield


@pytest.fixture
def fake() -> OpenAIImagesFake:
    return OpenAIImagesFake()


@pytest.fixture
def settings(fake: OpenAIImagesFake) -> Iterator[OpenAIImagesSettings]:
    with running(fake) as address:
        yield OpenAIImagesSettings(api_key=SecretStr(fake.key), base_url=f"{address}/v1", timeout_s=3)


@pytest.fixture
def provider(settings: OpenAIImagesSettings) -> OpenAIImages:
    return OpenAIImages(settings)


@pytest.fixture
def draw_request(astronaut_request: DrawRequest) -> DrawRequest:
    return astronaut_request


class TestOpenAIImages(ProviderContract, WireContract):
    @pytest.fixture
    def fake(self, fake: OpenAIImagesFake) -> OpenAIImagesFake:  # pyright: ignore[reportIncompatibleMethodOverride]
        return fake

    @pytest.fixture
    def provider(self, provider: OpenAIImages) -> OpenAIImages:  # pyright: ignore[reportIncompatibleMethodOverride]
        return provider

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:  # pyright: ignore[reportIncompatibleMethodOverride]
        return astronaut_request


@pytest.mark.parametrize("previews", [0, 2])
def test_the_photo_the_character_and_the_scene_are_shown_in_this_order(
    fake: OpenAIImagesFake, settings: OpenAIImagesSettings, draw_request: DrawRequest, previews: int
) -> None:
    picture = draw(OpenAIImages(settings.model_copy(update={"previews": previews})), draw_request)
    sizes = [Image.open(io.BytesIO(data)).size for data in fake.pictures]
    assert sizes == [(one.image.width_px, one.image.height_px) for one in write_brief(draw_request).references]
    assert "Picture 1 is a photo of the person" in fake.prompts[0]
    assert picture.model == "gpt-image-2.6-flare"
    assert picture.request_id.startswith("req_")
    assert picture.original is not None
    assert Image.open(io.BytesIO(picture.original)).format == "PNG"


@pytest.mark.parametrize("previews", [0, 1])
def test_with_nothing_to_show_it_is_drawn_from_words(
    fake: OpenAIImagesFake, settings: OpenAIImagesSettings, draw_request: DrawRequest, previews: int
) -> None:
    provider = OpenAIImages(settings.model_copy(update={"previews": previews}))
    brief = replace(write_brief(draw_request), references=())
    asyncio.run(provider.draw_brief(brief, draw_request, Errand(), 0.0))
    assert fake.addresses == ["/v1/images/generations?"]
    assert fake.prompts == [brief.plain_prompt]


def test_it_costs_what_the_answer_says(
    fake: OpenAIImagesFake, provider: OpenAIImages, draw_request: DrawRequest
) -> None:
    picture = draw(provider, draw_request)
    text, output = len(fake.prompts[0]) // 4, 1500 + 2 * 100
    assert picture.cost_microusd == text * 5 + 3 * 1200 * 8 + output * 30
    assert picture.cost_microusd < provider.abilities.price_microusd < 2 * picture.cost_microusd


def test_half_finished_pictures_are_shown(provider: OpenAIImages, draw_request: DrawRequest) -> None:
    errand = Listening()
    draw(provider, draw_request, errand)
    assert [stage for stage, _ in errand.stages] == ["colour", "light"]
    assert errand.shares[-1] == pytest.approx(2 / 3)


def test_who_asks_is_told_as_a_hash_or_not_at_all(
    fake: OpenAIImagesFake, provider: OpenAIImages, draw_request: DrawRequest
) -> None:
    errand = Errand()
    errand.asker = "5f" * 32
    draw(provider, draw_request, errand)
    draw(provider, draw_request)
    assert fake.askers == ["5f" * 32, None]


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        ("money_spent", QuotaSpent),
        ("not_accepted", Unsuited),
        ("too_large", Unsuited),
        ("broken_late", Overloaded),
        ("no_such_page", NotConfigured),
        ("elsewhere", NotConfigured),
        ("nonsense", BadResult),
    ],
)
def test_its_own_troubles_are_told_apart(
    fake: OpenAIImagesFake,
    provider: OpenAIImages,
    draw_request: DrawRequest,
    behaviour: str,
    kind: type[LimnerError],
) -> None:
    fake.behave(behaviour)
    with pytest.raises(kind) as caught:
        draw(provider, draw_request)
    assert caught.value.__cause__ is None
    assert fake.requests == 1, "a redirect was followed, or it was asked again"


@pytest.mark.parametrize("behaviour", ["quota_daily", "money_spent"])
def test_spent_money_is_the_operators_and_has_no_hour(
    fake: OpenAIImagesFake, provider: OpenAIImages, draw_request: DrawRequest, behaviour: str
) -> None:
    fake.behave(behaviour)
    with pytest.raises(QuotaSpent, match="money") as spent:
        draw(provider, draw_request)
    assert (spent.value.retry_after_s, spent.value.actor) == (None, "operator")


@pytest.mark.parametrize(
    ("behaviour", "reason", "advice"),
    [
        ("refused_photo", "children", "another photo"),
        ("refused_drawing", "people", "another style"),
        ("refused_before", "known-person", "another photo"),
        ("refused_late", "other", "another photo"),
    ],
)
def test_a_refusal_says_why_as_far_as_it_is_known(
    fake: OpenAIImagesFake,
    provider: OpenAIImages,
    draw_request: DrawRequest,
    behaviour: str,
    reason: Reason,
    advice: str,
) -> None:
    fake.behave(behaviour)
    with pytest.raises(Refused) as refused:
        draw(provider, draw_request)
    assert refused.value.reason == reason
    assert advice in refused.value.advice


def test_a_stream_that_stops_is_given_up(
    fake: OpenAIImagesFake, settings: OpenAIImagesSettings, draw_request: DrawRequest
) -> None:
    fake.behave("slow_late")
    with pytest.raises(TimedOut):
        draw(OpenAIImages(settings.model_copy(update={"timeout_s": 1.5})), draw_request)


def test_cancelling_ends_a_stream(fake: OpenAIImagesFake, provider: OpenAIImages, draw_request: DrawRequest) -> None:
    errand = Listening()

    async def cancelled() -> float:
        task = asyncio.create_task(provider.draw(draw_request, errand))
        await until(lambda: bool(errand.stages))
        begun_s = time.monotonic()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled()
        return time.monotonic() - begun_s

    fake.behave("slow_late")
    assert asyncio.run(cancelled()) < 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": "1000x1000"},
        {"size": "3840x1024"},
        {"size": "512x512"},
        {"quality": "hd"},
        {"prompt": ""},
        {"input_fidelity": "high"},
        {"partial_images": 2},
        {"safety_identifier": "x" * 65},
        {"image": []},
        {"image": ("1.jpg", b"GIF89a", "image/jpeg")},
        {"image": ("1.gif", b"GIF89a", "image/gif")},
        {"extra_body": {"aspect_ratio": "4:5"}},
    ],
)
def test_the_fake_refuses_what_the_service_would(
    fake: OpenAIImagesFake, settings: OpenAIImagesSettings, wrong: dict[str, Any]
) -> None:
    asked: dict[str, Any] = {
        "image": ("1.png", b"\x89PNG", "image/png"),
        "prompt": "a boat",
        "model": settings.model,
        **wrong,
    }

    async def ask() -> None:
        async with openai.AsyncOpenAI(api_key=fake.key, base_url=settings.base_url, max_retries=0) as client:
            await client.images.edit(**asked)

    with pytest.raises(openai.BadRequestError):
        asyncio.run(ask())
    assert fake.generations == 0


def test_nobody_at_the_address_is_unreachable(settings: OpenAIImagesSettings, draw_request: DrawRequest) -> None:
    nowhere = settings.model_copy(update={"base_url": "http://127.0.0.1:1/v1"})
    with pytest.raises(Unreachable):
        draw(OpenAIImages(nowhere), draw_request)


@pytest.mark.parametrize(("model", "day"), [("gpt-image-2.6-flare", None), ("gpt-image-1.5", date(2026, 12, 1))])
def test_a_model_says_when_it_goes(settings: OpenAIImagesSettings, model: str, day: date | None) -> None:
    provider = OpenAIImages(settings.model_copy(update={"model": model}))
    assert asyncio.run(provider.shut_down_on()) == day


@pytest.mark.parametrize(("model", "said"), [("gpt-image-2.6-flare", ""), ("gpt-image-1.5", "2026-12-01")])
def test_the_providers_test_warns_of_a_model_that_goes(
    settings: OpenAIImagesSettings, monkeypatch: pytest.MonkeyPatch, model: str, said: str
) -> None:
    provider = OpenAIImages(settings.model_copy(update={"model": model}))
    monkeypatch.setattr(self_test, "provider", {"openai-images": provider}.__getitem__)
    trouble = asyncio.run(self_test.try_maker("openai-images"))[1]
    assert said in trouble
    assert bool(trouble) is bool(said)


def test_a_model_that_is_gone_says_so(settings: OpenAIImagesSettings, draw_request: DrawRequest) -> None:
    provider = OpenAIImages(settings.model_copy(update={"model": "dall-e-3"}))
    with pytest.raises(ModelRetired, match="does not offer"):
        asyncio.run(provider.shut_down_on())
    with pytest.raises(ModelRetired, match="does not offer"):
        draw(provider, draw_request)


def test_a_wrong_key_is_the_operators(settings: OpenAIImagesSettings, draw_request: DrawRequest) -> None:
    provider = OpenAIImages(settings.model_copy(update={"api_key": SecretStr("another-key")}))
    with pytest.raises(BadKey) as bad:
        draw(provider, draw_request)
    assert "LIMNER_OPENAI_IMAGES_API_KEY" in bad.value.advice


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIMNER_OPENAI_IMAGES_API_KEY", raising=False)
    with pytest.raises(NotConfigured, match="key") as missing:
        OpenAIImages().check_ready()
    assert "LIMNER_OPENAI_IMAGES_API_KEY" in missing.value.advice
    monkeypatch.setitem(__import__("sys").modules, "openai", None)
    with pytest.raises(ExtraMissing) as extra:
        OpenAIImages().check_ready()
    assert extra.value.advice == 'pip install "limner[openai]"'


@pytest.mark.parametrize("width_px", [160, 1080, 4096])
@pytest.mark.parametrize("height", [0.2, 0.75, 1.0, 1.25, 16 / 9, 5.0])
def test_sizes_are_ones_the_models_draw(width_px: int, height: float) -> None:
    width, out = size_of(width_px, round(width_px * height))
    assert width % 16 == out % 16 == 0
    assert max(width, out) <= 3 * min(width, out)
    assert 0.9 * 1024 * 1024 <= width * out <= 2560 * 1440
    assert max(width, out) <= 2560
    assert out / width == pytest.approx(min(max(height, 1 / 3), 3), rel=0.03)


def test_a_usual_picture_is_drawn_no_smaller_than_asked_for() -> None:
    assert size_of(1080, 1350) == (1088, 1360)
    assert size_of(1024, 1024) == (1024, 1024)


def test_a_gateway_is_named_as_where_the_photo_goes(settings: OpenAIImagesSettings) -> None:
    assert OpenAIImages(OpenAIImagesSettings()).abilities.goes_to == "OpenAI"
    assert OpenAIImages(settings).abilities.goes_to == "127.0.0.1, as OpenAI"
