"""The footballer's shorts, bare knees, socks and boots in a wheelchair."""

from dataclasses import dataclass

from limner.catalog.outfits.footballer_gear import football_boot
from limner.engine.rig.body import band
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_scale, boot_top, draw_in_wheelchair, draw_thigh, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


@dataclass(frozen=True, slots=True)
class PitchLegs:
    """What the legs wear."""

    shorts: Tones
    sock: Tones
    stripe: str
    boot: Tones


def sit(desk: Desk, seat: Seat, legs: PitchLegs) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, legs))


def _leg(desk: Desk, seat: Seat, side: int, legs: PitchLegs) -> None:
    """Shorts over the thigh, the bare knee out of their hem, a long sock and a boot."""
    sheet, skin, size, n = desk.sheet, desk.skin, seat.leg, number
    x, knee, hip, wide = side * seat.knee_x, seat.knee_y, desk.body.build.hip_y, 94 * seat.leg
    draw_thigh(sheet, thigh(seat, side, hip, wide, 28 * size), legs.shorts, (x - 30, hip - 20), (x + 24, knee + 40))
    seam = f"M{n(x + side * wide * 0.3)} {n(hip + 2)}L{n(x + side * wide * 0.39)} {n(knee + 4)}"
    sheet.line(seam, "#fdfaf2", 8 * size)
    sheet.ellipse(x, knee + 2, wide * 0.44, 26 * size, legs.shorts.deep)
    data = shin(seat, side, 66 * size, 50 * size)
    sheet.path(data, skin.base, ink=1.0)
    bow = f"M{n(x - 16 * size)} {n(knee + 14)}q{n(16 * size)} 12 {n(32 * size)} 0"
    sheet.line(bow, skin.deep, 3, opacity=0.7)
    sheet.ellipse(x - 6, knee - 8, 15 * size, 11 * size, skin.light, opacity=0.8)
    _sock(desk, seat, side, legs, data)
    football_boot(sheet, side * seat.foot_x, seat.sole_y, side, legs.boot, boot_scale(seat))


def _sock(desk: Desk, seat: Seat, side: int, legs: PitchLegs, shin_data: str) -> None:
    """The sock is the shin's lower part: cut from the same shape, its stripes too."""
    sheet, size, n = desk.sheet, seat.leg, number
    knee, low = seat.knee_y, boot_top(seat) + 16
    top = knee + (low - knee) * 0.42
    x = side * (seat.knee_x * 0.62 + seat.foot_x * 0.38)
    sheet.open(sheet.clip(shin_data))
    box = f"M{n(x - 60)} {n(top)}H{n(x + 60)}V{n(low + 10)}H{n(x - 60)}Z"
    sheet.path(box, sheet.shade(legs.sock, (x - 30 * size, top), (x + 34 * size, low)))
    stripe = top + min(24.0, (low - top) * 0.6)
    sheet.line(f"M{n(x - 40)} {n(stripe - 2)}Q{n(x)} {n(stripe + 8)} {n(x + 40)} {n(stripe - 2)}", legs.stripe, 7)
    sheet.close()
    sheet.path(shin_data, "none", ink=1.0)
    band(sheet, (x, top), (0, 1), 65 * size, 16 * size, legs.stripe)
