"""Turned square cut-outs of a picture, the way face models want them, and the way back."""

import math
from dataclasses import dataclass

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Points
from limner.engine.images import RgbImage


@dataclass(frozen=True, slots=True)
class Square:
    """A square window on a picture; `angle_deg` > 0 leans it clockwise."""

    center_x_px: float
    center_y_px: float
    side_px: float
    angle_deg: float = 0.0

    def cut(self, image: RgbImage, size_px: int) -> F32:
        """The window as (size, size, 3) float32 RGB in 0..1; beyond the picture its edge is repeated."""
        ratio = self.side_px / size_px
        # Plain linear sampling would skip pixels when it shrinks a lot, so whole areas are averaged first.
        shrink = max(1, int(ratio))
        left, top, right, bottom = self._reach(image)
        part = image.pixels[top:bottom, left:right]
        width, height = max(1, (right - left) // shrink), max(1, (bottom - top) // shrink)
        if shrink > 1:
            part = opencv.resize(part, width, height, "area")
        zoom_x, zoom_y = width / (right - left), height / (bottom - top)
        matrix = self._to_picture(size_px)
        matrix[0] = (matrix[0] - [0, 0, left - 0.5]) * zoom_x - [0, 0, 0.5]
        matrix[1] = (matrix[1] - [0, 0, top - 0.5]) * zoom_y - [0, 0, 0.5]
        grid_y, grid_x = np.mgrid[:size_px, :size_px].astype(np.float64)
        x = matrix[0, 0] * grid_x + matrix[0, 1] * grid_y + matrix[0, 2]
        y = matrix[1, 0] * grid_x + matrix[1, 1] * grid_y + matrix[1, 2]
        cut = opencv.remap(part, x.astype(np.float32), y.astype(np.float32))
        return cut.astype(np.float32) / np.float32(255)

    def to_picture(self, points: Points, size_px: int) -> Points:
        """Carry (n, 2) or (n, 3) positions in a cut of `size_px` to the picture; z is only rescaled."""
        matrix = self._to_picture(size_px)
        flat = points[:, :2] @ matrix[:, :2].T + matrix[:, 2]
        return np.hstack([flat, points[:, 2:] * (self.side_px / size_px)])

    def _to_picture(self, size_px: int) -> Points:
        """Matrix (2, 3) from positions in the cut, pixel centres at whole numbers, to positions in the picture."""
        ratio, angle = self.side_px / size_px, math.radians(self.angle_deg)
        cos, sin = math.cos(angle) * ratio, math.sin(angle) * ratio
        middle = (size_px - 1) / 2
        return np.array(
            [
                [cos, -sin, self.center_x_px - (cos - sin) * middle],
                [sin, cos, self.center_y_px - (sin + cos) * middle],
            ]
        )

    def _reach(self, image: RgbImage) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of the picture's part that the turned window can touch."""
        angle = math.radians(self.angle_deg)
        half = self.side_px / 2 * (abs(math.cos(angle)) + abs(math.sin(angle))) + 2
        left = min(max(0, math.floor(self.center_x_px - half)), image.width_px - 1)
        top = min(max(0, math.floor(self.center_y_px - half)), image.height_px - 1)
        right = max(left + 1, min(image.width_px, math.ceil(self.center_x_px + half)))
        bottom = max(top + 1, min(image.height_px, math.ceil(self.center_y_px + half)))
        return left, top, right, bottom
