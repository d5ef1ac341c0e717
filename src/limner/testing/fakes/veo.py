"""Veo on Vertex AI, as the official SDK speaks to it: operations that are looked at."""

import asyncio
import base64
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from limner.testing.fakes.fake import Fake, cut_off
from limner.testing.fakes.film import filmed
from limner.testing.fakes.google_errors import ERRORS, error_answer

_MODELS: Final = frozenset({"veo-3.1-generate-001", "veo-3.1-fast-generate-001", "veo-3.1-lite-generate-001"})
_SIZES: Final = {"9:16": (180, 320), "16:9": (320, 180)}
"""A quarter of 720p: nobody looks at them closely."""
_TASK_S: Final = 0.1
_LONG_TASK_S: Final = 0.6
_FILTERED: Final[Mapping[str, str]] = {
    "refused_child": "Filtered by a fake. Support codes: 58061214",
    "refused_known": "Filtered by a fake. Support codes: 29310472",
    "refused_clip": "Filtered by a fake. Support codes: 63429089",
    "refused_silently": "Filtered by a fake.",
}
_FAILED: Final[Mapping[str, tuple[int, str]]] = {
    "refused_input": (3, "The picture violates a fake's rules. Support codes: 17301594"),
    "not_usable": (3, "words of a fake"),
    "failed": (13, "words of a fake"),
    "no_quota_later": (8, "words of a fake"),
}
_LOST_LOOKS: Final[Mapping[str, str]] = {
    "poll_cut": "overloaded",
    "poll_throttled": "quota_short",
    "poll_page": "a gateway's page",
}
_PARAMETERS: Final = frozenset(
    {
        *("sampleCount", "durationSeconds", "seed", "aspectRatio", "resolution", "personGeneration"),
        *("negativePrompt", "generateAudio"),
    }
)


@dataclass
class _Operation:
    behaviour: str
    size: tuple[int, int]
    seconds: int
    picture: bytes
    looks: int = 0
    begun_s: float = field(default_factory=time.monotonic)


@dataclass
class VeoFake(Fake):
    """It takes what the service takes: a token, a project, a known model, one picture, and parameters it knows.

    "poll_cut", "poll_throttled" and "poll_page" lose two looks; "elsewhere" puts the clip into
    a bucket, "nothing" ends without a clip.
    """

    name: ClassVar[str] = "veo"
    environment: ClassVar[Mapping[str, str]] = {
        "LIMNER_VEO_BASE_URL": "{address}",
        "LIMNER_VEO_PROJECT": "fake-project",
        "LIMNER_VEO_ACCESS_TOKEN": "{key}",
    }
    behaviours: ClassVar[Sequence[str]] = (
        *(name for name in ERRORS if name != "elsewhere"),
        *("not_usable", "failed", "no_quota_later", "nothing", "elsewhere"),
        *("slow", *_LOST_LOOKS, "cut", "garbage", "huge", "nonsense"),
    )
    refusals: ClassVar[Sequence[str]] = (*_FILTERED, "refused_input")
    has_tasks: ClassVar[bool] = True

    operations: dict[str, _Operation] = field(default_factory=dict[str, _Operation])
    asked: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def routes(self) -> list[BaseRoute]:
        """Beginning, and looking."""
        home = "/v1beta1/projects/{project}/locations/{location}/publishers/google/models/{model}"
        return [
            Route(f"{home}:predictLongRunning", self._begin, methods=["POST"]),
            Route(f"{home}:fetchPredictOperation", self._look, methods=["POST"]),
        ]

    async def _begin(self, request: Request) -> Response:
        if trouble := self._trouble(request):
            return error_answer(trouble)
        body = await request.json()
        try:
            words, picture = _read(body)
            size = _SIZES[body["parameters"]["aspectRatio"]]
        except (KeyError, ValueError, TypeError):
            return error_answer("not_accepted")
        self.asked.append(body)
        behaviour = self.begins(words, [picture])
        if behaviour in ERRORS and behaviour != "elsewhere":
            self.generations -= 1
            return error_answer(behaviour)
        if behaviour == "nonsense":
            return Response(b"{nonsense", media_type="application/json")
        path = request.url.path.removeprefix("/v1beta1/").removesuffix(":predictLongRunning")
        name = f"{path}/operations/{uuid.uuid4()}"
        self.operations[name] = _Operation(behaviour, size, body["parameters"]["durationSeconds"], picture)
        return JSONResponse({"name": name})

    async def _look(self, request: Request) -> Response:
        if trouble := self._trouble(request):
            return error_answer(trouble)
        name = (await request.json())["operationName"]
        operation = self.operations.get(name)
        if operation is None:
            return error_answer("retired")
        operation.looks += 1
        behaviour = operation.behaviour
        if lost := _LOST_LOOKS.get(behaviour if operation.looks in {1, 3} else ""):
            return error_answer(lost) if lost in ERRORS else Response(b"<html>", media_type="text/html")
        lasts_s = {"slow": self.slow_s, "slow_task": _LONG_TASK_S}.get(behaviour, _TASK_S)
        if time.monotonic() - operation.begun_s < lasts_s:
            return JSONResponse({"name": name})
        answer = JSONResponse({"name": name, "done": True, **await self._ended(operation)})
        return cut_off(bytes(answer.body), "application/json") if behaviour == "cut" else answer

    @staticmethod
    async def _ended(operation: _Operation) -> dict[str, Any]:
        behaviour = operation.behaviour
        if behaviour in _FAILED:
            code, message = _FAILED[behaviour]
            return {"error": {"code": code, "message": message}}
        if behaviour in _FILTERED:
            return {"response": {"raiMediaFilteredCount": 1, "raiMediaFilteredReasons": [_FILTERED[behaviour]]}}
        if behaviour == "nothing":
            return {"response": {"raiMediaFilteredCount": 0}}
        if behaviour == "elsewhere":
            return {"response": {"videos": [{"gcsUri": "gs://bucket/clip.mp4", "mimeType": "video/mp4"}]}}
        width, height = operation.size
        data = await asyncio.to_thread(filmed, operation.picture, width, height, operation.seconds, behaviour)
        video = {"bytesBase64Encoded": base64.b64encode(data).decode(), "mimeType": "video/mp4"}
        return {"response": {"raiMediaFilteredCount": 0, "videos": [video]}}

    def _trouble(self, request: Request) -> str:
        if request.headers.get("authorization") != f"Bearer {self.key}":
            return "forbidden"
        return "" if request.path_params["model"] in _MODELS else "retired"


def _read(body: dict[str, Any]) -> tuple[str, bytes]:
    """The words and the picture, if all is as the service takes it."""
    (instance,), told = body["instances"], body["parameters"]
    image = instance["image"]
    if set(instance) != {"prompt", "image"} or set(told) - _PARAMETERS or image["mimeType"] != "image/jpeg":
        raise ValueError(body)
    if told["durationSeconds"] not in {4, 6, 8} or told["resolution"] not in {"720p", "1080p"}:
        raise ValueError(body)
    return str(instance["prompt"]), base64.urlsafe_b64decode(_alphabet(image["bytesBase64Encoded"]))


def _alphabet(text: str) -> str:
    return text.replace("+", "-").replace("/", "_")
