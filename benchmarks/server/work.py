"""How soon a job begins, and how many small requests a second one server answers."""

import asyncio
import time
from datetime import datetime
from typing import Final

import httpx
from benchmarks.server.figures import Figure, share
from benchmarks.server.house import House, bearer, celery_worker, house, inside, new_account

from limner.characters.keep import keep_character
from limner.characters.kept_character import KeptCharacter
from limner.characters.plain_person import plain_person
from limner.jobs.job import Job
from limner.storage.owned import OwnedStore
from limner.storage.store import Store
from limner.testing import servers

_JOBS: Final = 8
_READY_S: Final = 12.0
"""Until the workers have loaded their models."""
_REQUESTS: Final = 1500
_CLIENTS: Final = 8


async def embedded() -> list[Figure]:
    """With the server's own workers."""
    with house(workers="2") as at:
        figures = await _jobs(at, "embedded")
        memory = at.memory_mb()
        figures += await _requests(at)
    return [
        *figures,
        *(Figure(f"memory of the largest {kind} after {_JOBS} jobs", mb, "MB") for kind, mb in memory.items()),
    ]


async def celery() -> list[Figure]:
    """With Celery on Redis."""
    with servers.redis_server() as client, house(queue_url=servers.redis_url(client)) as at, celery_worker(at, 2):
        return await _jobs(at, "Celery")


async def _jobs(at: House, queue: str) -> list[Figure]:
    """One job after the other, each asked for when the workers rest."""
    await asyncio.sleep(_READY_S)
    starts: list[float] = []
    ends: list[float] = []
    async with inside(at) as backend:
        account, token = await new_account(backend, "artist")
        kept = KeptCharacter(account_id=account.id, character=plain_person())
        await keep_character(OwnedStore(backend.store, account.id), kept)
        async with httpx.AsyncClient(base_url=at.url, headers=bearer(token)) as client:
            for seed in range(_JOBS):
                asked = {"character_id": kept.id, "style": "comic", "template": "moon", "size_px": 512, "seed": seed}
                answer = await client.post("/api/v1/jobs", json=asked)
                job = await _ended(backend.store, answer.json()["id"])
                assert job.started_at, job
                assert job.ended_at, job
                starts.append(_ms(job.created_at, job.started_at))
                ends.append(_ms(job.created_at, job.ended_at))
    note = f"p50 {share(starts, 0.5):.0f} ms; to its end p50 {share(ends, 0.5):.0f} ms (comic, 512 px)"
    return [Figure(f"{queue}: from accepting a job to its begin, most of {_JOBS}", max(starts), "ms", None, note)]


async def _ended(store: Store, job_id: str) -> Job:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        job = await store.get(Job, job_id)
        if job and job.ended_at:
            assert job.state == "done", job.failure
            return job
        await asyncio.sleep(0.05)
    raise TimeoutError(job_id)


async def _requests(at: House) -> list[Figure]:
    async with inside(at) as backend:
        _, token = await new_account(backend, "hurried")
    figures: list[Figure] = []
    for what, path in (("/healthz", "/healthz"), ("the account's own jobs (signed in)", "/api/v1/jobs?limit=1")):
        async with httpx.AsyncClient(base_url=at.url, headers=bearer(token)) as client:
            begun_s = time.perf_counter()
            await asyncio.gather(*(_ask(client, path, _REQUESTS // _CLIENTS) for _ in range(_CLIENTS)))
            took_s = time.perf_counter() - begun_s
        figures.append(Figure(f"requests of {what}, {_CLIENTS} at once", _REQUESTS / took_s, "a second"))
    return figures


async def _ask(client: httpx.AsyncClient, path: str, times: int) -> None:
    for _ in range(times):
        assert (await client.get(path)).status_code == 200


def _ms(earlier: datetime, later: datetime) -> float:
    return (later - earlier).total_seconds() * 1000
