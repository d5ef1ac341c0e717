"""Where a model's weights are on this machine, and what to do when they are not."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from limner.errors import ModelFileMissing
from limner.generation.diffusion.machine import Machine

PIPELINE_FILES: Final = ("*.json", "*.txt", "*.jinja", "*/*.safetensors")
"""A pipeline's parts; not the one file beside them that some repositories hold too."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder, or the name of a repository whose files are in the hub's cache.

    `setting` is the variable that says so, `needed` files without which the others are of no use, `files` the patterns
    of what is fetched from the hub, `gigabytes` about how much that is.
    """

    place: str
    setting: str
    needed: tuple[str, ...]
    files: tuple[str, ...]
    gigabytes: float

    @property
    def title(self) -> str:
        """Their name, without where they lie."""
        return Path(self.place).name if self._is_path else self.place

    @property
    def _is_path(self) -> bool:
        own = Path(self.place).expanduser()
        return own.is_absolute() or own.is_dir()

    def folder(self, machine: Machine) -> Path:
        """Where they are; fetched first where that is allowed.

        Raises:
            ModelFileMissing: they are not there.
        """
        found = Path(self.place).expanduser() if self._is_path else self._cached(machine)
        if found is None or not all((found / name).is_file() for name in self.needed):
            raise ModelFileMissing(f"The weights {self.title} are not on this machine.", self.advice())
        return found

    def advice(self) -> str:
        """What the operator does to have them."""
        if self._is_path:
            return f"Put {', '.join(self.needed)} and their parts there, or set {self.setting} to another folder."
        patterns = " ".join(f'--include "{pattern}"' for pattern in self.files)
        return (
            f"Fetch about {self.gigabytes:g} GB: hf download {self.place} {patterns}"
            f" (or set {self.setting} to a folder that holds them)."
        )

    def _cached(self, machine: Machine) -> Path | None:
        only_here = not machine.settings.download
        hub = machine.library("huggingface_hub")
        try:
            found = hub.snapshot_download(self.place, allow_patterns=list(self.files), local_files_only=only_here)
        except (OSError, ValueError):
            return None
        return Path(found)


def variant_in(folder: str) -> str | None:
    """Which of the files beside each other to read: the short ones, where there are any."""
    return "fp16" if any(Path(folder, "unet").glob("*.fp16*.safetensors")) else None
