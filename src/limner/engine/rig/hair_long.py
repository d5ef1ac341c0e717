"""Longer hair: bob, long, bun, ponytail. All coordinates are head coordinates (see `HeadFrame.place`)."""

import math

from limner.engine.rig.hair_design import Guides, HairDesign, Knot, Tress, both_sides, guide, outline
from limner.engine.rig.skull import HeadFrame


def bob(frame: HeadFrame) -> HairDesign:
    """Chin-long with a full fringe."""
    back: list[Knot] = [
        (-1.02, -0.60), (-1.24, 0.0), (-1.30, 0.50), (-1.16, 0.92), (-0.80, 1.04), (0.0, 1.02), (0.80, 1.04),
        (1.16, 0.92), (1.30, 0.50), (1.24, 0.0), (1.02, -0.60), (0.0, -1.0),
    ]  # fmt: skip
    front: list[Knot] = [
        (0.0, -1.19), (0.52, -1.12), (0.94, -0.87), (1.17, -0.42), (1.25, 0.10), (1.27, 0.52), (1.15, 0.90),
        (0.92, 0.97, 1), (0.99, 0.60), (0.95, 0.20), (0.93, -0.14), (0.86, -0.40, 1), (0.66, -0.33), (0.44, -0.36, 1),
        (0.22, -0.31), (0.0, -0.34, 1), (-0.22, -0.31), (-0.44, -0.36, 1), (-0.66, -0.33), (-0.86, -0.40, 1),
        (-0.93, -0.14), (-0.95, 0.20), (-0.99, 0.60), (-0.92, 0.97, 1), (-1.15, 0.90), (-1.27, 0.52), (-1.25, 0.10),
        (-1.17, -0.42), (-0.94, -0.87), (-0.52, -1.12),
    ]  # fmt: skip
    return HairDesign(
        front=(Tress(outline(frame, front), _fall(frame, 0.86), (0.24, 0.44), 34),),
        behind=(Tress(outline(frame, back), _hang(frame, 0.98), None, 12),),
        covers_ears=True,
        top_y=frame.top_y * 1.16,
    )


def _fall(frame: HeadFrame, length: float) -> Guides:
    """Flow from the crown over fringe and sides."""
    half = (
        guide(frame, (0.02, -1.12), (0.02, -0.80), (0.02, -0.36)),
        guide(frame, (0.10, -1.12), (0.34, -0.84), (0.40, -0.36)),
        guide(frame, (0.18, -1.12), (0.66, -0.84), (0.80, -0.38)),
        guide(frame, (0.26, -1.12), (0.98, -0.66), (1.04, 0.10), (0.98, length)),
        guide(frame, (0.36, -1.12), (1.10, -0.56), (1.18, 0.20), (1.10, length)),
    )
    return both_sides(half)


def _hang(frame: HeadFrame, length: float) -> Guides:
    return tuple(guide(frame, (u * 0.9, -0.2), (u * 1.08, 0.4), (u, length)) for u in (-1.1, -0.6, 0.0, 0.6, 1.1))


def long(frame: HeadFrame) -> HairDesign:
    """Past the shoulders, parted a little off the middle."""
    back: list[Knot] = [
        (-1.04, -0.60), (-1.24, 0.0), (-1.22, 0.46), (-1.36, 0.90), (-1.40, 1.40), (-1.20, 1.90, 1), (-0.94, 1.74),
        (-0.64, 1.96, 1), (-0.36, 1.80), (0.0, 1.94, 1), (0.36, 1.80), (0.64, 1.96, 1), (0.94, 1.74), (1.20, 1.90, 1),
        (1.40, 1.40), (1.36, 0.90), (1.22, 0.46), (1.24, 0.0), (1.04, -0.60), (0.0, -1.0),
    ]  # fmt: skip
    return HairDesign(
        front=_curtains(frame),
        behind=(Tress(outline(frame, back), _hang(frame, 1.8), None, 20),),
        covers_ears=True,
        top_y=frame.top_y * 1.19,
    )


def _curtains(frame: HeadFrame) -> tuple[Tress, Tress]:
    """Two falls from the parting; the right one is wider."""
    left: list[Knot] = [
        (-0.20, -1.16, 1), (-0.54, -1.16), (-0.96, -0.92), (-1.18, -0.46), (-1.25, 0.06), (-1.22, 0.46),
        (-1.32, 0.84), (-1.34, 1.20), (-1.20, 1.56, 1), (-1.16, 1.24), (-1.02, 0.88), (-1.05, 0.56), (-0.98, 0.26),
        (-0.94, -0.10), (-0.85, -0.36), (-0.60, -0.56), (-0.24, -0.73, 1),
    ]  # fmt: skip
    right: list[Knot] = [
        (-0.24, -0.73, 1), (-0.32, -1.10), (-0.14, -1.19), (0.46, -1.18), (0.96, -0.92), (1.18, -0.46), (1.25, 0.06),
        (1.22, 0.46), (1.32, 0.84), (1.34, 1.20), (1.20, 1.56, 1), (1.16, 1.24), (1.02, 0.88), (1.05, 0.56),
        (0.98, 0.26), (0.95, -0.06), (0.88, -0.29), (0.64, -0.46), (0.22, -0.60),
    ]  # fmt: skip
    left_flow = (
        guide(frame, (-0.24, -0.86), (-0.72, -0.60), (-0.97, -0.02), (-1.06, 0.52), (-1.06, 0.90), (-1.18, 1.46)),
        guide(frame, (-0.24, -0.98), (-0.90, -0.66), (-1.10, 0.0), (-1.13, 0.48), (-1.18, 0.88), (-1.22, 1.44)),
        guide(frame, (-0.24, -1.08), (-1.00, -0.76), (-1.21, 0.0), (-1.19, 0.46), (-1.28, 0.86), (-1.27, 1.36)),
    )
    right_flow = (
        guide(frame, (-0.20, -0.84), (0.66, -0.60), (0.98, -0.02), (1.06, 0.52), (1.06, 0.90), (1.18, 1.46)),
        guide(frame, (-0.24, -0.98), (0.76, -0.74), (1.10, 0.0), (1.13, 0.48), (1.18, 0.88), (1.22, 1.44)),
        guide(frame, (-0.22, -1.10), (0.90, -0.88), (1.21, 0.0), (1.19, 0.46), (1.28, 0.86), (1.27, 1.36)),
    )
    return (
        Tress(outline(frame, left), left_flow, (0.20, 0.34), 16),
        Tress(outline(frame, right), right_flow, (0.26, 0.42), 20),
    )


def gathered(frame: HeadFrame, to: tuple[float, float]) -> Tress:
    """Hair drawn back tightly towards one point at the crown."""
    knots: list[Knot] = [
        (-0.99, 0.10, 1), (-1.05, -0.14), (-1.05, -0.44), (-0.90, -0.80), (-0.54, -1.03), (0.0, -1.10), (0.54, -1.03),
        (0.90, -0.80), (1.05, -0.44), (1.05, -0.14), (0.99, 0.10, 1), (0.93, -0.16), (0.84, -0.42), (0.56, -0.63),
        (0.16, -0.71, 1), (-0.24, -0.66), (-0.62, -0.56), (-0.85, -0.40), (-0.93, -0.16),
    ]  # fmt: skip
    starts = ((-1.0, 0.0), (-0.92, -0.26), (-0.64, -0.58), (-0.22, -0.69), (0.20, -0.72), (0.62, -0.61), (0.92, -0.26))
    flow = tuple(guide(frame, *_around(start, to)) for start in (*starts, (1.0, 0.0)))
    return Tress(outline(frame, knots), flow, (0.34, 0.60), 30)


def _around(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """Points from the hairline to the knot that turn about the middle of the head, so that flows never cross."""
    angles = [math.atan2(u, -0.1 - v) for u, v in (start, end)]
    radii = [math.hypot(u, -0.1 - v) for u, v in (start, end)]
    way: list[tuple[float, float]] = []
    for t in (0.0, 0.25, 0.5, 0.75, 1.0):
        angle = angles[0] + (angles[1] - angles[0]) * t
        radius = radii[0] + (radii[1] - radii[0]) * t**0.8
        way.append((radius * math.sin(angle), -0.1 - radius * math.cos(angle)))
    return way


def bun(frame: HeadFrame) -> HairDesign:
    """Gathered on top into a bun."""
    ball: list[Knot] = [
        (-0.40, -1.16), (-0.46, -1.36), (-0.30, -1.56), (0.0, -1.63), (0.30, -1.56), (0.46, -1.36), (0.40, -1.16),
        (0.20, -1.04), (-0.20, -1.04),
    ]  # fmt: skip
    swirl = (
        guide(frame, (-0.36, -1.14), (-0.40, -1.40), (-0.10, -1.58), (0.30, -1.48)),
        guide(frame, (-0.20, -1.10), (-0.24, -1.34), (0.0, -1.48), (0.34, -1.36)),
        guide(frame, (0.0, -1.08), (-0.06, -1.26), (0.10, -1.36), (0.36, -1.22)),
    )
    return HairDesign(
        behind=(),
        front=(Tress(outline(frame, ball), swirl, (0.25, 0.65), 12), gathered(frame, (0.0, -1.06))),
        top_y=frame.top_y * 1.63,
    )


def ponytail(frame: HeadFrame) -> HairDesign:
    """Gathered high, the tail falling behind one shoulder."""
    tail: list[Knot] = [
        (0.36, -1.02, 1), (0.70, -1.26), (1.16, -1.10), (1.44, -0.60), (1.52, 0.10), (1.44, 0.74), (1.16, 1.30, 1),
        (1.18, 0.80), (1.06, 0.20), (0.90, -0.40), (0.60, -0.84),
    ]  # fmt: skip
    flow = (
        guide(frame, (0.44, -0.98), (0.94, -0.70), (1.20, 0.10), (1.18, 1.16)),
        guide(frame, (0.46, -1.06), (1.12, -0.84), (1.36, 0.06), (1.22, 1.12)),
        guide(frame, (0.50, -1.12), (1.26, -0.92), (1.48, 0.04), (1.26, 1.06)),
    )
    return HairDesign(
        front=(gathered(frame, (0.42, -1.02)),),
        behind=(Tress(outline(frame, tail), flow, None, 14),),
        top_y=frame.top_y * 1.22,
    )
