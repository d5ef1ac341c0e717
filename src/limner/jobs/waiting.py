"""How long a job will wait, from how long others took."""

from dataclasses import dataclass
from statistics import median
from typing import Final

from limner.jobs.job import Job
from limner.storage.record import now
from limner.storage.store import Store

_RECENT: Final = 25
_UNMEASURED_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """`position` 1 is drawn next, 0 is being drawn or over; `expected_s` until the picture is there."""

    position: int
    expected_s: float


async def waiting_of(store: Store, job: Job, workers: int) -> Waiting:
    """Where a job stands in the queue, and when it will be done if nothing happens."""
    if job.state not in {"queued", "running"}:
        return Waiting(0, 0.0)
    each_s = await usual_time_s(store)
    if job.state == "running":
        begun = (now() - job.started_at).total_seconds() if job.started_at else 0.0
        return Waiting(0, round(max(0.1, each_s - begun), 1))
    before = await store.count(Job, {"state": "queued", "priority__gt": job.priority})
    before += await store.count(Job, {"state": "queued", "priority": job.priority, "id__lt": job.id})
    rounds = before // max(1, workers) + 1
    return Waiting(before + 1, round(rounds * each_s, 1))


async def usual_time_s(store: Store) -> float:
    """Median of the last jobs, from begin to end."""
    done = await store.find(Job, {"state": "done"}, limit=_RECENT)
    took = [(job.ended_at - job.started_at).total_seconds() for job in done if job.started_at and job.ended_at]
    return median(took) if took else _UNMEASURED_S
