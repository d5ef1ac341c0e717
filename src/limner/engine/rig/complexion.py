"""Light and shadow on the skin, blush and freckles."""

import numpy as np

from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.likeness import Likeness, draw_tones
from limner.engine.rig.look import Look
from limner.engine.rig.marks import ellipse, path, radial, url
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.skin_marks import draw_skin_marks
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.rig.skull import HeadFrame
from limner.engine.traits import Traits
from limner.engine.vectors import closed_curve


def skin_gradients(frame: HeadFrame, skin: SkinRamp, look: Look, uid: str) -> str:
    """Gradients of the face's ground and of the blush."""
    soft = ((0.0, skin.blush, 0.62), (0.5, skin.blush, 0.34), (1.0, skin.blush, 0.0))
    blush = (
        f'<radialGradient id="{uid}-blush">'
        + "".join(
            f'<stop offset="{at:g}" stop-color="{color}" stop-opacity="{opacity:g}"/>' for at, color, opacity in soft
        )
        + "</radialGradient>"
    )
    if look.shading == "cel":
        return blush
    edge = lab_to_hex(shifted(skin.lab, -4.5, 1.15, -6.0))
    reach = (frame.chin_y - frame.top_y) * 0.62
    stops = ((0.0, skin.light, 1.0), (0.55, skin.base, 1.0), (1.0, edge, 1.0))
    return blush + radial(f"{uid}-skin", (-frame.half_width * 0.28, frame.chin_y * 0.15), reach, stops)


def draw_complexion(
    shape: FaceShape,
    frame: HeadFrame,
    traits: Traits,
    skin: SkinRamp,
    look: Look,
    uid: str,
    likeness: Likeness | None = None,
) -> str:
    """What lies on the skin inside the head's outline: side shadow, cheeks, the face's own tones, freckles."""
    cel = look.shading == "cel"
    tones = 0.0 if likeness is None else likeness.tones
    lit = frame.outline * np.array([0.985, 0.995]) + np.array([-frame.half_width * 0.085, -5.0])
    # Just larger than the head: resvg sets a buffer aside for all that a clipped group covers.
    left, top = (frame.outline.min(axis=0) - 20.0).round().tolist()
    right, bottom = (frame.outline.max(axis=0) + 20.0).round().tolist()
    around = f"M{left:.0f} {top:.0f}H{right:.0f}V{bottom:.0f}H{left:.0f}Z"
    marks = path(
        around + closed_curve(lit), skin.shadow, ' fill-rule="evenodd"', (0.85 if cel else 0.5) * (1 - 0.45 * tones)
    )
    if look.shading == "wash":
        marks += path(frame.path, "none", f' stroke="{skin.light}" stroke-width="5"', 0.6)
    if traits.hair_style == "bald":
        crown = frame.place([(-0.34, -0.74)])[0]
        marks += ellipse(crown, (frame.half_width * 0.26, frame.half_width * 0.13), skin.light, 0.5, -24)
    marks += _cheeks(shape, frame, traits, url(f"{uid}-blush"))
    if likeness is not None:
        marks += draw_tones(likeness, skin, look)
    return marks + draw_skin_marks(shape, traits, skin)


def _cheeks(shape: FaceShape, frame: HeadFrame, traits: Traits, fill: str) -> str:
    bearded = traits.beard in ("full", "stubble")
    strength = {"adult": 0.7 if traits.lashes else 0.42, "child": 1.0, "baby": 1.0}[shape.age_band]
    if bearded:
        strength = 0.2
    y = float(shape.one(2)[1]) * 0.92 + 4.0
    size = frame.half_width * (0.27 if shape.age_band == "adult" else 0.31)
    x = frame.half_width * 0.60
    return "".join(ellipse(np.array([side * x, y]), (size, size * 0.76), fill, strength) for side in (-1, 1))
