"""What a row is: a frozen pydantic model that declares its table, its unique keys and its indexes."""

from datetime import UTC, datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field
from ulid import ULID


def new_id() -> str:
    """A ULID in lower case (26 letters and digits): ids sort by the millisecond they were made in."""
    return str(ULID()).lower()


def first_id_of(moment: datetime) -> str:
    """The lowest id that can be made in the millisecond of a moment."""
    milliseconds = max(0, int(moment.timestamp() * 1000))
    return str(ULID(milliseconds.to_bytes(6, "big") + bytes(10))).lower()


def now() -> datetime:
    """The time in UTC, in whole milliseconds: the finest every database keeps."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class Record(BaseModel):
    """A row. A field of type str, int, float, bool or datetime (or None) is a column; any other is stored as JSON.

    `unique` and `indexes` list the field names of each key; rows whose unique key holds a None never collide.
    An index over a flag holds only the rows where it is set.
    Lists of an account's things are read by `(account_id, ..., id)`, newest first, so their indexes end in "id".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: ClassVar[str]
    unique: ClassVar[tuple[tuple[str, ...], ...]] = ()
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = ()

    id: str = Field(default_factory=new_id)


class Owned(Record):
    """A row that belongs to an account; nobody else may learn that it exists."""

    account_id: str
