"""Mouths that are kind: an open smile with one clean row of teeth, a closed smile, a calm mouth."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine import landmarks
from limner.engine.arrays import Points
from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.likeness import Likeness
from limner.engine.rig.look import Look
from limner.engine.rig.marks import ellipse, moved, path
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.rig.strands import through
from limner.engine.rig.teeth import draw_teeth
from limner.engine.traits import AgeBand, Lab, Traits
from limner.engine.vectors import closed_curve, polygon, tapered_stroke

_ACROSS: Final = np.linspace(-1.0, 1.0, 11)
_DARK: Final = "#701f2f"
_OWN_LIPS: Final[dict[AgeBand, float]] = {"adult": 1.0, "child": 0.6, "baby": 0.5}
_OPEN_GAP: Final = 0.055
"""Height of an open mouth over its width."""
_LIP_SHARE: Final[dict[AgeBand, float]] = {"adult": 0.70, "child": 0.42, "baby": 0.38}
"""How much of the measured lip colour shows; the rest is skin."""


@dataclass(frozen=True, slots=True)
class Mouth:
    """Four curves (11, 2) from the left to the right corner in rig units; inner curves meet where lips are closed."""

    outer_upper: Points
    inner_upper: Points
    inner_lower: Points
    outer_lower: Points
    teeth: float = 0.40
    """Share of the open height that the upper teeth fill."""

    @property
    def gap(self) -> float:
        """Open height in rig units."""
        return float((self.inner_lower[:, 1] - self.inner_upper[:, 1]).max())


def mouth_of(shape: FaceShape, traits: Traits, smile: float) -> Mouth:
    """The mouth in the person's width and place; `smile` 0..1 adds to the resting one.

    With likeness an adult gets the photo's own lips, unless the parent said that the mouth is another one.
    """
    drawn = _drawn(shape, traits, smile)
    strength = _own_lips(traits)
    if strength <= 0:
        return drawn
    own = _own(shape, traits, smile)
    pairs = zip(
        (drawn.outer_upper, drawn.inner_upper, drawn.inner_lower, drawn.outer_lower),
        (own.outer_upper, own.inner_upper, own.inner_lower, own.outer_lower),
        strict=True,
    )
    upper, inner_upper, inner_lower, lower = (a + (b - a) * strength for a, b in pairs)
    return Mouth(upper, inner_upper, inner_lower, lower, drawn.teeth + (own.teeth - drawn.teeth) * strength)


def _own_lips(traits: Traits) -> float:
    if traits.drawing is None or traits.drawing.mouth_hidden:
        return 0.0
    if (traits.mouth == "open-smile") != _is_open(traits.drawing.points):
        return 0.0
    return float(np.clip(traits.likeness, 0, 1)) * _OWN_LIPS[traits.age_band]


def _is_open(points: Points) -> bool:
    at = landmarks.SHAPE_INDEX
    gap = float(np.linalg.norm(points[at[13]] - points[at[14]]))
    return round(gap / max(float(np.linalg.norm(points[at[61]] - points[at[291]])), 1e-3), 3) > _OPEN_GAP


def _own(shape: FaceShape, traits: Traits, smile: float) -> Mouth:
    """The photo's lips; closed ones meet in one line, a smile lifts the corners and widens."""
    outer_upper, outer_lower = shape.at(*landmarks.LIP_OUTER_UPPER), shape.at(*landmarks.LIP_OUTER_LOWER)
    inner_upper, inner_lower = shape.at(*landmarks.LIP_INNER_UPPER), shape.at(*landmarks.LIP_INNER_LOWER)
    if traits.mouth != "open-smile":
        inner_upper = (inner_upper + inner_lower) / 2
        inner_lower = inner_upper.copy()
    middle_x, half = outer_upper[:, 0].mean(), max(float(np.ptp(outer_upper[:, 0]) / 2), 1.0)
    more = smile * (1 - traits.smile)

    def smiled(curve: Points) -> Points:
        across = (curve[:, 0] - middle_x) / half
        lift = more * half * 0.22 * (np.abs(across) ** 2 - 0.35)
        return np.stack([curve[:, 0] + across * half * 0.10 * more, curve[:, 1] - lift], axis=1)

    seen = 0.0 if traits.drawing is None else traits.drawing.teeth
    teeth = float(np.interp(seen, [0.1, 0.4], [0.35, 0.82]))
    return Mouth(smiled(outer_upper), smiled(inner_upper), smiled(inner_lower), smiled(outer_lower), teeth)


def _drawn(shape: FaceShape, traits: Traits, smile: float) -> Mouth:
    """The rig's own mouth."""
    lips = shape.at(*landmarks.LIP_OUTER_UPPER, *landmarks.LIP_OUTER_LOWER)
    half = float(np.ptp(lips[:, 0]) / 2)
    lift = float(np.clip(traits.smile + smile * (1 - traits.smile), 0.0, 1.0))
    low, high = {"adult": (26.0, 44.0), "child": (22.0, 38.0), "baby": (17.0, 28.0)}[shape.age_band]
    half = float(np.clip(half * (0.93 + 0.10 * lift), low, high))
    center = np.array([float(lips[:, 0].mean()) * 0.5, _line_height(shape)])
    full = _fullness(shape)
    if traits.mouth == "open-smile":
        return _open(center, half, lift, full, shape.age_band)
    bend = (0.14 if traits.mouth == "calm" else 0.26) + 0.13 * lift
    return _closed(center, half, bend, full, shape.age_band)


def _line_height(shape: FaceShape) -> float:
    """Where the lips meet, kept between nose and chin."""
    nose, chin = float(shape.one(2)[1]), float(shape.one(152)[1])
    line = float(shape.at(13, 14)[:, 1].mean())
    return float(np.clip(line, nose + (chin - nose) * 0.30, nose + (chin - nose) * 0.46))


def _fullness(shape: FaceShape) -> tuple[float, float]:
    """Thickness of the upper and lower lip in rig units, from the shape."""
    upper = float(shape.one(13)[1] - shape.at(37, 267)[:, 1].mean())
    lower = float(shape.one(17)[1] - shape.one(14)[1])
    factor = {"adult": 0.92, "child": 0.62, "baby": 0.7}[shape.age_band]
    return float(np.clip(upper, 4.5, 13)) * factor, float(np.clip(lower, 7.0, 18)) * factor


def _curve(center: Points, half: float, heights: Points) -> Points:
    return np.stack([center[0] + _ACROSS * half, center[1] + heights], axis=1)


def _closed(center: Points, half: float, bend: float, full: tuple[float, float], age: AgeBand) -> Mouth:
    """Corners up by `bend` of the half width; the upper lip keeps a soft bow."""
    sag = bend * half * (0.5 - np.abs(_ACROSS) ** 2.2)
    narrow = 0.88
    inner_sag = bend * half * (0.5 - np.abs(_ACROSS * narrow) ** 2.2)
    bow = 0.35 * np.exp(-((_ACROSS / 0.16) ** 2)) * (1.0 if age == "adult" else 0.6)
    middle = _curve(center, half, sag + bow)
    top = np.sqrt(np.clip(1 - np.abs(_ACROSS) ** 1.8, 0, 1)) - 0.20 * np.exp(-((_ACROSS / 0.17) ** 2))
    bottom = np.clip(1 - np.abs(_ACROSS) ** 2.6, 0, 1) ** 0.85
    # The red of the lips stops short of the corners, where only the line goes on.
    inner = _curve(center, half * narrow, inner_sag)
    upper, lower = inner - _up(top * full[0] * 0.8), inner + _up(bottom * full[1] * 0.85)
    return Mouth(upper, middle, middle.copy(), lower)


def _open(center: Points, half: float, lift: float, full: tuple[float, float], age: AgeBand) -> Mouth:
    """A D lying on its back: gently curved on top, round below."""
    wide = half * (0.98 if age == "adult" else 0.92)
    ends = np.abs(_ACROSS) ** 2.0
    top = wide * 0.22 * (0.55 - ends)
    depth = wide * ((0.42 if age == "adult" else 0.52) + 0.20 * lift)
    bottom = top + depth * np.clip(1 - np.abs(_ACROSS) ** 2.3, 0, 1) ** 0.72
    lifted = np.array([center[0], center[1] - depth * 0.30])
    inner_upper, inner_lower = _curve(lifted, wide, top), _curve(lifted, wide, bottom)
    over = np.sqrt(np.clip(1 - np.abs(_ACROSS) ** 2, 0, 1)) - 0.22 * np.exp(-((_ACROSS / 0.15) ** 2))
    under = np.clip(1 - np.abs(_ACROSS) ** 2.6, 0, 1) ** 0.8
    return Mouth(
        inner_upper - _up(over * full[0] * 0.75), inner_upper, inner_lower, inner_lower + _up(under * full[1] * 0.62)
    )


def _up(heights: Points) -> Points:
    return np.stack([np.zeros_like(heights), heights], axis=1)


def draw_mouth(
    shape: FaceShape, traits: Traits, skin: SkinRamp, look: Look, smile: float, likeness: Likeness | None = None
) -> str:
    """The mouth with lips, teeth and folds."""
    mouth = mouth_of(shape, traits, smile)
    lip = _lip_color(traits, skin)
    upper, lower = _lip_fills(lip, skin, likeness)
    marks = path(closed_curve(np.vstack([mouth.outer_upper, mouth.inner_upper[::-1]]), 0.8), upper)
    marks += path(closed_curve(np.vstack([mouth.inner_lower, mouth.outer_lower[::-1]]), 0.8), lower)
    if likeness is not None and not likeness.child and smile <= 0:
        marks += _lip_shades(likeness, lip)
    if mouth.gap > 3.0:
        marks += draw_inside(mouth, traits, skin.white)
    dark = lab_to_hex((max(14.0, min(lip[0], skin.lab[0]) - 30.0), 20.0, 10.0)) if look.ink is None else look.ink
    marks += path(tapered_stroke(mouth.inner_upper, 2.6 if mouth.gap <= 3.0 else 2.2), dark)
    if traits.beard not in ("full", "goatee"):
        marks += _folds(mouth, skin)
    if look.shading != "cel":
        marks += _shine(mouth, shape.age_band)
    return marks


def _lip_fills(lip: Lab, skin: SkinRamp, likeness: Likeness | None) -> tuple[str, str]:
    """Colours of the upper and lower lip: one lip colour in two tones, or each as the photo has it."""
    upper, lower = shifted(lip, -6.0, 1.05, -2.0), lip
    if likeness is not None and not likeness.child:
        upper = _between(upper, _seen_lip(skin.lab, likeness.drawing.upper_lip), likeness.strength)
        lower = _between(lower, _seen_lip(skin.lab, likeness.drawing.lower_lip), likeness.strength)
    return lab_to_hex(upper), lab_to_hex(lower)


def _seen_lip(skin: Lab, offset: Lab) -> Lab:
    lightness, a, b = offset
    return (
        skin[0] + float(np.clip(lightness, -32, 2)),
        skin[1] + float(np.clip(a * 1.1, 2, 34)),
        skin[2] + float(np.clip(b, -12, 10)),
    )


def _between(start: Lab, end: Lab, share: float) -> Lab:
    return (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share,
        start[2] + (end[2] - start[2]) * share,
    )


def _lip_shades(likeness: Likeness, lip: Lab) -> str:
    marks = ""
    if likeness.lip_shade:
        marks += path(likeness.lip_shade, lab_to_hex(shifted(lip, -9.0, 1.05)), "", 0.7 * likeness.tones)
    if likeness.lip_light:
        marks += path(likeness.lip_light, lab_to_hex(shifted(lip, 8.0, 0.9)), "", 0.7 * likeness.tones)
    return marks


def _lip_color(traits: Traits, skin: SkinRamp) -> Lab:
    share = _LIP_SHARE[traits.age_band] * (1.0 if traits.lashes else 0.62)
    rosy = (skin.lab[0] - 9.0, skin.lab[1] + 13.0, skin.lab[2] + 1.0)
    lip = (float(np.clip(traits.lip_color[0], 24, 68)), float(np.clip(traits.lip_color[1], 8, 42)), traits.lip_color[2])
    blend = [share * a + (1 - share) * b for a, b in zip(lip, rosy, strict=True)]
    return blend[0], blend[1], float(np.clip(blend[2], 2, 30))


def draw_inside(mouth: Mouth, traits: Traits, white: str) -> str:
    """The dark of the mouth, one clean row of teeth under the upper lip, and the tongue on the lower one.

    Both are built from the lips' own curves, so that nothing has to be clipped.
    """
    upper, lower = through(mouth.inner_upper, 41), through(mouth.inner_lower, 41)
    marks = path(polygon(np.vstack([upper, lower[::-1]])), _DARK)
    across = np.linspace(-1.0, 1.0, 41)
    room = lower[:, 1] - upper[:, 1]
    rise = np.clip(1 - (across / 0.58) ** 2, 0, 1) ** 0.9 * mouth.gap * 0.31
    tongue = lower - _up(np.minimum(rise, room))
    marks += path(polygon(np.vstack([tongue[9:32], lower[9:32][::-1]])), "#d8636b")
    reach = np.minimum(
        np.sin(np.linspace(0, np.pi, 41)) ** 0.5 * mouth.gap * mouth.teeth, room * max(0.86, mouth.teeth)
    )
    return marks + draw_teeth(upper, reach, traits, white, _DARK)


def _folds(mouth: Mouth, skin: SkinRamp) -> str:
    """A small dimple at each corner and the hollow under the lip."""
    marks: list[str] = []
    for index, outward in ((0, -1.0), (10, 1.0)):
        corner = mouth.inner_upper[index]
        dimple = corner + np.array([[-1.0, -2.6], [0.8, -1.5], [1.5, 0.4], [1.2, 2.2], [0.4, 3.6]]) * [outward, 1.0]
        marks.append(path(tapered_stroke(dimple, 2.3), skin.deep, opacity=0.8))
    chin = mouth.outer_lower[5] + np.array([[-8.0, 6.0], [-4.0, 7.6], [0.0, 8.2], [4.0, 7.6], [8.0, 6.0]])
    marks.append(path(tapered_stroke(chin, 3.0), skin.shadow))
    return "".join(marks)


def _shine(mouth: Mouth, age: AgeBand) -> str:
    top, bottom = mouth.inner_lower[5], mouth.outer_lower[5]
    width = float(np.ptp(mouth.outer_lower[:, 0]))
    height = max(0.9, float(bottom[1] - top[1]) * 0.15)
    return ellipse(
        moved(top * 0.5 + bottom * 0.5, -3, 0), (width * 0.11, height), "#ffffff", 0.3 if age == "adult" else 0.22
    )
