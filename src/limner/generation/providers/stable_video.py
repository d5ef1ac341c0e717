"""Stable Video Diffusion on this machine: a finished picture moves, a few seconds, by itself. It is told no words."""

import asyncio
import json
import math
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from PIL import Image
from pydantic import Field
from pydantic_settings import SettingsConfigDict

from limner.engine.images import RgbImage
from limner.engine.motion.encode import encode_loop
from limner.generation.abilities import Abilities, Licence
from limner.generation.clip import Clip, ClipRequest
from limner.generation.diffusion.maker import DiffusersMaker
from limner.generation.diffusion.pictures import not_empty
from limner.generation.diffusion.settings import DiffusersSettings, ModelSettings
from limner.generation.diffusion.weights import Weights, variant_in
from limner.generation.provider import Errand
from limner.generation.still import nearest_aspect, still

_ASPECTS: Final = ((16, 9), (9, 16), (1, 1))
_MULTIPLE_PX: Final = 64
"""Eight pixels are one number of the model, and it halves them three times."""
_XT_FRAMES: Final = 25
_FRAMES: Final = 14


class StableVideoSettings(ModelSettings):
    """`LIMNER_STABLE_VIDEO_*` in the environment."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_STABLE_VIDEO_", frozen=True)

    model: str = "stabilityai/stable-video-diffusion-img2vid-xt"
    steps: int = Field(default=25, ge=1, le=200)

    megapixels: float = Field(default=0.59, ge=0.001, le=4)
    """Size of a frame; by default that of the pictures the model knows: 1024 x 576, and 768 x 768."""

    licence: Licence = "personal"
    """What the licence of the weights lets the people of this house do with their clips."""

    frames: int | None = Field(default=None, ge=2, le=50)
    """How many; by default as many as the model learned to make, 14 or (xt) 25."""

    fps: int = Field(default=7, ge=5, le=14)
    """Frames a second, which the model is told, too: with more of them it moves less from one to the next."""

    motion: int = Field(default=60, ge=1, le=255)
    """How much moves. 127 is usual for films; a face stays itself where less does."""

    noise: float = Field(default=0.02, ge=0, le=1)
    """Noise laid over the picture before: with more of it, more moves, and less stays as it was."""

    decoded_at_once: int = Field(default=4, ge=1, le=50)
    """Frames made visible at a time; fewer need less memory, and may flicker."""


class StableVideo(DiffusersMaker):
    """Lets a picture move as the model thinks fit."""

    name = "stable-video"
    title = "Stable Video Diffusion"
    packages = (*DiffusersMaker.packages, "av")
    _settings: StableVideoSettings

    def __init__(self, settings: StableVideoSettings | None = None, machine: DiffusersSettings | None = None) -> None:
        own = settings or StableVideoSettings()
        super().__init__(own, machine)
        self._frames = own.frames or _learned_frames(own.model)

    @property
    def abilities(self) -> Abilities:
        """By the settings; there is one length."""
        own = self._settings
        return Abilities(
            goes_to="",
            destination="here",
            licence=own.licence,
            reference_pictures=1,
            seed="exact",
            longest_px=max(max(_size_px(one, own.megapixels)) for one in _ASPECTS),
            aspects=_ASPECTS,
            clip_seconds=(round(self._frames / own.fps, 2),),
            most_people=4,
            takes_words=False,
            cancel="stops",
            progress=True,
            terms="The weights are under Stability AI's community licence: whoever earns money by clips must see"
            " whether it allows that.",
        )

    def weights(self) -> Mapping[str, Weights]:
        """The whole model in one repository; of the hub's, the half as large files."""
        place, setting = self._settings.model, "LIMNER_STABLE_VIDEO_MODEL"
        needed = ("model_index.json", "unet/config.json")
        return {"model": Weights(place, setting, needed, ("*.json", "*/*.fp16.safetensors"), gigabytes=4.5)}

    def load(self) -> Any:
        """The pipeline."""
        folder = self.folder("model")
        return self._machine.part("StableVideoDiffusionPipeline", folder, "float16", variant=variant_in(folder))

    async def animate(self, request: ClipRequest, errand: Errand) -> Clip:
        """Make a clip on this machine, when its turn comes."""
        begun_s = time.monotonic()
        await asyncio.to_thread(self.check_ready)
        size_px = _size_px(nearest_aspect(request.picture, _ASPECTS), self._settings.megapixels)
        picture = await asyncio.to_thread(still, request.picture, *size_px)
        made = await self.made(lambda _: self._told(picture), request.seed, errand)
        data, last = await asyncio.to_thread(_filmed, made.frames[0], self._settings.fps)
        return Clip(
            data,
            last,
            round(self._frames / self._settings.fps, 3),
            self.name,
            self.weights()["model"].title,
            seed=request.seed,
            duration_s=round(time.monotonic() - begun_s, 3),
        )

    def _told(self, picture: RgbImage) -> dict[str, Any]:
        own = self._settings
        return {
            "image": Image.fromarray(picture.pixels),
            "width": picture.width_px,
            "height": picture.height_px,
            "num_frames": self._frames,
            "fps": own.fps,
            "motion_bucket_id": own.motion,
            "noise_aug_strength": own.noise,
            "decode_chunk_size": own.decoded_at_once,
        }


def _learned_frames(model: str) -> int:
    """How many the model learned to make at once: a folder says it, of the hub's the name does."""
    try:
        config = json.loads(Path(model).expanduser().joinpath("unet/config.json").read_text())
        return int(config["num_frames"])
    except (OSError, ValueError, KeyError, TypeError):
        return _XT_FRAMES if "xt" in model.lower() else _FRAMES


def _size_px(aspect: tuple[int, int], megapixels: float) -> tuple[int, int]:
    """Width and height of a frame."""
    unit_px = math.sqrt(megapixels * 1_000_000 / (aspect[0] * aspect[1]))
    wide, high = (max(1, round(side * unit_px / _MULTIPLE_PX)) * _MULTIPLE_PX for side in aspect)
    return wide, high


def _filmed(frames: list[Image.Image], fps: int) -> tuple[bytes, RgbImage]:
    """The frames as an MP4 file, and the last of them."""
    pictures = [not_empty(one) for one in frames]
    return encode_loop(pictures, fps, "mp4"), pictures[-1]
