"""Conditions and orders taken apart and checked against the record, so that every database reads them alike."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, cast, get_args

from limner.storage.record import Record

Comparison = Literal["is", "not", "lt", "lte", "gt", "gte", "in", "contains"]
_SUFFIXES: Final = frozenset(get_args(Comparison)) - {"is"}


def conditions(kind: type[Record], where: Mapping[str, object]) -> Iterator[tuple[str, Comparison, object]]:
    """Each condition as (field name, comparison, value).

    Raises:
        KeyError: the record has no such field; that is a bug of the caller.
    """
    for key, value in where.items():
        name, _, suffix = key.partition("__")
        comparison = cast("Comparison", suffix or "is")
        if suffix and suffix not in _SUFFIXES:
            raise KeyError(key)
        yield field_name(kind, name), comparison, value


def orders(kind: type[Record], order: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each part of an order as (field name, whether it falls)."""
    for part in order:
        yield field_name(kind, part.removeprefix("-")), part.startswith("-")


def field_name(kind: type[Record], name: str) -> str:
    """The name, if the record has it."""
    if name not in kind.model_fields:
        raise KeyError(f"{kind.__name__} has no field {name}")
    return name
