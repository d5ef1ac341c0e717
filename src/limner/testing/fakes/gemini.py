"""Gemini's Developer API and Vertex AI, as the official SDK speaks to them."""

import asyncio
import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from limner.testing.fakes.fake import Fake, cut_off
from limner.testing.fakes.google_errors import ERRORS, error_answer

MODELS: Final = frozenset({"gemini-nano-banana-2.1", "gemini-3-pro-image", "gemini-3.1-flash-lite-image"})
_LONG_PX: Final = {"1K": 1024, "2K": 2048, "4K": 4096}
_TOKENS: Final = {"1K": 1120, "2K": 1680, "4K": 2520}
_SMALLER: Final = 4
"""The pictures are drawn at a quarter of their size: nobody looks at them closely."""
_NO_PICTURE: Final[dict[str, dict[str, Any]]] = {
    "refused_prompt": {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}},
    "refused_drawing": {"candidates": [{"finishReason": "IMAGE_SAFETY", "index": 0}]},
    "refused_known": {"candidates": [{"finishReason": "IMAGE_RECITATION", "index": 0}]},
    "nothing": {"candidates": [{"finishReason": "NO_IMAGE", "index": 0}]},
    "words_only": {
        "candidates": [
            {"content": {"role": "model", "parts": [{"text": "I can describe it."}]}, "finishReason": "STOP"}
        ]
    },
}


@dataclass
class GeminiFake(Fake):
    """It takes what the service takes: key or token, model, pictures in either alphabet of base64, then the words.

    "draft" sends a thought picture before and words beside the picture; "nothing" and "words_only" answer without one.
    """

    name: ClassVar[str] = "gemini"
    environment: ClassVar[Mapping[str, str]] = {
        "LIMNER_GEMINI_BASE_URL": "{address}",
        "LIMNER_GEMINI_API_KEY": "{key}",
    }
    behaviours: ClassVar[Sequence[str]] = (
        *ERRORS,
        *("slow", "cut", "garbage", "huge", "nonsense", "draft", "nothing", "words_only"),
    )
    refusals: ClassVar[Sequence[str]] = ("refused_prompt", "refused_drawing", "refused_known")

    asked: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    _model: str = ""

    def routes(self) -> list[BaseRoute]:
        """The Developer API, Vertex AI by project, and Vertex AI by key."""
        vertex = "publishers/google/models/{model}:generateContent"
        return [
            Route("/v1/models/{model}:generateContent", self._generate, methods=["POST"]),
            Route("/v1beta1/projects/{project}/locations/{location}/" + vertex, self._generate, methods=["POST"]),
            Route("/v1beta1/" + vertex, self._generate, methods=["POST"]),
        ]

    async def _generate(self, request: Request) -> Response:
        if trouble := self._trouble(request):
            return error_answer(trouble)
        body = await request.json()
        try:
            words, pictures = _read(body)
            size = body["generationConfig"]["imageConfig"]["imageSize"]
            width, height = map(int, body["generationConfig"]["imageConfig"]["aspectRatio"].split(":"))
            self._check_size(size)
        except (KeyError, ValueError, TypeError):
            return error_answer("not_accepted")
        self.asked.append(body)
        self._model = request.path_params["model"]
        behaviour = self.begins(words, pictures)
        await self.delay(behaviour)
        if behaviour in ERRORS:
            return error_answer(behaviour)
        if behaviour in _NO_PICTURE:
            return JSONResponse({**_NO_PICTURE[behaviour], "modelVersion": request.path_params["model"]})
        return await self._answered(body, size, (width, height), behaviour)

    async def _answered(self, body: dict[str, Any], size: str, aspect: tuple[int, int], behaviour: str) -> Response:
        width, height = aspect
        longest = _LONG_PX[size] // _SMALLER
        sides = (round(longest * width / max(width, height)), round(longest * height / max(width, height)))
        seed = int(body["generationConfig"].get("seed", 0))
        drawing = await asyncio.to_thread(self.drawn, *sides, seed, behaviour)
        answer = JSONResponse(_answer(drawing, self._model, _TOKENS[size], behaviour))
        if behaviour == "nonsense":
            return Response(b"{nonsense", media_type="application/json")
        return cut_off(bytes(answer.body), "application/json") if behaviour == "cut" else answer

    @staticmethod
    def _check_size(size: str) -> None:
        if size not in _TOKENS:
            raise ValueError(size)

    def _trouble(self, request: Request) -> str:
        """What is wrong with the address or the key."""
        if "project" in request.path_params:
            if request.headers.get("authorization") != f"Bearer {self.key}":
                return "forbidden"
        elif request.headers.get("x-goog-api-key") != self.key:
            return "bad_key"
        return "" if request.path_params["model"] in MODELS else "retired"


def _read(body: dict[str, Any]) -> tuple[str, list[bytes]]:
    """The words, which come last, and the pictures before them."""
    *shown, last = body["contents"][0]["parts"]
    pictures = [_bytes(part["inlineData"]) for part in shown]
    return str(last["text"]), pictures


def _bytes(data: dict[str, str]) -> bytes:
    if not (data.get("mime_type") or data["mimeType"]).startswith("image/"):
        raise ValueError(data)
    return base64.urlsafe_b64decode(data["data"].replace("+", "-").replace("/", "_") + "==")


def _answer(drawing: bytes, model: str, tokens: int, behaviour: str) -> dict[str, Any]:
    picture = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(drawing).decode()}}
    parts: list[dict[str, Any]] = [picture]
    if behaviour == "draft":
        draft = {"inlineData": {"mimeType": "image/png", "data": "bm8gcGljdHVyZQ=="}, "thought": True}
        parts = [draft, {"text": "Here it is."}, picture, {**draft}]
    usage = {"promptTokenCount": 1263, "candidatesTokenCount": tokens, "totalTokenCount": 1263 + tokens}
    return {
        "candidates": [{"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": 0}],
        "usageMetadata": usage,
        "modelVersion": model,
        "responseId": "fake-response-7",
    }
