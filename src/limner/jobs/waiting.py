"""How long a job will wait, from how long others took."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from limner.generation.registry import LOCAL
from limner.jobs.job import Job
from limner.storage.record import now
from limner.storage.store import Store

_LOOKED_AT: Final = 50
"""Jobs that ended last, whoever did them."""
_UNMEASURED_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """`position` 1 is drawn next, 0 is being drawn or over; `expected_s` until it is there, None where nobody knows."""

    position: int
    expected_s: float | None


async def waiting_of(store: Store, job: Job, workers: int) -> Waiting:
    """Where a job stands in the queue, and when it will be done if nothing happens."""
    if job.state not in {"queued", "running"}:
        return Waiting(0, 0.0)
    done = await store.find(Job, {"state": "done"}, limit=_LOOKED_AT)
    its_own_s = _usual_time_s([one for one in done if _maker(one) == _maker(job)])
    if its_own_s is None and _maker(job) == LOCAL:
        its_own_s = _UNMEASURED_S
    if job.state == "running":
        begun = (now() - job.started_at).total_seconds() if job.started_at else 0.0
        return Waiting(0, None if its_own_s is None else round(max(0.1, its_own_s - begun), 1))
    before = await store.count(Job, {"state": "queued", "priority__gt": job.priority})
    before += await store.count(Job, {"state": "queued", "priority": job.priority, "id__lt": job.id})
    if its_own_s is None:
        return Waiting(before + 1, None)
    others_s = before // max(1, workers) * (_usual_time_s(done) or _UNMEASURED_S)
    return Waiting(before + 1, round(others_s + its_own_s, 1))


def _usual_time_s(done: Sequence[Job]) -> float | None:
    """Median of jobs, from begin to end; None where there are none."""
    took = [(job.ended_at - job.started_at).total_seconds() for job in done if job.started_at and job.ended_at]
    return median(took) if took else None


def _maker(job: Job) -> str:
    """Who does the longest part of a job."""
    order = job.order
    return order.motion.provider if order.artwork_id and order.motion else order.provider
