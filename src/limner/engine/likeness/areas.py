"""Where the features of a face lie in the face crop, as soft masks."""

from dataclasses import dataclass

import numpy as np

from limner.engine import landmarks, opencv
from limner.engine.arrays import F32, Points
from limner.engine.likeness.face_crop import SHAPE, FaceCrop, px
from limner.engine.measure.regions import BROW_LEFT, BROW_RIGHT, LIPS_INNER, LIPS_OUTER
from limner.engine.vectors import resample_closed


@dataclass(frozen=True, slots=True, eq=False)
class Areas:
    """Masks 0..1 of shape (312, 248), and the columns and rows that divide the face, in crop pixels."""

    oval: F32
    eyes: F32
    brows: F32
    lips: F32
    mouth: F32
    nostrils: F32
    under_eyes: F32
    hair: F32
    below_nose: F32
    columns: F32
    rows: F32
    middle_x: float
    brow_y: float
    half_eyes: float
    """Half the distance of the outer eye corners."""

    def outside(self, *masks: F32) -> F32:
        """1 where none of the masks is."""
        return (1 - np.clip(np.maximum.reduce(masks), 0, 1)).astype(np.float32)


def areas_of(crop: FaceCrop) -> Areas:
    """All masks of one face."""
    rows, columns = (grid.astype(np.float32) for grid in np.mgrid[: SHAPE[0], : SHAPE[1]])
    eyes = [filled(crop.at(*ids)) for ids in (landmarks.EYE_LEFT, landmarks.EYE_RIGHT)]
    sagging = [filled(crop.at(*ids) + np.array([0.0, px(13)])) for ids in (landmarks.EYE_LEFT, landmarks.EYE_RIGHT)]
    eye, under = np.maximum(*eyes), np.maximum(*sagging)
    base = float(crop.at(2)[0, 1])
    return Areas(
        oval=filled(resample_closed(crop.at(*landmarks.OVAL), px(6), 1.2)),
        eyes=eye,
        brows=np.maximum(filled(crop.at(*BROW_LEFT)), filled(crop.at(*BROW_RIGHT))),
        lips=filled(crop.at(*LIPS_OUTER)),
        mouth=filled(crop.at(*LIPS_INNER)),
        nostrils=_nostrils(crop),
        under_eyes=opencv.blur(wider(under, 6) * (1 - wider(eye, 2)), px(2.5)),
        hair=wider((crop.hair > 0.5).astype(np.float32), 3),
        below_nose=opencv.blur((rows > base).astype(np.float32), 3.0),
        columns=columns,
        rows=rows,
        middle_x=float(crop.at(168, 6, 197, 195)[:, 0].mean()),
        brow_y=float(crop.at(105, 334)[:, 1].mean()),
        half_eyes=float(abs(crop.at(263)[0, 0] - crop.at(33)[0, 0]) / 2),
    )


def filled(polygon: Points) -> F32:
    """Inside of a closed line in crop pixels, with soft edges."""
    return opencv.fill_polygon(SHAPE, polygon, smooth=True)


def wider(mask: F32, rig_units: float) -> F32:
    """The mask grown on every side by a length in rig units."""
    return opencv.dilate(mask, max(1, int(px(rig_units) * 2)) | 1)


def narrower(mask: F32, rig_units: float) -> F32:
    """The mask shrunk on every side by a length in rig units."""
    return opencv.erode(mask, max(1, int(px(rig_units) * 2)) | 1)


def smoothstep(low: float, high: float, values: F32) -> F32:
    """0 below `low`, 1 above `high`, smooth between (Hermite)."""
    t = np.clip((values - low) / (high - low), 0, 1)
    return (t * t * (3 - 2 * t)).astype(np.float32)


def bump(areas: Areas, center: Points, radii: tuple[float, float]) -> F32:
    """A soft flat-topped spot around (2,) crop pixels; `radii` in crop pixels."""
    across = ((areas.columns - float(center[0])) / radii[0]) ** 2 + ((areas.rows - float(center[1])) / radii[1]) ** 2
    return np.exp(-(across**1.5)).astype(np.float32)


def _nostrils(crop: FaceCrop) -> F32:
    base = crop.at(2)[0]
    angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    ring = np.stack([np.cos(angle) * px(7), np.sin(angle) * px(4.2)], axis=1)
    return np.maximum(*(filled(crop.at(wing)[0] * 0.72 + base * 0.28 - [0, px(2)] + ring) for wing in (98, 327)))
