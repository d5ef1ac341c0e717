"""What the routes of one server share."""

import asyncio
import contextlib
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Annotated, Final, ParamSpec, TypeVar

from fastapi import Depends, Request, WebSocket

from limner import model_files
from limner.accounts.limits import Limits
from limner.api.doorway import Doorway
from limner.api.sample_drawings import SampleDrawings
from limner.backend import Backend
from limner.errors import BrokenPicture, LimnerError
from limner.faces.inspect_photo import inspect_photo
from limner.faces.registry import DEFAULT_DETECTOR
from limner.jobs.feed import Feed
from limner.jobs.queue import Queue
from limner.storage.signed_links import SignedLinks

P = ParamSpec("P")
T = TypeVar("T")
_INSPECTORS: Final = 2
_LONGEST_LOOK_S: Final = 30.0
_LINK_LIFE_S: Final = 3600
_UPLOADS_AT_ONCE: Final = 4
"""Uploads held in memory at the same time; further ones wait for their turn before a byte is read."""


def _pool() -> ProcessPoolExecutor:
    """The inspectors; they start at once and warm up while the server already answers."""
    pool = ProcessPoolExecutor(_INSPECTORS, mp_context=get_context("spawn"), initializer=_warm_up)
    for _ in range(_INSPECTORS):
        pool.submit(os.getpid)  # a process starts only when there is something to do for it
    return pool


def _leave_with_server() -> None:
    """End when the server does, however it ends: a pool's processes would outlive a server that was killed."""
    server = parent_process()
    if server:
        server.join()
        os._exit(0)


def _warm_up() -> None:
    """Look at a photo once, which loads code and models: the first upload is as quick as the others."""
    Thread(target=_leave_with_server, daemon=True).start()
    import_module("limner.generation.from_kept")
    with contextlib.suppress(LimnerError):  # without the model files, whoever uploads hears of it
        inspect_photo(model_files.path("sample-astronaut.png").read_bytes(), DEFAULT_DETECTOR)


@dataclass(slots=True)
class Site:
    """One server: its stores, its queue, its feed, and processes that look at photos."""

    backend: Backend
    queue: Queue
    feed: Feed
    links: SignedLinks
    limits: Limits
    doorway: Doorway
    uploads: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_UPLOADS_AT_ONCE))
    samples: SampleDrawings = field(default_factory=SampleDrawings)
    _inspectors: ProcessPoolExecutor = field(default_factory=_pool)

    async def aside(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run pixel work in another process, so that neither hostile bytes nor long work harm the server.

        Raises:
            BrokenPicture: the process died or took far too long.
        """
        loop = asyncio.get_running_loop()
        inspectors = self._inspectors
        try:
            async with asyncio.timeout(_LONGEST_LOOK_S):
                return await loop.run_in_executor(inspectors, partial(work, *args, **kwargs))
        except (BrokenProcessPool, TimeoutError) as error:
            if inspectors is self._inspectors:
                self._inspectors = _pool()
            _end(inspectors)
            raise BrokenPicture(
                "This picture could not be looked at.", "It may be damaged. Save it anew, or choose another."
            ) from error

    def picture_url(self, blob_id: str, media_type: str) -> str:
        """A link to a stored picture that works for an hour without signing in."""
        return self.links.picture_url(blob_id, media_type, _LINK_LIFE_S)

    def close(self) -> None:
        """End the processes."""
        _end(self._inspectors)


def _end(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())  # noqa: SLF001 - the pool has no public way to end a stuck process before Python 3.14
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


def _of_request(request: Request) -> Site:
    return request.app.state.site


def site_of_socket(socket: WebSocket) -> Site:
    """The site a web socket came to."""
    return socket.app.state.site


AtSite = Annotated[Site, Depends(_of_request)]
