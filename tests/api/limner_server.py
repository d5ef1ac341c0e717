"""A real `limner serve` on a free port with a folder of its own, and accounts that are signed in to it."""

import asyncio
import contextlib
import io
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import httpx
import pillow_heif
from PIL import Image
from tests.servers import MOST_WAIT_S, free_port

from limner import model_files
from limner.accounts import access_tokens, sessions
from limner.accounts.account import Account, Role
from limner.accounts.caller import Caller
from limner.backend import open_backend
from limner.settings import Settings

T = TypeVar("T")
API: Final = "/api/v1"
STUDIO: Final = "https://studio.example"
"""The one foreign page that may call the servers of tests."""
MOST_PHOTO_BYTES: Final = 4 * 1024 * 1024
_numbers = itertools.count(1)
_ENVIRONMENT: Final = {
    "LIMNER_WORKERS": "1",
    "LIMNER_ALLOWED_ORIGINS": f'["{STUDIO}"]',
    "LIMNER_MAX_PHOTO_BYTES": str(MOST_PHOTO_BYTES),
    "LIMNER_MAX_BODY_WAIT_S": "2",
    "LIMNER_LIMIT_SIGN_IN_ADDRESS": "100000/minute",
}


@dataclass(frozen=True, slots=True)
class Guest:
    """An account that is signed in: its client's addresses begin after /api/v1."""

    account_id: str
    token: str
    client: httpx.Client

    def upload(self, data: bytes, name: str = "photo.jpg") -> httpx.Response:
        """Send a photo."""
        return self.client.post("/photos", files={"file": (name, data)})

    def draw(self, **order: Any) -> dict[str, Any]:
        """Order a small picture and wait until its job is done."""
        answer = self.client.post("/jobs", json={"size_px": 256, **order})
        assert answer.status_code == 202, answer.text
        return self.ended(answer.json()["id"])

    def ended(self, job_id: str) -> dict[str, Any]:
        """The job once it is over."""
        job = wait_for(lambda: self._over(job_id))
        assert job["state"] == "done", job
        return job

    def _over(self, job_id: str) -> dict[str, Any] | None:
        job: dict[str, Any] = self.client.get(f"/jobs/{job_id}").json()
        return job if job["state"] in {"done", "failed", "cancelled"} else None


@dataclass(frozen=True, slots=True)
class LimnerServer:
    """A running server."""

    origin: str
    data_dir: Path
    log: Path
    pid: int

    def memory_bytes(self) -> int:
        """What the server and its processes hold now."""
        return sum(_resident_bytes(pid) for pid in _with_children(self.pid))

    @contextlib.contextmanager
    def guest(self, role: Role = "member") -> Generator[Guest]:
        """A new account with a client."""
        account = Account(email=f"guest{next(_numbers)}.{os.getpid()}@example.org", role=role)
        token = asyncio.run(self._signed_in(account))
        headers = {"Authorization": f"Bearer {token}"}
        with httpx.Client(base_url=self.origin + API, headers=headers, timeout=60) as client:
            yield Guest(account.id, token, client)

    async def _signed_in(self, account: Account) -> str:
        async with open_backend(Settings(data_dir=self.data_dir)) as backend:
            await backend.store.insert(account)
            session, _ = await sessions.start(backend.store, account.id, Caller())
            return access_tokens.issue(backend.keys, session)


@contextlib.contextmanager
def serving(data_dir: Path, **environment: str) -> Generator[LimnerServer]:
    """A server while it is needed, ended by its own process id."""
    data_dir.mkdir(parents=True)
    (data_dir / "models").symlink_to(model_files.path("sample-astronaut.png").parent)
    port = free_port()
    origin, log = f"http://127.0.0.1:{port}", data_dir / "serve.log"
    command = [sys.executable, "-m", "limner", "serve", "--port", str(port)]
    environment = {**os.environ, **_ENVIRONMENT, **environment, "LIMNER_DATA_DIR": str(data_dir)}
    with log.open("wb") as out:
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
    try:
        wait_for(lambda: process.poll() is not None or _is_ready(origin))
        assert process.poll() is None, log.read_text()
        yield LimnerServer(origin, data_dir, log, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(MOST_WAIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(look: Callable[[], T | None], most_s: float = 60) -> T:
    """What `look` gives as soon as it gives something."""
    until = time.monotonic() + most_s
    while not (found := look()):
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.05)
    return found


def as_file(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """A picture as the bytes of a file."""
    pillow_heif.register_heif_opener()  # pyright: ignore[reportUnknownMemberType] - its stubs
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def _is_ready(origin: str) -> bool:
    with contextlib.suppress(httpx.TransportError):
        return httpx.get(f"{origin}/readyz").status_code == 200
    return False


def _with_children(pid: int) -> list[int]:
    pids = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            pids += _with_children(int(child))
    return pids


def _resident_bytes(pid: int) -> int:
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0
