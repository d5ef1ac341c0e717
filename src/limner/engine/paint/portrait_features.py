"""Eyes, mouth and brows with a fine brush: what makes a painted face look back."""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline

from limner.engine.arrays import F32, Points
from limner.engine.color import from_lch
from limner.engine.landmarks import (
    EYE_LEFT,
    EYE_RIGHT,
    IRIS_LEFT,
    IRIS_RIGHT,
    LIP_INNER_LOWER,
    LIP_INNER_UPPER,
)
from limner.engine.opencv import blur, fill_polygon, lab_to_rgb, luminance, rgb_to_lab
from limner.engine.paint.edge_aware import as_f32, smooth_step


def curve(points: Points, count: int = 40) -> Points:
    """Smooth curve (count, 2) through (n, 2) points; repeated points are dropped."""
    points = np.asarray(points[:, :2], np.float64)
    steps = np.hypot(*np.diff(points, axis=0).T) + 1e-6
    at = np.concatenate([[0.0], np.cumsum(steps)])
    where: Points = np.linspace(0, float(at[-1]), count)
    spline: Points = CubicSpline(at, points)(where)
    return spline


def brush_line(shape: tuple[int, int], points: Points, half_widths: Points) -> F32:
    """Mask of a line along (n, 2) points with a half-width in pixels at each of them."""
    along = np.gradient(points, axis=0)
    normals = np.stack([-along[:, 1], along[:, 0]], axis=1) / (np.hypot(along[:, 0], along[:, 1])[:, None] + 1e-6)
    reach = normals * half_widths[:, None]
    return fill_polygon(shape, np.vstack([points + reach, (points - reach)[::-1]]), smooth=True)


@dataclass(frozen=True, slots=True, eq=False)
class _Eye:
    """One eye in the coordinates of a window cut from the canvas."""

    window: tuple[slice, slice]
    upper: Points
    lower: Points
    iris: Points
    radius_px: float
    width_px: float
    aperture: F32


def paint_eyes(painted: F32, photo: F32, mesh: Points, light_side: float) -> F32:
    """Repaint both eyes: clean white, clear iris with a dark rim, pupil, shadow of the lid, catch light, lashes.

    Colours come from `photo`; squinting or turned away eyes are touched less. `light_side` is -1 when the light
    comes from the left, +1 from the right.
    """
    result = painted.copy()
    measured = (_measure(mesh, *parts, painted.shape[0]) for parts in ((EYE_LEFT, IRIS_LEFT), (EYE_RIGHT, IRIS_RIGHT)))
    eyes = [eye for eye in measured if eye is not None]
    if not eyes:
        return result
    iris_lab = _iris_colour(photo, eyes)
    for eye in eyes:
        result[eye.window] = _paint_eye(result[eye.window], photo[eye.window], eye, iris_lab, light_side)
    return result


def _measure(mesh: Points, contour: tuple[int, ...], iris: tuple[int, ...], side_px: int) -> _Eye | None:
    ring = mesh[list(contour), :2]
    width = float(np.hypot(*(ring[0] - ring[8])))
    low = np.floor(ring.min(axis=0) - 0.6 * width).astype(int)
    high = np.ceil(ring.max(axis=0) + 0.6 * width).astype(int)
    low, high = np.clip(low, 0, side_px), np.clip(high, 0, side_px)
    if width < 6 or (high - low).min() < 6:
        return None
    upper, lower = curve(ring[:9] - low), curve(np.vstack([ring[8:], ring[:1]])[::-1] - low)
    shape = (int(high[1] - low[1]), int(high[0] - low[0]))
    aperture = fill_polygon(shape, np.vstack([upper, lower[::-1]]), smooth=True)
    centre = mesh[iris[0], :2]
    radius = float(np.linalg.norm(mesh[list(iris[1:]), :2] - centre, axis=1).mean())
    radius = float(np.clip(radius * 1.06, 0.20 * width, 0.27 * width))
    window = (slice(int(low[1]), int(high[1])), slice(int(low[0]), int(high[0])))
    return _Eye(window, upper, lower, centre - low, radius, width, blur(aperture, max(0.5, width / 110)))


def _paint_eye(painted: F32, photo: F32, eye: _Eye, iris_lab: F32, light_side: float) -> F32:
    height, width = eye.aperture.shape
    x = np.arange(width, dtype=np.float32)[None, :]
    y = np.arange(height, dtype=np.float32)[:, None]
    opening = float(np.max(eye.lower[:, 1] - eye.upper[:, 1]))
    below_lid = (y - _upper_edge(eye, width)[None, :]) / np.float32(max(opening, 3.0))
    dx, dy = (x - np.float32(eye.iris[0])) / eye.radius_px, (y - np.float32(eye.iris[1])) / eye.radius_px
    away = np.hypot(dx, dy).astype(np.float32)
    soft = np.float32(max(1.0 / eye.radius_px, 0.05))
    open_share = np.float32(smooth_step(0.10, 0.22, np.array([opening / eye.width_px], np.float32))[0])
    aperture = eye.aperture * open_share
    result = _over(painted, aperture * 0.80, _white(photo, eye, away, below_lid))
    disc = aperture * smooth_step(1 + soft, 1 - soft, away)
    result = _over(result, disc * 0.92, _iris(iris_lab, away, dy, below_lid))
    pupil = aperture * smooth_step(0.43 + soft, 0.43 - soft, away)
    result = _over(result, pupil * 0.94, np.array([0.07, 0.06, 0.07], np.float32))
    result = _lashes(result, eye)
    glint = np.hypot((dx - light_side * 0.34) / 0.25, (dy + 0.36) / 0.27)
    result = _over(result, aperture * smooth_step(1.15, 0.8, glint), np.array([1.0, 0.995, 0.98], np.float32))
    back = np.hypot((dx + light_side * 0.38) / 0.20, (dy - 0.42) / 0.15)
    return _over(result, aperture * smooth_step(1.3, 0.5, back) * 0.30, np.array([1.0, 1.0, 1.0], np.float32))


def _upper_edge(eye: _Eye, width: int) -> F32:
    order = np.argsort(eye.upper[:, 0], kind="stable")
    across, down = eye.upper[order, 0].tolist(), eye.upper[order, 1].tolist()
    edge: Points = np.asarray(np.interp(range(width), across, down), np.float64)
    return as_f32(edge)


def _over(below: F32, mask: F32, colour: F32) -> F32:
    cover = mask[..., None] if mask.ndim == 2 else mask
    return as_f32(below * (1 - cover) + colour * cover)


def _white(photo: F32, eye: _Eye, away: F32, below_lid: F32) -> F32:
    """The white of the eye: the photo's own, evened out and a little cleaner, darker under the lid."""
    region = (eye.aperture > 0.8) & (away > 1.1)
    own = np.median(photo[region], axis=0) if region.sum() > 6 else np.array([0.8, 0.77, 0.75])
    lab = rgb_to_lab(own.astype(np.float32).reshape(1, 1, 3))
    lab[..., 0] = np.clip(lab[..., 0] + 9, 66, 93)
    lab[..., 1:] *= np.float32(0.45)
    shade = 1 - np.float32(0.30) * smooth_step(0.42, 0.0, below_lid)
    return as_f32(lab_to_rgb(lab) * shade[..., None] * np.array([1, 0.988, 0.978], np.float32))


def _iris(lab: F32, away: F32, dy: F32, below_lid: F32) -> F32:
    """Darker above, lighter below where light falls through, a dark rim around."""
    lower = np.clip(0.5 + 0.55 * dy, 0, 1)[..., None]
    dark, light = (
        lab + np.array([-9, 0, 0], np.float32),
        lab * np.array([1, 1.2, 1.25], np.float32) + np.array([13, 0, 2], np.float32),
    )
    colour = lab_to_rgb((dark * (1 - lower) + light * lower).astype(np.float32))
    rim = 1 - np.float32(0.55) * smooth_step(0.70, 1.0, away)
    lid = 1 - np.float32(0.42) * smooth_step(0.5, 0.0, below_lid)
    return as_f32(colour * (rim * lid)[..., None])


def _iris_colour(photo: F32, eyes: list[_Eye]) -> F32:
    """CIELAB (3,) of both irises together, made plausible.

    Hue comes mostly from the more colourful eye (the other lies in shadow). A dark iris is brown unless it is clearly
    blue: a cast of light tints dark eyes first.
    """
    measured = [_measured_iris(photo, eye) for eye in eyes]
    weights = [float(np.hypot(lab[1], lab[2])) + 0.5 for lab in measured]
    lab = sum((lab * w for lab, w in zip(measured, weights, strict=True)), np.zeros(3)) / sum(weights)
    chroma, hue = float(np.hypot(lab[1], lab[2])), float(np.degrees(np.arctan2(lab[2], lab[1]))) % 360
    faint = chroma < 6 or 100 < hue < 222
    if lab[0] < 32 and faint:
        chroma, hue = max(chroma, 12.0), 58.0
    if hue < 48 or hue > 300:
        hue = 52.0  # no iris is red or purple: skin shone in
    lightness = float(np.clip(lab[0] + 3, 20, 58))
    return np.array(from_lch(lightness, chroma * 1.25, hue), np.float32)


def _measured_iris(photo: F32, eye: _Eye) -> Points:
    height, width = eye.aperture.shape
    x: Points = np.arange(width, dtype=np.float64)[None, :] - float(eye.iris[0])
    y: Points = np.arange(height, dtype=np.float64)[:, None] - float(eye.iris[1])
    away = np.hypot(x, y) / eye.radius_px
    region = (eye.aperture > 0.8) & (away > 0.45) & (away < 0.9)
    own = photo[eye.window][region]
    if len(own) <= 6:
        return np.array([25.0, 5.0, 8.0])
    return np.median(rgb_to_lab(own.reshape(1, -1, 3))[0], axis=0).astype(np.float64)


def _lashes(painted: F32, eye: _Eye) -> F32:
    """A tapered dark line on the upper lid, heavier to the outer corner, and a hint of one below."""
    count = len(eye.upper)
    t = np.linspace(0, 1, count)
    thick = eye.width_px * 0.027
    upper = thick * (0.30 + 0.70 * np.clip(t / 0.12, 0, 1)) * (1 - 0.62 * np.clip((t - 0.35) / 0.65, 0, 1))
    lower = thick * 0.34 * (1 - 0.75 * t)
    shape = (eye.aperture.shape[0], eye.aperture.shape[1])
    ink = np.array([0.16, 0.11, 0.10], np.float32)
    line = brush_line(shape, eye.upper - np.array([0, thick * 0.25]), upper)
    painted = _over(painted, blur(line, 0.7) * np.float32(0.80), ink)
    line = brush_line(shape, eye.lower[:32], lower[:32])
    return _over(painted, blur(line, 0.7) * np.float32(0.42), ink * 2.2)


def mouth_opening(side_px: int, mesh: Points) -> tuple[F32, float]:
    """Mask of the space between the lips, and its height in face heights."""
    ring = np.vstack([mesh[list(LIP_INNER_UPPER), :2], mesh[list(LIP_INNER_LOWER)[::-1], :2]])
    height = float(np.hypot(*(mesh[10, :2] - mesh[152, :2]))) + 1e-6
    gap = float(np.hypot(*(mesh[13, :2] - mesh[14, :2]))) / height
    return fill_polygon((side_px, side_px), ring, smooth=True), gap


def clean_teeth(painted: F32, photo: F32, mesh: Points) -> F32:
    """Teeth as the photo has them: a calm, nearly white shape without seams, glaze rims or pencil."""
    side = painted.shape[0]
    opening, gap = mouth_opening(side, mesh)
    inside = opening > 0.5
    if gap < 0.014 or inside.sum() < 20:
        return painted
    scale = float(np.hypot(*(mesh[10, :2] - mesh[152, :2]))) / 380
    calm = blur(photo, max(0.6, 1.4 * scale))
    light = luminance(calm)
    brightest = float(np.percentile(light[inside], 88))
    colourful = calm.max(axis=2) - calm.min(axis=2)
    teeth = smooth_step(brightest * 0.60, brightest * 0.78, light) * smooth_step(0.42, 0.24, colourful) * opening
    lab = rgb_to_lab(calm)
    lab[..., 0] = np.minimum(lab[..., 0] * np.float32(1.03) + 2, 96)
    lab[..., 1:] *= np.float32(0.55)
    painted = _over(painted, opening * 0.75, calm)
    return _over(painted, blur(teeth.astype(np.float32), 0.8) * np.float32(0.9), lab_to_rgb(lab))


def light_side(photo: F32, mesh: Points) -> float:
    """-1 when the left side of the face is the lighter one, else +1."""
    light = luminance(photo)
    last = np.array([photo.shape[1] - 1, photo.shape[0] - 1])
    left, right = (
        float(np.mean([light[y, x] for x, y in np.clip(np.round(mesh[list(points), :2]), 0, last).astype(int)]))
        for points in ((50, 205, 101, 118), (280, 425, 330, 347))
    )
    return -1.0 if round(left, 3) >= round(right, 3) else 1.0
