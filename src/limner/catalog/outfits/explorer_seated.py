"""The explorer's bare knees, shorts and boots in a wheelchair."""

from limner.engine.rig.body import band
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_top, seated_boot, shin, thigh, draw_thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


def draw_seated_leg(desk: Desk, seat: Seat, side: int, shorts: Tones, sock: Tones, boots: Tones) -> None:
    """One leg: shorts over the thigh, the bare knee out of their hem, the shin, a sock and a boot."""
    sheet, skin, girth = desk.sheet, desk.skin, desk.body.build.girth
    x, knee, hip = side * seat.knee_x, seat.knee_y, desk.body.build.hip_y
    wide, low, n = 94 * girth, boot_top(seat), number
    data = thigh(seat, side, hip, wide, 28 * girth)
    draw_thigh(sheet, data, shorts, (x - 30, hip - 20), (x + 24, knee + 40))
    sheet.ellipse(x, knee + 2, wide * 0.44, 26 * girth, shorts.deep)
    sheet.path(shin(seat, side, 66 * girth, 48 * girth), skin.base, ink=1.0)
    turn = f"M{n(x - 29 * girth)} {n(knee + 14)}Q{n(x)} {n(knee + 50)} {n(x + 29 * girth)} {n(knee + 14)}"
    sheet.path(f"{turn}Q{n(x)} {n(knee + 32)} {n(x - 29 * girth)} {n(knee + 14)}Z", skin.shadow)
    bow = f"M{n(x - 16 * girth)} {n(knee + 16)}q{n(16 * girth)} 12 {n(32 * girth)} 0"
    sheet.line(bow, skin.deep, 3, opacity=0.7)
    sheet.ellipse(x - 6, knee - 8, 15 * girth, 11 * girth, skin.light, opacity=0.8)
    seated_boot(sheet, seat, side, boots, boots.deep)
    band(sheet, (side * seat.foot_x, low), (0, 1), 58 * girth, 20, sock.light)
