"""A picture or a clip from whoever may and can make it, asked in order."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from limner.errors import ConsentNeeded, LimnerError, MissingError, ProviderError
from limner.generation.asking import Client, Commission, ask_patiently
from limner.generation.checked import draw_checked
from limner.generation.choose import Facts, check_may_draw
from limner.generation.clip import Animator, Clip, ClipRequest
from limner.generation.maker import Maker
from limner.generation.provider import DrawRequest, Errand, Picture, Provider

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
        errand = errand_for(provider.name)
        asked = Commission(client, provider, provider.abilities.price_microusd, errand)
        checked = await draw_checked(
            provider, request, errand, lambda wanted: ask_patiently(asked, lambda: provider.draw(wanted, errand))
        )
        return _Paid(checked.picture, checked.cost_microusd)

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
