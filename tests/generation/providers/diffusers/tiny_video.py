"""Stable Video Diffusion with tiny random weights: real classes, real files, no clip worth seeing."""

from importlib import import_module
from pathlib import Path
from typing import Any

# Not imported by statements: types are checked where they are not installed, too.
torch: Any = import_module("torch")
diffusers: Any = import_module("diffusers")
transformers: Any = import_module("transformers")

FRAMES = 3


def _unet() -> Any:
    return diffusers.UNetSpatioTemporalConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=32,
        in_channels=8,
        out_channels=4,
        down_block_types=("CrossAttnDownBlockSpatioTemporal", "DownBlockSpatioTemporal"),
        up_block_types=("UpBlockSpatioTemporal", "CrossAttnUpBlockSpatioTemporal"),
        cross_attention_dim=32,
        num_attention_heads=8,
        projection_class_embeddings_input_dim=96,
        addition_time_embed_dim=32,
        num_frames=FRAMES,
    )


def _eyes() -> Any:
    """The pipeline shows it pictures 224 pixels wide."""
    return transformers.CLIPVisionModelWithProjection(
        transformers.CLIPVisionConfig(
            hidden_size=32,
            projection_dim=32,
            num_hidden_layers=2,
            num_attention_heads=4,
            image_size=224,
            intermediate_size=37,
            patch_size=32,
        )
    )


def write_video(folder: Path) -> None:
    """The model that makes three frames."""
    torch.manual_seed(6)
    diffusers.StableVideoDiffusionPipeline(
        vae=diffusers.AutoencoderKLTemporalDecoder(
            block_out_channels=[32, 64],
            down_block_types=["DownEncoderBlock2D"] * 2,
            latent_channels=4,
            sample_size=32,
        ),
        image_encoder=_eyes(),
        unet=_unet(),
        scheduler=diffusers.EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            interpolation_type="linear",
            num_train_timesteps=1000,
            prediction_type="v_prediction",
            sigma_max=700.0,
            sigma_min=0.002,
            steps_offset=1,
            timestep_spacing="leading",
            timestep_type="continuous",
            trained_betas=None,
            use_karras_sigmas=True,
        ),
        feature_extractor=transformers.CLIPImageProcessor(crop_size=224, size=224),
    ).save_pretrained(folder)
