"""How far ComfyUI is, by its web socket. It only tells sooner: what became of a prompt is read from its history."""

import asyncio
import base64
import contextlib
import json
import struct
from collections.abc import AsyncGenerator, Mapping
from typing import Any, Final, cast

from limner.engine.codec import decode
from limner.engine.images import RgbImage
from limner.engine.stages import StageName, small
from limner.errors import LimnerError
from limner.generation.own_machine import MachineSettings, Rising
from limner.generation.provider import Errand
from limner.generation.sdk import keep_quiet

_OPEN_S: Final = 5.0
_CLOSE_S: Final = 0.2
_LONGEST_BYTES: Final = 32 * 2**20
_SAMPLED: Final = 0.95
"""Share of the work that is done when the sampler is."""
_PREVIEW: Final = 1
"""The event of a binary frame that holds a JPEG or PNG."""
_STAGES: Final[tuple[StageName, ...]] = ("lines", "colour", "light")
_MOST_PREVIEW_PX: Final = 4096 * 4096
_ENDS: Final = frozenset({"execution_success", "execution_error", "execution_interrupted"})


@contextlib.asynccontextmanager
async def watching(settings: MachineSettings, task: str, errand: Errand) -> AsyncGenerator[asyncio.Event]:
    """Pass on progress and previews meanwhile; the event is set when the prompt has come to an end."""
    listener = _Listener(task, errand)
    listening = asyncio.create_task(listener.listen(settings))
    try:
        yield listener.ended
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


class _Listener:
    def __init__(self, task: str, errand: Errand) -> None:
        self.ended = asyncio.Event()
        self._task = task
        self._errand = errand
        self._rising = Rising(errand)
        self._shown = 0

    async def listen(self, settings: MachineSettings) -> None:
        """Until the connection ends; where web sockets are blocked, at once."""
        from websockets.asyncio.client import connect
        from websockets.exceptions import WebSocketException

        keep_quiet("websockets.client")
        address = f"ws{settings.base_url.removeprefix('http').rstrip('/')}/ws?clientId={self._task}"
        with contextlib.suppress(OSError, TimeoutError, WebSocketException):
            async with connect(
                address,
                additional_headers=_signed_in(settings),
                open_timeout=_OPEN_S,
                close_timeout=_CLOSE_S,
                max_size=_LONGEST_BYTES,
            ) as socket:
                async for frame in socket:
                    if isinstance(frame, str):
                        self._hear(frame)
                    else:
                        await self._see(frame)

    def _hear(self, frame: str) -> None:
        with contextlib.suppress(ValueError, KeyError, TypeError, ZeroDivisionError):
            said = json.loads(frame)
            kind, data = said["type"], cast("Mapping[str, Any]", said["data"])
            if data.get("prompt_id") != self._task:
                return
            if kind == "progress":
                self._rising.to(_SAMPLED * data["value"] / data["max"])
            elif kind in _ENDS or (kind == "executing" and data["node"] is None):
                self.ended.set()

    async def _see(self, frame: bytes) -> None:
        """A preview: each third of the work shows one, as the next stage."""
        if self._shown >= len(_STAGES) or len(frame) < 8 or struct.unpack(">I", frame[:4])[0] != _PREVIEW:  # noqa: PLR2004 - two numbers
            return
        if self._rising.share * len(_STAGES) < self._shown:
            return
        with contextlib.suppress(LimnerError):
            image = await asyncio.to_thread(_small_preview, frame[8:])
            self._errand.show(_STAGES[self._shown], image)
            self._shown += 1


def _small_preview(data: bytes) -> RgbImage:
    return RgbImage(small(decode(data, max_pixels=_MOST_PREVIEW_PX, min_side_px=16).pixels))


def _signed_in(settings: MachineSettings) -> dict[str, str]:
    password = settings.password.get_secret_value()
    if not (settings.user or password):
        return {}
    return {"Authorization": f"Basic {base64.b64encode(f'{settings.user}:{password}'.encode()).decode()}"}
