"""Parts that several hairstyles share: falls beside the face and behind the neck, plaited ropes."""

from collections.abc import Sequence

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.hair_design import Guides, Knot, Tress, guide, outline
from limner.engine.rig.skull import HeadFrame
from limner.engine.rig.strands import evenly, through
from limner.engine.vectors import closed_curve


def mirrored(half: Sequence[Knot]) -> list[Knot]:
    """A whole outline from its right half, which runs from the top to the bottom; points on the axis stay single."""
    left: list[Knot] = [(-k[0], k[1]) if len(k) == 2 else (-k[0], k[1], 1) for k in half[::-1] if abs(k[0]) > 1e-6]
    return [*half, *left]


def hanging(frame: HeadFrame, length: float, width: float = 1.24, tips: int = 4, wave: float = 0.0) -> Tress:
    """Hair behind the neck down to v = `length`; `wave` swells its sides in and out."""
    down = np.linspace(0.2, length - 0.12, 6)
    side: list[Knot] = [(0.0, -1.0), (1.03, -0.60), (width, -0.05)]
    side += [(round(width + wave * (-1) ** i + 0.05 * i / 5, 3), round(v, 3)) for i, v in enumerate(down.tolist())]
    ends = np.linspace(width * 0.92, 0.0, tips)
    for i, u in enumerate(ends.tolist()):
        tip: Knot = (round(u, 3), round(length - 0.05 * (i % 2), 3), 1)
        side.append(tip)
        if i < tips - 1:
            side.append((round(u - width * 0.46 / (tips - 1), 3), round(length - 0.10, 3)))
    flow = tuple(
        guide(frame, (u * 0.9, -0.2), (u * 1.06 + wave, 0.3), (u * 1.06 - wave, 0.3 + (length - 0.3) / 2), (u, length))
        for u in (-1.1, -0.6, 0.0, 0.6, 1.1)
    )
    return Tress(outline(frame, mirrored(side)), flow, None, 20)


def curtain(
    frame: HeadFrame, outward: float, part: float, length: float, top: float = 1.19, wave: float = 0.0,
    hairline: float = -0.72,
) -> Tress:  # fmt: skip
    """One fall from a parting at u = `part` on the crown down beside the face to v = `length`."""
    own = part * outward
    outer = [
        (0.46, -top * 0.985), (0.95, -0.92), (1.18, -0.46), (1.25, 0.06), (1.24 + wave, 0.06 + (length - 0.06) * 0.3),
        (1.30 - wave, 0.06 + (length - 0.06) * 0.58), (1.32 + wave, 0.06 + (length - 0.06) * 0.8),
    ]  # fmt: skip
    inner = [
        (1.12 + wave, 0.06 + (length - 0.06) * 0.78), (1.05 - wave, 0.06 + (length - 0.06) * 0.56),
        (1.04 + wave * 0.6, 0.06 + (length - 0.06) * 0.30), (0.97, 0.12), (0.94, -0.10), (0.86, -0.34), (0.62, -0.52),
    ]  # fmt: skip
    knots: list[Knot] = [(own, hairline, 1), (own - 0.04, -top * 0.92), (own + 0.08, -top)]
    knots += [*outer, (1.18, length, 1), *inner, (own + 0.30, hairline + 0.10)]
    flow: list[Points] = []
    for high, near, far in ((-0.82, 0.66, 0.98), (-0.98, 0.80, 1.10), (-1.10, 0.92, 1.21)):
        stations = [
            (own, high), (near, high * 0.74), (far, 0.0), (far + 0.05 + wave, 0.06 + (length - 0.06) * 0.32),
            (far + 0.08 - wave, 0.06 + (length - 0.06) * 0.6), (1.17 + 0.03 * (far - 1), length - 0.06),
        ]  # fmt: skip
        flow.append(guide(frame, *[(u * outward, v) for u, v in stations]))
    placed: list[Knot] = [(k[0] * outward, k[1]) if len(k) == 2 else (k[0] * outward, k[1], 1) for k in knots]
    return Tress(outline(frame, placed), tuple(flow), (0.22, 0.38), 18)


def rope(spine: Points, width: float, *, links: int, taper: float = 0.6, plaited: bool = True) -> Tress:
    """A plait (or a twisted lock) along (n, 2) points in rig units: scalloped sides, a mark in each link."""
    middle = evenly(through(spine, 61), links * 4 + 1)
    along = np.gradient(middle, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / (np.linalg.norm(along, axis=1, keepdims=True) + 1e-6)
    share = np.linspace(0.0, 1.0, len(middle))
    bulge = 0.80 + 0.20 * np.sin(np.pi * ((np.arange(len(middle)) % 4) / 4.0))
    half = (width / 2 * (1 - (1 - taper) * share) * bulge)[:, None]
    half[[0, -1]] *= 0.45
    ring = np.vstack([middle + normal * half, (middle - normal * half)[::-1]])
    return Tress(closed_curve(ring, 0.9), coils=_links(middle, normal, half, links, plaited=plaited))


def _links(middle: Points, normal: Points, half: Points, links: int, *, plaited: bool) -> Guides:
    """A dark and a light mark for each link, by turns, each (7, 2)."""
    marks: list[Points] = []
    for link in range(links):
        at, following = link * 4, link * 4 + 3
        side = 1.0 if link % 2 or not plaited else -1.0
        start = middle[at] + normal[at] * half[at] * side * 0.95
        end = middle[following] - normal[following] * half[following] * side * (0.35 if plaited else 0.9)
        bend = (start + end) / 2 + (middle[following] - middle[at]) * 0.25
        mark = through(np.vstack([start, bend, end]), 7)
        marks += [mark, mark + (middle[following] - middle[at]) * -0.32]
    return tuple(marks)
