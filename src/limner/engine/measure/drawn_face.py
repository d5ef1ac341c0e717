"""What a finished drawing shows of a face: colours and frames read from its pixels.

Drawn faces are flat and clean, so plain patches say more than the measures for photos, and no light is corrected.
"""

from dataclasses import dataclass
from typing import Final, cast

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Bools, Points
from limner.engine.images import Mask, RgbImage
from limner.engine.landmarks import EYE_LEFT, EYE_RIGHT, IRIS_LEFT, IRIS_RIGHT
from limner.engine.measure.beard import beard_areas
from limner.engine.measure.glasses import bridge_of, rim_step
from limner.engine.measure.head_crop import HEIGHT_PX, WIDTH_PX, crop_head
from limner.engine.measure.regions import CHEEK_LEFT, CHEEK_RIGHT, area, hull, oval
from limner.engine.traits import Lab

_BROWS: Final = (70, 63, 105, 66, 107, 336, 296, 334, 293, 300)


@dataclass(frozen=True, slots=True, eq=False)
class DrawnFace:
    """`skin` and `beard_areas` (lip, chin, jaw-left, jaw-right) are middle colours.

    `irises` and `hair` are pixels, (n, 3) Lab; `frame` is the stronger of a bar on the nose and rims below the eyes in
    lightness per pixel; `eye_lightness` is 0..100.
    """

    skin: Lab
    hair: F32
    irises: F32
    frame: float
    eye_lightness: float
    beard_areas: dict[str, Lab]


def read_drawn_face(drawing: RgbImage, mesh_px: Points) -> DrawnFace:
    """Read the face of a (478, 3) mesh from the drawing itself."""
    everywhere = Mask(np.ones(drawing.pixels.shape[:2], np.float32))
    crop = crop_head(drawing, mesh_px, everywhere, [])
    lab = opencv.rgb_to_lab(crop.rgb.astype(np.float32) / np.float32(255))
    lightness = opencv.blur(np.ascontiguousarray(lab[..., 0]), 1.0)
    points = crop.points
    eyes = lab[area(points, EYE_LEFT) | area(points, EYE_RIGHT)]
    return DrawnFace(
        skin=_middle(lab, hull(points, CHEEK_LEFT) | hull(points, CHEEK_RIGHT)),
        hair=lab[_around_the_forehead(points) & crop.inside],
        irises=np.concatenate([_iris(lab, points, ids) for ids in (IRIS_LEFT, IRIS_RIGHT)]),
        frame=max(bridge_of(points, lab, lightness)[0], rim_step(points, lightness)),
        eye_lightness=round(float(np.median(eyes[:, 0])), 1) if len(eyes) else 100.0,
        beard_areas={name: _middle(lab, patch) for name, patch in beard_areas(points).items()},
    )


def _middle(lab: F32, mask: Bools) -> Lab:
    if not mask.any():
        return 0.0, 0.0, 0.0
    return cast("Lab", tuple(round(float(value), 2) for value in np.median(lab[mask], axis=0)))


def _around_the_forehead(points: Points) -> Bools:
    """Where hair stands: a band above and beside the face down to the eyes, and the forehead's upper edge."""
    band = oval(points, 1.16, 1.3) & ~oval(points, 0.97, 0.86)
    band[int(np.clip(points[list(_BROWS), 1].min(), 0, HEIGHT_PX)) :] = False
    return band


def _iris(lab: F32, points: Points, ids: tuple[int, ...]) -> F32:
    """The ring between pupil and rim, without glints and ink."""
    center, rim = points[ids[0]], points[list(ids[1:])]
    radius = float(np.linalg.norm(rim - center, axis=1).mean())
    y, x = np.mgrid[:HEIGHT_PX, :WIDTH_PX]
    away = np.hypot(x - center[0], y - center[1])
    pixels = lab[(away > 0.4 * radius) & (away < 0.9 * radius)]
    return pixels[(pixels[:, 0] > 12) & (pixels[:, 0] < 80)]
