"""An adult who signs in."""

from datetime import datetime
from typing import ClassVar, Literal

from pydantic import Field

from limner.storage.record import Record, now

Role = Literal["admin", "member"]


class Account(Record):
    """An account. `email` is kept in lower case; `password_hash` is None where only OIDC signs in.

    `event_count` numbers the account's events (see `limner.jobs.feed`).
    """

    table: ClassVar[str] = "accounts"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("email",),)

    email: str
    password_hash: str | None = None
    role: Role = "member"
    email_verified: bool = False
    disabled: bool = False
    created_at: datetime = Field(default_factory=now)
    event_count: int = 0
