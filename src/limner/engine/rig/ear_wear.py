"""What is worn at the ears: earrings and hearing aids. Hair may cover the ear; a hearing aid is still to be seen."""

from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.ears import ear_anchor, ear_size
from limner.engine.rig.look import Look
from limner.engine.rig.marks import ellipse, line, moved, path
from limner.engine.rig.skull import HeadFrame
from limner.engine.traits import Earrings, Side, Traits
from limner.engine.vectors import closed_curve

_GOLD: Final = "#d9a441"
_GOLD_DARK: Final = "#a9752a"
_AID: Final = "#6f7fd0"
_AID_LIGHT: Final = "#a9b6f2"
_TUBE: Final = "#d7ddea"
_SIDES: Final[dict[Side, tuple[float, ...]]] = {"none": (), "left": (-1.0,), "right": (1.0,), "both": (-1.0, 1.0)}


def draw_ear_wear(frame: HeadFrame, traits: Traits, look: Look, *, covered: bool) -> str:
    """Drawn above the hair; `covered` says that hair hides the ears."""
    size, marks = ear_size(frame), ""
    for outward in (-1.0, 1.0):
        anchor = ear_anchor(frame, outward)
        marks += _earring(traits.earrings, anchor, outward, size, look, covered=covered)
        if outward in _SIDES[traits.hearing_aid]:
            marks += _hearing_aid(anchor, outward, size, look)
    return marks


def _earring(kind: Earrings, anchor: Points, outward: float, size: float, look: Look, *, covered: bool) -> str:
    lobe = anchor + np.array([outward * 4.0, 18.0]) * size
    if kind == "studs" and not covered:
        return ellipse(lobe, (3.0 * size, 3.0 * size), _GOLD) + ellipse(lobe - [0.9, 0.9], (1.0, 0.9), "#ffffff", 0.85)
    if kind == "hoops":
        ring = f' stroke="{_GOLD}" stroke-width="{2.6 * size:.1f}"'
        angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        circle = lobe + np.stack([np.cos(angle) * 8.5, np.sin(angle) * 10.5 + 9.5], axis=1) * size
        return path(closed_curve(circle), "none", ring) + line(circle[13:18], "#f6dd9a", 1.1, 0.9)
    if kind == "drops":
        tear = np.array([[0, 5], [3.6, 12], [4.2, 17], [0, 21.5], [-4.2, 17], [-3.6, 12]]) * size + lobe
        bead = path(closed_curve(tear, 0.9), "#4f9d9a", look.stroke(0.4))
        hook = line(np.stack([lobe, moved(lobe, 0.0, 5.5 * size)]), _GOLD_DARK, 1.4)
        return hook + bead + ellipse(lobe + np.array([-1.2, 14.0]) * size, (1.0, 2.0), "#ffffff", 0.7)
    return ""


def _hearing_aid(anchor: Points, outward: float, size: float, look: Look) -> str:
    """Case behind the ear, clear tube over its top, earmould in the ear: as children wear them, in a happy colour."""
    flip = np.array([outward, 1.0]) * size
    case = np.array([[6, -34], [14, -38], [22, -33], [27, -20], [27, -4], [23, 8], [18, 10], [17, 2], [20, -12]])
    shell = path(closed_curve(case * flip + anchor, 0.9), _AID, look.stroke(0.6))
    shine = path(
        closed_curve(np.array([[20, -28], [24, -20], [24.5, -10], [22, -18]]) * flip + anchor, 0.9), _AID_LIGHT
    )
    tube = np.array([[9, -34], [2, -33], [-3, -24], [-3, -12], [1, -3]]) * flip + anchor
    mould = ellipse(np.array([3.0, 0.0]) * flip + anchor, (5.2 * size, 6.4 * size), _AID_LIGHT)
    dot = ellipse(np.array([24.0, -1.0]) * flip + anchor, (1.5, 1.5), "#ffffff", 0.9)
    return shell + shine + line(tube, "#8f9bb8", 3.4) + line(tube, _TUBE, 2.0) + mould + dot
