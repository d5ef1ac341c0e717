"""Jobs and batches."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response, status
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from limner.api.pages import Cursor, Limit, Page, page_of
from limner.api.parameters import Id, Key
from limner.api.problems import problem_responses
from limner.api.upload import UPLOAD_BODY, uploaded_file
from limner.api.visitor import Drawer, Reader, Visitor
from limner.catalog.adjustments import Word
from limner.engine.codec import decode
from limner.errors import Conflict, Invalid
from limner.gallery.zip_file import zipped
from limner.jobs.commissioning import REFERENCE_TYPE, brought_id, reference_id
from limner.jobs.job import Batch, Failure, HandOff, Job, JobState, PassedOver
from limner.jobs.lifecycle import bring, cancel, retry
from limner.jobs.order import DrawOrder
from limner.jobs.ordering import MOST_IN_BATCH, cancel_batch, grid, order_many, order_one, retry_batch
from limner.jobs.waiting import waiting_of
from limner.storage.idempotency import id_for

router = APIRouter(prefix="/jobs", tags=["jobs"])
_REFERENCE_LIFE_S = 86_400
batches = APIRouter(prefix="/batches", tags=["batches"])


class HandOffOut(HandOff):
    """What somebody needs to draw the picture by hand; the reference picture's link works for a day."""

    reference_url: str | None


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
    passed_over: tuple[PassedOver, ...] = Field(description="Who was to draw and did not, and why")
    hand_off: HandOffOut | None = None
    cost_microusd: int = Field(description="What it cost, in millionths of a US dollar")
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
            passed_over=job.passed_over,
            cost_microusd=job.cost_microusd,
            notes=job.notes,
            cancel_requested=job.cancel_requested,
            created_at=job.created_at,
            ended_at=job.ended_at,
        )


class BatchIn(BaseModel):
    """Each photo or character in each style and template."""

    orders: list[DrawOrder] = Field(min_length=1, max_length=200)
    styles: list[Word] = Field(min_length=1, max_length=20, examples=[["comic", "storybook"]])
    templates: list[Word] = Field(min_length=1, max_length=20, examples=[["moon", "forest"]])
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
async def create_job(visitor: Drawer, order: DrawOrder, idempotency_key: Key = None) -> JobOut:
    """Draw a picture; what is accepted is drawn or says why it could not be."""
    job_id = await id_for(visitor.mine, idempotency_key, "job" + order.model_dump_json())
    job = await order_one(visitor.mine, visitor.site.queue, order, job_id, visitor.admit_jobs)
    return await _with_waiting(visitor, job)


@router.get("", operation_id="listJobs", responses=problem_responses(401, 403, 422))
async def list_jobs(
    visitor: Reader,
    cursor: Cursor = None,
    limit: Limit = 50,
    state: JobState | None = None,
    batch_id: Annotated[str | None, Query(max_length=40)] = None,
) -> Page[JobOut]:
    """The account's jobs, newest first."""
    where = {name: value for name, value in (("state", state), ("batch_id", batch_id)) if value}
    jobs, following = await page_of(visitor.mine, Job, where, cursor, limit)
    return Page(items=[JobOut.of(job) for job in jobs], next_cursor=following)


@router.get("/{job_id}", operation_id="getJob", responses=problem_responses(401, 403, 404, 422))
async def get_job(visitor: Reader, job_id: Id) -> JobOut:
    """One job with its place in the queue."""
    return await _with_waiting(visitor, await visitor.mine.get(Job, job_id))


@router.post("/{job_id}/cancel", operation_id="cancelJob", responses=problem_responses(401, 403, 404, 409, 422))
async def cancel_job(visitor: Drawer, job_id: Id) -> JobOut:
    """Cancel: at once while it waits, at its next step while it is drawn."""
    return JobOut.of(await cancel(visitor.mine, job_id))


@router.post(
    "/{job_id}/retry",
    operation_id="retryJob",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problem_responses(401, 403, 404, 409, 422, 429),
)
async def retry_job(visitor: Drawer, job_id: Id) -> JobOut:
    """Try a failed or cancelled job again."""
    await visitor.admit_jobs(1)
    job = await retry(visitor.mine, job_id)
    await visitor.site.queue.wake([job.id])
    return await _with_waiting(visitor, job)


@router.post(
    "/{job_id}/picture",
    operation_id="bringPicture",
    status_code=status.HTTP_202_ACCEPTED,
    openapi_extra=UPLOAD_BODY,
    responses=problem_responses(401, 403, 404, 409, 413, 415, 422, 429, 507),
)
async def bring_picture(request: Request, visitor: Drawer, job_id: Id) -> JobOut:
    """Bring the picture of a job that was handed off: it goes on with it."""
    site = visitor.site
    job = await visitor.mine.get(Job, job_id)
    if job.state != "awaiting":
        raise Conflict(f"This job is {job.state}; it does not wait for a picture.", "")
    async with site.uploads:
        data = await uploaded_file(request, site.backend.settings.max_photo_bytes)
        await visitor.admit_bytes(len(data))
        await site.aside(decode, data)
        await visitor.blobs.put(visitor.account.id, brought_id(job.id), data, "application/octet-stream")
    brought = await bring(visitor.mine, job.id)
    await site.queue.wake([job.id])
    return await _with_waiting(visitor, brought)


@batches.post(
    "",
    operation_id="createBatch",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problem_responses(401, 403, 404, 409, 422, 429),
)
async def create_batch(visitor: Drawer, wanted: BatchIn, idempotency_key: Key = None) -> BatchOut:
    """Draw many pictures: every photo or character in every style and template."""
    orders = grid(wanted.orders, wanted.styles, wanted.templates)
    if len(orders) > MOST_IN_BATCH:
        raise Invalid(f"This batch has {len(orders)} pictures.", f"Ask for at most {MOST_IN_BATCH} at once.")
    batch_id = await id_for(visitor.mine, idempotency_key, "batch" + wanted.model_dump_json())
    return await _batch_out(
        visitor, await order_many(visitor.mine, visitor.site.queue, orders, batch_id, wanted.title, visitor.admit_jobs)
    )


@batches.get("", operation_id="listBatches", responses=problem_responses(401, 403, 422))
async def list_batches(visitor: Reader, cursor: Cursor = None, limit: Limit = 20) -> Page[BatchOut]:
    """The account's batches, newest first."""
    found, following = await page_of(visitor.mine, Batch, {}, cursor, limit)
    return Page(items=[await _batch_out(visitor, batch) for batch in found], next_cursor=following)


@batches.get("/{batch_id}", operation_id="getBatch", responses=problem_responses(401, 403, 404, 422))
async def get_batch(visitor: Reader, batch_id: Id) -> BatchOut:
    """One batch."""
    return await _batch_out(visitor, await visitor.mine.get(Batch, batch_id))


@batches.post("/{batch_id}/cancel", operation_id="cancelBatch", responses=problem_responses(401, 403, 404, 422))
async def stop_batch(visitor: Drawer, batch_id: Id) -> BatchOut:
    """Cancel every job of the batch that has not ended."""
    batch = await visitor.mine.get(Batch, batch_id)
    await cancel_batch(visitor.mine, batch_id)
    return await _batch_out(visitor, batch)


@batches.post(
    "/{batch_id}/retry",
    operation_id="retryBatch",
    status_code=status.HTTP_202_ACCEPTED,
    responses=problem_responses(401, 403, 404, 422, 429),
)
async def retry_lost(visitor: Drawer, batch_id: Id) -> BatchOut:
    """Try every job of the batch that failed or was cancelled again."""
    batch = await visitor.mine.get(Batch, batch_id)
    await retry_batch(visitor.mine, visitor.site.queue, batch_id, visitor.admit_jobs)
    return await _batch_out(visitor, batch)


@batches.get(
    "/{batch_id}/zip",
    operation_id="getBatchZip",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"application/zip": {}}, "description": "The pictures that are done"},
        **problem_responses(401, 403, 404, 422),
    },
)
async def get_batch_zip(visitor: Reader, batch_id: Id, size: Literal["screen", "print"] = "print") -> Response:
    """The batch's pictures as a zip file, sent while it is made."""
    batch = await visitor.mine.get(Batch, batch_id)
    chunks = zipped(visitor.mine, visitor.blobs, {"batch_id": batch.id}, size)
    headers = {"Content-Disposition": f'attachment; filename="limner-{batch.id}.zip"'}
    return StreamingResponse(chunks, media_type="application/zip", headers=headers)


async def _with_waiting(visitor: Visitor, job: Job) -> JobOut:
    waiting = await waiting_of(visitor.site.backend.store, job, visitor.site.backend.settings.workers)
    shown = JobOut.of(job, waiting.position, waiting.expected_s)
    if job.state == "awaiting" and job.hand_off:
        shown.hand_off = HandOffOut(**job.hand_off.model_dump(), reference_url=_reference_url(visitor, job))
    return shown


def _reference_url(visitor: Visitor, job: Job) -> str | None:
    """Of the whole address, because it is opened by others than this page."""
    if not job.hand_off or not job.hand_off.has_reference:
        return None
    path = visitor.site.links.picture_url(reference_id(job.id), REFERENCE_TYPE, _REFERENCE_LIFE_S)
    return visitor.site.backend.settings.public_url.rstrip("/") + path


async def _batch_out(visitor: Visitor, batch: Batch) -> BatchOut:
    states = await visitor.mine.count_by(Job, "state", {"batch_id": batch.id})
    ended = sum(states.get(state, 0) for state in ("done", "failed", "cancelled"))
    return BatchOut(
        id=batch.id,
        title=batch.title,
        total=batch.total,
        states=states,
        progress=round(min(1.0, ended / max(1, batch.total)), 4),
        created_at=batch.created_at,
    )
