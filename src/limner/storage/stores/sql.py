"""SQLite and PostgreSQL through SQLAlchemy Core. Every operation is one statement, so nothing is held between calls."""

import operator
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Final, Literal, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from limner.errors import Invalid, StoreUnreachable, Taken
from limner.storage import migrations
from limner.storage.columns import column_value, row
from limner.storage.conditions import Comparison, conditions, field_name, orders
from limner.storage.record import Record
from limner.storage.store import NEWEST_FIRST, Changes, Plus, Where
from limner.storage.tables import metadata

R = TypeVar("R", bound=Record)
_UNWRITABLE: Final = ("22021", "22P05")
"""What PostgreSQL calls a NUL in a text or in JSON."""

_MOST_WAIT_FOR_LOCK_MS = 10_000
_MOST_WAIT_TO_CONNECT_S = 10
_PREPARING = 0x6C696D6E6572
"""Number of the lock on PostgreSQL that one preparing server holds: "limner" in ASCII."""


class SqlStore:
    """A `Store` on SQLite (`sqlite:///path`) or PostgreSQL (`postgresql://...`)."""

    def __init__(self, url: str, kinds: Sequence[type[Record]]) -> None:
        self._metadata = metadata(kinds)
        self._engine = _engine(url)
        self._single = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    async def prepare(self) -> None:
        """See `Store`: migrates all or nothing; a second server that starts waits until the first is done."""
        with _told():
            async with self._alone() as connection:
                await connection.run_sync(migrations.upgrade, self._metadata)

    @asynccontextmanager
    async def _alone(self) -> AsyncGenerator[AsyncConnection]:
        """A transaction that only one server holds at a time."""
        if self._engine.dialect.name == "postgresql":
            async with self._engine.begin() as connection:
                await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_PREPARING)))
                yield connection
        else:  # the driver would begin only before the first row is written, which is after the tables are made
            async with self._single.connect() as connection:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                await connection.exec_driver_sql("COMMIT")

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
        rows = [row(record) for record in records]
        if existing == "keep":
            return await self._insert_new(table, rows)
        with _told():
            async with self._engine.begin() as connection:
                await connection.execute(table.insert(), rows)
        return len(rows)

    async def _insert_new(self, table: sa.Table, rows: list[dict[str, object]]) -> int:
        insert = postgresql.insert if self._engine.dialect.name == "postgresql" else sqlite.insert
        added = 0
        with _told():
            async with self._engine.begin() as connection:
                for one in rows:
                    done = await connection.execute(insert(table).values(one).on_conflict_do_nothing())
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
        query = sa.select(column, sa.func.count()).where(column.is_not(None), *_clauses(kind, table, where))
        rows = [tuple[object, ...](row) for row in (await self._run(query.group_by(column))).all()]
        return {str(value): cast("int", number) for value, number in rows}

    async def total(self, kind: type[R], field: str, where: Where) -> int:
        """See `Store`."""
        table = self._table(kind)
        amount = sa.func.coalesce(sa.func.sum(table.c[field_name(kind, field)]), 0)
        return int((await self._run(sa.select(amount).where(*_clauses(kind, table, where)))).scalar_one())

    def _table(self, kind: type[Record]) -> sa.Table:
        return self._metadata.tables[kind.table]

    async def _run(self, query: sa.Executable) -> sa.CursorResult[Any]:
        with _told():
            async with self._single.connect() as connection:
                return await connection.execute(query)  # pyright: ignore[reportReturnType]


@contextmanager
def _told() -> Generator[None]:
    """What the driver raises, as Limner's own errors."""
    try:
        yield
    except IntegrityError as error:
        raise Taken(str(error.statement)) from error
    except (InterfaceError, OSError) as error:
        raise StoreUnreachable from error
    except OperationalError as error:
        if getattr(error.orig, "sqlite_errorname", "") == "SQLITE_ERROR":  # the statement is wrong, not the server
            raise
        raise StoreUnreachable from error
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in _UNWRITABLE:
            raise Invalid("A text has a letter that can't be kept.", "Leave out control characters.") from error
        if not error.connection_invalidated:
            raise
        raise StoreUnreachable from error


def _engine(url: str) -> AsyncEngine:
    """An engine with the driver for this kind of database."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return create_async_engine(
            parsed.set(drivername="postgresql+asyncpg"),
            pool_pre_ping=True,
            connect_args={"timeout": _MOST_WAIT_TO_CONNECT_S},
        )
    engine = create_async_engine(parsed.set(drivername="sqlite+aiosqlite"))
    event.listen(engine.sync_engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: Any, entry: ConnectionPoolEntry) -> None:
    """Readers beside one writer (WAL), who waits for its turn; what was accepted survives a power cut (FULL)."""
    del entry
    connection.create_function("lower", 1, _lower, deterministic=True)  # SQLite's own knows only A to Z
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={_MOST_WAIT_FOR_LOCK_MS}", "journal_mode=WAL", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _record(kind: type[R], row: sa.RowMapping) -> R:
    return kind.model_validate(dict(row))


def _values(kind: type[Record], table: sa.Table, changes: Changes) -> dict[str, Any]:
    """New values, with numbers that grow counted by the database."""
    values: dict[str, Any] = {}
    for name, value in changes.items():
        column = table.c[field_name(kind, name)]
        values[name] = column + value.amount if isinstance(value, Plus) else column_value(kind, name, value)
    return values


def _clauses(kind: type[Record], table: sa.Table, where: Where) -> list[sa.ColumnElement[bool]]:
    return [_COMPARISONS[comparison](table.c[name], value) for name, comparison, value in conditions(kind, where)]


_COMPARISONS: dict[Comparison, Callable[[sa.Column[Any], Any], sa.ColumnElement[bool]]] = {
    # IS for flags too: so does the index that holds only the rows where a flag is set.
    "is": lambda column, value: column.is_(value) if value is None or isinstance(value, bool) else column == value,
    "not": lambda column, value: column.is_distinct_from(value),
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
    "in": lambda column, value: _in(column, list(value)),
    "contains": lambda column, value: column.icontains(value, autoescape=True),
}


def _in(column: sa.Column[Any], values: list[Any]) -> sa.ColumnElement[bool]:
    found = column.in_([value for value in values if value is not None])
    return sa.or_(found, column.is_(None)) if None in values else found


def _order(kind: type[Record], table: sa.Table, order: Sequence[str]) -> list[sa.ColumnElement[Any]]:
    return [_falling(table.c[name]) if falls else _rising(table.c[name]) for name, falls in orders(kind, order)]


def _rising(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    return column.asc().nulls_first() if column.nullable else column.asc()


def _falling(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    return column.desc().nulls_last() if column.nullable else column.desc()
