"""A real `limner serve` on loopback, with a folder of its own, and what its log says of each request."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Generator, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

from limner.accounts import access_tokens, sessions
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.backend import Backend, open_backend
from limner.settings import Settings
from limner.testing.servers import MOST_WAIT_S, free_port

_PASSED_ON: Final = ("PATH", "HOME", "LANG", "OMP_WAIT_POLICY")


@dataclass(frozen=True, slots=True)
class House:
    """A server: where it answers, its settings, its process and its log."""

    url: str
    settings: Settings
    process: subprocess.Popen[bytes]
    log: Path

    def server_ms(self, answers: Iterable[httpx.Response]) -> list[float]:
        """How long the server took for each answer, by its own log."""
        time.sleep(0.2)  # the line is written after the answer
        took: dict[str, float] = {}
        for line in self.log.read_text().splitlines():
            if '"event": "request"' in line:
                entry = json.loads(line)
                took[entry["request_id"]] = entry["ms"]
        return [took[answer.headers["x-request-id"]] for answer in answers]

    def memory_mb(self) -> dict[str, float]:
        """Resident megabytes of the server and each process under it, by what it is."""
        found = {"server": _resident_mb(self.process.pid)}
        for pid in _below(self.process.pid):
            words = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
            kind = "worker" if "worker" in words else "inspector" if "spawn_main" in " ".join(words) else ""
            if not kind:  # multiprocessing's own
                continue
            found[kind] = max(found.get(kind, 0.0), _resident_mb(pid))
        return found


@contextlib.contextmanager
def house(**settings: str) -> Generator[House]:
    """A server with these settings (as `workers="0"`), ended by its process id."""
    with tempfile.TemporaryDirectory(prefix="limner-bench-") as folder:
        data = Path(folder)
        (data / "models").symlink_to(Settings().models_dir)
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        named = {"data_dir": folder, "limit_generate": "100000/minute", "limit_sign_in_address": "9999/minute"}
        environment |= {f"LIMNER_{name.upper()}": value for name, value in {**named, **settings}.items()}
        port = free_port()
        log = data / "log"
        command = [sys.executable, "-m", "limner", "serve", "--port", str(port)]
        with log.open("wb") as stream:
            process = subprocess.Popen[bytes](command, env=environment, stdout=stream, stderr=stream)
            try:
                url = f"http://127.0.0.1:{port}"
                _wait(url, process, log)
                yield House(url, _settings({**named, **settings}), process, log)
            finally:
                process.terminate()
                process.wait(MOST_WAIT_S)


@contextlib.contextmanager
def celery_worker(at: House, concurrency: int) -> Generator[None]:
    """A `limner worker` beside a server whose settings name a queue."""
    given = {name: str(value) for name, value in at.settings.model_dump(include={"data_dir", "queue_url"}).items()}
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    environment |= {f"LIMNER_{name.upper()}": value for name, value in given.items()}
    command = [sys.executable, "-m", "limner", "worker", "--concurrency", str(concurrency)]
    process = subprocess.Popen[bytes](command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(MOST_WAIT_S)


@contextlib.asynccontextmanager
async def inside(at: House) -> AsyncGenerator[Backend]:
    """The server's own stores, opened a second time."""
    async with open_backend(at.settings) as backend:
        yield backend


async def new_account(backend: Backend, name: str) -> tuple[Account, str]:
    """An account and an access token for it."""
    account = Account(email=f"{name}@example.org")
    await backend.store.insert(account)
    session, _ = await sessions.start(backend.store, account.id, Caller("127.0.0.1", "benchmark"))
    return account, access_tokens.issue(backend.keys, session)


def bearer(token: str) -> dict[str, str]:
    """The header that signs a request in."""
    return {"Authorization": f"Bearer {token}"}


def _settings(named: Mapping[str, str]) -> Settings:
    return Settings.model_validate(dict(named))


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + MOST_WAIT_S
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(f"{url}/readyz").status_code == 200:
                return
        time.sleep(0.05)
    raise RuntimeError(f"limner serve did not start: {log.read_text()[-3000:]}")


def _below(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += [int(child), *_below(int(child))]
    return found


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
