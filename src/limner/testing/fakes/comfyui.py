"""ComfyUI as its source says it speaks: uploads, a queue, a history, files to view, and a web socket."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Final

from starlette.datastructures import Headers, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from limner.testing.fakes.comfyui_graph import MODEL, Graph, Machine, refusal, seen_in
from limner.testing.fakes.comfyui_worker import FAILS, Job, Worker
from limner.testing.fakes.fake import cut_off

_STATUS: Final = {"bad_key": 401, "forbidden": 403, "overloaded": 503}


@dataclass
class ComfyuiFake(Worker):
    """Behind a proxy that asks for user "limner" and the key as password. The checkpoint it has is `MODEL`."""

    name: ClassVar[str] = "comfyui"
    environment: ClassVar[Mapping[str, str]] = {
        "LIMNER_COMFYUI_BASE_URL": "{address}",
        "LIMNER_COMFYUI_USER": "limner",
        "LIMNER_COMFYUI_PASSWORD": "{key}",
    }
    behaviours: ClassVar[Sequence[str]] = (
        *_STATUS,
        *FAILS,
        *("retired", "missing_node", "interrupted", "slow", "cut", "garbage", "huge"),
    )
    has_tasks: ClassVar[bool] = True

    sockets: bool = True
    """Without, web sockets are blocked on the way."""
    newer: bool = False
    """A version that says in a type of its own which class is missing."""
    graphs: list[Graph] = field(default_factory=list[Graph])

    def routes(self) -> list[BaseRoute]:
        """Those that Limner calls."""
        return [
            Route("/upload/image", self._upload, methods=["POST"]),
            Route("/prompt", self._prompt, methods=["POST"]),
            Route("/queue", self._queue, methods=["GET", "POST"]),
            Route("/interrupt", self._interrupt, methods=["POST"]),
            Route("/history/{task}", self._entry),
            Route("/history", self._delete, methods=["POST"]),
            Route("/view", self._view),
            WebSocketRoute("/ws", self._socket),
        ]

    def _let_in(self, headers: Headers) -> bool:
        wanted = base64.b64encode(f"limner:{self.key}".encode()).decode()
        return headers.get("authorization") == f"Basic {wanted}"

    async def _upload(self, request: Request) -> Response:
        if not self._let_in(request.headers):
            return Response(status_code=401)
        async with request.form() as form:
            image = form.get("image")
            if not isinstance(image, UploadFile) or not image.filename:
                return Response(status_code=400)
            folder, kind = str(form.get("subfolder", "")), str(form.get("type", "input"))
            name = image.filename
            while form.get("overwrite") not in {"true", "1"} and (kind, folder, name) in self.files:
                name = f"{name.removesuffix('.png')} (1).png"
            self.files[kind, folder, name] = await image.read()
        return JSONResponse({"name": name, "subfolder": folder, "type": kind})

    async def _prompt(self, request: Request) -> Response:
        if not self._let_in(request.headers):
            return Response(status_code=401)
        body = await request.json()
        named = {f"{folder}/{name} [{kind}]".lstrip("/"): data for (kind, folder, name), data in self.files.items()}
        if wrong := refusal(body, Machine((MODEL,), named, newer=self.newer)):
            return JSONResponse(wrong, status_code=400)
        graph: Graph = body["prompt"]
        self.graphs.append(graph)
        shown = [named[node["inputs"]["image"]] for node in graph.values() if node["class_type"] == "LoadImage"]
        behaviour = self.begins(seen_in(graph, "positive")["text"], shown)
        if behaviour in _STATUS:
            return Response(status_code=_STATUS[behaviour])
        if behaviour == "retired":
            return JSONResponse(refusal(body, Machine((), named)), status_code=400)
        if behaviour == "missing_node":
            graph = {**graph, "8": {"class_type": "NotThere"}}
            return JSONResponse(refusal({"prompt": graph}, Machine((MODEL,), named)), status_code=400)
        job = Job(body["prompt_id"], body["client_id"], graph, behaviour)
        self.enqueue(job)
        return JSONResponse({"prompt_id": job.task, "number": self.generations, "node_errors": {}})

    async def _socket(self, socket: WebSocket) -> None:
        if not self.sockets or not self._let_in(socket.headers):
            await socket.close()
            return
        await socket.accept()
        client = socket.query_params["clientId"]
        self._listeners[client] = socket
        await socket.send_text(json.dumps({"type": "status", "data": {"status": {}, "sid": client}}))
        try:
            while True:
                await socket.receive_text()
        except WebSocketDisconnect:
            del self._listeners[client]

    async def _queue(self, request: Request) -> Response:
        if not self._let_in(request.headers):
            return Response(status_code=401)
        if request.method == "POST":
            gone = (await request.json()).get("delete", [])
            for job in [job for job in self._jobs if job.task in gone and not self.forget_cancels]:
                self._jobs.remove(job)
                self.cancelled += 1
            return Response()
        running = [self._running.as_item] if self._running else []
        return JSONResponse({"queue_running": running, "queue_pending": [job.as_item for job in self._jobs]})

    async def _interrupt(self, request: Request) -> Response:
        task = (await request.json()).get("prompt_id")
        if self._running and task in {None, self._running.task} and not self.forget_cancels:
            self.cancelled += 1
            self._running.stop.set()
        return Response()

    async def _entry(self, request: Request) -> Response:
        task = request.path_params["task"]
        return JSONResponse({task: self.history[task]} if task in self.history else {})

    async def _delete(self, request: Request) -> Response:
        for task in (await request.json()).get("delete", []):
            self.history.pop(task, None)
        return Response()

    async def _view(self, request: Request) -> Response:
        asked = request.query_params
        data = self.files.get((asked.get("type", "output"), asked.get("subfolder", ""), asked["filename"]))
        if data is None:
            return Response(status_code=404)
        if asked["filename"] in self._cut:
            return cut_off(data, "image/png")
        return Response(data, media_type="image/png")
