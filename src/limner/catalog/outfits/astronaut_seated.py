"""The space suit's legs in a wheelchair."""

from dataclasses import dataclass

from limner.engine.rig.body import band
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_top, draw_in_wheelchair, draw_thigh, seated_boot, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


@dataclass(frozen=True, slots=True)
class SuitLegs:
    """What the legs are made of."""

    suit: Tones
    cuff: Tones
    boot: Tones
    sole: str


def sit(desk: Desk, seat: Seat, legs: SuitLegs) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, legs))


def _leg(desk: Desk, seat: Seat, side: int, legs: SuitLegs) -> None:
    """The shin under the knee, a boot, then the thigh that comes towards the viewer."""
    sheet, suit, size, n = desk.sheet, legs.suit, seat.leg, number
    x, knee, low, hip = side * seat.knee_x, seat.knee_y, boot_top(seat), desk.body.build.hip_y
    # Lit from below upwards: the knee throws its shadow on the shin.
    sheet.path(shin(seat, side, 80 * size, 66 * size), sheet.shade(suit, (x, low + 30), (x, knee + 10)), ink=1.0)
    seated_boot(sheet, seat, side, legs.boot, legs.sole)
    band(sheet, (side * seat.foot_x, low), (0, 1), 70 * size, 17, legs.cuff.base)
    data = thigh(seat, side, hip, 94 * size, 36 * size)
    draw_thigh(sheet, data, suit, (x - 20, hip - 30), (x + 20, knee + 50))
    sheet.line(f"M{n(x - 24)} {n(knee + 2)}q24 14 48 0M{n(x - 15)} {n(knee + 15)}q15 9 30 0", suit.deep, 3, opacity=0.5)
