"""An adult who signs in."""

from datetime import datetime
from typing import ClassVar, Literal

from pydantic import Field

from limner.storage.record import Record, now

Role = Literal["admin", "member"]


class Account(Record):
    """An account. `email` is kept in lower case; `password_hash` is None where only OIDC signs in.

    `seat` is "first" for the account that opened this server and None for all others: the unique key lets only one
    of those who register at the same moment become the administrator.
    `jobs_per_day`, `stored_bytes` and `month_microusd` (millionths of a US dollar for providers in a month) are this
    account's own quotas; None means those of the settings.
    `event_count` numbers the account's events (see `limner.jobs.feed`).
    """

    table: ClassVar[str] = "accounts"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("email",), ("seat",))

    email: str
    password_hash: str | None = None
    role: Role = "member"
    seat: Literal["first"] | None = None
    email_verified: bool = False
    disabled: bool = False
    jobs_per_day: int | None = None
    stored_bytes: int | None = None
    month_microusd: int | None = None
    created_at: datetime = Field(default_factory=now)
    photo_days: int | None = None
    event_count: int = 0
