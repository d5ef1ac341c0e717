"""A beard as the photo shows it: dark, and less colourful than shaded skin."""

from dataclasses import dataclass

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32
from limner.engine.likeness.areas import Areas, narrower, smoothstep, wider
from limner.engine.likeness.curves import Curves, outlines
from limner.engine.likeness.face_crop import FaceCrop, px
from limner.engine.likeness.light import EvenFace, mirror


@dataclass(frozen=True, slots=True, eq=False)
class BeardField:
    """`density` 0..1 over the face crop; `share` of the lower face that it covers."""

    density: F32
    share: float


def beard_field(crop: FaceCrop, areas: Areas, face: EvenFace, frontal: float) -> BeardField:
    """Where the lower face is dark and of little chroma; on a frontal face, on both sides alike.

    What is dark on one side only is the shadow of the jaw.
    """
    chroma = np.hypot(crop.lab[..., 1], crop.lab[..., 2])
    own = max(float(np.hypot(face.skin_lab[1], face.skin_lab[2])), 6.0)
    ratio = opencv.blur(face.smooth, px(1.3))
    colorful = opencv.blur(chroma.astype(np.float32), px(1.3)) / own
    dark = (1 - smoothstep(0.50, 0.84, ratio)) * (1 - smoothstep(0.62, 1.02, colorful.astype(np.float32)))
    density = dark * areas.below_nose * (1 - wider(areas.lips, 1)) * (1 - wider(areas.nostrils, 4)) * (areas.hair < 0.5)
    density = density.astype(np.float32)
    density = density.astype(np.float32)
    if frontal > 0:
        other = opencv.blur(opencv.dilate(mirror(density, areas), int(px(8)) | 1), px(3))
        density = (density * (1 - frontal * (1 - np.clip(1.25 * other, 0, 1)))).astype(np.float32)
    lower = (areas.below_nose > 0.5) & (areas.oval > 0.5) & (areas.lips < 0.5)
    covered = float((density * areas.oval > 0.35).sum() / max(1, int(lower.sum())))
    return BeardField(density, round(covered, 3))


def beard_curves(areas: Areas, beard: BeardField) -> tuple[tuple[float, Curves], ...]:
    """Three nested shapes with the opacity each adds; nothing where only a little is dark."""
    if beard.share <= 0.04:
        return ()
    closed = opencv.blur(beard.density, px(2))
    closed = opencv.erode(opencv.dilate(closed, int(px(9)) | 1), int(px(9)) | 1) * areas.below_nose
    dense = np.maximum(beard.density, 0.8 * closed * (1 - wider(areas.lips, 1)))
    rim = wider(areas.oval, 2) if beard.share > 0.2 else narrower(areas.oval, 5)
    soft = opencv.blur((dense * rim).astype(np.float32), px(1.6))
    return (
        (0.34, outlines(soft - 0.24, least_area=180, step=5, smoothing=1.2, depth=0.16)),
        (0.55, outlines(soft - 0.40, least_area=150, step=5, smoothing=1.2, depth=0.10)),
        (0.90, outlines(soft - 0.60, least_area=90, step=5, smoothing=1.2)),
    )
