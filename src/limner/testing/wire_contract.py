"""What everybody who speaks HTTP keeps: subclass `WireContract` beside the contract of what you make."""

import asyncio
import logging
import time
from collections.abc import Coroutine, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

import pytest

from limner.errors import (
    BadKey,
    BadResult,
    ModelRetired,
    Overloaded,
    ProviderError,
    QuotaSpent,
    Refused,
    TimedOut,
    Unreachable,
)
from limner.generation.clip import ClipRequest
from limner.generation.maker import Maker
from limner.generation.provider import DrawRequest, Errand, Provider
from limner.testing.fakes.fake import Fake
from limner.testing.listening import Listening, until

_WORD: Final = "unmistakable"
"""Goes into the prompt and must come out nowhere else."""


EXPECTED: Final[Mapping[str, type[ProviderError]]] = MappingProxyType(
    {
        "bad_key": BadKey,
        "forbidden": BadKey,
        "retired": ModelRetired,
        "quota_short": QuotaSpent,
        "quota_daily": QuotaSpent,
        "broken": Overloaded,
        "overloaded": Overloaded,
        "slow": TimedOut,
        "cut": Unreachable,
        "garbage": BadResult,
        "huge": BadResult,
    }
)
"""What each behaviour of a fake must be told apart as; its refusals are `Refused`."""


Asked: TypeAlias = DrawRequest | ClipRequest


class WireContract:
    """Tests any provider that speaks to a server must pass. Override the fixtures.

    The provider's own time limit must be under `Fake.slow_s`.
    """

    @pytest.fixture
    def fake(self) -> Iterator[Fake]:
        """A running fake of the other side."""
        raise NotImplementedError

    @pytest.fixture
    def provider(self, fake: Fake) -> Maker:
        """The provider, sent to the fake with the fake's key, patient for about a second."""
        raise NotImplementedError

    @pytest.fixture
    def draw_request(self) -> Asked:
        """A small picture of one person, whose photo is there, in a character style."""
        raise NotImplementedError

    def ask(self, maker: Maker, request: Asked, errand: Errand) -> Coroutine[Any, Any, object]:
        """What is tested: drawing; an animator's tests ask for a clip."""
        return cast("Provider", maker).draw(cast("DrawRequest", request), errand)

    def _made(self, maker: Maker, request: Asked, errand: Errand | None = None) -> None:
        asyncio.run(self.ask(maker, request, errand or Errand()))

    def test_nothing_is_sent_before_a_picture_is_asked_for(self, fake: Fake, provider: Maker) -> None:
        """Being made, asked what it can do and whether it is ready connects to nothing."""
        assert provider.abilities.photo_leaves
        provider.check_ready()
        assert fake.requests == 0

    def test_one_picture_is_one_generation(self, fake: Fake, provider: Maker, draw_request: Asked) -> None:
        """Nothing is asked for twice, and the person's attributes are in the prompt."""
        self._made(provider, replace(draw_request, words=_WORD))
        assert fake.generations == 1
        assert "astronaut" in fake.prompts[0].lower() or "glasses" in fake.prompts[0].lower()
        assert _WORD in fake.prompts[0]

    def test_every_answer_is_told_apart(self, fake: Fake, provider: Maker, draw_request: Asked) -> None:
        """Each trouble is an error of its own type, with a sentence and an advice; none is retried unasked."""
        expected = {name: EXPECTED[name] for name in fake.behaviours if name in EXPECTED}
        for behaviour, kind in {**expected, **dict.fromkeys(fake.refusals, Refused)}.items():
            before = fake.generations
            fake.behave(behaviour)
            with pytest.raises(ProviderError) as caught:
                self._made(provider, draw_request)
            assert type(caught.value) is kind, f"{behaviour}: {caught.value!r}"
            assert caught.value.message.endswith(".")
            assert caught.value.advice
            assert fake.generations <= before + 1, behaviour

    def test_quota_says_when(self, fake: Fake, provider: Maker, draw_request: Asked) -> None:
        """A short quota says in how many seconds; a daily one asks for hours, or says nothing."""
        if "quota_short" not in fake.behaviours:
            pytest.skip(f"{provider.name} knows no quota")
        fake.behave("quota_short")
        with pytest.raises(QuotaSpent) as short:
            self._made(provider, draw_request)
        assert short.value.retry_after_s == fake.retry_after_s
        fake.behave("quota_daily")
        with pytest.raises(QuotaSpent) as daily:
            self._made(provider, draw_request)
        assert daily.value.retry_after_s is None or daily.value.retry_after_s > 600

    def test_no_secret_comes_out(
        self, fake: Fake, provider: Maker, draw_request: Asked, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Neither key nor prompt nor picture is in a log line, an error or an address."""
        secret = replace(draw_request, words=_WORD)
        said: list[str] = []
        with caplog.at_level(logging.DEBUG):
            for behaviour in ("success", *fake.behaviours, *fake.refusals):
                fake.behave(behaviour)
                try:
                    self._made(provider, secret)
                except ProviderError as error:
                    said += [repr(error), error.message, error.advice]
        everything = "\n".join([*said, *(record.getMessage() for record in caplog.records), *fake.addresses])
        assert fake.key not in everything
        assert _WORD not in everything
        assert "iVBORw0KGgo" not in everything
        assert "/9j/" not in everything

    def test_cancelling_ends_within_a_second(self, fake: Fake, provider: Maker, draw_request: Asked) -> None:
        """Nobody waits any more, and the other side is told where it can be."""

        async def cancelled() -> float:
            task = asyncio.create_task(self.ask(provider, draw_request, Errand()))
            await until(lambda: fake.generations > 0)
            begun_s = time.monotonic()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            assert task.cancelled()
            return time.monotonic() - begun_s

        fake.behave("slow")
        assert asyncio.run(cancelled()) < 1
        if provider.abilities.cancel == "stops":
            assert fake.wait_for_cancel(2)

    def test_a_cut_resumes_without_paying_twice(self, fake: Fake, provider: Maker, draw_request: Asked) -> None:
        """What was begun before a crash is waited for, not begun again."""
        errand = Listening()

        async def crashed() -> None:
            task = asyncio.create_task(self.ask(provider, draw_request, errand))
            await until(lambda: bool(errand.tasks))
            fake.forget_cancels = True
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        if not fake.has_tasks:
            pytest.skip(f"{provider.name} answers in the same request: there is no task to come back to")
        fake.behave("slow_task")
        asyncio.run(crashed())
        again = Listening()
        again.task = errand.tasks[0]
        self._made(provider, draw_request, again)
        assert fake.generations == 1
