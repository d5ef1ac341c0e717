"""One prompt of ComfyUI over HTTP: pictures up, the graph queued, its history, the result, and nothing left behind."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Mapping
from typing import TYPE_CHECKING, Final

import numpy as np

from limner.engine.codec import encode_png
from limner.engine.images import RgbImage
from limner.errors import BadResult, NotConfigured, Unreachable
from limner.generation.own_machine import check_answer, parsed
from limner.generation.providers.comfyui_answers import Entry, History, Queue, Queued, Stored
from limner.generation.providers.comfyui_trouble import TITLE, queue_trouble
from limner.generation.providers.comfyui_workflow import Workflow

if TYPE_CHECKING:
    import httpx

_POLL_S: Final = 0.5
_TIDY_S: Final = 5.0
_FOLDER: Final = "limner"


class Prompt:
    """One picture asked for, by the id that is ours."""

    def __init__(self, client: "httpx.AsyncClient", task: str) -> None:
        self.task = task
        self._client = client
        self._stored: list[Stored] = []

    def remember(self, workflow: Workflow) -> None:
        """Take on what an earlier attempt brought there."""
        self._stored = [self._named(place) for place in workflow.pictures]

    async def begin(self, workflow: Workflow, values: Mapping[str, object]) -> str:
        """Bring the pictures there and have it drawn; the id by which it goes, ours but for old versions.

        Raises:
            ProviderError: it was not taken.
        """
        files = {place: await self._upload(place, one) for place, one in values.items() if isinstance(one, RgbImage)}
        graph = workflow.filled({**values, **files})
        asked = {"prompt": graph, "client_id": self.task, "prompt_id": self.task}
        response = await self._client.post("/prompt", json=asked)
        if response.status_code == 400:  # noqa: PLR2004 - it looked, and does not want it
            raise queue_trouble(response.content, workflow)
        check_answer(response, TITLE)
        self.task = parsed(Queued, response.content, TITLE).prompt_id
        return self.task

    async def known(self) -> bool:
        """Whether it waits, is drawn, or was drawn; ComfyUI forgets when it starts anew."""
        return await self._waits() or await self._ended() is not None

    async def wait(self, ended: asyncio.Event) -> Entry:
        """What became of it; `ended` shortens the wait.

        Raises:
            Unreachable: ComfyUI was started anew and knows nothing of it.
        """
        while True:
            ended.clear()
            waits, entry = await self._waits(), await self._ended()
            if entry is not None:
                return entry
            if not waits:
                raise Unreachable(f"{TITLE} was started anew and forgot the picture.", "Try again.")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), _POLL_S)

    async def fetch(self, entry: Entry) -> bytes:
        """The file of the result.

        Raises:
            NotConfigured: the workflow gave none.
        """
        shown = entry.result
        if shown is None:
            raise NotConfigured(
                "The workflow gave no picture.",
                "End it in a node that saves or previews an image, and export it again.",
            )
        response = await self._client.get("/view", params=shown.model_dump())
        if response.status_code in {400, 404}:
            raise BadResult(f"{TITLE} no longer has the picture it drew.", "Try again.")
        check_answer(response, TITLE)
        if shown.type == "temp":
            self._stored.append(Stored(name=shown.filename, subfolder=shown.subfolder))
        return response.content

    async def stop(self) -> None:
        """Take it out of the queue, or stop it, and leave nothing behind. What another draws goes on."""
        await self._client.post("/queue", json={"delete": [self.task]})
        if (await self._queue()).draws(self.task):
            await self._client.post("/interrupt", json={"prompt_id": self.task})
        await self._wipe()
        while await self._waits():  # noqa: ASYNC110 - it ends when ComfyUI says so
            await asyncio.sleep(0.05)
        await self._forget()

    @contextlib.asynccontextmanager
    async def tidied(self) -> AsyncGenerator[None]:
        """Leave nothing behind after this, so far as that is possible in a few seconds."""
        try:
            yield
        except Exception:
            await self._tidy()
            raise
        await self._tidy()

    async def _tidy(self) -> None:
        with contextlib.suppress(Exception):
            await asyncio.wait_for(asyncio.gather(self._forget(), self._wipe()), _TIDY_S)

    async def _forget(self) -> None:
        """The history holds the words."""
        await self._client.post("/history", json={"delete": [self.task]})

    async def _wipe(self) -> None:
        """Files can't be deleted there, so an empty picture takes the place of each."""
        empty = encode_png(RgbImage(np.zeros((8, 8, 3), np.uint8)))
        for one in self._stored:
            await self._put(one, empty)

    async def _upload(self, place: str, image: RgbImage) -> str:
        """Bring a picture there; how a graph calls it."""
        wanted = self._named(place)
        data = await asyncio.to_thread(encode_png, image)
        self._stored.append(wanted)
        response = await self._put(wanted, data)
        check_answer(response, TITLE)
        stored = parsed(Stored, response.content, TITLE)
        if stored != wanted:
            self._stored.append(stored)
        return stored.as_input

    async def _put(self, place: Stored, data: bytes) -> "httpx.Response":
        return await self._client.post(
            "/upload/image",
            data={"type": place.type, "subfolder": place.subfolder, "overwrite": "true"},
            files={"image": (place.name, data, "image/png")},
        )

    def _named(self, place: str) -> Stored:
        return Stored(name=f"{self.task}-{place.replace(':', '-')}.png", subfolder=_FOLDER)

    async def _queue(self) -> Queue:
        response = await self._client.get("/queue")
        check_answer(response, TITLE)
        return parsed(Queue, response.content, TITLE)

    async def _waits(self) -> bool:
        return (await self._queue()).holds(self.task)

    async def _ended(self) -> Entry | None:
        response = await self._client.get(f"/history/{self.task}")
        check_answer(response, TITLE)
        return parsed(History, response.content, TITLE).root.get(self.task)
