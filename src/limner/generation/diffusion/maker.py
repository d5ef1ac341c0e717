"""Whoever makes something with a model on this machine: made ready, watched, stopped, and its troubles told apart."""

import threading
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import Any, ClassVar, Final

from limner.errors import BadResult, LimnerError, ModelFileMissing, Overloaded
from limner.generation.diffusion.easel import EASEL, Stopped
from limner.generation.diffusion.machine import Machine, is_no_memory
from limner.generation.diffusion.settings import DiffusersSettings, ModelSettings
from limner.generation.diffusion.weights import Weights
from limner.generation.provider import Errand
from limner.generation.sdk import check_installed

_ROOM_AFTER_S: Final = 60.0
"""Memory that others hold does not come back sooner, and loading a model anew takes as long."""


class DiffusersMaker(ABC):
    """Has a pipeline of the diffusers library on this machine, from which nothing leaves."""

    name: ClassVar[str]
    title: ClassVar[str]
    packages: ClassVar[tuple[str, ...]] = ("torch", "diffusers", "transformers", "accelerate")
    """What must be installed."""

    def __init__(self, settings: ModelSettings, machine: DiffusersSettings | None) -> None:
        self._settings = settings
        self._machine = Machine(machine or DiffusersSettings())

    @abstractmethod
    def weights(self) -> Mapping[str, Weights]:
        """What it needs on this machine; "model" is the pipeline itself."""

    @abstractmethod
    def load(self) -> Any:
        """The pipeline with everything that belongs to it, not yet on a card."""

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

    def folder(self, which: str) -> str:
        """Where weights are, for the library; it looks nowhere else."""
        return str(self.weights()[which].folder(self._machine))

    async def made(self, told: Callable[[Any], dict[str, Any]], seed: int, errand: Errand) -> Any:
        """What the pipeline makes when its turn comes; `told` gives the arguments for it.

        Raises:
            ModelFileMissing: the weights can't be read.
            Overloaded: there is not enough memory.
            BadResult: it broke off.
        """
        return await EASEL.work(lambda stop: self._make(told, seed, errand, stop))

    def _make(self, told: Callable[[Any], dict[str, Any]], seed: int, errand: Errand, stop: threading.Event) -> Any:
        """One picture or clip; runs on the easel's thread."""

        def watch(pipe: Any, step: int, _time: Any, kept: dict[str, Any]) -> dict[str, Any]:
            # Setting `pipe._interrupt` would still decode what nobody wants.
            _go_on(stop)
            errand.advance((step + 1) / (pipe.num_timesteps + 1))
            return kept

        pipe = told_so = None
        try:
            pipe = EASEL.model(self, self._ready_pipe)
            told_so = told(pipe)
            generator = self._machine.library("torch").Generator("cpu").manual_seed(seed)
            steps = self._settings.steps
            with _left_between_pieces(pipe, stop):
                made = pipe(**told_so, num_inference_steps=steps, generator=generator, callback_on_step_end=watch)
        except (LimnerError, Stopped):
            raise
        except Exception as error:
            # An error keeps what was at hand where it was raised; whoever comes next may need that memory.
            traceback.clear_frames(error.__traceback__)
            del told_so, pipe
            EASEL.clear()
            raise self._told_apart(error) from error
        errand.advance(1.0)
        return made

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

    def _told_apart(self, error: Exception) -> LimnerError:
        if is_no_memory(error):
            prefix = self._settings.model_config.get("env_prefix", "")
            return Overloaded(
                f"This machine has not enough memory for {self.title}.",
                f"Set LIMNER_DIFFUSERS_OFFLOAD=layers or a smaller {prefix}MEGAPIXELS, close what else uses the card,"
                " or do it without a model.",
                retry_after_s=_ROOM_AFTER_S,
            )
        return BadResult(
            f"{self.title} broke off at its work.", "Try again; if it lasts, check that its weights belong together."
        )


def _go_on(stop: threading.Event) -> None:
    if stop.is_set():
        raise Stopped


@contextmanager
def _left_between_pieces(pipe: Any, stop: threading.Event) -> Generator[None]:
    """A clip is decoded in pieces after the last step, for as long as several steps: before each it may be left."""

    def before(_decoder: Any, _pieces: Any) -> None:
        _go_on(stop)

    hook = pipe.vae.decoder.register_forward_pre_hook(before)
    try:
        yield
    finally:
        hook.remove()
