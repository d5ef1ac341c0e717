"""What every provider keeps: subclass `ProviderContract` in a test module and give it its fixtures.

Who speaks HTTP subclasses `WireContract` beside it, with a fake of the other side.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, get_args
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from limner.catalog import registry
from limner.engine.arrays import U8
from limner.engine.images import RgbImage
from limner.engine.stages import STAGE_PX, StageName
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
    VectorImpossible,
)
from limner.generation.abilities import Cancel, Destination, Licence, SeedUse
from limner.generation.provider import DrawRequest, DrawsVectors, Errand, Picture, Provider
from limner.testing.fakes.fake import Fake

_WORD: Final = "unmistakable"
"""Goes into the prompt and must come out nowhere else."""


def draw(provider: Provider, request: DrawRequest, errand: Errand | None = None) -> Picture:
    """One picture, waited for."""
    return asyncio.run(provider.draw(request, errand or Errand()))


async def until(true: Callable[[], bool]) -> None:
    """Wait for something the fake does in its own thread; fails after ten seconds."""
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.01)
    pytest.fail("nothing happened in ten seconds")


def _pixels(provider: Provider, request: DrawRequest) -> U8:
    return draw(provider, request).image.pixels


class Listening(Errand):
    """Writes down what a provider says."""

    def __init__(self) -> None:
        self.stages: list[tuple[StageName, RgbImage]] = []
        self.shares: list[float] = []
        self.tasks: list[str] = []

    def show(self, stage: StageName, picture: RgbImage) -> None:
        """Note a stage."""
        self.stages.append((stage, picture))

    def advance(self, share: float) -> None:
        """Note a share."""
        self.shares.append(share)

    async def keep(self, task: str) -> None:
        """Note a task, and keep it."""
        self.tasks.append(task)
        self.task = task


class ProviderContract:
    """Tests any provider must pass. Override the fixtures `provider` and `draw_request`."""

    @pytest.fixture
    def provider(self) -> Provider:
        """The provider under test, ready to draw."""
        raise NotImplementedError

    @pytest.fixture
    def draw_request(self) -> DrawRequest:
        """A small picture of one person, whose photo is there, in a character style."""
        raise NotImplementedError

    def test_has_words_for_people(self, provider: Provider) -> None:
        """A name to type, a title, and plain answers to where the picture goes and what it may be used for."""
        assert provider.name == provider.name.lower()
        assert " " not in provider.name
        assert provider.title
        terms = provider.abilities
        assert terms.licence in get_args(Licence)
        assert terms.destination in get_args(Destination)
        assert bool(terms.goes_to) == terms.photo_leaves

    def test_says_what_it_can(self, provider: Provider) -> None:
        """Its abilities are possible ones."""
        can = provider.abilities
        assert can.seed in get_args(SeedUse)
        assert can.cancel in get_args(Cancel)
        assert can.most_people >= 1
        assert can.longest_px >= 512
        assert can.price_microusd >= 0
        assert all(width > 0 and height > 0 for width, height in can.aspects)

    def test_draws_in_the_proportions_asked_for(self, provider: Provider, draw_request: DrawRequest) -> None:
        """The picture is not squeezed, and says who drew it."""
        picture = draw(provider, draw_request)
        ratio = picture.image.height_px / picture.image.width_px
        assert abs(ratio - draw_request.height_px / draw_request.size_px) < 0.02
        assert picture.provider == provider.name
        assert picture.model
        assert picture.cost_microusd >= 0

    def test_the_same_seed_gives_what_is_promised(self, provider: Provider, draw_request: DrawRequest) -> None:
        """Where the seed is exact, the same pixels again and other pixels with another seed."""
        if provider.abilities.seed != "exact":
            pytest.skip(f"{provider.name} does not promise the same picture for the same seed")
        first, second = (_pixels(provider, draw_request) for _ in range(2))
        other = _pixels(provider, replace(draw_request, seed=draw_request.seed + 1))
        assert np.array_equal(first, second)
        assert first.shape == other.shape
        assert not np.array_equal(first, other)
        assert np.array_equal(first, _pixels(provider, draw_request))

    def test_being_watched_changes_nothing(self, provider: Provider, draw_request: DrawRequest) -> None:
        """Stages are small and in their order, shares rise, and an exact picture stays the same."""
        errand = Listening()
        watched = draw(provider, draw_request, errand)
        names = [stage for stage, _ in errand.stages]
        assert names == [stage for stage in get_args(StageName) if stage in names]
        assert all(picture.width_px <= STAGE_PX for _, picture in errand.stages)
        assert errand.shares == sorted(errand.shares)
        assert all(0 <= share <= 1 for share in errand.shares)
        if provider.abilities.seed == "exact":
            assert np.array_equal(watched.image.pixels, _pixels(provider, draw_request))

    def test_a_vector_is_text_without_pixels(self, provider: Provider, draw_request: DrawRequest) -> None:
        """The SVG parses and hides no picture, neither as an element nor as data; a painted portrait has none."""
        if not isinstance(provider, DrawsVectors):
            pytest.skip(f"{provider.name} gives pixels only")
        drawing = provider.svg(draw_request)
        root = ET.fromstring(drawing)  # noqa: S314 - our own text
        assert {element.tag.rpartition("}")[2] for element in root.iter()}.isdisjoint({"image", "foreignObject"})
        assert "data:" not in drawing
        for style in (style for style in registry.styles() if style.family == "portrait"):
            with pytest.raises(VectorImpossible) as refused:
                provider.svg(replace(draw_request, style=style))
            assert refused.value.advice


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


class WireContract:
    """Tests any provider that speaks to a server must pass. Override the fixtures.

    The provider's own time limit must be under `Fake.slow_s`.
    """

    @pytest.fixture
    def fake(self) -> Iterator[Fake]:
        """A running fake of the other side."""
        raise NotImplementedError

    @pytest.fixture
    def provider(self, fake: Fake) -> Provider:
        """The provider, sent to the fake with the fake's key, patient for about a second."""
        raise NotImplementedError

    @pytest.fixture
    def draw_request(self) -> DrawRequest:
        """A small picture of one person, whose photo is there, in a character style."""
        raise NotImplementedError

    def test_nothing_is_sent_before_a_picture_is_asked_for(self, fake: Fake, provider: Provider) -> None:
        """Being made, asked what it can do and whether it is ready connects to nothing."""
        assert provider.abilities.photo_leaves
        provider.check_ready()
        assert fake.requests == 0

    def test_one_picture_is_one_generation(self, fake: Fake, provider: Provider, draw_request: DrawRequest) -> None:
        """Nothing is asked for twice, and the person's attributes are in the prompt."""
        draw(provider, replace(draw_request, words=_WORD))
        assert fake.generations == 1
        assert "astronaut" in fake.prompts[0].lower() or "glasses" in fake.prompts[0].lower()
        assert _WORD in fake.prompts[0]

    def test_every_answer_is_told_apart(self, fake: Fake, provider: Provider, draw_request: DrawRequest) -> None:
        """Each trouble is an error of its own type, with a sentence and an advice; none is retried unasked."""
        expected = {name: EXPECTED[name] for name in fake.behaviours if name in EXPECTED}
        for behaviour, kind in {**expected, **dict.fromkeys(fake.refusals, Refused)}.items():
            before = fake.generations
            fake.behave(behaviour)
            with pytest.raises(ProviderError) as caught:
                draw(provider, draw_request)
            assert type(caught.value) is kind, f"{behaviour}: {caught.value!r}"
            assert caught.value.message.endswith(".")
            assert caught.value.advice
            assert fake.generations <= before + 1, behaviour

    def test_quota_says_when(self, fake: Fake, provider: Provider, draw_request: DrawRequest) -> None:
        """A short quota says in how many seconds; a daily one asks for hours, or says nothing."""
        if "quota_short" not in fake.behaviours:
            pytest.skip(f"{provider.name} knows no quota")
        fake.behave("quota_short")
        with pytest.raises(QuotaSpent) as short:
            draw(provider, draw_request)
        assert short.value.retry_after_s == fake.retry_after_s
        fake.behave("quota_daily")
        with pytest.raises(QuotaSpent) as daily:
            draw(provider, draw_request)
        assert daily.value.retry_after_s is None or daily.value.retry_after_s > 600

    def test_no_secret_comes_out(
        self, fake: Fake, provider: Provider, draw_request: DrawRequest, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Neither key nor prompt nor picture is in a log line, an error or an address."""
        secret = replace(draw_request, words=_WORD)
        said: list[str] = []
        with caplog.at_level(logging.DEBUG):
            for behaviour in ("success", *fake.behaviours, *fake.refusals):
                fake.behave(behaviour)
                try:
                    draw(provider, secret)
                except ProviderError as error:
                    said += [repr(error), error.message, error.advice]
        everything = "\n".join([*said, *(record.getMessage() for record in caplog.records), *fake.addresses])
        assert fake.key not in everything
        assert _WORD not in everything
        assert "iVBORw0KGgo" not in everything
        assert "/9j/" not in everything

    def test_cancelling_ends_within_a_second(self, fake: Fake, provider: Provider, draw_request: DrawRequest) -> None:
        """Nobody waits any more, and the other side is told where it can be."""

        async def cancelled() -> float:
            task = asyncio.create_task(provider.draw(draw_request, Errand()))
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

    def test_a_cut_resumes_without_paying_twice(
        self, fake: Fake, provider: Provider, draw_request: DrawRequest
    ) -> None:
        """What was begun before a crash is waited for, not begun again."""
        errand = Listening()

        async def crashed() -> None:
            task = asyncio.create_task(provider.draw(draw_request, errand))
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
        draw(provider, draw_request, again)
        assert fake.generations == 1
