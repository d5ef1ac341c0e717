"""Finished pictures that move: as clips by somebody else, as this computer's loops, and by whom when one fails."""

import asyncio
import io
import zipfile
from dataclasses import dataclass, field
from typing import Final

import av
import pytest
from tests.jobs.conftest import SMALL, Alarm, crashed, job_of

from limner.accounts.consents import Consent
from limner.accounts.spending import Charge, spent
from limner.backend import EXPORTED, Backend
from limner.engine.codec import encode_jpeg
from limner.errors import ConsentNeeded, Invalid, NotFound, OverCap, Refused, TimedOut
from limner.faces.kept_photo import KeptPhoto
from limner.gallery.archive import archive
from limner.gallery.artwork import Artwork
from limner.gallery.shelf import delete_artwork
from limner.generation import asking, registry
from limner.generation.abilities import Abilities
from limner.generation.choose import consent_for, consent_version
from limner.generation.clip import Clip, ClipRequest
from limner.generation.provider import Errand
from limner.generation.received_clip import received_clip
from limner.generation.registry import LOCAL
from limner.jobs import ordering
from limner.jobs.at_work import Tools
from limner.jobs.job import Job
from limner.jobs.lifecycle import cancel, claim, retry, submit
from limner.jobs.order import DrawOrder, Moving
from limner.jobs.ordering import order_many, order_one
from limner.jobs.run import run
from limner.jobs.work import Worker
from limner.storage.owned import OwnedStore
from limner.storage.record import new_id
from limner.testing.fakes.film import filmed

_SECOND_MICROUSD: Final = 50_000

CLOUD: Final = Abilities(
    goes_to="Somewhere",
    destination="cloud",
    licence="personal",
    reference_pictures=1,
    most_people=4,
    clip_seconds=(2, 4),
    price_microusd=_SECOND_MICROUSD,
    cancel="stops",
)


@dataclass
class Film:
    """Films the picture growing lighter and darker again; counts what it begins and what is cancelled."""

    name: str = "film"
    title: str = "Film"
    abilities: Abilities = CLOUD
    refuses: bool = False
    too_slow: bool = False
    may_end: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    generations: int = 0
    cancelled: int = 0
    asked: list[ClipRequest] = field(default_factory=list[ClipRequest])

    def check_ready(self) -> None:
        """It always is."""

    async def animate(self, request: ClipRequest, errand: Errand) -> Clip:
        self.asked.append(request)
        if self.refuses:
            raise Refused("Its rules forbid it.", "Choose another.", reason="children")
        if errand.task is None:
            self.generations += 1
            await errand.keep("task-1")
        self.begun.set()
        if self.too_slow:
            raise TimedOut("It took too long.", "Try again.")
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        seconds = self.abilities.clip_length_s(request.seconds)
        data = filmed(encode_jpeg(request.picture), 256, 320, seconds)
        footage = received_clip(data)
        cost = round(_SECOND_MICROUSD * seconds)
        return Clip(data, footage.last, footage.seconds, self.name, "film-1", cost_microusd=cost, request_id="req-9")


@pytest.fixture
def film(monkeypatch: pytest.MonkeyPatch) -> Film:
    """The animator, wherever one of its name is asked for."""
    one = Film()
    monkeypatch.setattr(ordering, "animator", {"film": one}.__getitem__)
    return one


@pytest.fixture
def tools(tools: Tools, film: Film) -> Tools:
    return Tools(tools.store, tools.blobs, tools.links, tools.settings, {}, {"film": film})


@pytest.fixture
async def agreed(mine: OwnedStore) -> None:
    consent = Consent(account_id=mine.account_id, what=consent_for("film"), version=consent_version(Film()))
    await mine.store.insert(consent)


@pytest.fixture
async def artwork(tools: Tools, mine: OwnedStore, photo: KeptPhoto) -> Artwork:
    """A finished picture, as if somebody else had drawn it."""
    job = job_of(mine, order=SMALL.model_copy(update={"photo_id": photo.id, "caption": "Good night"}))
    await submit(tools.store, job)
    claimed = await claim(tools.store, "painter")
    assert claimed
    done = await run(tools, claimed)
    assert done
    await mine.change(Artwork, {"id": done.id}, {"provider": "cloud"})
    return await mine.get(Artwork, done.id)


async def admit(_: int) -> None:
    """As many as they like."""


async def ordered(mine: OwnedStore, alarm: Alarm, tools: Tools, order: DrawOrder) -> Job:
    """The order as a claimed job."""
    await order_one(mine, alarm, order, new_id(), admit)
    claimed = await claim(tools.store, "worker")
    assert claimed
    return claimed


def by_film(artwork: Artwork, **motion: object) -> DrawOrder:
    return DrawOrder(artwork_id=artwork.id, motion=Moving.model_validate({"provider": "film", "seconds": 2, **motion}))


@pytest.mark.usefixtures("agreed")
async def test_a_finished_picture_becomes_a_clip_and_stays_what_it_is(
    tools: Tools, mine: OwnedStore, alarm: Alarm, artwork: Artwork, film: Film
) -> None:
    film.may_end.set()
    done = await run(tools, await ordered(mine, alarm, tools, by_film(artwork, words="the stars twinkle")))
    assert done
    assert (done.failure, done.state, done.passed_over) == (None, "done", ())
    assert done.cost_microusd == 2 * _SECOND_MICROUSD == await spent(mine.store, mine.account_id)
    moving = await mine.get(Artwork, done.id)
    assert moving.sizes == ("thumb", "screen", "print", "clip")
    made = moving.provenance.clip
    assert made
    assert (made.provider, made.model, made.request_id) == ("film", "film-1", "req-9")
    assert (moving.provider, moving.style, moving.photo_id) == ("cloud", artwork.style, artwork.photo_id)
    assert await tools.blobs.get(moving.blob_id("print")) == await tools.blobs.get(artwork.blob_id("print"))
    with av.open(io.BytesIO(await tools.blobs.get(moving.blob_id("clip")))) as clip:
        assert clip.streams.video[0].frames == 12
    asked = film.asked[0]
    assert (asked.words, asked.seconds, len(asked.people)) == ("the stars twinkle", 2, 1)
    taken_along = b"".join([chunk async for chunk in archive(mine, tools.blobs, EXPORTED)])
    with zipfile.ZipFile(io.BytesIO(taken_along)) as zipped:
        assert f"pictures/{moving.id}.clip.mp4" in zipped.namelist()
    again = DrawOrder.of(moving)
    assert (again.artwork_id, again.motion, again.caption) == (None, None, "Good night")


@pytest.mark.usefixtures("agreed")
async def test_after_a_refusal_this_computer_moves_it_and_the_row_says_why(
    tools: Tools, mine: OwnedStore, alarm: Alarm, artwork: Artwork, film: Film
) -> None:
    film.refuses = True
    done = await run(tools, await ordered(mine, alarm, tools, by_film(artwork)))
    assert done
    assert (done.state, done.cost_microusd) == ("done", 0)
    assert [(one.provider, one.reason) for one in done.passed_over] == [("film", "children")]
    assert "loop" in (await mine.get(Artwork, done.id)).sizes
    assert await spent(mine.store, mine.account_id) == 0


@pytest.mark.usefixtures("agreed")
async def test_who_wants_no_loop_instead_is_told_why_there_is_none(
    tools: Tools, mine: OwnedStore, alarm: Alarm, artwork: Artwork, film: Film
) -> None:
    film.refuses = True
    order = by_film(artwork).model_copy(update={"fall_back": False})
    failed = await run(tools, await ordered(mine, alarm, tools, order))
    assert failed
    assert failed.state == "failed"
    assert failed.failure
    assert failed.failure.code == "provider.refused"


async def test_no_consent_no_clip(mine: OwnedStore, alarm: Alarm, artwork: Artwork, film: Film) -> None:
    with pytest.raises(ConsentNeeded):
        await order_one(mine, alarm, by_film(artwork), "job", admit)
    assert film.asked == []
    assert await mine.count(Job, {"state": "queued"}) == 0


@pytest.mark.usefixtures("agreed", "film")
async def test_what_can_not_be_moved_is_refused_before_it_is_queued(
    mine: OwnedStore, alarm: Alarm, artwork: Artwork, photo: KeptPhoto
) -> None:
    unfinished = DrawOrder(photo_id=photo.id, motion=Moving(provider="film"))
    with pytest.raises(Invalid, match="finished"):
        await order_one(mine, alarm, unfinished, "job", admit)
    with pytest.raises(Invalid, match="how"):
        await order_one(mine, alarm, DrawOrder(artwork_id=artwork.id), "job", admit)
    with pytest.raises(Invalid, match="batch"):
        await order_many(mine, alarm, [by_film(artwork)], "batch", "", admit)
    await delete_artwork(mine, artwork.id)
    with pytest.raises(NotFound):
        await order_one(mine, alarm, by_film(artwork), "job", admit)


@pytest.mark.usefixtures("agreed")
async def test_a_clip_costs_by_its_length_and_keeps_the_cap(
    mine: OwnedStore, alarm: Alarm, artwork: Artwork, film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIMNER_MONTH_MICROUSD", str(3 * _SECOND_MICROUSD))
    await order_one(mine, alarm, by_film(artwork, seconds=2), "short", admit)
    with pytest.raises(OverCap):
        await order_one(mine, alarm, by_film(artwork, seconds=4), "long", admit)
    assert film.asked == []
    assert await spent(mine.store, mine.account_id) == 2 * _SECOND_MICROUSD


@pytest.mark.usefixtures("agreed")
async def test_cancelling_reaches_the_animator(
    tools: Tools, mine: OwnedStore, alarm: Alarm, artwork: Artwork, film: Film
) -> None:
    job = await ordered(mine, alarm, tools, by_film(artwork))
    running = asyncio.create_task(run(tools, job))
    await asyncio.wait_for(film.begun.wait(), 30)
    await cancel(mine, job.id)
    ended = await running
    assert ended
    assert (ended.state, film.cancelled) == ("cancelled", 1)
    assert await spent(mine.store, mine.account_id) == 0


@pytest.mark.usefixtures("agreed")
async def test_after_a_crash_the_clip_that_was_begun_is_waited_for_and_paid_once(
    tools: Tools, mine: OwnedStore, alarm: Alarm, artwork: Artwork, film: Film
) -> None:
    job = await ordered(mine, alarm, tools, by_film(artwork))
    again = await crashed(tools, mine, job, film.begun)
    assert again.remote_task == "film:task-1"
    film.may_end.set()
    done = await run(tools, again)
    assert done
    assert (done.state, done.cost_microusd, film.generations) == ("done", 2 * _SECOND_MICROUSD, 1)
    assert await mine.store.count(Charge, {}) == 1


@pytest.mark.usefixtures("agreed")
async def test_what_took_too_long_is_fetched_when_it_is_tried_again_and_paid_once(
    tools: Tools, mine: OwnedStore, alarm: Alarm, artwork: Artwork, film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_FIRST_WAIT_S", 0.001)
    film.too_slow = True
    order = by_film(artwork).model_copy(update={"fall_back": False})
    failed = await run(tools, await ordered(mine, alarm, tools, order))
    assert failed
    assert (failed.state, film.generations) == ("failed", 1)
    assert await spent(mine.store, mine.account_id) == 2 * _SECOND_MICROUSD
    film.too_slow = False
    film.may_end.set()
    await retry(mine, failed.id)
    again = await claim(tools.store, "worker")
    assert again
    done = await run(tools, again)
    assert done
    assert (done.state, film.generations, done.remote_task) == ("done", 1, None)
    assert await spent(mine.store, mine.account_id) == 2 * _SECOND_MICROUSD


async def test_somebody_elses_picture_moves_by_its_face_even_when_the_photo_is_gone(
    tools: Tools, mine: OwnedStore, alarm: Alarm, artwork: Artwork, photo: KeptPhoto
) -> None:
    await mine.store.delete(KeptPhoto, {"id": photo.id})
    order = DrawOrder(artwork_id=artwork.id, motion=Moving(gestures=("blink",), seconds=1, size_px=240))
    done = await run(tools, await ordered(mine, alarm, tools, order))
    assert done
    assert (done.state, done.failure) == ("done", None)
    assert (await mine.get(Artwork, done.id)).sizes[-1] == "loop"


async def test_what_this_computer_drew_moves_on_its_rig(
    mine: OwnedStore, alarm: Alarm, artwork: Artwork, film: Film
) -> None:
    del film
    await mine.change(Artwork, {"id": artwork.id}, {"provider": LOCAL})
    motion = Moving(gestures=("wave",), seconds=1)
    job = await order_one(mine, alarm, DrawOrder(artwork_id=artwork.id, motion=motion), "job", admit)
    assert job.order.artwork_id is None
    assert (job.order.motion, job.order.caption, job.order.photo_id) == (motion, "Good night", artwork.photo_id)


@pytest.mark.usefixtures("agreed")
async def test_who_draws_here_does_not_wait_for_a_clip(
    tools: Tools, mine: OwnedStore, alarm: Alarm, artwork: Artwork, photo: KeptPhoto, film: Film, backend: Backend
) -> None:
    del backend
    await order_one(mine, alarm, by_film(artwork), "clip", admit)
    worker = Worker(tools)
    working = asyncio.create_task(worker.work())
    await asyncio.wait_for(film.begun.wait(), 30)
    await order_one(mine, alarm, SMALL.model_copy(update={"photo_id": photo.id}), "picture", admit)
    while (await mine.get(Job, "picture")).state != "done":  # noqa: ASYNC110 - another part of the product ends it
        await asyncio.sleep(0.05)
    assert (await mine.get(Job, "clip")).state == "running"
    film.may_end.set()
    worker.stop()
    await asyncio.wait_for(working, 30)
    assert (await mine.get(Job, "clip")).state == "done"


def test_an_unknown_animator_is_named() -> None:
    with pytest.raises(Exception, match="There is no animator called nobody"):
        registry.animator("nobody")
