"""The royal tunic, hose and boots in a wheelchair."""

from dataclasses import dataclass

from limner.engine.rig.body import band
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_top, draw_in_wheelchair, draw_thigh, seated_boot, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


@dataclass(frozen=True, slots=True)
class CourtLegs:
    """What the legs wear."""

    tunic: Tones
    trim: Tones
    hose: Tones
    boot: Tones


def sit(desk: Desk, seat: Seat, legs: CourtLegs) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, legs))


def _leg(desk: Desk, seat: Seat, side: int, legs: CourtLegs) -> None:
    """The shin, a boot, the knee in its hose, and the tunic's skirt over the thigh."""
    sheet, size, n = desk.sheet, seat.leg, number
    x, knee, low, hip = side * seat.knee_x, seat.knee_y, boot_top(seat), desk.body.build.hip_y
    sheet.path(shin(seat, side, 72 * size, 54 * size), sheet.shade(legs.hose, (x, low + 30), (x, knee)), ink=1.0)
    seated_boot(sheet, seat, side, legs.boot, legs.boot.deep)
    band(sheet, (side * seat.foot_x, low), (0, 1), 64 * size, 18, legs.boot.light)
    draw_thigh(sheet, thigh(seat, side, hip, 88 * size, 34 * size), legs.hose, (x - 20, hip), (x + 20, knee + 44))
    wide = 48 * size
    hem = knee - 2
    skirt = (
        f"M{n(x - wide * 0.86)} {n(hip - 16)}L{n(x - wide)} {n(hem - 10)}"
        f"Q{n(x)} {n(hem + 24)} {n(x + wide)} {n(hem - 10)}"
        f"L{n(x + wide * 0.86)} {n(hip - 16)}Z"
    )
    sheet.path(skirt, sheet.shade(legs.tunic, (x - wide, hip), (x + wide, hem)), ink=1.0)
    sheet.line(f"M{n(x - wide)} {n(hem - 12)}Q{n(x)} {n(hem + 22)} {n(x + wide)} {n(hem - 12)}", legs.trim.base, 9)
