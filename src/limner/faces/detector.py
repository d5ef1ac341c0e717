"""The contract of everything that finds faces."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from limner.engine.images import Box, RgbImage


@dataclass(frozen=True, slots=True)
class Detection:
    """A place where a face seems to be; `confidence` 0..1."""

    box: Box
    confidence: float


class Detector(Protocol):
    """Something that finds faces; `licence` is that of its code and weights."""

    @property
    def name(self) -> str:
        """What the person types."""
        ...

    @property
    def licence(self) -> str:
        """SPDX name."""
        ...

    def detect(self, image: RgbImage) -> list[Detection]:
        """All faces, the largest first; boxes in pixels of `image`, which may be of any size."""
        ...


def largest_first(detections: Sequence[Detection]) -> list[Detection]:
    """Sorted by area; equal ones from left to right, from top to bottom."""
    return sorted(detections, key=lambda found: (-round(found.box.area_px, 3), found.box.x_px, found.box.y_px))
