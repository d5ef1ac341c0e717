"""A job drawn by somebody else: who was passed over, cancelling, coming back after a crash, pictures by hand."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from tests.jobs.conftest import SMALL, Alarm, crashed, job_of

from limner.accounts.consents import Consent
from limner.accounts.spending import Charge, spent
from limner.backend import Backend
from limner.catalog import registry
from limner.characters.plain_person import plain_person
from limner.engine.codec import encode_png
from limner.errors import ConsentNeeded, OverCap, Refused
from limner.faces.kept_photo import KeptPhoto
from limner.gallery.artwork import Artwork, original_id
from limner.gallery.shelf import purge_deleted
from limner.generation.abilities import Abilities
from limner.generation.briefing import write_brief
from limner.generation.choose import consent_for, consent_version
from limner.generation.provider import DrawRequest, Errand, HandedOff, Picture, Provider, Sitter
from limner.generation.providers.local import LocalProvider
from limner.generation.received import received
from limner.jobs import ordering
from limner.jobs.at_work import Tools
from limner.jobs.commissioning import brought_id, reference_id, sweep_handed_off
from limner.jobs.job import Batch, Job
from limner.jobs.lifecycle import bring, cancel, claim, submit
from limner.jobs.ordering import order_many
from limner.jobs.run import run
from limner.jobs.work import Worker
from limner.storage.blobs import Blob
from limner.storage.owned import OwnedStore
from limner.storage.record import now
from limner.storage.signed_links import SignedLinks

CLOUD = Abilities(
    goes_to="Somewhere",
    destination="cloud",
    licence="personal",
    reference_pictures=3,
    price_microusd=40_000,
    cancel="stops",
)
BY_HAND = Abilities(goes_to="a person", destination="person", licence="personal")


@dataclass
class Cloud:
    """Draws as this computer does, when it may; counts what it begins and what is cancelled."""

    name: str = "cloud"
    title: str = "Cloud"
    abilities: Abilities = CLOUD
    refuses: bool = False
    may_end: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    generations: int = 0
    cancelled: int = 0
    saw_photo: bool = False
    asked: list[DrawRequest] = field(default_factory=list[DrawRequest])

    def check_ready(self) -> None:
        """It always is."""

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        self.asked.append(request)
        self.saw_photo = request.sitters[0].sitting is not None
        if self.refuses:
            raise Refused("The cloud's rules forbid it.", "Choose another.", reason="children")
        if errand.task is None:
            self.generations += 1
            await errand.keep("task-1")
        self.begun.set()
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        image = await asyncio.to_thread(LocalProvider().paint, request)
        return Picture(
            image, self.name, "model-1", cost_microusd=33_600, request_id="req-7", original=encode_png(image)
        )


@dataclass
class Hand:
    """A person draws."""

    name: str = "cloud"
    title: str = "A person"
    abilities: Abilities = BY_HAND

    def check_ready(self) -> None:
        """It always is."""

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        if errand.brought is None:
            raise HandedOff(await asyncio.to_thread(write_brief, request))
        return Picture(received(errand.brought, request), self.name, "a person")


@pytest.fixture
async def agreed(mine: OwnedStore) -> None:
    for one in (Cloud(), Hand()):
        yes = Consent(account_id=mine.account_id, what=consent_for("cloud"), version=consent_version(one))
        await mine.store.insert(yes)


def tools_with(backend: Backend, cloud: Cloud | Hand) -> Tools:
    links = SignedLinks(backend.keys)
    providers: dict[str, Provider] = {"cloud": cloud, "local": LocalProvider()}
    return Tools(backend.store, backend.blobs, links, backend.settings, providers)


async def begun(tools: Tools, mine: OwnedStore, photo: KeptPhoto, **order: object) -> Job:
    """A claimed job for the cloud."""
    job = job_of(mine, order=SMALL.model_copy(update={"photo_id": photo.id, "provider": "cloud", **order}))
    await submit(tools.store, job)
    claimed = await claim(tools.store, "worker")
    assert claimed
    return claimed


@pytest.mark.usefixtures("agreed")
async def test_the_row_tells_who_drew_what_it_cost_and_the_artwork_by_whom(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto
) -> None:
    cloud = Cloud()
    cloud.may_end.set()
    tools = tools_with(backend, cloud)
    done = await run(tools, await begun(tools, mine, photo))
    assert done
    assert done.failure is None
    assert (done.state, done.passed_over, done.cost_microusd, done.remote_task) == ("done", (), 33_600, None)
    artwork = await mine.get(Artwork, done.id)
    assert (artwork.provider, artwork.provenance.model, artwork.provenance.request_id) == ("cloud", "model-1", "req-7")
    assert artwork.provenance.licence == "personal"
    assert artwork.provenance.original_type == "image/png"
    assert await backend.blobs.get(original_id(artwork.id)) == encode_png(LocalProvider().paint(cloud.asked[0]))
    await mine.change(Artwork, {}, {"deleted_at": now() - timedelta(days=60)})
    await purge_deleted(mine.store, backend.blobs)
    assert await mine.store.count(Blob, {"id__gte": artwork.id, "id__lt": f"{artwork.id}~"}) == 0
    assert cloud.saw_photo


@pytest.mark.usefixtures("agreed")
async def test_after_a_refusal_this_computer_draws_and_the_row_says_why(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto
) -> None:
    tools = tools_with(backend, Cloud(refuses=True))
    done = await run(tools, await begun(tools, mine, photo))
    assert done
    assert done.state == "done"
    assert [(one.provider, one.code, one.reason) for one in done.passed_over] == [
        ("cloud", "provider.refused", "children")
    ]
    assert (await mine.get(Artwork, done.id)).provider == "local"


@pytest.mark.usefixtures("agreed")
async def test_who_wants_no_other_to_draw_is_told_why_nobody_did(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto
) -> None:
    tools = tools_with(backend, Cloud(refuses=True))
    failed = await run(tools, await begun(tools, mine, photo, fall_back=False))
    assert failed
    assert failed.failure
    assert (failed.state, failed.failure.code) == ("failed", "provider.refused")
    assert len(failed.passed_over) == 1


async def test_without_consent_the_cloud_is_never_asked(backend: Backend, mine: OwnedStore, photo: KeptPhoto) -> None:
    cloud = Cloud()
    tools = tools_with(backend, cloud)
    done = await run(tools, await begun(tools, mine, photo))
    assert done
    assert [one.code for one in done.passed_over] == ["request.consent_needed"]
    assert cloud.generations == 0


@pytest.mark.usefixtures("agreed")
async def test_cancelling_reaches_the_provider_within_a_second(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto
) -> None:
    cloud = Cloud()
    tools = tools_with(backend, cloud)
    job = await begun(tools, mine, photo)
    running = asyncio.create_task(run(tools, job))
    await asyncio.wait_for(cloud.begun.wait(), 30)
    begun_s = time.monotonic()
    await cancel(mine, job.id)
    ended = await running
    assert time.monotonic() - begun_s < 2
    assert ended
    assert ended.state == "cancelled"
    assert cloud.cancelled == 1
    assert await spent(mine.store, mine.account_id) == 0


@pytest.mark.usefixtures("agreed")
async def test_after_a_crash_what_was_begun_is_waited_for_and_paid_once(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto
) -> None:
    cloud = Cloud()
    tools = tools_with(backend, cloud)
    job = await begun(tools, mine, photo)
    again = await crashed(tools, mine, job, cloud.begun)
    assert again.remote_task == "cloud:task-1"
    cloud.may_end.set()
    done = await run(tools, again)
    assert done
    assert (done.state, done.cost_microusd) == ("done", 33_600)
    assert cloud.generations == 1
    assert await mine.store.count(Charge, {}) == 1


@pytest.mark.usefixtures("agreed")
async def test_a_picture_by_hand_waits_for_its_person_and_goes_on_when_it_is_brought(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto
) -> None:
    tools = tools_with(backend, Hand())
    waiting = await run(tools, await begun(tools, mine, photo))
    assert waiting
    assert waiting.state == "awaiting"
    assert waiting.hand_off
    assert waiting.hand_off.has_reference
    assert await claim(mine.store, "worker") is None
    reference = await backend.blobs.get(reference_id(waiting.id))
    assert reference.startswith(b"\xff\xd8")
    painted = await asyncio.to_thread(_drawn_by_hand)
    await backend.blobs.put(mine.account_id, brought_id(waiting.id), painted, "image/png")
    await bring(mine, waiting.id)
    claimed = await claim(mine.store, "worker")
    assert claimed
    done = await run(tools, claimed)
    assert done
    assert done.state == "done"
    assert (await mine.get(Artwork, done.id)).provider == "cloud"
    await sweep_handed_off(mine.store, backend.blobs)
    assert await mine.store.count(Blob, {"id__in": (brought_id(done.id), reference_id(done.id))}) == 0


def _drawn_by_hand() -> bytes:
    request = DrawRequest(
        (Sitter(plain_person()),), registry.style("storybook"), registry.template("moon"), 400, seed=1
    )
    return encode_png(LocalProvider().paint(request))


@pytest.mark.usefixtures("agreed")
async def test_who_draws_here_does_not_wait_for_somebody_elsewhere(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto
) -> None:
    cloud = Cloud()
    worker = Worker(tools_with(backend, cloud))
    orders = [SMALL.model_copy(update={"photo_id": photo.id, "provider": name}) for name in ("cloud", "local")]
    away, here = (job_of(mine, order=order) for order in orders)
    await submit(mine.store, away, here)
    working = asyncio.create_task(worker.work())
    for _ in range(800):
        if (await mine.get(Job, here.id)).state == "done":
            break
        await asyncio.sleep(0.05)
    assert (await mine.get(Job, away.id)).state == "running"
    cloud.may_end.set()
    worker.stop()
    await working
    assert (await mine.get(Job, away.id)).state == "done"


async def test_a_batch_that_may_not_be_drawn_elsewhere_leaves_nothing_behind(
    mine: OwnedStore, photo: KeptPhoto, alarm: Alarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud = Cloud()
    monkeypatch.setattr(ordering, "provider", {"cloud": cloud}.__getitem__)
    orders = [SMALL.model_copy(update={"photo_id": photo.id, "provider": "cloud", "seed": seed}) for seed in range(3)]

    async def admit(_: int) -> None:
        """As many as they like."""

    with pytest.raises(ConsentNeeded):
        await order_many(mine, alarm, orders, "batch", "", admit)
    yes = Consent(account_id=mine.account_id, what=consent_for("cloud"), version=consent_version(cloud))
    await mine.store.insert(yes)
    monkeypatch.setenv("LIMNER_MONTH_MICROUSD", str(2 * CLOUD.price_microusd))
    with pytest.raises(OverCap):
        await order_many(mine, alarm, orders, "batch", "", admit)
    assert await mine.count(Batch) == await mine.count(Job) == 0
    assert await spent(mine.store, mine.account_id) == 0
    assert cloud.asked == []
    assert (await order_many(mine, alarm, orders[:2], "batch", "", admit)).total == 2
