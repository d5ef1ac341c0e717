"""A circuit breaker per provider: who fails time and again is left alone for a while. All workers share it."""

from datetime import datetime, timedelta
from typing import ClassVar, Final

from limner.errors import BadKey, ModelRetired, Overloaded, ProviderError, QuotaSpent, TimedOut, Unreachable
from limner.storage.record import Record, now
from limner.storage.store import Plus, Store

_FAILURES: Final = 3
"""In a row, after which a provider rests."""
_FIRST_S: Final = 60.0
_LONGEST_S: Final = 900.0
_QUOTA_S: Final = 3600.0
"""How long to wait for a quota of which nobody says when it is filled again."""
_TROUBLE: Final = (Overloaded, Unreachable, TimedOut, BadKey, ModelRetired)
"""What is about the provider, not about the picture."""


class ProviderRest(Record):
    """How often a provider (its name is the id) failed in a row, and until when it is left alone."""

    table: ClassVar[str] = "provider_rests"

    failures: int = 0
    until: datetime | None = None


async def check_rested(store: Store, name: str, title: str) -> None:
    """Pass when the provider may be asked.

    Raises:
        Overloaded: it rests; `retry_after_s` says for how long.
    """
    rest = await store.get(ProviderRest, name)
    left_s = (rest.until - now()).total_seconds() if rest and rest.until else 0.0
    if left_s > 0:
        raise Overloaded(
            f"{title} failed several times and is left alone for a while.",
            "Try again later, or let this computer draw.",
            retry_after_s=round(left_s, 1),
        )


async def note_failure(store: Store, name: str, error: ProviderError) -> None:
    """Count what is the provider's own trouble; a spent quota rests it at once, other trouble after three times."""
    if isinstance(error, QuotaSpent):
        await _rest(store, name, error.retry_after_s or _QUOTA_S)
        return
    if not isinstance(error, _TROUBLE):
        return
    await store.insert(ProviderRest(id=name), existing="keep")
    counted = await store.take(ProviderRest, {"id": name}, {"failures": Plus(1)})
    if counted and counted.failures >= _FAILURES:
        await _rest(store, name, min(_LONGEST_S, _FIRST_S * 2 ** (counted.failures - _FAILURES)))


async def note_success(store: Store, name: str) -> None:
    """It draws: earlier failures are forgotten."""
    await store.change(ProviderRest, {"id": name, "failures__gt": 0}, {"failures": 0, "until": None})


async def _rest(store: Store, name: str, seconds: float) -> None:
    await store.insert(ProviderRest(id=name), existing="keep")
    await store.change(ProviderRest, {"id": name}, {"until": now() + timedelta(seconds=seconds)})
