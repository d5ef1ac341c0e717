"""Short hair with a direction: quiff, slicked back, undercut, receding, a tidy fringe, pixie, a baby's fluff."""

from limner.engine.rig.hair_design import Guides, HairDesign, Knot, Tress, both_sides, guide, outline
from limner.engine.rig.hair_parts import mirrored
from limner.engine.rig.skull import HeadFrame

_CLOSE: list[Knot] = [
    (-0.96, 0.12, 1), (-1.04, -0.08), (-1.05, -0.42), (-0.92, -0.80), (-0.55, -1.04), (0.0, -1.09),
    (0.55, -1.04), (0.92, -0.80), (1.05, -0.42), (1.04, -0.08), (0.96, 0.12, 1), (0.90, -0.12), (0.86, -0.42),
    (0.60, -0.66), (0.0, -0.70), (-0.60, -0.66), (-0.86, -0.42), (-0.90, -0.12),
]  # fmt: skip


def _sides(frame: HeadFrame) -> Guides:
    half = (
        guide(frame, (0.30, -1.0), (0.80, -0.74), (0.88, -0.42)),
        guide(frame, (0.52, -1.0), (0.98, -0.62), (0.97, 0.04)),
    )
    return (half[1] * [-1.0, 1.0], half[0] * [-1.0, 1.0], *half)


def quiff(frame: HeadFrame) -> HairDesign:
    """Close at the sides, brushed up and back in front."""
    top: list[Knot] = [
        (-0.80, -0.52, 1), (-0.94, -0.80), (-0.84, -1.10), (-0.50, -1.34), (-0.02, -1.46), (0.46, -1.42),
        (0.82, -1.20), (0.94, -0.88), (0.82, -0.52, 1), (0.64, -0.60), (0.44, -0.68), (0.24, -0.66, 1),
        (0.06, -0.72), (-0.12, -0.66, 1), (-0.30, -0.70), (-0.52, -0.60),
    ]  # fmt: skip
    flow = (
        guide(frame, (-0.74, -0.58), (-0.86, -0.86), (-0.70, -1.16)),
        guide(frame, (-0.44, -0.66), (-0.52, -1.00), (-0.24, -1.34)),
        guide(frame, (-0.08, -0.70), (-0.10, -1.08), (0.20, -1.40)),
        guide(frame, (0.26, -0.68), (0.32, -1.04), (0.56, -1.32)),
        guide(frame, (0.60, -0.62), (0.76, -0.92), (0.80, -1.14)),
    )
    return HairDesign(
        front=(
            Tress(outline(frame, _CLOSE), _sides(frame), None, 12),
            Tress(outline(frame, top), flow, (0.30, 0.62), 22),
        ),
        top_y=frame.top_y * 1.47,
    )


def slicked_back(frame: HeadFrame) -> HairDesign:
    """Combed straight back from the hairline."""
    half: list[Knot] = [
        (0.0, -1.18), (0.46, -1.13), (0.84, -0.92), (1.06, -0.50), (1.06, -0.14), (0.97, 0.12, 1), (0.92, -0.12),
        (0.89, -0.36), (0.76, -0.58), (0.50, -0.76, 1), (0.26, -0.70), (0.0, -0.66),
    ]  # fmt: skip
    starts = ((0.98, 0.04), (0.92, -0.30), (0.74, -0.62), (0.50, -0.76), (0.20, -0.71))
    right = [guide(frame, (u, v), (u * 0.98, v * 0.5 - 0.50), (u * 0.62, -1.10 + 0.12 * u)) for u, v in starts]
    left = [guide(frame, (-u, v), (-u * 0.98, v * 0.5 - 0.50), (-u * 0.62, -1.10 + 0.12 * u)) for u, v in starts]
    tress = Tress(outline(frame, mirrored(half)), (*left, *right[::-1]), (0.36, 0.66), 32)
    return HairDesign(front=(tress,), top_y=frame.top_y * 1.19)


def undercut(frame: HeadFrame) -> HairDesign:
    """Clipped sides and a long top that falls to one side."""
    over: list[Knot] = [
        (-0.74, -0.56, 1), (-0.82, -0.86), (-0.62, -1.12), (-0.16, -1.27), (0.40, -1.28), (0.86, -1.08),
        (1.10, -0.72), (1.15, -0.36), (1.04, -0.02, 1), (0.98, -0.24), (0.86, -0.34, 1), (0.74, -0.46),
        (0.58, -0.44, 1), (0.30, -0.54), (-0.02, -0.60), (-0.36, -0.66),
    ]  # fmt: skip
    sweep = (
        guide(frame, (-0.70, -0.64), (0.0, -0.66), (0.62, -0.54), (0.92, -0.30)),
        guide(frame, (-0.72, -0.80), (0.0, -0.86), (0.74, -0.70), (1.02, -0.24)),
        guide(frame, (-0.68, -0.96), (0.02, -1.08), (0.78, -0.92), (1.08, -0.30)),
        guide(frame, (-0.54, -1.08), (0.06, -1.24), (0.74, -1.06), (1.10, -0.50)),
    )
    return HairDesign(
        front=(
            Tress(outline(frame, _CLOSE), _sides(frame), None, 5),
            Tress(outline(frame, over), sweep, (0.28, 0.58), 22),
        ),
        top_y=frame.top_y * 1.29,
    )


def receding(frame: HeadFrame) -> HairDesign:
    """Short, the hairline high with two bays at the temples."""
    half: list[Knot] = [
        (0.0, -1.09), (0.50, -1.04), (0.86, -0.81), (1.04, -0.44), (1.04, -0.10), (0.965, 0.12, 1), (0.91, -0.12),
        (0.885, -0.40), (0.80, -0.56), (0.66, -0.74), (0.48, -0.86, 1), (0.32, -0.79), (0.14, -0.74), (0.0, -0.735),
    ]  # fmt: skip
    flow = tuple(
        guide(frame, (u * 0.5, -1.03), (u * 0.92, -0.86 + 0.2 * u * u), (u * 0.97, -0.70 + 0.7 * u**4))
        for u in (-1.0, -0.86, -0.45, 0.0, 0.45, 0.86, 1.0)
    )
    return HairDesign(front=(Tress(outline(frame, mirrored(half)), flow, (0.2, 0.6), 20),), top_y=frame.top_y * 1.10)


def fringe_crop(frame: HeadFrame) -> HairDesign:
    """Short all over with a blunt little fringe."""
    knots: list[Knot] = [
        (-0.96, 0.12, 1), (-1.05, -0.08), (-1.08, -0.42), (-0.98, -0.80), (-0.66, -1.06), (0.0, -1.15), (0.66, -1.06),
        (0.98, -0.80), (1.08, -0.42), (1.05, -0.08), (0.96, 0.12, 1), (0.90, -0.10), (0.88, -0.30), (0.84, -0.44, 1),
        (0.66, -0.41), (0.50, -0.46, 1), (0.34, -0.40), (0.16, -0.45, 1), (0.0, -0.39), (-0.18, -0.45, 1),
        (-0.34, -0.40), (-0.52, -0.46, 1), (-0.68, -0.41), (-0.84, -0.44, 1), (-0.88, -0.30), (-0.90, -0.10),
    ]  # fmt: skip
    half = (
        guide(frame, (0.02, -1.12), (0.02, -0.80), (0.02, -0.42)),
        guide(frame, (0.12, -1.12), (0.40, -0.84), (0.44, -0.44)),
        guide(frame, (0.24, -1.10), (0.76, -0.84), (0.80, -0.46)),
        guide(frame, (0.40, -1.06), (1.02, -0.68), (0.98, 0.02)),
    )
    flow = both_sides(half)
    return HairDesign(front=(Tress(outline(frame, knots), flow, (0.24, 0.5), 30),), top_y=frame.top_y * 1.15)


def pixie(frame: HeadFrame) -> HairDesign:
    """Close and feathered: a swept fringe, points before the ears."""
    knots: list[Knot] = [
        (-0.88, 0.34, 1), (-1.04, 0.12), (-1.13, -0.30), (-1.04, -0.76), (-0.70, -1.08), (-0.20, -1.21),
        (0.34, -1.19), (0.78, -1.02), (1.06, -0.66), (1.13, -0.24), (1.05, 0.14), (0.88, 0.34, 1), (0.91, 0.06),
        (0.92, -0.20), (0.84, -0.40, 1), (0.78, -0.28), (0.66, -0.18, 1), (0.56, -0.36), (0.42, -0.46),
        (0.34, -0.32), (0.14, -0.22, 1), (0.06, -0.40), (-0.10, -0.52), (-0.26, -0.40), (-0.46, -0.32, 1),
        (-0.50, -0.50), (-0.62, -0.60), (-0.80, -0.46), (-0.90, -0.20), (-0.91, 0.06),
    ]  # fmt: skip
    flow = (
        guide(frame, (-0.50, -1.10), (-1.06, -0.60), (-0.98, 0.06), (-0.90, 0.30)),
        guide(frame, (-0.48, -1.12), (-0.80, -0.80), (-0.78, -0.50), (-0.76, -0.46)),
        guide(frame, (-0.46, -1.14), (-0.40, -0.86), (-0.40, -0.50), (-0.42, -0.40)),
        guide(frame, (-0.44, -1.15), (-0.02, -0.88), (0.08, -0.46), (0.14, -0.28)),
        guide(frame, (-0.40, -1.16), (0.42, -0.92), (0.62, -0.44), (0.66, -0.24)),
        guide(frame, (-0.30, -1.16), (0.84, -0.88), (1.00, -0.20), (0.94, 0.08)),
        guide(frame, (-0.10, -1.17), (1.04, -0.80), (1.06, 0.0), (0.90, 0.30)),
    )
    return HairDesign(front=(Tress(outline(frame, knots), flow, (0.26, 0.5), 28),), top_y=frame.top_y * 1.22)


def fluff(frame: HeadFrame) -> HairDesign:
    """A baby's first hair: a thin soft cap that stands up a little."""
    knots: list[Knot] = [
        (-0.96, -0.20, 1), (-1.02, -0.46), (-0.90, -0.80), (-0.60, -1.02), (-0.40, -1.07, 1), (-0.30, -1.14),
        (-0.20, -1.07, 1), (-0.06, -1.17), (0.06, -1.08, 1), (0.20, -1.16), (0.30, -1.06, 1), (0.60, -1.02),
        (0.90, -0.80), (1.02, -0.46), (0.96, -0.20, 1), (0.88, -0.46), (0.66, -0.64), (0.42, -0.66, 1),
        (0.22, -0.74), (0.04, -0.68, 1), (-0.18, -0.74), (-0.40, -0.66, 1), (-0.66, -0.64), (-0.88, -0.46),
    ]  # fmt: skip
    half = (
        guide(frame, (0.0, -1.06), (0.0, -0.88), (0.0, -0.72)),
        guide(frame, (0.10, -1.06), (0.38, -0.88), (0.46, -0.70)),
        guide(frame, (0.20, -1.04), (0.78, -0.80), (0.94, -0.30)),
    )
    flow = both_sides(half)
    return HairDesign(
        front=(Tress(outline(frame, knots), flow, (0.2, 0.5), 14),), top_y=frame.top_y * 1.17, opacity=0.8
    )
