"""A job: one request to draw, and the states it goes through."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from limner.catalog.adjustments import Adjustments, Word
from limner.engine.motion.gesture import GESTURES, Gesture, Loop
from limner.errors import LimnerError
from limner.gallery.artwork import Artwork
from limner.generation.caption import plain_caption
from limner.generation.registry import LOCAL
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

_DONE_IF_IT_MOVES: Final[Mapping[JobStep, float]] = {
    **SHARE_DONE,
    "detect": 0.02,
    "character": 0.05,
    "draw": 0.09,
    "verify": 0.3,
    "move": 0.33,
    "renditions": 0.9,
}
_MOVED_FROM: Final = 0.1
"""A finished picture needs no drawing before it moves."""

PRIORITY_NOW: Final = 10
"""Somebody waits for it."""
PRIORITY_BATCH: Final = 0
"""One of many: whoever waits for a single picture comes first."""


Caption = Annotated[
    str,
    Field(max_length=120, description="Written into the picture, in one or two lines"),
    AfterValidator(plain_caption),
]

_LONGEST_LOOP_S: Final = 6

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
    """How a picture moves: in a loop of so many seconds, `size_px` wide; or in a clip by an animator of the name.

    An animator makes clips of the lengths it knows, as large as it does; it is told the `words`, where it takes any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    gestures: tuple[Gesture, ...] = Field(default=GESTURES, min_length=1, max_length=len(GESTURES))
    seconds: float = Field(default=2, ge=1, le=10)
    size_px: int = Field(default=480, ge=240, le=960)
    provider: Word = LOCAL
    words: str = Field(default="", max_length=400, description="What happens, for animators that take text")

    @model_validator(mode="after")
    def _not_too_long(self) -> "Moving":
        if self.provider == LOCAL and self.seconds > _LONGEST_LOOP_S:
            msg = f"a loop lasts at most {_LONGEST_LOOP_S} seconds"
            raise ValueError(msg)
        return self

    def loop(self) -> Loop:
        """As the drawing code knows it."""
        return Loop(self.gestures, self.seconds)


class DrawOrder(Sitter):
    """What is to be drawn: somebody, and who is `beside` them, in a style and a template; with `motion` it moves.

    People stand from left to right in this order. A portrait has one person, no place in a scene and no caption. With
    `artwork_id` nothing is drawn: that artwork's picture moves, and all else is as it was asked for then.
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
    provider: Word = LOCAL
    size_px: int = Field(default=1080, ge=256, le=4096)
    caption: Caption = ""
    words: str = Field(default="", max_length=400, description="Own wishes, for providers that take text")
    commercial: bool = Field(default=False, description="The picture is sold or used in a business")
    fall_back: bool = Field(default=True, description="Whether somebody else may draw when the provider can't or won't")
    beside: tuple[Sitter, ...] = Field(default=(), max_length=MOST_BESIDE)
    motion: Moving | None = None
    artwork_id: Word | None = Field(default=None, description="A finished picture that is to move")

    def sitters(self) -> tuple[Sitter, ...]:
        """Everybody in the picture, from left to right."""
        return (self, *self.beside)

    def beyond_columns(self) -> dict[str, Any] | None:
        """What an artwork has no column for, so far as it is not the default."""
        return self.model_dump(mode="json", exclude=_COLUMNS, exclude_defaults=True) or None

    @classmethod
    def of(cls, artwork: Artwork) -> "DrawOrder":
        """The order an artwork's picture was drawn by."""
        columns = artwork.model_dump(include=_COLUMNS)
        asked = artwork.asked or {}
        if "artwork_id" in asked:
            # It was made of another artwork: asked for again, the picture is drawn, and stands still.
            asked = {name: value for name, value in asked.items() if name not in {"artwork_id", "motion"}}
        return cls.model_validate({**columns, "size_px": artwork.width_px, **asked})


def begins_at(order: DrawOrder, step: JobStep) -> float:
    """How much of the job's time has gone when a step begins, 0..1."""
    if order.motion is None:
        return SHARE_DONE[step]
    if order.artwork_id and step == "move":
        return _MOVED_FROM
    return _DONE_IF_IT_MOVES[step]


def span_of(order: DrawOrder, step: JobStep) -> tuple[float, float]:
    """From where to where the progress goes in a step, 0..1."""
    following = STEPS[STEPS.index(step) + 1]
    return begins_at(order, step), begins_at(order, following)


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
