"""A job: one request to draw, and the states it goes through."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from limner.errors import LimnerError
from limner.jobs.order import DrawOrder
from limner.storage.record import Owned, now

JobState = Literal["queued", "running", "awaiting", "done", "failed", "cancelled"]
"""A job that is "awaiting" was handed off: a person draws, and brings the picture back."""

MOVES: Final[Mapping[JobState, frozenset[JobState]]] = {
    "queued": frozenset({"running", "cancelled"}),
    "running": frozenset({"done", "failed", "cancelled", "queued", "awaiting"}),
    "awaiting": frozenset({"queued", "failed", "cancelled"}),
    "done": frozenset(),
    "failed": frozenset({"queued"}),
    "cancelled": frozenset({"queued"}),
}
"""Which state may follow which: a running job goes back to the queue when its worker dies, an awaiting one when the
picture is brought, an ended one by retry."""

ENDED: Final[frozenset[JobState]] = frozenset({"done", "failed", "cancelled"})

PRIORITY_NOW: Final = 10
"""Somebody waits for it."""
PRIORITY_BATCH: Final = 0
"""One of many: whoever waits for a single picture comes first."""


class Failure(BaseModel):
    """Why a job failed, for machines (`code`) and for the person."""

    model_config = ConfigDict(frozen=True)

    code: str
    message: str
    advice: str = ""
    retry_helps: bool = False

    @classmethod
    def of(cls, error: LimnerError) -> "Failure":
        """What Limner says on purpose, kept with the job."""
        return cls(code=error.code, message=error.message, advice=error.advice, retry_helps=error.retry_helps)


class PassedOver(BaseModel):
    """A provider that was to draw and did not: why, for machines (`code`, and a refusal's `reason`) and for people."""

    model_config = ConfigDict(frozen=True)

    provider: str
    title: str
    code: str
    reason: str | None = None
    message: str
    advice: str = ""


class HandOff(BaseModel):
    """What somebody needs to draw a picture by hand, until when it is waited for."""

    model_config = ConfigDict(frozen=True)

    prompt: str = Field(description="For Midjourney's web page; {reference} stands for the reference picture's address")
    brief: str = Field(description="For a human illustrator")
    has_reference: bool = Field(default=False, description="Whether a picture of the person goes along")
    until: datetime


class Job(Owned):
    """One request to draw. `lease_until` is when its worker counts as dead; `attempt` counts how often it began.

    `passed_over` are providers that were to draw and did not; `remote_task` is "provider:id" of what a provider
    elsewhere is drawing; `cost_microusd` what was paid, in millionths of a US dollar.
    """

    table: ClassVar[str] = "jobs"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("state", "priority", "id"),
        ("state", "id"),
        ("state", "lease_until"),
        ("account_id", "state", "id"),
        ("account_id", "id"),
        ("batch_id", "state"),
    )

    order: DrawOrder
    state: JobState = "queued"
    priority: int = PRIORITY_NOW
    batch_id: str | None = None
    step: str | None = None
    progress: float = 0.0
    attempt: int = 0
    worker: str | None = None
    lease_until: datetime | None = None
    cancel_requested: bool = False
    failure: Failure | None = None
    notes: tuple[str, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    remote_task: str | None = None
    hand_off: HandOff | None = None
    cost_microusd: int = 0
    draw_ms: int | None = None
    created_at: datetime = Field(default_factory=now)
    started_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def artwork_id(self) -> str | None:
        """The artwork, once the job is done: it has the job's own id."""
        return self.id if self.state == "done" else None


class Batch(Owned):
    """Jobs made together: `total` of them."""

    table: ClassVar[str] = "batches"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "id"),)

    title: str = ""
    total: int
    created_at: datetime = Field(default_factory=now)
