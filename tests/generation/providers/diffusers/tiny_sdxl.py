"""Stable Diffusion XL and its adapters with tiny random weights: real classes, real files, no picture worth seeing."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

# Not imported by statements: types are checked where they are not installed, too.
torch: Any = import_module("torch")
diffusers: Any = import_module("diffusers")
transformers: Any = import_module("transformers")
embeddings: Any = import_module("diffusers.models.embeddings")
files: Any = import_module("safetensors.torch")

WIDE = 64
"""Numbers per token of both text encoders together."""


def bytes_as_symbols() -> list[str]:
    """The 256 symbols that stand for bytes in the vocabularies of GPT-2 and CLIP."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    return [chr(byte) for byte in plain] + [chr(256 + number) for number in range(256 - len(plain))]


def tokenizer(folder: Path) -> Any:
    """Reads every byte as a token of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    symbols = bytes_as_symbols()
    words = [*symbols, *(f"{one}</w>" for one in symbols), "<|startoftext|>", "<|endoftext|>"]
    (folder / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    return transformers.CLIPTokenizer.from_pretrained(folder, model_max_length=77, local_files_only=True)


def _unet() -> Any:
    return diffusers.UNet2DConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=32,
        in_channels=4,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(2, 4),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        transformer_layers_per_block=(1, 2),
        projection_class_embeddings_input_dim=80,
        cross_attention_dim=WIDE,
    )


def _text(kind: Any, projection: int) -> Any:
    config = transformers.CLIPTextConfig(
        hidden_size=32,
        intermediate_size=37,
        num_attention_heads=4,
        num_hidden_layers=2,
        vocab_size=514,
        projection_dim=projection,
        hidden_act="gelu",
        max_position_embeddings=77,
        bos_token_id=512,
        eos_token_id=513,
        pad_token_id=513,
    )
    return kind(config)


def write_sdxl(folder: Path) -> None:
    """The base model."""
    torch.manual_seed(1)
    words = tokenizer(folder.with_name("words"))
    diffusers.StableDiffusionXLPipeline(
        vae=diffusers.AutoencoderKL(
            block_out_channels=[32, 64],
            down_block_types=["DownEncoderBlock2D"] * 2,
            up_block_types=["UpDecoderBlock2D"] * 2,
            latent_channels=4,
            sample_size=128,
        ),
        text_encoder=_text(transformers.CLIPTextModel, 32),
        text_encoder_2=_text(transformers.CLIPTextModelWithProjection, 32),
        tokenizer=words,
        tokenizer_2=words,
        unet=_unet(),
        scheduler=diffusers.EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            steps_offset=1,
            beta_schedule="scaled_linear",
            timestep_spacing="leading",
        ),
    ).save_pretrained(folder)


def _adapter_weights(seen: int) -> dict[str, Any]:
    """As the files of IP-Adapter plus and InstantID name them: image_proj.* and ip_adapter.*."""
    projection = embeddings.IPAdapterPlusImageProjection(
        embed_dims=seen, output_dims=WIDE, hidden_dims=64, heads=1, num_queries=16, ffn_ratio=4
    )
    found = {f"image_proj.{_original(name)}": value for name, value in _with_joint_kv(projection.state_dict()).items()}
    number = 1
    for name in _unet().attn_processors:
        if name.endswith("attn2.processor"):
            hidden = 32 if name.startswith(("down_blocks.0", "up_blocks.1")) else 64
            for which in ("to_k_ip", "to_v_ip"):
                found[f"ip_adapter.{number}.{which}.weight"] = torch.randn(hidden, WIDE) * 0.2
            number += 2
    return found


def _with_joint_kv(state: dict[str, Any]) -> dict[str, Any]:
    joint = {name: value for name, value in state.items() if ".to_v." not in name and ".to_k." not in name}
    for name, value in state.items():
        if ".to_k." in name:
            joint[name.replace("to_k", "to_kv")] = torch.cat([value, state[name.replace("to_k", "to_v")]])
    return joint


def _original(name: str) -> str:
    """How the authors' files call a weight that diffusers calls `name`."""
    for own, theirs in (
        ("attn.to_out.0", "0.to_out"),
        ("attn.", "0."),
        (".ln0", ".0.norm1"),
        (".ln1", ".0.norm2"),
        ("ff.1.net.0.proj", "1.1"),
        ("ff.1.net.2", "1.3"),
        ("ff.0", "1.0"),
    ):
        name = name.replace(own, theirs)
    return name


def write_adapter(folder: Path) -> None:
    """IP-Adapter plus-face with the CLIP it sees through."""
    torch.manual_seed(2)
    (folder / "sdxl_models").mkdir(parents=True)
    files.save_file(_adapter_weights(32), folder / "sdxl_models/ip-adapter-plus-face_sdxl_vit-h.safetensors")
    config = transformers.CLIPVisionConfig(
        hidden_size=32,
        projection_dim=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        image_size=224,
        intermediate_size=37,
        patch_size=32,
    )
    transformers.CLIPVisionModelWithProjection(config).save_pretrained(folder / "models/image_encoder")


def write_instantid(folder: Path) -> None:
    """IdentityNet and the adapter that takes a face's 512 numbers."""
    torch.manual_seed(3)
    net = diffusers.ControlNetModel.from_unet(_unet(), conditioning_embedding_out_channels=(16, 32))
    for layer in [*net.controlnet_down_blocks, net.controlnet_mid_block]:
        torch.nn.init.normal_(layer.weight, std=0.2)  # a new one is silent
    net.save_pretrained(folder / "ControlNetModel")
    flat = _adapter_weights(512)
    nested = {
        part: {name.removeprefix(f"{part}."): value for name, value in flat.items() if name.startswith(f"{part}.")}
        for part in ("image_proj", "ip_adapter")
    }
    torch.save(nested, folder / "ip-adapter.bin")
