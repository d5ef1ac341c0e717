"""The audit log: who did what to whose account, when and from where. It is only ever added to.

It holds ids and shortened addresses; never a secret, a picture or an e-mail address.
"""

from datetime import datetime
from typing import ClassVar, Literal

from pydantic import Field

from limner.accounts.caller import Caller
from limner.storage.record import Record, now
from limner.storage.store import Store

Event = Literal[
    "account.registered",
    "account.role_changed",
    "account.disabled",
    "account.enabled",
    "account.quota_changed",
    "account.erased",
    "house.rules_changed",
    "invitation.made",
    "invitation.withdrawn",
    "sign_in.done",
    "sign_in.refused",
    "oidc.linked",
    "session.ended",
    "session.all_ended",
    "refresh.reused",
    "email.verified",
    "password.changed",
    "password.reset_asked",
    "password.reset",
    "api_key.made",
    "api_key.rotated",
    "api_key.revoked",
    "consent.given",
    "consent.withdrawn",
]


class AuditEntry(Record):
    """One event. `account_id` is who did it (None: a stranger), `about` the id of what it was done to."""

    table: ClassVar[str] = "audit_entries"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "id"), ("event", "id"), ("about", "id"))

    event: str
    account_id: str | None = None
    about: str | None = None
    address: str = ""
    at: datetime = Field(default_factory=now)


async def write(
    store: Store, event: Event, account_id: str | None, caller: Caller | None = None, *, about: str | None = None
) -> None:
    """Add an entry."""
    address = caller.short_address if caller else ""
    await store.insert(AuditEntry(event=event, account_id=account_id, about=about, address=address))


async def read(
    store: Store, *, event: Event | None = None, account_id: str | None = None, before: str | None = None, limit: int
) -> list[AuditEntry]:
    """Entries, newest first: of one `event`, of what one account did; `before` is the id of the last one seen."""
    where = {"event": event, "account_id": account_id, "id__lt": before}
    return await store.find(AuditEntry, {name: one for name, one in where.items() if one}, limit=limit)
