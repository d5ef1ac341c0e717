"""Which pixels are hair: graph cut seeded by a ring around the face, then gates that keep skin out."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, U8, Bools
from limner.engine.measure.head_crop import HEIGHT_PX, WIDTH_PX, HeadCrop
from limner.engine.measure.regions import FOREHEAD, SHAPE, area, bare_skin, middle_color, oval, shrunk

_CUT_STEP: Final = 3
_Y: Final[F32] = np.arange(HEIGHT_PX, dtype=np.float32)[:, None]
_X: Final[F32] = np.arange(WIDTH_PX, dtype=np.float32)[None, :]
_GROUND: Final = 0
_FIGURE: Final = 1
_MAYBE_GROUND: Final = 2
_MAYBE_FIGURE: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class HairMask:
    """`soft` 0..1 in crop pixels (all zero on a bald head); the rest is evidence for choosing a style.

    `cap_texture` is fine contrast above the forehead relative to the forehead's, `cap_difference` the colour
    distance (Lab) between the two, `cap_lightness` the step in lightness.
    """

    soft: F32
    cap_texture: float
    cap_difference: float
    cap_lightness: float

    @property
    def found(self) -> bool:
        """Whether there is hair worth speaking of."""
        return float((self.soft > 0.5).mean()) > 0.004


@dataclass(frozen=True, slots=True, eq=False)
class _Evidence:
    skin_distance: F32
    """How many deviations a pixel lies from the person's skin; shading counts little."""
    fine: F32
    """Fine contrast of lightness."""
    cap: Bools
    """Just above the forehead."""
    forehead: Bools


def find_hair(crop: HeadCrop) -> HairMask:
    """Segment the hair of the head crop."""
    skin = middle_color(crop.lab, bare_skin(crop.points), 50, 74)
    evidence = _evidence(crop, skin)
    texture, difference, step = _cap_facts(crop, evidence)
    seeds = _seeds(crop, evidence)
    core = shrunk(seeds, 5)
    empty = HairMask(np.zeros(SHAPE, np.float32), texture, difference, step)
    if int(core.sum()) < 60 or (difference < 9 and texture < 2.2 and _share(seeds, evidence.cap) < 0.5):
        return empty
    cut = _cut(crop, evidence, seeds, core)
    hair = _without_skin(crop, evidence, cut, core, skin)
    hair = _connected(hair, core)
    if not hair.any() or _is_shaded_scalp(crop, evidence, hair):
        return empty
    large = opencv.resize(hair.astype(np.float32), WIDTH_PX, HEIGHT_PX, "linear")
    return HairMask(opencv.blur(large, 2.0), texture, difference, step)


def _evidence(crop: HeadCrop, skin: F32) -> _Evidence:
    lab, points = crop.lab, crop.points
    spread = np.clip(lab[oval(points, 0.9, 0.9)].std(axis=0) * [1.2, 1.0, 1.0], [9.0, 2.4, 3.2], [15.0, 3.8, 5.5])
    # By channel: three numbers at a time are slow to broadcast.
    red, yellow = (np.ascontiguousarray(lab[..., channel]) for channel in (1, 2))
    lightness = np.ascontiguousarray(lab[..., 0])
    offsets = zip((lightness, red, yellow), skin, spread.astype(np.float32), strict=True)
    distance = np.sqrt(sum(((values - middle) / width) ** 2 for values, middle, width in offsets))
    fine = np.abs(lightness - opencv.blur(lightness, 2.5))
    face_px = float(np.linalg.norm(points[152] - points[10]))
    ring = oval(points, 1.30, 1.45, -0.03 * face_px) & ~oval(points, 1.06, 1.12) & (crop.person > 0.5)
    cap = ring & (points[10, 1] + 0.05 * face_px > _Y)
    return _Evidence(distance, fine, cap, area(points, FOREHEAD))


def _share(mask: Bools, within: Bools) -> float:
    count = int(within.sum())
    return float((mask & within).sum() / count) if count > 50 else 0.0


def _cap_facts(crop: HeadCrop, evidence: _Evidence) -> tuple[float, float, float]:
    if int(evidence.cap.sum()) < 50:
        return 0.0, 0.0, 0.0
    cap = np.median(crop.lab[evidence.cap], axis=0)
    forehead = np.median(crop.lab[evidence.forehead], axis=0)
    texture = float(evidence.fine[evidence.cap].mean() / max(float(evidence.fine[evidence.forehead].mean()), 0.25))
    difference = float(np.linalg.norm((cap - forehead) * [0.5, 1.0, 1.0]))
    return round(texture, 3), round(difference, 2), round(float(cap[0] - forehead[0]), 2)


def _seeds(crop: HeadCrop, evidence: _Evidence) -> Bools:
    points, lightness = crop.points, crop.lab[..., 0]
    face_px = float(np.linalg.norm(points[152] - points[10]))
    above_eyes = points[[33, 263], 1].mean() + 0.02 * face_px > _Y
    ring = oval(points, 1.30, 1.45, -0.03 * face_px) & ~oval(points, 1.03, 1.03) & above_eyes & (crop.person > 0.5)
    unlike_skin = ring & (evidence.skin_distance > 2.6)
    face = oval(points)
    skin_lightness = float(np.median(lightness[evidence.forehead])) if evidence.forehead.any() else 60.0
    sure = ~face | (lightness < skin_lightness - 12)
    return unlike_skin & sure & (~oval(points, 1.06, 1.12) | (evidence.skin_distance > 3.4))


def _cut(crop: HeadCrop, evidence: _Evidence, seeds: Bools, core: Bools) -> Bools:
    """Graph cut at a third of the crop's size, which is fine enough for a silhouette; True is hair, at half size."""
    labels = _labels(crop, evidence, seeds, core)[::_CUT_STEP, ::_CUT_STEP]
    small = opencv.resize(crop.rgb, labels.shape[1], labels.shape[0], "area")
    window = _window(labels != _GROUND)
    hair = np.zeros(labels.shape, np.float32)
    hair[window] = opencv.grab_cut(np.ascontiguousarray(small[window]), np.ascontiguousarray(labels[window]), rounds=1)
    return opencv.resize(hair, WIDTH_PX // 2, HEIGHT_PX // 2) > 0.5


def _window(mask: Bools, margin: int = 40) -> tuple[slice, slice]:
    """Rows and columns that hold the mask, with a margin of ground: the cut costs by the pixel."""
    rows, columns = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    top, left = max(int(rows[0]) - margin, 0), max(int(columns[0]) - margin, 0)
    return slice(top, int(rows[-1]) + margin), slice(left, int(columns[-1]) + margin)


def _labels(crop: HeadCrop, evidence: _Evidence, seeds: Bools, core: Bools) -> U8:
    points, lightness = crop.points, crop.lab[..., 0]
    face_px = float(np.linalg.norm(points[152] - points[10]))
    jaw_px = float(abs(points[288, 0] - points[58, 0]))
    face, skin_like = oval(points), evidence.skin_distance < 2.6
    chin_y, middle_x = float(points[152, 1]), float(points[152, 0])
    labels = np.full(SHAPE, _MAYBE_GROUND, np.uint8)
    labels[(crop.person > 0.35) & ~face & ~skin_like & (chin_y + 0.10 * face_px > _Y)] = _MAYBE_FIGURE
    labels[seeds] = _MAYBE_FIGURE
    labels[core] = _FIGURE
    labels[crop.person < 0.06] = _GROUND
    labels[oval(points, 0.90, 0.86, 0.05 * face_px)] = _GROUND
    forehead_light = float(np.median(lightness[evidence.forehead])) if evidence.forehead.any() else 60.0
    above_brows = points[[105, 334], 1].mean() - 0.02 * face_px > _Y
    fringe = face & above_brows & (evidence.skin_distance > 3.5) & (lightness < forehead_light - 12)
    labels[fringe] = _MAYBE_FIGURE
    labels[(chin_y + 0.05 * face_px < _Y) & (np.abs(_X - middle_x) < 0.30 * jaw_px)] = _GROUND
    labels[(chin_y + 0.62 * face_px < _Y) & (labels != _GROUND)] = _MAYBE_GROUND
    labels[~face & skin_like & (labels != _FIGURE) & (labels != _GROUND)] = _MAYBE_GROUND
    labels[~crop.inside] = _GROUND
    return labels


def _without_skin(crop: HeadCrop, evidence: _Evidence, cut: Bools, core: Bools, skin: F32) -> Bools:
    """Take out of the cut what is nearer to skin than to the hair of the seeds."""
    lab, points = crop.lab[::2, ::2], crop.points
    seeds = crop.lab[core]
    middle = np.median(seeds, axis=0)
    inverse = np.linalg.inv(np.cov(seeds.T) + np.diag([80.0, 10.0, 14.0]))
    offset = (lab - middle).astype(np.float64)
    hair_distance = np.sqrt(np.maximum(np.einsum("...i,ij,...j->...", offset, inverse, offset), 0))
    skin_distance = evidence.skin_distance[::2, ::2]
    hair = cut & ~((hair_distance > 4.5) & (skin_distance < 2.2))
    hair &= ~(oval(points, 1.06, 1.06)[::2, ::2] & (hair_distance > skin_distance * 1.15))
    if hair.any():
        lightness = float(np.median(lab[..., 0][hair]))
        if lightness < skin[0] - 18:
            border = lightness * 0.45 + skin[0] * 0.55
            hair &= ~(oval(points, 1.03, 1.10)[::2, ::2] & (lab[..., 0] > border))
    return hair


def _is_shaded_scalp(crop: HeadCrop, evidence: _Evidence, hair: Bools) -> bool:
    """A bald head in shadow: hardly less red, not much darker and as smooth as the forehead."""
    step = np.median(crop.lab[::2, ::2][hair], axis=0) - np.median(crop.lab[evidence.forehead], axis=0)
    smooth = evidence.fine[::2, ::2][hair].mean() / max(float(evidence.fine[evidence.forehead].mean()), 0.25)
    return bool(step[1] > -1.5 and step[0] > -32 and smooth < 3)


def _connected(hair: Bools, core: Bools) -> Bools:
    """Parts that hold a seed, small holes filled, ragged edges rounded."""
    rounded = opencv.dilate(opencv.erode(hair.astype(np.uint8), 3), 3)
    rounded = opencv.erode(opencv.dilate(rounded, 7), 7) > 0
    small_core = core[::2, ::2]
    count, labels, _ = opencv.connected_components(rounded)
    seeded = np.bincount(labels[small_core], minlength=count) > 15
    seeded[0] = False
    kept: Bools = seeded[labels]
    count, labels, stats = opencv.connected_components(~kept)
    small_hole = stats[:, 4] < 150
    small_hole[0] = False
    return kept | small_hole[labels]
