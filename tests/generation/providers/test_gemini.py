"""Gemini through Google's own SDK against a fake that speaks as the service does; nobody's key was ever used."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from limner.catalog import registry
from limner.errors import BadKey, BadResult, ModelRetired, NotConfigured, Refused
from limner.generation.brief import Brief
from limner.generation.briefing import write_brief
from limner.generation.provider import DrawRequest
from limner.generation.providers import gemini
from limner.generation.providers.gemini import Gemini, GeminiSettings, aspect_of, size_of
from limner.testing.fakes.fake import running
from limner.testing.fakes.gemini import GeminiFake
from limner.testing.provider_contract import ProviderContract, draw
from limner.testing.wire_contract import WireContract


@pytest.fixture(autouse=True, scope="module")
def briefs_are_written_once() -> Iterator[None]:
    """They draw, which takes longer than everything else here."""
    written: dict[str, Brief] = {}

    def remembered(request: DrawRequest) -> Brief:
        key = f"{request.words} {request.size_px} {request.seed} {request.style.name}"
        if key not in written:
            written[key] = write_brief(request)
        return written[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gemini, "write_brief", remembered)
        yield


@pytest.fixture
def fake() -> GeminiFake:
    return GeminiFake()


@pytest.fixture
def settings(fake: GeminiFake) -> Iterator[GeminiSettings]:
    with running(fake) as address:
        yield GeminiSettings(api_key=SecretStr(fake.key), base_url=address, timeout_s=3)


@pytest.fixture
def provider(settings: GeminiSettings) -> Gemini:
    return Gemini(settings)


@pytest.fixture
def draw_request(astronaut_request: DrawRequest) -> DrawRequest:
    return astronaut_request


class TestGemini(ProviderContract):
    @pytest.fixture
    def provider(self, settings: GeminiSettings) -> Gemini:
        return Gemini(settings)

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


class TestOnTheWire(WireContract):
    @pytest.fixture
    def fake(self) -> GeminiFake:  # type: ignore[override]
        return GeminiFake()

    @pytest.fixture
    def provider(self, settings: GeminiSettings) -> Gemini:  # type: ignore[override]
        return Gemini(settings)

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


def test_photo_character_and_scene_are_shown_and_tokens_are_the_price(
    fake: GeminiFake, provider: Gemini, draw_request: DrawRequest
) -> None:
    picture = draw(provider, draw_request)
    assert len(fake.pictures) == 3
    assert all(one.startswith(b"\xff\xd8") for one in fake.pictures)
    config = fake.asked[0]["generationConfig"]
    assert config["imageConfig"] == {"aspectRatio": "4:5", "imageSize": "1K"}
    assert (config["seed"], config["candidateCount"], config["responseModalities"]) == (3, 1, ["IMAGE"])
    assert picture.cost_microusd == -(-(1263 * 1.5 + 1120 * 30) // 1)
    assert (picture.model, picture.request_id) == ("gemini-nano-banana-2.1", "fake-response-7")
    assert picture.original is not None


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [("refused_prompt", "children"), ("refused_drawing", "people"), ("refused_known", "known-person")],
)
def test_a_refusal_says_why(
    fake: GeminiFake, provider: Gemini, draw_request: DrawRequest, behaviour: str, reason: str
) -> None:
    fake.behave(behaviour)
    with pytest.raises(Refused) as refused:
        draw(provider, draw_request)
    assert refused.value.reason == reason


@pytest.mark.parametrize("behaviour", ["nothing", "words_only", "nonsense"])
def test_an_answer_without_a_picture_may_be_asked_again(
    fake: GeminiFake, provider: Gemini, draw_request: DrawRequest, behaviour: str
) -> None:
    fake.behave(behaviour)
    with pytest.raises(BadResult):
        draw(provider, draw_request)


def test_drafts_and_words_beside_the_picture_are_passed_over(
    fake: GeminiFake, provider: Gemini, draw_request: DrawRequest
) -> None:
    fake.behave("draft")
    assert draw(provider, draw_request).image.width_px > 64


def test_vertex_is_asked_by_project_and_token_or_by_key(
    fake: GeminiFake, settings: GeminiSettings, draw_request: DrawRequest
) -> None:
    by_project = settings.model_copy(
        update={"project": "home", "location": "europe-west1", "access_token": SecretStr(fake.key), "api_key": None}
    )
    draw(Gemini(by_project), draw_request)
    draw(Gemini(settings.model_copy(update={"vertex": True})), draw_request)
    paths = [address.split("?")[0] for address in fake.addresses]
    tail = "publishers/google/models/gemini-nano-banana-2.1:generateContent"
    assert paths == [f"/v1beta1/projects/home/locations/europe-west1/{tail}", f"/v1beta1/{tail}"]


@pytest.mark.parametrize("content", [None, "no credentials"])
def test_a_machine_without_googles_credentials_is_told_so_and_no_path_of_it(
    settings: GeminiSettings,
    draw_request: DrawRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    content: str | None,
) -> None:
    credentials = tmp_path / "credentials.json"
    if content is not None:
        credentials.write_text(content, "utf-8")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(credentials))
    with pytest.raises(BadKey) as refused:
        draw(Gemini(settings.model_copy(update={"project": "home", "api_key": None})), draw_request)
    assert str(tmp_path) not in f"{refused.value} {refused.value.advice}"


def test_a_portrait_is_square_and_looks_at_photo_and_character(
    fake: GeminiFake, provider: Gemini, draw_request: DrawRequest
) -> None:
    picture = draw(provider, replace(draw_request, style=registry.style("pencil-portrait")))
    assert picture.image.width_px == picture.image.height_px
    assert len(fake.pictures) == 2


def test_an_unknown_model_and_a_missing_key_are_told(settings: GeminiSettings, draw_request: DrawRequest) -> None:
    with pytest.raises(ModelRetired):
        draw(Gemini(settings.model_copy(update={"model": "gemini-2.5-flash-image"})), draw_request)
    with pytest.raises(NotConfigured, match="no key"):
        Gemini(GeminiSettings(api_key=None)).check_ready()


def test_proportions_and_size_are_the_nearest_it_draws() -> None:
    def brief(width_px: int, height_px: int) -> Brief:
        return Brief("", "", "", (), width_px, height_px, 1)

    assert aspect_of(brief(1000, 1250)) == "4:5"
    assert aspect_of(brief(1000, 1000)) == "1:1"
    assert aspect_of(brief(1900, 1000)) == "16:9"
    assert [size_of(brief(px, px), "2K") for px in (512, 1080, 3000)] == ["1K", "2K", "2K"]
