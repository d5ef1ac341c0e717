"""The few lines of a face: folds, the wings of the nose, the crease of a lid."""

from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, U8, Points
from limner.engine.landmarks import EYE_LEFT, EYE_RIGHT
from limner.engine.likeness.areas import Areas, bump, narrower, smoothstep, wider
from limner.engine.likeness.face_crop import HEIGHT_PX, WIDTH_PX, FaceCrop, px, to_face_units
from limner.engine.likeness.light import EvenFace, mirror
from limner.engine.traits import AgeBand

_FAINTEST: Final = 0.013
_STEP_PX: Final = 1.5
_LONGEST: Final = 60
_MOST: Final = 22
_SHORTEST: Final = 11.0
"""In rig units."""

Line = tuple[Points, float]
"""A curve (n, 2) in face units and its strength: the depth of the ridge as a share of the skin's lightness."""


def face_lines(
    crop: FaceCrop, areas: Areas, face: EvenFace, beard: F32, frontal: float, age: AgeBand, *, hidden: bool
) -> tuple[Line, ...]:
    """Up to 22 dark ridges, the deepest first.

    Ridges are where the smaller curvature of a Gaussian-smoothed picture vanishes and the larger is positive
    (Lindeberg 1998); the walk follows the direction of the smaller one.
    """
    response, along_x, along_y = _ridges(face.sharp * np.float32(0.75))
    response = response * _weight(areas, response, along_x, beard, frontal)
    if age != "adult":
        response = response * _childs_lines(crop, areas)
    if hidden:
        response = response * (areas.rows < crop.at(2)[0, 1] + px(3))
    allowed = narrower(areas.oval, 8) * areas.outside(
        wider(areas.eyes, 1.8), wider(areas.brows, 1.2), wider(areas.lips, 1.2), areas.hair
    )
    response = np.where(allowed > 0.5, response, 0).astype(np.float32)
    return _trace(response, along_x, along_y)


def _ridges(ratio: F32) -> tuple[F32, F32, F32]:
    best: F32 = np.zeros(ratio.shape, np.float32)
    along_x, along_y = np.ones_like(best), np.zeros_like(best)
    for sigma in (px(0.9), px(1.6)):
        smooth = opencv.blur(ratio, sigma)
        gx, gy = opencv.sobel(smooth, 1, 0), opencv.sobel(smooth, 0, 1)
        xx, yy, xy = opencv.sobel(gx, 1, 0), opencv.sobel(gy, 0, 1), opencv.sobel(gx, 0, 1)
        root = np.hypot((xx - yy) / 2, xy)
        large, small = (xx + yy) / 2 + root, (xx + yy) / 2 - root
        response = (0.78 * sigma * sigma * (large - np.abs(small))).astype(np.float32)
        angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2
        better = response > best
        best = np.where(better, response, best)
        along_x = np.where(better, np.cos(angle), along_x).astype(np.float32)
        along_y = np.where(better, np.sin(angle), along_y).astype(np.float32)
    return best, along_x, along_y


def _weight(areas: Areas, response: F32, along_x: F32, beard: F32, frontal: float) -> F32:
    """Forehead, temples and under-eyes count less; a line on one side only is the light's, not the face's.

    Folds of a forehead lie level: what stands upright there is hair.
    """
    forehead = areas.rows < areas.brow_y - px(14)
    weight = np.where(forehead, 0.45 * (along_x * along_x) ** 2, 1.0)
    beyond = (np.abs(areas.columns - areas.middle_x) - areas.half_eyes) / px(1) - 5
    weight = weight * (1 - 0.6 * np.clip(beyond / 8, 0, 1)) * (1 - 0.5 * np.clip(areas.under_eyes, 0, 1))
    weight = weight * (1 - 0.75 * smoothstep(0.15, 0.4, opencv.blur(beard, 4.0)))
    # A frown between the brows is the moment's, and a stray strand of a fringe looks like one.
    between = np.array([areas.middle_x, areas.brow_y + px(6)])
    weight = weight * (1 - 0.85 * bump(areas, between, (px(17), px(20))))
    if frontal > 0:
        other = opencv.dilate(opencv.blur(mirror(response, areas), 1.5), int(px(5)) | 1)
        away = np.clip((np.abs(areas.columns - areas.middle_x) / px(1) - 30) / 20, 0, 1)
        lone = 1 - smoothstep(0.35, 0.8, (other / (response + 1e-4)).astype(np.float32))
        weight = weight * (1 - frontal * np.maximum(away, forehead) * lone * 0.85)
    return weight.astype(np.float32)


def _childs_lines(crop: FaceCrop, areas: Areas) -> F32:
    """A child's face has lines at the wings of the nose and in the folds of the lids, nowhere else."""
    wing = max(float(crop.at(358)[0, 0] - crop.at(129)[0, 0]) / 2, 4.0)
    keep = bump(areas, crop.at(4, 2).mean(axis=0) + np.array([0, px(3)]), (wing * 1.25, px(15)))
    for ids in (EYE_LEFT, EYE_RIGHT):
        eye = crop.at(*ids)
        reach = max(abs(float(eye[0, 0] - eye[8, 0])) * 0.5, 4.0)
        keep = np.maximum(keep, 0.8 * bump(areas, eye[2:7].mean(axis=0) - np.array([0, px(7)]), (reach, px(7))))
    return smoothstep(0.25, 0.6, keep.astype(np.float32))


def _trace(response: F32, along_x: F32, along_y: F32) -> tuple[Line, ...]:
    peaks = (response == opencv.dilate(response, 5)) & (response > _FAINTEST * 1.9)
    ys, xs = np.nonzero(peaks)
    order = np.argsort(-np.round(response[ys, xs], 4), kind="stable")
    taken: U8 = np.zeros(response.shape, np.uint8)
    lines: list[Line] = []
    for i in order:
        start = np.array([xs[i], ys[i]], np.float64)
        if taken[ys[i], xs[i]]:
            continue
        one, other = (_walk(start, sign, response, along_x, along_y, taken) for sign in (1.0, -1.0))
        line = np.array([*other[::-1], start, *one])
        for x, y in line.tolist():
            opencv.draw_circle(taken, (x, y), 4, 1.0)
        if len(line) * _STEP_PX < px(_SHORTEST):
            continue
        cells = np.round(line).astype(np.int64)
        strength = float(response[cells[:, 1], cells[:, 0]].mean())
        lines.append((to_face_units(line[::4] if len(line) > 16 else line[::3]), round(strength, 4)))
        if len(lines) == _MOST:
            break
    return tuple(lines)


def _walk(start: Points, sign: float, response: F32, along_x: F32, along_y: F32, taken: U8) -> list[Points]:
    at, path = start.copy(), list[Points]()
    x, y = int(start[0]), int(start[1])
    heading = sign * np.array([along_x[y, x], along_y[y, x]], np.float64)
    for _ in range(_LONGEST):
        at = at + heading * _STEP_PX
        x, y = round(float(at[0])), round(float(at[1]))
        if not (0 <= x < WIDTH_PX and 0 <= y < HEIGHT_PX) or response[y, x] < _FAINTEST or taken[y, x]:
            break
        here = np.array([along_x[y, x], along_y[y, x]], np.float64)
        here = -here if float(here @ heading) < 0 else here
        heading = np.round(0.45 * heading + 0.55 * here, 5)
        heading = heading / (float(np.linalg.norm(heading)) + 1e-6)
        path.append(at.copy())
    return path
