"""OpenAI's image API on this machine: edits and generations, at once or as a stream, and every way they fail."""

import asyncio
import base64
import io
import json
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PIL import Image, ImageFilter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from limner.testing.fakes.fake import Fake, cut_off
from limner.testing.fakes.openai_images_rules import MODELS, Asked, NotTaken, read_edit, read_generation

_ERRORS: Final[dict[str, tuple[int, str, str | None]]] = {
    "bad_key": (401, "invalid_request_error", "invalid_api_key"),
    "forbidden": (403, "invalid_request_error", None),
    "retired": (404, "invalid_request_error", "model_not_found"),
    "no_such_page": (404, "invalid_request_error", None),
    "quota_short": (429, "requests", "rate_limit_exceeded"),
    "quota_daily": (429, "insufficient_quota", "insufficient_quota"),
    "money_spent": (400, "billing_limit_user_error", "billing_hard_limit_reached"),
    "not_accepted": (400, "invalid_request_error", "invalid_value"),
    "too_large": (413, "invalid_request_error", None),
    "broken": (500, "server_error", None),
    "overloaded": (503, "server_error", "server_overloaded"),
    "refused_photo": (400, "image_generation_user_error", "moderation_blocked"),
    "refused_drawing": (400, "image_generation_user_error", "moderation_blocked"),
    "refused_before": (400, "image_generation_user_error", "moderation_blocked"),
    "refused_late": (400, "image_generation_user_error", "moderation_blocked"),
    "broken_late": (500, "server_error", "server_error"),
}
_DETAILS: Final[dict[str, dict[str, object]]] = {
    "refused_photo": {"moderation_stage": "input", "categories": ["sexual/minors"]},
    "refused_drawing": {"moderation_stage": "output", "categories": ["violence"]},
}
_LATE: Final = frozenset({"refused_late", "broken_late"})


@dataclass
class OpenAIImagesFake(Fake):
    """It takes what the service takes, as the official SDK sends it.

    "refused_before" names its categories in the message only, as older answers do; "refused_late" and "broken_late"
    break off in the midst of a stream, "slow_late" stops there. `askers` are the safety identifiers it was given.
    """

    name: ClassVar[str] = "openai-images"
    environment: ClassVar[Mapping[str, str]] = {
        "LIMNER_OPENAI_IMAGES_BASE_URL": "{address}/v1",
        "LIMNER_OPENAI_IMAGES_API_KEY": "{key}",
    }
    behaviours: ClassVar[Sequence[str]] = (
        *(one for one in _ERRORS if not one.startswith("refused")),
        *("slow", "slow_late", "cut", "garbage", "huge", "nonsense", "elsewhere"),
    )
    refusals: ClassVar[Sequence[str]] = tuple(one for one in _ERRORS if one.startswith("refused"))

    askers: list[str | None] = field(default_factory=list[str | None])

    def routes(self) -> list[BaseRoute]:
        """Edits, generations, and what a model is."""
        return [
            Route("/v1/images/edits", self._edit, methods=["POST"]),
            Route("/v1/images/generations", self._generate, methods=["POST"]),
            Route("/v1/models/{model}", self._model),
        ]

    async def _edit(self, request: Request) -> Response:
        try:
            self._check_key(request)
            return await self._drawn(await read_edit(request), "image_edit")
        except NotTaken as why:
            return self._not_taken(why)

    async def _generate(self, request: Request) -> Response:
        try:
            self._check_key(request)
            return await self._drawn(await read_generation(request), "image_generation")
        except NotTaken as why:
            return self._not_taken(why)

    async def _model(self, request: Request) -> Response:
        model = request.path_params["model"]
        try:
            self._check_key(request)
        except NotTaken as why:
            return self._not_taken(why)
        if model not in MODELS:
            return self._not_taken(NotTaken("model", "model_not_found", 404))
        about = {"id": model, "object": "model", "created": 1_790_000_000, "owned_by": "system"}
        return JSONResponse({**about, "shutdown_date": MODELS[model]})

    def _check_key(self, request: Request) -> None:
        if request.headers.get("authorization") != f"Bearer {self.key}":
            raise NotTaken("authorization", "invalid_api_key", 401)

    def _not_taken(self, why: NotTaken) -> JSONResponse:
        error = {"message": f"Not taken: {why.param}", "type": "invalid_request_error", "param": why.param}
        return JSONResponse({"error": {**error, "code": why.code}}, why.status, self._headers())

    async def _drawn(self, asked: Asked, kind: str) -> Response:
        behaviour = self.begins(asked.prompt, asked.pictures)
        self.askers.append(asked.asker)
        await self.delay(behaviour)
        if behaviour in _ERRORS and not (asked.streams and behaviour in _LATE):
            error = _error(behaviour, asked.prompt, self.key)
            return JSONResponse({"error": error}, _ERRORS[behaviour][0], self._headers(behaviour))
        if behaviour == "elsewhere":
            return Response(status_code=307, headers={**self._headers(), "location": "/v1/images/elsewhere"})
        drawing = await asyncio.to_thread(self.drawn, *asked.size, behaviour=behaviour)
        answer = _answer(drawing, asked)
        if not asked.streams:
            body = json.dumps({"created": int(time.time()), "data": [{"b64_json": answer.pop("b64_json")}], **answer})
            return self._sent("{}" if behaviour == "nonsense" else body, behaviour, "application/json")
        events = await asyncio.to_thread(lambda: "".join(_events(kind, drawing, answer, asked, behaviour)))
        return self._sent("data: {nonsense\n\n" if behaviour == "nonsense" else events, behaviour, "text/event-stream")

    def _sent(self, body: str, behaviour: str, media_type: str) -> Response:
        if behaviour == "cut":
            return cut_off(body.encode(), media_type)

        async def blocks() -> AsyncIterator[str]:
            for line in body.splitlines(keepends=True):
                yield line
                if not line.strip() and behaviour == "slow_late":
                    await self.delay("slow")

        return StreamingResponse(blocks(), media_type=media_type, headers=self._headers())

    def _headers(self, behaviour: str = "") -> dict[str, str]:
        headers = {"x-request-id": f"req_{self.requests:032x}"}
        return {**headers, "retry-after": str(self.retry_after_s)} if behaviour == "quota_short" else headers


def _error(behaviour: str, prompt: str, key: str) -> dict[str, object]:
    """What the service says; like it, it is careless with what it was told."""
    _, kind, code = _ERRORS[behaviour]
    message = f"Your request failed: key {key}, prompt {prompt!r}."
    if behaviour == "refused_before":
        message += " safety_violations=[public_figure]."
    details = {"moderation_details": _DETAILS[behaviour]} if behaviour in _DETAILS else {}
    return {"message": message, "type": kind, "param": None, "code": code, **details}


def _answer(drawing: bytes, asked: Asked) -> dict[str, Any]:
    text, pictures = len(asked.prompt) // 4, 1200 * len(asked.pictures)
    output = 1500 + 100 * asked.partials
    return {
        "b64_json": base64.b64encode(drawing).decode(),
        "background": "opaque",
        "output_format": "png",
        "quality": asked.quality,
        "size": "{}x{}".format(*asked.size),
        "usage": {
            "total_tokens": text + pictures + output,
            "input_tokens": text + pictures,
            "output_tokens": output,
            "input_tokens_details": {"text_tokens": text, "image_tokens": pictures},
        },
    }


def _events(kind: str, drawing: bytes, answer: dict[str, Any], asked: Asked, behaviour: str) -> Iterator[str]:
    meant = {name: value for name, value in answer.items() if name not in {"usage", "b64_json"}}
    for number in range(0 if behaviour in {"garbage", "huge"} else asked.partials):
        half = base64.b64encode(_half_finished(drawing, number)).decode()
        yield _event(f"{kind}.partial_image", {**meant, "b64_json": half, "partial_image_index": number})
        if behaviour in _LATE:
            yield _event("error", {"error": _error(behaviour, asked.prompt, "")})
            return
    yield _event(f"{kind}.completed", answer)


def _event(kind: str, data: dict[str, Any]) -> str:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, 'created_at': int(time.time()), **data})}\n\n"


def _half_finished(drawing: bytes, number: int) -> bytes:
    data = io.BytesIO()
    blurred = Image.open(io.BytesIO(drawing)).filter(ImageFilter.BoxBlur(24 / (number + 1)))
    blurred.save(data, "PNG", compress_level=1)
    return data.getvalue()
