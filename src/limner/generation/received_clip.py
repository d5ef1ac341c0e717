"""What an animator sent back becomes a clip that can be shown, or a plain error."""

import io
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from limner.engine.images import RgbImage
from limner.errors import BadResult

MOST_BYTES: Final = 200 * 2**20
_MOST_PX: Final = 4096 * 4096
_MOST_SECONDS: Final = 60.0
_LEAST_PX: Final = 64
_ADVICE: Final = "Try again, or let this computer move it."


@dataclass(frozen=True, slots=True)
class Footage:
    """What is in a video file: how long it lasts, and its last frame."""

    seconds: float
    last: RgbImage


def received_clip(data: bytes) -> Footage:
    """Read an MP4 file from its first frame to its last; it needs PyAV, which animators' extras bring.

    Raises:
        BadResult: it is no MP4, a huge, tiny, long or broken one.
    """
    if len(data) > MOST_BYTES or data[4:8] != b"ftyp":
        raise BadResult("What came back is no video.", _ADVICE)
    av: Any = import_module("av")
    try:
        with av.open(io.BytesIO(data), mode="r", format="mp4") as container:
            return _footage(container)
    except (av.FFmpegError, ValueError, IndexError):
        raise BadResult("What came back is no video.", _ADVICE) from None


def _footage(container: Any) -> Footage:
    stream = container.streams.video[0]
    if stream.width * stream.height > _MOST_PX or min(stream.width, stream.height) < _LEAST_PX:
        raise BadResult("The video that came back is tiny or huge.", _ADVICE)
    last, ends_s, count = None, 0.0, 0
    for frame in container.decode(stream):
        last, count = frame, count + 1
        ends_s = float(frame.time or 0.0)
        if ends_s > _MOST_SECONDS:
            raise BadResult("The video that came back is too long.", _ADVICE)
    if last is None or count < 2:  # noqa: PLR2004 - a single frame is a picture
        raise BadResult("The video that came back does not move.", _ADVICE)
    # The last frame is shown as long as the others.
    return Footage(round(ends_s * count / (count - 1), 3), RgbImage(last.to_ndarray(format="rgb24")))
