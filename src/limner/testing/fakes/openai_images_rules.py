"""What OpenAI's image API takes: a question is read from its form or JSON, and refused as the service would."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import UploadFile
from starlette.requests import Request

MODELS: Final[Mapping[str, str | None]] = {
    "gpt-image-2.6-sunburst": None,
    "gpt-image-2.6-flare": None,
    "gpt-image-2.5-sunburst": None,
    "gpt-image-2.5-flare": None,
    "gpt-image-2": None,
    "gpt-image-1.5": "2026-12-01",
    "gpt-image-1-mini": "2026-12-01",
}
"""Each model with the day it is shut down."""
_FIELDS: Final = {
    "prompt": r"(?s).{1,32000}",
    "model": r".{1,100}",
    "n": r"[1-9]|10",
    "size": r"auto|\d{3,4}x\d{3,4}",
    "quality": r"low|medium|high|xhigh|max|auto",
    "background": r"transparent|opaque|auto",
    "complexity": r"low|medium|high",
    "output_format": r"png|webp|jpeg",
    "output_compression": r"\d|[1-9]\d|100",
    "safety_identifier": r".{1,64}",
    "user": r".{1,64}",
    "stream": r"true|false",
    "partial_images": r"[0-3]",
}
_MAGIC: Final = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff", "image/webp": b"RIFF"}
_MOST_PICTURES: Final = 16
_MOST_BYTES: Final = 50_000_000
_LONGEST_PX, _LEAST_PX = 3840, 655_360


class NotTaken(Exception):
    """The question breaks a rule: `status`, `code`, and which `param`."""

    def __init__(self, param: str, code: str = "invalid_value", status: int = 400) -> None:
        super().__init__(param)
        self.param, self.code, self.status = param, code, status


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that keeps to the rules."""

    model: str
    prompt: str
    pictures: tuple[bytes, ...]
    size: tuple[int, int]
    streams: bool
    partials: int
    quality: str
    asker: str | None


async def read_edit(request: Request) -> Asked:
    """A multipart form: one part `image`, or parts `image[]`, and text.

    Raises:
        NotTaken: it breaks a rule.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data; boundary="):
        raise NotTaken("content-type", "unsupported_content_type")
    said: dict[str, str] = {}
    pictures: list[bytes] = []
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                pictures.append(await _picture(name, value))
            else:
                said[name] = value
        alone = "image" in form
    if not pictures or len(pictures) > (1 if alone else _MOST_PICTURES):
        raise NotTaken("image", "missing_required_parameter")
    return _asked(said, tuple(pictures), {*_FIELDS, "input_fidelity"})


async def read_generation(request: Request) -> Asked:
    """JSON.

    Raises:
        NotTaken: it breaks a rule.
    """
    try:
        body: object = await request.json()
    except ValueError:
        body = None
    if request.headers.get("content-type") != "application/json" or not isinstance(body, dict):
        raise NotTaken("body", "invalid_json")
    said = {
        str(name): value if isinstance(value, str) else json.dumps(value)  # pyright: ignore[reportUnknownArgumentType]
        for name, value in body.items()  # pyright: ignore[reportUnknownVariableType]
    }
    moderation = said.pop("moderation", "auto")
    if moderation not in {"low", "auto"}:
        raise NotTaken("moderation")
    return _asked(said, (), set(_FIELDS))


async def _picture(name: str, file: UploadFile) -> bytes:
    data = await file.read()
    magic = _MAGIC.get(file.content_type or "")
    if name not in {"image", "image[]"}:
        raise NotTaken(name, "unknown_parameter")
    if magic is None or not data.startswith(magic) or not file.filename or len(data) >= _MOST_BYTES:
        raise NotTaken("image", "invalid_image_file")
    return data


def _asked(said: Mapping[str, str], pictures: tuple[bytes, ...], known: set[str]) -> Asked:
    for name, value in said.items():
        if name not in known:
            raise NotTaken(name, "unknown_parameter")
        if not re.fullmatch(_FIELDS.get(name, "high|low"), value):
            raise NotTaken(name)
    if "prompt" not in said:
        raise NotTaken("prompt", "missing_required_parameter")
    model = said.get("model", "gpt-image-1.5")
    if model not in MODELS:
        raise NotTaken("model", "model_not_found", 404)
    if "input_fidelity" in said and model != "gpt-image-1.5":
        raise NotTaken("input_fidelity")
    streams = said.get("stream") == "true"
    if "partial_images" in said and not streams:
        raise NotTaken("partial_images")
    return Asked(
        model,
        said["prompt"],
        pictures,
        _size(said.get("size", "auto")),
        streams,
        int(said.get("partial_images", "0")),
        said.get("quality", "auto"),
        said.get("safety_identifier"),
    )


def _size(said: str) -> tuple[int, int]:
    if said == "auto":
        return 1024, 1024
    width, height = (int(side) for side in said.split("x"))
    steep = max(width, height) > 3 * min(width, height)
    if width % 16 or height % 16 or steep or max(width, height) > _LONGEST_PX or width * height < _LEAST_PX:
        raise NotTaken("size")
    return width, height
