"""A picture or a clip from whoever may and can make it: asked in order, and looked at when it comes back."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from limner.errors import BadResult, ConsentNeeded, LimnerError, MissingError, ProviderError
from limner.generation.asking import Client, Commission, ask_patiently
from limner.generation.choose import Facts, check_may_draw
from limner.generation.clip import Animator, Clip, ClipRequest
from limner.generation.lettered import lettered
from limner.generation.maker import Maker
from limner.generation.provider import DrawRequest, Errand, Picture, Provider
from limner.generation.verify import Verification, verify

K = TypeVar("K", bound=Maker)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Try:
    """A provider that was to draw and did not, and why."""

    provider: str
    title: str
    error: LimnerError


@dataclass(frozen=True, slots=True)
class Commissioned(Generic[T]):
    """What was made, who else should have made it, and what it cost in all, in millionths of a US dollar."""

    made: T
    tries: tuple[Try, ...]
    cost_microusd: int


@dataclass(frozen=True, slots=True)
class _Paid(Generic[T]):
    made: T
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
) -> Commissioned[Picture]:
    """Have the request drawn by the first of the providers that may and does.

    Raises:
        NobodyDrew: none did.
        HandedOff: the picture is a person's to draw now.
    """

    async def drawn(provider: Provider) -> _Paid[Picture]:
        price = provider.abilities.price_microusd
        return await _draw_checked(Commission(client, provider, price, errand_for(provider.name)), provider, request)

    return await _by_the_first(client, providers, facts, drawn)


async def commission_clip(
    client: Client,
    animators: Sequence[Animator],
    request: ClipRequest,
    facts: Facts,
    errand_for: Callable[[str], Errand],
) -> Commissioned[Clip]:
    """Have a picture moved by the first of the animators that may and does.

    A clip costs as much as many pictures: one that has lost something of the person is not made again unasked.

    Raises:
        NobodyDrew: none did.
    """

    async def moved(animator: Animator) -> _Paid[Clip]:
        errand = errand_for(animator.name)
        asked = Commission(client, animator, animator.abilities.clip_price_microusd(request.seconds), errand)
        clip = await ask_patiently(asked, lambda: animator.animate(request, errand))
        return _Paid(clip, clip.cost_microusd)

    return await _by_the_first(client, animators, facts, moved)


async def _by_the_first(
    client: Client, makers: Sequence[K], facts: Facts, make: Callable[[K], Awaitable[_Paid[T]]]
) -> Commissioned[T]:
    tries: list[Try] = []
    for maker in makers:
        try:
            await check_may_draw(client.store, client.account_id, maker, facts)
            paid = await make(maker)
        except (ProviderError, ConsentNeeded, MissingError) as error:
            tries.append(Try(maker.name, maker.title, error))
            continue
        return Commissioned(paid.made, tuple(tries), paid.cost_microusd)
    raise NobodyDrew(tries)


async def _draw_checked(asked: Commission, provider: Provider, request: DrawRequest) -> _Paid[Picture]:
    """A picture that was looked at; where something of the person was lost, it is asked for once more, by name."""
    errand = asked.errand
    first = await ask_patiently(asked, lambda: provider.draw(request, errand))
    if errand.brought is not None or not provider.abilities.takes_words:
        # A person brought it; or it draws what was measured and nothing else, and would do so again.
        return _Paid(first, first.cost_microusd)
    seen = await _looked_at(first, request)
    if seen is None or not seen.lost:
        return _Paid(await _finished(first, request), first.cost_microusd)
    again = replace(request, lost=tuple(check.name for check in seen.lost))
    await errand.forget()
    try:
        second = await ask_patiently(asked, lambda: provider.draw(again, errand))
        seen_again = await _looked_at(second, request)
    except ProviderError:
        return _Paid(await _finished(first, request), first.cost_microusd)
    better = second if seen_again is not None and len(seen_again.lost) < len(seen.lost) else first
    return _Paid(await _finished(better, request), first.cost_microusd + second.cost_microusd)


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
