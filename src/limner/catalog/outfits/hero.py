"""A red hero's suit with a golden star, a short teal cape, tall boots, and a torch or a kitten just saved."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.hero_gear import draw_emblem, draw_kitten, draw_torch, star
from limner.catalog.outfits.hero_seated import FlyingLegs, sit
from limner.engine.rig.body import band, boot, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import draw_hand
from limner.engine.rig.holding import Held, draw_front_arm
from limner.engine.rig.skeleton import Arm
from limner.engine.sheet import tones
from limner.engine.vectors import number

SUIT: Final = tones("#d4503f")
CAPE: Final = tones("#217f86")
GOLD: Final = tones("#f3bd4b")


def _back(desk: Desk) -> None:
    """The cape, blown to one side; who sits has it tucked in behind the back."""
    sheet, body, n = desk.sheet, desk.body, number
    half, seated = body.build.shoulder * 1.24, body.seat is not None
    low = body.build.hip_y + (14 if seated else 0.42 * (body.build.ground_y - body.build.hip_y))
    left, right = half * (1.08 if seated else 1.26), half * (1.08 if seated else 1.74)
    lift = 0 if seated else 34
    shape = (
        f"M0 10C{n(-half * 0.7)} 6 {n(-half)} 34 {n(-half * 1.02)} 84"
        f"C{n(-half * 1.02)} {n(low * 0.6)} {n(-left)} {n(low * 0.8)} {n(-left * 1.04)} {n(low)}"
        f"Q{n(-left * 0.8)} {n(low + 24)} {n(-left * 0.5)} {n(low + 6)}Q{n(-left * 0.1)} {n(low + 26)} "
        f"{n(right * 0.3)} {n(low + 2)}Q{n(right * 0.56)} {n(low + 14)} {n(right * 0.72)} {n(low - lift * 0.6)}"
        f"Q{n(right * 0.9)} {n(low - lift * 0.4)} {n(right * 1.04)} {n(low - lift * 1.5)}"
        f"C{n(right * 0.86)} {n(low * 0.74)} {n(half * 1.04)} {n(low * 0.56)} {n(half * 1.02)} 84"
        f"C{n(half)} 34 {n(half * 0.7)} 6 0 10Z"
    )
    sheet.path(shape, sheet.shade(CAPE, (-left, 30), (right, low)), ink=1.0)
    folds = (
        f"M{n(-half * 0.78)} 110Q{n(-half * 0.8)} {n(low * 0.7)} {n(-left * 0.84)} {n(low - 14)}"
        f"M{n(half * 0.8)} 110Q{n(half * 0.86)} {n(low * 0.7)} {n(right * 0.72)} {n(low - 30)}"
    )
    sheet.line(folds, CAPE.deep, 6, opacity=0.6)
    if not seated:
        sheet.line(
            f"M{n(half * 0.96)} 140Q{n(half * 1.06)} {n(low * 0.72)} {n(right * 0.92)} {n(low - lift * 1.6)}",
            CAPE.light,
            5,
            opacity=0.5,
        )


def _arm(desk: Desk, arm: Arm) -> None:
    """A sleeve that ends in a long teal cuff with a golden edge."""
    sheet, girth = desk.sheet, desk.body.build.girth
    if arm.pose.hand in ("open", "relaxed"):
        tone, crease = desk.skin.base, desk.skin.deep
        draw_hand(sheet, arm.pose.hand, arm.wrist, arm.pose.hand_deg, arm.side, 0.88, color=tone, crease=crease)
    draw_limb(sheet, arm.joints, (68 * girth, 50 * girth), SUIT)
    (dx, dy), (x, y) = arm.forearm, arm.wrist
    band(sheet, (x - 14 * dx, y - 14 * dy), arm.forearm, 58 * girth, 40, CAPE.base)
    band(sheet, (x - 33 * dx, y - 33 * dy), arm.forearm, 64 * girth, 13, GOLD.base)


def _leg(desk: Desk, side: int) -> None:
    sheet, build, n = desk.sheet, desk.body.build, number
    x, ground, hip = desk.body.foot_x(side), build.ground_y, desk.body.along(0.94)
    top, wide, thin = side * 38 * build.girth, 41 * build.girth, 29 * build.girth
    low = ground - 56
    shape = (
        f"M{n(top - wide)} {n(hip)}C{n(top - wide)} {n(hip + 60)} {n(x - thin)} {n(low - 50)} {n(x - thin)} {n(low)}"
        f"L{n(x + thin)} {n(low)}C{n(x + thin)} {n(low - 50)} {n(top + wide)} {n(hip + 60)} {n(top + wide)} {n(hip)}Z"
    )
    sheet.path(shape, sheet.shade(SUIT, (x - wide, hip + 20), (x + wide, low)), ink=1.0)
    shaft, cuff = ground - 0.44 * (ground - hip) - 24, 33 * build.girth
    boot(sheet, x, ground, side, CAPE, CAPE.deep)
    tall = (
        f"M{n(x - cuff)} {n(shaft)}Q{n(x - cuff * 0.5)} {n(shaft - 2)} {n(x)} {n(shaft - 18)}"
        f"Q{n(x + cuff * 0.5)} {n(shaft - 2)} {n(x + cuff)} {n(shaft)}"
        f"L{n(x + thin + 4)} {n(low + 10)}Q{n(x)} {n(low + 18)} {n(x - thin - 2)} {n(low + 10)}Z"
    )
    sheet.path(tall, sheet.shade(CAPE, (x - cuff, shaft), (x + cuff, low)), ink=1.0)
    edge = (
        f"M{n(x - cuff * 0.94)} {n(shaft + 4)}Q{n(x - cuff * 0.46)} {n(shaft + 2)} {n(x)} {n(shaft - 13)}"
        f"Q{n(x + cuff * 0.46)} {n(shaft + 2)} {n(x + cuff * 0.94)} {n(shaft + 4)}"
    )
    sheet.inked_line(edge, GOLD.base, 9, 0.7)
    sheet.line(f"M{n(x - 6)} {n(low + 2)}q12 5 {n(thin)} 0", CAPE.deep, 4, opacity=0.7)


def _torso(desk: Desk) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    half, hip, top = body.build.shoulder * 1.12, body.build.hip_y, body.along(0.14)
    waist, flare = body.along(0.8), 79 * body.build.girth
    low = hip + (0 if body.seat is None else 12)
    shape = (
        f"M{n(-half)} {n(body.along(0.34))}C{n(-half)} {n(top + 2)} {n(-half * 0.55)} {n(top - 8)} 0 {n(top - 8)}"
        f"C{n(half * 0.55)} {n(top - 8)} {n(half)} {n(top + 2)} {n(half)} {n(body.along(0.34))}"
        f"C{n(half * 0.98)} {n(waist - 40)} {n(half * 0.88)} {n(waist - 16)} {n(half * 0.9)} {n(waist)}"
        f"Q{n(flare)} {n(hip - 16)} {n(flare)} {n(low)}Q{n(flare * 0.42)} {n(low + 14)} 0 {n(low + 44)}"
        f"Q{n(-flare * 0.42)} {n(low + 14)} {n(-flare)} {n(low)}Q{n(-flare)} {n(hip - 16)} {n(-half * 0.9)} {n(waist)}"
        f"C{n(-half * 0.88)} {n(waist - 16)} {n(-half * 0.98)} {n(waist - 40)} {n(-half)} {n(body.along(0.34))}Z"
    )
    sheet.path(shape, sheet.shade(SUIT, (-half, top), (half, hip)), ink=1.0)
    for side in (-1, 1):
        panel = (
            f"M{n(side * half * 0.99)} {n(body.along(0.42))}C{n(side * half * 0.6)} {n(body.along(0.56))} "
            f"{n(side * half * 0.56)} {n(body.along(0.7))} {n(side * half * 0.6)} {n(waist + 4)}"
            f"L{n(side * half * 0.9)} {n(waist)}C{n(side * half * 0.88)} {n(waist - 16)} "
            f"{n(side * half * 0.97)} {n(waist - 40)} {n(side * half * 0.99)} {n(body.along(0.42))}Z"
        )
        sheet.path(panel, CAPE.base, ink=0.8)
    draw_emblem(sheet, 0, body.along(0.5), body.build.shoulder * 0.42)
    _belt(desk, half, body.along(0.84))


def _belt(desk: Desk, half: float, y: float) -> None:
    sheet, n = desk.sheet, number
    wide = half * 0.93
    sheet.path(
        f"M{n(-wide)} {n(y - 10)}Q0 {n(y + 16)} {n(wide)} {n(y - 10)}L{n(wide)} {n(y + 12)}"
        f"Q0 {n(y + 40)} {n(-wide)} {n(y + 12)}Z",
        sheet.shade(GOLD, (-wide, y), (wide, y + 24)),
        ink=1.0,
    )
    for share in (-0.58, 0.58):
        sheet.add(
            f'<rect x="{n(wide * share - 13)}" y="{n(y - 2)}" width="26" height="27" rx="6" '
            f'fill="{GOLD.shade}"{sheet.look.stroke(0.7)}/>'
        )
        sheet.line(f"M{n(wide * share - 11)} {n(y + 8)}h22", GOLD.deep, 2.6)
    sheet.circle(0, y + 14, 21, CAPE.base, ink=0.9)
    sheet.path(star(0, y + 14, 14), GOLD.light)


def _collar(desk: Desk) -> None:
    """The cape's edge over both shoulders, held by golden stars, and the suit's standing collar."""
    sheet, body, n = desk.sheet, desk.body, number
    girth, wide, y = body.build.girth, body.build.shoulder, body.along(0.14)
    for side in (-1, 1):
        roll = (
            f"M{n(side * 36 * girth)} {n(y - 24)}C{n(side * 58 * girth)} {n(y - 20)} {n(side * wide * 0.98)} "
            f"{n(y - 12)} {n(side * wide * 1.12)} {n(body.along(0.33))}"
            f"C{n(side * wide * 0.94)} {n(body.along(0.27))} {n(side * wide * 0.78)} {n(y + 26)} "
            f"{n(side * 48 * girth)} {n(y + 34)}Z"
        )
        sheet.path(roll, sheet.shade(CAPE, (side * 70 - 40, y - 20), (side * 70 + 50, y + 50)), ink=1.0)
        fold = f"M{n(side * 52 * girth)} {n(y + 14)}Q{n(side * wide * 0.8)} {n(y + 8)} {n(side * wide)} {n(y + 28)}"
        sheet.line(fold, CAPE.deep, 4, opacity=0.6)
    collar = (
        f"M{n(-40 * girth)} -4Q0 {n(40 * girth)} {n(40 * girth)} -4L{n(58 * girth)} {n(y + 12)}"
        f"Q0 {n(y + 56)} {n(-58 * girth)} {n(y + 12)}Z"
    )
    sheet.path(collar, sheet.shade(SUIT, (-50, 0), (50, y + 40)), ink=1.0)
    edge = f"M{n(-40 * girth)} -3Q0 {n(41 * girth)} {n(40 * girth)} -3"
    sheet.inked_line(edge, GOLD.base, 8, 0.7)
    for side in (-1, 1):
        x, at = side * 54 * girth, y + 22
        sheet.circle(x, at, 15, GOLD.base, ink=0.9)
        sheet.path(star(x, at, 9), GOLD.light)


def _front(desk: Desk) -> None:
    body = desk.body
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _leg(desk, -1)
        _leg(desk, 1)
    _torso(desk)
    if body.seat is not None:
        sit(desk, body.seat, FlyingLegs(SUIT, CAPE, GOLD))
    neck(desk.sheet, body, desk.skin)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)
    _collar(desk)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG)


_GRIP: Final = Held(lambda desk, x, y: draw_torch(desk.sheet, x + 12, y - 2), (10, 6), 10)
_HUG: Final = Held(lambda desk, x, y: draw_kitten(desk.sheet, x - 26, y - 34), (2, 8), 20, over_sleeve=True)

OUTFIT: Final = Outfit("hero", "Hero", _back, _front)
