"""Which pixels of a sitter are bare skin and which are hair, settled between the two by colour where they meet."""

from typing import Final, NamedTuple

import numpy as np

from limner.engine.arrays import F32, Bools, Points
from limner.engine.landmarks import OVAL
from limner.engine.opencv import blur, dilate, fill_polygon, resize, rgb_to_lab
from limner.engine.paint.edge_aware import as_f32, smooth_step
from limner.engine.paint.portrait_subject import Subject
from limner.engine.paint.skin_fields import feature_mask

_PX: Final = 384
_OWN_SKIN: Final = np.array([60.0, 14.0, 18.0])
_OWN_HAIR: Final = np.array([30.0, 4.0, 8.0])
_BY_COLOUR: Final = np.array([0.8, 1.0, 1.0], np.float32)
"""Light and shade tell hair from skin a little less than colour does."""


class Parts(NamedTuple):
    """Both (side, side), 0..1. `skin` goes on under hair that lies over it."""

    skin: F32
    hair: F32


class _Colours(NamedTuple):
    lightness: F32
    skin_lightness: float
    """Of this person."""
    to_skin: F32
    to_hair: F32
    unlike: np.float32
    """0 where hair has the colour of skin, 1 where it differs clearly."""
    darker: np.float32
    """1 where hair is clearly darker than skin."""


def parts_of(subject: Subject) -> Parts:
    """Skin with its shine, and hair with what of it falls over the face."""
    canvas, side = subject.canvas, subject.side_px
    skin, hair = (resize(field, _PX, _PX, "area") for field in (subject.skin, subject.hair()))
    face_px = canvas.axes.height_px * _PX / side
    mesh = canvas.mesh * (_PX / side)
    face = _face(mesh, face_px)
    seen = _colours(subject.figure.rgb, skin, hair, face)
    near_face = smooth_step(0.02, 0.20, blur(face, 0.24 * face_px))
    alike = smooth_step(1.2, 0.8, seen.to_skin / (seen.to_hair + 2))
    bare = as_f32(seen.unlike * _mostly(alike, hair > 0.3) * near_face)
    shine = _shine(seen, skin, face, face_px) * smooth_step(-0.75, -0.55, canvas.axes.fields(_PX, side)[1])
    share = np.maximum.reduce([smooth_step(0.3, 0.7, skin), face, shine, dilate(bare * (hair > 0.3), 13)])
    hair = hair * (1 - bare) * np.maximum(1 - face, smooth_step(9, 20, seen.to_skin))
    beside = smooth_step(0.10, 0.35, blur(hair, 0.085 * face_px)) * (1 - feature_mask(_PX, mesh, 0.03))
    fallen = seen.unlike * beside * smooth_step(0.9, 0.55, seen.to_hair / (seen.to_skin + 2))
    hair = np.maximum(hair, fallen) * (1 - shine * seen.unlike * near_face)
    hair = blur(as_f32(hair), 1.2) * (1 - seen.darker * near_face * blur(alike, 0.7))
    return Parts(resize(as_f32(share), side, side), np.clip(resize(as_f32(hair), side, side), 0, 1))


def _face(mesh: Points, face_px: float) -> F32:
    oval = mesh[list(OVAL), :2]
    inner = oval.mean(axis=0) + (oval - oval.mean(axis=0)) * 0.97
    return blur(fill_polygon((_PX, _PX), inner, smooth=True), max(0.5, 0.012 * face_px))


def _colours(rgb: F32, skin: F32, hair: F32, face: F32) -> _Colours:
    lab = rgb_to_lab(resize(rgb, _PX, _PX, "area"))
    sure, some = (skin > 0.8) & (face > 0.5), hair > 0.8
    own = np.median(lab[sure], axis=0) if int(sure.sum()) > 100 else _OWN_SKIN
    mane = np.median(lab[some], axis=0) if int(some.sum()) > 200 else _OWN_HAIR
    to_skin, to_hair = (
        as_f32(np.sqrt((((lab - as_f32(middle)) * _BY_COLOUR) ** 2).sum(axis=2))) for middle in (own, mane)
    )
    apart = np.array([float(np.linalg.norm((mane - own) * _BY_COLOUR)), float(mane[0] / max(float(own[0]), 10.0))])
    unlike, darker = smooth_step(24, 34, apart[:1])[0], smooth_step(0.58, 0.45, apart[1:])[0]
    return _Colours(np.ascontiguousarray(lab[..., 0]), float(own[0]), to_skin, to_hair, unlike, darker)


def _mostly(alike: F32, within: Bools) -> F32:
    """Where most of what lies around, within a mask, is alike: single light strands don't count."""
    counted = within.astype(np.float32)
    return smooth_step(0.55, 0.85, blur(alike * counted, 3.7) / (blur(counted, 3.7) + np.float32(0.05)))


def _shine(seen: _Colours, skin: F32, face: F32, face_px: float) -> F32:
    """Light on skin that is too light to look like skin, with skin around it."""
    around = smooth_step(0.20, 0.50, blur(np.maximum(skin, face), 0.09 * face_px))
    return as_f32(smooth_step(0, 8, seen.lightness - np.float32(seen.skin_lightness)) * around)
