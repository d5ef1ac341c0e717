"""How a job moves from state to state. Each move is one conditional write, so two who try it never both succeed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from limner.accounts.spending import Charge, release, settle
from limner.errors import Conflict
from limner.generation.registry import LOCAL
from limner.jobs.feed import publish
from limner.jobs.job import ENDED, Failure, HandOff, Job, PassedOver
from limner.jobs.steps import STEPS, JobStep, begins_at
from limner.storage.owned import OwnedStore
from limner.storage.record import now
from limner.storage.store import Changes, Plus, Store, Where

LEASE: Final = timedelta(seconds=20)
"""A worker that says nothing for so long is taken for dead; it speaks every `BEAT_S`."""
BEAT_S: Final = 4.0
MOST_ATTEMPTS: Final = 4
"""A job whose worker died so often would kill the next one too."""

_GAVE_UP = Failure(
    code="job.gave_up",
    message="Drawing this picture stopped the program several times.",
    advice="Try another photo or style, and tell the administrator about it.",
)
_NOT_BROUGHT = Failure(
    code="job.not_brought",
    message="Nobody brought the picture back in time.",
    advice="Ask for it again, or let this computer draw.",
    retry_helps=True,
)
BROKE: Final = Failure(
    code="job.broke",
    message="Drawing this picture failed because of a mistake in the program.",
    advice="Try again; if it fails again, tell the administrator the time, and the log will say why.",
    retry_helps=True,
)
"""For what was not raised on purpose; the log has the rest."""
_SET_ASIDE: Final = timedelta(hours=1)
_TRIED_AGAIN: Final = frozenset({"failed", "cancelled"})
_LEFT_QUEUE: Final = {"worker": None, "lease_until": None}


async def submit(store: Store, *jobs: Job) -> None:
    """Put jobs into the queue; the same job twice is one."""
    for job in jobs:
        if await store.insert(job, existing="keep"):
            await _tell(store, job)


async def claim(store: Store, worker: str) -> Job | None:
    """Take the next job for a worker; None when there is nothing to do."""
    changes: Changes = {
        "state": "running",
        "worker": worker,
        "lease_until": now() + LEASE,
        "attempt": Plus(1),
        "started_at": now(),
        "step": None,
        "progress": 0.0,
    }
    job = await store.take(Job, {"state": "queued"}, changes, order=("-priority", "id"))
    if job:
        await _tell(store, job)
    return job


async def beat(store: Store, job: Job) -> Job | None:
    """Say that the worker lives; None when the job is no longer this worker's."""
    return await store.take(Job, _held(job), {"lease_until": now() + LEASE})


async def step_begins(store: Store, job: Job, step: JobStep) -> Job | None:
    """Note which step begins; None when the job is no longer this worker's."""
    changes = {"step": step, "progress": begins_at(job.order, step), "lease_until": now() + LEASE}
    moved = await store.take(Job, _held(job), changes)
    if moved:
        await _tell(store, moved)
    return moved


async def advance(store: Store, job: Job, progress: float) -> None:
    """Say how much is done, 0..1; less than was said before is not said."""
    moved = await store.take(Job, {**_held(job), "progress__lt": progress}, {"progress": progress})
    if moved:
        await _tell(store, moved)


async def keep_task(store: Store, job: Job, task: str | None) -> None:
    """Remember what a provider elsewhere is drawing for the job, as "provider:id"; None when it is over."""
    await store.change(Job, _held(job), {"remote_task": task})


async def note_drawing(store: Store, job: Job, passed_over: Sequence[PassedOver], cost_microusd: int) -> None:
    """Keep who did not draw, and what the drawing cost."""
    changes = {
        "passed_over": [one.model_dump() for one in passed_over],
        "cost_microusd": Plus(cost_microusd),
    }
    await store.change(Job, _held(job), changes)


async def finish(store: Store, job: Job, *, draw_ms: int, notes: tuple[str, ...] = ()) -> Job | None:
    """The artwork is stored: the job is done."""
    done = {
        "state": "done",
        "progress": 1.0,
        "step": None,
        "draw_ms": draw_ms,
        "notes": notes,
        "remote_task": None,
    }
    return await _end(store, _held(job), done)


async def hand_off(store: Store, job: Job, by_hand: HandOff) -> Job | None:
    """Somebody draws it by hand: the worker lets go of the job until the picture is brought."""
    changes = {"state": "awaiting", "step": None, "hand_off": by_hand.model_dump(mode="json"), **_LEFT_QUEUE}
    moved = await store.take(Job, _held(job), changes)
    if moved:
        await _tell(store, moved)
    return moved


async def bring(mine: OwnedStore, job_id: str) -> Job:
    """The picture was brought back: the job goes on.

    Raises:
        NotFound: the account has no such job.
        Conflict: nobody waits for a picture of this job.
    """
    where = {"id": job_id, "account_id": mine.account_id, "state": "awaiting"}
    job = await mine.store.take(Job, where, {"state": "queued", "progress": 0.0, "attempt": 0})
    if job is None:
        there = await mine.get(Job, job_id)
        raise Conflict(f"This job is {there.state}; it does not wait for a picture.", "")
    await _tell(mine.store, job)
    return job


async def give_up_waiting(store: Store, limit: int) -> int:
    """End the jobs whose picture nobody brought in time; says how many."""
    over = 0
    for job in await store.find(Job, {"state": "awaiting"}, order=("id",), limit=limit):
        if job.hand_off and job.hand_off.until < now():
            where = {"id": job.id, "state": "awaiting"}
            over += bool(await _end(store, where, {"state": "failed", "failure": _NOT_BROUGHT.model_dump()}))
    return over


async def fail(store: Store, job: Job, failure: Failure) -> Job | None:
    """The job can't be done; the reason stays with it."""
    return await _end(store, _held(job), {"state": "failed", "failure": failure.model_dump()})


async def put_back(store: Store, where: Where) -> list[Job]:
    """Put back running jobs that match, because their worker is gone; those that keep killing it fail."""
    moved: list[Job] = []
    for job in await store.find(Job, {"state": "running", **where}, order=("id",), limit=1000):
        back = await _put_back_one(store, job)
        if back:
            moved.append(back)
    return moved


async def put_back_expired(store: Store) -> list[Job]:
    """Put back the jobs whose lease ran out."""
    return await put_back(store, {"lease_until__lt": now()})


async def release_lost(store: Store, limit: int) -> int:
    """Give back money set aside for jobs that are gone or over, because a server died meanwhile; says how many."""
    lost, old = 0, {"standing": True, "at__lt": now() - _SET_ASIDE}
    for charge in await store.find(Charge, old, order=("id",), limit=limit):
        job = await store.get(Job, charge.job_id)
        if job is None or job.state in ENDED:
            await settle(store, charge, 0)
            lost += 1
    return lost


async def cancel(mine: OwnedStore, job_id: str) -> Job:
    """Cancel at once what waits; ask the worker of a running job to stop at its next step.

    Raises:
        NotFound: the account has no such job.
        Conflict: the job has ended already.
    """
    its = {"id": job_id, "account_id": mine.account_id}
    cancelled = await _end(mine.store, {**its, "state__in": ("queued", "awaiting")}, {"state": "cancelled"})
    if cancelled:
        return cancelled
    asked = await mine.store.take(Job, {**its, "state": "running"}, {"cancel_requested": True})
    if asked:
        await _tell(mine.store, asked)
        return asked
    job = await mine.get(Job, job_id)
    if job.state == "cancelled":
        return job
    raise Conflict(
        f"This job is {job.state}; there is nothing left to cancel.", "Delete its picture if you don't want it."
    )


async def stop(store: Store, job: Job) -> Job | None:
    """The worker stopped because the person cancelled."""
    return await _end(store, _held(job), {"state": "cancelled"})


async def retry(mine: OwnedStore, job_id: str) -> Job:
    """Put a failed or cancelled job into the queue again.

    Raises:
        NotFound: the account has no such job.
        Conflict: the job has not failed and was not cancelled.
    """
    where = {"id": job_id, "account_id": mine.account_id}
    changes: Changes = {
        "state": "queued",
        "attempt": 0,
        "failure": None,
        "cancel_requested": False,
        "step": None,
        "progress": 0.0,
        "started_at": None,
        "ended_at": None,
        "passed_over": [],
    }
    there = await mine.get(Job, job_id)
    if there.state == "cancelled":
        # It was stopped over there; what only took too long may have come meanwhile, and is paid.
        changes = {**changes, "remote_task": None}
    job = await mine.store.take(Job, {**where, "state": there.state}, changes) if there.state in _TRIED_AGAIN else None
    if job is None:
        raise Conflict(f"This job is {there.state}; only failed and cancelled ones are tried again.", "")
    await _tell(mine.store, job)
    return job


async def _put_back_one(store: Store, job: Job) -> Job | None:
    if job.cancel_requested:
        return await _end(store, _held(job), {"state": "cancelled"})
    if job.attempt >= MOST_ATTEMPTS:
        return await _end(store, _held(job), {"state": "failed", "failure": _GAVE_UP.model_dump()})
    back = await store.take(Job, _held(job), {"state": "queued", "step": None, "progress": 0.0, **_LEFT_QUEUE})
    if back:
        await _tell(store, back)
    return back


async def _end(store: Store, where: Where, changes: Changes) -> Job | None:
    ended = await store.take(Job, where, {**changes, **_LEFT_QUEUE, "ended_at": now()})
    if ended:
        if ended.order.provider != LOCAL:
            await release(store, ended.id)
        await _tell(store, ended)
    return ended


def _held(job: Job) -> Where:
    """The job, as long as this very attempt of it runs: a worker that was taken for dead can't change it any more."""
    return {"id": job.id, "state": "running", "worker": job.worker, "attempt": job.attempt}


async def _tell(store: Store, job: Job) -> None:
    await publish(
        store,
        job.account_id,
        "job",
        {
            "job_id": job.id,
            "batch_id": job.batch_id,
            "state": job.state,
            "step": job.step,
            "steps": len(STEPS),
            "progress": job.progress,
            "artwork_id": job.artwork_id,
            "failure": job.failure.model_dump() if job.failure else None,
            "ended": job.state in ENDED,
        },
    )
