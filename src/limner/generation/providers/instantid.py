"""InstantID on this machine: SDXL with a face's own numbers instead of a look at it. For research only.

No pipeline of others is needed: InstantID's adapter is built as an IP-Adapter plus that is given 512 numbers, which
diffusers reads; and its IdentityNet is a ControlNet that reads the face where others read the prompt.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from limner.errors import NotConfigured
from limner.generation.abilities import Abilities
from limner.generation.brief import Brief
from limner.generation.diffusion.long_prompt import read_whole
from limner.generation.diffusion.pictures import covering, covering_points
from limner.generation.diffusion.provider import DiffusersProvider
from limner.generation.diffusion.sdxl_weights import SDXL, sdxl_weights
from limner.generation.diffusion.settings import DiffusersSettings, ModelSettings
from limner.generation.diffusion.weights import Weights, variant_in
from limner.generation.providers.instantid_face import check_faces_ready, marked, where_it_goes, who_it_is

_NET: Final = "ControlNetModel"
_ADAPTER: Final = "ip-adapter.bin"


class InstantIdSettings(ModelSettings):
    """`LIMNER_INSTANTID_*` in the environment."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_INSTANTID_", frozen=True)

    research_only: bool = False
    """"yes" says that nobody earns anything by these pictures: the licences of the weights demand it."""

    model: str = SDXL
    steps: int = Field(default=30, ge=1, le=200)

    weights: str = "InstantX/InstantID"
    """Folder or hub name of InstantID's own weights."""

    insightface: Path | None = None
    """Folder in which models/antelopev2 lies."""

    strength: float = Field(default=0.8, gt=0, le=1)
    """How far the picture may leave the drawn scene."""

    guidance: float = Field(default=5.0, ge=1, le=30)
    """How closely the words are followed."""

    face: float = Field(default=0.8, ge=0, le=1.5)
    """How much the face counts."""


class _FaceInstead:
    """Gives IdentityNet the face where the pipeline gives it the prompt."""

    tokens: Any = None

    def __call__(self, _net: Any, args: Any, named: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        words = named["encoder_hidden_states"]
        return args, {**named, "encoder_hidden_states": self.tokens.to(words.device, words.dtype)}


class InstantIdProvider(DiffusersProvider):
    """Paints over the drawn scene as SDXL does, with a stronger likeness."""

    name = "instantid"
    title = "InstantID"
    multiple_px = 32
    abilities = Abilities(
        goes_to="",
        destination="here",
        licence="research",
        reference_pictures=2,
        seed="exact",
        longest_px=1344,
        negative_words=True,
        cancel="stops",
        progress=True,
        terms="InstantID's and InsightFace's weights are for non-commercial research only.",
    )
    _settings: InstantIdSettings

    def __init__(self, settings: InstantIdSettings | None = None, machine: DiffusersSettings | None = None) -> None:
        super().__init__(settings or InstantIdSettings(), machine)
        self._face = _FaceInstead()

    def check_ready(self) -> None:
        """As for every model, after the licence.

        Raises:
            NotConfigured: nobody said that it is for research, or InsightFace is missing.
        """
        if not self._settings.research_only:
            raise NotConfigured(
                "InstantID may be used for non-commercial research only.",
                "Set LIMNER_INSTANTID_RESEARCH_ONLY=yes if that is what you do; else choose another model.",
            )
        check_faces_ready(self._settings.insightface)
        super().check_ready()

    def weights(self) -> Mapping[str, Weights]:
        """The base model, and InstantID's own."""
        files = (f"{_NET}/config.json", f"{_NET}/diffusion_pytorch_model.safetensors", _ADAPTER)
        own = Weights(self._settings.weights, "LIMNER_INSTANTID_WEIGHTS", files, files, gigabytes=4.2)
        return {"model": sdxl_weights(self._settings.model, "LIMNER_INSTANTID_MODEL"), "instantid": own}

    def load(self) -> Any:
        """The base pipeline with IdentityNet and adapter."""
        base, own = self.folder("model"), self.folder("instantid")
        net = self._machine.part("ControlNetModel", own, "float16", subfolder=_NET)
        net.register_forward_pre_hook(self._face, with_kwargs=True)
        pipe = self._machine.part(
            "StableDiffusionXLControlNetImg2ImgPipeline",
            base,
            "float16",
            controlnet=net,
            variant=variant_in(base),
            add_watermarker=False,
        )
        # A pickle, read with weights_only: nothing in it can run.
        pipe.load_ip_adapter(own, subfolder="", weight_name=_ADAPTER, image_encoder_folder=None, local_files_only=True)
        pipe.set_ip_adapter_scale(self._settings.face)
        return pipe

    def told(self, pipe: Any, brief: Brief, size_px: tuple[int, int]) -> dict[str, Any]:
        """The whole text, the scene to paint over, whose face it is and where it goes."""
        seen, folder = brief.of_role("photo") or brief.of_role("character"), self._settings.insightface
        if seen is None or folder is None:
            raise RuntimeError("a brief shows somebody, and check_ready wants the folder")
        ground = (brief.of_role("scene") or seen).image
        torch = self._machine.library("torch")
        face = torch.from_numpy(who_it_is(seen.image, folder))
        # Nobody's face for what the picture is led away from, then theirs: (2, 1 picture, 1 row, 512).
        both = torch.stack([torch.zeros_like(face), face]).to(pipe.unet.dtype).reshape(2, 1, 1, -1)
        self._face.tokens = _read(pipe, torch, both)
        return {
            **read_whole(pipe, torch, brief.plain_prompt, brief.negative),
            "image": covering(ground, size_px),
            "control_image": marked(covering_points(where_it_goes(ground), ground, size_px), size_px),
            "ip_adapter_image_embeds": [both],
            "strength": self._settings.strength,
            "guidance_scale": self._settings.guidance,
            "controlnet_conditioning_scale": self._settings.face,
        }


def _read(pipe: Any, torch: Any, faces: Any) -> Any:
    """The faces as the rows of numbers that take the place of words, (2, 16, width of the words)."""
    adapter = pipe.unet.encoder_hid_proj
    where = next(adapter.parameters()).device
    with torch.no_grad():
        rows = adapter([faces.to(pipe._execution_device if where.type == "meta" else where)])[0]  # noqa: SLF001 - the library's own word for it
    return rows.flatten(1, 2)
