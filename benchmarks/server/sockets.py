"""A hundred web sockets that watch: how long from the writing of an event until each has it."""

import asyncio
import json
import time
from typing import Any, Final

from benchmarks.server.figures import Figure, share
from benchmarks.server.house import House, bearer, house, inside, new_account
from websockets.asyncio.client import connect

from limner.backend import Backend
from limner.jobs.feed import publish

_SOCKETS: Final = 100
_EVENTS: Final = 10
_BAR_MS: Final = 200


async def measure() -> list[Figure]:
    """A hundred accounts with a socket each, then one account with a hundred sockets."""
    with house(workers="0") as at:
        async with inside(at) as backend:
            many = [await new_account(backend, f"watcher{number}") for number in range(_SOCKETS)]
            each = await _watch(at, backend, [token for _, token in many], [account.id for account, _ in many])
            account, token = many[0]
            same = await _watch(at, backend, [token] * _SOCKETS, [account.id])
    return [*_figures("100 sockets of 100 accounts", each), *_figures("100 sockets of one account", same)]


async def _watch(at: House, backend: Backend, tokens: list[str], accounts: list[str]) -> list[float]:
    """Milliseconds of each event on each socket; `accounts` are told one after the other."""
    took: list[float] = []
    url = at.url.replace("http", "ws") + "/api/v1/events"
    sockets = [await connect(url, additional_headers=bearer(token)) for token in tokens]
    listening = [asyncio.create_task(_listen(socket, took)) for socket in sockets]
    await asyncio.sleep(1)  # the last ones have begun to watch
    for _ in range(_EVENTS):
        for account_id in accounts:
            await publish(backend.store, account_id, "job", {"written": time.time(), "progress": 0.5})
        await asyncio.sleep(0.3)
    await asyncio.wait_for(asyncio.gather(*listening), 30)
    for socket in sockets:
        await socket.close()
    return took


async def _listen(socket: Any, took: list[float]) -> None:
    for _ in range(_EVENTS):
        event = json.loads(await socket.recv())
        took.append((time.time() - event["data"]["written"]) * 1000)


def _figures(what: str, took: list[float]) -> list[Figure]:
    note = f"p50 {share(took, 0.5):.0f} ms, most {max(took):.0f} ms"
    return [Figure(f"{what}: from writing an event to having it, p95", share(took, 0.95), "ms", _BAR_MS, note)]
