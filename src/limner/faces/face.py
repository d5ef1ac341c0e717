"""A face that was found in a photo, and everything known about it before it is measured."""

from dataclasses import dataclass

from limner.engine.arrays import Points
from limner.engine.geometry import Pose
from limner.engine.images import Box
from limner.faces.quality import Quality


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face of a photo.

    `confidence` 0..1 is the detector's, `presence` 0..1 the mesh model's own opinion. `mesh_px` has shape (478, 3):
    x and y in picture pixels, z in the same unit, growing away from the viewer.
    """

    box: Box
    confidence: float
    mesh_px: Points
    presence: float
    pose: Pose
    quality: Quality
