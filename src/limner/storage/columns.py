"""Which fields of a record a database can compare, and which it only keeps as JSON."""

from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import Literal, TypeAlias, Union, get_args, get_origin

from pydantic_core import to_jsonable_python

from limner.storage.record import Record

ColumnType: TypeAlias = Literal["text", "whole", "number", "flag", "moment", "json"]
_TYPES: dict[object, ColumnType] = {str: "text", int: "whole", float: "number", bool: "flag", datetime: "moment"}


@cache
def column_types(kind: type[Record]) -> dict[str, tuple[ColumnType, bool]]:
    """(column type, whether None is allowed) by field name."""
    return {name: _column_type(info.annotation) for name, info in kind.model_fields.items()}


def _column_type(annotation: object) -> tuple[ColumnType, bool]:
    parts = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    others = [part for part in parts if part is not NoneType]
    nullable = len(others) < len(parts)
    if len(others) == 1 and get_origin(others[0]) is Literal:
        return "text", nullable
    return (_TYPES.get(others[0], "json") if len(others) == 1 else "json"), nullable


def row(record: Record) -> dict[str, object]:
    """A record's values as columns take them: moments as they are, what is JSON as plain lists and dictionaries."""
    return {name: column_value(type(record), name, getattr(record, name)) for name in type(record).model_fields}


def column_value(kind: type[Record], name: str, value: object) -> object:
    """One field's value as its column takes it."""
    return to_jsonable_python(value) if column_types(kind)[name][0] == "json" else value
