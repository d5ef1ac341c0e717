"""Coils, long curls, cornrows, box braids and locs."""

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.hair_curls import coils_over, lobed_ring
from limner.engine.rig.hair_design import HairDesign, Knot, Tress, guide, outline
from limner.engine.rig.skull import HeadFrame
from limner.engine.vectors import closed_curve, tapered_stroke

_COILS: list[Knot] = [
    (0.0, -1.24), (0.52, -1.17), (0.94, -0.92), (1.13, -0.50), (1.12, -0.08), (1.00, 0.12), (0.95, -0.10),
    (0.90, -0.32), (0.76, -0.52), (0.40, -0.62), (0.0, -0.64), (-0.40, -0.62), (-0.76, -0.52), (-0.90, -0.32),
    (-0.95, -0.10), (-1.00, 0.12), (-1.12, -0.08), (-1.13, -0.50), (-0.94, -0.92), (-0.52, -1.17),
]  # fmt: skip
_LONG_CURLS: list[Knot] = [
    (0.0, -1.20), (0.52, -1.14), (0.96, -0.88), (1.22, -0.44), (1.32, 0.06), (1.36, 0.60), (1.36, 1.10),
    (1.20, 1.34), (1.04, 1.04), (1.00, 0.50), (0.95, 0.06), (0.89, -0.26), (0.68, -0.50), (0.30, -0.62),
    (-0.04, -0.66), (-0.40, -0.60), (-0.72, -0.46), (-0.89, -0.24), (-0.95, 0.06), (-1.00, 0.50), (-1.04, 1.04),
    (-1.20, 1.34), (-1.36, 1.10), (-1.36, 0.60), (-1.32, 0.06), (-1.22, -0.44), (-0.96, -0.88), (-0.52, -1.14),
]  # fmt: skip


def coils(frame: HeadFrame) -> HairDesign:
    """Short, tight coils."""
    front = Tress(lobed_ring(frame, _COILS, 40, 4.4, 8), coils=coils_over(frame, 0.17, 6.0, 4))
    return HairDesign(front=(front,), top_y=frame.top_y * 1.27)


def long_curly(frame: HeadFrame) -> HairDesign:
    """Curls past the shoulders."""
    back: list[Knot] = [
        (-1.0, -0.7), (-1.34, 0.0), (-1.44, 0.70), (-1.40, 1.40), (-0.9, 1.66), (0.0, 1.60), (0.9, 1.66), (1.40, 1.40),
        (1.44, 0.70), (1.34, 0.0), (1.0, -0.7), (0.0, -1.0),
    ]  # fmt: skip
    return HairDesign(
        front=(Tress(lobed_ring(frame, _LONG_CURLS, 40, 8.5, 5), coils=coils_over(frame, 0.29, 12.0, 3, low=1.5)),),
        behind=(Tress(lobed_ring(frame, back, 28, 9.5, 6), coils=coils_over(frame, 0.34, 13.0, 9, low=1.8)),),
        covers_ears=True,
        top_y=frame.top_y * 1.28,
    )


_CAP: list[Knot] = [
    (-0.97, 0.06, 1), (-1.03, -0.20), (-1.02, -0.50), (-0.86, -0.80), (-0.52, -1.01), (0.0, -1.07), (0.52, -1.01),
    (0.86, -0.80), (1.02, -0.50), (1.03, -0.20), (0.97, 0.06, 1), (0.93, -0.18), (0.85, -0.40), (0.62, -0.58),
    (0.30, -0.67), (0.0, -0.70), (-0.30, -0.67), (-0.62, -0.58), (-0.85, -0.40), (-0.93, -0.18),
]  # fmt: skip


def _rows(frame: HeadFrame, count: int) -> list[Points]:
    """Rows from the hairline to the crown's far side, (13, 2) each, spread over the head."""
    rows: list[Points] = []
    for t in np.linspace(-1.0, 1.0, count):
        x = float(t)
        start = (0.90 * x, -0.70 + 0.46 * abs(x) ** 2.2)
        rows.append(guide(frame, start, (0.86 * x, (start[1] - 1.02) / 2 - 0.06), (0.50 * x, -1.02 + 0.10 * x * x)))
    return rows


def cornrows(frame: HeadFrame) -> HairDesign:
    """Braided flat to the head, rows running back."""
    links: list[Points] = []
    for row in _rows(frame, 9):
        for i in range(12):
            along = row[min(i + 1, 12)] - row[i]
            across = np.array([-along[1], along[0]])
            links.extend(
                np.stack([row[i], row[i] + along * 0.7 + across * side * 0.45, row[i] + along * 1.25])
                for side in (-1.0, 1.0)
            )
    partings = _rows(frame, 10)
    shade = "".join(tapered_stroke(row, 3.6) for row in partings[1:-1])
    return HairDesign(front=(Tress(outline(frame, _CAP), coils=tuple(links), shade=shade),), top_y=frame.top_y * 1.07)


def _strands(frame: HeadFrame, count: int, low: float, width: float, seed: int) -> Tress:
    """Tubes that fall from the crown past the face on both sides, dark between them, and marks across."""
    rng = np.random.default_rng(seed)
    outlines: list[str] = []
    marks: list[Points] = []
    gaps: list[str] = []
    for side in (-1.0, 1.0):
        for k in range(count):
            t = k / (count - 1)
            end_y = low + float(rng.uniform(-0.08, 0.08))
            root = (side * (0.10 + 0.62 * t), -1.0 + 0.14 * t)
            out = side * (1.02 + 0.26 * t)
            spine = guide(frame, root, (out * 0.94, -0.52), (out, 0.20), (out * 1.02, end_y))
            half = width * (1.0 - 0.25 * np.linspace(0, 1, 13))[:, None] / 2
            normal = np.gradient(spine, axis=0)
            normal = np.stack([-normal[:, 1], normal[:, 0]], axis=1)
            normal = normal / (np.linalg.norm(normal, axis=1, keepdims=True) + 1e-6)
            outlines.append(closed_curve(np.vstack([spine + normal * half, (spine - normal * half)[::-1]])))
            gaps.append(tapered_stroke(spine + normal * half * 0.96, width * 0.26))
            gaps.append(tapered_stroke(spine - normal * half * 0.96, width * 0.26))
            for i in range(1, 12):
                lean = normal[i] * half[i] * (1 if (i + k) % 2 else -1)
                drop = spine[min(i + 1, 12)] - spine[i]
                marks.append(np.stack([spine[i] - lean, spine[i] + drop * 0.3, spine[i] + lean + drop * 0.45]))
    return Tress("".join(outlines), coils=tuple(marks), shade="".join(gaps))


def box_braids(frame: HeadFrame) -> HairDesign:
    """Many thin braids past the shoulders."""
    falls = _strands(frame, 6, 1.62, 0.15 * frame.half_width, 4)
    back: list[Knot] = [
        (-1.06, -0.5),
        (-1.30, 0.5),
        (-1.26, 1.58),
        (0.0, 1.66),
        (1.26, 1.58),
        (1.30, 0.5),
        (1.06, -0.5),
        (0.0, -1.0),
    ]
    hang = tuple(guide(frame, (u * 0.9, -0.2), (u * 1.08, 0.5), (u * 1.1, 1.6)) for u in (-1.1, -0.6, 0.0, 0.6, 1.1))
    cap = Tress(
        outline(frame, _CAP), coils=(), shade="".join(tapered_stroke(row, 2.6) for row in _rows(frame, 12)[1:-1])
    )
    return HairDesign(
        front=(falls, cap),
        behind=(Tress(outline(frame, back), hang, None, 30),),
        covers_ears=True,
        top_y=frame.top_y * 1.08,
    )


def locs(frame: HeadFrame) -> HairDesign:
    """Thick locs to the jaw."""
    falls = _strands(frame, 5, 0.86, 0.22 * frame.half_width, 7)
    crown: list[Knot] = [
        (-0.98, -0.02), (-1.10, -0.44), (-0.92, -0.92), (-0.50, -1.16), (0.0, -1.22), (0.50, -1.16), (0.92, -0.92),
        (1.10, -0.44), (0.98, -0.02), (0.88, -0.34), (0.62, -0.52), (0.30, -0.60), (0.0, -0.62), (-0.30, -0.60),
        (-0.62, -0.52), (-0.88, -0.34),
    ]  # fmt: skip
    back: list[Knot] = [
        (-1.06, -0.5),
        (-1.26, 0.4),
        (-1.08, 0.92),
        (0.0, 0.98),
        (1.08, 0.92),
        (1.26, 0.4),
        (1.06, -0.5),
        (0.0, -1.0),
    ]
    cap = Tress(lobed_ring(frame, crown, 26, 4.0, 3), coils=coils_over(frame, 0.22, 7.0, 6))
    return HairDesign(
        front=(falls, cap),
        behind=(Tress(outline(frame, back)),),
        covers_ears=True,
        top_y=frame.top_y * 1.25,
    )
