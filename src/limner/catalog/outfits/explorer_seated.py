"""The explorer's bare knees, shorts and boots in a wheelchair."""

from dataclasses import dataclass

from limner.engine.rig.body import band
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_top, draw_in_wheelchair, draw_thigh, seated_boot, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


@dataclass(frozen=True, slots=True)
class HikingLegs:
    """What the legs wear."""

    shorts: Tones
    sock: Tones
    boot: Tones


def sit(desk: Desk, seat: Seat, legs: HikingLegs) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, legs))


def _leg(desk: Desk, seat: Seat, side: int, legs: HikingLegs) -> None:
    """Shorts over the thigh, the bare knee out of their hem, the shin, a sock and a boot."""
    sheet, skin, size = desk.sheet, desk.skin, seat.leg
    x, knee, hip = side * seat.knee_x, seat.knee_y, desk.body.build.hip_y
    wide, low, n = 94 * size, boot_top(seat), number
    data = thigh(seat, side, hip, wide, 28 * size)
    draw_thigh(sheet, data, legs.shorts, (x - 30, hip - 20), (x + 24, knee + 40))
    sheet.ellipse(x, knee + 2, wide * 0.44, 26 * size, legs.shorts.deep)
    sheet.path(shin(seat, side, 66 * size, 48 * size), skin.base, ink=1.0)
    turn = f"M{n(x - 29 * size)} {n(knee + 14)}Q{n(x)} {n(knee + 50)} {n(x + 29 * size)} {n(knee + 14)}"
    sheet.path(f"{turn}Q{n(x)} {n(knee + 32)} {n(x - 29 * size)} {n(knee + 14)}Z", skin.shadow)
    bow = f"M{n(x - 16 * size)} {n(knee + 16)}q{n(16 * size)} 12 {n(32 * size)} 0"
    sheet.line(bow, skin.deep, 3, opacity=0.7)
    sheet.ellipse(x - 6, knee - 8, 15 * size, 11 * size, skin.light, opacity=0.8)
    seated_boot(sheet, seat, side, legs.boot, legs.boot.deep)
    band(sheet, (side * seat.foot_x, low), (0, 1), 58 * size, 20, legs.sock.light)
