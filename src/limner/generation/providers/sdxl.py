"""Stable Diffusion XL on this machine: it paints over the drawn scene, and looks at the face through an IP-Adapter.

The adapter sees the photo through CLIP; nothing measures a face, so what comes out may be sold.
"""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from limner.generation.abilities import Abilities
from limner.generation.brief import Brief
from limner.generation.diffusion.long_prompt import read_whole
from limner.generation.diffusion.pictures import at_most, covering
from limner.generation.diffusion.provider import DiffusersProvider
from limner.generation.diffusion.sdxl_weights import SDXL, sdxl_weights
from limner.generation.diffusion.settings import DiffusersSettings, ModelSettings
from limner.generation.diffusion.weights import Weights, variant_in

_ADAPTER: Final = "ip-adapter-plus-face_sdxl_vit-h.safetensors"
_SEES: Final = "models/image_encoder"


class SdxlSettings(ModelSettings):
    """`LIMNER_SDXL_*` in the environment."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_SDXL_", frozen=True)

    model: str = SDXL
    steps: int = Field(default=30, ge=1, le=200)

    strength: float = Field(default=0.6, gt=0, le=1)
    """How far the picture may leave the drawn scene."""

    guidance: float = Field(default=6.0, ge=1, le=30)
    """How closely the words are followed."""

    ip_adapter: str = "h94/IP-Adapter"
    """Folder or hub name of the adapter that looks at the face; empty draws without it."""

    face: float = Field(default=0.6, ge=0, le=1)
    """How much the face counts."""


class SdxlProvider(DiffusersProvider):
    """Paints over the scene this computer drew, so that everybody stands and is dressed as arranged."""

    name = "sdxl"
    title = "Stable Diffusion XL"
    multiple_px = 32
    abilities = Abilities(
        goes_to="",
        destination="here",
        licence="personal and commercial",
        reference_pictures=2,
        seed="exact",
        longest_px=1344,
        negative_words=True,
        cancel="stops",
        progress=True,
        terms="The model's licence (Open RAIL++-M) forbids harmful uses, and wants that passed on.",
    )
    _settings: SdxlSettings

    def __init__(self, settings: SdxlSettings | None = None, machine: DiffusersSettings | None = None) -> None:
        super().__init__(settings or SdxlSettings(), machine)

    def weights(self) -> Mapping[str, Weights]:
        """The base model, and the adapter with the CLIP it sees through."""
        needed = {"model": sdxl_weights(self._settings.model, "LIMNER_SDXL_MODEL")}
        if self._settings.ip_adapter:
            files = (f"sdxl_models/{_ADAPTER}", f"{_SEES}/config.json", f"{_SEES}/model.safetensors")
            setting = "LIMNER_SDXL_IP_ADAPTER"
            needed["adapter"] = Weights(self._settings.ip_adapter, setting, files, files, gigabytes=3.4)
        return needed

    def load(self) -> Any:
        """The pipeline with its adapter."""
        folder = self.folder("model")
        pipe = self._machine.part(
            "StableDiffusionXLImg2ImgPipeline",
            folder,
            "float16",
            variant=variant_in(folder),
            add_watermarker=False,
        )
        if self._settings.ip_adapter:
            adapter = self.folder("adapter")
            options = {"image_encoder_folder": _SEES, "local_files_only": True}
            pipe.load_ip_adapter(adapter, subfolder="sdxl_models", weight_name=_ADAPTER, **options)
            pipe.set_ip_adapter_scale(self._settings.face)
        return pipe

    def told(self, pipe: Any, brief: Brief, size_px: tuple[int, int]) -> dict[str, Any]:
        """The whole text, the scene to paint over, and the face to look at."""
        photo, character = brief.of_role("photo"), brief.of_role("character")
        ground = brief.of_role("scene") or photo or character
        face = photo or character or ground
        if ground is None or face is None:
            raise RuntimeError("a brief shows something")
        told = read_whole(pipe, self._machine.library("torch"), brief.plain_prompt, brief.negative)
        told["image"] = covering(ground.image, size_px)
        told["strength"], told["guidance_scale"] = self._settings.strength, self._settings.guidance
        if self._settings.ip_adapter:
            told["ip_adapter_image"] = at_most(face.image, 1.0)
        return told
