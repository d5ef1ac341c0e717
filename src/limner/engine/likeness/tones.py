"""The shadows and lights that model a face, in a few flat steps."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine import landmarks, opencv
from limner.engine.arrays import F32
from limner.engine.likeness.areas import Areas, bump, narrower, smoothstep, wider
from limner.engine.likeness.curves import Curves, outlines
from limner.engine.likeness.face_crop import FaceCrop, px
from limner.engine.likeness.light import EvenFace, without_side_shadow
from limner.engine.traits import AgeBand

Levels = tuple[tuple[float, Curves], ...]
_ADULT_LEVELS: Final = (0.955, 0.915, 0.87, 0.82, 0.76, 0.69, 0.60)
_CHILD_LEVELS: Final = (0.98, 0.96, 0.935, 0.90, 0.86, 0.81, 0.76)
_LIGHTS: Final = (1.06, 1.13)
_EYE_BAGS: Final = 0.40
"""How much of the contrast under the eyes is taken away: it ages, and comes from the light."""


@dataclass(frozen=True, slots=True)
class Tones:
    """Shapes darker than each level of the skin's own lightness (ratio < level), and shapes lighter."""

    dark: Levels
    light: Levels


def face_tones(
    crop: FaceCrop, areas: Areas, face: EvenFace, beard: F32, frontal: float, age: AgeBand, *, hidden: bool
) -> Tones:
    """Shade of the bare skin; features, hair and beard are bridged over. `beard` 0..1 is not skin."""
    valid = _valid(areas, beard)
    ratio = without_side_shadow(face.smooth, areas, frontal)
    weight = (valid + 1e-3 * narrower(areas.oval, 3)).astype(np.float32)
    bridged = _blurred(ratio, weight, 7)
    share = smoothstep(0.3, 0.9, valid)
    skin = _calm_rim((ratio * share + bridged * (1 - share)).astype(np.float32), areas)
    bags = np.where(skin < 1, 1 - _EYE_BAGS * areas.under_eyes, 1)
    skin = 1 + (skin - 1) * bags
    skin = np.maximum(skin, 0.62 + 0.10 * np.clip(skin - 0.3, 0, 0.32)).astype(np.float32)
    skin = opencv.blur(skin, px(1.7))
    adult = age == "adult"
    if not adult:
        skin = _smooth_childs_skin(skin, crop, areas)
    edge = smoothstep(0.0, 1.0, opencv.blur(narrower(areas.oval, 3), px(5)))
    if hidden:
        edge = edge * (1 - smoothstep(0, 10, ((areas.rows - float(crop.at(2)[0, 1])) / px(1) - 1).astype(np.float32)))
    skin = (1 + (skin - 1) * edge).astype(np.float32)
    levels, depth = (_ADULT_LEVELS, 0.03) if adult else (_CHILD_LEVELS, 0.012)
    return Tones(
        tuple((level, outlines(level - skin, least_area=26, step=5, smoothing=1.1, depth=depth)) for level in levels),
        tuple((level, outlines(skin - level, least_area=40, step=5, smoothing=1.1, depth=0.02)) for level in _LIGHTS),
    )


def _valid(areas: Areas, beard: F32) -> F32:
    """1 where bare skin is to be seen."""
    skin = (1 - wider(areas.eyes, 2.6)) * (1 - wider(areas.brows, 1.5)) * (1 - wider(areas.lips, 1.8))
    skin = skin * (1 - areas.nostrils * 0.8) * (1 - areas.hair) * (1 - smoothstep(0.2, 0.5, beard))
    return (np.clip(skin, 0, 1) * wider(areas.oval, 3)).astype(np.float32)


def _blurred(values: F32, weight: F32, rig_units: float) -> F32:
    """Mean of the weighted neighbourhood."""
    around = opencv.blur((values * weight).astype(np.float32), px(rig_units))
    return (around / (opencv.blur(weight.astype(np.float32), px(rig_units)) + 1e-4)).astype(np.float32)


def _calm_rim(skin: F32, areas: Areas) -> F32:
    """Cheek sides and forehead hardly darker than the skin: what is dark there is light and hair, not the face."""
    across = np.clip((np.abs(areas.columns - areas.middle_x) / px(1) - 46) / 14, 0, 1) * (1 - 0.4 * areas.below_nose)
    rising = smoothstep(0, 10, ((areas.brow_y - areas.rows) / px(1) - 10).astype(np.float32))
    calm = skin + np.maximum(across, rising) * np.clip(0.91 - skin, 0, 1) * 0.88
    calm = calm + rising * np.clip(0.965 - calm, 0, 1) * 0.9
    # Under the jaw the shadow of the head falls on the neck: the last units of the outline are not the face's.
    rim = (1 - opencv.blur(narrower(areas.oval, 7), px(3))) * areas.below_nose
    return (calm + rim * np.clip(0.95 - calm, 0, 1) * 0.9).astype(np.float32)


def _smooth_childs_skin(skin: F32, crop: FaceCrop, areas: Areas) -> F32:
    """A child's face keeps its nose, lids and lips; cheeks, smile lines and under-eyes are smooth."""
    wing = float(crop.at(358)[0, 0] - crop.at(129)[0, 0]) / 2
    half_mouth = float(crop.at(291)[0, 0] - crop.at(61)[0, 0]) / 2
    nose, lips = crop.at(4, 2).mean(axis=0), crop.at(13, 14).mean(axis=0)
    keep = np.maximum(0.25, 0.75 * bump(areas, nose, (max(wing * 1.45, 4.0), px(24))))
    keep = np.maximum(keep, 0.6 * bump(areas, lips + np.array([0, px(14)]), (max(half_mouth * 0.9, 4.0), px(22))))
    for ids in (landmarks.EYE_LEFT, landmarks.EYE_RIGHT):
        eye = crop.at(*ids)
        reach = max(abs(float(eye[0, 0] - eye[8, 0])) * 0.55, 4.0)
        keep = np.maximum(keep, 0.55 * bump(areas, eye[0:9].mean(axis=0) - [0, px(4)], (reach, px(11))))
    keep = keep * (1 - 0.95 * np.clip(areas.under_eyes, 0, 1))
    keep = keep * (1 - 0.9 * smoothstep(0, 10, ((areas.brow_y - areas.rows) / px(1) - 4).astype(np.float32)))
    for wing_point, corner, outward in ((129, 61, -1.0), (358, 291, 1.0)):
        start, end = crop.at(wing_point)[0], crop.at(corner)[0]
        for share in np.linspace(0.0, 1.25, 7):
            spot = start * (1 - share) + end * share + [outward * px(9), 0]
            keep = keep * (1 - 0.93 * bump(areas, spot, (px(11), px(11))))
    flat = 1 + (np.clip(skin, 0.74, 1.08) - 1) * opencv.blur(keep.astype(np.float32), px(3))
    return opencv.blur(flat.astype(np.float32), px(1.6))
