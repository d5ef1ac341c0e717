"""The contract of every database: a handful of atomic operations on records.

There are no transactions over several calls. Whoever needs two writes orders them so that a crash in between is
harmless and repeating both is too: ids are chosen by the caller, and `insert(..., existing="keep")` may run twice.

Conditions are mappings from a field name to a value, all of which must hold. A suffix compares in another way:
`__lt`, `__lte`, `__gt`, `__gte`, `__not`, `__in` (a sequence) and `__contains` (part of a text, in any case).
None stands for "nothing there" and comes first in a rising order. Orders are field names, with "-" before those that
fall.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias, TypeVar

from limner.storage.record import Record

R = TypeVar("R", bound=Record)

Where: TypeAlias = Mapping[str, object]
"""Conditions, see above; an empty mapping matches every record."""

Changes: TypeAlias = Mapping[str, object]
"""New values by field name; a `Plus` adds."""

NEWEST_FIRST = ("-id",)


@dataclass(frozen=True, slots=True)
class Plus:
    """As the new value of a number field: what it was and `amount` more, added by the database so that none is lost."""

    amount: int


class Store(Protocol):
    """A database of records."""

    async def prepare(self) -> None:
        """Bring tables and indexes up to date; called once by each server that starts, may run twice at once."""
        ...

    async def ping(self) -> None:
        """Return when the database answers.

        Raises:
            StoreUnreachable: it does not.
        """
        ...

    async def close(self) -> None:
        """Give back all connections."""
        ...

    async def insert(self, *records: Record, existing: Literal["refuse", "keep"] = "refuse") -> int:
        """Add records of one kind and say how many were new; "keep" passes over those whose id or key is there already.

        Raises:
            Taken: "refuse", and an id or a unique key is there already. No record of the call was added.
        """
        ...

    async def get(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id."""
        ...

    async def find(self, kind: type[R], where: Where, *, order: Sequence[str] = NEWEST_FIRST, limit: int) -> list[R]:
        """At most `limit` records in this order."""
        ...

    async def change(self, kind: type[R], where: Where, changes: Changes) -> int:
        """Set fields of every matching record, each atomically; says how many matched."""
        ...

    async def take(self, kind: type[R], where: Where, changes: Changes, *, order: Sequence[str] = ("id",)) -> R | None:
        """Change the first matching record and return it as it is now; two callers never take the same one.

        `changes` must make the record stop matching where that matters; None when nothing matches.
        """
        ...

    async def delete(self, kind: type[R], where: Where) -> int:
        """Remove every matching record; says how many."""
        ...

    async def count(self, kind: type[R], where: Where) -> int:
        """How many match."""
        ...

    async def count_by(self, kind: type[R], field: str, where: Where) -> dict[str, int]:
        """How many match for each value of a text field; those without one are left out."""
        ...

    async def total(self, kind: type[R], field: str, where: Where) -> int:
        """Sum of a whole-number field over all that match."""
        ...
