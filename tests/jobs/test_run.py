"""A job drawn to its end on real parts: photo, models, drawing, pictures, database."""

import asyncio
import logging
from typing import Any

import numpy as np
import pytest
from tests.jobs.conftest import SMALL, job_of

from limner.accounts.account import Account
from limner.backend import Backend
from limner.catalog.adjustments import Adjustments
from limner.engine.codec import decode
from limner.engine.images import RgbImage
from limner.engine.stages import Watch
from limner.faces.find import find_faces
from limner.faces.kept_photo import KeptPhoto
from limner.gallery.artwork import SIZES, Artwork
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.generation.providers.local import LocalProvider
from limner.jobs.at_work import Tools
from limner.jobs.feed import Event
from limner.jobs.job import Job
from limner.jobs.lifecycle import cancel, claim, submit
from limner.jobs.run import run
from limner.jobs.steps import STEPS
from limner.jobs.work import Worker
from limner.storage.blobs import Blob
from limner.storage.owned import OwnedStore
from limner.storage.signed_links import SignedLinks


class Buggy(LocalProvider):
    """Draws every style but comic."""

    def paint(self, request: DrawRequest, watch: Watch | None = None) -> RgbImage:
        if request.style.name == "comic":
            raise ZeroDivisionError("secret details")
        return super().paint(request, watch)


class Held(LocalProvider):
    """Draws once it may."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.may_go_on = asyncio.Event(), asyncio.Event()

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        self.begun.set()
        await asyncio.wait_for(self.may_go_on.wait(), 20)
        return await super().draw(request, errand)


def drawing_with(backend: Backend, local: LocalProvider) -> Tools:
    """A worker's tools in which somebody else draws locally."""
    return Tools(backend.store, backend.blobs, SignedLinks(backend.keys), backend.settings, {"local": local})


async def drawn(tools: Tools, mine: OwnedStore, **order: Any) -> Job:
    """The job of this order, after its run."""
    job = job_of(mine, order=SMALL.model_copy(update=order))
    await submit(tools.store, job)
    claimed = await claim(tools.store, "worker")
    assert claimed is not None
    await run(tools, claimed)
    return await mine.get(Job, job.id)


def face_place(picture: RgbImage) -> tuple[float, float]:
    """Centre of the drawn face in pixels."""
    return find_faces(picture)[0].box.center_px


async def picture_of(tools: Tools, job: Job) -> RgbImage:
    assert job.artwork_id
    return decode(await tools.blobs.get(f"{job.artwork_id}.print"))


async def test_a_job_goes_through_every_step_to_an_artwork(tools: Tools, mine: OwnedStore, photo: KeptPhoto) -> None:
    job = await drawn(tools, mine, photo_id=photo.id)
    assert (job.state, job.failure, job.progress) == ("done", None, 1.0)
    artwork = await mine.get(Artwork, job.id)
    pictures = {size: decode(await tools.blobs.get(artwork.blob_id(size))) for size in SIZES}
    assert {size: picture.width_px for size, picture in pictures.items()} == dict.fromkeys(SIZES, 256)
    events = await mine.find(Event, {"kind": "job"}, order=("number",), limit=99)
    assert [event.data["step"] for event in events] == [None, None, *(step for step in STEPS if step != "move"), None]
    shares = [event.data["progress"] for event in events]
    assert shares == sorted(shares)
    assert [event.data["state"] for event in events] == ["queued", *["running"] * 9, "done"]


@pytest.mark.parametrize(
    ("adjustments", "right", "down"),
    [(Adjustments(dx=200), True, False), (Adjustments(dy=200), False, True)],
)
async def test_adjustments_move_the_person(
    tools: Tools, mine: OwnedStore, photo: KeptPhoto, adjustments: Adjustments, *, right: bool, down: bool
) -> None:
    before = await picture_of(tools, await drawn(tools, mine, photo_id=photo.id))
    after = await picture_of(tools, await drawn(tools, mine, photo_id=photo.id, adjustments=adjustments))
    (x0, y0), (x1, y1) = face_place(before), face_place(after)
    assert (x1 - x0 > 25, y1 - y0 > 25) == (right, down)


@pytest.mark.parametrize("adjustments", [Adjustments(scale=1.4), Adjustments(tilt_deg=20)])
async def test_scale_and_tilt_change_the_person_and_not_the_sky(
    tools: Tools, mine: OwnedStore, photo: KeptPhoto, adjustments: Adjustments
) -> None:
    before = await picture_of(tools, await drawn(tools, mine, photo_id=photo.id))
    after = await picture_of(tools, await drawn(tools, mine, photo_id=photo.id, adjustments=adjustments))
    moved = np.abs(before.pixels.astype(int) - after.pixels.astype(int)).max(axis=2) > 24
    assert moved.mean() > 0.02
    assert not moved[:20, :20].any()


async def test_an_attribute_for_this_picture_alone_is_drawn(tools: Tools, mine: OwnedStore, photo: KeptPhoto) -> None:
    red = Adjustments(attributes={"glasses.frame": "round"})
    before = await picture_of(tools, await drawn(tools, mine, photo_id=photo.id))
    after = await picture_of(tools, await drawn(tools, mine, photo_id=photo.id, adjustments=red))
    assert (before.pixels != after.pixels).any()


async def test_a_deleted_photo_fails_the_job_with_a_sentence(tools: Tools, mine: OwnedStore) -> None:
    job = await drawn(tools, mine, photo_id="gone")
    assert job.state == "failed"
    assert job.failure
    assert (job.failure.code, job.failure.message) == ("photo.gone", "The photo for this picture was deleted.")
    assert await mine.count(Artwork) == 0


async def test_a_photo_of_somebody_else_is_gone(tools: Tools, photo: KeptPhoto) -> None:
    stranger = Account(email="eve@example.org")
    await tools.store.insert(stranger)
    job = await drawn(tools, OwnedStore(tools.store, stranger.id), photo_id=photo.id)
    assert job.failure
    assert job.failure.code == "photo.gone"


async def test_a_mistake_in_a_provider_fails_its_job_and_the_worker_goes_on(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto, caplog: pytest.LogCaptureFixture
) -> None:
    worker = Worker(drawing_with(backend, Buggy()))
    broken, sound = (
        job_of(mine, order=SMALL.model_copy(update={"photo_id": photo.id, "style": style}))
        for style in ("comic", "storybook")
    )
    await submit(backend.store, broken, sound)
    working = asyncio.create_task(worker.work())
    while await mine.count(Job, {"state__in": ("queued", "running")}):  # noqa: ASYNC110 - a row tells nobody
        await asyncio.sleep(0.02)
    worker.stop()
    await working
    failed = await mine.get(Job, broken.id)
    assert (failed.state, failed.worker, failed.lease_until) == ("failed", None, None)
    assert failed.failure
    assert failed.failure.code == "job.broke"
    assert "secret" not in failed.failure.model_dump_json()
    assert (await mine.get(Job, sound.id)).state == "done"
    logged = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [broken.id in record.getMessage() for record in logged] == [True]
    assert logged[0].exc_info


async def test_a_running_job_stops_at_its_next_step_when_cancelled(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto
) -> None:
    held = Held()
    drawing = asyncio.create_task(
        drawn(
            drawing_with(backend, held),
            mine,
            photo_id=photo.id,
        )
    )
    await held.begun.wait()
    job = (await mine.find(Job, limit=1))[0]
    assert (await cancel(mine, job.id)).cancel_requested
    held.may_go_on.set()
    assert (await drawing).state == "cancelled"
    assert await mine.count(Artwork) == 0
    assert await mine.count(Blob) == 2, "the photo and its thumbnail alone"


async def test_a_run_that_lost_its_job_stores_nothing(backend: Backend, mine: OwnedStore, photo: KeptPhoto) -> None:
    held = Held()
    drawing = asyncio.create_task(
        drawn(
            drawing_with(backend, held),
            mine,
            photo_id=photo.id,
        )
    )
    await held.begun.wait()
    await mine.change(Job, {}, {"state": "running", "worker": "another", "attempt": 2})
    held.may_go_on.set()
    job = await drawing
    assert (job.state, job.worker, job.attempt) == ("running", "another", 2)
    assert await mine.count(Artwork) == 0
