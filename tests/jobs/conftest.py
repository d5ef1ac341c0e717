"""A server's stores with an account in them and its photo."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from limner import model_files
from limner.accounts.account import Account
from limner.accounts.spending import Charge
from limner.backend import Backend, open_backend
from limner.faces.inspect_photo import Inspected, inspect_photo
from limner.faces.kept_photo import KeptPhoto
from limner.faces.photo_library import keep_photo
from limner.jobs.at_work import Tools
from limner.jobs.job import Job
from limner.jobs.lifecycle import claim, put_back
from limner.jobs.order import DrawOrder
from limner.jobs.run import run
from limner.settings import Settings
from limner.storage.owned import OwnedStore
from limner.storage.signed_links import SignedLinks
from limner.storage.store import Store

SMALL = DrawOrder(style="comic", size_px=256)
"""The quickest drawing."""


@dataclass
class Alarm:
    """Notes which jobs workers were told about; with no queue beside it nobody draws."""

    woken: list[str] = field(default_factory=list[str])

    async def start(self) -> None:
        """Nothing to begin."""

    async def wake(self, job_ids: list[str]) -> None:
        """Note the ids."""
        self.woken += job_ids

    async def close(self) -> None:
        """Nothing to end."""


@pytest.fixture
def alarm() -> Alarm:
    return Alarm()


@pytest.fixture
async def backend(tmp_path: Path) -> AsyncIterator[Backend]:
    async with open_backend(Settings(data_dir=tmp_path / "data")) as opened:
        await opened.store.prepare()
        yield opened


@pytest.fixture
def store(backend: Backend) -> Store:
    return backend.store


@pytest.fixture
def tools(backend: Backend) -> Tools:
    return Tools(backend.store, backend.blobs, SignedLinks(backend.keys), backend.settings)


@pytest.fixture
async def mine(store: Store) -> OwnedStore:
    """What the account `jane` may see."""
    account = Account(email="jane@example.org")
    await store.insert(account)
    return OwnedStore(store, account.id)


@pytest.fixture
async def photo(mine: OwnedStore, backend: Backend) -> KeptPhoto:
    """Jane's photo: the sample astronaut."""
    kept, _, _ = await keep_photo(mine, backend.blobs, _inspected, sample(), None)
    return kept


async def _inspected(_: Callable[..., Inspected], data: bytes, detector: str) -> Any:
    return _seen(data, detector)


_seen = cache(inspect_photo)


def sample() -> bytes:
    return model_files.path("sample-astronaut.png").read_bytes()


def job_of(mine: OwnedStore, **fields: Any) -> Job:
    return Job.model_validate({"account_id": mine.account_id, "order": SMALL, **fields})


async def crashed(tools: Tools, mine: OwnedStore, job: Job, begun: asyncio.Event) -> Job:
    """The job as the next worker gets it, after one was killed while somebody else was at work on it."""
    crashing = asyncio.create_task(run(tools, job))
    await asyncio.wait_for(begun.wait(), 30)
    # As after kill -9: the charge stands, the row runs, nobody holds it.
    charges = await mine.store.find(Charge, {}, limit=9)
    crashing.cancel()
    await asyncio.gather(crashing, return_exceptions=True)
    await mine.store.delete(Charge, {})
    await mine.store.insert(*charges)
    await put_back(mine.store, {"worker": "worker"})
    again = await claim(mine.store, "worker-2")
    assert again
    return again
