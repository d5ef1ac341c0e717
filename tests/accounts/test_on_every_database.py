"""What must hold when several servers act at the same moment, on each database Limner runs on."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.accounts.conftest import CALLER, KINDS, PASSWORD
from tests.servers import mongo_server as mongo_server  # noqa: PLC0414 - a fixture
from tests.servers import mongo_url as mongo_url  # noqa: PLC0414 - a fixture
from tests.servers import postgres_server as postgres_server  # noqa: PLC0414 - a fixture
from tests.servers import postgres_url as postgres_url  # noqa: PLC0414 - a fixture

from limner.accounts import invitations, sessions
from limner.accounts.account import Account
from limner.accounts.passwords import PasswordHashes
from limner.accounts.quotas import spend_jobs
from limner.accounts.registration import register
from limner.backend import open_store
from limner.errors import Conflict
from limner.settings import Settings
from limner.storage.store import Store


@pytest.fixture(params=["sqlite", "postgres", "mongo"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    name: str = request.param
    url = f"sqlite:///{tmp_path / 'accounts.db'}" if name == "sqlite" else request.getfixturevalue(f"{name}_url")
    opened = open_store(url, KINDS)
    await opened.prepare()
    yield opened
    await opened.close()


async def test_one_administrator_one_account_one_invitation_one_refresh(store: Store, hashes: PasswordHashes) -> None:
    async def come(name: str, code: str | None = None) -> Account:
        return await register(store, hashes, f"{name}@example.org", PASSWORD, CALLER, code=code)

    first = await asyncio.gather(*(come(f"person{number}") for number in range(5)))
    assert sorted(account.role for account in first) == ["admin", *["member"] * 4]

    same = await asyncio.gather(*(come("jane") for _ in range(4)), return_exceptions=True)
    assert len([one for one in same if isinstance(one, Account)]) == 1
    assert all(isinstance(one, Account | Conflict) for one in same)

    _, code = await invitations.invite(store, first[0].id, CALLER)
    guests = await asyncio.gather(*(come(f"guest{number}", code) for number in range(4)), return_exceptions=True)
    assert len([one for one in guests if isinstance(one, Account)]) == 1

    _, token = await sessions.start(store, first[0].id, CALLER)
    tries = [sessions.refresh(store, token, CALLER) for _ in range(8)]
    answers = await asyncio.gather(*tries, return_exceptions=True)
    assert len([one for one in answers if isinstance(one, tuple)]) == 1
    assert await store.count(sessions.Session, {"ended_at": None}) == 0

    settings = Settings(jobs_per_day=5)
    spent = await asyncio.gather(*(spend_jobs(store, settings, first[0]) for _ in range(12)), return_exceptions=True)
    assert spent.count(None) == 5
