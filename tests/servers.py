"""Real database servers for tests, each begun when the first test asks and ended by its own process id.

`postgres_url`, `mongo_url` and `redis_url` give every test an empty database. What is not installed skips its tests
with a reason, and fails them where the variable CI is set.
"""

import contextlib
import itertools
import os
from collections.abc import Generator, Iterator
from typing import NoReturn

import pymongo
import pytest
import redis

from limner.testing import servers
from limner.testing.servers import MOST_WAIT_S, Postgres, ServerMissing, free_port, running

__all__ = ["MOST_WAIT_S", "free_port", "missing", "running"]
_numbers = itertools.count(1)


def missing(reason: str) -> NoReturn:
    """The test can't be run here: that is said, and on CI it is a failure."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextlib.contextmanager
def _said_if_missing() -> Generator[None]:
    try:
        yield
    except ServerMissing as error:
        missing(str(error))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """A PostgreSQL server."""
    with _said_if_missing(), servers.postgres() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: Postgres) -> Iterator[str]:
    """An empty PostgreSQL database."""
    with postgres_server.database(f"test{next(_numbers)}") as url:
        yield url


@pytest.fixture(scope="session")
def mongo_server() -> Iterator["pymongo.MongoClient[dict[str, object]]"]:
    """A client of a replica set of one member."""
    with _said_if_missing(), servers.mongo() as client:
        yield client


@pytest.fixture
def mongo_url(mongo_server: "pymongo.MongoClient[dict[str, object]]") -> Iterator[str]:
    """An empty MongoDB database."""
    name = f"test{next(_numbers)}"
    yield servers.mongo_url(mongo_server, name)
    mongo_server.drop_database(name)


@pytest.fixture(scope="session")
def redis_server() -> Iterator["redis.Redis"]:
    """A client of a Redis server."""
    with _said_if_missing(), servers.redis_server() as client:
        yield client


@pytest.fixture
def redis_url(redis_server: "redis.Redis") -> str:
    """An empty Redis database."""
    redis_server.flushall()  # pyright: ignore[reportUnknownMemberType] - its stubs
    return servers.redis_url(redis_server)
