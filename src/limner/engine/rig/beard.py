"""Beards and moustaches: shapes on the jaw and under the nose, in the beard's colour."""

import numpy as np

from limner.engine.arrays import Points
from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.look import Look
from limner.engine.rig.marks import clip, clipped, ellipse, moved, path, radial, url
from limner.engine.rig.mouth import Mouth
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.rig.skull import HeadFrame
from limner.engine.rig.strands import spread_strands, through
from limner.engine.traits import Lab, Traits
from limner.engine.vectors import closed_curve, tapered_stroke


def draw_beard(
    frame: HeadFrame, shape: FaceShape, mouth: Mouth, traits: Traits, skin: SkinRamp, look: Look, uid: str
) -> tuple[str, str]:
    """(defs, marks) of everything that grows around the mouth; nothing on children."""
    if traits.age_band != "adult":
        return "", ""
    color = _color(traits.beard_color)
    defs, marks = "", ""
    if traits.beard == "stubble":
        defs, marks = _stubble(frame, shape, mouth, skin, uid)
    elif traits.beard == "full":
        defs, marks = _full(frame, mouth, color, look, f"{uid}-beard")
    elif traits.beard == "goatee":
        marks = _goatee(frame, mouth, color)
    if traits.moustache != "none":
        marks += _moustache(shape, mouth, color, 1.0 if traits.moustache == "full" else 0.55)
    elif traits.beard in ("full", "goatee"):
        marks += _moustache(shape, mouth, color, 0.8)
    return defs, marks


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


def _region(frame: HeadFrame, mouth: Mouth, from_y: float, grow: float) -> Points:
    """Closed (n, 2): the jaw outside, a hollow line from sideburn to mouth corner and round the lower lip inside."""
    jaw = _jaw(frame, from_y, grow)
    corner_y = float(mouth.inner_upper[[0, 10], 1].mean())
    sides: list[Points] = []
    for outward, burn, corner in ((-1.0, jaw[-1], mouth.inner_upper[0]), (1.0, jaw[0], mouth.inner_upper[10])):
        x, edge, drop = float(corner[0]), float(burn[0]), corner_y - from_y
        sides.append(
            np.array(
                [
                    [edge * 0.955, from_y],
                    [edge * 0.915, from_y + drop * 0.26],
                    [edge * 0.86, from_y + drop * 0.50],
                    [edge * 0.74, from_y + drop * 0.72],
                    [edge * 0.45 + x * 0.55, from_y + drop * 0.86],
                    [x + outward * 9, corner_y - 3.5],
                    [x + outward * 2, corner_y + 2],
                ]
            )
        )
    under = mouth.outer_lower[2:9] + np.array([0.0, 3.0])
    return np.vstack([jaw, sides[0], under, sides[1][::-1]])


def _full(frame: HeadFrame, mouth: Mouth, color: Lab, look: Look, name: str) -> tuple[str, str]:
    region = _region(frame, mouth, frame.chin_y * 0.10, 9.0)
    data, marks = closed_curve(region, 0.85), ""
    lip = mouth.outer_lower[5]
    guides = [
        through(
            np.array([[s * frame.half_width * a, y0], [s * frame.half_width * b, y1], [s * frame.half_width * c, y2]])
        )
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
    return clip(name, data), path(data, lab_to_hex(color), look.stroke(0.8)) + clipped(name, marks)


def _stubble(frame: HeadFrame, shape: FaceShape, mouth: Mouth, skin: SkinRamp, uid: str) -> tuple[str, str]:
    """A shadow along jaw and upper lip that fades out towards the cheeks."""
    from_y = frame.chin_y * 0.10
    jaw = _jaw(frame, from_y, 0.0)
    middle_y = -frame.chin_y * 0.10
    # The shadow begins at the distance of the ears, so that its upper edge is never seen.
    ears = float(np.hypot(jaw[[0, -1], 0], jaw[[0, -1], 1] - middle_y).max()) * 1.01
    chin = frame.chin_y - middle_y
    tone = lab_to_hex((max(skin.lab[0] - 26.0, 14.0), skin.lab[1] * 0.7, skin.lab[2] * 0.7))
    start = min(ears / chin, 0.72)
    fade = ((0.0, tone, 0.0), (start, tone, 0.0), ((start * 2 + 1) / 3, tone, 0.34), (1.0, tone, 0.5))
    defs = radial(f"{uid}-stubble", (0.0, middle_y), chin, fade)
    lip = (mouth.outer_upper[5] + shape.one(2)) / 2
    defs += radial(
        f"{uid}-lip", (0.0, float(lip[1]) + 4), 34.0, ((0.0, tone, 0.34), (0.5, tone, 0.24), (1.0, tone, 0.0))
    )
    marks = path(closed_curve(jaw, 0.8), url(f"{uid}-stubble"))
    return defs, marks + ellipse(np.array([0.0, float(lip[1]) + 3]), (34.0, 15.0), url(f"{uid}-lip"))


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
    outline = moved(np.vstack([right, left[1:-1]]), x, 0.0)
    return path(closed_curve(outline, 0.85), lab_to_hex(color))
