"""Worker processes that the server keeps itself: started with it, woken through a pipe, replaced when they die.

The pipe's other end is the server: when that is gone, however it ended, its workers finish their job and leave.
"""

import asyncio
import contextlib
import sys
from typing import Final

from limner.errors import LimnerError
from limner.jobs.lifecycle import put_back, put_back_expired
from limner.storage.record import new_id
from limner.storage.store import Store

_SWEEP_EVERY_S: Final = 5.0
_PAUSE_BEFORE_NEXT_S: Final = 1.0
"""A worker that dies at once must not be started hundreds of times a second."""
_TIME_TO_LEAVE_S: Final = 15.0


class EmbeddedQueue:
    """`workers` processes of `limner worker --embedded NAME`."""

    def __init__(self, store: Store, workers: int) -> None:
        self._store = store
        self._workers = workers
        self._processes: dict[str, asyncio.subprocess.Process] = {}
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Start the workers and watch over them."""
        self._tasks = [asyncio.create_task(self._keep_one()) for _ in range(self._workers)]
        self._tasks.append(asyncio.create_task(self._sweep()))

    async def wake(self, job_ids: list[str]) -> None:
        """Nudge every worker; those at work look for the next job by themselves."""
        del job_ids
        for process in self._processes.values():
            if process.stdin and not process.stdin.is_closing():
                process.stdin.write(b"\n")

    async def close(self) -> None:
        """Let each worker finish its job; those that take too long are ended and their jobs put back."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(self._end(name, process) for name, process in list(self._processes.items())))

    @property
    def pids(self) -> list[int]:
        """Process ids of the living workers."""
        return [process.pid for process in self._processes.values() if process.returncode is None]

    async def _keep_one(self) -> None:
        while True:
            # A machine short of memory may refuse a process, and the store may be away: the next round tries again.
            with contextlib.suppress(OSError, LimnerError):
                await self._work_once(f"embedded-{new_id()}")
            await asyncio.sleep(_PAUSE_BEFORE_NEXT_S)

    async def _work_once(self, name: str) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "limner", "worker", "--embedded", name, stdin=asyncio.subprocess.PIPE
        )
        self._processes[name] = process
        await process.wait()
        del self._processes[name]
        # Its job need not wait for the lease to run out: this server saw the worker die.
        await put_back(self._store, {"worker": name})

    async def _sweep(self) -> None:
        """Jobs of workers that died with another server."""
        while True:
            with contextlib.suppress(Exception):
                if await put_back_expired(self._store):
                    await self.wake([])
            await asyncio.sleep(_SWEEP_EVERY_S)

    async def _end(self, name: str, process: asyncio.subprocess.Process) -> None:
        if process.stdin:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), _TIME_TO_LEAVE_S)
        except TimeoutError:
            process.kill()
            await process.wait()
            await put_back(self._store, {"worker": name})
        self._processes.pop(name, None)
