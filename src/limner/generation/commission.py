"""One picture from whoever may and can draw it: asked in order, patiently, paid once, looked at when it comes back."""

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from limner.accounts.spending import Charge, reserve, settle
from limner.errors import (
    BadResult,
    ConsentNeeded,
    LimnerError,
    MissingError,
    Overloaded,
    ProviderError,
    QuotaSpent,
    TimedOut,
    Unreachable,
)
from limner.generation.choose import Facts, check_may_draw
from limner.generation.lettered import lettered
from limner.generation.provider import DrawRequest, Errand, Picture, Provider
from limner.generation.rest import note_failure, note_success
from limner.generation.verify import Verification, verify
from limner.storage.store import Store

_MOST_ASKED: Final[Mapping[type[ProviderError], int]] = {
    Overloaded: 3,
    Unreachable: 2,
    TimedOut: 2,
    BadResult: 2,
    QuotaSpent: 2,
}
"""How often a provider is asked for the same picture in all when it answers so."""
_PATIENCE_S: Final = 20.0
"""A longer wait than this is left to another provider, or to the person."""
_FIRST_WAIT_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class Try:
    """A provider that was to draw and did not, and why."""

    provider: str
    title: str
    error: LimnerError


@dataclass(frozen=True, slots=True)
class Client:
    """For whom a picture is made, and what they may spend in a month."""

    store: Store
    account_id: str
    job_id: str
    cap_microusd: int


@dataclass(frozen=True, slots=True)
class Commissioned:
    """A picture, who else should have drawn it, and what it cost in all, in millionths of a US dollar."""

    picture: Picture
    tries: tuple[Try, ...]
    cost_microusd: int


@dataclass(frozen=True, slots=True)
class _Drawn:
    picture: Picture
    cost_microusd: int


class NobodyDrew(Exception):
    """Everybody in the order failed or was not allowed."""

    def __init__(self, tries: Sequence[Try]) -> None:
        super().__init__(", ".join(f"{one.provider}: {one.error.code}" for one in tries))
        self.tries = tuple(tries)


async def commission(
    client: Client,
    providers: Sequence[Provider],
    request: DrawRequest,
    facts: Facts,
    errand_for: Callable[[str], Errand],
) -> Commissioned:
    """Have the request drawn by the first of the providers that may and does.

    Raises:
        NobodyDrew: none did.
        HandedOff: the picture is a person's to draw now.
    """
    tries: list[Try] = []
    for provider in providers:
        try:
            await check_may_draw(client.store, client.account_id, provider, facts)
            drawn = await _draw_checked(client, provider, request, errand_for(provider.name))
        except (ProviderError, ConsentNeeded, MissingError) as error:
            tries.append(Try(provider.name, provider.title, error))
            continue
        return Commissioned(drawn.picture, tuple(tries), drawn.cost_microusd)
    raise NobodyDrew(tries)


async def _draw_checked(client: Client, provider: Provider, request: DrawRequest, errand: Errand) -> _Drawn:
    """A picture that was looked at; where something of the person was lost, it is asked for once more, by name."""
    first = await _draw_patiently(client, provider, request, errand)
    if errand.brought is not None:
        return first
    if not provider.abilities.takes_words:
        # It draws what was measured and nothing else, and would do so again.
        return first
    seen = await _looked_at(first.picture, request)
    if seen is None or not seen.lost:
        return _Drawn(await _finished(first.picture, request), first.cost_microusd)
    again = replace(request, lost=tuple(check.name for check in seen.lost))
    errand.task = None
    try:
        second = await _draw_patiently(client, provider, again, errand)
        seen_again = await _looked_at(second.picture, request)
    except ProviderError:
        return _Drawn(await _finished(first.picture, request), first.cost_microusd)
    better = second if seen_again is not None and len(seen_again.lost) < len(seen.lost) else first
    return _Drawn(await _finished(better.picture, request), first.cost_microusd + second.cost_microusd)


async def _finished(picture: Picture, request: DrawRequest) -> Picture:
    return replace(picture, image=await asyncio.to_thread(lettered, picture.image, request))


async def _looked_at(picture: Picture, request: DrawRequest) -> Verification | None:
    """What survived; None for several people, of whom nobody would know who is who.

    Raises:
        BadResult: there is no face.
    """
    sitter, *others = request.sitters
    if others:
        return None
    seen = await asyncio.to_thread(verify, picture.image, sitter.character)
    if any(check.name == "face" for check in seen.checks):
        raise BadResult("No face is in the picture that came back.", "Try again, or let another provider draw.")
    return seen


async def _draw_patiently(client: Client, provider: Provider, request: DrawRequest, errand: Errand) -> _Drawn:
    """Ask, and ask again where that helps and does not take long."""
    asked = 0
    while True:
        asked += 1
        try:
            picture = await _draw_paid(client, provider, request, errand)
        except ProviderError as error:
            wait_s = _wait_s(error, asked)
            if asked >= _MOST_ASKED.get(type(error), 1) or wait_s > _PATIENCE_S:
                await note_failure(client.store, provider.name, error)
                raise
            await asyncio.sleep(wait_s)
        else:
            await note_success(client.store, provider.name)
            return _Drawn(picture, picture.cost_microusd)


def _wait_s(error: ProviderError, asked: int) -> float:
    """What the provider says, else exponentially longer; with jitter, so that not all come back at once."""
    if error.retry_after_s is not None:
        return error.retry_after_s * random.uniform(1.0, 1.1)  # noqa: S311 - no secret
    if isinstance(error, QuotaSpent):
        return float("inf")
    return _FIRST_WAIT_S * 2 ** (asked - 1) * random.uniform(0.5, 1.5)  # noqa: S311 - no secret


async def _draw_paid(client: Client, provider: Provider, request: DrawRequest, errand: Errand) -> Picture:
    """One picture, its money set aside before and settled after.

    Raises:
        OverCap: the month's money does not suffice.
    """
    can = provider.abilities
    charge = await reserve(
        client.store, client.account_id, client.job_id, provider.name, can.price_microusd, client.cap_microusd
    )
    try:
        picture = await provider.draw(request, errand)
    except asyncio.CancelledError:
        # Who can't be stopped goes on drawing, and takes the money.
        await asyncio.shield(_settle(client, charge, 0 if can.cancel == "stops" else can.price_microusd))
        raise
    except (TimedOut, Unreachable, BadResult):
        # It may have drawn: better to count money that was not taken than to spend more than the cap.
        await _settle(client, charge, can.price_microusd)
        errand.task = None
        raise
    except LimnerError:
        await _settle(client, charge, 0)
        errand.task = None
        raise
    await _settle(client, charge, picture.cost_microusd, picture.model)
    return picture


async def _settle(client: Client, charge: Charge | None, microusd: int, model: str = "") -> None:
    if charge is not None:
        await settle(client.store, charge, microusd, model)
