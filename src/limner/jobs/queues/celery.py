"""Celery on Redis as the alarm clock of workers on any machine. A message holds a job's id and nothing else;
the worker it wakes takes whichever job is next.

The settings make a message survive its worker; and should Redis lose it, the sweep sends it again, since the row of
the job still says "queued".
"""

import asyncio
import contextlib
from typing import Any, Final, cast

from celery import Celery

from limner.jobs.job import Job
from limner.jobs.lifecycle import put_back_expired
from limner.storage.store import Store

TASK: Final = "limner.draw"
QUEUE: Final = "limner"
_SWEEP_EVERY_S: Final = 2.0
_MOST_AGAIN: Final = 200
"""A message too many is harmless: it finds nothing to do."""


def celery_app(url: str) -> Celery:
    """A Celery application that loses no message to a killed worker."""
    app = Celery("limner", broker=url)
    app.conf.update(
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_ignore_result=True,
        task_default_queue=QUEUE,
        worker_prefetch_multiplier=1,
        broker_connection_retry_on_startup=True,
        broker_transport_options={
            "visibility_timeout": 60,
            "unacked_restore_interval": 1,
            "unacked_restore_throttle": 1,
            "socket_timeout": 5,
            "socket_connect_timeout": 5,
        },
        task_serializer="json",
        accept_content=["json"],
        worker_hijack_root_logger=False,
    )
    return app


class CeleryQueue:
    """Sends ids to Celery workers; `limner worker` runs them."""

    def __init__(self, url: str, store: Store) -> None:
        self._app = celery_app(url)
        self._store = store
        self._sweeping: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Watch for what Redis lost."""
        self._sweeping = asyncio.create_task(self._sweep())

    async def wake(self, job_ids: list[str]) -> None:
        """Send a message for each job; what can't be sent now is sent by the sweep."""
        with contextlib.suppress(Exception):
            await asyncio.to_thread(self._send, job_ids)

    async def close(self) -> None:
        """Stop watching."""
        if self._sweeping:
            self._sweeping.cancel()
            await asyncio.gather(self._sweeping, return_exceptions=True)
        await asyncio.to_thread(self._app.close)

    def _send(self, job_ids: list[str]) -> None:
        for job_id in job_ids:
            options: dict[str, Any] = {"retry": False, "queue": QUEUE}
            self._app.send_task(TASK, args=[job_id], **options)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(_SWEEP_EVERY_S)
            with contextlib.suppress(Exception):
                await put_back_expired(self._store)
                await self._replace_lost()

    async def _replace_lost(self) -> None:
        """Send as many messages as there are fewer than jobs that wait: killed workers and Redis may have lost some."""
        waiting = await self._store.find(Job, {"state": "queued"}, order=("-priority", "id"), limit=_MOST_AGAIN)
        if waiting:
            sent = await asyncio.to_thread(self._messages)
            await self.wake([job.id for job in waiting[: max(0, len(waiting) - sent)]])

    def _messages(self) -> int:
        """How many messages wait in Redis."""
        with self._app.connection_for_write() as connection:
            channel = cast("Any", connection).default_channel
            return int(channel.queue_declare(QUEUE).message_count)
