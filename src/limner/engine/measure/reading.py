"""A measured value and how sure the measurement is."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """`confidence` is 0..1: below one half the parent should be asked. `reason` says in plain words what was seen."""

    value: Value
    confidence: float
    reason: str = ""
