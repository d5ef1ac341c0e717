"""A job: one request to draw, and the states it goes through."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from limner.catalog.adjustments import Adjustments, Word
from limner.engine.motion.gesture import GESTURES, Gesture, Loop
from limner.errors import LimnerError
from limner.gallery.artwork import Artwork
from limner.generation.caption import plain_caption
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

JobStep = Literal["load", "detect", "character", "draw", "verify", "move", "renditions", "provenance", "store"]
STEPS: Final[tuple[JobStep, ...]] = (
    "load",
    "detect",
    "character",
    "draw",
    "verify",
    "move",
    "renditions",
    "provenance",
    "store",
)
SHARE_DONE: Final[Mapping[JobStep, float]] = {
    "load": 0.0,
    "detect": 0.05,
    "character": 0.12,
    "draw": 0.22,
    "verify": 0.72,
    "move": 0.76,
    "renditions": 0.78,
    "provenance": 0.94,
    "store": 0.95,
}
"""How much of a job's time has gone when a step begins, as measured on two cores."""

PRIORITY_NOW: Final = 10
"""Somebody waits for it."""
PRIORITY_BATCH: Final = 0
"""One of many: whoever waits for a single picture comes first."""


Caption = Annotated[
    str,
    Field(max_length=120, description="Written into the picture, in one or two lines"),
    AfterValidator(plain_caption),
]

MOST_BESIDE: Final = 3
"""People in a scene beside the first."""

_COLUMNS: Final = {"photo_id", "character_id", "style", "template", "seed", "provider", "size_px"}
"""What an artwork keeps of its order in columns of its own."""


class Sitter(BaseModel):
    """Somebody to draw: a face of a photo, or a character; and how they stand in the scene."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    photo_id: Word | None = None
    face_number: int | None = Field(default=None, ge=1, le=12)
    character_id: Word | None = None
    adjustments: Adjustments = Adjustments()


class Moving(BaseModel):
    """How a picture moves: in a loop of so many seconds, `size_px` wide."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    gestures: tuple[Gesture, ...] = Field(default=GESTURES, min_length=1, max_length=len(GESTURES))
    seconds: float = Field(default=2, ge=1, le=6)
    size_px: int = Field(default=480, ge=240, le=960)

    def loop(self) -> Loop:
        """As the drawing code knows it."""
        return Loop(self.gestures, self.seconds)


class DrawOrder(Sitter):
    """What is to be drawn: somebody, and who is `beside` them, in a style and a template; with `motion` it moves.

    People stand from left to right in this order. A portrait has one person, no place in a scene and no caption.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={
            "examples": [{"photo_id": "01m82gae6vfpbdcz32sgdbfrcc", "style": "storybook", "template": "moon"}]
        },
    )

    style: Word = "storybook"
    template: Word = "moon"
    seed: int = Field(default=1, ge=0, lt=2**53)
    provider: Word = "local"
    size_px: int = Field(default=1080, ge=256, le=4096)
    caption: Caption = ""
    words: str = Field(default="", max_length=400, description="Own wishes, for providers that take text")
    commercial: bool = Field(default=False, description="The picture is sold or used in a business")
    fall_back: bool = Field(default=True, description="Whether somebody else may draw when the provider can't or won't")
    beside: tuple[Sitter, ...] = Field(default=(), max_length=MOST_BESIDE)
    motion: Moving | None = None

    def sitters(self) -> tuple[Sitter, ...]:
        """Everybody in the picture, from left to right."""
        return (self, *self.beside)

    def beyond_columns(self) -> dict[str, Any] | None:
        """What an artwork has no column for, so far as it is not the default."""
        return self.model_dump(mode="json", exclude=_COLUMNS, exclude_defaults=True) or None

    @classmethod
    def of(cls, artwork: Artwork) -> "DrawOrder":
        """The order an artwork was drawn by."""
        columns = artwork.model_dump(include=_COLUMNS)
        return cls.model_validate({**columns, "size_px": artwork.width_px, **(artwork.asked or {})})


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
