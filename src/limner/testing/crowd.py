"""Many jobs, two workers, one of which is killed again and again: how it ends, and how long it takes."""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator
from statistics import median
from typing import Final, NamedTuple

from limner.testing.killable import KillableLimner, below, kill, words

_BETWEEN_KILLS_S: Final = 1.0
_LEASES_S: Final = 120.0
_KILLED_PER_PICTURE: Final = 0.1
"""A worker killed without end would in time kill one job so often that Limner gives it up, as it should."""


class CrowdFigures(NamedTuple):
    """How a crowd of jobs ended. `attempts` counts how often a job was begun, all jobs together."""

    pictures: int
    done: int
    artworks: int
    attempts: int
    kills: int
    seconds: float
    job_ms: float


async def draw_crowd(limner: KillableLimner, pictures: int) -> CrowdFigures:
    """Have so many pictures accepted and drawn while one of two workers is killed; the server has not begun yet."""
    steady = limner.start_worker() if limner.queue_url else None
    limner.start()
    begun = time.monotonic()
    limner.order(pictures)
    async with _killing(limner, round(pictures * _KILLED_PER_PICTURE)) as kills:
        jobs = await limner.all_ended(_LEASES_S + pictures)
    seconds = time.monotonic() - begun
    if steady and steady.poll() is not None:
        raise RuntimeError("the worker that nobody killed ended")
    return CrowdFigures(
        pictures=pictures,
        done=sum(job.state == "done" for job in jobs),
        artworks=await limner.check_pictures(),
        attempts=sum(job.attempt for job in jobs),
        kills=len(kills),
        seconds=round(seconds, 1),
        job_ms=median(job.draw_ms or 0 for job in jobs),
    )


@contextlib.asynccontextmanager
async def _killing(limner: KillableLimner, most: int) -> AsyncGenerator[list[int]]:
    """Kills while it lasts; the ids of the killed."""
    killed: list[int] = []
    task = asyncio.create_task(
        _kill_celery(limner, killed, most) if limner.queue_url else _kill_embedded(limner, killed, most)
    )
    try:
        yield killed
    finally:
        task.cancel()
        await asyncio.wait({task})
    if not task.cancelled():
        task.result()


async def _kill_embedded(limner: KillableLimner, killed: list[int], most: int) -> None:
    """Whichever of the server's workers is not the first one, whenever it has begun a job."""
    steady = limner.embedded_workers()[0]
    while len(killed) < most:
        await asyncio.sleep(_BETWEEN_KILLS_S)
        holders = {job.worker for job in await limner.jobs() if job.state == "running"}
        for pid in limner.embedded_workers():
            if pid != steady and holders & set(words(pid)):
                kill(pid)
                killed.append(pid)


async def _kill_celery(limner: KillableLimner, killed: list[int], most: int) -> None:
    """A second `limner worker` with all its processes, whenever it has begun a job; then begin another."""
    known = await _new_holder(limner, set())
    while len(killed) < most:
        victim = limner.start_worker()
        known |= await _new_holder(limner, known)
        left = below(victim.pid)
        victim.kill()
        victim.wait()
        for pid in left:
            kill(pid)
        killed.append(victim.pid)


async def _new_holder(limner: KillableLimner, known: set[str]) -> set[str]:
    """Name of a worker that holds a job and was not known before."""
    while True:
        names = {job.worker for job in await limner.jobs() if job.state == "running" and job.worker}
        if names - known:
            return names - known
        await asyncio.sleep(0.1)
