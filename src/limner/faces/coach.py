"""The photo coach's rules: what is wrong with a face in a photo, and what would help."""

from collections.abc import Iterator
from enum import IntEnum
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Points
from limner.engine.geometry import Pose
from limner.engine.images import RgbImage
from limner.engine.landmarks import OVAL
from limner.faces.crop import Square
from limner.faces.quality import Finding, Quality, Verdict

_LOOK_PX: Final = 128
"""Sharpness is judged at this size: more than a drawing shows of it is not asked for."""
_LAPLACE: Final = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]], np.float32)

_SMALL_PX, _HOPELESS_PX = 60.0, 28.0
_BLURRED: Final = 0.18
"""Fine detail over contrast: .25 and more on sharp photos, .14 on a 100 px face blurred by 1.5 px."""
_DARK, _BRIGHT = 0.3, 0.93
_BURNT_SHARE: Final = 0.3
_TURNED_DEG, _FAR_TURNED_DEG, _HOPELESS_DEG = 30.0, 45.0, 65.0
_NODDING_DEG: Final = 30.0
_TILTED_DEG: Final = 40.0
_HAIR_ROOM: Final = 0.12
"""With less room above the forehead, in face heights, hair is missing from the picture."""


class _Severity(IntEnum):
    HOPELESS = 0
    HARMFUL = 1
    NOTE = 2


_VERDICT: Final[dict[_Severity, Verdict]] = {
    _Severity.HOPELESS: "unusable",
    _Severity.HARMFUL: "usable",
    _Severity.NOTE: "good",
}


def quality_of(image: RgbImage, mesh_px: Points, pose: Pose) -> Quality:
    """Judge one face, given its mesh of shape (478, 3): the verdict and what was found, the worst first.

    A finding that is only a note leaves the verdict "good".
    """
    found = [
        *_size(mesh_px),
        *_turn(pose),
        *_frame(image, mesh_px),
        *_light_and_sharpness(image, mesh_px),
    ]
    found.sort(key=lambda judged: judged[0])
    verdict = _VERDICT[found[0][0]] if found else "good"
    return Quality(verdict, tuple(finding for _, finding in found))


_Judged = tuple[_Severity, Finding]


def _bounds(mesh_px: Points) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the face outline."""
    outline = mesh_px[list(OVAL), :2]
    (left, top), (right, bottom) = outline.min(axis=0).tolist(), outline.max(axis=0).tolist()
    return left, top, right, bottom


def _size(mesh_px: Points) -> Iterator[_Judged]:
    left, _, right, _ = _bounds(mesh_px)
    width = round(right - left, 1)
    if width < _SMALL_PX:
        severity = _Severity.HOPELESS if width < _HOPELESS_PX else _Severity.HARMFUL
        message = f"The face is only {width:.0f} pixels wide."
        yield severity, Finding("too_small", message, "Choose a photo taken from nearer, or the uncropped original.")


def _turn(pose: Pose) -> Iterator[_Judged]:
    yaw = abs(pose.yaw_deg)
    advice = "Choose a photo in which both eyes look towards the camera."
    if yaw > _HOPELESS_DEG:
        yield _Severity.HOPELESS, Finding("turned_away", "The face is seen from the side.", advice)
    elif yaw > _FAR_TURNED_DEG:
        yield _Severity.HARMFUL, Finding("turned_away", "The face is turned far to the side.", advice)
    elif yaw > _TURNED_DEG:
        yield _Severity.NOTE, Finding("turned_away", "The face is turned to the side.", advice)
    if abs(pose.pitch_deg) > _NODDING_DEG:
        where = "up" if pose.pitch_deg > 0 else "down"
        message = f"The face looks far {where}."
        yield _Severity.HARMFUL, Finding("turned_away", message, "Choose a photo taken at the height of the eyes.")
    if abs(pose.roll_deg) > _TILTED_DEG:
        message = "The head is tilted strongly."
        yield _Severity.NOTE, Finding("tilted", message, "Choose a photo with an upright head, or turn the photo.")


def _frame(image: RgbImage, mesh_px: Points) -> Iterator[_Judged]:
    left, top, right, bottom = _bounds(mesh_px)
    slack = 0.03 * (right - left)
    advice = "Choose a photo with some room around the whole head."
    if min(left, top, image.width_px - right, image.height_px - bottom) < -slack:
        yield _Severity.HARMFUL, Finding("cut_off", "The photo cuts off a part of the face.", advice)
    elif top < _HAIR_ROOM * (bottom - top):
        yield _Severity.NOTE, Finding("cut_off", "The photo cuts off the hair.", advice)


def _light_and_sharpness(image: RgbImage, mesh_px: Points) -> Iterator[_Judged]:
    luma = _look_at(image, mesh_px)
    light, middle = (round(float(value), 3) for value in np.percentile(luma, (95, 50)))
    burnt = round(float((luma > 0.97).mean()), 3)  # noqa: PLR2004 - where a camera's sensor is full
    if light < _DARK:
        advice = "Choose a photo in daylight, the light in front of the person."
        yield _Severity.HARMFUL, Finding("too_dark", "The face is very dark.", advice)
    elif middle > _BRIGHT or burnt > _BURNT_SHARE:
        advice = "Choose a photo in softer light, without a flash."
        yield _Severity.HARMFUL, Finding("too_bright", "The face is overexposed.", advice)
    detail = opencv.convolve(luma, _LAPLACE)
    if round(float(detail.std() / max(luma.std(), 1e-3)), 3) < _BLURRED:
        advice = "Choose a sharper photo: a steady camera, focused on the face."
        yield _Severity.HARMFUL, Finding("blurred", "The face is blurred.", advice)


def _look_at(image: RgbImage, mesh_px: Points) -> F32:
    """Luma 0..1 of the middle of the face, at most 128 px to the whole face and never enlarged."""
    left, top, right, bottom = _bounds(mesh_px)
    side = max(right - left, bottom - top, 16.0)
    size = min(_LOOK_PX, round(side))
    luma = opencv.luminance(Square((left + right) / 2, (top + bottom) / 2, side, 0.0).cut(image, size))
    border = size // 6
    return np.ascontiguousarray(luma[border:-border, border:-border])
