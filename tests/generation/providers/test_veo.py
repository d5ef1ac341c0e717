"""Veo on Vertex AI by the official SDK, against a fake that speaks as the service does."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from limner.errors import (
    BadKey,
    BadResult,
    NotConfigured,
    Overloaded,
    ProviderError,
    QuotaSpent,
    Reason,
    Refused,
    TimedOut,
    Unreachable,
    Unsuited,
)
from limner.generation.clip import Animator, ClipRequest
from limner.generation.provider import DrawRequest, Errand
from limner.generation.providers.local import LocalProvider
from limner.generation.providers.veo import Veo, VeoSettings
from limner.testing.clip_contract import ClipContract, ClipWireContract, animate
from limner.testing.fakes.fake import Fake, running
from limner.testing.fakes.veo import VeoFake
from limner.testing.listening import Listening


@pytest.fixture
def fake() -> VeoFake:
    return VeoFake()


@pytest.fixture
def settings(fake: VeoFake) -> Iterator[VeoSettings]:
    with running(fake) as address:
        yield VeoSettings(
            project="house", access_token=SecretStr(fake.key), base_url=address, timeout_s=20, poll_s=0.05
        )


@pytest.fixture
def veo(settings: VeoSettings) -> Veo:
    return Veo(settings)


@pytest.fixture
def clip_request(astronaut_request: DrawRequest) -> ClipRequest:
    people = tuple(sitter.character for sitter in astronaut_request.sitters)
    return ClipRequest(LocalProvider().paint(astronaut_request), people, ("blink", "smile"), seconds=4)


class TestVeo(ClipContract, ClipWireContract):
    @pytest.fixture
    def fake(self, fake: VeoFake) -> Fake:  # pyright: ignore[reportIncompatibleMethodOverride]
        return fake

    @pytest.fixture
    def provider(self, settings: VeoSettings) -> Animator:  # pyright: ignore[reportIncompatibleMethodOverride]
        return Veo(settings.model_copy(update={"timeout_s": 2}))

    @pytest.fixture
    def draw_request(self, clip_request: ClipRequest) -> ClipRequest:
        return clip_request


def test_it_is_asked_for_as_the_operator_and_the_person_want(
    fake: VeoFake, settings: VeoSettings, clip_request: ClipRequest
) -> None:
    veo = Veo(settings.model_copy(update={"person_generation": "allow_all", "resolution": "1080p"}))
    clip = animate(veo, replace(clip_request, seconds=7.5, seed=2**40 + 7))
    told = fake.asked[0]["parameters"]
    assert (told["durationSeconds"], told["aspectRatio"], told["resolution"]) == (8, "9:16", "1080p")
    assert (told["personGeneration"], told["generateAudio"], told["sampleCount"]) == ("allow_all", False, 1)
    assert "different face" in told["negativePrompt"]
    assert (clip.seed, clip.cost_microusd) == (7, 8 * 150_000)


@pytest.mark.parametrize("behaviour", ["poll_cut", "poll_throttled", "poll_page"])
def test_a_lost_look_is_no_lost_clip(fake: VeoFake, veo: Veo, clip_request: ClipRequest, behaviour: str) -> None:
    fake.behave(behaviour)
    animate(veo, clip_request)
    assert fake.generations == 1


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        ("not_usable", Unsuited),
        ("not_accepted", Unsuited),
        ("failed", Overloaded),
        ("no_quota_later", QuotaSpent),
        ("nothing", BadResult),
        ("elsewhere", BadResult),
        ("nonsense", BadResult),
    ],
)
def test_its_own_troubles_are_told_apart(
    fake: VeoFake, veo: Veo, clip_request: ClipRequest, behaviour: str, kind: type[ProviderError]
) -> None:
    fake.behave(behaviour)
    with pytest.raises(ProviderError) as caught:
        animate(veo, clip_request)
    assert type(caught.value) is kind
    assert "fake" not in caught.value.message + caught.value.advice


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        ("refused_child", "children"),
        ("refused_input", "children"),
        ("refused_known", "known-person"),
        ("refused_clip", "people"),
        ("refused_silently", "other"),
    ],
)
def test_a_refusal_says_why(fake: VeoFake, veo: Veo, clip_request: ClipRequest, behaviour: str, reason: Reason) -> None:
    fake.behave(behaviour)
    with pytest.raises(Refused) as refused:
        animate(veo, clip_request)
    assert refused.value.reason == reason


def test_out_of_time_the_operation_is_left_to_be_waited_for(
    fake: VeoFake, settings: VeoSettings, clip_request: ClipRequest
) -> None:
    fake.behave("slow")
    errand = Listening()
    with pytest.raises(TimedOut):
        animate(Veo(settings.model_copy(update={"timeout_s": 0.5})), clip_request, errand)
    assert errand.task == errand.tasks[0]


def test_an_operation_that_is_gone_is_no_model_that_is_gone(fake: VeoFake, veo: Veo, clip_request: ClipRequest) -> None:
    errand = Errand()
    errand.task = (
        "projects/house/locations/us-central1/publishers/google/models/veo-3.1-fast-generate-001/operations/gone"
    )
    with pytest.raises(BadResult, match="does not know"):
        animate(veo, clip_request, errand)
    assert fake.generations == 0


def test_where_nothing_was_sent_nothing_can_have_been_paid(clip_request: ClipRequest) -> None:
    nobody = VeoSettings(project="house", access_token=SecretStr("key"), base_url="http://127.0.0.1:9", timeout_s=2)
    with pytest.raises(Unreachable) as caught:
        animate(Veo(nobody), clip_request)
    assert not caught.value.may_cost


def test_broken_credentials_are_told_as_such(
    clip_request: ClipRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "credentials.json"
    broken.write_text("{}", "utf-8")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(broken))
    with pytest.raises(BadKey) as caught:
        animate(Veo(VeoSettings(project="house", timeout_s=5)), clip_request)
    assert str(tmp_path) not in caught.value.message + caught.value.advice


def test_without_a_project_it_says_what_to_set() -> None:
    with pytest.raises(NotConfigured) as missing:
        Veo(VeoSettings(project="")).check_ready()
    assert "LIMNER_VEO_PROJECT" in missing.value.advice
