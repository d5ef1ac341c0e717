"""A photo turned by quarter turns until the head's top is up: babies lie, phones forget which way they were held."""

from collections.abc import Sequence

import numpy as np

from limner.engine.arrays import Points
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.paint.portrait_frame import face_axes

TILT_KEPT_DEG = 55.0
"""A head tilted up to this much stays as it is."""


def turn_upright(
    image: RgbImage, mesh_px: Points, person: Mask, other_heads: Sequence[Box]
) -> tuple[RgbImage, Points, Mask, list[Box]]:
    """Turn everything found in a photo together; nothing changes when the head is nearly upright."""
    up = face_axes(mesh_px).up
    tilt_deg = round(float(np.degrees(np.arctan2(up[0], -up[1]))), 2)
    turns = 0 if abs(tilt_deg) <= TILT_KEPT_DEG else round(tilt_deg / 90) % 4
    heads = list(other_heads)
    for _ in range(turns):
        width = image.width_px
        image = RgbImage(np.ascontiguousarray(np.rot90(image.pixels)))
        person = Mask(np.ascontiguousarray(np.rot90(person.values)))
        mesh_px = np.stack([mesh_px[:, 1], width - mesh_px[:, 0], mesh_px[:, 2]], axis=1)
        heads = [Box(box.y_px, width - box.x_px - box.width_px, box.height_px, box.width_px) for box in heads]
    return image, mesh_px, person, heads
