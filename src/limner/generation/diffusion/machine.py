"""This machine as the libraries see it: its card, its numbers, its memory; and no network."""

import os
from importlib import import_module
from typing import Any, Final

from limner.generation.diffusion.settings import DiffusersSettings
from limner.generation.sdk import keep_quiet

_NO_MEMORY: Final = ("out of memory", "not enough memory", "can't allocate memory")
"""What Apple's and processors' allocators say; a CUDA card's raises a type of its own."""


class Machine:
    """Where models are loaded and placed as the operator's settings say."""

    def __init__(self, settings: DiffusersSettings) -> None:
        self.settings = settings

    def library(self, name: str) -> Any:
        """Import a package of the extra, quiet and kept from the network unless fetching is allowed."""
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        if not self.settings.download:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        imported = import_module(name)
        keep_quiet("httpx", "httpcore", "huggingface_hub", "filelock", "urllib3")
        if name in {"diffusers", "transformers"}:
            # Their warnings quote what of a prompt was too long.
            words = import_module(f"{name}.utils.logging")
            words.set_verbosity_error()
            words.disable_progress_bar()
        return imported

    def device(self) -> str:
        """The one that was chosen, else the quickest there is."""
        if self.settings.device != "auto":
            return self.settings.device
        torch = self.library("torch")
        if torch.cuda.is_available():
            return "cuda"
        return "mps" if torch.backends.mps.is_available() else "cpu"

    def part(self, name: str, folder: str, half: str, **options: Any) -> Any:
        """A class of diffusers made from a folder, in short numbers where there is a card."""
        torch = self.library("torch")
        self.library("transformers")
        made = getattr(self.library("diffusers"), name)
        numbers = torch.float32 if self.device() == "cpu" else getattr(torch, half)
        return made.from_pretrained(folder, local_files_only=True, use_safetensors=True, dtype=numbers, **options)

    def place(self, pipe: Any) -> Any:
        """Bring a pipeline to the card, or let its parts come one after the other."""
        pipe.set_progress_bar_config(disable=True)
        if self.device() != "cuda" or self.settings.offload == "none":
            return pipe.to(self.device())
        if self.settings.offload == "layers":
            pipe.enable_sequential_cpu_offload()
            if hasattr(pipe.vae, "use_tiling"):  # a clip's is given a few frames at a time instead
                pipe.vae.enable_tiling()
        else:
            pipe.enable_model_cpu_offload()
        return pipe


def is_no_memory(error: Exception) -> bool:
    """Whether an error says that memory ran out, on whatever machine."""
    said = str(error).lower()
    return type(error).__name__ in {"OutOfMemoryError", "MemoryError"} or any(words in said for words in _NO_MEMORY)
