"""What a model that begins with a picture and follows words needs of a request."""

import math
import re
from typing import Final

from limner.engine.images import RgbImage
from limner.errors import PhotoGone
from limner.generation.brief import Brief
from limner.generation.provider import DrawRequest

_STEP_PX: Final = 8
"""Models draw in cells of so many pixels."""


def start_picture(request: DrawRequest, brief: Brief) -> RgbImage:
    """The drawn scene, or the photo where a portrait is painted from it.

    Raises:
        PhotoGone: a portrait, and the photo is gone.
    """
    found = brief.of_role("photo" if request.style.family == "portrait" else "scene")
    if found is None:
        raise PhotoGone(
            f"{request.style.title} is painted from the photo, which is no longer kept.",
            "Upload the photo again, or choose a character style.",
        )
    return found.image


def canvas_px(request: DrawRequest, side_px: int) -> tuple[int, int]:
    """Width and height in the request's proportions, multiples of 8, with about `side_px`² pixels."""
    slim = math.sqrt(request.height_px / request.size_px)
    return round(side_px / slim / _STEP_PX) * _STEP_PX, round(side_px * slim / _STEP_PX) * _STEP_PX


def plain_words(text: str) -> str:
    """The text without what programs around CLIP read as orders: weights in brackets, `<lora:...>`, BREAK and AND."""
    bare = re.sub(r"[()\[\]{}<>|\\]", " ", text)
    bare = re.sub(r"\b(BREAK|AND)\b", lambda word: word[0].lower(), bare)
    return re.sub(r"\s+", " ", bare).strip()
