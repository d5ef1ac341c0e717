"""The one place where local models draw: a picture at a time, and one model in memory."""

import asyncio
import gc
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, TypeVar

Result = TypeVar("Result")


class Stopped(Exception):
    """Nobody waits for this picture any more."""


class Easel:
    """One thread, because no card has room for two pictures; who comes second waits, and may leave while waiting."""

    def __init__(self) -> None:
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="easel")
        self._owner: object = None
        self._model: Any = None

    async def work(self, job: Callable[[threading.Event], Result]) -> Result:
        """Run a job when its turn comes. Where the caller is cancelled, the event given to the job is set."""
        stop = threading.Event()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._hand, job, stop)
        except asyncio.CancelledError:
            stop.set()
            raise

    def model(self, owner: object, load: Callable[[], Any]) -> Any:
        """The owner's model, loaded unless it is here already; another owner's leaves first. Call it within a job."""
        if self._owner is not owner:
            self.clear()
            self._model = load()
            self._owner = owner
        return self._model

    def clear(self) -> None:
        """Let the model go. Its parts hold each other, so nothing is freed before they are collected."""
        self._owner = self._model = None
        gc.collect()
        if (torch := sys.modules.get("torch")) is not None and torch.cuda.is_available():
            torch.cuda.empty_cache()


EASEL: Final = Easel()
