"""Jobs and batches."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Path, Query, Response, status
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from limner.api.caller import Caller, Drawer, Reader
from limner.api.pages import Cursor, Limit, Page, page_of
from limner.api.problems import problem_responses
from limner.gallery.zip_file import zipped
from limner.jobs.job import Batch, DrawOrder, Failure, Job, JobState
from limner.jobs.lifecycle import cancel, retry
from limner.jobs.ordering import grid, order_many, order_one
from limner.jobs.waiting import waiting_of
from limner.storage.idempotency import id_for

router = APIRouter(prefix="/jobs", tags=["jobs"])
batches = APIRouter(prefix="/batches", tags=["batches"])
Id = Annotated[str, Path(max_length=40, pattern="^[0-9a-z]+$")]
Key = Annotated[str | None, Header(max_length=100, description="The same key makes the same job, however often")]
_MOST_IN_BATCH = 1000


class JobOut(BaseModel):
    """A job; `position` counts the jobs before it, `expected_s` is measured from what others took."""

    id: str
    state: JobState
    order: DrawOrder
    batch_id: str | None
    step: str | None
    progress: float = Field(ge=0, le=1)
    position: int | None = None
    expected_s: float | None = None
    artwork_id: str | None
    failure: Failure | None
    notes: tuple[str, ...]
    cancel_requested: bool
    created_at: datetime
    ended_at: datetime | None

    @classmethod
    def of(cls, job: Job, position: int | None = None, expected_s: float | None = None) -> "JobOut":
        """A job as its owner sees it."""
        return cls(
            id=job.id,
            state=job.state,
            order=job.order,
            batch_id=job.batch_id,
            step=job.step,
            progress=job.progress,
            position=position,
            expected_s=expected_s,
            artwork_id=job.artwork_id,
            failure=job.failure,
            notes=job.notes,
            cancel_requested=job.cancel_requested,
            created_at=job.created_at,
            ended_at=job.ended_at,
        )


class BatchIn(BaseModel):
    """Each photo or character in each style and template."""

    orders: list[DrawOrder] = Field(min_length=1, max_length=200)
    styles: list[str] = Field(min_length=1, max_length=20)
    templates: list[str] = Field(min_length=1, max_length=20)
    title: str = Field(default="", max_length=120)


class BatchOut(BaseModel):
    """A batch and how many of its jobs are in each state."""

    id: str
    title: str
    total: int
    states: dict[str, int]
    progress: float = Field(ge=0, le=1)
    created_at: datetime


@router.post(
    "",
    operation_id="createJob",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problem_responses(401, 403, 404, 409, 422, 429),
)
async def create_job(caller: Drawer, order: DrawOrder, idempotency_key: Key = None) -> JobOut:
    """Draw a picture; what is accepted is drawn or says why it could not be."""
    job_id = await id_for(caller.mine, idempotency_key, "job" + order.model_dump_json())
    await caller.site.allow_drawing(caller.account, 1)
    return await _with_waiting(caller, await order_one(caller.mine, caller.site.queue, order, job_id))


@router.get("", operation_id="listJobs", responses=problem_responses(401, 403, 422))
async def list_jobs(
    caller: Reader,
    cursor: Cursor = None,
    limit: Limit = 50,
    state: JobState | None = None,
    batch_id: Annotated[str | None, Query(max_length=40)] = None,
) -> Page[JobOut]:
    """The account's jobs, newest first."""
    where = {name: value for name, value in (("state", state), ("batch_id", batch_id)) if value}
    jobs, following = await page_of(caller.mine, Job, where, cursor, limit)
    return Page(items=[JobOut.of(job) for job in jobs], next_cursor=following)


@router.get("/{job_id}", operation_id="getJob", responses=problem_responses(401, 403, 404, 422))
async def get_job(caller: Reader, job_id: Id) -> JobOut:
    """One job with its place in the queue."""
    return await _with_waiting(caller, await caller.mine.get(Job, job_id))


@router.post("/{job_id}/cancel", operation_id="cancelJob", responses=problem_responses(401, 403, 404, 409, 422))
async def cancel_job(caller: Drawer, job_id: Id) -> JobOut:
    """Cancel: at once while it waits, at its next step while it is drawn."""
    return JobOut.of(await cancel(caller.mine, job_id))


@router.post(
    "/{job_id}/retry",
    operation_id="retryJob",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problem_responses(401, 403, 404, 409, 422, 429),
)
async def retry_job(caller: Drawer, job_id: Id) -> JobOut:
    """Try a failed or cancelled job again."""
    await caller.site.allow_drawing(caller.account, 1)
    job = await retry(caller.mine, job_id)
    await caller.site.queue.wake([job.id])
    return await _with_waiting(caller, job)


@batches.post(
    "",
    operation_id="createBatch",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problem_responses(401, 403, 404, 409, 422, 429),
)
async def create_batch(caller: Drawer, wanted: BatchIn, idempotency_key: Key = None) -> BatchOut:
    """Draw many pictures: every photo or character in every style and template."""
    orders = grid(wanted.orders, wanted.styles, wanted.templates)
    caller.site.check_batch_size(len(orders), _MOST_IN_BATCH)
    batch_id = await id_for(caller.mine, idempotency_key, "batch" + wanted.model_dump_json())
    await caller.site.allow_batch(caller.account, len(orders))
    return await _batch_out(caller, await order_many(caller.mine, caller.site.queue, orders, batch_id, wanted.title))


@batches.get("", operation_id="listBatches", responses=problem_responses(401, 403, 422))
async def list_batches(caller: Reader, cursor: Cursor = None, limit: Limit = 20) -> Page[BatchOut]:
    """The account's batches, newest first."""
    found, following = await page_of(caller.mine, Batch, {}, cursor, limit)
    return Page(items=[await _batch_out(caller, batch) for batch in found], next_cursor=following)


@batches.get("/{batch_id}", operation_id="getBatch", responses=problem_responses(401, 403, 404, 422))
async def get_batch(caller: Reader, batch_id: Id) -> BatchOut:
    """One batch."""
    return await _batch_out(caller, await caller.mine.get(Batch, batch_id))


@batches.post("/{batch_id}/cancel", operation_id="cancelBatch", responses=problem_responses(401, 403, 404, 422))
async def cancel_batch(caller: Drawer, batch_id: Id) -> BatchOut:
    """Cancel every job of the batch that has not ended."""
    batch = await caller.mine.get(Batch, batch_id)
    for state in ("queued", "running"):
        for job in await caller.mine.find(Job, {"batch_id": batch_id, "state": state}, limit=_MOST_IN_BATCH):
            await caller.site.cancel_if_running(caller.mine, job.id)
    return await _batch_out(caller, batch)


@batches.get(
    "/{batch_id}/zip",
    operation_id="getBatchZip",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"application/zip": {}}, "description": "The pictures that are done"},
        **problem_responses(401, 403, 404, 422),
    },
)
async def get_batch_zip(caller: Reader, batch_id: Id, size: Literal["screen", "print"] = "print") -> Response:
    """The batch's pictures as a zip file, sent while it is made."""
    batch = await caller.mine.get(Batch, batch_id)
    chunks: AsyncIterator[bytes] = zipped(caller.mine, caller.site.backend.blobs, {"batch_id": batch.id}, size)
    headers = {"Content-Disposition": f'attachment; filename="limner-{batch.id}.zip"'}
    return StreamingResponse(chunks, media_type="application/zip", headers=headers)


async def _with_waiting(caller: Caller, job: Job) -> JobOut:
    waiting = await waiting_of(caller.site.backend.store, job, caller.site.backend.settings.workers)
    return JobOut.of(job, waiting.position, waiting.expected_s)


async def _batch_out(caller: Caller, batch: Batch) -> BatchOut:
    states = await caller.mine.count_by(Job, "state", {"batch_id": batch.id})
    ended = sum(states.get(state, 0) for state in ("done", "failed", "cancelled"))
    return BatchOut(
        id=batch.id,
        title=batch.title,
        total=batch.total,
        states=states,
        progress=round(min(1.0, ended / max(1, batch.total)), 4),
        created_at=batch.created_at,
    )
