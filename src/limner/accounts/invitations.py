"""Invitations: codes that let one person register, once, for a while."""

from datetime import datetime, timedelta
from typing import ClassVar, Final

from pydantic import Field

from limner.accounts import audit, opaque
from limner.accounts.account import Role
from limner.accounts.caller import Caller
from limner.errors import Invalid, NotFound
from limner.storage.record import Record, now
from limner.storage.store import Store

LIFE: Final = timedelta(days=14)


class Invitation(Record):
    """An invitation. `email` is the only address it serves, when there is one; `used_by` the account it made."""

    table: ClassVar[str] = "invitations"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("made_by",), ("used_by",), ("expires_at",))

    code_hash: str
    made_by: str
    role: Role = "member"
    email: str | None = None
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime
    used_by: str | None = None


async def invite(
    store: Store, admin_id: str, caller: Caller, *, role: Role = "member", email: str | None = None
) -> tuple[Invitation, str]:
    """A new invitation and its code, which can't be read again."""
    secret = opaque.new_secret()
    invitation = Invitation(
        code_hash=opaque.digest(secret), made_by=admin_id, role=role, email=email, expires_at=now() + LIFE
    )
    await store.insert(invitation)
    await audit.write(store, "invitation.made", admin_id, caller, about=invitation.id)
    return invitation, opaque.joined(invitation.id, secret)


async def use(store: Store, code: str, email: str, account_id: str) -> Invitation:
    """Spend an invitation on the account that is about to be made.

    Raises:
        Invalid: there is no such code, it was used, has expired, or is for another address.
    """
    invitation_id, secret = opaque.parted(code)
    right = {"id": invitation_id, "code_hash": opaque.digest(secret), "used_by": None, "expires_at__gt": now()}
    found = await store.find(Invitation, right, limit=1)
    used = None
    if found and found[0].email in (None, email):
        used = await store.take(Invitation, right, {"used_by": account_id})
    if used is None:
        raise Invalid("This invitation is not valid.", "It may have been used or be too old. Ask for a new one.")
    return used


async def give_back(store: Store, account_id: str) -> None:
    """Let the invitation be used again: the account was not made after all."""
    await store.change(Invitation, {"used_by": account_id}, {"used_by": None})


async def open_invitations(store: Store, limit: int) -> list[Invitation]:
    """Those that can still be used."""
    return await store.find(Invitation, {"used_by": None, "expires_at__gt": now()}, limit=limit)


async def withdraw(store: Store, admin_id: str, invitation_id: str, caller: Caller) -> None:
    """Make an invitation worthless.

    Raises:
        NotFound: there is none, or it was used.
    """
    if not await store.delete(Invitation, {"id": invitation_id, "used_by": None}):
        raise NotFound(Invitation.table)
    await audit.write(store, "invitation.withdrawn", admin_id, caller, about=invitation_id)
