"""A job's picture asked from whoever may draw it, while the job's row is watched."""

import asyncio
import contextlib
import hashlib
import time
from collections.abc import Coroutine, Sequence
from datetime import timedelta
from typing import Any, Final, TypeVar

from limner.accounts.account import Account
from limner.accounts.quotas import quotas_of
from limner.engine.codec import encode_jpeg
from limner.engine.images import RgbImage
from limner.engine.stages import StageName
from limner.errors import BlobMissing, Refused, StorageError
from limner.generation.asking import Client
from limner.generation.brief import Brief
from limner.generation.choose import Facts
from limner.generation.commission import Commissioned, Try, commission
from limner.generation.handoff_brief import midjourney_line, plain_brief
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.jobs.at_work import Cancelled, Lost, Run
from limner.jobs.job import ENDED, HandOff, Job, PassedOver
from limner.jobs.lifecycle import advance, keep_task
from limner.jobs.order import DrawOrder
from limner.jobs.steps import span_of
from limner.storage.blobs import Blob, Blobs
from limner.storage.record import now
from limner.storage.store import Store

T = TypeVar("T")
_LOOK_EVERY_S: Final = 0.4
"""How often the row is looked at while somebody draws: cancelling stops a provider within a second."""
_SAID_EVERY_S: Final = 0.5
REFERENCE_TYPE: Final = "image/jpeg"
_REFERENCE_QUALITY: Final = 90
_WAITED_FOR: Final = timedelta(days=14)
REFERENCE: Final = "{reference}"
"""Stands for the reference picture's address in a prompt that is handed off."""


class JobErrand(Errand):
    """What a provider says while it draws, on its way to whoever watches the job, and into the job's row."""

    def __init__(self, at_work: Run, name: str, brought: bytes | None) -> None:
        self._at_work, self._name = at_work, name
        begun = at_work.job.remote_task or ""
        self.task = begun.removeprefix(f"{name}:") if begun.startswith(f"{name}:") else None
        self.brought = brought
        self.asker = hashlib.sha256(f"limner {at_work.job.account_id}".encode()).hexdigest()
        self._span = span_of(at_work.job.order, at_work.step)
        self._loop = asyncio.get_running_loop()
        self._said_s = 0.0
        self._saying: set[asyncio.Task[None]] = set()

    def show(self, stage: StageName, picture: RgbImage) -> None:
        """Tell the account of a stage."""
        self._at_work.showing.show(stage, picture)

    def advance(self, share: float) -> None:
        """Move the job's progress on, at most twice a second."""
        if time.monotonic() - self._said_s >= _SAID_EVERY_S:
            self._said_s = time.monotonic()
            begin, end = self._span
            self._loop.call_soon_threadsafe(self._say, round(begin + (end - begin) * share, 3))

    async def keep(self, task: str) -> None:
        """Remember the provider's id in the job's row."""
        self.task = task
        await keep_task(self._at_work.tools.store, self._at_work.job, f"{self._name}:{task}")

    async def forget(self) -> None:
        """Let the job's row forget it, too."""
        if self.task is not None:
            self.task = None
            await keep_task(self._at_work.tools.store, self._at_work.job, None)

    def _say(self, progress: float) -> None:
        saying = self._loop.create_task(self._advance(progress))
        self._saying.add(saying)
        saying.add_done_callback(self._saying.discard)

    async def _advance(self, progress: float) -> None:
        # A database that is away for a moment must not end the drawing.
        with contextlib.suppress(StorageError):
            await advance(self._at_work.tools.store, self._at_work.job, progress)


async def commissioned(at_work: Run, request: DrawRequest) -> Commissioned[Picture]:
    """The picture, drawn by the order's provider or by who comes after it.

    Raises:
        NobodyDrew: nobody did.
        HandedOff: a person draws.
    """
    tools, job = at_work.tools, at_work.job
    client, brought = await client_of(at_work), await _brought(at_work)
    providers = [tools.provider(name) for name in who_draws(job.order, tools.settings.fall_back)]
    return await commission(
        client, providers, request, facts_of(job.order), lambda name: JobErrand(at_work, name, brought)
    )


async def client_of(at_work: Run) -> Client:
    """Whose money is spent.

    Raises:
        Lost: the account is gone.
    """
    tools, job = at_work.tools, at_work.job
    account = await tools.store.get(Account, job.account_id)
    if account is None:
        raise Lost
    return Client(tools.store, job.account_id, job.id, quotas_of(tools.settings, account).month_microusd)


def who_draws(order: DrawOrder, fall_back: Sequence[str]) -> tuple[str, ...]:
    """Names of the providers that are asked, in this order."""
    return tuple(dict.fromkeys((order.provider, *(fall_back if order.fall_back else ()))))


def facts_of(order: DrawOrder) -> Facts:
    """What of an order decides who can draw it."""
    return Facts(len(order.sitters()), order.size_px, order.words, order.commercial)


def clip_facts_of(order: DrawOrder) -> Facts:
    """What of an order decides who can let its picture move."""
    words = order.motion.words if order.motion else ""
    return Facts(len(order.sitters()), order.size_px, words, order.commercial)


async def unless_cancelled(at_work: Run, drawing: Coroutine[Any, Any, T]) -> T:
    """What is drawn, unless the person cancels or the job is another worker's meanwhile: then the drawing is ended.

    Raises:
        Cancelled: the person cancelled.
        Lost: the job is gone, or another worker's.
    """
    task = asyncio.create_task(drawing)
    try:
        while not (await asyncio.wait({task}, timeout=_LOOK_EVERY_S))[0]:
            await _look(at_work)
    except (Cancelled, Lost, asyncio.CancelledError):
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise
    return task.result()


async def _look(at_work: Run) -> None:
    mine = at_work.job
    try:
        job = await at_work.tools.store.get(Job, mine.id)
    except StorageError:
        return
    if job is None or (job.worker, job.attempt) != (mine.worker, mine.attempt):
        raise Lost
    if job.cancel_requested:
        raise Cancelled


def told(tries: Sequence[Try]) -> tuple[PassedOver, ...]:
    """Who did not draw, as it is kept with the job."""
    return tuple(
        PassedOver(
            provider=one.provider,
            title=one.title,
            code=one.error.code,
            reason=one.error.reason if isinstance(one.error, Refused) else None,
            message=one.error.message,
            advice=one.error.advice,
        )
        for one in tries
    )


async def handed_off(at_work: Run, brief: Brief) -> HandOff:
    """What a person needs to draw it; the reference picture is kept until the job has ended."""
    job, reference = at_work.job, brief.of_role("photo") or brief.of_role("character")
    if reference:
        data = await asyncio.to_thread(encode_jpeg, reference.image, _REFERENCE_QUALITY)
        await at_work.tools.blobs.put(job.account_id, reference_id(job.id), data, REFERENCE_TYPE)
    return HandOff(
        prompt=midjourney_line(brief, REFERENCE if reference else None),
        brief=plain_brief(brief),
        has_reference=reference is not None,
        until=now() + _WAITED_FOR,
    )


def reference_id(job_id: str) -> str:
    """Name of the picture that goes along with a job that is handed off, in the blob store."""
    return f"reference.{job_id}"


def brought_id(job_id: str) -> str:
    """Name of the picture that was brought for a job, in the blob store."""
    return f"brought.{job_id}"


async def sweep_handed_off(store: Store, blobs: Blobs, limit: int = 200) -> int:
    """Delete what was kept for pictures by hand whose jobs have ended; says how many pictures."""
    over: list[str] = []
    for prefix in ("brought", "reference"):
        for blob in await store.find(Blob, {"id__gte": f"{prefix}.", "id__lt": f"{prefix}/"}, limit=limit):
            job = await store.get(Job, blob.id.removeprefix(f"{prefix}."))
            if job is None or job.state in ENDED:
                over.append(blob.id)
    await blobs.delete(over)
    return len(over)


async def _brought(at_work: Run) -> bytes | None:
    if at_work.job.hand_off is None:
        return None
    try:
        return await at_work.tools.blobs.get(brought_id(at_work.job.id))
    except BlobMissing:
        return None
