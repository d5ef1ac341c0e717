"""Limits count exactly, however many ask at once."""

import asyncio
import multiprocessing
import time
from multiprocessing.queues import Queue as ProcessQueue

import pytest
from tests.servers import free_port
from tests.servers import redis_server as redis_server  # noqa: PLC0414 - a fixture
from tests.servers import redis_url as redis_url  # noqa: PLC0414 - a fixture

from limner.accounts.limits import Limits
from limner.errors import StoreUnreachable, TooMany
from limner.settings import Settings

PROCESSES = 8
TRIES_EACH = 10


async def test_ten_pictures_a_minute_and_the_wait_is_said(limits: Limits) -> None:
    for _ in range(10):
        await limits.check("generate", "jane")
    with pytest.raises(TooMany) as refused:
        await limits.check("generate", "jane")
    assert 58 <= refused.value.retry_after_s <= 61
    await limits.check("generate", "john")
    await limits.check("mail", "jane")


async def test_the_window_moves_and_what_was_refused_does_not_count() -> None:
    limits = Limits(Settings(limit_generate="3/second"))
    await limits.check("generate", "jane", times=2)
    with pytest.raises(TooMany):
        await limits.check("generate", "jane", times=2)
    await limits.check("generate", "jane")
    with pytest.raises(TooMany) as refused:
        await limits.check("generate", "jane")
    await asyncio.sleep(refused.value.retry_after_s + 0.05)
    await limits.check("generate", "jane", times=3)


async def test_in_redis_the_window_is_one_for_all_servers(redis_url: str) -> None:
    settings = Settings(limits_url=redis_url)
    here, there = Limits(settings), Limits(settings)
    await here.check("generate", "jane", times=6)
    await there.check("generate", "jane", times=4)
    with pytest.raises(TooMany) as refused:
        await here.check("generate", "jane")
    assert 55 <= refused.value.retry_after_s <= 61
    await here.close()
    await there.close()


def test_eight_processes_get_ten_pictures_between_them(redis_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    allowed: ProcessQueue[int] = context.Queue()
    begin_at = time.time() + 4
    processes = [context.Process(target=_ask, args=(redis_url, begin_at, allowed)) for _ in range(PROCESSES)]
    for process in processes:
        process.start()
    counts = [allowed.get(timeout=60) for _ in processes]
    for process in processes:
        process.join(30)
        assert process.exitcode == 0
    assert sum(counts) == 10, counts


async def test_without_redis_nothing_passes_uncounted() -> None:
    limits = Limits(Settings(limits_url=f"redis://127.0.0.1:{free_port()}/0"))
    with pytest.raises(StoreUnreachable):
        await limits.check("generate", "jane")
    await limits.close()


def _ask(url: str, begin_at: float, allowed: "ProcessQueue[int]") -> None:
    async def ask() -> int:
        limits = Limits(Settings(limits_url=url))
        await asyncio.sleep(max(0.0, begin_at - time.time()))
        tries = [limits.check("generate", "jane") for _ in range(TRIES_EACH)]
        answers = await asyncio.gather(*tries, return_exceptions=True)
        await limits.close()
        assert all(answer is None or isinstance(answer, TooMany) for answer in answers)
        return answers.count(None)

    allowed.put(asyncio.run(ask()))
