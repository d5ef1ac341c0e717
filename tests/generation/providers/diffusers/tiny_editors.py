"""FLUX.2 klein and Qwen-Image-Edit with tiny random weights: real classes, real files, no picture worth seeing."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.generation.providers.diffusers.tiny_sdxl import bytes_as_symbols

torch: Any = import_module("torch")
diffusers: Any = import_module("diffusers")
transformers: Any = import_module("transformers")

_MARKS = (
    "<|endoftext|>",
    "<|im_start|>",
    "<|im_end|>",
    "<|vision_start|>",
    "<|vision_end|>",
    "<|vision_pad|>",
    "<|image_pad|>",
    "<|video_pad|>",
)
_CHAT = "{% for one in messages %}<|im_start|>{{ one['role'] }}\n{{ one['content'] }}<|im_end|>\n{% endfor %}"


def _tokenizer(folder: Path) -> Any:
    """Reads every byte as a token of its own, and the marks Qwen's models know."""
    folder.mkdir(parents=True, exist_ok=True)
    words = [*bytes_as_symbols(), *_MARKS]
    (folder / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    found = transformers.Qwen2TokenizerFast(
        vocab=str(folder / "vocab.json"), merges=str(folder / "merges.txt"), additional_special_tokens=list(_MARKS[1:])
    )
    found.chat_template = _CHAT
    return found


def write_klein(folder: Path) -> None:
    """FLUX.2 klein: its text model keeps 28 layers, because the pipeline reads the 9th, the 18th and the 27th."""
    torch.manual_seed(4)
    words = _tokenizer(folder.with_name("qwen-words"))
    config = transformers.Qwen3Config(
        intermediate_size=16,
        hidden_size=16,
        num_hidden_layers=28,
        num_attention_heads=2,
        num_key_value_heads=2,
        vocab_size=len(words),
        max_position_embeddings=512,
    )
    diffusers.Flux2KleinPipeline(
        transformer=diffusers.Flux2Transformer2DModel(
            patch_size=1,
            in_channels=4,
            num_layers=1,
            num_single_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=48,
            timestep_guidance_channels=256,
            axes_dims_rope=[4, 4, 4, 4],
            guidance_embeds=False,
        ),
        text_encoder=transformers.Qwen3ForCausalLM(config),
        tokenizer=words,
        vae=diffusers.AutoencoderKLFlux2(
            sample_size=32,
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            block_out_channels=(4, 4, 4, 4),
            layers_per_block=1,
            latent_channels=1,
            norm_num_groups=1,
            use_quant_conv=False,
            use_post_quant_conv=False,
        ),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        is_distilled=True,
    ).save_pretrained(folder)


class _Reader(transformers.Qwen2VLProcessor):
    """Without the part that reads films, which the pipeline never asks: it needs torchvision."""

    def check_argument_for_proper_class(self, argument_name: str, argument: object) -> type:
        """Whatever it is, it is right."""
        del argument_name
        return type(argument)


def make_qwen(folder: Path) -> Any:
    """Qwen-Image-Edit for several pictures, in memory: its files are read with torchvision only."""
    torch.manual_seed(5)
    words = _tokenizer(folder.with_name("qwen-words"))
    marks = {name: words.convert_tokens_to_ids(name) for name in _MARKS}
    config = transformers.Qwen2_5_VLConfig(
        text_config={
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "num_key_value_heads": 2,
            "vocab_size": len(words),
            "rope_scaling": {"mrope_section": [1, 1, 2], "rope_type": "default", "type": "default"},
            "rope_theta": 1000000.0,
        },
        vision_config={
            "depth": 2,
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_heads": 2,
            "out_hidden_size": 16,
            "fullatt_block_indexes": [1],
        },
        vocab_size=len(words),
        image_token_id=marks["<|image_pad|>"],
        video_token_id=marks["<|video_pad|>"],
        vision_start_token_id=marks["<|vision_start|>"],
        vision_end_token_id=marks["<|vision_end|>"],
        vision_token_id=marks["<|vision_pad|>"],
    )
    return diffusers.QwenImageEditPlusPipeline(
        transformer=diffusers.QwenImageTransformer2DModel(
            patch_size=2,
            in_channels=16,
            out_channels=4,
            num_layers=2,
            attention_head_dim=16,
            num_attention_heads=3,
            joint_attention_dim=16,
            guidance_embeds=False,
            axes_dims_rope=(8, 4, 4),
        ),
        vae=diffusers.AutoencoderKLQwenImage(
            base_dim=24,
            z_dim=4,
            dim_mult=[1, 2, 4],
            num_res_blocks=1,
            temperal_downsample=[False, True],
            latents_mean=[0.0] * 4,
            latents_std=[1.0] * 4,
        ),
        text_encoder=transformers.Qwen2_5_VLForConditionalGeneration(config),
        tokenizer=words,
        processor=_Reader(
            image_processor=transformers.Qwen2VLImageProcessorPil(), tokenizer=words, chat_template=_CHAT
        ),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
    )
