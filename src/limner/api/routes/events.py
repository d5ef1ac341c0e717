"""An account's events, pushed: over a web socket, or as server-sent events."""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Header, Query, Request, WebSocket, WebSocketDisconnect, status
from fastapi.responses import StreamingResponse

from limner.api.problems import problem_responses
from limner.api.site import Site, site_of_socket
from limner.api.visitor import Reader, Visitor, caller_of, visitor_with
from limner.errors import LimnerError
from limner.jobs.feed import Event

router = APIRouter(prefix="/events", tags=["events"])
_LIFE_S: Final = 900.0
"""A connection ends after this and the client comes back with its last event id: tokens end then too, and a proxy or a
phone that went away without a word holds nothing for ever."""
_STILL_HERE_S: Final = 20.0
"""Most proxies close what is silent for 30 or 60 seconds."""
_SIGN_IN_WITHIN_S: Final = 10.0
_SUBPROTOCOL: Final = "limner"


@router.get(
    "",
    operation_id="streamEvents",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"text/event-stream": {}}, "description": "Events as they happen"},
        **problem_responses(401, 403, 422),
    },
)
async def stream_events(
    request: Request,
    visitor: Reader,
    last_event_id: Annotated[int | None, Header(ge=0, lt=2**53)] = None,
    after: Annotated[int | None, Query(ge=0, lt=2**53, description="As Last-Event-ID")] = None,
) -> StreamingResponse:
    """The account's events as server-sent events; those after `Last-Event-ID` first."""
    start = last_event_id if last_event_id is not None else after
    return StreamingResponse(
        _sse(request, visitor, start), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
    )


async def _sse(request: Request, visitor: Visitor, after: int | None) -> AsyncGenerator[str]:
    ends = asyncio.get_running_loop().time() + _LIFE_S
    async with visitor.site.feed.watch(visitor.account.id, after) as news:
        yield "retry: 1000\n\n"
        while asyncio.get_running_loop().time() < ends and not await request.is_disconnected():
            try:
                event = await asyncio.wait_for(news.get(), _STILL_HERE_S)
            except TimeoutError:
                yield ": still here\n\n"
                continue
            yield f"id: {event.number}\nevent: {event.kind}\ndata: {json.dumps(event.data)}\n\n"


@router.websocket("")
async def socket_events(socket: WebSocket, after: Annotated[int | None, Query(ge=0, lt=2**53)] = None) -> None:
    """The account's events as JSON: `{"id", "kind", "data"}`; those after number `after` first.

    The token comes as `Authorization` or in a first message `{"token": "..."}`; never in the address, which is logged.
    """
    site = site_of_socket(socket)
    if not _from_here(socket, site):
        await socket.close(status.WS_1008_POLICY_VIOLATION, "origin")
        return
    await socket.accept(_SUBPROTOCOL if _SUBPROTOCOL in socket.scope.get("subprotocols", ()) else None)
    try:
        token = socket.headers.get("authorization", "").removeprefix("Bearer ") or await _first_token(socket)
        visitor = await visitor_with(site, token, caller_of(socket))
        visitor.signed_in.need("read")
    except (LimnerError, TimeoutError, ValueError, KeyError, RecursionError, WebSocketDisconnect):
        with contextlib.suppress(RuntimeError):
            await socket.close(status.WS_1008_POLICY_VIOLATION, "not signed in")
        return
    async with site.feed.watch(visitor.account.id, after) as news:
        await _push(socket, news)


async def _push(socket: WebSocket, news: asyncio.Queue[Event]) -> None:
    """Send until the client leaves or the connection has lived long enough."""
    leaving = asyncio.create_task(_until_left(socket))
    sending = asyncio.create_task(_send_all(socket, news))
    try:
        await asyncio.wait({leaving, sending}, timeout=_LIFE_S, return_when=asyncio.FIRST_COMPLETED)
        if not leaving.done():
            with contextlib.suppress(RuntimeError):
                await socket.close(status.WS_1001_GOING_AWAY, "come back with your last event id")
    finally:
        for task in (leaving, sending):
            task.cancel()
        await asyncio.gather(leaving, sending, return_exceptions=True)


async def _send_all(socket: WebSocket, news: asyncio.Queue[Event]) -> None:
    while True:
        event = await news.get()
        await socket.send_json({"id": event.number, "kind": event.kind, "data": event.data})


async def _until_left(socket: WebSocket) -> None:
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            return


async def _first_token(socket: WebSocket) -> str:
    message: Any = await asyncio.wait_for(socket.receive_json(), _SIGN_IN_WITHIN_S)
    token: Any = message.get("token") if isinstance(message, dict) else None  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    if not isinstance(token, str):
        raise ValueError("token")  # noqa: TRY004 - what a client sends has a wrong value, not a wrong type
    return token


def _from_here(socket: WebSocket, site: Site) -> bool:
    """Browsers let any page open a socket to anywhere and say where they are: only known pages may."""
    origin = socket.headers.get("origin")
    host = socket.headers.get("host", "")
    allowed = {f"http://{host}", f"https://{host}", *site.backend.settings.allowed_origins}
    return origin is None or origin in allowed
