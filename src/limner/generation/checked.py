"""A drawing that was looked at; where something of the person was lost, it is asked for once more, by name."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from limner.errors import BadResult, ProviderError
from limner.generation.lettered import lettered
from limner.generation.provider import DrawRequest, Errand, Picture, Provider
from limner.generation.verify import Verification, verify


@dataclass(frozen=True, slots=True)
class Checked:
    """A picture, what it and an earlier try cost in millionths of a US dollar, and what that try had lost.

    `seen` is what survived in this one, None where nobody looked.
    """

    picture: Picture
    cost_microusd: int
    seen: Verification | None = None
    lost_before: tuple[str, ...] = ()


Ask: TypeAlias = Callable[[DrawRequest], Awaitable[Picture]]
"""How a picture is asked for: at once, or patiently and paid."""


async def draw_checked(provider: Provider, request: DrawRequest, errand: Errand, ask: Ask | None = None) -> Checked:
    """Have the provider draw, by `ask` where that is given; who takes words is looked at, and told once what was lost.

    Raises:
        ProviderError: it did not draw.
        PhotoGone: the style paints from the photo, and there is none.
        HandedOff: a person draws it.
    """
    ask = ask or (lambda wanted: provider.draw(wanted, errand))
    first = await ask(request)
    if errand.brought is not None or not provider.abilities.takes_words:
        # A person brought it; or it draws what was measured and nothing else, and would do so again.
        return Checked(first, first.cost_microusd)
    seen = await _looked_at(first, request)
    if seen is None or not seen.lost:
        return Checked(await _finished(first, request), first.cost_microusd, seen)
    lost = tuple(check.name for check in seen.lost)
    await errand.forget()
    again = await _once_more(ask, replace(request, lost=lost))
    if again is None:
        return Checked(await _finished(first, request), first.cost_microusd, seen)
    second, seen_again = again
    cost_microusd = first.cost_microusd + second.cost_microusd
    if seen_again is None or len(seen_again.lost) >= len(seen.lost):
        return Checked(await _finished(first, request), cost_microusd, seen, lost)
    return Checked(await _finished(second, request), cost_microusd, seen_again, lost)


async def _once_more(ask: Ask, request: DrawRequest) -> tuple[Picture, Verification | None] | None:
    """Another try, and what it shows; None where it failed, which is no loss: there is a first one."""
    try:
        picture = await ask(request)
    except ProviderError:
        return None
    try:
        return picture, await _looked_at(picture, request)
    except BadResult:
        return picture, None


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
