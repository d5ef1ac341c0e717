"""The space suit's legs in a wheelchair, and where the helmet goes."""

from limner.catalog.outfits.astronaut_gear import draw_helmet
from limner.engine.rig.body import band
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_top, seated_boot, shin, thigh, draw_thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


def draw_seated_leg(desk: Desk, seat: Seat, side: int, suit: Tones, cuff: Tones, shoe: tuple[Tones, str]) -> None:
    """One leg: the shin under the knee, a boot, then the thigh that comes towards the viewer."""
    sheet, girth = desk.sheet, desk.body.build.girth
    x, knee, hip = side * seat.knee_x, seat.knee_y, desk.body.build.hip_y
    low = boot_top(seat)
    sheet.path(
        shin(seat, side, 80 * girth, 66 * girth), sheet.shade(suit, (x - 10, low + 30), (x + 10, knee + 10)), ink=1.0
    )
    seated_boot(sheet, seat, side, *shoe)
    band(sheet, (side * seat.foot_x, low), (0, 1), 70 * girth, 17, cuff.base)
    data = thigh(seat, side, hip, 94 * girth, 36 * girth)
    draw_thigh(sheet, data, suit, (x - 20, hip - 30), (x + 20, knee + 50))
    n = number
    sheet.line(f"M{n(x - 24)} {n(knee + 2)}q24 14 48 0M{n(x - 15)} {n(knee + 15)}q15 9 30 0", suit.deep, 3, opacity=0.5)


def lay_helmet(desk: Desk, seat: Seat) -> None:
    """The helmet in the lap."""
    radius = 52 * desk.body.build.girth
    draw_helmet(desk.sheet, 0, seat.knee_y - radius * 0.9, radius)
