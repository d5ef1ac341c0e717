"""Skin as a modelled surface: the photo's light and small marks taken out, features kept, another light put on."""

from typing import Final, NamedTuple

import numpy as np

from limner.engine.arrays import F32, Bools, Points
from limner.engine.landmarks import LIP_OUTER_LOWER, LIP_OUTER_UPPER
from limner.engine.opencv import blur, fill_polygon, lab_to_rgb, resize, rgb_to_lab
from limner.engine.paint.edge_aware import as_f32, guided_filter, masked_blur, smooth_step
from limner.engine.paint.portrait_features import mouth_opening
from limner.engine.paint.portrait_parts import Parts
from limner.engine.paint.portrait_soft_light import SKIN_WRAP, Lit
from limner.engine.paint.portrait_subject import Subject
from limner.engine.paint.skin_fields import CHEEKS, feature_mask, spots

_OWN_LIGHT: Final = np.array([0.22, 0.40, 0.40], np.float32)
"""What stays of broad differences of lightness and colour."""
_CALM: Final = 0.0012
"""Variance (of lightness 0..1) below which skin is smoothed."""
_INNER_MOUTH: Final = np.array([10.0, 6.0], np.float32)
_EYES: Final = ((33, 133), (362, 263))
_GLOSS: Final = np.array([1, 0.95, 0.88], np.float32)
_USUAL: Final = np.array([60.0, 14.0, 18.0])


class _Face(NamedTuple):
    """A sitter's skin at half size; the fields are (half, half), 0..1."""

    lab: F32
    skin: F32
    near_hair: F32
    features: F32
    """Eyes, brows and lips."""
    own: F32
    """Median CIELAB (3,) of the bare skin."""
    height_px: float
    mesh: Points


def modelled_skin(subject: Subject, parts: Parts, lit: Lit) -> F32:
    """The picture (side, side, 3) as if all of it were skin; what lies on skin stays as it is.

    The normals of `lit` are of half that side.
    """
    side, mesh, face_px = subject.side_px, subject.canvas.mesh, subject.canvas.axes.height_px
    hidden = subject.mouth_covered()
    lab = rgb_to_lab(subject.figure.rgb)
    face = _half(subject, lab, parts)
    lying, frames = _lying_on(face, subject, hidden=hidden)
    flat, calm = _evened(face, lying, frames)
    eyes_and_brows = face.features * (1 - resize(_lips(side, mesh), face.lab.shape[1], face.lab.shape[0], "area"))
    keep = np.maximum(blur(eyes_and_brows, 0.016 * face.height_px), smooth_step(0.35, 0.8, blur(lying, 2.2)))
    keep = resize(as_f32(keep), side, side)
    marks = (lab - resize(calm, side, side, "cubic")) * (np.float32(0.9) * keep[..., None])
    flat = as_f32(resize(flat, side, side, "cubic") + marks)
    if not hidden:
        flat = _with_mouth(flat, mesh, face_px)
    cheeks = spots(side, mesh, CHEEKS, 0.05 * face_px) > 0.5
    shade = resize(lit.shade(SKIN_WRAP), side, side)
    shade /= np.float32(np.median(shade[cheeks].mean(axis=1)) if cheeks.any() else 0.8)
    shade = np.minimum(shade, 1 + (shade - 1) * np.float32(0.55))
    painted = lab_to_rgb(as_f32(flat)) * shade**0.75
    wet = resize(as_f32(lit.gloss() * (1 - face.near_hair)), side, side) * (1 - np.float32(0.7) * keep)
    painted += wet[..., None] * _GLOSS * np.float32(0.4 + 0.006 * float(face.own[0]))
    return _in_tone(as_f32(np.clip(painted, 0, 1)), lab, cheeks, face.own, _blush(side, mesh, face_px) * (1 - keep))


def _half(subject: Subject, lab: F32, parts: Parts) -> _Face:
    half, mesh = subject.side_px // 2, subject.canvas.mesh / 2
    small, skin = resize(lab, half, half, "area"), resize(parts.skin, half, half, "area")
    height_px = subject.canvas.axes.height_px / 2
    features = resize(feature_mask(subject.side_px, subject.canvas.mesh, 0.012), half, half, "area")
    sure = (skin > 0.8) & (features < 0.1)
    own = np.median(small[sure], axis=0) if int(sure.sum()) > 100 else _USUAL
    hair = resize(parts.hair, half, half, "area")
    near_hair = smooth_step(0.02, 0.3, blur(hair, max(0.5, 0.05 * height_px)))
    return _Face(small, skin, near_hair, features, as_f32(own), height_px, mesh)


def _lying_on(face: _Face, subject: Subject, *, hidden: bool) -> tuple[F32, F32]:
    """What lies on the skin: hair, frames, a hand before the mouth; the second field is a frame's alone."""
    lightness, red, yellow = (np.ascontiguousarray(face.lab[..., channel]) for channel in range(3))
    own_chroma = max(float(np.hypot(face.own[1], face.own[2])), 4.0)
    darker = face.own[0] - lightness
    # Dark and grey is hair or a frame; dark and colourful is skin in shade.
    colourful = np.hypot(red, yellow) / np.maximum(lightness, 8) * (face.own[0] / np.float32(own_chroma))
    lying = smooth_step(8, 20, darker) * smooth_step(0.95, 0.62, blur(as_f32(colourful), 1.0))
    wisps = blur(lightness, 0.05 * face.height_px) - lightness
    lying = np.maximum(lying, face.near_hair * np.maximum(smooth_step(3, 9, wisps), smooth_step(12, 24, darker)))
    other_hue = np.abs(red * face.own[2] - yellow * face.own[1]) / np.float32(own_chroma)
    lying = np.maximum(lying, smooth_step(9, 18, blur(as_f32(other_hue), 1.0)))
    frames = _frames(face, lightness) if subject.wears_glasses() else np.zeros_like(lying)
    if hidden:
        below_nose = smooth_step(-0.10, -0.20, subject.canvas.axes.fields(lightness.shape[0], subject.side_px)[1])
        lying = np.maximum(lying, below_nose)
    return np.maximum(lying, frames), frames


def _frames(face: _Face, lightness: F32) -> F32:
    """Thin lines around the eyes, light ones as well as dark ones."""
    at = np.arange(lightness.shape[0], dtype=np.float32)
    left, right = (face.mesh[list(corners), :2].mean(axis=0) for corners in _EYES)
    apart = np.float32(max(float(np.hypot(*(left - right))), 4.0))
    away = [np.hypot(at[None, :] - np.float32(eye[0]), at[:, None] - np.float32(eye[1])) for eye in (left, right)]
    near = smooth_step(0.62, 0.48, np.minimum(*away) / apart)
    lines = smooth_step(1.2, 3.5, np.abs(lightness - blur(lightness, max(0.5, 0.012 * face.height_px))))
    return blur(as_f32(near * lines), 0.8)


def _evened(face: _Face, lying: F32, frames: F32) -> tuple[F32, F32]:
    """CIELAB (half, half, 3) of the skin without its light and marks, and of the photo smoothed alike."""
    grown = smooth_step(0.05, 0.5, blur(face.features, max(0.5, 0.012 * face.height_px)))
    plain = as_f32(face.skin * (1 - grown) * (1 - lying)) + np.float32(1e-4)
    broad = masked_blur(face.lab, plain, 0.075 * face.height_px)
    guide, radius = as_f32(face.lab / np.float32(100)), max(2, round(0.026 * face.height_px))
    planes = (np.ascontiguousarray(face.lab[..., channel]) for channel in range(3))
    calm = as_f32(np.dstack([guided_filter(guide, plane, radius, _CALM) for plane in planes]))
    detail = calm - broad
    strong = smooth_step(18, 34, np.abs(detail[..., 0]))
    kept = np.float32(0.46) + np.float32(0.54) * np.maximum.reduce([lying, grown, strong])
    shine = np.maximum(np.float32(0.30) + np.float32(0.25) * grown, frames)
    kept = np.where(detail[..., 0] > 0, np.minimum(kept, shine), kept)
    tint = np.maximum(kept - np.float32(0.25), np.float32(0.15))
    flat = face.own + (broad - face.own) * _OWN_LIGHT + detail * np.dstack([kept, tint, tint])
    return as_f32(flat), calm


def _lips(side_px: int, mesh: Points) -> F32:
    ring = np.vstack([mesh[list(LIP_OUTER_UPPER), :2], mesh[list(LIP_OUTER_LOWER)[::-1], :2]])
    return fill_polygon((side_px, side_px), ring, smooth=True)


def _with_mouth(lab: F32, mesh: Points, face_px: float) -> F32:
    """Fresher lips, and warm darkness between them whatever cast the photo's shadows have."""
    side = lab.shape[0]
    lips = blur(_lips(side, mesh), max(0.5, 0.008 * face_px))
    lab[..., 1] += np.float32(6) * lips
    lab[..., 2] += lips
    opening, gap = mouth_opening(side, mesh)
    if round(gap, 4) > 0.012:
        deep = opening * smooth_step(45, 25, lab[..., 0])
        lab[..., 1:] += (_INNER_MOUTH - lab[..., 1:]) * deep[..., None]
    return lab


def _blush(side_px: int, mesh: Points, face_px: float) -> F32:
    return blur(spots(side_px, mesh, (50, 280, 4), 0.075 * face_px), max(0.5, 0.05 * face_px))


def _in_tone(painted: F32, photo_lab: F32, cheeks: Bools, own: F32, blush: F32) -> F32:
    """Skin moved as a whole so that its cheeks have the person's lightness and hue, then blushed."""
    lab = rgb_to_lab(painted)
    if cheeks.any():
        wanted = np.median(photo_lab[cheeks], axis=0)
        chroma = max(float(np.hypot(wanted[1], wanted[2])), 1.0)
        wanted[0] += np.clip(own[0] - wanted[0], -1.5, 1.5)
        # One cheek may glow and the other be bleached: between theirs and all of the skin's.
        wanted[1:] *= np.float32(1.12 * np.sqrt(float(np.hypot(own[1], own[2])) / chroma))
        lab += wanted - np.median(lab[cheeks], axis=0)
    lab[..., 1] += np.float32(2.6) * blush
    lab[..., 2] += np.float32(0.6) * blush
    lab[..., 0] -= np.maximum(lab[..., 0] - 84, 0) * np.float32(0.55)
    return lab_to_rgb(lab)
