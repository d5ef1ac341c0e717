"""Beards: shapes on the jaw and chin in the beard's colour, and what grows above the lip."""

from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.look import Look
from limner.engine.rig.marks import clip, clipped, ellipse, path, radial, url
from limner.engine.rig.moustache import draw_handlebar, draw_moustache
from limner.engine.rig.mouth import Mouth
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.rig.skull import HeadFrame
from limner.engine.rig.strands import spread_strands, through
from limner.engine.traits import BeardStyle, Lab, Traits
from limner.engine.vectors import closed_curve, tapered_stroke

_GROWN: Final[dict[BeardStyle, tuple[float, float]]] = {"short": (3.0, 0.0), "full": (9.0, 0.0), "long": (11.0, 0.42)}
"""How far a beard stands out from the jaw in rig units, and how far it hangs below the chin in chin heights."""


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
    elif traits.beard in _GROWN:
        defs, marks = _full(frame, mouth, color, look, f"{uid}-beard", _GROWN[traits.beard])
    elif traits.beard == "goatee":
        marks = _goatee(frame, mouth, color, look)
    elif traits.beard == "chin-strap":
        marks = _chin_strap(frame, color, look)
    elif traits.beard == "soul-patch":
        marks = _soul_patch(mouth, color)
    if traits.moustache == "handlebar":
        marks += draw_handlebar(shape, mouth, color, look)
    elif traits.moustache != "none":
        marks += draw_moustache(shape, mouth, color, 1.0 if traits.moustache == "full" else 0.55)
    elif traits.beard in ("short", "full", "long", "goatee"):
        marks += draw_moustache(shape, mouth, color, 0.8)
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


def _full(
    frame: HeadFrame, mouth: Mouth, color: Lab, look: Look, name: str, growth: tuple[float, float]
) -> tuple[str, str]:
    grow, hang = growth
    from_y = max(frame.chin_y * 0.72, float(mouth.outer_lower[5, 1]) + 7)
    region = _hanging(_region(frame, mouth, frame.chin_y * 0.10, grow), frame, hang, from_y)
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
    guides = [_hanging(guide, frame, hang * 0.92, from_y) for guide in guides]
    dark, light = lab_to_hex(shifted(color, -8.0)), lab_to_hex(shifted(color, 12.0))
    for first in (0, 3):
        side = guides[first : first + 3]
        for tone, strands in ((dark, spread_strands(side, 9, 11)), (light, spread_strands(side, 7, 23))):
            marks += "".join(path(tapered_stroke(strand, 2.4), tone, opacity=0.5) for strand in strands)
    return clip(name, data), path(data, lab_to_hex(color), look.stroke(0.8)) + clipped(name, marks)


def _hanging(points: Points, frame: HeadFrame, hang: float, from_y: float) -> Points:
    """Points drawn down below the mouth, the middle most: a long beard ends in a soft point."""
    depth = np.clip((points[:, 1] - from_y) / (frame.chin_y - from_y), 0, 1.4)
    narrow = np.clip(1 - (points[:, 0] / (frame.half_width * 0.86)) ** 2, 0, 1)
    down = hang * frame.chin_y * depth * narrow**1.5
    return np.stack([points[:, 0] * (1 + 0.10 * hang * depth), points[:, 1] + down], axis=1)


def _chin_strap(frame: HeadFrame, color: Lab, look: Look) -> str:
    """A narrow band along the jaw from ear to ear."""
    outer = _jaw(frame, frame.chin_y * 0.06, 3.0)
    along = np.linspace(0, 1, len(outer))[:, None]
    inner = outer * (1 - np.array([0.085, 0.115]) * np.sin(np.pi * along) ** 0.4)
    return path(closed_curve(np.vstack([outer, inner[::-1]]), 0.85), lab_to_hex(color), look.stroke(0.6))


def _soul_patch(mouth: Mouth, color: Lab) -> str:
    """A tuft below the middle of the lower lip."""
    lip = mouth.outer_lower[5]
    tuft = np.array([[-7.5, 3.0], [0.0, 5.0], [7.5, 3.0], [5.0, 12.0], [0.0, 19.0], [-5.0, 12.0]])
    return path(closed_curve(tuft + lip, 0.9), lab_to_hex(color))


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


def _goatee(frame: HeadFrame, mouth: Mouth, color: Lab, look: Look) -> str:
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
    return path(closed_curve(outline, 0.9), lab_to_hex(color), look.stroke(0.7))
