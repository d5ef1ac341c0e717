"""The files an artwork is kept as."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from limner.engine import opencv
from limner.engine.codec import encode_png, encode_webp
from limner.engine.images import RgbImage
from limner.engine.motion.encode import encode_loop
from limner.gallery.artwork import RenditionSize
from limner.generation.animate import character_frames, picture_frames
from limner.generation.provider import DrawRequest
from limner.generation.registry import LOCAL
from limner.jobs.at_work import there
from limner.jobs.order import DrawOrder

_THUMB_PX: Final = 480
_SCREEN_PX: Final = 1440
_BLUR_PX: Final = 12


def renditions_of(drawing: RgbImage) -> tuple[dict[RenditionSize, bytes], str]:
    """The files an artwork is kept as, and the few bytes shown while they load."""
    blur = base64.b64encode(encode_webp(_at_most(drawing, _BLUR_PX), quality=40)).decode()
    thumb, screen = (encode_webp(_at_most(drawing, width), quality=85) for width in (_THUMB_PX, _SCREEN_PX))
    return {"thumb": thumb, "screen": screen, "print": encode_png(drawing)}, blur


def loop_file(
    request: DrawRequest | None, drawing: RgbImage, order: DrawOrder, advance: Callable[[float], None]
) -> bytes:
    """The drawing as a loop: what this computer draws from numbers moves on its rig, any other by its painted face.

    `advance` is told the share that is done, 0..1; what it raises ends the work.
    """
    motion = there(order.motion)
    loop = motion.loop()
    if request is not None and order.provider == LOCAL and request.style.look is not None:
        frames = character_frames(replace(request, size_px=motion.size_px), request.style.look, loop)
    else:
        frames = picture_frames(drawing, loop, motion.size_px)
    drawn: list[RgbImage] = []
    for frame in frames:
        drawn.append(frame)
        advance(len(drawn) / (loop.frame_count + 1))
    return encode_loop(drawn, loop.fps, "webp")


def _at_most(image: RgbImage, width_px: int) -> RgbImage:
    if image.width_px <= width_px:
        return image
    height_px = max(1, round(image.height_px * width_px / image.width_px))
    return RgbImage(opencv.resize(image.pixels, width_px, height_px, "area"))
