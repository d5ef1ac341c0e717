"""How often a thing may be done: a moving window over the last minutes, counted in memory or in Redis."""

import math
import time
from typing import Final, Literal, get_args

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.storage.redis.redispy import RedispyBridge
from limits.aio.strategies import MovingWindowRateLimiter
from limits.errors import ConfigurationError, StorageError

from limner.errors import ExtraMissing, StoreUnreachable, TooMany
from limner.settings import Settings

LimitName = Literal["generate", "sign_in_address", "sign_in_email", "mail", "sample"]

_MESSAGES: Final[dict[LimitName, str]] = {
    "generate": "You have asked for many pictures in a short time.",
    "sign_in_address": "There were many tries from here in a short time.",
    "sign_in_email": "There were many tries to sign in with this address in a short time.",
    "sample": "The sample was drawn many times from here in a short time.",
    "mail": "Several mails were sent to this address already.",
}


class Limits:
    """The limits of the settings; `limit_<name>` is that of a name."""

    def __init__(self, settings: Settings) -> None:
        self._limits: dict[LimitName, RateLimitItem] = {
            name: parse(str(getattr(settings, f"limit_{name}"))) for name in get_args(LimitName)
        }
        self._storage = _storage(settings.limits_url)
        self._window = MovingWindowRateLimiter(self._storage)

    async def check(self, name: LimitName, who: str, *, times: int = 1) -> None:
        """Count `times` more for an account, an address or whoever; refused ones are not counted.

        Raises:
            TooMany: that would be more than the limit; it says when there is room again.
            StoreUnreachable: Redis does not answer. Nothing is let through uncounted.
        """
        limit = self._limits[name]
        try:
            if await self._window.hit(limit, name, who, cost=times):
                return
            stats = await self._window.get_window_stats(limit, name, who)
        except StorageError as error:
            raise StoreUnreachable("The counter of requests") from error
        wait_s = max(1, math.ceil(stats.reset_time - time.time()))
        raise TooMany(_MESSAGES[name], f"Try again in {wait_s} seconds.", wait_s)

    async def close(self) -> None:
        """Give back the connection."""
        if isinstance(self._storage, RedisStorage) and isinstance(self._storage.bridge, RedispyBridge):
            await self._storage.bridge.storage.aclose()


def _storage(url: str) -> MemoryStorage | RedisStorage:
    if url.startswith("memory"):
        return MemoryStorage()
    try:
        return RedisStorage(f"async+{url}", implementation="redispy", wrap_exceptions=True)
    except ConfigurationError as error:
        raise ExtraMissing("Counting in Redis needs a package.", "pip install 'limner[redis]'") from error
