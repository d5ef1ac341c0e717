"""An account's events, numbered one after the other, from whoever works to whoever watches.

A worker adds a row; every server looks twenty times a second at the counters of the accounts that watch it, and reads
new rows only where a counter moved. So any number of servers and workers share nothing but the database.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Final

from pydantic import Field

from limner.accounts.account import Account
from limner.errors import StorageError
from limner.storage.record import Owned, now
from limner.storage.store import Plus, Store

_LOOK_EVERY_S: Final = 0.05
_MOST_CLOSING_S: Final = 10.0
_WAIT_FOR_GAP_S: Final = 1.0
"""A number is given before its row is written; one that is still missing after this was lost with its worker."""
_MOST_AT_ONCE: Final = 500


class Event(Owned):
    """Something that happened to an account's things; `number` counts from 1 in each account without a gap."""

    table: ClassVar[str] = "events"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "number"),)
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("created_at",),)

    number: int
    kind: str
    data: dict[str, Any] = Field(default_factory=dict)
    created_at: datetime = Field(default_factory=now)


async def publish(store: Store, account_id: str, kind: str, data: dict[str, Any]) -> None:
    """Tell whoever watches this account. An account that is gone has nobody to tell."""
    account = await store.take(Account, {"id": account_id}, {"event_count": Plus(1)})
    if account is not None:
        await store.insert(Event(account_id=account_id, number=account.event_count, kind=kind, data=data))


@dataclass(eq=False, slots=True)
class _Watcher:
    account_id: str
    next_number: int
    waiting_since: float | None = None
    news: asyncio.Queue[Event] = field(default_factory=asyncio.Queue[Event])


class Feed:
    """Events to the watchers of one server."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._watchers: set[_Watcher] = set()
        self._looking: asyncio.Task[None] | None = None

    @contextlib.asynccontextmanager
    async def watch(self, account_id: str, after: int | None = None) -> AsyncGenerator[asyncio.Queue[Event]]:
        """The account's events in order, those after number `after` first; None begins with what comes next."""
        account = await self._store.get(Account, account_id)
        seen = account.event_count if account else 0
        watcher = _Watcher(account_id, seen + 1 if after is None else min(after, seen) + 1)
        self._watchers.add(watcher)
        if self._looking is None:
            self._looking = asyncio.create_task(self._look_while_watched())
        try:
            yield watcher.news
        finally:
            self._watchers.discard(watcher)

    async def close(self) -> None:
        """Stop looking, once the look that goes on is done."""
        self._watchers.clear()
        if self._looking:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._looking, _MOST_CLOSING_S)

    async def _look_while_watched(self) -> None:
        while self._watchers:
            # A database that is away for a moment must not end the feed: the next look catches up.
            with contextlib.suppress(StorageError):
                await self._look()
            await asyncio.sleep(_LOOK_EVERY_S)
        self._looking = None

    async def _look(self) -> None:
        accounts = sorted({watcher.account_id for watcher in self._watchers})
        found = await self._store.find(Account, {"id__in": accounts}, limit=len(accounts))
        counts = {account.id: account.event_count for account in found}
        behind: dict[str, int] = {}
        for watcher in self._watchers:
            if watcher.next_number <= counts.get(watcher.account_id, 0):
                behind[watcher.account_id] = min(
                    watcher.next_number, behind.get(watcher.account_id, watcher.next_number)
                )
        for account_id, first in behind.items():
            where = {"account_id": account_id, "number__gte": first}
            events = await self._store.find(Event, where, order=("number",), limit=_MOST_AT_ONCE)
            for watcher in [one for one in self._watchers if one.account_id == account_id]:
                _hand_over(watcher, events, counts[account_id])


def _hand_over(watcher: _Watcher, events: list[Event], count: int) -> None:
    """Give what is next in order; wait a while for a number that is missing, then pass over it."""
    moment = asyncio.get_running_loop().time()
    for event in events:
        if event.number > watcher.next_number and not _waited(watcher, moment):
            return
        if event.number >= watcher.next_number:
            watcher.news.put_nowait(event)
            watcher.next_number, watcher.waiting_since = event.number + 1, None
    if len(events) < _MOST_AT_ONCE and watcher.next_number <= count and _waited(watcher, moment):
        watcher.next_number, watcher.waiting_since = count + 1, None


def _waited(watcher: _Watcher, moment: float) -> bool:
    if watcher.waiting_since is None:
        watcher.waiting_since = moment
    return moment - watcher.waiting_since > _WAIT_FOR_GAP_S
