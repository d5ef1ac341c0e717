"""A provider whose model draws on this machine: made ready, watched, stopped, and its troubles told apart."""

import asyncio
import threading
import time
import traceback
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from PIL import Image

from limner.errors import BadResult, LimnerError, ModelFileMissing, Overloaded, Unsuited
from limner.generation.abilities import Abilities
from limner.generation.brief import Brief
from limner.generation.briefing import write_brief
from limner.generation.diffusion.easel import EASEL, Stopped
from limner.generation.diffusion.machine import Machine, is_no_memory
from limner.generation.diffusion.pictures import drawn_size, finished
from limner.generation.diffusion.settings import DiffusersSettings, ModelSettings
from limner.generation.diffusion.weights import Weights
from limner.generation.provider import DrawRequest, Errand, Picture
from limner.generation.sdk import check_installed

_ROOM_AFTER_S: Final = 60.0
"""Memory that others hold does not come back sooner, and loading a model anew takes as long."""


class DiffusersProvider(ABC):
    """Draws with a pipeline of the diffusers library; nothing leaves this machine."""

    name: ClassVar[str]
    title: ClassVar[str]
    multiple_px: ClassVar[int]
    """Width and height must be multiples of it."""
    packages: ClassVar[tuple[str, ...]] = ("torch", "diffusers", "transformers", "accelerate")
    """What must be installed."""
    abilities: Abilities

    def __init__(self, settings: ModelSettings, machine: DiffusersSettings | None) -> None:
        self._settings = settings
        self._machine = Machine(machine or DiffusersSettings())

    @abstractmethod
    def weights(self) -> Mapping[str, Weights]:
        """What it needs on this machine; "model" is the pipeline itself."""

    @abstractmethod
    def load(self) -> Any:
        """The pipeline with everything that belongs to it, not yet on a card."""

    @abstractmethod
    def told(self, pipe: Any, brief: Brief, size_px: tuple[int, int]) -> dict[str, Any]:
        """The arguments by which the pipeline draws the brief, (width, height) large."""

    def check_ready(self) -> None:
        """Return when packages and weights are there; where fetching is allowed, weights may still be missing.

        Raises:
            ExtraMissing: a package is missing.
            ModelFileMissing: weights are missing.
        """
        for package in self.packages:
            check_installed(self.title, package, "diffusers")
        if not self._machine.settings.download:
            for one in self.weights().values():
                one.folder(self._machine)

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
        drawn = await EASEL.work(lambda stop: self._paint(brief, size_px, errand, stop))
        image = await asyncio.to_thread(finished, drawn, request)
        took_s = round(time.monotonic() - begun_s, 3)
        return Picture(image, self.name, self.weights()["model"].title, seed=request.seed, duration_s=took_s)

    def folder(self, which: str) -> str:
        """Where weights are, for the library; it looks nowhere else."""
        return str(self.weights()[which].folder(self._machine))

    def _ready_pipe(self) -> Any:
        try:
            pipe = self.load()
        except LimnerError:
            raise
        except Exception as error:
            if is_no_memory(error):
                raise
            raise ModelFileMissing(
                f"The weights of {self.title} can't be read: they are incomplete, damaged or of another model.",
                self.weights()["model"].advice(),
            ) from error
        return self._machine.place(pipe)

    def _paint(self, brief: Brief, size_px: tuple[int, int], errand: Errand, stop: threading.Event) -> Image.Image:
        """One picture; runs on the easel's thread."""

        def watch(pipe: Any, step: int, _time: Any, kept: dict[str, Any]) -> dict[str, Any]:
            if stop.is_set():
                # Setting `pipe._interrupt` would still decode a picture that nobody wants.
                raise Stopped
            errand.advance((step + 1) / (pipe.num_timesteps + 1))
            return kept

        pipe = told = None
        try:
            pipe = EASEL.model(self, self._ready_pipe)
            told = self.told(pipe, brief, size_px)
            generator = self._machine.library("torch").Generator("cpu").manual_seed(brief.seed)
            steps = self._settings.steps
            done = pipe(**told, num_inference_steps=steps, generator=generator, callback_on_step_end=watch)
        except (LimnerError, Stopped):
            raise
        except Exception as error:
            # An error keeps what was at hand where it was raised; another provider may need that memory.
            traceback.clear_frames(error.__traceback__)
            del told, pipe
            EASEL.clear()
            raise self._told_apart(error) from error
        errand.advance(1.0)
        return done.images[0]

    def _told_apart(self, error: Exception) -> LimnerError:
        if is_no_memory(error):
            prefix = self._settings.model_config.get("env_prefix", "")
            return Overloaded(
                f"This machine has not enough memory for {self.title}.",
                f"Set LIMNER_DIFFUSERS_OFFLOAD=layers or a smaller {prefix}MEGAPIXELS, close what else uses the card,"
                " or let this computer draw without a model.",
                retry_after_s=_ROOM_AFTER_S,
            )
        return BadResult(
            f"{self.title} broke off while it drew.", "Try again; if it lasts, check that its weights belong together."
        )
