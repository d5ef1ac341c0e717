"""A face as InstantID is told it: 512 numbers of who it is, and five points of where it goes."""

import contextlib
import importlib.util
import io
from pathlib import Path
from typing import Any, Final, cast

import numpy as np
from PIL import Image, ImageDraw

from limner.engine.arrays import F32, Points
from limner.engine.images import RgbImage
from limner.errors import NoFace, NotConfigured, Unsuited
from limner.faces.find import find_faces

_PACK: Final = "antelopev2"
_PACK_FILES: Final = ("scrfd_10g_bnkps.onnx", "glintr100.onnx")
"""The pack's detector and what tells faces apart; nothing else of it is used."""
_LEFT_EYE, _RIGHT_EYE, _NOSE, _MOUTH = 468, 473, 1, (61, 291)
"""Points of the face mesh; left is the picture's left."""
_COLORS: Final = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (255, 0, 255))
"""Eyes, nose and mouth in the colours IdentityNet was taught."""
_LINE_PX, _DOT_PX, _DIM = 8, 10, 0.6


def check_faces_ready(folder: Path | None) -> None:
    """Return when InsightFace and its pack are on this machine.

    Raises:
        NotConfigured: they are not.
    """
    if importlib.util.find_spec("insightface") is None:
        raise NotConfigured(
            "InstantID needs InsightFace, which Limner does not install.",
            "If its licence allows what you do: pip install insightface onnxruntime",
        )
    if folder is None or not all((folder / "models" / _PACK / name).is_file() for name in _PACK_FILES):
        raise NotConfigured(
            f"InstantID needs InsightFace's pack {_PACK}, which is not on this machine.",
            f"Put {' and '.join(_PACK_FILES)} into FOLDER/models/{_PACK}; set LIMNER_INSTANTID_INSIGHTFACE to FOLDER.",
        )


def who_it_is(photo: RgbImage, folder: Path) -> F32:
    """The 512 numbers of the largest face.

    Raises:
        Unsuited: InsightFace finds no face.
    """
    analysis: Any = importlib.import_module("insightface.app").FaceAnalysis
    with contextlib.redirect_stdout(io.StringIO()):
        seer = analysis(name=_PACK, root=str(folder), allowed_modules=["detection", "recognition"])
        seer.prepare(ctx_id=0, det_size=(640, 640))
        faces = seer.get(np.ascontiguousarray(photo.pixels[:, :, ::-1]))
    if not faces:
        raise Unsuited("InstantID finds no face.", "It needs a photo that shows the face from the front.")
    largest = max(faces, key=lambda face: (face.bbox[2] - face.bbox[0]) * (face.bbox[3] - face.bbox[1]))
    return np.asarray(largest.embedding, np.float32)


def where_it_goes(picture: RgbImage) -> Points:
    """Eyes, nose and corners of the mouth of the largest face, shape (5, 2), in pixels.

    Raises:
        Unsuited: the picture shows no face that can be found.
    """
    try:
        mesh = find_faces(picture)[0].mesh_px[:, :2]
    except NoFace:
        raise Unsuited(
            "InstantID finds no face in the drawn scene.", "Choose a scene or a pose that shows the face larger."
        ) from None
    return np.array([mesh[_LEFT_EYE], mesh[_RIGHT_EYE], mesh[_NOSE], mesh[_MOUTH[0]], mesh[_MOUTH[1]]])


def marked(points: Points, size_px: tuple[int, int]) -> Image.Image:
    """The picture IdentityNet reads: black, with a dot for each of five points and dim lines to the nose."""
    canvas = Image.new("RGB", size_px)
    pen = ImageDraw.Draw(canvas)
    spots = [(float(x), float(y)) for x, y in points]
    for spot, color in ((spots[at], _COLORS[at]) for at in (0, 1, 3, 4)):
        dim = tuple(int(part * _DIM) for part in color)
        pen.line([spot, spots[2]], fill=cast("tuple[int, int, int]", dim), width=_LINE_PX)
    for (x, y), color in zip(spots, _COLORS, strict=True):
        pen.ellipse((x - _DOT_PX, y - _DOT_PX, x + _DOT_PX, y + _DOT_PX), fill=color)
    return canvas
