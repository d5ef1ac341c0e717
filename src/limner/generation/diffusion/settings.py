"""What an operator says about this machine, once for all its models."""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class DiffusersSettings(BaseSettings):
    """`LIMNER_DIFFUSERS_*` in the environment."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_DIFFUSERS_", frozen=True)

    device: Literal["auto", "cuda", "mps", "cpu"] = "auto"
    """Where models draw; by itself a CUDA card, else Apple's, else the processor."""

    offload: Literal["none", "model", "layers"] = "model"
    """What waits in the machine's memory while it is not used on a CUDA card: nothing (fastest), whole parts of the
    model, or every layer (fits nearly any card, and is slow)."""

    download: bool = False
    """Whether missing weights may be fetched from the Hugging Face hub; otherwise no network is asked for anything."""


class ModelSettings(BaseSettings):
    """What each model is told; its own file says which variables."""

    model: str
    """A folder with the weights, or their name on the Hugging Face hub."""

    steps: int = Field(ge=1, le=200)
    """More steps are slower and finer."""

    megapixels: float = Field(default=1.0, ge=0.001, le=4)
    """Size of what is drawn; models know about 1 best, less needs less memory."""
