"""What all fakes share: a script of behaviours, counters, a picture to give back, and a server on loopback."""

import asyncio
import contextlib
import io
import socket
import threading
import time
import zlib
from collections import deque
from collections.abc import AsyncIterator, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Final

import uvicorn
from PIL import Image, ImageOps
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

_BOMB_PX: Final = 50_000


@dataclass
class Fake:
    """A server that behaves as told. Each request for a picture takes the next behaviour of the script, or succeeds.

    `behaviours` are what it can be told beside "success"; `refusals` those of them in which it refuses the picture.
    It counts `requests` of any kind, `generations` begun, and `cancelled` ones, and keeps the `prompts`, the pictures
    it was last shown and the `addresses` asked for.
    """

    name: ClassVar[str]
    behaviours: ClassVar[Sequence[str]] = ()
    refusals: ClassVar[Sequence[str]] = ()
    has_tasks: ClassVar[bool] = False
    environment: ClassVar[Mapping[str, str]] = {}
    """What to set so that the provider comes here, with {address} and {key} for those."""

    key: str = "fake-key-3f9a1c5e7b"
    slow_s: float = 30.0
    retry_after_s: float = 7.0
    requests: int = 0
    generations: int = 0
    cancelled: int = 0
    forget_cancels: bool = False
    prompts: list[str] = field(default_factory=list[str])
    pictures: list[bytes] = field(default_factory=list[bytes])
    addresses: list[str] = field(default_factory=list[str])
    _script: deque[str] = field(default_factory=deque[str])

    def routes(self) -> list[BaseRoute]:
        """The routes of the service."""
        raise NotImplementedError

    def behave(self, *behaviours: str) -> None:
        """Set how the next pictures go, one behaviour each.

        Raises:
            ValueError: it knows no such behaviour.
        """
        known = {"success", "slow_task", *self.behaviours, *self.refusals}
        if unknown := set(behaviours) - known:
            msg = f"{self.name} knows no {', '.join(sorted(unknown))}; it knows {', '.join(sorted(known))}"
            raise ValueError(msg)
        self._script = deque(behaviours)

    def next_behaviour(self) -> str:
        """How this picture goes."""
        return self._script.popleft() if self._script else "success"

    def begins(self, prompt: str, pictures: Sequence[bytes]) -> str:
        """Count a generation; how it goes."""
        self.generations += 1
        self.prompts.append(prompt)
        self.pictures = list(pictures)
        return self.next_behaviour()

    def wait_for_cancel(self, patience_s: float) -> bool:
        """Whether somebody cancelled by then."""
        until_s = time.monotonic() + patience_s
        while not self.cancelled and time.monotonic() < until_s:
            time.sleep(0.01)
        return self.cancelled > 0

    def drawn(self, width_px: int, height_px: int, seed: int = 0, behaviour: str = "success") -> bytes:
        """The PNG it gives back: the last picture it was shown, cut to size and washed in a colour of the seed.

        "garbage" is no picture, "huge" one that says it has 2.5 thousand million pixels.
        """
        if behaviour == "garbage":
            return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
        if behaviour == "huge":
            return _bomb()
        shown = Image.open(io.BytesIO(self.pictures[-1])) if self.pictures else Image.new("RGB", (512, 512), "#c9b18a")
        fitted = ImageOps.fit(shown.convert("RGB"), (width_px, height_px))
        wash = Image.new("RGB", fitted.size, ((seed * 37) % 256, (seed * 91) % 256, 160))
        data = io.BytesIO()
        Image.blend(fitted, wash, 0.06).save(data, "PNG", compress_level=1)
        return data.getvalue()

    async def delay(self, behaviour: str) -> None:
        """Wait where slowness is asked for."""
        if behaviour == "slow":
            await asyncio.sleep(self.slow_s)

    def app(self) -> ASGIApp:
        """The service, and `/_fake` to steer it from outside."""
        service = Starlette(routes=[Route("/_fake", self._steer, methods=["GET", "POST"]), *self.routes()])

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] in {"http", "websocket"} and scope["path"] != "/_fake":
                self.requests += 1
                self.addresses.append(f"{scope['path']}?{scope['query_string'].decode()}")
            await service(scope, receive, send)

        return counted

    async def _steer(self, request: Request) -> JSONResponse:
        """POST {"behaviours": [...]} sets the script, GET says what happened."""
        if request.method == "POST":
            try:
                self.behave(*(await request.json())["behaviours"])
            except (ValueError, KeyError, TypeError) as error:
                return JSONResponse({"error": str(error)}, status_code=422)
        return JSONResponse(
            {
                "behaviours": ["success", *self.behaviours, *self.refusals],
                "requests": self.requests,
                "generations": self.generations,
                "cancelled": self.cancelled,
            }
        )


def cut_off(data: bytes, media_type: str) -> StreamingResponse:
    """An answer whose connection breaks in the middle."""

    async def half() -> AsyncIterator[bytes]:
        yield data[: len(data) // 2]
        await asyncio.sleep(0.01)
        raise ConnectionResetError

    return StreamingResponse(half(), media_type=media_type, headers={"Content-Length": str(len(data))})


@contextlib.contextmanager
def running(fake: Fake, port: int = 0) -> Generator[str]:
    """The fake's address while it listens on a port of this machine, by default a free one."""
    listener = socket.create_server(("127.0.0.1", port))
    config = uvicorn.Config(fake.app(), log_level="critical", access_log=False, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def _bomb() -> bytes:
    """A PNG whose header says 50,000 x 50,000 px."""
    small = io.BytesIO()
    Image.new("RGB", (2, 2)).save(small, "PNG")
    data = bytearray(small.getvalue())
    data[16:24] = _BOMB_PX.to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)
