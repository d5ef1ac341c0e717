"""How long a job will wait."""

from datetime import timedelta

import pytest
from tests.jobs.conftest import SMALL, job_of

from limner.jobs.job import PRIORITY_BATCH
from limner.jobs.lifecycle import cancel, claim, submit
from limner.jobs.waiting import waiting_of
from limner.storage.owned import OwnedStore
from limner.storage.record import now


@pytest.fixture
async def three_seconds_each(mine: OwnedStore) -> None:
    moment = now()
    for number, seconds in enumerate((1, 3, 60)):
        ended_at = moment + timedelta(seconds=seconds)
        await mine.store.insert(job_of(mine, id=f"0{number}", state="done", started_at=moment, ended_at=ended_at))


@pytest.mark.usefixtures("three_seconds_each")
async def test_place_and_time_count_who_comes_first(mine: OwnedStore) -> None:
    jobs = [job_of(mine, id=f"1{n}", priority=PRIORITY_BATCH if n == 0 else 10) for n in range(4)]
    await submit(mine.store, *jobs)
    waits = [await waiting_of(mine.store, job, workers=2) for job in jobs]
    assert [(wait.position, wait.expected_s) for wait in waits] == [(4, 6.0), (1, 3.0), (2, 3.0), (3, 6.0)]


@pytest.mark.usefixtures("three_seconds_each")
async def test_a_job_at_work_waits_for_what_is_left_and_an_ended_one_for_nothing(mine: OwnedStore) -> None:
    await submit(mine.store, job_of(mine, id="11"), job_of(mine, id="12"))
    running = await claim(mine.store, "a")
    assert running
    wait = await waiting_of(mine.store, running, workers=2)
    assert wait.position == 0
    assert wait.expected_s
    assert 2 < wait.expected_s <= 3
    assert (await waiting_of(mine.store, await cancel(mine, "12"), workers=2)).expected_s == 0


@pytest.mark.usefixtures("three_seconds_each")
async def test_nobody_claims_to_know_how_long_somebody_elsewhere_takes(mine: OwnedStore) -> None:
    moment = now()
    cloud = SMALL.model_copy(update={"provider": "gemini"})
    first, second = job_of(mine, id="21", order=cloud), job_of(mine, id="22", order=cloud)
    await submit(mine.store, first)
    assert (await waiting_of(mine.store, first, workers=2)).expected_s is None
    ended_at = moment + timedelta(seconds=40)
    await mine.store.insert(job_of(mine, id="20", order=cloud, state="done", started_at=moment, ended_at=ended_at))
    await submit(mine.store, second)
    assert (await waiting_of(mine.store, second, workers=2)).expected_s == 40
