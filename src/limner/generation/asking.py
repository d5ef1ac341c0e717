"""One maker asked for one thing: patiently, its money set aside before and settled after, and begun once."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from limner.accounts.spending import Charge, is_paid, reserve, settle
from limner.errors import (
    BadKey,
    BadResult,
    LimnerError,
    Overloaded,
    ProviderError,
    QuotaSpent,
    StorageError,
    TimedOut,
    Unreachable,
)
from limner.generation.maker import Made, Maker
from limner.generation.provider import Errand
from limner.generation.rest import note_failure, note_success
from limner.storage.store import Store

M = TypeVar("M", bound=Made)

_MOST_ASKED: Final[Mapping[type[ProviderError], int]] = {
    Overloaded: 3,
    Unreachable: 2,
    TimedOut: 2,
    BadResult: 2,
    QuotaSpent: 2,
}
"""How often a maker is asked for the same thing in all when it answers so."""
_PATIENCE_S: Final = 20.0
"""A longer wait than this is left to another maker, or to the person."""
_FIRST_WAIT_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class Client:
    """For whom a picture is made, and what they may spend in a month."""

    store: Store
    account_id: str
    job_id: str
    cap_microusd: int


@dataclass(frozen=True, slots=True)
class Commission:
    """What is asked of whom, and what to set aside for it in millionths of a US dollar."""

    client: Client
    maker: Maker
    price_microusd: int
    errand: Errand


async def ask_patiently(commission: Commission, ask: Callable[[], Awaitable[M]]) -> M:
    """Ask, and ask again where that helps and does not take long.

    Raises:
        ProviderError: it did not do it, or the month's money does not suffice.
    """
    store, name = commission.client.store, commission.maker.name
    asked = 0
    while True:
        asked += 1
        charge = await _set_aside(commission)
        try:
            made = await _asked(commission, charge, ask)
        except ProviderError as error:
            wait_s = _wait_s(error, asked)
            if asked >= _MOST_ASKED.get(type(error), 1) or wait_s > _PATIENCE_S:
                # What is still under way over there counts as paid; tried again, the job waits for it.
                await _settle(commission, charge, commission.price_microusd)
                await note_failure(store, name, error)
                raise
            await asyncio.sleep(wait_s)
        else:
            await _settle(commission, charge, made.cost_microusd, made.model)
            await note_success(store, name)
            return made


async def _asked(commission: Commission, charge: Charge | None, ask: Callable[[], Awaitable[M]]) -> M:
    """What was made; otherwise the money is settled, unless what was begun is still under way over there."""
    price = commission.price_microusd
    try:
        return await ask()
    except asyncio.CancelledError:
        # Who can't be stopped goes on drawing, and takes the money.
        can = commission.maker.abilities
        free = can.cancel == "stops" and not can.pays_if_cancelled
        await asyncio.shield(_settle(commission, charge, 0 if free else price))
        raise
    except StorageError:
        # What was begun may not have been noted: what was set aside stands.
        raise
    except LimnerError as error:
        if isinstance(error, TimedOut | Unreachable | BadKey) and commission.errand.task is not None:
            # A key that ends meanwhile ends nothing over there.
            raise
        # It may have drawn: better to count money that was not taken than to spend more than the cap.
        may_cost = isinstance(error, TimedOut | Unreachable | BadResult) and error.may_cost
        await _settle(commission, charge, price if may_cost else 0)
        await commission.errand.forget()
        raise


def _wait_s(error: ProviderError, asked: int) -> float:
    """What the provider says, else exponentially longer; with jitter, so that not all come back at once."""
    if error.retry_after_s is not None:
        return error.retry_after_s * random.uniform(1.0, 1.1)  # noqa: S311 - no secret
    if isinstance(error, QuotaSpent):
        return float("inf")
    return _FIRST_WAIT_S * 2 ** (asked - 1) * random.uniform(0.5, 1.5)  # noqa: S311 - no secret


async def _set_aside(commission: Commission) -> Charge | None:
    client = commission.client
    if commission.errand.task is not None and await is_paid(client.store, client.job_id, commission.maker.name):
        # It came, was paid, and was lost with its worker: it is only fetched once more.
        return None
    return await reserve(
        client.store,
        client.account_id,
        client.job_id,
        commission.maker.name,
        commission.price_microusd,
        client.cap_microusd,
    )


async def _settle(commission: Commission, charge: Charge | None, microusd: int, model: str = "") -> None:
    if charge is not None:
        await settle(commission.client.store, charge, microusd, model)
