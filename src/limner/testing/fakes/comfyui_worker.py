"""The part of the fake ComfyUI that draws: one prompt after the other, with history, files and a listener."""

import asyncio
import io
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from PIL import Image
from starlette.websockets import WebSocket

from limner.testing.fakes.comfyui_graph import Graph, result_node, seen_in
from limner.testing.fakes.fake import Fake

FAILS: Final = {"broken": "RuntimeError", "out_of_memory": "torch.OutOfMemoryError"}
_STEPS: Final = 4
_STEP_S: Final = 0.02
_TASK_S: Final = 0.4
Place = tuple[str, str, str]
"""Type, folder and name of a file."""


@dataclass
class Job:
    """A prompt that was taken."""

    task: str
    client: str
    graph: Graph
    behaviour: str
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def as_item(self) -> list[Any]:
        """As the queue and the history list it."""
        return [1, self.task, self.graph, {"client_id": self.client}, [result_node(self.graph)[0]]]


@dataclass
class Worker(Fake):
    """Draws; `files` is the disk, `history` what came to an end."""

    files: dict[Place, bytes] = field(default_factory=dict[Place, bytes])
    history: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    _jobs: list[Job] = field(default_factory=list[Job])
    _running: Job | None = None
    _cut: set[str] = field(default_factory=set[str])
    _listeners: dict[str, WebSocket] = field(default_factory=dict[str, WebSocket])
    _tasks: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def restart(self) -> None:
        """Forget everything that is not on the disk, and what is temporary there."""
        self.history.clear()
        for job in (*self._jobs, *([self._running] if self._running else [])):
            job.behaviour = "forgotten"
        self._jobs.clear()
        self._running, self._turn = None, asyncio.Lock()
        self.files = {place: data for place, data in self.files.items() if place[0] != "temp"}

    def enqueue(self, job: Job) -> None:
        """Draw it when its turn comes."""
        self._jobs.append(job)
        running = asyncio.create_task(self._run(job))
        self._tasks.add(running)
        running.add_done_callback(self._tasks.discard)

    async def _run(self, job: Job) -> None:
        async with self._turn:
            if job not in self._jobs:
                return
            self._jobs.remove(job)
            self._running = job
            messages = await self._draw(job)
            if job.behaviour == "forgotten":
                return
            done = messages[-1][0] == "execution_success"
            status = {"status_str": "success" if done else "error", "completed": done, "messages": messages}
            outputs = await asyncio.to_thread(self._saved, job) if done else {}
            self._running = None
            self.history[job.task] = {"prompt": job.as_item, "outputs": outputs, "status": status, "meta": {}}
            await self._say(job, "executing", {"node": None})

    async def _draw(self, job: Job) -> list[tuple[str, dict[str, Any]]]:
        about = {"prompt_id": job.task, "node_id": "7", "node_type": job.graph["7"]["class_type"]}
        await self._say(job, "execution_start", {})
        await self._say(job, "executing", {"node": "7", "display_node": "7"})
        waits_s = {"slow": self.slow_s, "slow_task": _TASK_S}.get(job.behaviour, _STEP_S * _STEPS)
        for step in range(1, _STEPS + 1):
            if await _stopped(job.stop, waits_s / _STEPS) or job.behaviour == "interrupted":
                return [("execution_start", {}), ("execution_interrupted", {**about, "executed": []})]
            await self._say(job, "progress", {"value": step, "max": _STEPS, "node": "7"})
            await self._preview(job)
        if kind := FAILS.get(job.behaviour):
            failed: dict[str, Any] = {**about, "exception_type": kind, "exception_message": "it broke", "traceback": []}
            await self._say(job, "execution_error", failed)
            return [("execution_start", {}), ("execution_error", failed)]
        await self._say(job, "execution_success", {})
        return [("execution_start", {}), ("execution_success", {"prompt_id": job.task})]

    def _saved(self, job: Job) -> dict[str, Any]:
        size = next(node["inputs"] for node in job.graph.values() if "width" in node["inputs"])
        data = self.drawn(size["width"], size["height"], seen_in(job.graph, "seed"), job.behaviour)
        node_id, node_class = result_node(job.graph)
        kind, start = ("temp", "ComfyUI_temp_ab") if node_class == "PreviewImage" else ("output", "ComfyUI")
        name = f"{start}_{self.generations:05}_.png"
        self.files[kind, "", name] = data
        if job.behaviour == "cut":
            self._cut.add(name)
        return {node_id: {"images": [{"filename": name, "subfolder": "", "type": kind}]}}

    async def _say(self, job: Job, kind: str, data: Mapping[str, Any]) -> None:
        if listener := self._listeners.get(job.client):
            await listener.send_text(json.dumps({"type": kind, "data": {**data, "prompt_id": job.task}}))

    async def _preview(self, job: Job) -> None:
        if listener := self._listeners.get(job.client):
            picture = io.BytesIO()
            Image.new("RGB", (512, 640), "#88aacc").save(picture, "JPEG")
            await listener.send_bytes(struct.pack(">II", 1, 1) + picture.getvalue())


async def _stopped(stop: asyncio.Event, patience_s: float) -> bool:
    try:
        await asyncio.wait_for(stop.wait(), patience_s)
    except TimeoutError:
        return False
    return True
