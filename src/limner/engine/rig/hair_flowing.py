"""Long loose hair: long-wavy, half-up. All in head coordinates."""

from limner.engine.rig.hair_design import HairDesign, Knot, Tress, guide, outline
from limner.engine.rig.hair_long import gathered
from limner.engine.rig.hair_parts import curtain, hanging
from limner.engine.rig.skull import HeadFrame


def long_wavy(frame: HeadFrame) -> HairDesign:
    """Long soft waves from a side parting."""
    return HairDesign(
        front=(curtain(frame, 1.0, -0.28, 1.56, wave=0.07), curtain(frame, -1.0, -0.28, 1.56, wave=0.07)),
        behind=(hanging(frame, 1.80, 1.28, wave=0.06),),
        covers_ears=True,
        top_y=frame.top_y * 1.20,
    )


def half_up(frame: HeadFrame) -> HairDesign:
    """The upper hair gathered at the crown, the rest falling long."""
    tuft: list[Knot] = [
        (-0.26, -1.02), (-0.34, -1.20), (-0.20, -1.36), (0.06, -1.40), (0.28, -1.30), (0.32, -1.14), (0.22, -1.02),
    ]  # fmt: skip
    swirl = tuple(guide(frame, (u, -1.04), (u * 1.3, -1.22), (u * 0.6 + 0.08, -1.36)) for u in (-0.22, 0.0, 0.2))
    falls = tuple(_fall(frame, outward) for outward in (-1.0, 1.0))
    return HairDesign(
        front=(Tress(outline(frame, tuft), swirl, (0.3, 0.6), 10), *falls, gathered(frame, (0.0, -1.06))),
        behind=(hanging(frame, 1.72),),
        covers_ears=True,
        top_y=frame.top_y * 1.41,
    )


def _fall(frame: HeadFrame, outward: float) -> Tress:
    """Loose hair from behind the temple over the ear."""
    knots: list[Knot] = [
        (0.96, -0.56), (1.14, -0.36), (1.22, 0.06), (1.22, 0.60), (1.28, 1.10), (1.18, 1.44, 1), (1.08, 1.08),
        (1.02, 0.60), (0.97, 0.20), (0.93, -0.20),
    ]  # fmt: skip
    flow = tuple(
        guide(
            frame, *[(u * outward, v) for u, v in ((0.96 + d / 2, -0.4), (1.0 + d, 0.2), (1.05 + d, 0.8), (1.16, 1.36))]
        )
        for d in (0.0, 0.08, 0.16)
    )
    placed: list[Knot] = [(k[0] * outward, k[1]) if len(k) == 2 else (k[0] * outward, k[1], 1) for k in knots]
    return Tress(outline(frame, placed), flow, (0.2, 0.4), 12)
