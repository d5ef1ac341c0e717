"""The photo coach's rules: what is wrong with a face in a photo, and what would help."""

from limner.engine.arrays import Points
from limner.engine.geometry import Pose
from limner.engine.images import RgbImage
from limner.faces.quality import Quality


def quality_of(image: RgbImage, mesh_px: Points, pose: Pose) -> Quality:
    """Judge one face."""
    del image, mesh_px, pose
    return Quality("good")
