"""Who is in the photo: detector boxes, each confirmed by the face mesh as a second witness."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from limner.engine.geometry import pose_of
from limner.engine.images import Box, RgbImage
from limner.errors import NoFace, NoSuchFace
from limner.faces import registry
from limner.faces.coach import quality_of
from limner.faces.detector import Detection, Detector
from limner.faces.face import Face
from limner.faces.mesh import fit_mesh
from limner.faces.registry import DEFAULT_DETECTOR

_MOST_FACES: Final = 12
"""Smaller faces of a crowd are not drawn, so their meshes are not worth the time."""
_TURNS: Final = (0, 1, 3, 2)
"""Quarter turns of the picture in the order they are tried: phones lose the note of how they were held."""


def find_faces(image: RgbImage, detector: str = DEFAULT_DETECTOR) -> list[Face]:
    """All faces of a picture, the largest first.

    Raises:
        NoFace: nobody was found.
        UnknownName: there is no such detector.
        MissingError: the detector needs a package or a file that is not there.
    """
    chosen = registry.detector(detector)
    faces: list[Face] = []
    for quarters in _TURNS:
        found = _detect(image, chosen, quarters)
        faces = [face for one in found if (face := face_at(image, one.box, one.confidence))]
        if faces:
            break
    if not faces:
        raise NoFace(
            "No face was found in this photo.",
            "Choose a photo in which the face is seen from the front, in good light and without anything before it.",
        )
    return faces


def _detect(image: RgbImage, detector: Detector, quarters: int) -> list[Detection]:
    """Detections in the picture turned by quarters against the clock, their boxes turned back."""
    turned = image if quarters == 0 else RgbImage(np.ascontiguousarray(np.rot90(image.pixels, quarters)))
    found = detector.detect(turned)[:_MOST_FACES]
    return [replace(one, box=_turned_back(one.box, quarters, turned)) for one in found]


def _turned_back(box: Box, quarters: int, turned: RgbImage) -> Box:
    high, wide = turned.height_px, turned.width_px
    for _ in range(quarters):
        box = Box(high - box.y_px - box.height_px, box.x_px, box.height_px, box.width_px)
        high, wide = wide, high
    return box


def choose_face(faces: Sequence[Face], number: int | None) -> tuple[Face, tuple[str, ...]]:
    """The face to draw, and what to tell the person about the choice.

    Args:
        faces: as `find_faces` gives them.
        number: from 1, the largest face first; None takes the largest.

    Raises:
        NoSuchFace: there are fewer faces.
    """
    count = len(faces)
    if number is None:
        if count == 1:
            return faces[0], ()
        return faces[0], (f"{count} faces were found; the largest is drawn. Choose another with --face 2 to {count}.",)
    if not 1 <= number <= count:
        there = "is only one face" if count == 1 else f"are {count} faces"
        choice = "Leave --face out." if count == 1 else f"Choose one with --face 1 to {count}, 1 is the largest."
        raise NoSuchFace(f"There is no face {number}: there {there} in this photo.", choice)
    return faces[number - 1], ()


def face_at(image: RgbImage, box: Box, confidence: float) -> Face | None:
    """The face in a box, whoever drew the box; None where the mesh finds none."""
    mesh = fit_mesh(image, box)
    if mesh is None:
        return None
    pose = pose_of(mesh.points_px)
    quality = quality_of(image, mesh.points_px, pose)
    return Face(box, confidence, mesh.points_px, mesh.presence, pose, quality)
