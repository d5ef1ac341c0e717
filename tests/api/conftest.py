"""One real server for all tests of a process, and accounts on it."""

from collections.abc import Iterator

import pytest
from tests.api.limner_server import Guest, LimnerServer, serving

from limner import model_files


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LimnerServer]:
    """A running server."""
    with serving(tmp_path_factory.mktemp("server") / "data") as running:
        yield running


@pytest.fixture
def guest(server: LimnerServer) -> Iterator[Guest]:
    """A new account, signed in."""
    with server.guest() as new:
        yield new


@pytest.fixture
def other(server: LimnerServer) -> Iterator[Guest]:
    """Somebody else."""
    with server.guest() as new:
        yield new


@pytest.fixture(scope="session")
def portrait() -> bytes:
    """A file with one face."""
    return model_files.path("sample-astronaut.png").read_bytes()


@pytest.fixture(scope="session")
def gallery(server: LimnerServer, portrait: bytes) -> Iterator[tuple[Guest, str, str]]:
    """An account with a photo and one artwork: the ids of both. Tests that change it take their own."""
    with server.guest() as owner:
        photo_id = owner.upload(portrait).json()["id"]
        yield owner, photo_id, owner.draw(photo_id=photo_id)["artwork_id"]
