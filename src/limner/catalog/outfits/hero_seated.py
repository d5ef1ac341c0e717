"""The hero's suit and tall boots in a wheelchair."""

from dataclasses import dataclass

from limner.engine.rig.body import band
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_top, draw_in_wheelchair, draw_thigh, seated_boot, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


@dataclass(frozen=True, slots=True)
class FlyingLegs:
    """What the legs wear."""

    suit: Tones
    boot: Tones
    trim: Tones


def sit(desk: Desk, seat: Seat, legs: FlyingLegs) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, legs))


def _leg(desk: Desk, seat: Seat, side: int, legs: FlyingLegs) -> None:
    """The shin in its tall boot, then the thigh with a knee pad in the boot's colour."""
    sheet, size, n = desk.sheet, seat.leg, number
    x, knee, low, hip = side * seat.knee_x, seat.knee_y, boot_top(seat), desk.body.build.hip_y
    sheet.path(shin(seat, side, 74 * size, 62 * size), sheet.shade(legs.boot, (x - 30, knee), (x + 34, low)), ink=1.0)
    seated_boot(sheet, seat, side, legs.boot, legs.boot.deep)
    band(sheet, (side * seat.foot_x, low), (0, 1), 66 * size, 15, legs.trim.base)
    draw_thigh(sheet, thigh(seat, side, hip, 90 * size, 32 * size), legs.suit, (x - 30, hip - 10), (x + 26, knee + 40))
    sheet.ellipse(x, knee + 3, 30 * size, 25 * size, legs.boot.base, ink=0.8)
    sheet.line(f"M{n(x - 17 * size)} {n(knee - 3)}q{n(17 * size)} -15 {n(34 * size)} 0", legs.boot.light, 4)
    fold = f"M{n(x - 26 * size)} {n(hip + 10)}q{n(12 * size)} 11 {n(28 * size)} 10"
    sheet.line(fold, legs.suit.deep, 4, opacity=0.55)
