"""The pirate's breeches, boots and coat tails in a wheelchair."""

from dataclasses import dataclass

from limner.catalog.outfits.pirate_gear import draw_boot_top
from limner.engine.rig.figure import Desk
from limner.engine.rig.seated_legs import boot_top, draw_in_wheelchair, draw_thigh, seated_boot, shin, thigh
from limner.engine.rig.skeleton import Seat
from limner.engine.sheet import Tones
from limner.engine.vectors import number


@dataclass(frozen=True, slots=True)
class DeckLegs:
    """What the legs wear."""

    breeches: Tones
    stocking: Tones
    boot: Tones
    coat: Tones
    brass: Tones


def sit(desk: Desk, seat: Seat, legs: DeckLegs) -> None:
    """Legs and wheels over the torso."""
    draw_in_wheelchair(desk.sheet, seat, lambda side: _leg(desk, seat, side, legs))


def _leg(desk: Desk, seat: Seat, side: int, legs: DeckLegs) -> None:
    """Shin and boot, the breeches' knee with its buttoned band, and the coat that falls off the outer thigh."""
    sheet, size, n = desk.sheet, seat.leg, number
    x, knee, low, hip = side * seat.knee_x, seat.knee_y, boot_top(seat), desk.body.build.hip_y
    sheet.path(shin(seat, side, 62 * size, 52 * size), sheet.shade(legs.stocking, (x, low), (x, knee)), ink=1.0)
    seated_boot(sheet, seat, side, legs.boot, legs.boot.deep)
    draw_boot_top(sheet, (side * seat.foot_x, low), 31 * size, legs.boot)
    cloth = thigh(seat, side, hip, 92 * size, 32 * size)
    draw_thigh(sheet, cloth, legs.breeches, (x - 20, hip), (x + 20, knee + 44))
    cuff = f"M{n(x - 33 * size)} {n(knee + 14 * size)}Q{n(x)} {n(knee + 36 * size)} {n(x + 33 * size)} "
    sheet.line(f"{cuff}{n(knee + 14 * size)}", legs.breeches.deep, 4, opacity=0.7)
    sheet.circle(x + side * 17 * size, knee + 24 * size, 4.6 * size, legs.brass.base, ink=0.5)
    out, high = x + side * 50 * size, hip - 20
    lap = (
        f"M{n(x - side * 2 * size)} {n(high)}C{n(x + side * 16 * size)} {n(knee - 20)} "
        f"{n(x + side * 22 * size)} {n(knee)} {n(x + side * 24 * size)} {n(knee + 30)}"
        f"Q{n(x + side * 40 * size)} {n(knee + 32)} {n(out)} {n(knee + 14)}L{n(out)} {n(high)}Z"
    )
    sheet.path(lap, sheet.shade(legs.coat, (x - 40, hip), (x + 40, knee)), ink=1.0)
    trim = f"M{n(x + side * 6 * size)} {n(high + 6)}C{n(x + side * 22 * size)} {n(knee - 20)} "
    trim += f"{n(x + side * 28 * size)} {n(knee)} {n(x + side * 30 * size)} {n(knee + 24)}"
    sheet.line(trim, legs.brass.base, 4)
