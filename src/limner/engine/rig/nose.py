"""A soft nose: warm ball, wings as brush strokes, nostrils, a touch of light."""

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.likeness import Likeness, draw_nostrils
from limner.engine.rig.look import Look
from limner.engine.rig.marks import ellipse, linear, moved, path, radial, url
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.vectors import closed_curve, tapered_stroke


def draw_nose(
    shape: FaceShape, skin: SkinRamp, look: Look, uid: str, likeness: Likeness | None = None
) -> tuple[str, str]:
    """(defs, marks); width and length follow the shape, softer for children.

    With likeness the tones model the nose: the rig's own brush strokes fade.
    """
    defs, marks = _drawn(shape, skin, look, uid)
    if likeness is None:
        return defs, marks
    tip = shape.one(4)
    light = ellipse(moved(tip, -3, 2), (7.0, 5.0), "#ffffff", 0.30 - 0.14 * likeness.tones)
    rest = max(0.0, 1 - likeness.tones * (0.75 if likeness.child else 1.15))
    faded = f'<g opacity="{rest:.2f}">{marks}</g>' if rest > 0 else ""
    return defs, faded + light + draw_nostrils(likeness, skin)


def _drawn(shape: FaceShape, skin: SkinRamp, look: Look, uid: str) -> tuple[str, str]:
    base, tip = shape.one(2), shape.one(4)
    wings = shape.at(129, 358)
    half = float(np.clip(np.ptp(wings[:, 0]) / 2, 12.0, 34.0))
    base = np.array([float(base[0]) * 0.5, float(base[1])])
    if shape.age_band == "adult":
        return _adult(shape, base, tip, half, skin, look, uid)
    return _button(base, half, skin, uid)


def _adult(
    shape: FaceShape, base: Points, tip: Points, half: float, skin: SkinRamp, look: Look, uid: str
) -> tuple[str, str]:
    bridge = shape.one(168)
    shade = ((0.0, skin.shadow, 0.0), (0.45, skin.shadow, 0.0), (0.75, skin.shadow, 0.5), (1.0, skin.shadow, 0.9))
    defs = linear(f"{uid}-nose", (0.0, float(bridge[1]) + 10), (0.0, float(base[1])), shade)
    defs += _glow(base, half, skin, uid)
    side = base + np.array(
        [
            [4.0, float(bridge[1] - base[1]) + 20],
            [half * 0.34, float(tip[1] - base[1]) - 26],
            [half * 0.62, -half * 0.86],
            [half * 0.98, -half * 0.34],
            [half * 0.62, 0.5],
            [2.0, 2.0],
            [half * 0.30, -half * 0.55],
            [half * 0.16, float(tip[1] - base[1]) - 24],
        ]
    )
    fill = skin.shadow if look.shading == "cel" else url(f"{uid}-nose")
    marks = path(closed_curve(side, 0.9), fill, opacity=0.55 if look.shading == "cel" else 0.8)
    marks += _ball(base, half, uid) + _underside(base, half, skin.deep if look.ink is None else look.ink, 1.0)
    marks += _nostrils(base, half, skin)
    if look.shading != "cel":
        marks += ellipse(moved(base, -half * 0.12, -half * 0.62), (half * 0.24, half * 0.17), "#ffffff", 0.32)
    return defs, marks


def _button(base: Points, half: float, skin: SkinRamp, uid: str) -> tuple[str, str]:
    smile = np.array([[-0.62, -0.30], [-0.42, -0.02], [0.0, 0.12], [0.42, -0.02], [0.62, -0.30]]) * half + base
    marks = _ball(base, half, uid)
    marks += path(tapered_stroke(_dense(smile), 3.6), skin.deep, opacity=0.9)
    marks += ellipse(moved(base, -half * 0.14, -half * 0.52), (half * 0.22, half * 0.16), "#ffffff", 0.42)
    return _glow(base, half, skin, uid), marks


def _glow(base: Points, half: float, skin: SkinRamp, uid: str) -> str:
    stops = ((0.0, skin.blush, 0.5), (0.6, skin.blush, 0.26), (1.0, skin.blush, 0.0))
    return radial(f"{uid}-tip", (float(base[0]), float(base[1]) - half * 0.42), half * 1.05, stops)


def _ball(base: Points, half: float, uid: str) -> str:
    return ellipse(moved(base, 0, -half * 0.42), (half * 1.05, half * 0.9), url(f"{uid}-tip"))


def _underside(base: Points, half: float, color: str, weight: float) -> str:
    """One brush stroke along the underside and a hook for each wing."""
    under = base + np.array([[-0.46, -0.06], [-0.22, 0.03], [0.0, 0.10], [0.22, 0.03], [0.46, -0.06]]) * half
    marks = [path(tapered_stroke(_dense(under), 2.9 * weight), color)]
    for outward in (-1.0, 1.0):
        wing = [[0.84, -0.52], [1.0, -0.34], [0.98, -0.12], [0.80, 0.0], [0.62, -0.02]]
        hook = base + np.array(wing) * half * np.array([outward, 1.0])
        marks.append(path(tapered_stroke(_dense(hook), 3.4 * weight), color))
    return "".join(marks)


def _nostrils(base: Points, half: float, skin: SkinRamp) -> str:
    return "".join(
        ellipse(moved(base, s * half * 0.44, -half * 0.06), (half * 0.17, half * 0.085), skin.line, 0.7, -16 * s)
        for s in (-1, 1)
    )


def _dense(points: Points) -> Points:
    """Eleven points on the curve through five, so that a tapered stroke stays round."""
    at = np.linspace(0, len(points) - 1, 11)
    index = np.arange(len(points))
    coarse = np.stack([np.interp(at, index, points[:, axis]) for axis in (0, 1)], axis=1)
    smooth = coarse.copy()
    smooth[1:-1] = (coarse[:-2] + 2 * coarse[1:-1] + coarse[2:]) / 4
    return smooth
