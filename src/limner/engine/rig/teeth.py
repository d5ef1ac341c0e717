"""The upper row of teeth: one clean shape, a gap where one is missing, braces."""

from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.marks import line, moved, path
from limner.engine.traits import Traits
from limner.engine.vectors import polygon

_WIRE: Final = "#8d97a6"
_BRACKET: Final = "#b9c2ce"
_TEETH: Final = np.array([8, 13, 17, 23, 27, 32])
"""Middles of the six front teeth among 41 points along the lip."""
_GAP: Final = slice(14, 21)


def draw_teeth(lip: Points, reach: Points, traits: Traits, white: str, dark: str) -> str:
    """Teeth that hang from the upper lip.

    Args:
        lip: (41, 2) lower edge of the upper lip, left to right, rig units.
        reach: (41,) length of the teeth at each point.
        traits: Whether one is missing, and whether there are braces.
        white: Of the teeth.
        dark: The mouth's inside, which shows through a gap.
    """
    edge = lip + np.stack([np.zeros(41), reach], axis=1)
    marks = path(polygon(np.vstack([lip, edge[::-1]])), white)
    if traits.missing_tooth:
        hole = np.vstack([moved(lip[_GAP], 0, -0.6), moved(edge[_GAP][::-1], 0, 0.9)])
        marks += path(polygon(hole), dark)
    if traits.braces:
        marks += _braces(lip, reach, missing=traits.missing_tooth)
    return marks


def _braces(lip: Points, reach: Points, *, missing: bool) -> str:
    wire = lip[4:37] + np.stack([np.zeros(33), reach[4:37] * 0.52], axis=1)
    marks = line(wire, _WIRE, 1.2)
    for at in _TEETH:
        if missing and _GAP.start <= at < _GAP.stop:
            continue
        x, y = (float(value) for value in lip[at] + [0.0, float(reach[at]) * 0.52])
        size = float(np.clip(reach[at] * 0.22, 0.9, 2.2))
        square = np.array([[x - size, y - size], [x + size, y - size], [x + size, y + size], [x - size, y + size]])
        marks += path(polygon(square), _BRACKET, f' stroke="{_WIRE}" stroke-width="0.7"')
    return marks
