"""ComfyUI on a machine of the operator's own, by a workflow of the operator's or Limner's own."""

import asyncio
import time
import uuid
from pathlib import Path
from typing import Final

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from limner.engine.images import RgbImage
from limner.errors import Unsuited
from limner.generation.abilities import Abilities
from limner.generation.brief import Brief, Role
from limner.generation.briefing import write_brief
from limner.generation.image_to_image import canvas_px, plain_words, start_picture
from limner.generation.own_machine import MachineSettings, check_settings, connected, telling
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.generation.providers.comfyui_trouble import TITLE, run_trouble
from limner.generation.providers.comfyui_watch import watching
from limner.generation.providers.comfyui_wire import Prompt
from limner.generation.providers.comfyui_workflow import Workflow, load_workflow
from limner.generation.received import received

_ROLES: Final[dict[str, Role]] = {"image:photo": "photo", "image:character": "character", "image:scene": "scene"}


class ComfyuiSettings(MachineSettings):
    """`LIMNER_COMFYUI_BASE_URL=http://127.0.0.1:8188` makes it ready."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_COMFYUI_", frozen=True)

    workflow: Path | None = None
    """A workflow in API format, or a folder with one per style (`storybook.json`) and a `default.json`."""

    model: str = Field(default="sd_xl_base_1.0.safetensors")
    """The checkpoint of Limner's own workflow; in others, of nodes titled `limner:model`."""


class ComfyuiProvider:
    """Draws what the workflow says: Limner's own goes over the drawn scene, or over the photo for portraits."""

    name = "comfyui"
    title = TITLE

    def __init__(self, settings: ComfyuiSettings | None = None) -> None:
        self._settings = settings or ComfyuiSettings()

    @property
    def abilities(self) -> Abilities:
        """By the settings; the licence is that of the operator's model."""
        return Abilities(
            goes_to=f"a computer of whoever runs this Limner ({TITLE})",
            destination="own",
            licence=self._settings.licence,
            reference_pictures=3 if self._settings.workflow else 1,
            seed="hint",
            longest_px=round(self._settings.side_px * 1.25),
            most_people=2,
            negative_words=True,
            cancel="stops",
            progress=True,
        )

    def check_ready(self) -> None:
        """Its address is known, and a workflow file that is set is there."""
        check_settings(self._settings, TITLE, "comfyui", "http://127.0.0.1:8188")
        if self._settings.workflow is None or not self._settings.workflow.is_dir():
            load_workflow(self._settings.workflow, "default")

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        """Queue the workflow and wait; what an earlier attempt queued is waited for."""
        self.check_ready()
        workflow = load_workflow(self._settings.workflow, request.style.name)
        values = await asyncio.to_thread(self._values, request, workflow)
        begun_s = time.monotonic()
        async with connected(self._settings, TITLE) as client:
            prompt = Prompt(client, errand.task or str(uuid.uuid4()))
            async with telling(prompt.stop), watching(self._settings, prompt.task, errand) as ended, prompt.tidied():
                if errand.task is not None and await prompt.known():
                    prompt.remember(workflow)
                else:
                    await errand.keep(ours := prompt.task)  # before it is queued: a crash from here on loses nothing
                    if await prompt.begin(workflow, values) != ours:
                        await errand.keep(prompt.task)
                data = await self._drawn(prompt, workflow, ended)
        return Picture(
            image=await asyncio.to_thread(received, data, request),
            provider=self.name,
            model=f"{workflow.file}, {self._settings.model}" if "model" in workflow.places else workflow.file,
            seed=_seed(request) if "seed" in workflow.places else None,
            duration_s=round(time.monotonic() - begun_s, 3),
            request_id=prompt.task,
        )

    def _values(self, request: DrawRequest, workflow: Workflow) -> dict[str, object]:
        """What may be filled in; pictures only so far as the workflow has places for them."""
        brief = write_brief(request)
        width_px, height_px = canvas_px(request, self._settings.side_px)
        return {
            "prompt": plain_words(brief.plain_prompt),
            "negative": plain_words(brief.negative),
            "seed": _seed(request),
            "width": width_px,
            "height": height_px,
            "denoising": self._settings.denoising,
            "model": self._settings.model,
            **{place: _picture(place, request, brief) for place in workflow.pictures},
        }

    async def _drawn(self, prompt: Prompt, workflow: Workflow, ended: asyncio.Event) -> bytes:
        entry = await prompt.wait(ended)
        if entry.status.status_str == "error":
            raise run_trouble(entry.status.messages, workflow)
        return await prompt.fetch(entry)


def _picture(place: str, request: DrawRequest, brief: Brief) -> RgbImage:
    if place == "image":
        return start_picture(request, brief)
    found = brief.of_role(_ROLES[place])
    if found is None:
        raise Unsuited(
            f"The workflow looks at a picture that is not there: {_ROLES[place]}.",
            "Upload the photo again, or let another provider draw.",
        )
    return found.image


def _seed(request: DrawRequest) -> int:
    return request.seed % 2**32
