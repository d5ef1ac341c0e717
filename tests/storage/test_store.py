import asyncio
import gc
import warnings
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from tests.servers import free_port

from limner.storage.store import Store
from limner.storage.stores.mongo import MongoStore
from limner.storage.stores.sql import SqlStore
from limner.testing.store_contract import KINDS, OpenStore, StoreContract


class TestSqlite(StoreContract):
    @pytest.fixture
    def open_store(self, tmp_path: Path) -> OpenStore:
        return partial(SqlStore, f"sqlite:///{tmp_path}/limner.db", KINDS)

    @pytest.fixture
    async def unreachable(self, tmp_path: Path) -> AsyncIterator[Store]:
        yield SqlStore(f"sqlite:///{tmp_path}/no-such-folder/limner.db", KINDS)
        await asyncio.sleep(0.1)  # the driver's threads still tell the loop that they have ended


class TestPostgres(StoreContract):
    @pytest.fixture
    def open_store(self, postgres_url: str) -> OpenStore:
        return partial(SqlStore, postgres_url, KINDS)

    @pytest.fixture
    def unreachable(self) -> Store:
        return SqlStore(f"postgresql://limner@127.0.0.1:{free_port()}/limner", KINDS)


class TestMongo(StoreContract):
    @pytest.fixture
    def open_store(self, mongo_url: str) -> OpenStore:
        return partial(MongoStore, mongo_url, KINDS)

    @pytest.fixture
    async def unreachable(self) -> AsyncIterator[Store]:
        yield MongoStore(f"mongodb://127.0.0.1:{free_port()}/limner", KINDS, most_wait_s=0.2)
        with warnings.catch_warnings(
            action="ignore", category=ResourceWarning
        ):  # PyMongo forgets the socket of a connection it was trying
            gc.collect()
