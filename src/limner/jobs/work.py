"""A worker: claims jobs and does them until it is told to stop; what is drawn here one after the other.

A picture that somebody elsewhere draws is waited for beside that, so that a slow cloud holds up nobody.
"""

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Final

from limner.errors import LimnerError, StorageError
from limner.jobs.at_work import Tools
from limner.jobs.job import Job
from limner.jobs.lifecycle import claim, put_back_expired
from limner.jobs.run import run
from limner.storage.record import new_id

_MOST_ELSEWHERE: Final = 32
_LOOK_EVERY_S: Final = 1.0
"""Without being woken; what is woken is begun at once."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Worker:
    """One drawing process. `name` stands in the rows of the jobs it holds."""

    tools: Tools
    name: str = field(default_factory=new_id)
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _elsewhere: set[asyncio.Task[object]] = field(default_factory=set[asyncio.Task[object]])

    async def work(self) -> None:
        """Work until `stopping` is set; the jobs at hand are finished first."""
        while not self.stopping.is_set():
            self.woken.clear()
            if not await self.do_next():
                await self._rest()
        await self.wait_elsewhere()

    def stop(self) -> None:
        """End after the job at hand."""
        self.stopping.set()
        self.woken.set()

    async def wait_elsewhere(self) -> None:
        """Wait for what somebody else draws."""
        await asyncio.gather(*self._elsewhere, return_exceptions=True)

    async def do_next(self) -> bool:
        """Do the job that is next, or begin to wait for it where it is drawn elsewhere; whether there was one."""
        try:
            await put_back_expired(self.tools.store)
            job = await claim(self.tools.store, self.name)
            if job is None:
                return False
            await self._do(job)
        except StorageError:
            # The row stays as it is; its lease runs out and the job is done again.
            _log.warning("the store did not answer", exc_info=True)
            await asyncio.sleep(_LOOK_EVERY_S)
        return True

    async def _do(self, job: Job) -> None:
        """The job at hand, or on its way beside others when it only has to be waited for."""
        if len(self._elsewhere) >= _MOST_ELSEWHERE or not self._is_elsewhere(job):
            await run(self.tools, job)
            return
        waiting: asyncio.Task[object] = asyncio.create_task(run(self.tools, job))
        self._elsewhere.add(waiting)
        waiting.add_done_callback(self._back)

    def _is_elsewhere(self, job: Job) -> bool:
        try:
            return self.tools.maker(job.order).abilities.photo_leaves
        except LimnerError:
            return False  # the run says what is wrong

    def _back(self, task: asyncio.Task[object]) -> None:
        self._elsewhere.discard(task)
        if not task.cancelled() and task.exception() is not None:
            # As for a job at hand: the row's lease runs out and the job is done again.
            _log.warning("the store did not answer", exc_info=task.exception())

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.woken.wait(), _LOOK_EVERY_S)
        except TimeoutError:
            return
