"""Files that loop: every frame in them, and nothing that stands still flickers."""

import io
from importlib import import_module, util
from typing import Any

import numpy as np
import pytest
from PIL import Image

from limner.engine.images import RgbImage
from limner.engine.motion import encode
from limner.engine.motion.encode import LOOP_TYPES, LoopType, check_loop_type, encode_loop
from limner.errors import ExtraMissing

_FPS = 10


def _frames() -> list[RgbImage]:
    """A ball that crosses a still gradient."""
    shade = np.linspace(30, 220, 97)[None, :] + np.linspace(0, 30, 65)[:, None]
    ground = np.stack([shade, shade * 0.7, 255 - shade], axis=2).clip(0, 255).astype(np.uint8)
    frames: list[RgbImage] = []
    for i in range(8):
        pixels = ground.copy()
        pixels[10:20, 8 + i * 10 : 18 + i * 10] = (250, 240, 40)
        frames.append(RgbImage(pixels))
    return frames


@pytest.mark.parametrize("file_type", ["webp", "gif"])
def test_pictures_loop_for_ever_with_all_their_frames(file_type: LoopType) -> None:
    with Image.open(io.BytesIO(encode_loop(_frames(), _FPS, file_type))) as picture:
        assert (picture.n_frames, picture.info["loop"], picture.size) == (8, 0, (97, 65))  # type: ignore[attr-defined]
        for i, frame in enumerate(_frames()):
            picture.seek(i)
            shown = np.asarray(picture.convert("RGB")).astype(np.int16)
            assert np.abs(shown - frame.pixels).mean() < 9
        picture.load()
        assert picture.info["duration"] == 100


def test_what_stands_still_in_a_gif_does_not_flicker() -> None:
    with Image.open(io.BytesIO(encode_loop(_frames(), _FPS, "gif"))) as picture:
        shown: list[bytes] = []
        for i in range(8):
            picture.seek(i)
            shown.append(np.asarray(picture.convert("RGB"))[30:].tobytes())
    assert len(set(shown)) == 1


@pytest.mark.skipif(not util.find_spec("av"), reason="limner[video] is not installed")
@pytest.mark.parametrize("file_type", ["webm", "mp4"])
def test_videos_hold_every_frame(file_type: LoopType) -> None:
    av: Any = import_module("av")
    with av.open(io.BytesIO(encode_loop(_frames(), _FPS, file_type))) as container:
        shown = [frame.to_ndarray(format="rgb24").astype(np.int16) for frame in container.decode(video=0)]
    assert len(shown) == 8
    for seen, frame in zip(shown, _frames(), strict=True):
        assert np.abs(seen - frame.pixels[:64, :96]).mean() < 16


def test_without_the_extra_the_error_names_the_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(encode, "import_module", missing)
    for file_type in LOOP_TYPES:
        if file_type in {"mp4", "webm"}:
            with pytest.raises(ExtraMissing) as refused:
                check_loop_type(file_type)
            assert "pip install 'limner[video]'" in refused.value.advice
        else:
            check_loop_type(file_type)
