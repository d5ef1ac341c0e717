"""Anime features: tall eyes with a banded iris, a hint of a nose, a small mouth drawn as a line."""

from dataclasses import replace
from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.eyes import IRIS, Eye, Slit, eyes_of
from limner.engine.rig.look import Look
from limner.engine.rig.marks import ellipse, linear, moved, path, url
from limner.engine.rig.mouth import draw_inside, mouth_of
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.rig.strands import through
from limner.engine.traits import Traits
from limner.engine.vectors import closed_curve, polygon, tapered_stroke

_OWN: Final = 0.2
"""Share of the person's own lids and lips at full likeness."""
_CLOSED: Final = 0.93


def drawn_as(traits: Traits, look: Look) -> Traits:
    """The person whose lids and lips are drawn: in anime hardly the photo's own."""
    return replace(traits, likeness=traits.likeness * _OWN) if look.features == "anime" else traits


def draw_anime_eyes(
    shape: FaceShape, traits: Traits, skin: SkinRamp, look: Look, uid: str, blink: float, smile: float
) -> tuple[str, str]:
    """(defs, marks) of both eyes; `blink` 0..1 lowers the lids."""
    defs, marks = "", ""
    lash = lab_to_hex((15.0, 8.0, 4.0)) if look.ink is None else look.ink
    for side, eye in enumerate(eyes_of(shape, traits, smile)):
        lids = eye.blinked(blink)
        if blink < _CLOSED:
            eye_defs, ball = _ball(eye, lids, traits, skin.white, f"{uid}-eye{side}")
            defs, marks = defs + eye_defs, marks + ball
        marks += _lids(lids, traits, skin, lash, blink)
    return defs, marks


def _ball(eye: Eye, lids: Eye, traits: Traits, white: str, name: str) -> tuple[str, str]:
    """White, and an iris taller than wide: dark above, a glow below, two lights."""
    upper, lower = through(lids.upper, 49), through(lids.lower, 49)
    slit = Slit(upper, lower)
    color = IRIS[traits.eye_color]
    center = (eye.upper.mean(axis=0) + eye.lower.mean(axis=0)) / 2
    center = moved(center, -eye.outward * eye.width * 0.03, -eye.height * 0.05)
    wide, high = eye.width * 0.315, eye.height * 0.56
    dark = lab_to_hex(shifted(color, -24.0 if color[0] > 40 else -16.0))
    body, glow = lab_to_hex(shifted(color, 2.0, 1.2)), lab_to_hex(shifted(color, 30.0, 1.25, 4.0))
    x, y = float(center[0]), float(center[1])
    stops = ((0.0, dark, 1.0), (0.34, dark, 1.0), (0.62, body, 1.0), (1.0, glow, 1.0))
    defs = linear(f"{name}i", (x, y - high), (x, y + high), stops)
    marks = path(polygon(np.vstack([upper, lower[::-1]])), white)
    marks += slit.disc(center, (wide, high), dark)
    marks += slit.disc(center, (wide * 0.9, high * 0.92), url(f"{name}i"))
    marks += slit.disc(moved(center, 0, -high * 0.06), (wide * 0.42, high * 0.44), "#120d18", 0.92)
    marks += slit.disc(moved(center, 0, high * 0.56), (wide * 0.58, high * 0.22), glow, 0.75)
    shadow = np.vstack([upper, moved(upper, 0, eye.height * 0.17)[::-1]])
    marks += path(polygon(slit.cut(shadow)), "#2c2140", opacity=0.34)
    marks += slit.disc(center + np.array([-0.36 * wide, -0.40 * high]), (wide * 0.34, high * 0.27), "#ffffff")
    marks += slit.disc(center + np.array([0.42 * wide, 0.42 * high]), (wide * 0.17, high * 0.13), "#ffffff", 0.95)
    return defs, marks


def _lids(lids: Eye, traits: Traits, skin: SkinRamp, lash: str, blink: float) -> str:
    weight = lids.width / 60.0 * (1.15 if traits.lashes else 0.92)
    thick = np.interp(np.linspace(0, 1, 9), [0, 0.2, 0.55, 0.85, 1], [5.5, 7.6, 6.2, 3.4, 1.2]) * weight
    over = lids.upper.copy()
    over[:, 1] -= thick
    tip = lids.upper[0] + np.array([lids.outward * 7.5, -3.0 + 5.0 * blink]) * weight
    heel = lids.upper[0] + np.array([lids.outward * 1.0, 3.4]) * weight
    band = np.vstack([tip[None], heel[None], moved(lids.upper, 0.0, 0.8), over[::-1]])
    marks = path(closed_curve(band, 0.7), lash)
    if traits.lashes:
        for at, reach in ((0, (7.0, -5.5)), (1, (4.5, -6.5))):
            end = over[at] + np.array([lids.outward * reach[0], reach[1] * (1 - 1.6 * blink)]) * weight
            foot = np.array([[lids.outward * 2.4, 3.5], [-lids.outward * 3.2, 1.5]]) * weight + over[at]
            marks += path(polygon(np.vstack([foot[:1], end[None], foot[1:]])), lash)
    if blink < _CLOSED:
        marks += path(tapered_stroke(lids.lower[:5], 3.0 * weight), lash, opacity=0.9)
        crease = lids.upper[1:8] - np.array([0.0, 11.0]) * weight
        marks += path(tapered_stroke(crease, 2.4), skin.line, opacity=0.7)
    return marks


def draw_anime_nose(shape: FaceShape, skin: SkinRamp) -> str:
    """A small shade under the tip and a light on it."""
    base, tip = shape.one(2), shape.one(4)
    at = np.array([float(base[0]) * 0.5, float(base[1])])
    shade = at + np.array([[-5.5, -1.5], [0.0, 2.2], [6.5, -2.0], [3.5, -8.0]])
    marks = path(closed_curve(shade, 0.6), skin.shadow)
    stroke = at + np.array([[-4.5, 0.2], [-1.5, 1.8], [1.5, 2.2], [4.0, 1.2], [5.8, -0.8]])
    marks += path(tapered_stroke(stroke, 2.4), skin.line, opacity=0.85)
    return marks + ellipse(np.array([at[0] - 2.0, float(tip[1]) - 1.0]), (2.6, 2.0), "#ffffff", 0.5)


def draw_anime_mouth(shape: FaceShape, traits: Traits, skin: SkinRamp, look: Look, smile: float) -> str:
    """A line with tapered ends; an open one shows its inside, and the lower lip is a hint of shade."""
    mouth = mouth_of(shape, traits, smile)
    dark = lab_to_hex((28.0, 24.0, 12.0)) if look.ink is None else look.ink
    marks = ""
    if mouth.gap > 3.0:
        marks += draw_inside(mouth, traits, skin.white)
        marks += path(tapered_stroke(mouth.inner_lower, 2.2), dark, opacity=0.9)
    marks += path(tapered_stroke(mouth.inner_upper, 3.4), dark)
    under = _under_lip(mouth.outer_lower)
    return marks + path(tapered_stroke(under, 2.6), skin.deep, opacity=0.75)


def _under_lip(lower: Points) -> Points:
    middle = lower[5] + np.array([0.0, 1.5])
    half = float(np.ptp(lower[:, 0])) * 0.14
    return middle + np.array([[-half, -0.8], [-half / 2, 0.2], [0.0, 0.6], [half / 2, 0.2], [half, -0.8]])
