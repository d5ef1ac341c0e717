"""Stable Diffusion WebUI (AUTOMATIC1111, Forge and what speaks like them) on a machine of the operator's own."""

import asyncio
import json
import time
import uuid
from typing import TYPE_CHECKING, Any, Final

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_settings import SettingsConfigDict

from limner.errors import BadResult, ModelRetired
from limner.generation.abilities import Abilities
from limner.generation.brief import Brief
from limner.generation.briefing import write_brief
from limner.generation.image_to_image import canvas_px, plain_words, start_picture
from limner.generation.own_machine import (
    MachineSettings,
    Rising,
    check_answer,
    check_settings,
    connected,
    parsed,
    telling,
)
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.generation.providers.webui_wire import (
    Checkpoint,
    Drawn,
    Info,
    check_drawn,
    encoded,
    first_image,
    interrupt,
    scripts_of,
    watched,
    with_pictures,
)
from limner.generation.received import received

if TYPE_CHECKING:
    import httpx

_TITLE: Final = "Stable Diffusion WebUI"


class WebuiSettings(MachineSettings):
    """`LIMNER_WEBUI_BASE_URL=http://127.0.0.1:7860` makes it ready; the server must run with `--api`."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_WEBUI_", frozen=True)

    sampler: str = ""
    """By default the server's own."""

    steps: int = Field(default=30, ge=1, le=150)
    guidance: float = Field(default=6.5, ge=1, le=30)
    """How closely the words are followed."""

    alwayson: str = ""
    """JSON of scripts that always run, as ControlNet; "limner:photo" and the like in it become that picture."""


class WebuiProvider:
    """Draws over the local engine's scene, or over the photo for portraits. The server does one picture at a time."""

    name = "webui"
    title = _TITLE

    def __init__(self, settings: WebuiSettings | None = None) -> None:
        self._settings = settings or WebuiSettings()

    @property
    def abilities(self) -> Abilities:
        """By the settings; the licence is that of the operator's model."""
        return Abilities(
            goes_to=f"a computer of whoever runs this Limner ({_TITLE})",
            destination="own",
            licence=self._settings.licence,
            reference_pictures=1,
            seed="hint",
            longest_px=round(self._settings.side_px * 1.25),
            most_people=2,
            negative_words=True,
            cancel="stops",
            progress=True,
        )

    def check_ready(self) -> None:
        """Its address is known, and the scripts, where there are any, are JSON."""
        check_settings(self._settings, _TITLE, "webui", "http://127.0.0.1:7860")
        scripts_of(self._settings.alwayson)

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        """Draw in one long request, and ask on another connection how far it is."""
        self.check_ready()
        brief = await asyncio.to_thread(write_brief, request)
        task = f"task(limner-{uuid.uuid4().hex})"
        body = await asyncio.to_thread(self._body, request, brief, task)
        begun_s = time.monotonic()
        async with connected(self._settings, _TITLE) as client:
            await self._check_model(client)
            async with telling(lambda: interrupt(client, task)), watched(client, task, Rising(errand)):
                response = await client.post(
                    "/sdapi/v1/img2img", content=body, headers={"Content-Type": "application/json"}
                )
        check_drawn(response, _TITLE, self._settings.sampler)
        drawn = parsed(Drawn, response.content, _TITLE)
        info = parsed(Info, drawn.info.encode(), _TITLE)
        image = await asyncio.to_thread(lambda: received(first_image(drawn, _TITLE), request))
        return Picture(
            image=image,
            provider=self.name,
            model=info.sd_model_name or self._settings.model or "the model that is loaded there",
            seed=info.seed,
            duration_s=round(time.monotonic() - begun_s, 3),
            request_id=task,
        )

    async def _check_model(self, client: "httpx.AsyncClient") -> None:
        """An unknown checkpoint is passed over in silence by the server, and another one would draw."""
        if not self._settings.model:
            return
        response = await client.get("/sdapi/v1/sd-models")
        check_answer(response, _TITLE)
        try:
            there = TypeAdapter(list[Checkpoint]).validate_json(response.content)
        except ValidationError:
            raise BadResult(f"{_TITLE} answered what can't be read.", "Correct its BASE_URL.") from None
        if not any(one.is_called(self._settings.model) for one in there):
            raise ModelRetired(
                f"{_TITLE} has no checkpoint {self._settings.model}.", "Put it there, or change LIMNER_WEBUI_MODEL."
            )

    def _body(self, request: DrawRequest, brief: Brief, task: str) -> bytes:
        settings = self._settings
        width_px, height_px = canvas_px(request, settings.side_px)
        wanted: dict[str, Any] = {
            "init_images": [encoded(start_picture(request, brief))],
            "resize_mode": 1,  # cut, never squeezed
            "prompt": plain_words(brief.plain_prompt),
            "negative_prompt": plain_words(brief.negative),
            "seed": brief.seed % 2**32,
            "steps": settings.steps,
            "cfg_scale": settings.guidance,
            "denoising_strength": settings.denoising,
            "width": width_px,
            "height": height_px,
            "save_images": False,
            "force_task_id": task,
        }
        if settings.sampler:
            wanted["sampler_name"] = settings.sampler
        if settings.model:
            wanted["override_settings"] = {"sd_model_checkpoint": settings.model}
        if settings.alwayson:
            wanted["alwayson_scripts"] = with_pictures(scripts_of(settings.alwayson), brief)
        return json.dumps(wanted).encode()
