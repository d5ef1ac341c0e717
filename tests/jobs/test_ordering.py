"""What is taken for drawing, and what is refused before anything is queued."""

from typing import Any

import pytest
from tests.jobs.conftest import SMALL, Alarm

from limner.errors import Invalid, LimnerError, NoSuchFace, NotFound, TooMany, UnknownName
from limner.faces.kept_photo import KeptPhoto
from limner.jobs.job import PRIORITY_BATCH, PRIORITY_NOW, Batch, Job
from limner.jobs.lifecycle import claim
from limner.jobs.ordering import cancel_batch, grid, order_many, order_one, retry_batch
from limner.storage.owned import OwnedStore


async def anybody(_: int) -> None:
    """Admits any number."""


async def nobody(_: int) -> None:
    """Admits none."""
    raise TooMany("Too many pictures.", "Wait a while.", 3)


def test_a_grid_holds_every_pair_and_a_portrait_once() -> None:
    orders = grid([SMALL, SMALL], ["comic", "watercolor-portrait"], ["moon", "forest"])
    pairs = [(order.style, order.template) for order in orders]
    assert pairs == [("comic", "moon"), ("comic", "forest"), ("watercolor-portrait", "moon")] * 2


async def test_the_same_order_sent_twice_is_one_job(mine: OwnedStore, alarm: Alarm, photo: KeptPhoto) -> None:
    order = SMALL.model_copy(update={"photo_id": photo.id})
    first = await order_one(mine, alarm, order, "job1", anybody)
    assert await order_one(mine, alarm, order, "job1", nobody) == first
    assert (await mine.count(Job), alarm.woken, first.priority) == (1, ["job1"], PRIORITY_NOW)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"style": "oil"}, UnknownName),
        ({"template": "mars"}, UnknownName),
        ({"provider": "cloud"}, UnknownName),
        ({"face_number": 2}, NoSuchFace),
        ({"photo_id": "another"}, NotFound),
        ({"photo_id": None, "character_id": "another"}, NotFound),
        ({"photo_id": None}, Invalid),
        ({"character_id": "another"}, Invalid),
    ],
)
async def test_one_wrong_order_refuses_the_whole_batch(
    mine: OwnedStore, alarm: Alarm, photo: KeptPhoto, wrong: dict[str, Any], error: type[LimnerError]
) -> None:
    right = SMALL.model_copy(update={"photo_id": photo.id})
    with pytest.raises(error):
        await order_many(mine, alarm, [right, right.model_copy(update=wrong)], "batch1", "", anybody)
    assert (await mine.count(Batch), await mine.count(Job), alarm.woken) == (0, 0, [])


async def test_who_may_not_draw_queues_nothing(mine: OwnedStore, alarm: Alarm, photo: KeptPhoto) -> None:
    order = SMALL.model_copy(update={"photo_id": photo.id})
    with pytest.raises(TooMany):
        await order_one(mine, alarm, order, "job1", nobody)
    with pytest.raises(TooMany):
        await order_many(mine, alarm, [order], "batch1", "", nobody)
    assert (await mine.count(Batch), await mine.count(Job)) == (0, 0)


async def test_a_batch_sent_again_after_a_crash_is_completed(mine: OwnedStore, alarm: Alarm, photo: KeptPhoto) -> None:
    order = SMALL.model_copy(update={"photo_id": photo.id})
    batch = await order_many(mine, alarm, [order] * 3, "batch1", "Eileen", anybody)
    await mine.delete(Job, {"id": "batch10002"})
    again = await order_many(mine, alarm, [order] * 3, "batch1", "Eileen", nobody)
    jobs = await mine.find(Job, {"batch_id": batch.id}, limit=9)
    assert (again.id, again.total, len(jobs)) == (batch.id, 3, 3)
    assert {job.priority for job in jobs} == {PRIORITY_BATCH}
    assert await order_many(mine, alarm, [order] * 3, "batch1", "Eileen", nobody) == batch


async def test_cancelling_a_batch_asks_those_at_work_too(mine: OwnedStore, alarm: Alarm, photo: KeptPhoto) -> None:
    order = SMALL.model_copy(update={"photo_id": photo.id})
    await order_many(mine, alarm, [order] * 3, "batch1", "", anybody)
    assert await claim(mine.store, "a")
    await cancel_batch(mine, "batch1")
    jobs = await mine.find(Job, order=("id",), limit=9)
    assert [(job.state, job.cancel_requested) for job in jobs] == [("running", True), *[("cancelled", False)] * 2]


async def test_what_a_batch_lost_is_queued_again_and_nothing_else(
    mine: OwnedStore, alarm: Alarm, photo: KeptPhoto
) -> None:
    orders = [SMALL.model_copy(update={"photo_id": photo.id, "seed": seed}) for seed in range(3)]
    await order_many(mine, alarm, orders, "batch1", "", anybody)
    done = await claim(mine.store, "worker")
    assert done is not None
    await cancel_batch(mine, "batch1")
    alarm.woken.clear()
    with pytest.raises(TooMany):
        await retry_batch(mine, alarm, "batch1", nobody)
    await retry_batch(mine, alarm, "batch1", anybody)
    states = await mine.count_by(Job, "state", {"batch_id": "batch1"})
    assert (states, len(alarm.woken)) == ({"running": 1, "queued": 2}, 2)
