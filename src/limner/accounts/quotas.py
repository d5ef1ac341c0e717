"""What an account may use up: pictures in a day, and room for them."""

from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import ClassVar

from limner.accounts.account import Account
from limner.errors import OverQuota
from limner.settings import Settings
from limner.storage.record import Owned, now
from limner.storage.store import Plus, Store


class DailyUse(Owned):
    """How many pictures an account asked for on a day (UTC, as 2026-01-31)."""

    table: ClassVar[str] = "daily_use"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "day"),)
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("day",),)

    day: str
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class Quotas:
    """What one account may use up: pictures asked for in a day (UTC), bytes of stored pictures, money in a month."""

    jobs_per_day: int
    stored_bytes: int
    month_microusd: int


def quotas_of(settings: Settings, account: Account) -> Quotas:
    """The account's own quotas, or those of the settings."""
    return Quotas(
        settings.jobs_per_day if account.jobs_per_day is None else account.jobs_per_day,
        settings.stored_bytes if account.stored_bytes is None else account.stored_bytes,
        settings.month_microusd if account.month_microusd is None else account.month_microusd,
    )


async def spend_jobs(store: Store, settings: Settings, account: Account, jobs: int = 1) -> None:
    """Count pictures an account asks for; all of them or none.

    Raises:
        OverQuota: that would be more than it may ask for today.
    """
    allowed = quotas_of(settings, account).jobs_per_day
    today = now().astimezone(UTC).date().isoformat()
    await store.insert(DailyUse(account_id=account.id, day=today), existing="keep")
    room = {"account_id": account.id, "day": today, "jobs__lte": allowed - jobs}
    if await store.take(DailyUse, room, {"jobs": Plus(jobs)}) is None:
        raise OverQuota(f"You can ask for {allowed} pictures a day.", "Go on tomorrow, or ask for a larger number.")


async def jobs_today(store: Store, account_id: str) -> int:
    """How many pictures the account asked for today."""
    today = now().astimezone(UTC).date().isoformat()
    return await store.total(DailyUse, "jobs", {"account_id": account_id, "day": today})


def check_room(settings: Settings, account: Account, stored_bytes: int, more_bytes: int) -> None:
    """Pass when `more_bytes` fit beside the `stored_bytes` an account has already.

    Raises:
        OverQuota: they don't.
    """
    allowed = quotas_of(settings, account).stored_bytes
    if stored_bytes + more_bytes > allowed:
        raise OverQuota(
            f"There is no room left: you have {allowed // 1_000_000} MB.", "Delete pictures you don't need."
        )


def oldest_day_kept() -> str:
    """Uses of days before this one need not be kept."""
    return (now().astimezone(UTC).date() - timedelta(days=7)).isoformat()
