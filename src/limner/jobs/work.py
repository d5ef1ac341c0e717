"""A worker: claims jobs one after the other and does them, until it is told to stop."""

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Final

from limner.errors import StorageError
from limner.jobs.at_work import Tools
from limner.jobs.lifecycle import claim, put_back_expired
from limner.jobs.run import run
from limner.storage.record import new_id

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

    async def work(self) -> None:
        """Work until `stopping` is set; the job at hand is finished first."""
        while not self.stopping.is_set():
            self.woken.clear()
            if not await self._next():
                await self._rest()

    def stop(self) -> None:
        """End after the job at hand."""
        self.stopping.set()
        self.woken.set()

    async def _next(self) -> bool:
        """Do one job; whether there was one."""
        try:
            await put_back_expired(self.tools.store)
            job = await claim(self.tools.store, self.name)
            if job is None:
                return False
            await run(self.tools, job)
        except StorageError:
            # The row stays as it is; its lease runs out and the job is done again.
            _log.warning("the store did not answer", exc_info=True)
            await asyncio.sleep(_LOOK_EVERY_S)
        return True

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.woken.wait(), _LOOK_EVERY_S)
        except TimeoutError:
            return
