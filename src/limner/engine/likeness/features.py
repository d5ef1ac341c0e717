"""Brows, nostrils, lids, lips and irises as the photo shows them."""

from dataclasses import dataclass

import numpy as np

from limner.engine import landmarks, opencv
from limner.engine.arrays import F32, Bools, Points
from limner.engine.likeness.areas import Areas, narrower, wider
from limner.engine.likeness.curves import Curves, outlines
from limner.engine.likeness.face_crop import SHAPE, FaceCrop, px, to_face_units
from limner.engine.likeness.light import EvenFace
from limner.engine.measure.regions import BROW_LEFT, BROW_RIGHT
from limner.engine.traits import Lab
from limner.engine.vectors import resample_closed

_LEAST_BROW = 0.6
"""Share of the mesh's brow's length that must show in one piece for the photo's shape to be used."""


@dataclass(frozen=True, slots=True)
class Brows:
    """`curves` of their darkness; `contrast` of brow and skin, 0..1."""

    curves: Curves
    contrast: float


def brow_shapes(crop: FaceCrop, areas: Areas, face: EvenFace) -> Brows:
    """Brows end where the skin's darkness does, near the mesh's own brow; each side by its own light."""
    left = _brow(areas, face, areas.columns < areas.middle_x - px(6), crop.at(*BROW_LEFT))
    right = _brow(areas, face, areas.columns > areas.middle_x + px(6), crop.at(*BROW_RIGHT))
    return Brows(left.curves + right.curves, round((left.contrast + right.contrast) / 2, 3))


def _brow(areas: Areas, face: EvenFace, side: Bools, mesh: Points) -> Brows:
    """One brow; where the photo shows too little of it, the mesh's own."""
    near, ratio = wider(areas.brows, 2.6) * side, opencv.blur(face.sharp, px(0.8))
    own = (areas.brows > 0.5) & side
    inside, around = ratio[own], ratio[(wider(areas.brows, 4) > 0.5) & (areas.brows < 0.2) & side]
    dark = float(np.percentile(inside, 12)) if len(inside) else 0.7
    bare = float(np.percentile(around, 60)) if len(around) else 0.97
    level = float(np.clip(0.5 * dark + 0.5 * min(bare, 1.02), 0.40, 0.95))
    field = np.minimum(level - ratio, (opencv.blur(near.astype(np.float32), 1.5) - 0.5) * 0.5)
    curves = outlines(field, least_area=40, step=3.2, smoothing=1.0)
    longest = max((float(np.ptp(curve[:, 0])) for curve in curves), default=0.0)
    if longest < _LEAST_BROW * float(np.ptp(to_face_units(mesh)[:, 0])):
        curves = (to_face_units(resample_closed(mesh, px(3.2), 1.0)),)
    return Brows(curves, float(np.clip(bare - dark, 0, 1)))


def nostril_shapes(areas: Areas, face: EvenFace) -> Curves:
    """The two dark openings."""
    ratio = opencv.blur(face.sharp, px(0.8))
    inside = ratio[areas.nostrils > 0.5]
    if len(inside) == 0:
        return ()
    level = float(np.clip(np.percentile(inside, 8) + 0.17, 0.30, 0.74))
    field = np.minimum(level - ratio, (opencv.blur(areas.nostrils, 2.0) - 0.5) * 0.5)
    return outlines(field, least_area=4, step=2.2, smoothing=0.8)


def lid_darkness(crop: FaceCrop, face: EvenFace) -> tuple[float, float]:
    """How dark the line of the left and right upper lid is, 0..1: lashes and deep folds are dark."""
    left, right = (_lid(crop.at(*ids)[0:9], face.sharp) for ids in (landmarks.EYE_LEFT, landmarks.EYE_RIGHT))
    return left, right


def _lid(lid: Points, ratio: F32) -> float:
    at = np.round(lid - [0.0, px(1.2)]).astype(np.int64)
    darkest = [
        float(ratio[max(0, y - 2) : y + 3, max(0, x - 2) : x + 3].min())
        for x, y in at.tolist()
        if 2 <= y < SHAPE[0] - 2 and 2 <= x < SHAPE[1] - 2
    ]
    return round(float(np.clip((0.80 - np.median(darkest)) / 0.45, 0, 1)), 3) if darkest else 0.5


@dataclass(frozen=True, slots=True)
class Lips:
    """Colours relative to the skin (dL, da, db) of the upper and lower lip; shades on them; teeth 0..1 of the gap."""

    upper: Lab
    lower: Lab
    light: Curves
    shade: Curves
    teeth: float


def lip_shapes(crop: FaceCrop, areas: Areas, face: EvenFace) -> Lips:
    """The red of the lips and what shows between them."""
    red = (areas.lips > 0.5) & (areas.mouth < 0.5)
    above, below = crop.at(13)[0, 1], crop.at(14)[0, 1]
    all_red = _offset(crop.lab, red, face, (-8.0, 12.0, 0.0))
    smooth = opencv.blur(face.smooth, px(1.0))
    middle = float(np.median(smooth[red])) if red.any() else 0.8
    light = np.minimum(smooth - middle * 1.10, narrower(areas.lips, 1) - wider(areas.mouth, 1) - 0.5)
    shade = np.minimum(middle * 0.86 - smooth, areas.lips - wider(areas.mouth, 0.5) - 0.5)
    return Lips(
        upper=_offset(crop.lab, red & (areas.rows < above), face, all_red),
        lower=_offset(crop.lab, red & (areas.rows > below), face, all_red),
        light=outlines(light, least_area=8, step=3, smoothing=0.8),
        shade=outlines(shade, least_area=8, step=3, smoothing=0.8),
        teeth=_teeth(crop, areas, face),
    )


def _offset(lab: F32, where: Bools, face: EvenFace, fallback: Lab) -> Lab:
    if int(where.sum()) < 20:
        return fallback
    return _lab(np.median(lab[where], axis=0) - face.skin_lab)


def _lab(values: F32) -> Lab:
    return round(float(values[0]), 2), round(float(values[1]), 2), round(float(values[2]), 2)


def _teeth(crop: FaceCrop, areas: Areas, face: EvenFace) -> float:
    """Share of the open mouth's height that teeth fill, 0 if none show."""
    inside = areas.mouth > 0.5
    if int(inside.sum()) < 60:
        return 0.0
    lightness = crop.lab[..., 0]
    chroma = np.hypot(crop.lab[..., 1], crop.lab[..., 2])
    own = float(np.hypot(face.skin_lab[1], face.skin_lab[2]))
    dark, bright = np.percentile(lightness[inside], [15, 92])
    level = max((dark + bright) / 2, 0.50 * float(face.skin_lab[0]))
    return round(float(((lightness > level) & (chroma < own * 1.25) & inside).sum() / inside.sum()), 2)
