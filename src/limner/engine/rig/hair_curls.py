"""Curly hair, afro, and a baby's wisps: outlines made of round lobes."""

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.hair_design import HairDesign, Knot, Tress, guide, outline
from limner.engine.rig.skull import HeadFrame
from limner.engine.vectors import closed_curve, resample_closed


def _lobed(spine: Points, lobes: int, depth: float, seed: int) -> Points:
    """A closed (n, 2) outline with round lobes of `depth` rig units, their sizes varied by seed."""
    loop = np.vstack([spine, spine[:1]])
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(loop, axis=0), axis=1))])
    rng = np.random.default_rng(seed)
    cuts = np.cumsum(rng.uniform(0.75, 1.25, lobes))
    edges: Points = np.concatenate([[0.0], cuts / cuts[-1]]) * lengths[-1]
    start, end = edges[:-1, None], edges[1:, None]
    at: Points = (start + (end - start) * np.arange(6) / 6).ravel()
    swell = np.tile(np.array([0.0, 0.62, 0.93, 1.0, 0.93, 0.62]), lobes) * depth
    points = np.stack([np.interp(at, lengths, loop[:, axis]) for axis in (0, 1)], axis=1)
    if np.sum(points[:, 0] * np.roll(points[:, 1], -1) - np.roll(points[:, 0], -1) * points[:, 1]) < 0:
        points = points[::-1]  # the outside must lie on the left
    along = np.roll(points, -1, axis=0) - np.roll(points, 1, axis=0)
    normal = np.stack([along[:, 1], -along[:, 0]], axis=1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-6
    return points + normal * swell[:, None]


def lobed_ring(frame: HeadFrame, knots: list[Knot], lobes: int, depth: float, seed: int) -> str:
    """Path data of a closed outline through knots, with round lobes of `depth` rig units."""
    spine = resample_closed(frame.place([(k[0], k[1]) for k in knots]), 4.0, 3.0)
    return closed_curve(_lobed(spine, lobes, depth, seed), 0.9)


def coils_over(frame: HeadFrame, spacing: float, size: float, seed: int, low: float = 1.05) -> tuple[Points, ...]:
    """Curls on a jittered honeycomb over the whole head: a dark arc and a light one within, by turns, each (7, 2)."""
    rng = np.random.default_rng(seed)
    step = spacing * frame.half_width
    arcs: list[Points] = []
    for row, y in enumerate(np.arange(frame.top_y * 1.55, frame.chin_y * low, step * 0.86)):
        for x in np.arange(-1.5 * frame.half_width, 1.5 * frame.half_width, step):
            if abs(x) < 0.72 * frame.half_width and y > 0.42 * frame.top_y:
                continue  # the face lies there
            jitter = rng.uniform(-0.22, 0.22, 2) * step
            middle = np.array([float(x) + (row % 2) * step / 2, float(y)]) + jitter
            turn, grown = float(rng.uniform(2.2, 4.4)), size * float(rng.uniform(0.8, 1.2))
            for radius, sweep in ((1.0, 3.3), (0.62, 2.4)):
                angle = np.linspace(turn, turn + sweep, 7)
                shrink = np.linspace(1.0, 0.72, 7) * grown * radius
                arcs.append(middle + np.stack([np.cos(angle) * shrink, np.sin(angle) * shrink], axis=1))
    return tuple(arcs)


_CURLY_FRONT: list[Knot] = [
    (0.0, -1.16), (0.50, -1.10), (0.92, -0.86), (1.16, -0.44), (1.24, 0.0), (1.22, 0.42), (1.06, 0.62), (0.98, 0.36),
    (0.94, 0.0), (0.88, -0.30), (0.70, -0.46), (0.36, -0.50), (0.0, -0.46), (-0.36, -0.50), (-0.70, -0.46),
    (-0.88, -0.30), (-0.94, 0.0), (-0.98, 0.36), (-1.06, 0.62), (-1.22, 0.42), (-1.24, 0.0), (-1.16, -0.44),
    (-0.92, -0.86), (-0.50, -1.10),
]  # fmt: skip
_AFRO: list[Knot] = [
    (0.0, -1.52), (0.60, -1.44), (1.10, -1.14), (1.40, -0.66), (1.44, -0.10), (1.26, 0.34), (1.04, 0.40),
    (0.97, 0.10), (0.90, -0.22), (0.74, -0.46), (0.40, -0.58), (0.0, -0.60), (-0.40, -0.58), (-0.74, -0.46),
    (-0.90, -0.22), (-0.97, 0.10), (-1.04, 0.40), (-1.26, 0.34), (-1.44, -0.10), (-1.40, -0.66), (-1.10, -1.14),
    (-0.60, -1.44),
]  # fmt: skip


def curly(frame: HeadFrame) -> HairDesign:
    """Loose curls to the jaw."""
    back: list[Knot] = [
        (-1.0, -0.7), (-1.28, 0.0), (-1.30, 0.60), (-1.0, 0.98), (0.0, 1.02), (1.0, 0.98), (1.30, 0.60), (1.28, 0.0),
        (1.0, -0.7), (0.0, -1.0),
    ]  # fmt: skip
    return HairDesign(
        front=(Tress(lobed_ring(frame, _CURLY_FRONT, 30, 9.0, 5), coils=coils_over(frame, 0.30, 12.5, 3)),),
        behind=(Tress(lobed_ring(frame, back, 20, 10.0, 6), coils=coils_over(frame, 0.34, 13.0, 9)),),
        covers_ears=True,
        top_y=frame.top_y * 1.24,
    )


def afro(frame: HeadFrame) -> HairDesign:
    """A round crown of tight curls."""
    return HairDesign(
        front=(Tress(lobed_ring(frame, _AFRO, 38, 6.5, 8), coils=coils_over(frame, 0.21, 8.0, 4)),),
        covers_ears=True,
        top_y=frame.top_y * 1.57,
    )


def wisps(frame: HeadFrame) -> HairDesign:
    """A baby's down: a thin cap and one curl on top."""
    cap: list[Knot] = [
        (-0.96, -0.22, 1), (-1.005, -0.44), (-0.86, -0.78), (-0.50, -0.98), (0.0, -1.03), (0.50, -0.98), (0.86, -0.78),
        (1.005, -0.44), (0.96, -0.22, 1), (0.84, -0.50), (0.50, -0.70), (0.12, -0.72), (-0.12, -0.66, 1),
        (-0.50, -0.68), (-0.84, -0.50),
    ]  # fmt: skip
    curl: list[Knot] = [
        (-0.20, -1.00, 1), (-0.12, -1.14), (0.06, -1.22), (0.22, -1.16), (0.20, -1.06), (0.08, -1.06, 1),
        (0.14, -1.12), (0.04, -1.14), (-0.02, -1.06), (0.06, -0.98, 1),
    ]  # fmt: skip
    flow = (
        guide(frame, (-0.10, -1.0), (-0.70, -0.84), (-0.96, -0.30)),
        guide(frame, (-0.05, -1.0), (-0.36, -0.88), (-0.50, -0.68)),
        guide(frame, (0.0, -1.0), (-0.04, -0.86), (-0.06, -0.70)),
        guide(frame, (0.05, -1.0), (0.36, -0.88), (0.50, -0.70)),
        guide(frame, (0.10, -1.0), (0.70, -0.84), (0.96, -0.30)),
    )
    return HairDesign(
        front=(Tress(outline(frame, curl)), Tress(outline(frame, cap), flow, (0.2, 0.5), 12)),
        top_y=frame.top_y * 1.22,
        opacity=0.86,
    )
