"""Tight coils and long curls: outlines made of round lobes."""

from limner.engine.rig.hair_curls import coils_over, lobed_ring
from limner.engine.rig.hair_design import HairDesign, Knot, Tress
from limner.engine.rig.skull import HeadFrame

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
