"""The photo coach: how well a face can be drawn from this photo, and what would help."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["good", "usable", "unusable"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that harms the drawing: `code` for machines, the sentences for the person."""

    code: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Quality:
    """The verdict on a face; the worst finding comes first."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
