"""Lists: `{items, next_cursor}`, newest first. A cursor is the last id that was given."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field

from limner.storage.owned import OwnedStore
from limner.storage.record import Owned
from limner.storage.store import Where

T = TypeVar("T")
O = TypeVar("O", bound=Owned)  # noqa: E741


class Page(BaseModel, Generic[T]):
    """Some items, and the cursor that gives the next ones; null at the end."""

    items: Sequence[T]
    next_cursor: str | None = Field(default=None, examples=["01m82ewfcfkhxxe53d4hd83h5r"])


Cursor = Annotated[
    str | None, Query(max_length=40, pattern="^[0-9a-z]+$", description="`next_cursor` of the page before")
]
Limit = Annotated[int, Query(ge=1, le=200, description="How many items at most")]


async def page_of(
    mine: OwnedStore, kind: type[O], where: Where, cursor: str | None, limit: int
) -> tuple[list[O], str | None]:
    """One page of the account's records, and the cursor of the next."""

    async def find(where: Where, limit: int) -> list[O]:
        return await mine.find(kind, where, limit=limit)

    return await page_by(find, where, cursor, limit)


async def page_by(
    find: Callable[[Where, int], Awaitable[list[O]]], where: Where, cursor: str | None, limit: int
) -> tuple[list[O], str | None]:
    """One page of what `find` gives, newest first, and the cursor of the next."""
    before = {"id__lt": min(cursor, str(where.get("id__lt", cursor)))} if cursor else {}
    found = await find({**where, **before}, limit + 1)
    return found[:limit], found[limit - 1].id if len(found) > limit else None
