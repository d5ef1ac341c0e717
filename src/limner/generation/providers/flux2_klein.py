"""FLUX.2 [klein] on this machine: quick, told in words, it draws anew from photos, characters and scene."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from limner.generation.abilities import Abilities, Licence
from limner.generation.brief import Brief
from limner.generation.diffusion.pictures import at_most
from limner.generation.diffusion.provider import DiffusersProvider
from limner.generation.diffusion.settings import DiffusersSettings, ModelSettings
from limner.generation.diffusion.weights import PIPELINE_FILES, Weights


class Flux2KleinSettings(ModelSettings):
    """`LIMNER_FLUX2_KLEIN_*` in the environment."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_FLUX2_KLEIN_", frozen=True)

    model: str = "black-forest-labs/FLUX.2-klein-4B"
    steps: int = Field(default=4, ge=1, le=200)

    guidance: float = Field(default=1.0, ge=1, le=30)
    """How closely the words are followed; only the "base" models listen to it, with some 50 steps."""


def _abilities(model: str) -> Abilities:
    """The 4B models are Apache-2.0; the 9B ones may not be used commercially."""
    large = "9b" in model.lower()
    licence: Licence = "personal" if large else "personal and commercial"
    return Abilities(
        goes_to="",
        destination="here",
        licence=licence,
        reference_pictures=4,
        seed="exact",
        longest_px=1344,
        most_people=3,
        cancel="stops",
        progress=True,
        terms="The 9B models are under the FLUX Non-Commercial License." if large else "",
    )


class Flux2KleinProvider(DiffusersProvider):
    """Looks at four pictures at most: of two people it sees the photos, one character and the scene."""

    name = "flux2-klein"
    title = "FLUX.2 klein"
    multiple_px = 16
    _settings: Flux2KleinSettings

    def __init__(self, settings: Flux2KleinSettings | None = None, machine: DiffusersSettings | None = None) -> None:
        super().__init__(settings or Flux2KleinSettings(), machine)
        self.abilities = _abilities(self._settings.model)

    def weights(self) -> Mapping[str, Weights]:
        """The whole model in one repository."""
        place, setting = self._settings.model, "LIMNER_FLUX2_KLEIN_MODEL"
        return {"model": Weights(place, setting, ("model_index.json",), PIPELINE_FILES, gigabytes=16)}

    def load(self) -> Any:
        """The pipeline that draws and edits alike."""
        return self._machine.part("Flux2KleinPipeline", self.folder("model"), "bfloat16")

    def told(self, pipe: Any, brief: Brief, size_px: tuple[int, int]) -> dict[str, Any]:
        """Words and pictures as they are, none larger than what is drawn."""
        del pipe
        return {
            "image": [at_most(one.image, self._settings.megapixels) for one in brief.references],
            "prompt": brief.prompt,
            "guidance_scale": self._settings.guidance,
            "width": size_px[0],
            "height": size_px[1],
        }
