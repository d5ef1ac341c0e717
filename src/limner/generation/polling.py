"""Waiting for a task elsewhere by looking at it now and then."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from limner.errors import Overloaded, TimedOut, Unreachable

T = TypeVar("T")
_LOOKS_LOST: Final = 5
"""In a row, after which the line counts as cut; the task goes on over there."""


async def wait_for_end(look: Callable[[], Awaitable[T | None]], *, title: str, every_s: float, patience_s: float) -> T:
    """What `look` gives once it gives something; a look that fails by the line is lost, and no more.

    Raises:
        TimedOut, Unreachable: the task may still run over there.
        ProviderError: whatever else `look` raises.
    """
    lost = 0
    try:
        async with asyncio.timeout(patience_s):
            while True:
                try:
                    ended, lost = await look(), 0
                except (Overloaded, Unreachable, TimedOut):
                    ended, lost = None, lost + 1
                    if lost >= _LOOKS_LOST:
                        raise Unreachable(f"The line to {title} was cut.", "Try again in a minute.") from None
                if ended is not None:
                    return ended
                await asyncio.sleep(every_s)
    except TimeoutError:
        advice = "Try again, or let this computer move it."
        raise TimedOut(f"{title} did not make the clip in time.", advice) from None
