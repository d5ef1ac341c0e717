"""Orders with motion: the artwork has a loop beside its still picture, and the loop goes where the artwork goes."""

import io
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image
from pydantic import ValidationError
from tests.jobs.conftest import SMALL, Alarm, job_of

from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.backend import Backend, erase_account
from limner.errors import Invalid
from limner.faces.kept_photo import KeptPhoto
from limner.gallery.artwork import Artwork
from limner.gallery.shelf import delete_artwork, purge_deleted
from limner.jobs.at_work import Tools
from limner.jobs.feed import Event
from limner.jobs.job import Job
from limner.jobs.lifecycle import claim, submit
from limner.jobs.order import DrawOrder, Moving
from limner.jobs.ordering import order_one
from limner.jobs.run import run
from limner.storage.blobs import Blob
from limner.storage.owned import OwnedStore
from limner.storage.record import now

_QUICK = Moving(gestures=("blink", "tilt"), seconds=1, size_px=240)


async def moving(tools: Tools, mine: OwnedStore, **order: Any) -> Artwork:
    job = job_of(mine, order=SMALL.model_copy(update={"motion": _QUICK, **order}))
    await submit(tools.store, job)
    claimed = await claim(tools.store, "worker")
    assert claimed is not None
    ended = await run(tools, claimed)
    assert ended
    assert (ended.state, ended.failure) == ("done", None)
    return await mine.get(Artwork, job.id)


@pytest.mark.parametrize("style", ["comic", "watercolor-portrait"])
async def test_the_artwork_of_a_moving_order_has_a_loop(
    tools: Tools, mine: OwnedStore, photo: KeptPhoto, style: str
) -> None:
    artwork = await moving(tools, mine, photo_id=photo.id, style=style)
    assert artwork.sizes[-1] == "loop"
    with Image.open(io.BytesIO(await tools.blobs.get(artwork.blob_id("loop")))) as loop:
        assert (loop.format, loop.n_frames, loop.width) == ("WEBP", 12, 240)  # type: ignore[attr-defined]
    assert DrawOrder.of(artwork).motion == _QUICK
    steps = [event.data["step"] for event in await mine.find(Event, {"kind": "job"}, order=("number",), limit=50)]
    assert "move" in steps


async def test_a_purged_artwork_takes_its_loop_along(tools: Tools, mine: OwnedStore, photo: KeptPhoto) -> None:
    artwork = await moving(tools, mine, photo_id=photo.id)
    await delete_artwork(mine, artwork.id)
    await mine.change(Artwork, {"id": artwork.id}, {"deleted_at": now() - timedelta(days=8)})
    assert await purge_deleted(tools.store, tools.blobs) == 1
    assert await mine.count(Blob) == 2, "the photo and its thumbnail alone"


async def test_an_erased_account_leaves_no_loop(
    backend: Backend, tools: Tools, mine: OwnedStore, photo: KeptPhoto
) -> None:
    await moving(tools, mine, photo_id=photo.id)
    account = await backend.store.get(Account, mine.account_id)
    assert account
    await erase_account(backend, account, Caller())
    assert await backend.store.count(Blob, {}) == 0


async def test_what_can_not_move_is_refused_before_it_is_queued(
    mine: OwnedStore, photo: KeptPhoto, alarm: Alarm
) -> None:
    async def admit(_: int) -> None:
        """As many as they like."""

    order = DrawOrder(photo_id=photo.id, style="watercolor-portrait", motion=Moving(gestures=("wave",)))
    with pytest.raises(Invalid, match="no arms"):
        await order_one(mine, alarm, order, "job", admit)
    assert await mine.count(Job) == 0


@pytest.mark.parametrize(
    "wrong", ['{"gestures": ["dance"]}', '{"gestures": []}', '{"seconds": 60}', '{"size_px": 5000}']
)
def test_motion_has_its_limits(wrong: str) -> None:
    with pytest.raises(ValidationError):
        Moving.model_validate_json(wrong)
