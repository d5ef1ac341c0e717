"""Hair that is tied: top knot, bun with a fringe, pigtails, space buns, braids."""

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.hair_design import HairDesign, Knot, Tress, both_sides, guide, outline
from limner.engine.rig.hair_long import bun, gathered
from limner.engine.rig.skull import HeadFrame
from limner.engine.vectors import closed_curve


def _ball(frame: HeadFrame, middle: tuple[float, float], size: float) -> Tress:
    """A round knot of hair with a swirl; `size` in half head widths."""
    x, y = middle
    tall = size * frame.half_width / abs(frame.top_y)
    angle = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    ring: list[Knot] = [(x + size * float(np.cos(a)), y + tall * float(np.sin(a))) for a in angle]

    def turn(radius: float, start: float) -> Points:
        sweep = np.linspace(start, start + 3.6, 4)
        return guide(
            frame, *((x + size * radius * float(np.cos(a)), y + tall * radius * float(np.sin(a))) for a in sweep)
        )

    return Tress(outline(frame, ring), (turn(0.86, 2.4), turn(0.56, 2.2), turn(0.24, 2.0)), (0.3, 0.7), 12)


def _fringe(frame: HeadFrame) -> Tress:
    """Soft points over the forehead, wider apart towards the temples."""
    knots: list[Knot] = [
        (-0.62, -0.90, 1), (-0.80, -0.66), (-0.92, -0.36), (-0.95, -0.02, 1), (-0.86, -0.20), (-0.76, -0.38),
        (-0.66, -0.28), (-0.58, -0.20, 1), (-0.50, -0.36), (-0.34, -0.27), (-0.20, -0.21, 1), (-0.10, -0.38),
        (0.04, -0.27), (0.18, -0.22, 1), (0.26, -0.38), (0.42, -0.28), (0.56, -0.21, 1), (0.64, -0.38),
        (0.78, -0.30), (0.88, -0.18), (0.95, -0.02, 1), (0.92, -0.36), (0.80, -0.66), (0.62, -0.90, 1), (0.0, -1.02),
    ]  # fmt: skip
    half = (
        guide(frame, (0.02, -0.98), (0.02, -0.70), (0.02, -0.32)),
        guide(frame, (0.14, -0.97), (0.34, -0.68), (0.36, -0.30)),
        guide(frame, (0.30, -0.95), (0.66, -0.68), (0.72, -0.32)),
        guide(frame, (0.44, -0.92), (0.88, -0.60), (0.92, -0.10)),
    )
    flow = both_sides(half)
    return Tress(outline(frame, knots), flow, (0.2, 0.42), 22)


def fringe_bun(frame: HeadFrame) -> HairDesign:
    """A bun on top and a soft fringe."""
    plain = bun(frame)
    return HairDesign(front=(*plain.front, _fringe(frame)), top_y=plain.top_y)


def top_knot(frame: HeadFrame) -> HairDesign:
    """A small knot high on the crown."""
    return HairDesign(front=(_ball(frame, (0.0, -1.20), 0.27), gathered(frame, (0.0, -1.08))), top_y=frame.top_y * 1.48)


def space_buns(frame: HeadFrame) -> HairDesign:
    """Two knots, one at each side of the crown."""
    balls = (_ball(frame, (-0.72, -1.06), 0.36), _ball(frame, (0.72, -1.06), 0.36))
    return HairDesign(front=(*balls, *_parted(frame, (0.62, -0.98))), top_y=frame.top_y * 1.42)


def _parted(frame: HeadFrame, to: tuple[float, float]) -> tuple[Tress, Tress]:
    """Hair parted in the middle and drawn to both sides."""
    right: list[Knot] = [
        (0.0, -1.09, 1), (0.54, -1.02), (0.90, -0.80), (1.05, -0.44), (1.06, -0.14), (0.99, 0.12, 1), (0.93, -0.16),
        (0.84, -0.40), (0.54, -0.60), (0.20, -0.70), (0.0, -0.78, 1),
    ]  # fmt: skip
    flow = tuple(
        guide(frame, start, ((start[0] + to[0]) / 2 + 0.10, (start[1] + to[1]) / 2), to)
        for start in ((0.02, -0.98), (0.06, -0.78), (0.34, -0.67), (0.66, -0.54), (0.88, -0.28), (0.98, 0.02))
    )
    left: list[Knot] = [(-knot[0], *knot[1:]) for knot in right]  # type: ignore[misc]  # a knot keeps its length
    return (
        Tress(outline(frame, left), tuple(curve * [-1.0, 1.0] for curve in flow), (0.3, 0.55), 16),
        Tress(outline(frame, right), flow, (0.3, 0.55), 16),
    )


def pigtails(frame: HeadFrame) -> HairDesign:
    """Parted in the middle, two loose tails above the ears."""
    right: list[Knot] = [
        (0.92, -0.44, 1), (1.16, -0.66), (1.46, -0.50), (1.60, -0.06), (1.58, 0.44), (1.40, 0.92, 1), (1.36, 0.56),
        (1.20, 0.72, 1), (1.20, 0.30), (1.10, -0.10),
    ]  # fmt: skip
    flow = (
        guide(frame, (0.96, -0.42), (1.18, -0.24), (1.22, 0.56)),
        guide(frame, (0.98, -0.46), (1.34, -0.30), (1.38, 0.62)),
        guide(frame, (1.02, -0.50), (1.48, -0.36), (1.44, 0.72)),
    )
    left: list[Knot] = [(-knot[0], *knot[1:]) for knot in right]  # type: ignore[misc]  # a knot keeps its length
    tails = (
        Tress(outline(frame, left), tuple(curve * [-1.0, 1.0] for curve in flow), None, 12),
        Tress(outline(frame, right), flow, None, 12),
    )
    return HairDesign(front=_parted(frame, (0.98, -0.42)), behind=tails, top_y=frame.top_y * 1.1)


def plait(frame: HeadFrame, spine: tuple[tuple[float, float], ...], width: float, links: int) -> Tress:
    """A braid along a spine in head coordinates, `width` in rig units: links that lean left and right by turns."""
    line = guide(frame, *spine)
    at = np.linspace(0, len(line) - 1, links + 1)
    knots = np.stack([np.interp(at, np.arange(len(line)), line[:, axis]) for axis in (0, 1)], axis=1)
    along = np.gradient(knots, axis=0)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / (np.linalg.norm(along, axis=1, keepdims=True) + 1e-6)
    taper = np.linspace(1.0, 0.62, links + 1)[:, None]
    step = float(np.linalg.norm(along, axis=1).mean())
    parts: list[str] = []
    coils: list[Points] = []
    angle = np.linspace(0, 2 * np.pi, 10, endpoint=False)
    for i in range(links):
        for side in (-1.0, 1.0):
            middle = (knots[i] + knots[i + 1]) / 2 + across[i] * side * width * 0.24 * taper[i]
            direction = along[i] / (np.linalg.norm(along[i]) + 1e-6) - across[i] * side * 0.55
            normal = np.array([-direction[1], direction[0]])
            leaf = (
                np.outer(np.cos(angle), direction) * step * 0.72
                + np.outer(np.sin(angle), normal) * width * 0.26 * taper[i]
            )
            parts.append(closed_curve(middle + leaf))
            coils.append(
                middle
                + np.outer(np.cos(angle[:5]), direction) * step * 0.6
                + np.outer(np.sin(angle[:5]), normal) * width * 0.2
            )
    end = knots[-1]
    tuft = np.array([[-0.22, 0], [-0.34, 0.7], [-0.12, 1.1], [0.14, 1.0], [0.34, 0.6], [0.22, 0]]) * width * 0.9
    parts.append(closed_curve(tuft + end))
    return Tress("".join(parts), coils=tuple(coils))


def braids(frame: HeadFrame) -> HairDesign:
    """Parted in the middle, two braids over the shoulders."""
    spine = ((0.98, 0.16), (1.12, 0.60), (1.14, 1.10), (1.06, 1.62))
    width = 0.34 * frame.half_width
    left: tuple[tuple[float, float], ...] = tuple((-x, y) for x, y in spine)
    return HairDesign(
        front=(plait(frame, left, width, 7), plait(frame, spine, width, 7), *_parted(frame, (1.02, 0.04))),
        top_y=frame.top_y * 1.1,
    )


def side_braid(frame: HeadFrame) -> HairDesign:
    """Drawn to one side into a single thick braid."""
    spine = ((0.94, 0.20), (1.16, 0.58), (1.16, 1.06), (0.98, 1.70))
    return HairDesign(
        front=(plait(frame, spine, 0.42 * frame.half_width, 8), gathered(frame, (0.98, -0.04))),
        top_y=frame.top_y * 1.12,
    )
