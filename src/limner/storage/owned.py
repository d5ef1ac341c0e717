"""What one account may see. Ownership is checked here and nowhere else: another's record is as good as none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from limner.errors import NotFound
from limner.storage.record import Owned
from limner.storage.store import NEWEST_FIRST, Changes, Store, Where

O = TypeVar("O", bound=Owned)  # noqa: E741


@dataclass(frozen=True, slots=True)
class OwnedStore:
    """The records of one account."""

    store: Store
    account_id: str

    async def get(self, kind: type[O], record_id: str, /, **conditions: object) -> O:
        """The account's record with this id.

        Raises:
            NotFound: there is none, or it belongs to somebody else.
        """
        found = await self.store.find(kind, self._mine({"id": record_id, **conditions}), limit=1)
        if not found:
            raise NotFound(kind.table)
        return found[0]

    async def find(
        self, kind: type[O], where: Where | None = None, *, order: Sequence[str] = NEWEST_FIRST, limit: int
    ) -> list[O]:
        """At most `limit` of the account's records."""
        return await self.store.find(kind, self._mine(where), order=order, limit=limit)

    async def change(self, kind: type[O], where: Where, changes: Changes) -> int:
        """Set fields of the account's matching records."""
        return await self.store.change(kind, self._mine(where), changes)

    async def take(self, kind: type[O], record_id: str, changes: Changes) -> O:
        """Change one record and return it as it is now.

        Raises:
            NotFound: as for `get`.
        """
        taken = await self.store.take(kind, self._mine({"id": record_id}), changes)
        if taken is None:
            raise NotFound(kind.table)
        return taken

    async def delete(self, kind: type[O], where: Where, /) -> int:
        """Remove the account's matching records."""
        return await self.store.delete(kind, self._mine(where))

    async def count(self, kind: type[O], where: Where | None = None) -> int:
        """How many of the account's records match."""
        return await self.store.count(kind, self._mine(where))

    async def count_by(self, kind: type[O], field: str, where: Where | None = None) -> dict[str, int]:
        """How many of the account's records match for each value of a text field."""
        return await self.store.count_by(kind, field, self._mine(where))

    def _mine(self, where: Where | None) -> dict[str, object]:
        return {**(where or {}), "account_id": self.account_id}
