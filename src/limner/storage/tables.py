"""The tables of records in SQL, as queries and migrations know them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from limner.storage.columns import ColumnType, column_types
from limner.storage.record import Record


class Moment(sa.types.TypeDecorator[datetime]):
    """UTC datetimes that stay aware: SQLite keeps none of the zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """To the database: in UTC."""
        del dialect
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """From the database: aware."""
        del dialect
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_SQL_TYPES: Final[dict[ColumnType, sa.types.TypeEngine[Any]]] = {
    "text": sa.Text(),
    "whole": sa.BigInteger(),
    "number": sa.Double(),
    "flag": sa.Boolean(),
    "moment": Moment(),
    "json": _JSON,
}


def metadata(kinds: Sequence[type[Record]]) -> sa.MetaData:
    """One table for each kind of record."""
    tables = sa.MetaData()
    for kind in kinds:
        columns = [
            sa.Column(name, _SQL_TYPES[column], primary_key=name == "id", nullable=nullable)
            for name, (column, nullable) in column_types(kind).items()
        ]
        keys = [sa.UniqueConstraint(*key, name=f"{kind.table}_{'_'.join(key)}_key") for key in kind.unique]
        indexes = [_index(kind, key) for key in kind.indexes]
        sa.Table(kind.table, tables, *columns, *keys, *indexes)
    return tables


def _index(kind: type[Record], key: Sequence[str]) -> sa.Index:
    name, types = f"{kind.table}_{'_'.join(key)}_idx", column_types(kind)
    flags = [column for column in key if types[column][0] == "flag"]
    if not flags:
        return sa.Index(name, *key)
    where = " AND ".join(f"{flag} IS {{set}}" for flag in flags)
    return sa.Index(
        name,
        *(column for column in key if column not in flags),
        sqlite_where=sa.text(where.format(set="1")),
        postgresql_where=sa.text(where.format(set="true")),
    )
