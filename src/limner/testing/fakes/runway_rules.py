"""What Runway takes, as its fake checks it: models, their sizes and lengths, words, and a picture as data."""

import base64
import io
from collections.abc import Mapping
from typing import Any, Final

from PIL import Image

_GEN4: Final = frozenset({"1280:720", "720:1280", "1104:832", "960:960", "832:1104", "1584:672"})
_VEO: Final = frozenset({"1280:720", "720:1280", "1080:1920", "1920:1080"})
MODELS: Final[Mapping[str, tuple[frozenset[str], frozenset[int], int]]] = {
    "gen4_turbo": (_GEN4, frozenset(range(2, 11)), 5),
    "gen4.5": (_GEN4, frozenset(range(2, 11)), 12),
    "veo3.1_fast": (_VEO, frozenset({4, 6, 8}), 15),
    "veo3.1": (_VEO, frozenset({4, 6, 8}), 40),
}
"""Sizes, seconds and credits a second."""
_LONGEST_URI: Final = 5 * 2**20
_LONGEST_WORDS: Final = 1000
_VEO_ALONE: Final = frozenset({"audio", "negativePrompt"})
ODD_LOOKS: Final[Mapping[str, tuple[int, bytes, str]]] = {
    "look_limited": (429, b'{"error": "words of a fake"}', "application/json"),
    "look_page": (200, b"<html>a gateway of a fake</html>", "text/html"),
    "look_list": (200, b"[]", "application/json"),
    "look_null": (200, b"null", "application/json"),
    "look_empty": (200, b"{}", "application/json"),
    "look_nonsense": (200, b"{nonsense", "application/json"),
}
"""What the first look at a task may get that says nothing of the task."""
ODD_OUTPUTS: Final[Mapping[str, Any]] = {
    "no_address": [],
    "odd_address": ["https://[bad"],
    "number_address": [7],
    "plain_address": ["http://example.com/clip.mp4"],
}
FILE_STATUS: Final[Mapping[str, int]] = {"expired": 403, "file_broken": 503, "file_moved": 302}


def wrong_field(body: dict[str, Any]) -> str:
    """The first field that the service would not take; "" when it takes them all."""
    if body.get("model") not in MODELS:
        return "model"
    sizes, seconds, _ = MODELS[body["model"]]
    if body.get("ratio") not in sizes or (sizes is not _VEO and body.keys() & _VEO_ALONE):
        return "ratio"
    if body.get("duration") not in seconds:
        return "duration"
    if not 0 < len(body.get("promptText", "").encode("utf-16-le")) // 2 <= _LONGEST_WORDS:
        return "promptText"
    if not 0 <= body.get("seed", 0) < 2**32:
        return "seed"
    return "" if _is_picture(body.get("promptImage", "")) else "promptImage"


def _is_picture(uri: str) -> bool:
    head, _, data = uri.partition(",")
    if head != "data:image/jpeg;base64" or len(uri) > _LONGEST_URI:
        return False
    try:
        Image.open(io.BytesIO(base64.b64decode(data, validate=True))).verify()
    except (OSError, ValueError):
        return False
    return True
