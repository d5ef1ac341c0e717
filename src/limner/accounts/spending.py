"""Money an account may spend on pictures in a month (UTC), reserved before a picture is asked for.

The cap holds exactly for any number of jobs at once: a reservation is one conditional write on the month's row, and
only what was reserved is ever asked for. Writes are ordered so that a crash between two of them leaves too much
reserved, never too little.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from pydantic import Field

from limner.errors import OverCap
from limner.storage.record import Owned, new_id, now
from limner.storage.store import Plus, Store, Where

MICROUSD: int = 1_000_000
"""Millionths of a US dollar in a dollar."""


class MonthlySpending(Owned):
    """What an account has spent and reserved in a month (as 2026-01)."""

    table: ClassVar[str] = "monthly_spending"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "month"),)

    month: str
    committed_microusd: int = 0


class Charge(Owned):
    """One picture asked for from somebody who takes money: `microusd` is reserved while it is standing, then spent."""

    table: ClassVar[str] = "charges"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("account_id", "month", "provider"),
        ("month", "provider"),
        ("job_id", "standing"),
    )

    month: str
    job_id: str
    provider: str
    model: str = ""
    microusd: int
    standing: bool = True
    at: datetime = Field(default_factory=now)


@dataclass(frozen=True, slots=True)
class MonthOfProvider:
    """What was paid to a provider in a month (as 2026-01), in millionths of a US dollar, and for how many pictures."""

    month: str
    provider: str
    pictures: int
    microusd: int


def this_month() -> str:
    """The month in UTC, as 2026-01."""
    return now().astimezone(UTC).strftime("%Y-%m")


async def reserve(
    store: Store, account_id: str, job_id: str, provider: str, microusd: int, cap_microusd: int
) -> Charge | None:
    """Set money aside for one picture; what an earlier attempt of the job has set aside is used first.

    None when the picture costs nothing.

    Raises:
        OverCap: the month's money does not suffice.
    """
    if microusd == 0:
        return None
    standing = await store.find(Charge, {"job_id": job_id, "provider": provider, "standing": True}, limit=1)
    if standing:
        return standing[0]
    month = this_month()
    await store.insert(MonthlySpending(account_id=account_id, month=month), existing="keep")
    room = {"account_id": account_id, "month": month, "committed_microusd__lte": cap_microusd - microusd}
    if await store.take(MonthlySpending, room, {"committed_microusd": Plus(microusd)}) is None:
        raise OverCap(
            f"The {cap_microusd / MICROUSD:.2f} dollars for this month don't suffice for this picture.",
            "Let this computer draw it, wait for the next month, or ask for a higher cap.",
        )
    charge = Charge(
        id=new_id(), account_id=account_id, month=month, job_id=job_id, provider=provider, microusd=microusd
    )
    await store.insert(charge)
    return charge


async def is_paid(store: Store, job_id: str, provider: str) -> bool:
    """Whether a job has paid this provider, and nothing is set aside for more."""
    charges = await store.find(Charge, {"job_id": job_id, "provider": provider}, limit=20)
    return not any(one.standing for one in charges) and any(one.microusd > 0 for one in charges)


async def settle(store: Store, charge: Charge, microusd: int, model: str = "") -> None:
    """Replace what was reserved by what it cost; doing it twice changes nothing."""
    changes = {"standing": False, "microusd": microusd, "model": model}
    if await store.take(Charge, {"id": charge.id, "standing": True}, changes) is None:
        return
    where = {"account_id": charge.account_id, "month": charge.month}
    await store.change(MonthlySpending, where, {"committed_microusd": Plus(microusd - charge.microusd)})


async def release(store: Store, job_id: str) -> None:
    """Give back what is still set aside for a job that has ended."""
    for charge in await store.find(Charge, {"job_id": job_id, "standing": True}, limit=20):
        await settle(store, charge, 0)


async def months(store: Store, providers: Iterable[str], where: Where, count: int = 12) -> list[MonthOfProvider]:
    """What was paid to each of these providers in the last months, the newest first; what is nothing is left out."""
    found: list[MonthOfProvider] = []
    names = sorted(providers)
    for month in _last_months(count):
        for name in names:
            its = {**where, "month": month, "provider": name, "standing": False}
            pictures = await store.count(Charge, its)
            if pictures:
                found.append(MonthOfProvider(month, name, pictures, await store.total(Charge, "microusd", its)))
    return found


def _last_months(count: int) -> list[str]:
    year, month = now().astimezone(UTC).year, now().astimezone(UTC).month
    return [f"{(year * 12 + month - 1 - back) // 12}-{(month - 1 - back) % 12 + 1:02}" for back in range(count)]


async def spent(store: Store, account_id: str) -> int:
    """What the account has spent and reserved this month, in millionths of a US dollar."""
    where = {"account_id": account_id, "month": this_month()}
    return await store.total(MonthlySpending, "committed_microusd", where)
