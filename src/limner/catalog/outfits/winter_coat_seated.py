"""Warm trousers and snow boots in a wheelchair, the coat's fur hem over the thighs."""

from dataclasses import dataclass

from limner.engine.rig.body import band
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_top, draw_in_wheelchair, draw_thigh, seated_boot, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


@dataclass(frozen=True, slots=True)
class WarmLegs:
    """What the legs wear."""

    trousers: Tones
    boot: Tones
    fur: Tones


def sit(desk: Desk, seat: Seat, legs: WarmLegs) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, legs))


def _leg(desk: Desk, seat: Seat, side: int, legs: WarmLegs) -> None:
    """The shin under the knee, a boot with fur, then the thigh that comes towards the viewer."""
    sheet, cloth, size, n = desk.sheet, legs.trousers, seat.leg, number
    x, knee, low, hip = side * seat.knee_x, seat.knee_y, boot_top(seat), desk.body.build.hip_y
    sheet.path(shin(seat, side, 78 * size, 64 * size), sheet.shade(cloth, (x, low + 30), (x, knee + 10)), ink=1.0)
    seated_boot(sheet, seat, side, legs.boot, legs.boot.deep)
    band(sheet, (side * seat.foot_x, low), (0, 1), 74 * size, 22, legs.fur.base)
    data = thigh(seat, side, hip, 92 * size, 34 * size)
    draw_thigh(sheet, data, cloth, (x - 20, hip - 30), (x + 20, knee + 50))
    sheet.line(f"M{n(x - 24)} {n(knee + 2)}q24 14 48 0", cloth.deep, 3, opacity=0.5)
