"""The mouth: expression, smile, lip colour."""

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Points
from limner.engine.landmarks import SHAPE_INDEX
from limner.engine.measure.head_crop import HeadCrop
from limner.engine.measure.reading import Reading
from limner.engine.measure.regions import LIPS_INNER, LIPS_OUTER, area, grown
from limner.engine.traits import Lab, Mouth

_OPEN = 0.055
"""Gap of the lips relative to the mouth's width, above which teeth show."""


def measure_mouth(crop: HeadCrop, shape: Points, skin: Lab) -> tuple[Reading[Mouth], Reading[float]]:
    """Expression, and the lift of the corners as 0..1. A covered mouth is calm."""

    def at(point: int) -> Points:
        return shape[SHAPE_INDEX[point]]

    if mouth_covered(crop, skin):
        return Reading("calm", 0.3), Reading(0.2, 0.2)
    width = float(np.linalg.norm(at(291) - at(61)))
    gap = float(np.linalg.norm(at(14) - at(13))) / max(width, 1e-3)
    middle_y = float(at(13)[1] + at(14)[1]) / 2
    lift = (middle_y - float(at(61)[1] + at(291)[1]) / 2) / max(width, 1e-3)
    smile = min(1.0, max(0.0, (lift + 0.02) / 0.16))
    if gap > _OPEN and (lift > 0.02 or gap > 0.16):
        return Reading("open-smile", 0.8), Reading(round(max(smile, 0.35), 3), 0.7)
    return (Reading("smile", 0.6) if lift > 0.035 else Reading("calm", 0.7)), Reading(round(smile, 3), 0.6)


def measure_lips(crop: HeadCrop, skin: Lab) -> Reading[Lab]:
    """Lip colour; near the skin's where the lips hardly stand out."""
    lips = area(crop.points, LIPS_OUTER) & ~area(crop.points, LIPS_INNER)
    pixels = crop.lab[lips].astype(np.float64)
    own: Lab = (skin[0] - 13, skin[1] + 13, skin[2] + 1)
    if len(pixels) < 20:
        return Reading(own, 0.2)
    seen = np.median(pixels, axis=0)
    contrast = float(np.linalg.norm((seen - np.array(skin)) * [0.6, 1.0, 0.5]))
    share = min(1.0, max(0.0, (contrast - 10) / 20))
    measured = (
        min(max(float(seen[0]), 30.0), 68.0),
        min(max(float(seen[1]) * 1.1, 14.0), 50.0),
        min(max(float(seen[2]), 4.0), 28.0),
    )
    color = tuple(o * (1 - share) + m * share for o, m in zip(own, measured, strict=True))
    return Reading((color[0], color[1], color[2]), round(0.4 + 0.4 * share, 2))


def mouth_covered(crop: HeadCrop, skin: Lab) -> bool:
    """Hands or a toy before the mouth: the lip contour has no edge of its own and its surroundings are no skin.

    Both thresholds were measured on the children's prototype: one hit on 35 photos, the right one.
    """
    contour = crop.points[list(LIPS_OUTER)]
    outwards = contour - contour.mean(axis=0)
    outwards /= np.linalg.norm(outwards, axis=1, keepdims=True) + 1e-6
    smooth = opencv.blur(crop.lab, 1.5)
    step = _sample(smooth, contour - outwards * 4) - _sample(smooth, contour + outwards * 6)
    support = float((step[:, 1] - 0.12 * step[:, 0] > 1.2).mean())
    mouth = area(crop.points, LIPS_OUTER)
    around = crop.lab[grown(mouth, 25) & ~grown(mouth, 7)]
    odd = np.abs((around - np.array(skin, np.float32)) / np.array([22, 7, 9], np.float32)).max(axis=1) > 1
    return support < 0.5 and float(odd.mean()) > 0.7


def _sample(lab: F32, at: Points) -> Points:
    x = np.clip(at[:, 0].astype(np.int64), 0, lab.shape[1] - 1)
    y = np.clip(at[:, 1].astype(np.int64), 0, lab.shape[0] - 1)
    return lab[y, x].astype(np.float64)
