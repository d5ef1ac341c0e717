"""What Stable Diffusion WebUI says and hears: answers, troubles, how far it is, scripts with pictures in them."""

import asyncio
import base64
import contextlib
from collections.abc import AsyncGenerator, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from limner.engine.codec import encode_png
from limner.engine.images import RgbImage
from limner.errors import BadResult, NotConfigured, Overloaded, Unsuited
from limner.generation.brief import Brief, Role
from limner.generation.own_machine import Rising, check_answer

if TYPE_CHECKING:
    import httpx

_POLL_S: Final = 0.5
_PICTURES: Final[Mapping[str, Role]] = {
    "limner:photo": "photo",
    "limner:character": "character",
    "limner:scene": "scene",
}


class Checkpoint(BaseModel):
    """A model file, as the server lists it."""

    title: str
    model_name: str
    hash: str | None = None

    def is_called(self, name: str) -> bool:
        """Whether the server would take it by this name."""
        return name in {self.title, self.model_name, self.hash, self.title.split(" [")[0]}


class Drawn(BaseModel):
    """The answer to a picture asked for; `info` is JSON in a string."""

    images: list[str]
    info: str


class Info(BaseModel):
    """What `info` holds that matters here."""

    seed: int | None = None
    sd_model_name: str | None = None


class _Trouble(BaseModel):
    """The body of an error. FastAPI's own have no `error`, and a list as `detail` where it did not understand."""

    error: str = ""
    detail: str | list[Any] | None = None


class _Progress(BaseModel):
    """`active` is there where a single task was asked about."""

    active: bool = True
    progress: float | None = None


def first_image(drawn: Drawn, title: str) -> bytes:
    """The bytes of the first picture.

    Raises:
        BadResult: there is none.
    """
    try:
        return base64.b64decode(drawn.images[0].rpartition(",")[2], validate=True)
    except (IndexError, ValueError):
        raise BadResult(f"{title} sent no picture.", "Try again, or let another provider draw.") from None


def check_drawn(response: "httpx.Response", title: str, sampler: str) -> None:
    """Pass when there is a picture.

    Raises:
        ProviderError: there is none, by the status and the kind of error, never by its words.
    """
    if response.is_success:
        return
    trouble = _trouble(response.content)
    match response.status_code, trouble.error:
        case _, "OutOfMemoryError":
            raise Overloaded(
                f"The graphics memory of {title} is full.",
                "Close what else uses it, choose a smaller model, or set LIMNER_WEBUI_SIDE_PX lower.",
            )
        case 404, "":
            raise NotConfigured(f"{title} has no API.", "Start it with --api, or correct LIMNER_WEBUI_BASE_URL.")
        case 404, _:
            raise NotConfigured(f"{title} has no sampler {sampler}.", "Correct LIMNER_WEBUI_SAMPLER.")
        case 413, _:
            raise Unsuited(f"{title} takes no pictures so large.", "Let what stands before it pass more bytes.")
        case 422, _ if not isinstance(trouble.detail, list):
            raise NotConfigured(
                f"{title} lacks a script that should run.", "Install its extension, or correct LIMNER_WEBUI_ALWAYSON."
            )
        case _:
            check_answer(response, title)


def _trouble(body: bytes) -> _Trouble:
    try:
        return _Trouble.model_validate_json(body)
    except ValidationError:
        return _Trouble()


@contextlib.asynccontextmanager
async def watched(client: "httpx.AsyncClient", task: str, rising: Rising) -> AsyncGenerator[None]:
    """Ask how far the task is while something else waits for it."""

    async def ask() -> None:
        while True:
            await asyncio.sleep(_POLL_S)
            rising.to((await _progress_of(client, task)).progress or 0)

    asking = asyncio.create_task(ask())
    try:
        yield
    finally:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


async def interrupt(client: "httpx.AsyncClient", task: str) -> None:
    """Stop the task. The server can only stop what it draws now, so what only waits there is left alone."""
    if (await _progress_of(client, task)).active:
        await client.post("/sdapi/v1/interrupt")


async def _progress_of(client: "httpx.AsyncClient", task: str) -> _Progress:
    """Of this task; where the server runs without its own pages it only knows of whatever it draws now."""
    asked = {"id_task": task, "id_live_preview": -1, "live_preview": False}
    response = await client.post("/internal/progress", json=asked)
    if not response.is_success:
        response = await client.get("/sdapi/v1/progress", params={"skip_current_image": "true"})
    return _Progress.model_validate_json(response.content)


def scripts_of(text: str) -> dict[str, Any]:
    """The setting's JSON.

    Raises:
        NotConfigured: it is no JSON, or no object.
    """
    try:
        return TypeAdapter(dict[str, Any]).validate_json(text or "{}")
    except ValidationError:
        raise NotConfigured(
            "LIMNER_WEBUI_ALWAYSON is no JSON object.", 'It looks like {"ControlNet": {"args": [{"enabled": true}]}}'
        ) from None


def with_pictures(scripts: object, brief: Brief) -> object:
    """The scripts with each "limner:photo", "limner:character" and "limner:scene" replaced by that picture.

    Raises:
        Unsuited: a picture they name is not there.
    """
    match scripts:
        case dict():
            return {name: with_pictures(part, brief) for name, part in cast("dict[str, object]", scripts).items()}
        case list():
            return [with_pictures(part, brief) for part in cast("list[object]", scripts)]
        case str() if role := _PICTURES.get(scripts):
            if (found := brief.of_role(role)) is None:
                raise Unsuited(f"There is no {role} to look at.", "Upload the photo again, or let another draw.")
            return encoded(found.image)
        case _:
            return scripts


def encoded(image: RgbImage) -> str:
    """A PNG in base64."""
    return base64.b64encode(encode_png(image)).decode()
