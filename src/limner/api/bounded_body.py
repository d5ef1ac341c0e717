"""Bodies that are too long or too slow end as they come, whatever length they announce."""

import asyncio
import time
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from limner.api.problems import answer, problem_of
from limner.errors import RequestError, TooLarge, TooSlow

_UPLOADS: Final = "/api/v1/photos"
"""Counts its own bytes, with its own cap."""
_SLOWEST_BYTES_PER_S: Final = 16 * 1024
"""A telephone far from its mast is quicker; whoever sends a byte now and then to hold a place is not."""


class BoundedBody:
    """Refuses bodies of more than `most_bytes`, and those slower than 16 KB/s after `most_wait_s` seconds."""

    def __init__(self, app: ASGIApp, most_bytes: int, most_wait_s: float) -> None:
        self._app = app
        self._most_bytes = most_bytes
        self._most_wait_s = most_wait_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_upload = scope["path"] == _UPLOADS and scope["method"] == "POST"
        body = _Body(receive, send, None if is_upload else self._most_bytes, self._most_wait_s)
        headers = Headers(scope=scope)
        body.may_be_endless = "transfer-encoding" in headers
        declared = headers.get("content-length", "0")
        if body.most_bytes is not None and declared.isdecimal() and int(declared) > body.most_bytes:
            await answer(problem_of(_too_large(body.most_bytes)))(scope, receive, send)
            return
        await self._app(scope, body.receive, body.send)
        if body.refusal and not body.answered:
            await answer(problem_of(body.refusal), {"Connection": "close"})(scope, receive, send)


class _Body:
    """One request's body. Once it is refused, that is the answer, whatever the route makes of the refusal."""

    def __init__(self, receive: Receive, send: Send, most_bytes: int | None, most_wait_s: float) -> None:
        self._receive, self._send = receive, send
        self._begun, self._most_wait_s = time.monotonic(), most_wait_s
        self._seen, self._complete = 0, False
        self.most_bytes = most_bytes
        self.may_be_endless = False
        self.answered = False
        self.refusal: RequestError | None = None

    async def receive(self) -> Message:
        """The next piece.

        Raises:
            TooLarge, TooSlow: the request is refused.
        """
        if self._complete:
            return await self._receive()
        spent_s = time.monotonic() - self._begun
        try:
            async with asyncio.timeout(self._most_wait_s + self._seen / _SLOWEST_BYTES_PER_S - spent_s):
                message = await self._receive()
        except TimeoutError:
            self.refusal = TooSlow("The request came too slowly.", "Send it again over a better connection.")
            raise self.refusal from None
        self._seen += len(message.get("body", b""))
        self._complete = not message.get("more_body", False)
        if self.most_bytes is not None and self._seen > self.most_bytes:
            self.refusal = _too_large(self.most_bytes)
            raise self.refusal
        return message

    async def send(self, message: Message) -> None:
        """Pass the route's answer on, unless the request was refused before it began."""
        if self.refusal and not self.answered:
            return
        self.answered = True
        if message["type"] == "http.response.start" and self.may_be_endless and not self._complete:
            MutableHeaders(scope=message)["Connection"] = "close"
        await self._send(message)


def _too_large(most_bytes: int) -> TooLarge:
    return TooLarge("This request is too large.", f"Send at most {most_bytes} bytes.")
