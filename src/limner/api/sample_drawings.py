"""Pictures of the sample person for strangers: one is made at a time, so that whoever is signed in waits for none."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from typing import Final

_MOST_KEPT: Final = 400
"""Some 20 kB each. All styles, places and attributes one at a time are half as many."""


@dataclass(slots=True)
class SampleDrawings:
    """What was drawn lately is kept: most strangers try the same few things."""

    _kept: OrderedDict[Hashable, bytes] = field(default_factory=OrderedDict[Hashable, bytes])
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def of(
        self, wish: Hashable, admit: Callable[[], Awaitable[None]], draw: Callable[[], Awaitable[bytes]]
    ) -> bytes:
        """The picture of a wish, drawn when it is not at hand; only what is drawn has to be admitted."""
        if wish not in self._kept:
            await admit()
            async with self._turn:
                if wish not in self._kept:
                    self._kept[wish] = await draw()
        self._kept.move_to_end(wish)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return self._kept[wish]
