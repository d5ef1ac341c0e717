"""Dungarees with turned-up hems, striped socks and sneakers in a wheelchair."""

from dataclasses import dataclass

from limner.catalog.outfits.party_gear import sneaker
from limner.engine.rig.body import band
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_scale, boot_top, draw_in_wheelchair, draw_thigh, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


@dataclass(frozen=True, slots=True)
class DancingLegs:
    """What the legs wear."""

    trousers: Tones
    lining: Tones


def sit(desk: Desk, seat: Seat, legs: DancingLegs) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, legs))


def _leg(desk: Desk, seat: Seat, side: int, legs: DancingLegs) -> None:
    """The shin with its turned-up hem over a sneaker, then the thigh with a patch on the knee."""
    sheet, size, n = desk.sheet, seat.leg, number
    x, knee, low, hip = side * seat.knee_x, seat.knee_y, boot_top(seat), desk.body.build.hip_y
    sneaker(sheet, side * seat.foot_x, seat.sole_y, side, boot_scale(seat))
    cloth = sheet.shade(legs.trousers, (x - 30, knee), (x + 34, low))
    sheet.path(shin(seat, side, 80 * size, 66 * size), cloth, ink=1.0)
    band(sheet, (side * seat.foot_x, low + 9), (0, 1), 74 * size, 20, legs.lining.base)
    draw_thigh(
        sheet, thigh(seat, side, hip, 94 * size, 34 * size), legs.trousers, (x - 30, hip - 10), (x + 26, knee + 40)
    )
    seam = f"M{n(x + side * 30 * size)} {n(hip + 4)}L{n(x + side * 36 * size)} {n(knee + 12)}"
    sheet.line(seam, legs.trousers.light, 3, opacity=0.8)
    fold = f"M{n(x - 28 * size)} {n(hip + 10)}q{n(12 * size)} 11 {n(28 * size)} 10"
    sheet.line(fold, legs.trousers.deep, 4, opacity=0.5)
