"""What hides a face: a hand at the mouth, a toy, a hard shadow."""

from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32
from limner.engine.likeness.areas import Areas, wider
from limner.engine.likeness.face_crop import HEIGHT_PX, WIDTH_PX, FaceCrop, px
from limner.engine.likeness.light import EvenFace
from limner.engine.measure.regions import LIPS_OUTER

_LEAST_LIP_EDGE: Final = 0.5
_MOST_ODD_SKIN: Final = 0.7


def mouth_hidden(crop: FaceCrop, areas: Areas, face: EvenFace) -> bool:
    """Whether something lies over the mouth: hardly any lip contour, and odd colours around it."""
    around = (wider(areas.lips, 9) > 0.5) & (wider(areas.lips, 2.5) < 0.5)
    away = np.abs(crop.lab[around] - face.skin_lab) / np.array([22.0, 7.0, 9.0], np.float32)
    odd = float((away.max(axis=1) > 1).mean()) if around.any() else 1.0
    return _lip_edge(crop) < _LEAST_LIP_EDGE and round(odd, 3) > _MOST_ODD_SKIN


def _lip_edge(crop: FaceCrop) -> float:
    """Share of the lip contour that is redder or darker inside than outside."""
    contour = crop.at(*LIPS_OUTER)
    outward = contour - contour.mean(axis=0)
    outward = outward / np.maximum(np.linalg.norm(outward, axis=1, keepdims=True), 1e-6)
    smooth = opencv.blur(crop.lab, 1.5)

    def at(points: F32) -> F32:
        cells = np.clip(np.round(points).astype(np.int64), 0, [WIDTH_PX - 1, HEIGHT_PX - 1])
        return smooth[cells[:, 1], cells[:, 0]]

    inside, outside = at(contour - outward * px(3)), at(contour + outward * px(4.5))
    red = (inside - outside)[:, 1] - 0.12 * (inside - outside)[:, 0]
    return round(float((red > 1.2).mean()), 3)


def odd_share(crop: FaceCrop, areas: Areas, face: EvenFace, beard: F32) -> float:
    """Share 0..1 of the skin whose colour is not the face's own: a hand, a toy, a hard shadow, hair not found."""
    skin = (face.skin & (beard < 0.3) & (areas.under_eyes < 0.3))[::2, ::2]
    away = np.abs(crop.lab[::2, ::2, 1:] - face.skin_lab[1:]) / np.array([9.0, 11.0], np.float32)
    odd = (away.max(axis=-1) > 1) | (np.abs(face.smooth[::2, ::2] - 1) > 0.34)
    return round(float(odd[skin].mean()), 3) if skin.any() else 1.0
