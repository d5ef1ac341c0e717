"""Stable Diffusion WebUI as its source says it speaks: one picture at a time, in the request itself."""

import asyncio
import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from limner.testing.fakes.fake import Fake, cut_off

MODEL: Final = "sd_xl_base_1.0"
_SEED_ASKED_FOR_NONE: Final = 1234567
_ERRORS: Final[dict[str, tuple[int, dict[str, Any]]]] = {
    "forbidden": (403, {}),
    "broken": (500, {"error": "RuntimeError", "detail": "", "body": "", "errors": "something broke"}),
    "out_of_memory": (500, {"error": "OutOfMemoryError", "detail": "", "body": "", "errors": "CUDA out of memory."}),
    "overloaded": (503, {}),
    "no_api": (404, {"detail": "Not Found"}),
    "unknown_sampler": (404, {"error": "HTTPException", "detail": "Sampler not found", "body": "", "errors": ""}),
    "unknown_script": (
        422,
        {"error": "HTTPException", "detail": "always on script ControlNet not found", "body": "", "errors": ""},
    ),
    "not_understood": (422, {"detail": [{"loc": ["body", "steps"], "msg": "not an integer", "type": "type_error"}]}),
}


@dataclass
class WebuiFake(Fake):
    """User "limner", the key as password; `--api` and `--api-auth`. The checkpoint it has is `MODEL`."""

    name: ClassVar[str] = "webui"
    environment: ClassVar[Mapping[str, str]] = {
        "LIMNER_WEBUI_BASE_URL": "{address}",
        "LIMNER_WEBUI_USER": "limner",
        "LIMNER_WEBUI_PASSWORD": "{key}",
        "LIMNER_WEBUI_MODEL": MODEL,
    }
    behaviours: ClassVar[Sequence[str]] = ("bad_key", "retired", "slow", "cut", "garbage", "huge", *_ERRORS)

    with_pages: bool = True
    """Without its pages (`--nowebui`) it does not know tasks apart."""
    bodies: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    _drawing: str = ""
    _waiting: list[str] = field(default_factory=list[str])
    _interrupted: asyncio.Event = field(default_factory=asyncio.Event)
    _queue: asyncio.Lock = field(default_factory=asyncio.Lock)
    _asked: int = 0

    def routes(self) -> list[BaseRoute]:
        """Those that Limner calls."""
        return [
            Route("/sdapi/v1/img2img", self._img2img, methods=["POST"]),
            Route("/sdapi/v1/progress", self._progress),
            Route("/sdapi/v1/interrupt", self._interrupt, methods=["POST"]),
            Route("/sdapi/v1/sd-models", self._models),
            Route("/internal/progress", self._progress_of, methods=["POST"]),
        ]

    def _let_in(self, request: Request) -> bool:
        wanted = base64.b64encode(f"limner:{self.key}".encode()).decode()
        return request.headers.get("authorization") == f"Basic {wanted}"

    async def _models(self, request: Request) -> Response:
        if not self._let_in(request):
            return _stranger()
        gone = bool(self._script) and self._script[0] == "retired"
        name = "another" if gone else MODEL
        title = f"{name}.safetensors [31e35c80fc]"
        path = f"models/{name}.safetensors"
        return JSONResponse([{"title": title, "model_name": name, "hash": "31e35c80fc", "filename": path}])

    async def _img2img(self, request: Request) -> Response:
        body = await request.json()
        if not self._let_in(request):
            return _stranger()
        if wrong := _wrong(body):
            return JSONResponse({"detail": [wrong]}, status_code=422)
        self.bodies.append(body)
        shown = [_decoded(image) for image in body["init_images"]]
        task = body.get("force_task_id") or "task(img2img-0)"
        self._waiting.append(task)
        behaviour = self.begins(body["prompt"], shown)
        async with self._queue:
            self._waiting.remove(task)
            return await self._draw(task, body, behaviour)

    async def _draw(self, task: str, body: dict[str, Any], behaviour: str) -> Response:
        if behaviour == "bad_key":
            return _stranger()
        if behaviour in _ERRORS:
            status, said = _ERRORS[behaviour]
            return JSONResponse(said, status_code=status)
        self._drawing = task
        self._asked = 0
        self._interrupted.clear()
        if behaviour == "slow":
            await _first(self._interrupted.wait(), self.slow_s)
        self._drawing = ""
        seed = int(body.get("seed", -1))
        seed = _SEED_ASKED_FOR_NONE if seed < 0 else seed
        data = await asyncio.to_thread(self.drawn, body["width"], body["height"], seed, behaviour)
        info = {"seed": seed, "all_seeds": [seed], "sd_model_name": MODEL, "infotexts": ["Steps: 30"]}
        images = [base64.b64encode(data).decode()]
        answer: dict[str, Any] = {"images": images, "parameters": {}, "info": json.dumps(info)}
        if behaviour == "cut":
            return cut_off(json.dumps(answer).encode(), "application/json")
        return JSONResponse(answer)

    async def _progress_of(self, request: Request) -> Response:
        if not self.with_pages:
            return JSONResponse({"detail": "Not Found"}, status_code=404)
        task = (await request.json())["id_task"]
        active = task == self._drawing
        said = {"active": active, "queued": task in self._waiting, "paused": False, "completed": False}
        return JSONResponse({**said, "progress": self._share() if active else None, "id_live_preview": -1})

    async def _progress(self, request: Request) -> Response:
        if not self._let_in(request):
            return _stranger()
        busy = bool(self._drawing)
        state = {"job": "Batch 1 out of 1" if busy else "", "job_count": int(busy), "job_no": 0, "interrupted": False}
        share = self._share() if busy else 0.0
        return JSONResponse({"progress": share, "eta_relative": 1.0, "state": state, "current_image": None})

    def _share(self) -> float:
        """A step further with each question."""
        self._asked += 1
        return min(0.95, 0.2 * self._asked)

    async def _interrupt(self, request: Request) -> Response:
        if not self._let_in(request):
            return _stranger()
        if self._drawing and not self.forget_cancels:
            self.cancelled += 1
            self._interrupted.set()
        return JSONResponse({})


def _stranger() -> Response:
    return JSONResponse(
        {"detail": "Incorrect username or password"}, status_code=401, headers={"WWW-Authenticate": "Basic"}
    )


def _wrong(body: dict[str, Any]) -> dict[str, Any] | None:
    """What FastAPI would say of the first field of a wrong type."""
    kinds: dict[str, type | tuple[type, ...]] = {
        "prompt": str,
        "negative_prompt": str,
        "seed": int,
        "steps": int,
        "width": int,
        "height": int,
        "denoising_strength": (int, float),
        "cfg_scale": (int, float),
        "init_images": list,
        "override_settings": dict,
        "alwayson_scripts": dict,
    }
    for name, kind in kinds.items():
        if name in body and not isinstance(body[name], kind):
            return {"loc": ["body", name], "msg": "value is of a wrong type", "type": "type_error"}
    if body["width"] % 8 or body["height"] % 8:
        return {"loc": ["body", "width"], "msg": "not a multiple of 8", "type": "value_error"}
    return None


def _decoded(image: str) -> bytes:
    try:
        return base64.b64decode(image.rpartition(",")[2], validate=True)
    except binascii.Error:
        return b""


async def _first(wait: Any, patience_s: float) -> None:
    try:
        await asyncio.wait_for(wait, patience_s)
    except TimeoutError:
        return
