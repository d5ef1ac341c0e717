"""Hair that frames the face: bowl, mop, parted bob, shoulder length, long with a fringe."""

from limner.engine.rig.hair_design import Guides, HairDesign, Knot, Tress, both_sides, guide, outline
from limner.engine.rig.skull import HeadFrame


def bowl(frame: HeadFrame) -> HairDesign:
    """One length all round, from the brows to the ears."""
    knots: list[Knot] = [
        (0.0, -1.20), (0.54, -1.13), (0.96, -0.86), (1.18, -0.40), (1.22, 0.0), (1.14, 0.26), (0.98, 0.30, 1),
        (0.94, 0.02), (0.90, -0.20, 1), (0.62, -0.21), (0.30, -0.25), (0.0, -0.26), (-0.30, -0.25), (-0.62, -0.21),
        (-0.90, -0.20, 1), (-0.94, 0.02), (-0.98, 0.30, 1), (-1.14, 0.26), (-1.22, 0.0), (-1.18, -0.40),
        (-0.96, -0.86), (-0.54, -1.13),
    ]  # fmt: skip
    half = (
        guide(frame, (0.02, -1.14), (0.02, -0.76), (0.02, -0.29)),
        guide(frame, (0.10, -1.14), (0.38, -0.82), (0.42, -0.27)),
        guide(frame, (0.18, -1.13), (0.76, -0.80), (0.84, -0.24)),
        guide(frame, (0.30, -1.12), (1.06, -0.60), (1.06, 0.24)),
        guide(frame, (0.36, -1.12), (1.14, -0.56), (1.16, 0.20)),
    )
    return HairDesign(
        front=(Tress(outline(frame, knots), both_sides(half), (0.28, 0.5), 36),),
        covers_ears=True,
        top_y=frame.top_y * 1.2,
    )


def mop(frame: HeadFrame) -> HairDesign:
    """Thick and tousled, over the brows and the ears' tops."""
    knots: list[Knot] = [
        (-1.00, 0.24, 1), (-1.16, 0.20), (-1.20, 0.02, 1), (-1.28, -0.06), (-1.24, -0.34, 1), (-1.30, -0.48),
        (-1.16, -0.76), (-1.02, -0.92, 1), (-0.98, -1.04), (-0.70, -1.20), (-0.46, -1.24, 1), (-0.34, -1.36),
        (0.02, -1.36), (0.24, -1.28, 1), (0.42, -1.34), (0.72, -1.20), (0.90, -1.04, 1), (1.06, -0.96),
        (1.20, -0.66), (1.22, -0.44, 1), (1.30, -0.30), (1.24, 0.0, 1), (1.24, 0.14), (1.00, 0.26, 1), (0.95, 0.04),
        (0.92, -0.16), (0.84, -0.22, 1), (0.70, -0.14), (0.56, -0.18, 1), (0.46, -0.34), (0.34, -0.22),
        (0.16, -0.16, 1), (0.06, -0.32), (-0.06, -0.20), (-0.24, -0.15, 1), (-0.34, -0.32), (-0.46, -0.22),
        (-0.64, -0.17, 1), (-0.74, -0.30), (-0.86, -0.18, 1), (-0.93, -0.10), (-0.96, 0.06),
    ]  # fmt: skip
    half = (
        guide(frame, (0.06, -1.24), (0.16, -0.80), (0.02, -0.26)),
        guide(frame, (0.14, -1.26), (0.56, -0.84), (0.40, -0.26)),
        guide(frame, (0.26, -1.24), (0.92, -0.86), (0.78, -0.22)),
        guide(frame, (0.40, -1.22), (1.20, -0.74), (1.02, 0.18)),
        guide(frame, (0.50, -1.22), (1.30, -0.62), (1.20, 0.08)),
    )
    return HairDesign(
        front=(Tress(outline(frame, knots), both_sides(half), (0.26, 0.5), 30),),
        covers_ears=True,
        top_y=frame.top_y * 1.36,
    )


def _curtain_knots(low: float, tip: float) -> tuple[list[Knot], list[Knot]]:
    """Two falls from a parting left of the middle, `low` where they end and `tip` how far the ends stand out."""
    middle = low * 0.55
    left: list[Knot] = [
        (-0.20, -1.16, 1), (-0.54, -1.16), (-0.96, -0.92), (-1.18, -0.46), (-1.25, 0.06), (-1.23, middle * 0.8),
        (-1.28, middle * 1.3), (-tip, low, 1), (-0.98, low * 0.96, 1), (-1.02, middle), (-0.98, 0.22), (-0.94, -0.10),
        (-0.85, -0.36), (-0.60, -0.56), (-0.24, -0.73, 1),
    ]  # fmt: skip
    right: list[Knot] = [
        (-0.24, -0.73, 1), (-0.32, -1.10), (-0.14, -1.19), (0.46, -1.18), (0.96, -0.92), (1.18, -0.46), (1.25, 0.06),
        (1.23, middle * 0.8), (1.28, middle * 1.3), (tip, low, 1), (0.98, low * 0.96, 1), (1.02, middle), (0.98, 0.22),
        (0.95, -0.06), (0.88, -0.29), (0.64, -0.46), (0.22, -0.60),
    ]  # fmt: skip
    return left, right


def _curtain_flow(frame: HeadFrame, low: float) -> tuple[Guides, Guides]:
    right = (
        guide(frame, (-0.20, -0.84), (0.66, -0.60), (0.98, -0.02), (1.05, low * 0.5), (1.04, low * 0.95)),
        guide(frame, (-0.24, -0.98), (0.76, -0.74), (1.10, 0.0), (1.14, low * 0.5), (1.12, low * 0.96)),
        guide(frame, (-0.22, -1.10), (0.90, -0.88), (1.21, 0.0), (1.21, low * 0.5), (1.20, low * 0.96)),
    )
    left = tuple(curve * [-1.0, 1.0] for curve in right)
    return left, right


def _curtains(frame: HeadFrame, low: float, tip: float) -> tuple[Tress, Tress]:
    knots = _curtain_knots(low, tip)
    flows = _curtain_flow(frame, low)
    left, right = (outline(frame, side) for side in knots)
    return Tress(left, flows[0], (0.20, 0.34), 16), Tress(right, flows[1], (0.26, 0.42), 20)


def _back(frame: HeadFrame, low: float, wide: float) -> Tress:
    knots: list[Knot] = [
        (-1.04, -0.60), (-1.22, 0.0), (-1.22, low * 0.4), (-wide, low * 0.7), (-wide * 0.96, low),
        (-wide * 0.5, low * 1.04), (0.0, low * 1.03), (wide * 0.5, low * 1.04), (wide * 0.96, low),
        (wide, low * 0.7), (1.22, low * 0.4), (1.22, 0.0), (1.04, -0.60), (0.0, -1.0),
    ]  # fmt: skip
    hang = tuple(
        guide(frame, (u * 0.9, -0.2), (u * 1.08, low * 0.4), (u * wide * 0.9, low)) for u in (-1.1, -0.6, 0.0, 0.6, 1.1)
    )
    return Tress(outline(frame, knots), hang, None, 16)


def parted_bob(frame: HeadFrame) -> HairDesign:
    """Chin-long, parted at the side, no fringe."""
    return HairDesign(
        front=_curtains(frame, 0.92, 1.16),
        behind=(_back(frame, 0.98, 1.18),),
        covers_ears=True,
        top_y=frame.top_y * 1.19,
    )


def shoulder(frame: HeadFrame) -> HairDesign:
    """To the shoulders, parted at the side."""
    return HairDesign(
        front=_curtains(frame, 1.34, 1.24),
        behind=(_back(frame, 1.40, 1.28),),
        covers_ears=True,
        top_y=frame.top_y * 1.19,
    )


def long_fringe(frame: HeadFrame) -> HairDesign:
    """Past the shoulders with a full fringe."""
    front: list[Knot] = [
        (0.0, -1.19), (0.52, -1.12), (0.94, -0.87), (1.17, -0.42), (1.25, 0.10), (1.24, 0.60), (1.32, 1.10),
        (1.24, 1.58, 1), (1.10, 1.20), (1.02, 0.80), (1.00, 0.40), (0.95, 0.10), (0.93, -0.14), (0.86, -0.34, 1),
        (0.66, -0.27), (0.44, -0.31, 1), (0.22, -0.26), (0.0, -0.30, 1), (-0.22, -0.26), (-0.44, -0.31, 1),
        (-0.66, -0.27), (-0.86, -0.34, 1), (-0.93, -0.14), (-0.95, 0.10), (-1.00, 0.40), (-1.02, 0.80),
        (-1.10, 1.20), (-1.24, 1.58, 1), (-1.32, 1.10), (-1.24, 0.60), (-1.25, 0.10), (-1.17, -0.42), (-0.94, -0.87),
        (-0.52, -1.12),
    ]  # fmt: skip
    half = (
        guide(frame, (0.02, -1.12), (0.02, -0.80), (0.02, -0.32)),
        guide(frame, (0.10, -1.12), (0.34, -0.84), (0.40, -0.32)),
        guide(frame, (0.18, -1.12), (0.66, -0.84), (0.80, -0.34)),
        guide(frame, (0.26, -1.12), (0.98, -0.66), (1.05, 0.30), (1.14, 1.40)),
        guide(frame, (0.36, -1.12), (1.10, -0.56), (1.18, 0.30), (1.24, 1.40)),
    )
    return HairDesign(
        front=(Tress(outline(frame, front), both_sides(half), (0.2, 0.38), 38),),
        behind=(_back(frame, 1.84, 1.36),),
        covers_ears=True,
        top_y=frame.top_y * 1.19,
    )
