"""The steps of a run, and how much of a job's time has gone when each begins."""

from collections.abc import Mapping
from typing import Final, Literal

from limner.jobs.order import DrawOrder

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
