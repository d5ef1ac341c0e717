"""What every hairstyle is reduced to before it is painted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.skull import HeadFrame
from limner.engine.rig.strands import through
from limner.engine.vectors import closed_curve, open_curve

Knot = tuple[float, float] | tuple[float, float, int]
"""A point of an outline in head coordinates (see `HeadFrame.place`); a third element marks a sharp corner."""
Guides = tuple[Points, ...]
"""Curves of equal length from root to tip; strands are spread between neighbours."""


@dataclass(frozen=True, slots=True)
class Tress:
    """A part of the hair with one flow: closed path data, the flow, and how it is worked.

    `shine` is the stretch of the flow 0..1 that catches light, or None; `strands` their number. `coils` are curls,
    drawn as they are, dark and light in turn.
    """

    outline: str
    guides: Guides = ()
    shine: tuple[float, float] | None = (0.25, 0.48)
    strands: int = 16
    coils: Guides = ()
    shade: str = ""
    """Path data of the part's own shadow, cut to the outline."""


@dataclass(frozen=True, slots=True)
class Streaks:
    """Brush strokes that the photo showed: path data of the darker and of the lighter ones, and tone patches."""

    dark: str = ""
    light: str = ""
    dark_patches: str = ""
    light_patches: str = ""


@dataclass(frozen=True, slots=True)
class HairDesign:
    """A hairstyle on one head: parts behind neck and head, parts in front, painted in order."""

    front: tuple[Tress, ...] = ()
    behind: tuple[Tress, ...] = ()
    streaks: Streaks = Streaks()
    covers_ears: bool = False
    top_y: float = 0.0
    opacity: float = 1.0


def outline(frame: HeadFrame, knots: Sequence[Knot]) -> str:
    """Path data of a closed shape through knots, smooth but for its marked corners."""
    points = frame.place([(knot[0], knot[1]) for knot in knots])
    corners = [i for i, knot in enumerate(knots) if len(knot) == 3]
    if not corners:
        return closed_curve(points)
    first = corners[0]
    turned = np.vstack([np.roll(points, -first, axis=0), points[first : first + 1]])
    ends = [corner - first for corner in corners] + [len(points)]
    parts: list[str] = []
    for start, end in pairwise(ends):
        data = open_curve(turned[start : end + 1])
        parts.append(data if not parts else data[data.index("C") :])
    return "".join(parts) + "Z"


def both_sides(half: Sequence[Points]) -> Guides:
    """Guides from the middle to the right, and their mirror image on the left."""
    return (*(curve * [-1.0, 1.0] for curve in half[:0:-1]), *half)


def guide(frame: HeadFrame, *points: tuple[float, float]) -> Points:
    """A flow line through points in head coordinates, (13, 2) rig units."""
    return through(frame.place(points))


def crown_y(design: HairDesign, frame: HeadFrame) -> float:
    """Height of the hair on the crown in rig units, knots and bunches left out; the skull's own for a bald head.

    The part in front that is painted last is the one that lies on the crown.
    """
    if not design.front:
        return frame.top_y
    numbers = [float(text) for text in re.findall(r"-?\d+(?:\.\d+)?", design.front[-1].outline)]
    return min(frame.top_y, *numbers[1::2])
