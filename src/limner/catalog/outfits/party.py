"""Teal dungarees over a confetti shirt, a bow tie, a sash with a rosette, sneakers, and a balloon or a present."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.party_gear import draw_balloon, draw_present, draw_rosette, sneaker
from limner.catalog.outfits.party_seated import DancingLegs, sit
from limner.engine.rig.body import band, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import draw_hand
from limner.engine.rig.holding import Held, draw_front_arm
from limner.engine.rig.skeleton import Arm
from limner.engine.sheet import tones
from limner.engine.vectors import number

SHIRT: Final = tones("#fdf1dd", 0.9)
DENIM: Final = tones("#2c9a95")
LINING: Final = tones("#a9ded3")
SASH: Final = tones("#ef6f6a")
GOLD: Final = tones("#ffcf5c")
CONFETTI: Final = ("#ef6f6a", "#7a63b8", "#f2b134", "#2c9a95")


def _back(desk: Desk) -> None:
    """Nothing is worn behind; the straps cross on the back, unseen."""


def _arm(desk: Desk, arm: Arm) -> None:
    """A sleeve sprinkled with confetti, its cuff in the sash's colour."""
    sheet, girth = desk.sheet, desk.body.build.girth
    if arm.pose.hand in ("open", "relaxed"):
        tone, crease = desk.skin.base, desk.skin.deep
        draw_hand(sheet, arm.pose.hand, arm.wrist, arm.pose.hand_deg, arm.side, 0.88, color=tone, crease=crease)
    draw_limb(sheet, arm.joints, (72 * girth, 54 * girth), SHIRT)
    shoulder, elbow, wrist = arm.joints
    for k, (start, end, share, off) in enumerate(
        (
            (shoulder, elbow, 0.1, 12),
            (shoulder, elbow, 0.42, -13),
            (shoulder, elbow, 0.74, 10),
            (elbow, wrist, 0.2, -9),
            (elbow, wrist, 0.48, 10),
        )
    ):
        x, y = (float(value) for value in start + (end - start) * share)
        sheet.circle(x + off * girth, y, 5.4, CONFETTI[k % 4])
    (dx, dy), (x, y) = arm.forearm, arm.wrist
    band(sheet, (x - 4 * dx, y - 4 * dy), arm.forearm, 60 * girth, 20, SASH.base)


def _leg(desk: Desk, side: int) -> None:
    sheet, build, n = desk.sheet, desk.body.build, number
    x, ground, hip = desk.body.foot_x(side), build.ground_y, desk.body.along(0.94)
    top, wide, thin = side * 39 * build.girth, 44 * build.girth, 35 * build.girth
    low = ground - 66
    sneaker(sheet, x, ground, side)
    shape = (
        f"M{n(top - wide)} {n(hip)}C{n(top - wide)} {n(hip + 60)} {n(x - thin * 1.04)} {n(low - 40)} "
        f"{n(x - thin)} {n(low)}Q{n(x)} {n(low + 12)} {n(x + thin)} {n(low)}"
        f"C{n(x + thin * 1.04)} {n(low - 40)} {n(top + wide)} {n(hip + 60)} {n(top + wide)} {n(hip)}Z"
    )
    sheet.path(shape, sheet.shade(DENIM, (x - wide, hip), (x + wide, low)), ink=1.0)
    outer = top + side * wide * 0.76
    sheet.line(f"M{n(outer)} {n(hip + 30)}L{n(x + side * thin * 0.72)} {n(low - 6)}", DENIM.light, 3, opacity=0.8)
    folds = f"M{n(x - thin * 0.8)} {n(low - 26)}q{n(thin * 0.5)} 12 {n(thin)} 6M{n(top)} {n(hip + 52)}q12 8 {n(26)} 2"
    sheet.line(folds, DENIM.deep, 4, opacity=0.5)
    cuff = (
        f"M{n(x - thin - 4)} {n(low - 14)}Q{n(x)} {n(low - 2)} {n(x + thin + 4)} {n(low - 14)}"
        f"L{n(x + thin + 3)} {n(low + 10)}Q{n(x)} {n(low + 22)} {n(x - thin - 3)} {n(low + 10)}Z"
    )
    sheet.path(cuff, sheet.shade(LINING, (x - thin, low), (x + thin, low + 12)), ink=1.0)


def _shirt(desk: Desk) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    half, hip, top, waist = body.build.shoulder * 1.12, body.build.hip_y, body.along(0.14), body.along(0.78)
    shape = (
        f"M{n(-half)} {n(body.along(0.34))}C{n(-half)} {n(top + 2)} {n(-half * 0.55)} {n(top - 8)} 0 {n(top - 8)}"
        f"C{n(half * 0.55)} {n(top - 8)} {n(half)} {n(top + 2)} {n(half)} {n(body.along(0.34))}"
        f"L{n(half * 0.96)} {n(waist)}L{n(-half * 0.96)} {n(waist)}Z"
    )
    sheet.path(shape, sheet.shade(SHIRT, (-half, top), (half, hip)), ink=1.0)
    left, right = ((-0.84, 0.36), (-0.62, 0.24), (-0.86, 0.54), (-0.2, 0.36)), ((0.8, 0.32), (0.86, 0.5), (0.26, 0.35))
    for k, (share, at) in enumerate((*left, *right)):
        sheet.circle(half * share, body.along(at), 5.4, CONFETTI[k % 4])


def _dungarees(desk: Desk) -> None:
    """Bib, waist and seat of the trousers in one piece, with straps, buttons and stitches."""
    sheet, body, n = desk.sheet, desk.body, number
    half, hip, bib = body.build.shoulder * 1.12, body.build.hip_y, body.along(0.42)
    wide, waist = half * 0.6, body.along(0.72)
    low, seat = hip + (0 if body.seat is None else 14), 83 * body.build.girth
    shape = (
        f"M{n(-wide)} {n(bib)}Q0 {n(bib + 8)} {n(wide)} {n(bib)}"
        f"C{n(wide * 1.04)} {n(waist - 30)} {n(half * 0.8)} {n(waist - 8)} {n(half * 0.99)} {n(waist - 14)}"
        f"Q{n(half * 1.02)} {n(hip - 20)} {n(seat)} {n(low)}Q{n(seat * 0.42)} {n(low + 14)} 0 {n(low + 44)}"
        f"Q{n(-seat * 0.42)} {n(low + 14)} {n(-seat)} {n(low)}Q{n(-half * 1.02)} {n(hip - 20)} "
        f"{n(-half * 0.99)} {n(waist - 14)}"
        f"C{n(-half * 0.8)} {n(waist - 8)} {n(-wide * 1.04)} {n(waist - 30)} {n(-wide)} {n(bib)}Z"
    )
    for side in (-1, 1):
        strap = f"M{n(side * half * 0.62)} {n(body.along(0.16))}Q{n(side * half * 0.6)} {n(body.along(0.3))} "
        sheet.inked_line(f"{strap}{n(side * wide * 0.78)} {n(bib + 10)}", DENIM.base, 20)
    sheet.path(shape, sheet.shade(DENIM, (-half, bib), (half, hip + 10)), ink=1.0)
    stitch = f"M{n(-wide * 0.9)} {n(bib + 10)}Q0 {n(bib + 17)} {n(wide * 0.9)} {n(bib + 10)}"
    sheet.line(stitch, LINING.base, 2.8, opacity=0.8)
    sheet.line(f"M{n(-half * 0.94)} {n(waist + 8)}Q0 {n(waist + 32)} {n(half * 0.94)} {n(waist + 8)}", DENIM.deep, 3.4)
    for side in (-1, 1):
        pocket = (
            f"M{n(side * half * 0.5)} {n(waist + 27)}Q{n(side * half * 0.56)} {n(waist + 60)} "
            f"{n(side * half * 0.96)} {n(waist + 54)}"
        )
        sheet.line(pocket, DENIM.deep, 3.4)
        sheet.circle(side * wide * 0.78, bib + 12, 9.5, GOLD.base, ink=0.8)
        sheet.circle(side * wide * 0.78 - 2, bib + 10, 3, GOLD.light)


def _sash(desk: Desk) -> None:
    """From the viewer's right shoulder to the left hip, with golden edges and a rosette."""
    sheet, body, n = desk.sheet, desk.body, number
    half = body.build.shoulder * 1.12
    top, end = (half * 0.52, body.along(0.15)), (-half * 0.74, body.along(0.86))
    bow = (half * 0.22, body.along(0.58))
    data = f"M{n(top[0])} {n(top[1])}Q{n(bow[0])} {n(bow[1])} {n(end[0])} {n(end[1])}"
    sheet.inked_line(data, GOLD.base, 34)
    sheet.line(data, SASH.base, 24)
    for share in (0.26, 0.44, 0.62, 0.8):
        x, y = (
            (1 - share) ** 2 * a + 2 * share * (1 - share) * b + share**2 * c
            for a, b, c in zip(top, bow, end, strict=True)
        )
        sheet.path(f"M{n(x)} {n(y - 8)}L{n(x + 7)} {n(y)}L{n(x)} {n(y + 8)}L{n(x - 7)} {n(y)}Z", GOLD.light)
    draw_rosette(sheet, *end)


def _collar(desk: Desk) -> None:
    """A shirt's two collar points and the bow tie between them."""
    sheet, body, n = desk.sheet, desk.body, number
    girth, y = body.build.girth, body.along(0.14)
    for side in (-1, 1):
        point = (
            f"M{n(side * 42 * girth)} {n(y - 34)}Q{n(side * 64 * girth)} {n(y - 16)} {n(side * 58 * girth)} {n(y + 34)}"
            f"Q{n(side * 30 * girth)} {n(y + 38)} 0 {n(y + 20)}Q{n(side * 26 * girth)} {n(y + 6)} "
            f"{n(side * 42 * girth)} {n(y - 34)}Z"
        )
        sheet.path(point, sheet.shade(SHIRT, (side * 40 - 30, y - 20), (side * 40 + 40, y + 50)), ink=1.0)
    at = y + 24
    for side in (-1, 1):
        wing = (
            f"M0 {n(at)}C{n(side * 14)} {n(at - 22)} {n(side * 38)} {n(at - 26)} {n(side * 42)} {n(at - 20)}"
            f"Q{n(side * 48)} {n(at)} {n(side * 42)} {n(at + 20)}C{n(side * 38)} {n(at + 26)} {n(side * 14)} "
            f"{n(at + 20)} 0 {n(at)}Z"
        )
        sheet.path(wing, sheet.shade(GOLD, (side * 24 - 20, at - 22), (side * 24 + 22, at + 26)), ink=1.0)
        pleats = f"M{n(side * 14)} {n(at - 4)}l{n(side * 14)} -6M{n(side * 14)} {n(at + 5)}l{n(side * 13)} 6"
        sheet.line(pleats, GOLD.deep, 3)
    sheet.add(
        f'<rect x="-11" y="{n(at - 13)}" width="22" height="26" rx="8" fill="{GOLD.shade}"{sheet.look.stroke(0.9)}/>'
    )


def _front(desk: Desk) -> None:
    body = desk.body
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _leg(desk, -1)
        _leg(desk, 1)
    _shirt(desk)
    _dungarees(desk)
    if body.seat is not None:
        sit(desk, body.seat, DancingLegs(DENIM, LINING))
    _sash(desk)
    neck(desk.sheet, body, desk.skin)
    _collar(desk)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG)


_GRIP: Final = Held(lambda desk, x, y: draw_balloon(desk.sheet, x + 12, y - 2), (10, 6), 10)
_HUG: Final = Held(lambda desk, x, y: draw_present(desk.sheet, x - 20, y - 12), (2, 8), 20, over_sleeve=True)

OUTFIT: Final = Outfit("party", "Party clothes", _back, _front)
