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
    def unreachable(self, tmp_path: Path) -> Store:
        return SqlStore(f"sqlite:///{tmp_path}/no-such-folder/limner.db", KINDS)


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
    def unreachable(self) -> Store:
        return MongoStore(f"mongodb://127.0.0.1:{free_port()}/limner", KINDS, most_wait_s=0.2)
