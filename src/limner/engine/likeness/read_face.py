"""The whole of what a photo shows of a face, ready for the rig."""

from typing import Final

import numpy as np

from limner.engine.arrays import F32, Points
from limner.engine.geometry import pose_of
from limner.engine.images import RgbImage
from limner.engine.landmarks import SHAPE_POINTS
from limner.engine.likeness.areas import areas_of
from limner.engine.likeness.beard_shape import BeardField, beard_curves, beard_field
from limner.engine.likeness.cover import mouth_hidden, odd_share
from limner.engine.likeness.face_crop import crop_face, to_face_units
from limner.engine.likeness.features import brow_shapes, lid_darkness, lip_shapes, nostril_shapes
from limner.engine.likeness.gate import strength_for
from limner.engine.likeness.light import even_light
from limner.engine.likeness.lines import face_lines
from limner.engine.likeness.lower_lip import with_own_lower_lip
from limner.engine.likeness.tones import face_tones
from limner.engine.measure.reading import Reading
from limner.engine.traits import AgeBand, FaceDrawing

_FRONTAL_DEG: Final = (8.0, 19.0)
"""Up to the first turn the two halves of a face are alike, beyond the second they can't be compared."""


def read_face(image: RgbImage, mesh_px: Points, hair: F32, age: AgeBand) -> tuple[FaceDrawing, Reading[float]]:
    """Read one face of a photo, and how strongly its drawing should show.

    Args:
        image: The photo.
        mesh_px: (478, 3) face mesh in pixels.
        hair: Hair mask 0..1 of the head crop, (640, 512).
        age: A child's skin is kept smooth and without a beard.
    """
    crop = with_own_lower_lip(crop_face(image, mesh_px, hair))
    areas = areas_of(crop)
    face = even_light(crop, areas)
    pose = pose_of(mesh_px)
    frontal = float(np.interp(abs(pose.yaw_deg), _FRONTAL_DEG, (1.0, 0.0)))
    beard = beard_field(crop, areas, face, frontal) if age == "adult" else BeardField(np.zeros_like(face.smooth), 0.0)
    own = beard.density if beard.share > 0.10 else np.zeros_like(beard.density)
    hidden = mouth_hidden(crop, areas, face)
    tones = face_tones(crop, areas, face, own, frontal, age, hidden=hidden)
    brows, lips = brow_shapes(crop, areas, face), lip_shapes(crop, areas, face)
    drawing = FaceDrawing(
        points=to_face_units(crop.points[list(SHAPE_POINTS)]),
        dark=tones.dark,
        light=tones.light,
        lines=face_lines(crop, areas, face, beard.density, frontal, age, hidden=hidden),
        brows=brows.curves,
        brow_contrast=brows.contrast,
        beard=beard_curves(areas, beard),
        beard_share=beard.share,
        nostrils=nostril_shapes(areas, face),
        lids=lid_darkness(crop, face),
        upper_lip=lips.upper,
        lower_lip=lips.lower,
        lip_light=lips.light,
        lip_shade=lips.shade,
        teeth=lips.teeth,
        mouth_hidden=hidden,
    )
    width_px = float(np.ptp(mesh_px[:468, 0]))
    return drawing, strength_for(drawing, pose, width_px, odd_share(crop, areas, face, own), age)
