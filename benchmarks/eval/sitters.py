"""Everybody in a folder of photos: each face that can be drawn, measured once."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from limner.characters.character import Character
from limner.engine import opencv
from limner.engine.images import RgbImage
from limner.errors import FaceError
from limner.faces.face import Face
from limner.faces.find import find_faces
from limner.faces.person_mask import people_near
from limner.generation.from_photo import character_of
from limner.generation.provider import Sitting
from limner.photos.intake import accept

SMALLEST_PX: Final = 48
"""A narrower face is not worth drawing, nor can its print be trusted."""
_SUFFIXES: Final = {".jpg", ".jpeg", ".png", ".webp", ".heic", ".avif"}
_REACH: Final = 2.0
"""Side of a head's cut-out, in face boxes."""


@dataclass(frozen=True, slots=True, eq=False)
class Sitter:
    """One face of one photo. `name` is the photo's and, in a group, the face's number; the largest face is 1."""

    name: str
    photo: str
    sitting: Sitting
    character: Character
    seconds: float
    """Time of measuring."""


def photo_paths(folder: Path) -> list[Path]:
    """The photos of a folder, by name."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)


def load_photo(path: Path) -> RgbImage:
    """The photo as Limner works with it."""
    return accept(path.read_bytes()).image


def faces_in(image: RgbImage) -> list[Face]:
    """The faces of a picture, none when there is nobody."""
    try:
        return find_faces(image)
    except FaceError:
        return []


def is_usable(face: Face) -> bool:
    """Whether a face is large and plain enough to count."""
    return face.quality.verdict != "unusable" and face.box.width_px >= SMALLEST_PX


def seat(image: RgbImage, face: Face, faces: Sequence[Face]) -> Sitting:
    """One of the faces of a picture as the sitter."""
    return Sitting(image, face, tuple(other for other in faces if other is not face), people_near(image, face.box))


def sitters_of(path: Path, overrides: Sequence[tuple[str, str]] = ()) -> Iterator[Sitter]:
    """Everybody in one photo, the largest face first."""
    image = load_photo(path)
    faces = faces_in(image)
    for number, face in enumerate(faces, 1):
        if not is_usable(face):
            continue
        started_s = time.perf_counter()
        sitting = seat(image, face, faces)
        character = character_of([sitting], overrides)
        yield Sitter(name_of(path, number, len(faces)), path.stem, sitting, character, time.perf_counter() - started_s)


def name_of(path: Path, number: int, count: int) -> str:
    """What a face is called: its photo, and its number where there are several."""
    return f"{path.stem}-{number}" if count > 1 else path.stem


def head_cut(sitter: Sitter, size_px: int) -> RgbImage:
    """The photo around the head as a square; beyond the photo its edge is repeated."""
    box = sitter.sitting.face.box
    scale = size_px / (_REACH * max(box.width_px, box.height_px))
    x, y = box.center_px[0], box.y_px + 0.46 * box.height_px
    matrix = np.array([[scale, 0, size_px / 2 - x * scale], [0, scale, size_px / 2 - y * scale]])
    pixels = sitter.sitting.image.pixels
    soft = opencv.blur(pixels, 0.4 / scale) if scale < 1 else pixels
    return RgbImage(opencv.warp_affine(soft, matrix, size_px, size_px, "linear" if scale < 1 else "cubic"))
