"""Frames to one file that loops: WebP and GIF by Pillow, WebM and MP4 by PyAV where that is installed."""

import io
from collections.abc import Sequence
from fractions import Fraction
from importlib import import_module
from typing import Any, Final, Literal, get_args

import numpy as np
from PIL import Image

from limner.engine.arrays import F32, U8
from limner.engine.images import RgbImage
from limner.engine.paint.edge_aware import as_f32
from limner.errors import ExtraMissing

LoopType = Literal["webp", "gif", "webm", "mp4"]
LOOP_TYPES: Final[tuple[LoopType, ...]] = get_args(LoopType)

_PALETTE_FRAMES: Final = 6
_BAYER: Final = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47
_DITHER: Final = 14.0
_CODECS: Final[dict[LoopType, tuple[str, dict[str, str]]]] = {
    "mp4": ("libx264", {"crf": "20", "preset": "medium"}),
    "webm": ("libvpx-vp9", {"crf": "31", "b": "0", "deadline": "good", "cpu-used": "5", "row-mt": "1"}),
}


def encode_loop(frames: Sequence[RgbImage], fps: int, file_type: LoopType) -> bytes:
    """All frames, equally large, as the bytes of one file.

    Raises:
        ExtraMissing: a video was asked for, and PyAV is not installed.
    """
    if file_type == "webp":
        return _pillow([Image.fromarray(frame.pixels) for frame in frames], fps, "WEBP", _WEBP)
    if file_type == "gif":
        return _pillow(_in_one_palette(frames), fps, "GIF", {"optimize": False, "disposal": 1})
    return _video(frames, fps, file_type)


def check_loop_type(file_type: LoopType) -> None:
    """Say before the work starts that a file can't be written.

    Raises:
        ExtraMissing: a video was asked for, and PyAV is not installed.
    """
    if file_type in _CODECS:
        _pyav()


_WEBP: Final = {"quality": 82, "method": 2, "minimize_size": True, "allow_mixed": False}


def _pillow(frames: Sequence[Image.Image], fps: int, kind: str, options: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    first, *others = frames
    first.save(buffer, kind, save_all=True, append_images=others, duration=round(1000 / fps), loop=0, **options)
    return buffer.getvalue()


def _in_one_palette(frames: Sequence[RgbImage]) -> list[Image.Image]:
    """Frames in the 256 colours that serve all of them, dithered by a pattern that stands still."""
    chosen = frames[:: max(1, len(frames) // _PALETTE_FRAMES)]
    montage = np.concatenate([frame.pixels[::2, ::2] for frame in chosen])
    palette = Image.fromarray(montage).quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    height, width = frames[0].height_px, frames[0].width_px
    pattern = as_f32(np.tile(_BAYER * _DITHER, (height // 4 + 1, width // 4 + 1))[:height, :width, None])
    return [
        Image.fromarray(_dithered(frame.pixels, pattern)).quantize(palette=palette, dither=Image.Dither.NONE)
        for frame in frames
    ]


def _dithered(pixels: U8, pattern: F32) -> U8:
    return np.clip(pixels + pattern, 0, 255).astype(np.uint8)


def _pyav() -> Any:
    try:
        return import_module("av")
    except ImportError as error:
        raise ExtraMissing(
            "Writing MP4 and WebM needs a package.", "pip install 'limner[video]', or end the name in .webp or .gif."
        ) from error


def _video(frames: Sequence[RgbImage], fps: int, file_type: LoopType) -> bytes:
    codec, options = _CODECS[file_type]
    buffer = io.BytesIO()
    with _pyav().open(buffer, "w", format=file_type) as container:
        stream = container.add_stream(codec, rate=Fraction(fps), options=options)
        # Colour is stored at half the resolution, which needs even sides.
        stream.width, stream.height = frames[0].width_px // 2 * 2, frames[0].height_px // 2 * 2
        stream.pix_fmt = "yuv420p"
        for frame in frames:
            even = np.ascontiguousarray(frame.pixels[: stream.height, : stream.width])
            container.mux(stream.encode(_pyav().VideoFrame.from_ndarray(even, format="rgb24")))
        container.mux(stream.encode(None))
    return buffer.getvalue()
