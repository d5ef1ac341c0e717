"""Eye colour and how far the eyes are open."""

from dataclasses import dataclass

import numpy as np

from limner.engine.arrays import Points
from limner.engine.color import chroma, hue_deg
from limner.engine.landmarks import EYE_LEFT, EYE_RIGHT, IRIS_LEFT, IRIS_RIGHT
from limner.engine.measure.head_crop import HEIGHT_PX, WIDTH_PX, HeadCrop
from limner.engine.measure.reading import Reading
from limner.engine.measure.regions import area
from limner.engine.traits import EyeColor, Lab


@dataclass(frozen=True, slots=True)
class _Iris:
    color: Lab
    clearness: float
    """Visible pixels times the step in lightness to the white of the eye."""


def measure_eye_color(crop: HeadCrop, skin: Lab) -> Reading[EyeColor]:
    """Class of the clearer iris. Brown unless the iris is clearly less yellow than any brown eye."""
    irises = [_iris(crop, IRIS_LEFT, EYE_LEFT), _iris(crop, IRIS_RIGHT, EYE_RIGHT)]
    seen = [iris for iris in irises if iris is not None]
    if not seen:
        return Reading("brown", 0.1)
    iris = max(seen, key=lambda candidate: round(candidate.clearness, 3))
    return _class_of(iris, iris.color[0] / max(skin[0], 1.0))


def measure_openness(shape: Points, index: dict[int, int]) -> Reading[float]:
    """Height of the lid opening relative to its width, 0 closed .. about 0.45 wide open, mean of both eyes."""
    openings: list[float] = []
    for outer, inner, upper, lower in ((33, 133, 159, 145), (263, 362, 386, 374)):
        width = float(np.linalg.norm(shape[index[outer]] - shape[index[inner]]))
        openings.append(float(np.linalg.norm(shape[index[upper]] - shape[index[lower]])) / max(width, 1e-3))
    return Reading(round(sum(openings) / 2, 3), 0.7)


def _iris(crop: HeadCrop, iris_ids: tuple[int, ...], eye_ids: tuple[int, ...]) -> _Iris | None:
    """Colour of the ring between pupil and rim, without catch lights and lid shadow."""
    center = crop.points[iris_ids[0]]
    radius = float(np.linalg.norm(crop.points[list(iris_ids[1:])] - center, axis=1).mean())
    window = _around(center, 3.5 * radius)
    y, x = np.mgrid[window]
    distance = np.hypot(x - center[0], y - center[1])
    opening = (area(crop.points, eye_ids) & crop.inside)[window]
    lab = crop.lab[window]
    ring = (distance < radius * 0.90) & (distance > radius * 0.42) & opening & (y > center[1] - radius * 0.5)
    pixels = lab[ring].astype(np.float64)
    if len(pixels) < 12:
        return None
    low, high = np.percentile(pixels[:, 0], [20, 75])
    color = np.median(pixels[(pixels[:, 0] >= low) & (pixels[:, 0] <= high)], axis=0)
    white = lab[opening & (distance > radius * 1.15)]
    step = float(np.percentile(white[:, 0], 70) - color[0]) if len(white) > 8 else 5.0
    return _Iris((float(color[0]), float(color[1]), float(color[2])), len(pixels) * max(step, 1.0))


def _around(center: Points, reach: float) -> tuple[slice, slice]:
    """Rows and columns of the crop within reach of a point."""
    rows = np.clip([center[1] - reach, center[1] + reach], 0, HEIGHT_PX).astype(int)
    columns = np.clip([center[0] - reach, center[0] + reach], 0, WIDTH_PX).astype(int)
    return slice(int(rows[0]), int(rows[1])), slice(int(columns[0]), int(columns[1]))


def _class_of(iris: _Iris, relative: float) -> Reading[EyeColor]:
    """`relative` is the lightness over the skin's: it stays the same in a dim or a bright photo."""
    _, a, b = iris.color
    sure = min(0.9, iris.clearness / 4000)
    color: EyeColor = "brown"
    if b < 3.0 and a < 4.0 and relative > 0.3:
        color = "blue" if b < -1.0 or relative > 0.5 else "grey"
    elif b < 11.0 and a < 2.5 and relative > 0.4:
        color = "green" if hue_deg(iris.color) > 95 else "grey" if chroma(iris.color) < 6 else "green"
    elif relative > 0.5 and b > 12:
        color = "hazel"
    elif relative < 0.285:
        color = "dark-brown"
    return Reading(color, round(max(0.15, sure), 2))
