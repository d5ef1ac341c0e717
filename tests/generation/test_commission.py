"""Asked in order, patiently, paid once, looked at: with providers that do as the test says, on a real database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from limner.accounts.consents import Consent
from limner.accounts.spending import Charge, MonthlySpending, spent
from limner.characters.edit import with_attribute
from limner.engine.images import RgbImage
from limner.errors import (
    BadResult,
    ConsentNeeded,
    LimnerError,
    ModelFileMissing,
    NotConfigured,
    OverCap,
    Overloaded,
    ProviderError,
    QuotaSpent,
    Refused,
    Unreachable,
    Unsuited,
)
from limner.generation import asking
from limner.generation.abilities import Abilities
from limner.generation.asking import Client
from limner.generation.choose import Facts, check_suits, consent_version
from limner.generation.commission import Commissioned, NobodyDrew, commission
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.generation.providers.local import LocalProvider
from limner.generation.rest import ProviderRest
from limner.storage.store import Store
from limner.storage.stores.sql import SqlStore

Ask = Callable[..., Awaitable[Commissioned[Picture]]]
CLOUD = Abilities(
    goes_to="Somewhere",
    destination="cloud",
    licence="personal",
    reference_pictures=3,
    price_microusd=40_000,
    most_people=2,
)


@dataclass
class Scripted:
    """Answers as the script says, then draws like this computer."""

    script: list[LimnerError | RgbImage] = field(default_factory=list[LimnerError | RgbImage])
    name: str = "cloud"
    title: str = "Cloud"
    abilities: Abilities = CLOUD
    asked: list[DrawRequest] = field(default_factory=list[DrawRequest])
    ready: LimnerError | None = None

    def check_ready(self) -> None:
        if self.ready:
            raise self.ready

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        del errand
        self.asked.append(request)
        answer = self.script.pop(0) if self.script else LocalProvider().paint(request)
        if isinstance(answer, LimnerError):
            raise answer
        return Picture(answer, self.name, "model-1", cost_microusd=33_600)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = SqlStore(f"sqlite:///{tmp_path / 'test.db'}", (Consent, Charge, MonthlySpending, ProviderRest))
    await opened.prepare()
    await opened.insert(Consent(account_id="jane", what="provider:cloud", version=consent_version(Scripted())))
    yield opened
    await opened.close()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_FIRST_WAIT_S", 0.001)


@pytest.fixture
def ask(store: Store, astronaut_request: DrawRequest) -> Ask:
    async def asked(
        *providers: Scripted | LocalProvider, cap: int = 1_000_000, words: str = ""
    ) -> Commissioned[Picture]:
        client = Client(store, "jane", "job", cap)
        request = replace(astronaut_request, words=words)
        return await commission(client, providers, request, Facts(), lambda _: Errand())

    return asked


def refused() -> Refused:
    return Refused("The cloud's rules forbid it.", "Choose another.", reason="children")


async def test_the_first_that_may_draws_and_is_paid_what_it_took(ask: Ask, store: Store) -> None:
    done = await ask(Scripted(), LocalProvider())
    assert done.made.provider == "cloud"
    assert done.tries == ()
    assert done.cost_microusd == 33_600
    assert await spent(store, "jane") == 33_600


async def test_a_refusal_is_not_asked_again_and_this_computer_draws(ask: Ask, store: Store) -> None:
    cloud = Scripted([refused()])
    done = await ask(cloud, LocalProvider())
    assert done.made.provider == "local"
    assert [(one.provider, one.error.code) for one in done.tries] == [("cloud", "provider.refused")]
    assert len(cloud.asked) == 1
    assert await spent(store, "jane") == 0


@pytest.mark.parametrize(
    ("error", "times"),
    [
        (Overloaded("Busy.", "Wait."), 3),
        (Unreachable("Gone.", "Wait."), 2),
        (BadResult("Odd.", "Again."), 2),
        (QuotaSpent("Enough.", "Wait.", retry_after_s=0.001), 2),
        (QuotaSpent("Enough.", "Tomorrow.", retry_after_s=5000), 1),
        (QuotaSpent("Enough.", "Who knows."), 1),
    ],
)
async def test_what_may_pass_is_asked_again_but_not_for_ever(ask: Ask, error: ProviderError, times: int) -> None:
    cloud = Scripted([error] * 9)
    done = await ask(cloud, LocalProvider())
    assert len(cloud.asked) == times
    assert done.made.provider == "local"


async def test_a_model_without_its_weights_is_passed_over(ask: Ask) -> None:
    done = await ask(Scripted(ready=ModelFileMissing("Not here.", "Fetch it.")), LocalProvider())
    assert done.made.provider == "local"
    assert [one.error.code for one in done.tries] == ["missing.model_file"]


async def test_a_model_on_this_machine_is_looked_at_like_everybody(ask: Ask) -> None:
    """It keeps a seed exactly, as this computer does, and invents all the same."""
    model = Scripted(
        [RgbImage(np.full((320, 256, 3), 200, np.uint8))] * 2,
        abilities=replace(CLOUD, goes_to="", destination="here", seed="exact"),
    )
    done = await ask(model, LocalProvider())
    assert [one.error.code for one in done.tries] == ["provider.bad_result"]


async def test_a_yes_holds_for_the_destination_it_was_given_for(ask: Ask) -> None:
    elsewhere = Scripted(abilities=replace(CLOUD, goes_to="A gateway"))
    with pytest.raises(NobodyDrew) as nobody:
        await ask(elsewhere)
    assert isinstance(nobody.value.tries[0].error, ConsentNeeded)
    assert elsewhere.asked == []


async def test_no_consent_no_request(ask: Ask, store: Store) -> None:
    await store.delete(Consent, {})
    cloud = Scripted()
    with pytest.raises(NobodyDrew) as nobody:
        await ask(cloud)
    assert isinstance(nobody.value.tries[0].error, ConsentNeeded)
    assert cloud.asked == []


async def test_an_old_consent_does_not_stand(ask: Ask, store: Store) -> None:
    await store.change(Consent, {}, {"version": "0"})
    cloud = Scripted()
    assert (await ask(cloud, LocalProvider())).made.provider == "local"
    assert cloud.asked == []


async def test_over_the_cap_nothing_is_asked(ask: Ask) -> None:
    cloud = Scripted()
    done = await ask(cloud, LocalProvider(), cap=39_999)
    assert isinstance(done.tries[0].error, OverCap)
    assert cloud.asked == []


async def test_what_is_not_set_up_is_passed_over(ask: Ask) -> None:
    cloud = Scripted(ready=NotConfigured("No key.", "Set LIMNER_CLOUD_KEY."))
    done = await ask(cloud, LocalProvider())
    assert done.tries[0].error.code == "provider.not_configured"


async def test_a_lost_attribute_is_asked_for_once_more_by_name(ask: Ask, astronaut_request: DrawRequest) -> None:
    bald = LocalProvider().paint(_with(astronaut_request, "glasses.frame", "thick"))
    cloud = Scripted([bald])
    done = await ask(cloud)
    assert [request.lost for request in cloud.asked] == [(), ("glasses.frame",)]
    assert not np.array_equal(done.made.image.pixels, bald.pixels)
    assert done.cost_microusd == 2 * 33_600


async def test_a_picture_without_a_face_is_no_result(ask: Ask) -> None:
    empty = RgbImage(np.full((320, 256, 3), 200, np.uint8))
    done = await ask(Scripted([empty, empty]), LocalProvider())
    assert done.made.provider == "local"
    assert done.tries[0].error.code == "provider.bad_result"


async def test_who_fails_time_and_again_is_left_alone(ask: Ask, store: Store) -> None:
    for _ in range(3):
        await ask(Scripted([Unreachable("Gone.", "Wait.")] * 9), LocalProvider())
    rested = Scripted()
    done = await ask(rested, LocalProvider())
    assert rested.asked == []
    error = done.tries[0].error
    assert isinstance(error, Overloaded)
    assert error.retry_after_s
    assert 0 < error.retry_after_s <= 60
    await store.change(ProviderRest, {}, {"until": None})
    assert (await ask(rested)).made.provider == "cloud"
    rest = await store.get(ProviderRest, "cloud")
    assert rest
    assert rest.failures == 0


def test_licence_and_number_of_people_decide() -> None:
    with pytest.raises(Unsuited, match="personal use only"):
        check_suits(Scripted(), Facts(commercial=True))
    with pytest.raises(Unsuited, match="at most 2"):
        check_suits(Scripted(), Facts(people=3))
    check_suits(LocalProvider(), Facts(people=4, commercial=True))


async def test_eight_jobs_at_once_never_spend_more_than_the_cap(store: Store, astronaut_request: DrawRequest) -> None:
    face = LocalProvider().paint(astronaut_request)

    async def one(number: int) -> Sequence[str]:
        client = Client(store, "jane", f"job{number}", 100_000)
        try:
            done = await commission(client, [Scripted([face])], astronaut_request, Facts(), lambda _: Errand())
        except NobodyDrew as nobody:
            return [one.error.code for one in nobody.tries]
        return [done.made.provider]

    outcomes = await asyncio.gather(*(one(number) for number in range(8)))
    assert await spent(store, "jane") <= 100_000
    assert outcomes.count(["cloud"]) >= 2
    assert ["provider.over_cap"] in outcomes


def _with(request: DrawRequest, name: str, value: str) -> DrawRequest:
    sitter = request.sitters[0]
    return replace(request, sitters=(replace(sitter, character=with_attribute(sitter.character, name, value)),))
