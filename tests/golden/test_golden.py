"""Golden pictures of the sample photo, one for each style, compared by structural similarity (SSIM).

Remake them on purpose with `LIMNER_REMAKE_GOLDEN=1 pytest tests/golden`, and look at each before you commit it.
A picture that fails is kept beside its golden one in out/golden.
"""

import io
import os
from pathlib import Path
from typing import Final, cast

import numpy as np
import pytest
from PIL import Image
from skimage.metrics import structural_similarity  # pyright: ignore[reportUnknownVariableType]

from limner import model_files
from limner.catalog import registry
from limner.engine.arrays import U8
from limner.generation.from_photo import Wish, draw_photo
from limner.generation.registry import provider

_HERE: Final = Path(__file__).parent
_FAILED: Final = Path("out/golden")
_SCENE: Final = {"storybook": "moon", "comic": "forest", "watercolor": "forest", "paper-cut": "forest"}
_LEAST_SIMILARITY: Final = {
    "storybook": 0.98,
    "comic": 0.97,
    "watercolor": 0.95,
    "paper-cut": 0.95,
    "soft-3d": 0.97,
    "anime": 0.97,
    "watercolor-portrait": 0.95,
    "pencil-portrait": 0.95,
    "comic-portrait": 0.97,
    "soft-3d-portrait": 0.97,
}
"""Looser where paper and pigment noise would answer a harmless change of a library with other grains."""


@pytest.mark.parametrize("style", [style.name for style in registry.styles()])
def test_the_sample_looks_as_it_did(style: str) -> None:
    photo = model_files.path("sample-astronaut.png").read_bytes()
    template = registry.template(_SCENE.get(style, "moon"))
    wish = Wish(registry.style(style), template, size_px=480, seed=1, file_type="png")
    drawn = draw_photo(photo, wish, provider("local")).data
    golden = _HERE / f"{style}.png"
    if os.environ.get("LIMNER_REMAKE_GOLDEN"):
        golden.write_bytes(drawn)
        return
    with Image.open(golden) as expected, Image.open(io.BytesIO(drawn)) as actual:
        similarity = _similarity(np.asarray(expected.convert("RGB")), np.asarray(actual.convert("RGB")))
    if similarity < _LEAST_SIMILARITY[style]:
        _FAILED.mkdir(parents=True, exist_ok=True)
        (_FAILED / f"{style}.png").write_bytes(drawn)
    assert similarity >= _LEAST_SIMILARITY[style]


def _similarity(expected: U8, actual: U8) -> float:
    # scikit-image's result type depends on its flags, which its stubs don't follow.
    return float(cast("float", structural_similarity(expected, actual, channel_axis=2)))
