"""What administrators look after: jobs, providers, storage, the audit log; never a picture or words of others."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from limner.accounts import audit
from limner.accounts.administration import addresses
from limner.accounts.audit import AuditEntry, Event
from limner.accounts.spending import months
from limner.api.pages import Cursor, Limit, Page
from limner.api.problems import problem_responses
from limner.api.routes.me import CostOut
from limner.api.visitor import Admin
from limner.generation.registry import maker, maker_names
from limner.generation.self_test import try_maker
from limner.jobs.job import Job
from limner.storage.blobs import Blob
from limner.storage.store import Store

router = APIRouter(prefix="/admin", tags=["admin"], responses=problem_responses(401, 403, 404, 422))
_LAST_FAILURES = 500
_NO_REASON = "unknown"


class JobsOut(BaseModel):
    """Jobs of everybody as numbers."""

    states: dict[str, int]
    failures: dict[str, int] = Field(description="Codes of the last failures")
    cost_microusd: int = Field(description="What providers took for all of them together, in millionths of a dollar")


class FailedJobOut(BaseModel):
    """A job that failed: whose, when and why; not what was asked for."""

    id: str
    email: str | None
    code: str
    attempt: int
    ended_at: datetime | None


class StorageOut(BaseModel):
    """What is stored."""

    pictures: int
    stored_bytes: int


class AuditOut(BaseModel):
    """An entry of the audit log, with the addresses of those it names who still have an account."""

    id: str
    event: str
    account_id: str | None
    email: str | None
    about: str | None
    about_email: str | None
    address: str
    at: datetime


class TestOut(BaseModel):
    """What came of a provider's test."""

    ok: bool
    seconds: float
    message: str


@router.get("/jobs", operation_id="adminGetJobs")
async def get_jobs(visitor: Admin) -> JobsOut:
    """How many jobs wait, run and have ended, why the last ones failed, and what all cost."""
    store = visitor.site.backend.store
    failures: dict[str, int] = {}
    for job in await store.find(Job, {"state": "failed"}, limit=_LAST_FAILURES):
        failures[_code(job)] = failures.get(_code(job), 0) + 1
    cost = await store.total(Job, "cost_microusd", {})
    return JobsOut(states=await store.count_by(Job, "state", {}), failures=failures, cost_microusd=cost)


@router.get("/jobs/failed", operation_id="adminListFailedJobs")
async def list_failed_jobs(visitor: Admin, cursor: Cursor = None, limit: Limit = 50) -> Page[FailedJobOut]:
    """Which jobs failed, newest first."""
    store = visitor.site.backend.store
    before = {"id__lt": cursor} if cursor else {}
    found = await store.find(Job, {"state": "failed", **before}, limit=limit + 1)
    emails = await addresses(store, (job.account_id for job in found))
    items = [
        FailedJobOut(
            id=job.id, email=emails.get(job.account_id), code=_code(job), attempt=job.attempt, ended_at=job.ended_at
        )
        for job in found[:limit]
    ]
    return Page(items=items, next_cursor=found[limit - 1].id if len(found) > limit else None)


@router.get("/costs", operation_id="adminListCosts")
async def list_costs(visitor: Admin) -> list[CostOut]:
    """What providers took from everybody together, by month, newest first."""
    found = await months(visitor.site.backend.store, maker_names(), {})
    return [CostOut.model_validate(asdict(one)) for one in found]


@router.get("/storage", operation_id="adminGetStorage")
async def get_storage(visitor: Admin) -> StorageOut:
    """How much is stored."""
    store = visitor.site.backend.store
    return StorageOut(pictures=await store.count(Blob, {}), stored_bytes=await store.total(Blob, "plain_bytes", {}))


@router.get("/audit", operation_id="adminListAudit")
async def list_audit(
    visitor: Admin,
    event: Event | None = None,
    account_id: Annotated[str | None, Query(max_length=40, pattern="^[0-9a-z]+$", description="Who did it")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[AuditOut]:
    """Who did what, newest first."""
    store = visitor.site.backend.store
    found = await audit.read(store, event=event, account_id=account_id, before=cursor, limit=limit + 1)
    following = found[limit - 1].id if len(found) > limit else None
    return Page(items=await _named(store, found[:limit]), next_cursor=following)


@router.post("/providers/{name}/test", operation_id="adminTestProvider", responses=problem_responses(429))
async def try_provider(visitor: Admin, name: Annotated[str, Path(max_length=60)]) -> TestOut:
    """Have an invented person drawn, small, or a drawing of one moved: nobody's photo is used."""
    maker(name)
    await visitor.site.limits.check("generate", visitor.account.id)
    seconds, message = await try_maker(name)
    return TestOut(ok=not message, seconds=seconds, message=message or "It works.")


async def _named(store: Store, entries: list[AuditEntry]) -> list[AuditOut]:
    emails = await addresses(store, (one for entry in entries for one in (entry.account_id, entry.about)))
    return [
        AuditOut(
            **entry.model_dump(),
            email=emails.get(entry.account_id or ""),
            about_email=emails.get(entry.about or ""),
        )
        for entry in entries
    ]


def _code(job: Job) -> str:
    return job.failure.code if job.failure else _NO_REASON
