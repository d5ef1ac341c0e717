"""SQLite and PostgreSQL through SQLAlchemy Core. Every operation is one statement, so nothing is held between calls."""

import operator
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from limner.errors import StoreUnreachable, Taken
from limner.storage.columns import ColumnType, column_types, plain
from limner.storage.conditions import Comparison, conditions, field_name, orders
from limner.storage.record import Record
from limner.storage.store import NEWEST_FIRST, Changes, Plus, Where

R = TypeVar("R", bound=Record)
_MOST_WAIT_FOR_LOCK_MS = 10_000


class _Moment(sa.types.TypeDecorator[datetime]):
    """UTC datetimes that stay aware: SQLite keeps none of the zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        del dialect
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        del dialect
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_SQL_TYPES: dict[ColumnType, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "whole": sa.BigInteger(),
    "number": sa.Double(),
    "flag": sa.Boolean(),
    "moment": _Moment(),
    "json": _JSON,
}


def metadata(kinds: Sequence[type[Record]]) -> sa.MetaData:
    """The tables of these records, as migrations and queries know them."""
    tables = sa.MetaData()
    for kind in kinds:
        columns = [
            sa.Column(name, _SQL_TYPES[column], primary_key=name == "id", nullable=nullable)
            for name, (column, nullable) in column_types(kind).items()
        ]
        keys = [sa.UniqueConstraint(*key, name=f"{kind.table}_{'_'.join(key)}_key") for key in kind.unique]
        indexes = [sa.Index(f"{kind.table}_{'_'.join(key)}_idx", *key) for key in kind.indexes]
        sa.Table(kind.table, tables, *columns, *keys, *indexes)
    return tables


class SqlStore:
    """A `Store` on SQLite (`sqlite:///path`) or PostgreSQL (`postgresql://...`)."""

    def __init__(self, url: str, kinds: Sequence[type[Record]]) -> None:
        self._metadata = metadata(kinds)
        self._engine = _engine(url)
        self._single = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    async def prepare(self) -> None:
        """Create what is missing."""
        async with self._engine.begin() as connection:
            await connection.run_sync(self._metadata.create_all)

    async def ping(self) -> None:
        """See `Store`."""
        await self._run(sa.select(1))

    async def close(self) -> None:
        """See `Store`."""
        await self._engine.dispose()

    async def insert(self, *records: Record, existing: Literal["refuse", "keep"] = "refuse") -> int:
        """See `Store`."""
        if not records:
            return 0
        table = self._table(type(records[0]))
        rows = [_row(record) for record in records]
        if existing == "keep":
            return await self._insert_new(table, rows)
        try:
            async with self._engine.begin() as connection:
                await connection.execute(table.insert(), rows)
        except IntegrityError as error:
            raise Taken(table.name) from error
        except (OperationalError, OSError) as error:
            raise StoreUnreachable from error
        return len(rows)

    async def _insert_new(self, table: sa.Table, rows: list[dict[str, Any]]) -> int:
        insert = postgresql.insert if self._engine.dialect.name == "postgresql" else sqlite.insert
        added = 0
        async with self._engine.begin() as connection:
            for row in rows:
                done = await connection.execute(insert(table).values(row).on_conflict_do_nothing())
                added += done.rowcount
        return added

    async def get(self, kind: type[R], record_id: str) -> R | None:
        """See `Store`."""
        found = await self.find(kind, {"id": record_id}, limit=1)
        return found[0] if found else None

    async def find(self, kind: type[R], where: Where, *, order: Sequence[str] = NEWEST_FIRST, limit: int) -> list[R]:
        """See `Store`."""
        table = self._table(kind)
        query = table.select().where(*_clauses(kind, table, where)).order_by(*_order(kind, table, order)).limit(limit)
        return [_record(kind, row) for row in (await self._run(query)).mappings()]

    async def change(self, kind: type[R], where: Where, changes: Changes) -> int:
        """See `Store`."""
        table = self._table(kind)
        done = await self._run(
            table.update().where(*_clauses(kind, table, where)).values(_values(kind, table, changes))
        )
        return done.rowcount

    async def take(self, kind: type[R], where: Where, changes: Changes, *, order: Sequence[str] = ("id",)) -> R | None:
        """See `Store`."""
        table = self._table(kind)
        chosen: Any = where.get("id")
        if chosen is None:
            first = sa.select(table.c.id).where(*_clauses(kind, table, where)).order_by(*_order(kind, table, order))
            first = first.with_for_update(skip_locked=True) if self._engine.dialect.name == "postgresql" else first
            chosen = first.limit(1).scalar_subquery()
        # PostgreSQL looks at the conditions again after it waited for the row: what another took is not taken twice.
        query = (
            table.update()
            .where(table.c.id == chosen, *_clauses(kind, table, where))
            .values(_values(kind, table, changes))
            .returning(*table.c)
        )
        row = (await self._run(query)).mappings().first()
        return _record(kind, row) if row else None

    async def delete(self, kind: type[R], where: Where) -> int:
        """See `Store`."""
        table = self._table(kind)
        return (await self._run(table.delete().where(*_clauses(kind, table, where)))).rowcount

    async def count(self, kind: type[R], where: Where) -> int:
        """See `Store`."""
        table = self._table(kind)
        return (
            await self._run(sa.select(sa.func.count()).select_from(table).where(*_clauses(kind, table, where)))
        ).scalar_one()

    async def count_by(self, kind: type[R], field: str, where: Where) -> dict[str, int]:
        """See `Store`."""
        table = self._table(kind)
        column = table.c[field_name(kind, field)]
        query = sa.select(column, sa.func.count()).where(*_clauses(kind, table, where)).group_by(column)
        rows = [tuple[object, ...](row) for row in (await self._run(query)).all()]
        return {str(value): cast("int", number) for value, number in rows}

    async def total(self, kind: type[R], field: str, where: Where) -> int:
        """See `Store`."""
        table = self._table(kind)
        amount = sa.func.coalesce(sa.func.sum(table.c[field_name(kind, field)]), 0)
        return int((await self._run(sa.select(amount).where(*_clauses(kind, table, where)))).scalar_one())

    def _table(self, kind: type[Record]) -> sa.Table:
        return self._metadata.tables[kind.table]

    async def _run(self, query: sa.Executable) -> sa.CursorResult[Any]:
        try:
            async with self._single.connect() as connection:
                return await connection.execute(query)  # pyright: ignore[reportReturnType]
        except IntegrityError as error:
            raise Taken(str(error.statement)) from error
        except (OperationalError, OSError) as error:
            raise StoreUnreachable from error


def _engine(url: str) -> AsyncEngine:
    """An engine with the driver for this kind of database."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return create_async_engine(parsed.set(drivername="postgresql+asyncpg"), pool_pre_ping=True)
    engine = create_async_engine(parsed.set(drivername="sqlite+aiosqlite"))
    event.listen(engine.sync_engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: Any, entry: ConnectionPoolEntry) -> None:
    """Readers beside one writer (WAL), who waits for its turn; what was accepted survives a power cut (FULL)."""
    del entry
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_MOST_WAIT_FOR_LOCK_MS}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _row(record: Record) -> dict[str, Any]:
    """A record's values as columns take them: moments as they are, what is JSON as plain lists and dictionaries."""
    plain = record.model_dump(mode="json")
    types = column_types(type(record))
    return {name: plain[name] if types[name][0] == "json" else getattr(record, name) for name in plain}


def _record(kind: type[R], row: sa.RowMapping) -> R:
    return kind.model_validate(dict(row))


def _values(kind: type[Record], table: sa.Table, changes: Changes) -> dict[str, Any]:
    """New values, with numbers that grow counted by the database."""
    values: dict[str, Any] = {}
    for name, value in changes.items():
        column = table.c[field_name(kind, name)]
        values[name] = column + value.amount if isinstance(value, Plus) else plain(value)
    return values


def _clauses(kind: type[Record], table: sa.Table, where: Where) -> list[sa.ColumnElement[bool]]:
    return [_COMPARISONS[comparison](table.c[name], value) for name, comparison, value in conditions(kind, where)]


_COMPARISONS: dict[Comparison, Callable[[sa.Column[Any], Any], sa.ColumnElement[bool]]] = {
    "is": lambda column, value: column.is_(None) if value is None else column == value,
    "not": lambda column, value: column.is_distinct_from(value),
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
    "in": lambda column, value: column.in_(list(value)),
    "contains": lambda column, value: column.icontains(value, autoescape=True),
}


def _order(kind: type[Record], table: sa.Table, order: Sequence[str]) -> list[sa.ColumnElement[Any]]:
    return [table.c[name].desc() if falls else table.c[name].asc() for name, falls in orders(kind, order)]
