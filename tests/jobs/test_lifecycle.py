"""States, leases and attempts of a job, on a real database."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

import pytest
from tests.jobs.conftest import job_of

from limner.errors import Conflict, NotFound
from limner.jobs.feed import Event
from limner.jobs.job import ENDED, MOVES, PRIORITY_BATCH, Failure, HandOff, Job, JobState
from limner.jobs.lifecycle import (
    BROKE,
    MOST_ATTEMPTS,
    beat,
    bring,
    cancel,
    claim,
    fail,
    finish,
    give_up_waiting,
    hand_off,
    put_back,
    put_back_expired,
    retry,
    step_begins,
    stop,
    submit,
)
from limner.storage.owned import OwnedStore
from limner.storage.record import now
from limner.storage.store import Store

Act = Callable[[OwnedStore, Job], Awaitable[object]]
PAST: Final = timedelta(seconds=-1)
BY_HAND: Final = HandOff(prompt="a person", brief="A person.", until=now() + PAST)
ACTS: Final[dict[str, tuple[Act, set[JobState], set[JobState]]]] = {
    "claim": (lambda mine, _: claim(mine.store, "b"), {"queued"}, {"running"}),
    "beat": (lambda mine, job: beat(mine.store, job), {"running"}, {"running"}),
    "step": (lambda mine, job: step_begins(mine.store, job, "draw"), {"running"}, {"running"}),
    "finish": (lambda mine, job: finish(mine.store, job, draw_ms=1), {"running"}, {"done"}),
    "fail": (lambda mine, job: fail(mine.store, job, BROKE), {"running"}, {"failed"}),
    "stop": (lambda mine, job: stop(mine.store, job), {"running"}, {"cancelled"}),
    "put back": (lambda mine, _: put_back(mine.store, {"worker": "a"}), {"running"}, {"queued"}),
    "hand off": (lambda mine, job: hand_off(mine.store, job, BY_HAND), {"running"}, {"awaiting"}),
    "bring": (lambda mine, job: bring(mine, job.id), {"awaiting"}, {"queued"}),
    "give up": (lambda mine, _: give_up_waiting(mine.store, 10), {"awaiting"}, {"failed"}),
    "cancel": (lambda mine, job: cancel(mine, job.id), {"queued", "awaiting"}, {"cancelled"}),
    "retry": (lambda mine, job: retry(mine, job.id), {"failed", "cancelled"}, {"queued"}),
}
"""What may be done: from which states, to which."""
REFUSED: Final = {
    ("cancel", "done"),
    ("cancel", "failed"),
    ("retry", "queued"),
    ("retry", "running"),
    ("retry", "awaiting"),
    ("retry", "done"),
    *(("bring", state) for state in MOVES if state != "awaiting"),
}


@pytest.mark.parametrize("state", MOVES)
@pytest.mark.parametrize("name", ACTS)
async def test_every_act_moves_only_as_the_table_says(mine: OwnedStore, name: str, state: JobState) -> None:
    held = {"worker": "a", "attempt": 1, "lease_until": now()} if state == "running" else {}
    job = job_of(mine, state=state, hand_off=BY_HAND, **held)
    await mine.store.insert(job)
    act, from_states, to_states = ACTS[name]
    if (name, state) in REFUSED:
        with pytest.raises(Conflict):
            await act(mine, job)
    else:
        await act(mine, job)
    after = await mine.get(Job, job.id)
    assert after.state in (to_states if state in from_states else {state})
    assert after.state == state or after.state in MOVES[state]
    assert (after.ended_at is not None) == (after.state in ENDED and state not in ENDED)
    assert (after.worker is not None) == (after.lease_until is not None) == (after.state == "running")


def test_every_move_of_the_table_is_made_by_some_act() -> None:
    made = {(before, after) for _, befores, afters in ACTS.values() for before in befores for after in afters}
    made |= {("running", state) for state in ("cancelled", "failed")}
    assert made - {("running", "running")} == {(before, after) for before in MOVES for after in MOVES[before]}


async def test_of_many_workers_each_holds_another_job(mine: OwnedStore) -> None:
    await submit(mine.store, *(job_of(mine) for _ in range(12)))
    claimed = await asyncio.gather(*(claim(mine.store, f"worker-{number}") for number in range(20)))
    held = [job.id for job in claimed if job]
    assert len(held) == len(set(held)) == 12


async def test_who_waits_comes_before_a_batch_and_who_came_first_before_others(mine: OwnedStore) -> None:
    jobs = [job_of(mine, id=f"job{n}", priority=PRIORITY_BATCH if n < 2 else 10) for n in range(4)]
    await submit(mine.store, *jobs)
    order = [job.id for _ in jobs if (job := await claim(mine.store, "a"))]
    assert order == ["job2", "job3", "job0", "job1"]


async def test_a_worker_that_was_taken_for_dead_changes_nothing_any_more(mine: OwnedStore) -> None:
    late, current = await _taken_over(mine)
    before = await mine.get(Job, late.id)
    assert await beat(mine.store, late) is None
    assert await step_begins(mine.store, late, "draw") is None
    assert await finish(mine.store, late, draw_ms=1) is None
    assert await fail(mine.store, late, BROKE) is None
    assert await stop(mine.store, late) is None
    assert await mine.get(Job, late.id) == before
    assert await finish(mine.store, current, draw_ms=5)


async def test_an_earlier_attempt_of_the_same_worker_changes_nothing(mine: OwnedStore) -> None:
    late, current = await _taken_over(mine, "a")
    assert await finish(mine.store, late, draw_ms=1) is None
    assert await finish(mine.store, current, draw_ms=1)


async def test_speaking_keeps_the_lease(mine: OwnedStore) -> None:
    held = await _held(mine)
    await mine.change(Job, {}, {"lease_until": now() + PAST})
    assert await beat(mine.store, held)
    assert await put_back_expired(mine.store) == []
    assert (await mine.get(Job, held.id)).state == "running"


async def test_a_job_whose_workers_keep_dying_fails_with_a_reason(mine: OwnedStore) -> None:
    job = job_of(mine)
    await submit(mine.store, job)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        held = await claim(mine.store, "a")
        assert held
        assert held.attempt == attempt
        await mine.change(Job, {}, {"lease_until": now() + PAST})
        await put_back_expired(mine.store)
    assert await claim(mine.store, "a") is None
    failed = await mine.get(Job, job.id)
    assert failed.state == "failed"
    assert failed.failure
    assert failed.failure.code == "job.gave_up"


async def test_a_job_cancelled_while_its_worker_dies_is_cancelled(mine: OwnedStore) -> None:
    held = await _held(mine)
    await cancel(mine, held.id)
    await put_back(mine.store, {"worker": "a"})
    assert (await mine.get(Job, held.id)).state == "cancelled"


async def test_retry_begins_anew(mine: OwnedStore) -> None:
    held = await _held(mine)
    await fail(mine.store, held, Failure(code="x", message="No."))
    again = await retry(mine, held.id)
    assert (again.state, again.attempt, again.failure, again.ended_at) == ("queued", 0, None, None)
    assert await claim(mine.store, "a")


async def test_a_job_submitted_twice_is_one_and_told_once(mine: OwnedStore) -> None:
    job = job_of(mine)
    await submit(mine.store, job)
    await submit(mine.store, job)
    assert await mine.count(Job) == 1
    assert await mine.count(Event) == 1


@pytest.mark.parametrize("act", [cancel, retry])
async def test_nobody_touches_the_jobs_of_others(
    mine: OwnedStore, store: Store, act: Callable[[OwnedStore, str], Awaitable[Job]]
) -> None:
    job = job_of(mine)
    await submit(store, job)
    with pytest.raises(NotFound):
        await act(OwnedStore(store, "eve"), job.id)
    assert await mine.get(Job, job.id) == job


async def _held(mine: OwnedStore) -> Job:
    await submit(mine.store, job_of(mine))
    held = await claim(mine.store, "a")
    assert held
    return held


async def _taken_over(mine: OwnedStore, by: str = "b") -> tuple[Job, Job]:
    """The job as its first worker saw it, and as the one sees it that took it over."""
    late = await _held(mine)
    await mine.change(Job, {}, {"lease_until": now() + PAST})
    assert [job.id for job in await put_back_expired(mine.store)] == [late.id]
    current = await claim(mine.store, by)
    assert current
    return late, current
