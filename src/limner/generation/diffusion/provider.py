"""A provider whose model draws on this machine."""

import asyncio
import time
from abc import abstractmethod
from typing import Any, ClassVar

from limner.errors import Unsuited
from limner.generation.abilities import Abilities
from limner.generation.brief import Brief
from limner.generation.briefing import write_brief
from limner.generation.diffusion.maker import DiffusersMaker
from limner.generation.diffusion.pictures import drawn_size, finished
from limner.generation.provider import DrawRequest, Errand, Picture


class DiffusersProvider(DiffusersMaker):
    """Draws with a pipeline of the diffusers library; nothing leaves this machine."""

    multiple_px: ClassVar[int]
    """Width and height must be multiples of it."""
    abilities: Abilities

    @abstractmethod
    def told(self, pipe: Any, brief: Brief, size_px: tuple[int, int]) -> dict[str, Any]:
        """The arguments by which the pipeline draws the brief, (width, height) large."""

    async def draw(self, request: DrawRequest, errand: Errand) -> Picture:
        """Draw on this machine, when its turn comes."""
        begun_s = time.monotonic()
        can = self.abilities
        if len(request.sitters) > can.most_people:
            raise Unsuited(
                f"{self.title} can't keep {len(request.sitters)} people apart.",
                f"Choose {can.most_people} at most, or let this computer draw without a model.",
            )
        await asyncio.to_thread(self.check_ready)
        brief = await asyncio.to_thread(write_brief, request, most_pictures=can.reference_pictures)
        size_px = drawn_size(request, self._settings.megapixels, self.multiple_px)
        made = await self.made(lambda pipe: self.told(pipe, brief, size_px), brief.seed, errand)
        image = await asyncio.to_thread(finished, made.images[0], request)
        took_s = round(time.monotonic() - begun_s, 3)
        return Picture(image, self.name, self.weights()["model"].title, seed=request.seed, duration_s=took_s)
