"""Stable Diffusion XL's own weights, which two providers build on."""

from pathlib import Path
from typing import Final

from limner.generation.diffusion.weights import Weights

SDXL: Final = "stabilityai/stable-diffusion-xl-base-1.0"


def sdxl_weights(place: str, setting: str) -> Weights:
    """Where the base model is; of the hub's, the half as large files."""
    needed = ("model_index.json", "unet/config.json")
    return Weights(place, setting, needed, ("*.json", "*.txt", "*/*.fp16.safetensors"), gigabytes=7)


def sdxl_variant(folder: str) -> str | None:
    """Which of the files beside each other to read: the short ones, where there are any."""
    return "fp16" if any(Path(folder, "unet").glob("*.fp16*.safetensors")) else None
