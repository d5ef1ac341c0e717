"""From a measured face shape to the storybook layout: where each feature of the drawn head lies."""

from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from limner.engine import landmarks
from limner.engine.arrays import Points
from limner.engine.measure.mean_face import MEAN, STD
from limner.engine.rig.look import Features
from limner.engine.traits import AgeBand, Traits

UNITS_PER_FACE: Final = 200.0
EXAGGERATION: Final = 1.3
LARGEST_Z: Final = 2.6
_NOISE: Final = 0.008
"""Added to the spread of each point, so that the steadiest points are not blown up, in face units."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How far an age band leaves true proportions; factors, and offsets in face units."""

    forehead: float
    middle: float
    lower: float
    width: float
    cheeks: float
    eye_width: float
    eye_height: float
    nose: float
    brow_rise: float
    feature_drop: float
    symmetry: float
    """Share of the mirrored face in the drawn one, 0.5 = fully symmetric."""
    chin: float = 0.0
    """How much narrower the jaw gets towards the chin."""
    mouth: float = 1.0
    aperture: float = 1.0
    """Height of an open eye over what its age has in a storybook."""


LAYOUTS: Final[dict[AgeBand, Layout]] = {
    "adult": Layout(1.00, 0.94, 0.90, 1.05, 0.02, 1.46, 1.6, 0.72, 0.060, 0.010, 0.42),
    "child": Layout(1.06, 0.86, 0.82, 1.08, 0.075, 1.50, 1.7, 0.66, 0.070, 0.030, 0.47),
    "baby": Layout(1.10, 0.76, 0.74, 1.10, 0.125, 1.56, 1.8, 0.58, 0.085, 0.050, 0.48),
}

ANIME_LAYOUTS: Final[dict[AgeBand, Layout]] = {
    "adult": Layout(1.06, 0.92, 0.88, 1.05, 0.03, 1.74, 1.8, 0.60, 0.090, 0.040, 0.44, 0.20, 0.84, 1.26),
    "child": Layout(1.10, 0.84, 0.78, 1.09, 0.08, 1.66, 1.8, 0.52, 0.100, 0.060, 0.47, 0.17, 0.80, 1.14),
    "baby": Layout(1.12, 0.76, 0.72, 1.11, 0.12, 1.66, 1.9, 0.48, 0.105, 0.070, 0.48, 0.12, 0.80, 1.08),
}
"""Large eyes low in a broad skull, a small nose and mouth, a jaw that runs to a point."""
_ANIME_TRUTH: Final = 0.32
"""How far full likeness takes those proportions towards the true ones."""

TRUE_LAYOUTS: Final[dict[AgeBand, Layout]] = {
    "adult": Layout(1.07, 0.985, 0.97, 1.015, 0.0, 1.30, 1.24, 0.95, 0.012, 0.006, 0.18),
    "child": Layout(1.05, 0.91, 0.88, 1.06, 0.055, 1.38, 1.31, 0.86, 0.020, 0.015, 0.30),
    "baby": Layout(1.08, 0.84, 0.82, 1.07, 0.085, 1.40, 1.36, 0.80, 0.030, 0.025, 0.36),
}
"""Where a face's layout goes at full likeness: near the truth, eyes still larger."""
_POSE_SHARE: Final = 0.85
"""How much of the photo's own turn of the head is given back at full likeness."""

EYES: Final = (landmarks.EYE_LEFT, landmarks.EYE_RIGHT)
BROWS: Final = (
    landmarks.BROW_LEFT_UPPER + landmarks.BROW_LEFT_LOWER,
    landmarks.BROW_RIGHT_UPPER + landmarks.BROW_RIGHT_LOWER,
)
IRISES: Final = (landmarks.IRIS_LEFT, landmarks.IRIS_RIGHT)
LIPS: Final = tuple(
    sorted(
        {
            *landmarks.LIP_OUTER_UPPER,
            *landmarks.LIP_OUTER_LOWER,
            *landmarks.LIP_INNER_UPPER,
            *landmarks.LIP_INNER_LOWER,
        }
    )
)
NOSE: Final = landmarks.NOSE_RIDGE[3:] + landmarks.NOSE_BASE


@dataclass(frozen=True, slots=True)
class FaceShape:
    """The drawn face's points in rig units (200 per face unit, origin midway between the eyes, y down)."""

    points: Points
    layout: Layout
    age_band: AgeBand

    def at(self, *mesh_points: int) -> Points:
        """Rows (n, 2) of the given mesh points."""
        return self.points[[landmarks.SHAPE_INDEX[point] for point in mesh_points]]

    def one(self, mesh_point: int) -> Points:
        """The point (2,) of one mesh point."""
        return self.points[landmarks.SHAPE_INDEX[mesh_point]]


def face_shape(traits: Traits, features: Features = "storybook") -> FaceShape:
    """Exaggerate what is special about a face, then give it storybook proportions, the less the more likeness."""
    strength = float(np.clip(traits.likeness, 0, 1)) if traits.drawing is not None else 0.0
    drawn, truth = LAYOUTS[traits.age_band], TRUE_LAYOUTS[traits.age_band]
    if features == "anime":
        layout = _between(ANIME_LAYOUTS[traits.age_band], truth, strength * _ANIME_TRUTH)
    else:
        layout = _between(drawn, truth, strength)
    points = _caricature(traits.shape, layout.symmetry, 0.5 + 0.35 * strength)
    if traits.drawing is not None and strength > 0:
        posed = points + _POSE_SHARE * strength * _turn(traits.drawing.points, traits.shape)
        sides = posed[_rows((127, 356)), 0].mean()
        points = posed - [sides, 0.0]
    return FaceShape(_storybook(points, layout) * UNITS_PER_FACE, layout, traits.age_band)


def _turn(seen: Points, frontal: Points) -> Points:
    """What turning the head moved, (156, 2) face units; no point further than any turn that can be drawn."""
    return np.clip(np.nan_to_num(seen - frontal), -0.25, 0.25)


def _between(start: Layout, end: Layout, share: float) -> Layout:
    return Layout(
        *(
            (1 - share) * float(getattr(start, field.name)) + share * float(getattr(end, field.name))
            for field in fields(Layout)
        )
    )


def _caricature(shape: Points, symmetry: float, brow_life: float) -> Points:
    """(156, 2) face units in and out: mean + 1.3 times the deviation, no deviation beyond 2.6 spreads."""
    finite = np.nan_to_num(np.asarray(shape, np.float64), nan=0.0, posinf=0.0, neginf=0.0).round(5)
    mirrored = finite[landmarks.SHAPE_MIRROR] * np.array([-1.0, 1.0])
    blended = finite * (1 - symmetry) + mirrored * symmetry
    mean, spread = MEAN[:, :2], STD[:, :2] + _NOISE
    deviation = np.clip((blended - mean) / spread, -LARGEST_Z, LARGEST_Z) * spread
    return mean + EXAGGERATION * _calm_brows(deviation, brow_life)


def _calm_brows(deviation: Points, life: float) -> Points:
    """The brows' uneven lift is partly expression, not shape: keep their mean height and `life` of the rest."""
    calm = deviation.copy()
    for brow in BROWS:
        rows = _rows(brow)
        middle = calm[rows, 1].mean()
        calm[rows, 1] = middle + life * (calm[rows, 1] - middle)
    return calm


def _storybook(points: Points, layout: Layout) -> Points:
    placed = points.copy()
    placed[:, 1] = _vertical(points[:, 1], layout)
    oval = _rows(landmarks.OVAL)
    # Cheeks are fullest at the height of the nose.
    fullness = layout.cheeks * np.exp(-(((placed[oval, 1] - 0.26) / 0.2) ** 2))
    placed[oval, 0] *= layout.width + fullness
    if layout.chin:
        low = np.clip((placed[:, 1] - 0.2) / max(float(placed[oval, 1].max()) - 0.2, 0.1), 0, 1)
        placed[oval, 0] *= 1 - layout.chin * low[oval] ** 1.3
    for side, (eye, iris, brow) in enumerate(zip(EYES, IRISES, BROWS, strict=True)):
        outward = 1.0 if side else -1.0
        center = (points[landmarks.SHAPE_INDEX[eye[0]]] + points[landmarks.SHAPE_INDEX[eye[8]]]) / 2
        shift = np.array([outward * 0.022, layout.feature_drop])
        _scale(placed, eye + iris, center, (layout.eye_width, layout.eye_height), shift)
        brow_center = placed[_rows(brow)].mean(axis=0)
        lift = np.array([outward * 0.012, layout.feature_drop - layout.brow_rise])
        _scale(placed, brow, brow_center, (1.1, 1.0), lift)
    if layout.mouth < 1:
        _scale(placed, LIPS, placed[_rows(LIPS)].mean(axis=0), (layout.mouth, layout.mouth), np.zeros(2))
    base = placed[landmarks.SHAPE_INDEX[2]].copy()
    _scale(placed, NOSE, base, (layout.nose, layout.nose), np.array([0.0, layout.feature_drop * 0.4]))
    return placed


def _vertical(y: Points, layout: Layout) -> Points:
    """Heights in face units: forehead above the brows, middle down to the nose's base, lower to the chin."""
    brow, nose = -0.12, 0.30
    above = brow + (y - brow) * layout.forehead
    below = nose * layout.middle + (y - nose) * layout.lower
    return np.where(y < brow, above, np.where(y < 0, y, np.where(y < nose, y * layout.middle, below)))


def _rows(mesh_points: tuple[int, ...]) -> list[int]:
    return [landmarks.SHAPE_INDEX[point] for point in mesh_points]


def _scale(
    points: Points, mesh_points: tuple[int, ...], center: Points, factor: tuple[float, float], shift: Points
) -> None:
    rows = _rows(mesh_points)
    points[rows] = (points[rows] - center) * np.array(factor) + center + shift
