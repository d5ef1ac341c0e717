"""Pyjamas, dressing gown and slippers in a wheelchair."""

from dataclasses import dataclass

from limner.catalog.outfits.pyjamas_gear import slipper
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_scale, boot_top, draw_in_wheelchair, draw_thigh, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


@dataclass(frozen=True, slots=True)
class NightLegs:
    """What the legs wear."""

    trousers: Tones
    stripe: str
    gown: Tones


def sit(desk: Desk, seat: Seat, legs: NightLegs) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, legs))


def _leg(desk: Desk, seat: Seat, side: int, legs: NightLegs) -> None:
    """The shin, a slipper, the striped knee, and the gown that falls off the outer thigh."""
    sheet, size, n = desk.sheet, seat.leg, number
    x, knee, low, hip = side * seat.knee_x, seat.knee_y, boot_top(seat), desk.body.build.hip_y
    foot = side * seat.foot_x
    sheet.path(shin(seat, side, 76 * size, 70 * size), sheet.shade(legs.trousers, (x, low + 30), (x, knee)), ink=1.0)
    stripes = "".join(f"M{n(x + d * size)} {n(knee + 20)}L{n(foot + d * size)} {n(low + 8)}" for d in (-20, 0, 20))
    sheet.line(stripes, legs.stripe, 5)
    slipper(sheet, foot, seat.sole_y, side, boot_scale(seat))
    draw_thigh(sheet, thigh(seat, side, hip, 92 * size, 34 * size), legs.trousers, (x - 20, hip), (x + 20, knee + 44))
    sheet.line(
        "".join(f"M{n(x + d * size)} {n(hip + 6)}L{n(x + d * 1.1 * size)} {n(knee + 16)}" for d in (-20, 0, 20)),
        legs.stripe,
        5,
    )
    out, high = x + side * 50 * size, hip - 20
    lap = (
        f"M{n(x - side * 8 * size)} {n(high)}C{n(x + side * 12 * size)} {n(knee - 20)} "
        f"{n(x + side * 18 * size)} {n(knee)} "
        f"{n(x + side * 20 * size)} {n(knee + 30)}Q{n(x + side * 40 * size)} {n(knee + 32)} "
        f"{n(out)} {n(knee + 14)}L{n(out)} {n(high)}Z"
    )
    sheet.path(lap, sheet.shade(legs.gown, (x - 40, hip), (x + 40, knee)), ink=1.0)
