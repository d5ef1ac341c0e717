"""Stable Diffusion XL's own weights, which two providers build on."""

from typing import Final

from limner.generation.diffusion.weights import Weights

SDXL: Final = "stabilityai/stable-diffusion-xl-base-1.0"


def sdxl_weights(place: str, setting: str) -> Weights:
    """Where the base model is; of the hub's, the half as large files."""
    needed = ("model_index.json", "unet/config.json")
    return Weights(place, setting, needed, ("*.json", "*.txt", "*/*.fp16.safetensors"), gigabytes=7)
