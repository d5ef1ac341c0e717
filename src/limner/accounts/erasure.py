"""Erasing an account with everything it owns, so that it stays erased even when an old backup is restored.

The ledger of erased accounts is kept twice: in the database, and in a file beside it that backups of the database don't
bring back. It is written before anything is removed; an erasure that was cut short, or undone by a restore, is
therefore known, and `replay` finishes it.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final, TypeAlias

from pydantic import Field

from limner.accounts import audit
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.errors import Conflict
from limner.storage.record import Owned, Record, now
from limner.storage.store import Store

Eraser: TypeAlias = Callable[[str], Awaitable[Mapping[str, int]]]
"""Removes what a package keeps of an account id and says how many of each kind; may run twice."""

_MOST_ERASED: Final = 1_000_000


class ErasedAccount(Record):
    """The receipt: `id` is the account's, `counts` say how many of each kind were removed. It names nobody."""

    table: ClassVar[str] = "erased_accounts"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("finished_at",),)

    erased_at: datetime = Field(default_factory=now)
    finished_at: datetime | None = None
    counts: dict[str, int] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The file of erased account ids, one to a line, which only grows."""

    path: Path

    async def add(self, account_id: str) -> None:
        """Write an id down; returns when it is on the disk."""
        await asyncio.to_thread(self._append, account_id)

    async def ids(self) -> list[str]:
        """Every id, once, in order."""
        return await asyncio.to_thread(self._read)

    def _append(self, account_id: str) -> None:
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, f"{account_id}\n".encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _read(self) -> list[str]:
        if not self.path.exists():
            return []
        return list(dict.fromkeys(self.path.read_text("utf-8").split()))


async def erase(
    store: Store, ledger: Ledger, erasers: Sequence[Eraser], account: Account, caller: Caller, *, by: str | None = None
) -> ErasedAccount:
    """Remove an account and what it owns; `by` is the administrator who does so, None the owner.

    Raises:
        Conflict: it is the only administrator, and others would be left without one.
    """
    others = {"id__not": account.id, "disabled": False}
    alone = not await store.find(Account, {**others, "role": "admin"}, limit=1)
    if account.role == "admin" and alone and await store.find(Account, others, limit=1):
        raise Conflict("You are the only administrator.", "Make somebody else an administrator first.")
    await ledger.add(account.id)
    await store.insert(ErasedAccount(id=account.id), existing="keep")
    await audit.write(store, "account.erased", by or account.id, caller, about=account.id)
    return await _finish(store, erasers, account.id)


async def replay(store: Store, ledger: Ledger, erasers: Sequence[Eraser]) -> list[ErasedAccount]:
    """Finish what was cut short, and erase again what a restored backup brought back.

    Each server does this as it starts; it costs one look at the ledger where there is nothing to do.
    """
    in_file = await ledger.ids()
    in_store = {one.id for one in await store.find(ErasedAccount, {}, limit=_MOST_ERASED)}
    for account_id in in_store.difference(in_file):
        await ledger.add(account_id)
    for account_id in in_file:
        if account_id not in in_store:
            await store.insert(ErasedAccount(id=account_id), existing="keep")
    unfinished = await store.find(ErasedAccount, {"finished_at": None}, limit=_MOST_ERASED)
    return [await _finish(store, erasers, one.id) for one in unfinished]


async def delete_owned(store: Store, account_id: str, kinds: Sequence[type[Owned]]) -> dict[str, int]:
    """Remove an account's records of these kinds; the usual body of an eraser."""
    return {kind.table: await store.delete(kind, {"account_id": account_id}) for kind in kinds}


async def _finish(store: Store, erasers: Sequence[Eraser], account_id: str) -> ErasedAccount:
    """Lock the account first, remove its row last: until then nobody else can take its address."""
    await store.change(Account, {"id": account_id}, {"disabled": True})
    counts: dict[str, int] = {}
    for eraser in erasers:
        counts.update(await eraser(account_id))
    counts[Account.table] = await store.delete(Account, {"id": account_id})
    receipt = await store.take(ErasedAccount, {"id": account_id}, {"finished_at": now(), "counts": counts})
    return receipt or ErasedAccount(id=account_id, finished_at=now(), counts=counts)
