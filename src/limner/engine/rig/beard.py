"""Beards and moustaches: shapes on the jaw and under the nose, in the beard's colour."""

import numpy as np

from limner.engine.arrays import Points
from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.look import Look
from limner.engine.rig.marks import path
from limner.engine.rig.mouth import Mouth
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.rig.skull import HeadFrame
from limner.engine.rig.strands import spread_strands, through
from limner.engine.traits import Lab, Traits
from limner.engine.vectors import closed_curve, tapered_stroke


def draw_beard(frame: HeadFrame, shape: FaceShape, mouth: Mouth, traits: Traits, skin: SkinRamp, look: Look) -> str:
    """Everything that grows around the mouth; nothing on children."""
    if traits.age_band != "adult":
        return ""
    color = _color(traits.beard_color)
    marks = ""
    if traits.beard == "stubble":
        marks += _stubble(frame, mouth, traits, skin)
    elif traits.beard == "full":
        marks += _full(frame, mouth, color, look)
    elif traits.beard == "goatee":
        marks += _goatee(frame, mouth, color)
    if traits.moustache != "none":
        marks += _moustache(shape, mouth, color, 1.0 if traits.moustache == "full" else 0.55)
    elif traits.beard in ("full", "goatee"):
        marks += _moustache(shape, mouth, color, 0.8)
    return marks


def _color(color: Lab) -> Lab:
    return float(np.clip(color[0], 13, 80)), float(np.clip(color[1], 0, 20)), float(np.clip(color[2], 0, 34))


def _jaw(frame: HeadFrame, from_y: float, grow: float) -> Points:
    """The outline below `from_y`, right to left over the chin, pushed outward by `grow` units at the chin."""
    outline = frame.outline
    start = int(np.argmax(outline[:, 0].round(4)))
    turned = np.roll(outline, -start, axis=0)
    if turned[len(turned) // 4, 1] < outline[:, 1].mean():
        turned = np.roll(turned[::-1], 1, axis=0)
    jaw = turned[turned[:, 1] > from_y]
    jaw = jaw[np.argsort(-np.arctan2(jaw[:, 0], jaw[:, 1]).round(6), kind="stable")]
    weight = np.clip((jaw[:, 1] - from_y) / (frame.chin_y - from_y), 0, 1)[:, None]
    return jaw * (1 + np.array([0.010, 0.055]) * weight * grow / 8.0)


def _region(frame: HeadFrame, mouth: Mouth, from_y: float, grow: float, cheek: float) -> Points:
    """Closed (n, 2): the jaw outside, a soft line from sideburn past the mouth corners and under the lip inside.

    `cheek` 0..1: how high the hair climbs towards the cheek.
    """
    jaw = _jaw(frame, from_y, grow)
    right, left = mouth.inner_upper[10], mouth.inner_upper[0]
    lip = mouth.outer_lower[5]
    corner_y = float(right[1] + left[1]) / 2
    top_right, top_left = jaw[0], jaw[-1]
    inner = np.array(
        [
            [float(top_left[0]) * 0.965, float(top_left[1])],
            [float(top_left[0]) * 0.90, from_y + (corner_y - from_y) * 0.55],
            [float(left[0]) * (0.55 + 0.45 * (1 - cheek)) + float(top_left[0]) * 0.45 * cheek, corner_y - 8 - 10 * cheek],
            [float(left[0]) - 9, corner_y - 2],
            [float(left[0]) - 3, corner_y + 10],
            [float(left[0]) * 0.55, float(lip[1]) + 5],
            [float(lip[0]), float(lip[1]) + 7],
            [float(right[0]) * 0.55, float(lip[1]) + 5],
            [float(right[0]) + 3, corner_y + 10],
            [float(right[0]) + 9, corner_y - 2],
            [float(right[0]) * (0.55 + 0.45 * (1 - cheek)) + float(top_right[0]) * 0.45 * cheek, corner_y - 8 - 10 * cheek],
            [float(top_right[0]) * 0.90, from_y + (corner_y - from_y) * 0.55],
            [float(top_right[0]) * 0.965, float(top_right[1])],
        ]
    )
    return np.vstack([jaw, inner])


def _full(frame: HeadFrame, mouth: Mouth, color: Lab, look: Look) -> str:
    region = _region(frame, mouth, frame.chin_y * 0.18, 9.0, 0.35)
    marks = path(closed_curve(region, 0.85), lab_to_hex(color), look.stroke(0.8))
    lip = mouth.outer_lower[5]
    guides = [
        through(np.array([[s * frame.half_width * a, y0], [s * frame.half_width * b, y1], [s * frame.half_width * c, y2]]))
        for s in (-1, 1)
        for a, b, c, y0, y1, y2 in (
            (0.93, 0.88, 0.60, frame.chin_y * 0.40, frame.chin_y * 0.66, frame.chin_y * 0.93),
            (0.55, 0.42, 0.22, frame.chin_y * 0.70, frame.chin_y * 0.84, frame.chin_y * 0.99),
            (0.24, 0.18, 0.06, float(lip[1]) + 12, frame.chin_y * 0.92, frame.chin_y * 1.02),
        )
    ]
    dark, light = lab_to_hex(shifted(color, -8.0)), lab_to_hex(shifted(color, 12.0))
    for first in (0, 3):
        side = guides[first : first + 3]
        for tone, strands in ((dark, spread_strands(side, 9, 11)), (light, spread_strands(side, 7, 23))):
            marks += "".join(path(tapered_stroke(strand, 2.4), tone, opacity=0.5) for strand in strands)
    return marks


def _stubble(frame: HeadFrame, mouth: Mouth, traits: Traits, skin: SkinRamp) -> str:
    """Two transparent layers, so that the edge fades like real stubble."""
    tone = lab_to_hex((min(skin.lab[0] - 16.0, 46.0), 3.0, 5.0))
    wide = _region(frame, mouth, frame.chin_y * 0.24, 0.0, 0.35)
    tight = _region(frame, mouth, frame.chin_y * 0.42, 0.0, 0.05)
    del traits
    return path(closed_curve(wide, 0.85), tone, opacity=0.13) + path(closed_curve(tight, 0.85), tone, opacity=0.13)


def _goatee(frame: HeadFrame, mouth: Mouth, color: Lab) -> str:
    lip, chin = mouth.outer_lower[5], frame.chin_y
    half = float(np.ptp(mouth.inner_upper[:, 0])) / 2
    corner = float(mouth.inner_upper[0, 1])
    x = float(lip[0])
    outline = np.array(
        [
            [x - half - 7, corner - 1],
            [x - half - 1, corner + 5],
            [x - half * 0.6, float(lip[1]) + 4],
            [x, float(lip[1]) + 6],
            [x + half * 0.6, float(lip[1]) + 4],
            [x + half + 1, corner + 5],
            [x + half + 7, corner - 1],
            [x + half + 6, (corner + chin) / 2],
            [x + half * 0.62, chin + 1],
            [x, chin + 6],
            [x - half * 0.62, chin + 1],
            [x - half - 6, (corner + chin) / 2],
        ]
    )
    return path(closed_curve(outline, 0.9), lab_to_hex(color))


def _moustache(shape: FaceShape, mouth: Mouth, color: Lab, weight: float) -> str:
    """Two wings from under the nose past the corners; the lower edge follows the upper lip."""
    nose = shape.one(2)
    top = mouth.outer_upper
    half = float(np.ptp(mouth.inner_upper[:, 0])) / 2
    x, lip_y, corner_y = float(top[5, 0]), float(top[5, 1]), float(mouth.inner_upper[0, 1])
    height = min((lip_y - float(nose[1])) * 0.72, 15.0) * weight
    right = np.array(
        [
            [0.0, lip_y - height * 0.75],
            [half * 0.36, lip_y - height * 1.05],
            [half * 0.86, (lip_y + corner_y) / 2 - height * 0.72],
            [half + 9 * weight, corner_y + 7 * weight],
            [half * 0.98, corner_y + 1],
            [half * 0.5, float(top[7, 1]) + 1.5],
            [0.0, lip_y + 2.0],
        ]
    )
    left = (right * [-1.0, 1.0])[::-1]
    outline = np.vstack([right, left[1:-1]]) + [x, 0.0]
    return path(closed_curve(outline, 0.85), lab_to_hex(color))
