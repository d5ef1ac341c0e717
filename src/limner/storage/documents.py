"""Records, conditions and indexes in the words of MongoDB."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias, TypeVar

from pymongo import IndexModel

from limner.storage.columns import ColumnType, column_types, column_value, row
from limner.storage.conditions import Comparison, conditions, field_name, orders
from limner.storage.record import Record
from limner.storage.store import Changes, Plus, Where

R = TypeVar("R", bound=Record)
Document: TypeAlias = dict[str, Any]

_LOWEST: Final[Mapping[ColumnType, object]] = {
    "text": "",
    "whole": float("-inf"),
    "number": float("-inf"),
    "flag": False,
    "moment": datetime.min.replace(tzinfo=UTC),
}


def document(record: Record) -> Document:
    """The record as its collection keeps it."""
    return {stored(name): value for name, value in row(record).items()}


def record(kind: type[R], found: Document) -> R:
    """A document read back; fields that the record no longer has are passed over."""
    return kind.model_validate({name: found[stored(name)] for name in kind.model_fields if stored(name) in found})


def stored(name: str) -> str:
    """The name of a field in the document."""
    return "_id" if name == "id" else name


def matching(kind: type[Record], where: Where) -> Document:
    """Conditions as a filter."""
    parts = [{stored(name): _COMPARISONS[comparison](value)} for name, comparison, value in conditions(kind, where)]
    return {"$and": parts} if parts else {}


def changed(kind: type[Record], changes: Changes) -> Document:
    """Changes as an update."""
    update: dict[str, Document] = {}
    for name, value in changes.items():
        field = stored(field_name(kind, name))
        if isinstance(value, Plus):
            update.setdefault("$inc", {})[field] = value.amount
        else:
            update.setdefault("$set", {})[field] = column_value(kind, name, value)
    return update


def sorting(kind: type[Record], order: Sequence[str]) -> list[tuple[str, int]]:
    """An order as a sort."""
    return [(stored(name), -1 if falls else 1) for name, falls in orders(kind, order)]


def indexes(kind: type[Record]) -> Iterator[IndexModel]:
    """The record's unique keys and indexes; a key in which a field may be None holds only rows where it is not."""
    types = column_types(kind)
    for key in kind.unique:
        # Not `$type` or `$exists`: only by a comparison does the planner see that the key serves `field == value`.
        held = {stored(name): {"$gte": _LOWEST[types[name][0]]} for name in key if types[name][1]}
        partial = {"partialFilterExpression": held} if held else {}
        yield IndexModel(_rising(key), name=f"{kind.table}_{'_'.join(key)}_key", unique=True, **partial)
    for key in kind.indexes:
        flags = {name: True for name in key if types[name][0] == "flag"}
        partial = {"partialFilterExpression": flags} if flags else {}
        yield IndexModel(
            _rising([name for name in key if name not in flags]), name=f"{kind.table}_{'_'.join(key)}_idx", **partial
        )


def _rising(key: Sequence[str]) -> list[tuple[str, int]]:
    return [(stored(name), 1) for name in key]


_COMPARISONS: Final[Mapping[Comparison, Callable[[Any], Document]]] = {
    "is": lambda value: {"$eq": value},
    "not": lambda value: {"$ne": value},
    "lt": lambda value: {"$lt": value},
    "lte": lambda value: {"$lte": value},
    "gt": lambda value: {"$gt": value},
    "gte": lambda value: {"$gte": value},
    "in": lambda value: {"$in": list(value)},
    "contains": lambda value: {"$regex": re.escape(value), "$options": "i"},
}
