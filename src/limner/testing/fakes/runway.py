"""Runway's API, as the official SDK speaks to it: tasks that run, and addresses of files that end."""

import asyncio
import base64
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from limner.testing.fakes.fake import Fake, cut_off
from limner.testing.fakes.film import filmed
from limner.testing.fakes.runway_rules import FILE_STATUS, MODELS, ODD_LOOKS, ODD_OUTPUTS, wrong_field

_VERSION: Final = "2024-11-06"
_SMALLER: Final = 4
"""Clips are a quarter as large as asked for: nobody looks at them closely."""
_TASK_S: Final = 0.1
_LONG_TASK_S: Final = 0.6
_STATUS: Final[Mapping[str, int]] = {
    "bad_key": 401,
    "forbidden": 403,
    "no_credits": 402,
    "quota_short": 429,
    "quota_daily": 429,
    "not_accepted": 400,
    "broken": 500,
    "overloaded": 503,
}
_FAILURES: Final[Mapping[str, str]] = {
    "refused_picture": "SAFETY.INPUT.IMAGE",
    "refused_words": "SAFETY.INPUT.TEXT",
    "refused_clip": "SAFETY.OUTPUT.VIDEO",
    "bad_output": "INTERNAL.BAD_OUTPUT.CODE01",
    "failed": "INTERNAL",
    "bad_asset": "ASSET.INVALID",
    "odd_failure": "THIRD_PARTY.UNAVAILABLE",
}


@dataclass
class _Task:
    behaviour: str
    size: tuple[int, int]
    seconds: int
    credits: int
    picture: bytes
    polls: int = 0
    given_out: int = 0
    cancelled: bool = False
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    begun_s: float = field(default_factory=time.monotonic)


@dataclass
class RunwayFake(Fake):
    """It takes what the service takes, and looks closely: key, version, model, size, seconds, a picture as data.

    "throttled" waits in a queue first, "poll_cut" loses two looks, "expired" gives out one address that is over,
    "file_broken" and "file_moved" do not give the file at first, "look_..." answers the first look with something else,
    "slow_begin" answers late that a task was begun,
    "cancelled_there" ends as if somebody cancelled on its page, "odd_failure" leaves out the cost.
    """

    name: ClassVar[str] = "runway"
    environment: ClassVar[Mapping[str, str]] = {"LIMNER_RUNWAY_BASE_URL": "{address}", "LIMNER_RUNWAY_API_KEY": "{key}"}
    behaviours: ClassVar[Sequence[str]] = (
        *_STATUS,
        *("retired", "bad_output", "failed", "bad_asset", "odd_failure", "cancelled_there", "throttled"),
        *(
            "slow",
            "slow_begin",
            "poll_cut",
            "odd_progress",
            *ODD_LOOKS,
            *ODD_OUTPUTS,
            *FILE_STATUS,
            "cut",
            "garbage",
            "huge",
            "nonsense",
        ),
    )
    refusals: ClassVar[Sequence[str]] = ("refused_picture", "refused_words", "refused_clip")
    has_tasks: ClassVar[bool] = True

    tasks: dict[str, _Task] = field(default_factory=dict[str, _Task])
    asked: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def routes(self) -> list[BaseRoute]:
        """Tasks and their files."""
        return [
            Route("/v1/image_to_video", self._create, methods=["POST"]),
            Route("/v1/tasks/{task}", self._look, methods=["GET"]),
            Route("/v1/tasks/{task}", self._delete, methods=["DELETE"]),
            Route("/files/{task}/{number}.mp4", self._give, methods=["GET"]),
        ]

    async def _create(self, request: Request) -> Response:
        if trouble := self._trouble(request):
            return _error(trouble)
        body = await request.json()
        wrong = wrong_field(body)
        if wrong:
            return _error("not_accepted", wrong)
        self.asked.append(body)
        picture = base64.b64decode(body["promptImage"].partition(",")[2])
        behaviour = self.begins(body["promptText"], [picture])
        if behaviour in _STATUS or behaviour == "retired":
            self.generations -= 1
            return _error(behaviour, "model" if behaviour == "retired" else "")
        if behaviour == "slow_begin":
            await asyncio.sleep(self.slow_s)
        if behaviour == "nonsense":
            return Response(b"{nonsense", media_type="application/json")
        width, height = map(int, body["ratio"].split(":"))
        credits_a_second = MODELS[body["model"]][2]
        size = (width // _SMALLER // 2 * 2, height // _SMALLER // 2 * 2)
        name = str(uuid.uuid4())
        cost = credits_a_second * body["duration"]
        self.tasks[name] = _Task(behaviour, size, body["duration"], cost, picture)
        return JSONResponse({"id": name, "estimatedCost": {"credits": cost}})

    async def _look(self, request: Request) -> Response:
        if trouble := self._trouble(request):
            return _error(trouble)
        name = request.path_params["task"]
        task = self.tasks.get(name)
        if task is None:
            return JSONResponse({"error": "Task not found"}, 404)
        task.polls += 1
        if task.behaviour == "poll_cut" and task.polls in {1, 3}:
            return _error("overloaded") if task.polls == 1 else cut_off(b'{"id": "cut"}', "application/json")
        if task.polls == 1 and (odd := ODD_LOOKS.get(task.behaviour)):
            return Response(odd[1], odd[0], media_type=odd[2])
        return JSONResponse({"id": name, "createdAt": task.at.isoformat(), **self._standing(request, name, task)})

    def _standing(self, request: Request, name: str, task: _Task) -> dict[str, Any]:
        ran_s = time.monotonic() - task.begun_s
        cost, estimated = {"cost": {"credits": task.credits}}, {"estimatedCost": {"credits": task.credits}}
        if task.cancelled or task.behaviour == "cancelled_there":
            return {"status": "CANCELLED", **cost}
        lasts_s = {"slow": self.slow_s, "slow_task": _LONG_TASK_S}.get(task.behaviour, _TASK_S)
        if task.behaviour == "throttled" and task.polls == 1:
            return {"status": "THROTTLED", **estimated}
        if ran_s < lasts_s:
            status = {"status": "RUNNING", "progress": round(ran_s / lasts_s, 2)} if task.polls > 1 else {}
            if task.behaviour == "odd_progress" and status:
                status["progress"] = "half"
            return {"status": "PENDING", **status, **estimated}
        if code := _FAILURES.get(task.behaviour):
            told = {"status": "FAILED", "failure": "words of a fake", "failureCode": code}
            return told if task.behaviour == "odd_failure" else {**told, "cost": {"credits": 0}}
        address = f"{request.base_url}files/{name}/{task.polls}.mp4?_jwt=fake"
        return {"status": "SUCCEEDED", "output": ODD_OUTPUTS.get(task.behaviour, [address]), **cost}

    async def _delete(self, request: Request) -> Response:
        if trouble := self._trouble(request):
            return _error(trouble)
        task = self.tasks.get(request.path_params["task"])
        if task is not None and not self.forget_cancels:
            task.cancelled = True
            self.cancelled += 1
        return Response(status_code=204)

    async def _give(self, request: Request) -> Response:
        """The file; who asks needs no key."""
        task = self.tasks[request.path_params["task"]]
        if "authorization" in request.headers:
            return JSONResponse({"error": "the key went where it has no business"}, 400)
        task.given_out += 1
        if task.given_out == 1 and (status := FILE_STATUS.get(task.behaviour)):
            return Response(status_code=status, headers={"Location": "http://127.0.0.1:9/"})
        width, height = task.size
        data = await asyncio.to_thread(filmed, task.picture, width, height, task.seconds, task.behaviour)
        return cut_off(data, "video/mp4") if task.behaviour == "cut" else Response(data, media_type="video/mp4")

    def _trouble(self, request: Request) -> str:
        if request.headers.get("authorization") != f"Bearer {self.key}":
            return "bad_key"
        return "" if request.headers.get("x-runway-version") == _VERSION else "not_accepted"


def _error(behaviour: str, field_name: str = "") -> JSONResponse:
    headers = {"Retry-After": "7"} if behaviour == "quota_short" else {}
    issues = [{"code": "invalid", "message": "of a fake", "path": [field_name]}] if field_name else []
    body = {"error": "words of a fake", "issues": issues, "docUrl": "https://example.com"}
    return JSONResponse(body, _STATUS.get(behaviour, 400), headers=headers)
