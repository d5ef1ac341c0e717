"""The face in a frame of fixed size, as the likeness layer reads it: upright, 240 pixels to a face unit."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, U8, Points
from limner.engine.images import RgbImage
from limner.engine.measure import head_crop

PX_PER_RIG_UNIT: Final = 1.2
UNIT_PX: Final = 200 * PX_PER_RIG_UNIT
WIDTH_PX: Final = 248
HEIGHT_PX: Final = 312
SHAPE: Final = (HEIGHT_PX, WIDTH_PX)
EYES_PX: Final = np.array([124.0, 142.0])
"""Where the point midway between the eyes lies."""


@dataclass(frozen=True, slots=True, eq=False)
class FaceCrop:
    """`lab` (312, 248, 3) with pores and noise smoothed away, `lightness` of the unsmoothed pixels; light as it was.

    `points` (478, 2) are crop pixels, `hair` 0..1 is hair that lies over the face.
    """

    lab: F32
    lightness: F32
    points: Points
    hair: F32

    def at(self, *mesh_points: int) -> Points:
        """Positions (n, 2) of mesh points in crop pixels."""
        return self.points[list(mesh_points)]


def crop_face(image: RgbImage, mesh_px: Points, hair: F32) -> FaceCrop:
    """Cut the face of a (478, 3) mesh out; `hair` is the hair mask of the head crop (640, 512)."""
    matrix = head_crop.upright(mesh_px, UNIT_PX, EYES_PX)
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    pixels = opencv.blur(image.pixels, 0.5 / scale) if scale < 0.6 else image.pixels
    rgb = opencv.warp_affine(pixels, matrix, WIDTH_PX, HEIGHT_PX, "cubic" if scale > 1 else "linear")
    smooth = opencv.bilateral(opencv.bilateral(rgb, 5, 16.0, 2.4), 5, 16.0, 2.4)
    zoom = UNIT_PX / head_crop.UNIT_PX
    shift = EYES_PX - np.array(head_crop.EYES_PX) * zoom
    from_head = np.array([[zoom, 0.0, shift[0]], [0.0, zoom, shift[1]]])
    return FaceCrop(
        lab=_lab(smooth),
        lightness=np.ascontiguousarray(_lab(rgb)[..., 0]),
        points=mesh_px[:, :2] @ matrix[:, :2].T + matrix[:, 2],
        hair=opencv.warp_affine(hair, from_head, WIDTH_PX, HEIGHT_PX, "linear", "constant"),
    )


def to_face_units(points_px: Points) -> Points:
    """Crop pixels to face units around the point midway between the eyes, four decimals."""
    return np.round((points_px - EYES_PX) / UNIT_PX, 4)


def px(rig_units: float) -> float:
    """A length in rig units (200 to a face unit) as crop pixels."""
    return rig_units * PX_PER_RIG_UNIT


def _lab(rgb: U8) -> F32:
    return opencv.rgb_to_lab(rgb.astype(np.float32) / np.float32(255))
