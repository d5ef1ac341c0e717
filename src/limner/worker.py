"""A drawing process, put together: embedded beside a server, or one of Celery's."""

import asyncio
import contextlib
import signal
import sys
import threading
from collections.abc import Coroutine
from typing import Final, TypeVar

from limner.backend import Backend, open_backend
from limner.jobs.at_work import Tools
from limner.jobs.work import Worker
from limner.storage.record import new_id
from limner.storage.signed_links import SignedLinks

T = TypeVar("T")
_TIME_TO_LEAVE_S: Final = 10.0


def warm_up(tools: Tools) -> None:
    """Load the models and the drawing code, so that the first job is as quick as the others."""
    from limner.catalog import registry
    from limner.faces.mesh import fit_mesh
    from limner.generation import from_photo

    del fit_mesh, from_photo
    registry.templates()
    tools.provider("local")


async def embedded_worker(name: str) -> None:
    """Work until the server at the other end of standard input is gone or closes it; a line wakes."""
    async with open_backend() as backend:
        worker = Worker(_tools(backend), name)
        loop = asyncio.get_running_loop()
        for stop_signal in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(stop_signal, worker.stop)
        listening = asyncio.create_task(_listen(worker))
        warm_up(worker.tools)
        await worker.work()
        listening.cancel()


async def standing_worker() -> None:
    """Work until a signal asks to stop, for a server without Celery whose worker runs elsewhere."""
    async with open_backend() as backend:
        worker = Worker(_tools(backend), f"worker-{new_id()}")
        loop = asyncio.get_running_loop()
        for stop_signal in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(stop_signal, worker.stop)
        warm_up(worker.tools)
        await worker.work()


def celery_worker(url: str, concurrency: int) -> None:
    """Run Celery's prefork worker; each of its processes opens its own stores."""
    from celery.signals import worker_process_init, worker_process_shutdown

    from limner.jobs.queues.celery import QUEUE, TASK, celery_app

    app = celery_app(url)
    process = _CeleryProcess()
    worker_process_init.connect(process.begin, weak=False)
    worker_process_shutdown.connect(process.end, weak=False)
    app.task(name=TASK)(process.draw)
    app.worker_main(
        ["worker", "--loglevel=WARNING", "--pool=prefork", f"--concurrency={concurrency}", f"--queues={QUEUE}"]
    )


class _CeleryProcess:
    """What one process of Celery's pool holds: a worker, and an event loop that goes on between messages.

    So a picture that somebody elsewhere draws is waited for beside the next jobs. When the process ends before it has
    come, its row's lease runs out, and another process waits for what was begun.
    """

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._open = contextlib.AsyncExitStack()
        self._worker: Worker | None = None

    def begin(self, **_: object) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="jobs", daemon=True).start()
        backend = self._wait_for(self._open.enter_async_context(open_backend()))
        self._worker = Worker(_tools(backend), f"celery-{new_id()}")
        warm_up(self._worker.tools)

    def end(self, **_: object) -> None:
        if self._worker:
            with contextlib.suppress(TimeoutError):
                self._wait_for(asyncio.wait_for(self._worker.wait_elsewhere(), _TIME_TO_LEAVE_S))
        self._wait_for(self._open.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)

    def draw(self, job_id: str) -> None:
        """Do the job that is next: there is a message for each that waits, but messages know no priority."""
        del job_id
        if self._worker:
            self._wait_for(self._worker.do_next())

    def _wait_for(self, work: Coroutine[object, object, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


def _tools(backend: Backend) -> Tools:
    return Tools(backend.store, backend.blobs, SignedLinks(backend.keys), backend.settings)


async def _listen(worker: Worker) -> None:
    """Wake at each line; stop when the pipe ends."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while await reader.readline():
        worker.woken.set()
    worker.stop()
