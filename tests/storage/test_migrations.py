"""The revisions make exactly the tables the records declare."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.ext.asyncio import create_async_engine

from limner.backend import RECORDS
from limner.storage import migrations
from limner.storage.stores.sql import SqlStore
from limner.storage.tables import metadata


async def in_database(url: str, work: Callable[[sa.Connection], object]) -> object:
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/limner.db"
    return str(request.getfixturevalue("postgres_url")).replace("://", "+asyncpg://")


def upgrade(connection: sa.Connection) -> None:
    command.upgrade(migrations.config(connection), "head")


def table_names(connection: sa.Connection) -> list[str]:
    return sa.inspect(connection).get_table_names()


def missing(connection: sa.Connection) -> object:
    context = MigrationContext.configure(connection)
    return compare_metadata(context, metadata(RECORDS))


async def test_the_revisions_make_what_the_records_declare(database: str) -> None:
    """Where this fails: make migration MESSAGE="what changed"."""
    await in_database(database, upgrade)
    assert await in_database(database, missing) == []


async def test_revisions_can_be_taken_back(database: str) -> None:
    await in_database(database, upgrade)
    await in_database(database, lambda connection: command.downgrade(migrations.config(connection), "base"))
    assert await in_database(database, table_names) == ["alembic_version"]


async def test_a_revision_that_fails_leaves_nothing_behind(database: str) -> None:
    """A table of that name is in the way: the server says so and the next start may try again."""
    last = metadata(RECORDS).sorted_tables[-1].name
    await in_database(database, lambda connection: connection.execute(sa.text(f"CREATE TABLE {last} (id TEXT)")))
    store = SqlStore(database, RECORDS)
    with pytest.raises(Exception, match="already exists"):
        await store.prepare()
    await store.close()
    assert await in_database(database, table_names) == [last]
