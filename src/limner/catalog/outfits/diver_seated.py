"""The wetsuit's legs and the fins in a wheelchair."""

from limner.catalog.outfits.diver_gear import draw_fin
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_scale, draw_in_wheelchair, draw_thigh, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


def sit(desk: Desk, seat: Seat, suit: Tones, fins: Tones) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, suit, fins))


def _leg(desk: Desk, seat: Seat, side: int, suit: Tones, fins: Tones) -> None:
    """The shin under the knee, a fin on the footplate, then the thigh that comes towards the viewer."""
    sheet, size, n = desk.sheet, seat.leg, number
    x, knee, hip = side * seat.knee_x, seat.knee_y, desk.body.build.hip_y
    sheet.path(shin(seat, side, 72 * size, 56 * size), sheet.shade(suit, (x, seat.sole_y), (x, knee + 10)), ink=1.0)
    sheet.open(
        f' transform="translate({n(side * seat.foot_x)} {n(seat.sole_y)}) scale({n(boot_scale(seat) * 0.94, 3)})"'
    )
    draw_fin(sheet, 0, 0, side, fins)
    sheet.close()
    data = thigh(seat, side, hip, 88 * size, 34 * size)
    draw_thigh(sheet, data, suit, (x - 20, hip - 30), (x + 20, knee + 50))
    sheet.line(f"M{n(x - 22)} {n(knee + 2)}q22 13 44 0", suit.deep, 3, opacity=0.6)
