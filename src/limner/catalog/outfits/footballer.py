"""A yellow shirt with blue sleeves and a number, shorts, striped socks and boots; the ball or the cup in the hand."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.footballer_gear import draw_ball, draw_cup, draw_number, football_boot
from limner.catalog.outfits.footballer_seated import PitchLegs, sit
from limner.engine.rig.body import band, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import draw_hand
from limner.engine.rig.holding import Held, draw_front_arm
from limner.engine.rig.skeleton import Arm
from limner.engine.sheet import Tones, tones
from limner.engine.vectors import number

SHIRT: Final = tones("#f6bd3a")
SLEEVE: Final = tones("#2c62b4")
SHORTS: Final = tones("#2f67ba")
SOCK: Final = tones("#f4f1ea", 0.8)
BOOT: Final = tones("#e2523f")
WHITE: Final = "#fdfaf2"
_NECK_LOW: Final = 48.0
"""Where the neckline's point lies; the neck ends a little further down at every age."""


def _back(_desk: Desk) -> None:
    """Nothing: a player's back is free."""


def _arm(desk: Desk, arm: Arm) -> None:
    """A bare arm out of a short sleeve; a sweatband lies where hand and arm meet."""
    sheet, skin, girth, n = desk.sheet, desk.skin, desk.body.build.girth, number
    if arm.pose.hand in ("open", "relaxed"):
        tone, crease = skin.base, skin.deep
        draw_hand(sheet, arm.pose.hand, arm.wrist, arm.pose.hand_deg, arm.side, 0.88, color=tone, crease=crease)
    draw_limb(sheet, arm.joints, (58 * girth, 42 * girth), Tones(skin.light, skin.base, skin.shadow, skin.deep))
    (dx, dy), (x, y) = arm.forearm, arm.wrist
    band(sheet, (x - 3 * dx, y - 3 * dy), arm.forearm, 49 * girth, 22, WHITE)
    sheet.line(f"M{n(x - 3 * dx - 19 * dy)} {n(y - 3 * dy + 19 * dx)}l{n(38 * dy)} {n(-38 * dx)}", SLEEVE.base, 5)
    shoulder, elbow = arm.joints[0], arm.joints[1]
    bone = elbow - shoulder
    ux, uy = (float(part) for part in bone / float((bone**2).sum()) ** 0.5)
    hem_x, hem_y = (float(part) for part in shoulder + bone * 0.76)
    shadow = f"M{n(hem_x + 9 * ux - 19 * uy)} {n(hem_y + 9 * uy + 19 * ux)}l{n(38 * uy)} {n(-38 * ux)}"
    sheet.line(shadow, skin.shadow, 11)
    sleeve = arm.joints.copy()
    sleeve[1], sleeve[2] = shoulder + bone * 0.4, shoulder + bone * 0.76
    draw_limb(sheet, sleeve, (72 * girth, 66 * girth), SLEEVE)
    band(sheet, (hem_x, hem_y), (ux, uy), 71 * girth, 15, SHIRT.base)


def _leg(desk: Desk, side: int) -> None:
    """A bare knee between shorts and sock."""
    sheet, skin, build, n = desk.sheet, desk.skin, desk.body.build, number
    x, ground, hip = desk.body.foot_x(side), build.ground_y, desk.body.along(0.94)
    hem, sock, low, calf = hip + (ground - hip) * 0.36, hip + (ground - hip) * 0.53, ground - 34, 26 * build.girth
    knee = (
        f"M{n(x - calf * 1.1)} {n(hem - 20)}C{n(x - calf * 1.06)} {n(hem + 10)} {n(x - calf * 0.96)} {n(sock - 8)} "
        f"{n(x - calf * 0.96)} {n(sock + 20)}H{n(x + calf * 0.96)}"
        f"C{n(x + calf * 0.96)} {n(sock - 8)} {n(x + calf * 1.06)} {n(hem + 10)} {n(x + calf * 1.1)} {n(hem - 20)}Z"
    )
    sheet.path(knee, skin.base, ink=1.0)
    under = f"M{n(x - calf * 1.06)} {n(hem - 10)}H{n(x + calf * 1.06)}L{n(x + calf)} {n(hem + 14)}"
    sheet.path(f"{under}Q{n(x)} {n(hem + 23)} {n(x - calf)} {n(hem + 10)}Z", skin.shadow)
    sheet.line(f"M{n(x - 11)} {n(sock - 14)}q11 9 22 0", skin.deep, 2.8, opacity=0.6)
    _sock(desk, x, (sock, low))
    football_boot(sheet, x, ground, side, BOOT)
    top, wide = side * 40 * build.girth, 46 * build.girth
    out = x + side * wide
    shape = (
        f"M{n(top - wide)} {n(hip - 6)}L{n(x - wide)} {n(hem)}Q{n(x)} {n(hem + 14)} {n(x + wide)} {n(hem)}"
        f"L{n(top + wide)} {n(hip - 6)}Z"
    )
    sheet.path(shape, sheet.shade(SHORTS, (x - wide, hip), (x + wide, hem)), ink=1.0)
    sheet.line(f"M{n(top + side * (wide - 11))} {n(hip)}L{n(out - side * 10)} {n(hem - 1)}", WHITE, 8)
    turn = f"M{n(x - wide * 0.94)} {n(hem - 10)}Q{n(x)} {n(hem + 4)} {n(x + wide * 0.94)} {n(hem - 10)}"
    sheet.line(turn, SHORTS.deep, 3, opacity=0.6)


def _sock(desk: Desk, x: float, ends: tuple[float, float]) -> None:
    """A long sock with a turned-down rim and two stripes."""
    sheet, n, calf = desk.sheet, number, 26 * desk.body.build.girth
    top, low = ends
    thin, bulge = calf * 0.84, calf * 1.08
    shape = (
        f"M{n(x - calf)} {n(top)}C{n(x - bulge)} {n(top + 24)} {n(x - thin)} {n(low - 34)} {n(x - thin)} {n(low)}"
        f"H{n(x + thin)}C{n(x + thin)} {n(low - 34)} {n(x + bulge)} {n(top + 24)} {n(x + calf)} {n(top)}Z"
    )
    sheet.path(shape, sheet.shade(SOCK, (x - calf, top), (x + calf, low - 20)), ink=1.0)
    sheet.open(sheet.clip(shape))
    for y in (top + 20, top + 33):
        sheet.line(f"M{n(x - bulge)} {n(y - 2)}Q{n(x)} {n(y + 6)} {n(x + bulge)} {n(y - 2)}", SLEEVE.base, 7)
    sheet.close()
    band(sheet, (x, top), (0, 1), calf * 2.2, 17, SLEEVE.base)


def _torso(desk: Desk) -> None:
    """The shirt with raglan shoulders, so that a sleeve's round end before the chest runs into its own colour."""
    sheet, body, n = desk.sheet, desk.body, number
    half, hip, top, girth = body.build.shoulder * 1.14, body.build.hip_y, body.along(0.14), body.build.girth
    flare, low, armpit = half * 1.04, hip + (24 if body.seat is None else 6), body.along(0.34)
    shape = (
        f"M{n(-half)} {n(armpit)}C{n(-half)} {n(top + 2)} {n(-half * 0.72)} {n(top - 12)} {n(-42 * girth)} 4"
        f"L0 {n(_NECK_LOW)}L{n(42 * girth)} 4C{n(half * 0.72)} {n(top - 12)} {n(half)} {n(top + 2)} "
        f"{n(half)} {n(armpit)}C{n(half * 0.97)} {n(body.along(0.7))} {n(half)} {n(hip - 10)} {n(flare)} {n(low)}"
        f"Q0 {n(low + 28)} {n(-flare)} {n(low)}C{n(-half)} {n(hip - 10)} {n(-half * 0.97)} {n(body.along(0.7))} "
        f"{n(-half)} {n(armpit)}Z"
    )
    sheet.path(shape, sheet.shade(SHIRT, (-half, top), (half, hip + 10)), ink=1.0)
    sheet.open(sheet.clip(shape))
    for side in (-1, 1):
        edge = (
            f"M{n(side * 36 * girth)} 0C{n(side * half * 0.42)} {n(top + 50)} {n(side * half * 0.5)} "
            f"{n(armpit + 26)} {n(side * half * 0.94)} {n(body.along(0.64))}"
        )
        raglan = f"{edge}L{n(side * half * 1.2)} {n(body.along(0.64))}V-20Z"
        sheet.path(raglan, sheet.shade(SLEEVE, (side * half * 0.7 - 40, top), (side * half * 0.7 + 70, armpit + 60)))
        sheet.line(edge, WHITE, 5)
        # A narrow panel down the side, as shirts have.
        sheet.line(f"M{n(side * flare)} {n(body.along(0.6))}L{n(side * flare)} {n(low + 30)}", SLEEVE.base, 17)
        fold = f"M{n(side * half * 0.74)} {n(body.along(0.72))}q{n(-side * 16)} 16 {n(-side * 20)} 36"
        sheet.line(fold, SHIRT.deep, 4, opacity=0.4)
    sheet.line(f"M{n(-flare)} {n(low - 9)}Q0 {n(low + 19)} {n(flare)} {n(low - 9)}", SHIRT.deep, 3, opacity=0.6)
    sheet.close()
    sheet.path(shape, "none", ink=1.0)
    draw_number(sheet, body.along(0.58), girth * body.build.hip_y / 212)


def _collar(desk: Desk) -> None:
    sheet, n, wide = desk.sheet, number, 43 * desk.body.build.girth
    rim = f"M{n(-wide)} 3Q{n(-wide * 0.5)} 32 0 {n(_NECK_LOW + 2)}Q{n(wide * 0.5)} 32 {n(wide)} 3"
    sheet.inked_line(rim, SLEEVE.base, 15)
    sheet.line(rim, WHITE, 3.4)


def _front(desk: Desk) -> None:
    body = desk.body
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _leg(desk, -1)
        _leg(desk, 1)
    neck(desk.sheet, body, desk.skin)
    _torso(desk)
    if body.seat is not None:
        sit(desk, body.seat, PitchLegs(SHORTS, SOCK, SLEEVE.base, BOOT))
    _collar(desk)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG)


_GRIP: Final = Held(lambda desk, x, y: draw_cup(desk.sheet, x + 14, y - 4), (14, 8), 8)
_HUG: Final = Held(lambda desk, x, y: draw_ball(desk.sheet, x - 34, y - 2), (0, 8), 14)

OUTFIT: Final = Outfit("footballer", "Footballer", _back, _front)
