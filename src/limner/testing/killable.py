"""A whole Limner in processes of its own, made to be killed: for tests and measurements, on Linux."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx

from limner import model_files
from limner.accounts import access_tokens, sessions
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.backend import Backend, open_backend
from limner.engine.codec import decode
from limner.faces.inspect_photo import inspect_photo
from limner.faces.kept_photo import KeptPhoto
from limner.faces.photo_library import keep_photo
from limner.gallery.artwork import SIZES, Artwork
from limner.jobs.job import Job
from limner.settings import Settings
from limner.storage.owned import OwnedStore
from limner.testing.servers import free_port

MOST_WAIT_S: Final = 90.0


@dataclass(slots=True)
class KillableLimner:
    """`limner serve`, and Celery workers if `queue_url` is set, on one data folder; its only account is `jane`."""

    data_dir: Path
    queue_url: str | None = None
    workers: int = 2
    port: int = field(default_factory=free_port)
    token: str = ""
    photo_id: str = ""
    account_id: str = ""
    server: subprocess.Popen[bytes] | None = None
    _begun: list[subprocess.Popen[bytes]] = field(default_factory=list[subprocess.Popen[bytes]])

    async def prepare(self) -> None:
        """Make the data folder with an account that is signed in and has a photo."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        models = self.data_dir / "models"
        if not models.exists():
            models.symlink_to(model_files.path("sample-astronaut.png").parent)
        async with self.backend() as backend:
            await backend.store.prepare()
            account = Account(email="jane@example.org")
            await backend.store.insert(account)
            session, _ = await sessions.start(backend.store, account.id, Caller())
            self.account_id, self.token = account.id, access_tokens.issue(backend.keys, session)
            self.photo_id = (await _keep_sample(OwnedStore(backend.store, account.id), backend)).id

    @contextlib.asynccontextmanager
    async def backend(self) -> AsyncGenerator[Backend]:
        """The stores, beside the server."""
        async with open_backend(Settings(data_dir=self.data_dir)) as opened:
            yield opened

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.server = self._run("serve", "--port", str(self.port))
        wait_for(self._answers)

    def start_worker(self, concurrency: int = 1) -> subprocess.Popen[bytes]:
        """Start a `limner worker` of its own."""
        return self._run("worker", "--concurrency", str(concurrency))

    def kill(self) -> list[int]:
        """`kill -9` the server alone; the ids of the processes it leaves behind."""
        if self.server is None:
            return []
        left = below(self.server.pid)
        self.server.kill()
        self.server.wait()
        return left

    def kill_all(self) -> None:
        """`kill -9` everything that was begun here, with all below it."""
        for process in self._begun:
            left = below(process.pid)
            if process.poll() is None:
                process.kill()
            process.wait()
            for pid in left:
                kill(pid)

    def embedded_workers(self) -> list[int]:
        """Process ids of the server's own workers."""
        return [pid for pid in below(self.server.pid) if "--embedded" in words(pid)] if self.server else []

    def client(self) -> httpx.Client:
        """Jane's client."""
        return httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}/api/v1",
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=60,
        )

    def order(self, pictures: int) -> str:
        """Have a batch of small pictures accepted; its id."""
        orders = [{"photo_id": self.photo_id, "size_px": 256, "seed": seed} for seed in range(pictures)]
        with self.client() as client:
            answer = client.post("/batches", json={"orders": orders, "styles": ["comic"], "templates": ["moon"]})
            answer.raise_for_status()
            return str(answer.json()["id"])

    async def jobs(self) -> list[Job]:
        """Every job as the database has it."""
        async with self.backend() as backend:
            return await backend.store.find(Job, {}, order=("id",), limit=1000)

    async def some_done(self) -> None:
        """Wait for the first job that is done."""
        while not any(job.state == "done" for job in await self.jobs()):  # noqa: ASYNC110 - a row tells nobody
            await asyncio.sleep(0.05)

    async def all_ended(self, most_s: float = MOST_WAIT_S) -> list[Job]:
        """Every job, once all of them have ended."""
        until = time.monotonic() + most_s
        async with self.backend() as backend:
            while await backend.store.count(Job, {"state__in": ("queued", "running")}):
                if time.monotonic() > until:
                    states = await backend.store.count_by(Job, "state", {})
                    raise TimeoutError(f"after {most_s} s jobs are {states}")
                await asyncio.sleep(0.05)
        return await self.jobs()

    async def check_pictures(self) -> int:
        """Decode every rendition of every artwork, each of which belongs to a job that is done; how many artworks."""
        async with self.backend() as backend:
            artworks = await backend.store.find(Artwork, {}, limit=1000)
            done = await backend.store.find(Job, {"state": "done"}, limit=1000)
            if {artwork.id for artwork in artworks} != {job.id for job in done}:
                raise AssertionError("artworks and jobs that are done differ")
            for artwork in artworks:
                for size in SIZES:
                    decode(await backend.blobs.get(artwork.blob_id(size)))
            return len(artworks)

    def _run(self, *arguments: str) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            "LIMNER_DATA_DIR": str(self.data_dir),
            "LIMNER_WORKERS": str(self.workers),
            "LIMNER_THREADS": "1",
        }
        if self.queue_url:
            environment["LIMNER_QUEUE_URL"] = self.queue_url
        with (self.data_dir / "log.txt").open("ab") as log:
            process = subprocess.Popen[bytes](
                [sys.executable, "-m", "limner", *arguments], env=environment, stdout=log, stderr=log
            )
        self._begun.append(process)
        return process

    def _answers(self) -> bool:
        if self.server is None or self.server.poll() is not None:
            raise RuntimeError((self.data_dir / "log.txt").read_text()[-2000:])
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/readyz").is_success
        except httpx.TransportError:
            return False


@contextlib.contextmanager
def killed_at_the_end(limner: KillableLimner) -> Generator[KillableLimner]:
    """The processes while they are needed."""
    try:
        yield limner
    finally:
        limner.kill_all()


def wait_for(true: Callable[[], bool], most_s: float = MOST_WAIT_S) -> None:
    """Wait until it is so."""
    until = time.monotonic() + most_s
    while not true():
        if time.monotonic() > until:
            raise TimeoutError(f"not within {most_s} s")
        time.sleep(0.02)


def kill(pid: int) -> None:
    """`kill -9`, if it is still there."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def below(pid: int) -> list[int]:
    """Ids of the processes a process began, and of those that they began."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                found += [int(child), *below(int(child))]
    return found


def words(pid: int) -> list[str]:
    """The command line of a process; empty when it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return []


async def _keep_sample(mine: OwnedStore, backend: Backend) -> KeptPhoto:
    async def here(_: object, data: bytes, detector: str) -> Any:
        return inspect_photo(data, detector)

    sample = model_files.path("sample-astronaut.png").read_bytes()
    return (await keep_photo(mine, backend.blobs, here, sample, None))[0]
