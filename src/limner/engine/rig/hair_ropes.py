"""Plaited and twisted hair: cornrows, box-braids, locs. All in head coordinates."""

import numpy as np

from limner.engine.rig.hair_design import HairDesign, Knot, Tress, guide, outline
from limner.engine.rig.hair_parts import mirrored, rope
from limner.engine.rig.skull import HeadFrame


def _cap(frame: HeadFrame) -> Tress:
    """The hair the plaits grow from."""
    half: list[Knot] = [
        (0.0, -1.07), (0.54, -1.01), (0.88, -0.79), (1.04, -0.42), (1.03, -0.10), (0.965, 0.08, 1), (0.91, -0.14),
        (0.86, -0.40), (0.62, -0.60), (0.32, -0.68), (0.0, -0.70),
    ]  # fmt: skip
    flow = tuple(guide(frame, (u * 0.6, -1.0), (u * 0.9, -0.84), (u, -0.56)) for u in (-0.9, 0.0, 0.9))
    return Tress(outline(frame, mirrored(half)), flow, None, 6)


def cornrows(frame: HeadFrame) -> HairDesign:
    """Rows plaited flat from the hairline over the crown."""
    rows: list[Tress] = []
    for u in (-0.90, -0.66, -0.40, -0.135, 0.135, 0.40, 0.66, 0.90):
        start = -0.76 + 0.42 * abs(u) ** 2.4  # behind the cap's own hairline, which stays smooth
        way = frame.place([(u, start), (u * 0.98, (start - 1.02) / 2 - 0.06), (u * 0.66, -1.03 + 0.10 * abs(u))])
        rows.append(rope(way, frame.half_width * 0.235, links=6, taper=0.72))
    sides = tuple(
        rope(frame.place([(s * 0.965, -0.04), (s * 0.99, -0.28), (s * 0.98, -0.52)]), 19.0, links=5)
        for s in (-1.0, 1.0)
    )
    return HairDesign(front=(_cap(frame), *sides, *rows), top_y=frame.top_y * 1.08)


def box_braids(frame: HeadFrame) -> HairDesign:
    """Many thin plaits, parted in the middle, past the shoulders."""
    return _strung(frame, 7, 0.155, 1.52, links=15, plaited=True)


def locs(frame: HeadFrame) -> HairDesign:
    """Thick locs to the shoulders."""
    return _strung(frame, 5, 0.235, 1.12, links=9, plaited=False)


def _strung(frame: HeadFrame, count: int, width: float, length: float, *, links: int, plaited: bool) -> HairDesign:
    """Ropes from a middle parting over the head and down beside the face."""
    front: list[Tress] = [_cap(frame)]
    across = frame.half_width * width
    for i, share in enumerate(np.linspace(0.0, 1.0, count).tolist()):
        for s in (-1.0, 1.0):
            high, out, fall = -0.80 - 0.30 * share, 1.0 + 0.30 * share, 1.0 + 0.29 * share
            end = length + 0.10 * ((i * 2 + (s > 0)) % 3 - 1)
            way = [
                (s * 0.03, high), (s * 0.52 * out, high * (0.86 - 0.02 * share)),
                (s * 0.93 * out, -0.34 - 0.06 * share),
                (s * (fall - 0.01), 0.22), (s * fall, 0.70), (s * fall, end),
            ]  # fmt: skip
            front.append(rope(frame.place(way), across, links=links, taper=0.8, plaited=plaited))
    places: list[float] = np.linspace(-1.2, 1.2, round(2.3 / width)).round(3).tolist()
    behind = tuple(
        rope(frame.place([(u * 0.8, 0.0), (u * 0.95, 0.6), (u, length + 0.07 * ((i * 2) % 3))]), across, links=links,
             plaited=plaited)
        for i, u in enumerate(places)
    )  # fmt: skip
    low = length - 0.12
    back: list[Knot] = [(0.0, -0.9), (1.0, -0.6), (1.2, 0.2), (1.2, low - 0.1), (1.0, low), (0.0, low)]
    solid = Tress(outline(frame, mirrored(back)))
    return HairDesign(front=tuple(front), behind=(solid, *behind), covers_ears=True, top_y=frame.top_y * 1.14)
