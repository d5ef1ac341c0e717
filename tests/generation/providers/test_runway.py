"""Runway by the official SDK, against a fake that speaks as the service does."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import SecretStr

from limner.errors import (
    BadResult,
    NotConfigured,
    Overloaded,
    ProviderError,
    QuotaSpent,
    TimedOut,
    Unreachable,
    Unsuited,
)
from limner.generation import self_test
from limner.generation.clip import Animator, ClipRequest
from limner.generation.provider import DrawRequest, Errand
from limner.generation.providers.local import LocalProvider
from limner.generation.providers.runway import MODELS, Runway, RunwaySettings
from limner.testing.clip_contract import ClipContract, ClipWireContract, animate
from limner.testing.fakes.fake import Fake, running
from limner.testing.fakes.runway import RunwayFake
from limner.testing.listening import Listening


@pytest.fixture
def fake() -> RunwayFake:
    return RunwayFake()


@pytest.fixture
def settings(fake: RunwayFake) -> Iterator[RunwaySettings]:
    with running(fake) as address:
        yield RunwaySettings(api_key=SecretStr(fake.key), base_url=address, timeout_s=20, poll_s=0.05)


@pytest.fixture
def runway(settings: RunwaySettings) -> Runway:
    return Runway(settings)


@pytest.fixture
def clip_request(astronaut_request: DrawRequest) -> ClipRequest:
    people = tuple(sitter.character for sitter in astronaut_request.sitters)
    return ClipRequest(LocalProvider().paint(astronaut_request), people, ("blink", "smile"), seconds=2)


class TestRunway(ClipContract, ClipWireContract):
    @pytest.fixture
    def fake(self, fake: RunwayFake) -> Fake:  # pyright: ignore[reportIncompatibleMethodOverride]
        return fake

    @pytest.fixture
    def provider(self, settings: RunwaySettings) -> Animator:  # pyright: ignore[reportIncompatibleMethodOverride]
        return Runway(settings.model_copy(update={"timeout_s": 2}))

    @pytest.fixture
    def draw_request(self, clip_request: ClipRequest) -> ClipRequest:
        return clip_request


@pytest.mark.parametrize(
    "behaviour",
    [
        *("throttled", "poll_cut", "expired", "odd_progress"),
        *("look_limited", "look_page", "look_list", "look_null", "look_empty", "look_nonsense"),
    ],
)
def test_what_passes_by_itself_is_waited_for(
    fake: RunwayFake, runway: Runway, clip_request: ClipRequest, behaviour: str
) -> None:
    fake.behave(behaviour)
    assert animate(runway, clip_request).cost_microusd == 2 * 5 * 10_000
    assert fake.generations == 1


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        ("no_credits", QuotaSpent),
        ("not_accepted", Unsuited),
        ("bad_asset", Unsuited),
        ("bad_output", BadResult),
        ("failed", Overloaded),
        ("odd_failure", Overloaded),
        ("cancelled_there", BadResult),
        ("nonsense", BadResult),
        ("no_address", BadResult),
        ("odd_address", BadResult),
        ("number_address", BadResult),
        ("plain_address", BadResult),
        ("file_moved", BadResult),
    ],
)
def test_its_own_troubles_are_told_apart(
    fake: RunwayFake, runway: Runway, clip_request: ClipRequest, behaviour: str, kind: type[ProviderError]
) -> None:
    fake.behave(behaviour)
    with pytest.raises(ProviderError) as caught:
        animate(runway, clip_request)
    assert type(caught.value) is kind
    assert "fake" not in caught.value.message + caught.value.advice


@pytest.mark.parametrize("model", sorted(MODELS))
def test_every_known_model_gets_what_it_takes(
    fake: RunwayFake, settings: RunwaySettings, clip_request: ClipRequest, model: str
) -> None:
    runway = Runway(settings.model_copy(update={"model": model}))
    clip = animate(runway, replace(clip_request, seconds=3, seed=2**40 + 7, words="wave, " * 400))
    asked = fake.asked[0]
    assert (asked["model"], asked["duration"]) == (model, 4 if model.startswith("veo") else 3)
    assert ("negativePrompt" in asked) == runway.abilities.negative_words == model.startswith("veo")
    assert clip.seed == 7
    assert clip.cost_microusd == runway.abilities.clip_price_microusd(3)


def test_words_of_emoji_fit_as_runway_counts(fake: RunwayFake, runway: Runway, clip_request: ClipRequest) -> None:
    words = "\N{ROCKET}" * 150
    animate(runway, replace(clip_request, words=words))
    assert fake.asked[0]["promptText"].endswith(words)


def test_a_file_that_does_not_come_at_first_is_not_paid_twice(
    fake: RunwayFake, runway: Runway, clip_request: ClipRequest
) -> None:
    fake.behave("file_broken")
    errand = Listening()
    with pytest.raises(Unreachable):
        animate(runway, clip_request, errand)
    assert animate(runway, clip_request, errand).data
    assert fake.generations == 1


def test_a_slow_beginning_may_have_been_paid(
    fake: RunwayFake, settings: RunwaySettings, clip_request: ClipRequest
) -> None:
    fake.behave("slow_begin")
    with pytest.raises(TimedOut) as caught:
        animate(Runway(settings.model_copy(update={"timeout_s": 0.5})), clip_request)
    assert caught.value.may_cost


def test_out_of_time_the_task_is_left_to_be_waited_for(
    fake: RunwayFake, settings: RunwaySettings, clip_request: ClipRequest
) -> None:
    fake.behave("slow")
    errand = Listening()
    with pytest.raises(TimedOut):
        animate(Runway(settings.model_copy(update={"timeout_s": 0.5})), clip_request, errand)
    assert errand.task == errand.tasks[0]
    assert fake.cancelled == 0


def test_a_task_that_is_gone_is_no_model_that_is_gone(runway: Runway, clip_request: ClipRequest) -> None:
    errand = Errand()
    errand.task = "gone"
    with pytest.raises(BadResult, match="does not know"):
        animate(runway, clip_request, errand)


def test_where_nothing_was_sent_nothing_can_have_been_paid(clip_request: ClipRequest) -> None:
    nobody = RunwaySettings(api_key=SecretStr("key"), base_url="http://127.0.0.1:9", timeout_s=2)
    with pytest.raises(Unreachable) as caught:
        animate(Runway(nobody), clip_request)
    assert not caught.value.may_cost


def test_without_a_key_it_says_what_to_set() -> None:
    with pytest.raises(NotConfigured) as missing:
        Runway(RunwaySettings(api_key=None)).check_ready()
    assert "LIMNER_RUNWAY_API_KEY" in missing.value.advice


def test_a_gateway_is_named_as_who_gets_the_picture() -> None:
    assert Runway(RunwaySettings(base_url="https://gate.example.org/runway")).abilities.goes_to.startswith("gate.")
    assert Runway(RunwaySettings()).abilities.goes_to == "Runway"


def test_cancelling_while_it_is_begun_ends_at_once(runway: Runway, clip_request: ClipRequest) -> None:
    async def cancelled() -> bool:
        task = asyncio.create_task(runway.animate(clip_request, Errand()))
        await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return task.cancelled()

    assert asyncio.run(cancelled())


@pytest.mark.parametrize(("behaviour", "said"), [("success", ""), ("refused_clip", "held its own clip back")])
def test_the_administrators_test_moves_a_person_nobody_is(
    fake: RunwayFake, runway: Runway, monkeypatch: pytest.MonkeyPatch, behaviour: str, said: str
) -> None:
    monkeypatch.setattr(self_test, "animator", {"runway": runway}.__getitem__)
    fake.behave(behaviour)
    trouble = asyncio.run(self_test.try_maker("runway"))[1]
    assert said in trouble
    assert bool(trouble) is bool(said)
    assert fake.asked[0]["duration"] == min(runway.abilities.clip_seconds)
