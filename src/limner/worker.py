"""A drawing process, put together: embedded beside a server, or one of Celery's."""

import asyncio
import contextlib
import signal
import sys

from limner.backend import Backend, open_backend
from limner.jobs.at_work import Tools
from limner.jobs.lifecycle import claim
from limner.jobs.run import run
from limner.jobs.work import Worker
from limner.storage.record import new_id
from limner.storage.signed_links import SignedLinks


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
    """What one process of Celery's pool holds: an event loop and the stores that live in it."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._open = contextlib.AsyncExitStack()
        self._name = ""
        self._tools: Tools | None = None

    def begin(self, **_: object) -> None:
        self._runner = asyncio.Runner()
        self._name = f"celery-{new_id()}"
        self._tools = _tools(self._runner.run(self._open.enter_async_context(open_backend())))
        warm_up(self._tools)

    def end(self, **_: object) -> None:
        self._runner.run(self._open.aclose())
        self._runner.close()

    def draw(self, job_id: str) -> None:
        """Do the job that is next: there is a message for each that waits, but messages know no priority."""
        del job_id
        if self._tools:
            self._runner.run(_draw_next(self._tools, self._name))


async def _draw_next(tools: Tools, name: str) -> None:
    job = await claim(tools.store, name)
    if job:
        await run(tools, job)


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
