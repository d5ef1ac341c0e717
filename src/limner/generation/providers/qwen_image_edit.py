"""Qwen-Image-Edit on this machine: told in words, it draws anew from photo, character and scene."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from limner.generation.abilities import Abilities
from limner.generation.brief import Brief
from limner.generation.diffusion.pictures import at_most
from limner.generation.diffusion.provider import DiffusersProvider
from limner.generation.diffusion.settings import DiffusersSettings, ModelSettings
from limner.generation.diffusion.weights import PIPELINE_FILES, Weights


class QwenImageEditSettings(ModelSettings):
    """`LIMNER_QWEN_IMAGE_EDIT_*` in the environment."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_QWEN_IMAGE_EDIT_", frozen=True)

    model: str = "Qwen/Qwen-Image-Edit-2511"
    steps: int = Field(default=40, ge=1, le=200)

    guidance: float = Field(default=4.0, ge=1, le=30)
    """How closely the words are followed."""


class QwenImageEditProvider(DiffusersProvider):
    """Looks at three pictures at most: of two people it sees the photos and the scene."""

    name = "qwen-image-edit"
    title = "Qwen-Image-Edit"
    multiple_px = 16
    packages = (*DiffusersProvider.packages, "torchvision")
    abilities = Abilities(
        goes_to="",
        destination="here",
        licence="personal and commercial",
        reference_pictures=3,
        seed="exact",
        longest_px=1344,
        most_people=2,
        negative_words=True,
        cancel="stops",
        progress=True,
    )
    _settings: QwenImageEditSettings

    def __init__(self, settings: QwenImageEditSettings | None = None, machine: DiffusersSettings | None = None) -> None:
        super().__init__(settings or QwenImageEditSettings(), machine)

    def weights(self) -> Mapping[str, Weights]:
        """The whole model in one repository."""
        place, setting = self._settings.model, "LIMNER_QWEN_IMAGE_EDIT_MODEL"
        return {"model": Weights(place, setting, ("model_index.json",), PIPELINE_FILES, gigabytes=58)}

    def load(self) -> Any:
        """The pipeline that takes several pictures."""
        return self._machine.part("QwenImageEditPlusPipeline", self.folder("model"), "bfloat16")

    def told(self, pipe: Any, brief: Brief, size_px: tuple[int, int]) -> dict[str, Any]:
        """Words and pictures as they are; the pipeline numbers the pictures as the words do."""
        del pipe
        return {
            "image": [at_most(one.image, 1.0) for one in brief.references],
            "prompt": brief.prompt,
            "negative_prompt": brief.negative,
            "true_cfg_scale": self._settings.guidance,
            "width": size_px[0],
            "height": size_px[1],
        }
