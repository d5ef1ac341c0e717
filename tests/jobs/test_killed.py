"""What is left when processes are killed: every accepted job ends once, and no picture is torn."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from limner.jobs.job import Job
from limner.testing.killable import KillableLimner, kill, killed_at_the_end, wait_for, words


@pytest.fixture
async def limner(tmp_path: Path) -> AsyncIterator[KillableLimner]:
    with killed_at_the_end(KillableLimner(tmp_path / "data")) as made:
        await made.prepare()
        yield made


async def at_work(limner: KillableLimner, step: str | None = None) -> Job:
    """A job that is running, in this step."""
    while True:
        for job in await limner.jobs():
            if job.state == "running" and step in {None, job.step}:
                return job
        await asyncio.sleep(0.005)


async def all_done_once(limner: KillableLimner, pictures: int) -> None:
    jobs = await limner.all_ended()
    assert [(job.state, job.failure) for job in jobs] == [("done", None)] * pictures
    assert await limner.check_pictures() == pictures


async def test_a_killed_server_finishes_after_its_restart_and_leaves_no_process(limner: KillableLimner) -> None:
    limner.start()
    limner.order(8)
    await at_work(limner)
    left = limner.kill()
    assert left
    wait_for(lambda: not any(words(pid) for pid in left), 15)
    assert any(job.state == "queued" for job in await limner.jobs())
    limner.start()
    await all_done_once(limner, 8)


async def test_a_machine_that_stops_in_mid_drawing_loses_no_job(limner: KillableLimner) -> None:
    limner.start()
    limner.order(4)
    torn = await at_work(limner, "draw")
    limner.kill_all()
    limner.start()
    await all_done_once(limner, 4)
    assert (await limner.jobs())[[job.id for job in await limner.jobs()].index(torn.id)].attempt == 2


@pytest.mark.parametrize("step", ["draw", "store"])
async def test_the_job_of_a_killed_worker_is_done_by_another_at_once(limner: KillableLimner, step: str) -> None:
    limner.start()
    limner.order(4)
    torn = await at_work(limner, step)
    victim = next(pid for pid in limner.embedded_workers() if torn.worker in words(pid))
    kill(victim)
    jobs = await limner.all_ended(15)  # less than the lease
    await all_done_once(limner, 4)
    assert max(job.attempt for job in jobs) <= 2
    wait_for(lambda: len(limner.embedded_workers()) == 2)


async def test_asked_to_stop_it_finishes_what_it_draws_and_leaves_the_rest(limner: KillableLimner) -> None:
    limner.start()
    limner.order(8)
    await at_work(limner, "draw")
    assert limner.server
    limner.server.send_signal(signal.SIGTERM)
    limner.server.wait(20)
    states = {job.state for job in await limner.jobs()}
    assert states == {"done", "queued"}
    assert {job.attempt for job in await limner.jobs() if job.state == "queued"} == {0}
    await limner.check_pictures()
