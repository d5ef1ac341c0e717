"""Viola and Jones' cascade of Haar features, read from OpenCV's XML files; OpenCV itself dropped it with version 5."""

from dataclasses import dataclass
from typing import Final, Self
from xml.etree import ElementTree as ET

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from limner.engine.arrays import F32, Ints, Points

_Floats = NDArray[np.float64]
_SUM_SLACK: Final = 1e-5
"""The thresholds of the stages are printed with rounded digits."""
_LEAST_SPREAD: Final = 2.0
"""Standard deviation, of 255, under which a window is bare paper: features divided by it would see noise."""


@dataclass(frozen=True, slots=True, eq=False)
class _Stage:
    """A vote of n stumps; their features are sums of the integral image at `corners` (k, 2) as (row, column)."""

    corners: Ints
    weights: csr_array
    """Shape (n, k): what each corner counts in each feature; nine in ten count nothing."""
    limits: _Floats
    """Shape (n, 1), as the next two."""
    below: _Floats
    above: _Floats
    least_sum: float


@dataclass(frozen=True, slots=True, eq=False)
class Cascade:
    """Says of each square window of `side_px` whether it looks like what the cascade was trained on."""

    side_px: int
    stages: tuple[_Stage, ...]

    @classmethod
    def from_xml(cls, data: bytes) -> Self:
        """Read a cascade of upright stumps."""
        root = ET.fromstring(data)  # noqa: S314 - a file whose hash was checked
        features = [_rectangles(feature) for feature in root.iterfind("cascade/features/_")]
        stages = tuple(_stage(stage, features) for stage in root.iterfind("cascade/stages/_"))
        return cls(int(root.findtext("cascade/width", "")), stages)

    def windows(self, luma: F32, step_px: int) -> Points:
        """Left top corners (n, 2) as (x, y) of the windows that pass every stage; `luma` is (height, width), 0..255."""
        rows: Ints = np.arange(0, luma.shape[0] - self.side_px, step_px, dtype=np.int32)
        columns: Ints = np.arange(0, luma.shape[1] - self.side_px, step_px, dtype=np.int32)
        sums, squares = _integral(luma), _integral(luma.astype(np.float64) ** 2)
        stride = sums.shape[1]
        at: Ints = (rows[:, None] * stride + columns).reshape(-1)
        inner = self.side_px - 2
        frame = np.array([stride + 1, stride + 1 + inner, (stride * (1 + inner)) + 1, (stride + 1) * (1 + inner)])
        total, energy = (values.ravel()[at[:, None] + frame] @ [1.0, -1.0, -1.0, 1.0] for values in (sums, squares))
        spread = np.sqrt(np.maximum(inner**2 * energy - total**2, 0))
        kept = spread > _LEAST_SPREAD * inner**2
        at, spread = at[kept], spread[kept]
        for stage in self.stages:
            passed = _passes(stage, sums, at, spread)
            at, spread = at[passed], spread[passed]
        return np.stack([at % stride, at // stride], axis=1).astype(np.float64)


def _passes(stage: _Stage, sums: _Floats, at: Ints, spread: _Floats) -> NDArray[np.bool_]:
    places = (stage.corners[:, 0] * sums.shape[1] + stage.corners[:, 1])[:, None] + at
    values = (stage.weights @ sums.ravel()[places]) / spread
    votes = np.where(values < stage.limits, stage.below, stage.above).sum(axis=0)
    return votes >= stage.least_sum - _SUM_SLACK


def _integral(values: NDArray[np.floating]) -> _Floats:
    """Sum of everything above and left of each corner: one row and one column more than `values`."""
    sums = np.zeros((values.shape[0] + 1, values.shape[1] + 1))
    np.cumsum(np.cumsum(values, axis=0, dtype=np.float64), axis=1, out=sums[1:, 1:])
    return sums


def _rectangles(feature: ET.Element) -> list[list[float]]:
    """Each as (x, y, width, height, weight)."""
    return [_numbers(rectangle.text) for rectangle in feature.iterfind("rects/_")]


def _stage(stage: ET.Element, features: list[list[list[float]]]) -> _Stage:
    stumps = list(stage.iterfind("weakClassifiers/_"))
    nodes = [_numbers(stump.findtext("internalNodes")) for stump in stumps]
    leaves = np.array([_numbers(stump.findtext("leafValues")) for stump in stumps])
    weights: dict[tuple[int, int], _Floats] = {}
    for number, (_, _, feature, _) in enumerate(nodes):
        for x, y, wide, high, weight in features[int(feature)]:
            for corner, sign in (((y, x), 1), ((y, x + wide), -1), ((y + high, x), -1), ((y + high, x + wide), 1)):
                place = (int(corner[0]), int(corner[1]))
                weights.setdefault(place, np.zeros(len(stumps)))[number] += sign * weight
    limits = np.array([[limit] for _, _, _, limit in nodes])
    least_sum = float(stage.findtext("stageThreshold", ""))
    corners = np.array(list(weights))
    counted = csr_array(np.array(list(weights.values())).T)
    return _Stage(corners, counted, limits, leaves[:, :1], leaves[:, 1:], least_sum)


def _numbers(text: str | None) -> list[float]:
    return [float(word) for word in (text or "").split()]
