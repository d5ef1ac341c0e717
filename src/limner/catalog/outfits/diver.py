"""A wetsuit with yellow sides, two air tanks, fins, a mask around the neck, and a lamp or a pearl in the hand."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.diver_gear import draw_fin, draw_lamp, draw_mask, draw_pearl
from limner.catalog.outfits.diver_seated import sit
from limner.engine.rig.body import band, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import draw_hand
from limner.engine.rig.holding import Held, draw_front_arm
from limner.engine.rig.skeleton import Arm
from limner.engine.sheet import tones
from limner.engine.vectors import number

SUIT: Final = tones("#2d4f86")
SIDES: Final = tones("#f6b93f")
TANK: Final = tones("#f0793f")
STEEL: Final = tones("#b9c6d6")
RUBBER: Final = tones("#2b3350")


def _back(desk: Desk) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    low, half, wide = body.along(0.96), body.build.shoulder * 0.86, body.build.shoulder * 0.5
    for side in (-1, 1):
        x = side * half
        sheet.path(f"M{n(x - 11)} -30H{n(x + 11)}V4H{n(x - 11)}Z", STEEL.shade, ink=0.9)
        sheet.path(f"M{n(x - 19)} -42Q{n(x)} -52 {n(x + 19)} -42V-28H{n(x - 19)}Z", RUBBER.base, ink=0.9)
        tank = (
            f"M{n(x - wide)} 40C{n(x - wide)} 6 {n(x - wide * 0.6)} -12 {n(x)} -12"
            f"C{n(x + wide * 0.6)} -12 {n(x + wide)} 6 {n(x + wide)} 40V{n(low - 24)}"
            f"Q{n(x + wide)} {n(low)} {n(x + wide - 24)} "
            f"{n(low)}H{n(x - wide + 24)}Q{n(x - wide)} {n(low)} {n(x - wide)} {n(low - 24)}Z"
        )
        sheet.path(tank, sheet.shade(TANK, (x - wide, 0), (x + wide, 30)), ink=1.0)
        sheet.line(
            f"M{n(x - wide * 0.56)} 40Q{n(x - wide * 0.52)} 12 {n(x - wide * 0.1)} 2", "#ffffff", 6, opacity=0.55
        )
    sheet.inked_line(f"M{n(half)} -36C{n(half * 1.9)} -40 {n(half * 2.1)} 30 {n(half * 1.2)} 70", RUBBER.base, 9, 0.7)


def _arm(desk: Desk, arm: Arm) -> None:
    sheet, girth = desk.sheet, desk.body.build.girth
    if arm.pose.hand in ("open", "relaxed"):
        tone, crease = desk.skin.base, desk.skin.deep
        draw_hand(sheet, arm.pose.hand, arm.wrist, arm.pose.hand_deg, arm.side, 0.9, color=tone, crease=crease)
    draw_limb(sheet, arm.joints, (66 * girth, 48 * girth), SUIT)
    (dx, dy), (x, y) = arm.forearm, arm.wrist
    band(sheet, (x - 24 * dx, y - 24 * dy), arm.forearm, 56 * girth, 12, SIDES.base)
    band(sheet, (x - 3 * dx, y - 3 * dy), arm.forearm, 56 * girth, 18, RUBBER.base)


def _leg(desk: Desk, side: int) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    ground, hip, girth = body.build.ground_y, body.along(0.94), body.build.girth
    x, top = body.foot_x(side), side * 41 * girth
    wide, thin, low = 44 * girth, 30 * girth, ground - 34
    shape = (
        f"M{n(top - wide)} {n(hip)}C{n(top - wide)} {n(hip + 60)} {n(x - thin)} {n(low - 50)} {n(x - thin)} {n(low)}"
        f"H{n(x + thin)}C{n(x + thin)} {n(low - 50)} {n(top + wide)} {n(hip + 60)} {n(top + wide)} {n(hip)}Z"
    )
    sheet.path(shape, sheet.shade(SUIT, (x - 50, hip), (x + 50, low)), ink=1.0)
    sheet.open(sheet.clip(shape))
    outer = top + side * wide
    stripe = (
        f"M{n(outer)} {n(hip)}C{n(outer)} {n(hip + 60)} "
        f"{n(x + side * thin)} {n(low - 50)} {n(x + side * thin)} {n(low)}"
    )
    sheet.line(stripe, SIDES.base, 26)
    sheet.close()
    knee = hip + (low - hip) * 0.46
    sheet.line(f"M{n(x - 20)} {n(knee)}q20 12 38 1M{n(x - 13)} {n(knee + 13)}q13 8 26 0", SUIT.deep, 3, opacity=0.6)
    draw_fin(sheet, x, ground, side, SIDES)


def _torso(desk: Desk) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    half, hip, top = body.build.shoulder * 1.1, body.build.hip_y, body.along(0.14)
    shape = (
        f"M{n(-half)} {n(body.along(0.34))}C{n(-half)} {n(top + 2)} {n(-half * 0.55)} {n(top - 8)} 0 {n(top - 8)}"
        f"C{n(half * 0.55)} {n(top - 8)} {n(half)} {n(top + 2)} {n(half)} {n(body.along(0.34))}"
        f"C{n(half * 0.94)} {n(body.along(0.7))} {n(half * 0.96)} {n(hip - 10)} {n(half * 0.86)} {n(hip + 22)}"
        f"Q0 {n(hip + 50)} {n(-half * 0.86)} {n(hip + 22)}"
        f"C{n(-half * 0.96)} {n(hip - 10)} {n(-half * 0.94)} {n(body.along(0.7))} {n(-half)} {n(body.along(0.34))}Z"
    )
    sheet.path(shape, sheet.shade(SUIT, (-half, top), (half, hip + 10)), ink=1.0)
    sheet.open(sheet.clip(shape))
    for side in (-1, 1):
        panel = (
            f"M{n(side * half * 1.1)} {n(body.along(0.3))}C{n(side * half * 0.5)} {n(body.along(0.56))} "
            f"{n(side * half * 0.5)} {n(body.along(0.8))} {n(side * half * 0.74)} {n(hip + 50)}H{n(side * half * 1.2)}Z"
        )
        sheet.path(panel, SIDES.base if side < 0 else SIDES.shade, ink=0.7)
    sheet.close()
    _harness(desk, half)


def _harness(desk: Desk, half: float) -> None:
    """Straps, the zip, a belt with weights, and a gauge on its hose."""
    sheet, body, n = desk.sheet, desk.body, number
    sheet.line(f"M0 {n(body.along(0.3))}V{n(body.along(0.84))}", SUIT.deep, 4)
    for side in (-1, 1):
        x = side * half * 0.6
        sheet.inked_line(
            f"M{n(x)} {n(body.along(0.17))}Q{n(x * 1.06)} {n(body.along(0.5))} {n(x)} {n(body.along(0.86))}",
            RUBBER.base,
            17,
        )
        box = f'x="{n(x - 14)}" y="{n(body.along(0.5))}" width="28" height="16" rx="5"'
        sheet.add(f'<rect {box} fill="{STEEL.base}"{sheet.look.stroke(0.8)}/>')
    y = body.along(0.88)
    belt = f"M{n(-half * 0.95)} {n(y - 10)}Q0 {n(y + 16)} {n(half * 0.95)} {n(y - 10)}V{n(y + 11)}"
    sheet.path(f"{belt}Q0 {n(y + 38)} {n(-half * 0.95)} {n(y + 11)}Z", RUBBER.base, ink=1.0)
    for share in (-0.62, 0.62):
        box = f'x="{n(half * share - 17)}" y="{n(y - 5)}" width="34" height="28" rx="7"'
        sheet.add(f'<rect {box} fill="{STEEL.shade}"{sheet.look.stroke(0.8)}/>')
    sheet.add(
        f'<rect x="-19" y="{n(y - 5)}" width="38" height="30" rx="7" fill="{STEEL.light}"{sheet.look.stroke(0.8)}/>'
    )
    sheet.add(f'<rect x="-9" y="{n(y + 2)}" width="18" height="16" rx="4" fill="{TANK.base}"/>')
    sheet.inked_line(f"M{n(-half * 0.6)} {n(body.along(0.6))}q-14 22 2 34", RUBBER.base, 6, 0.6)
    x, y = -half * 0.56, body.along(0.76)
    sheet.circle(x, y, 16, RUBBER.base, ink=0.8)
    sheet.circle(x, y, 11, "#dff6f4")
    sheet.line(f"M{n(x)} {n(y)}l5 -6", TANK.base, 3)


def _front(desk: Desk) -> None:
    body = desk.body
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _leg(desk, -1)
        _leg(desk, 1)
    _torso(desk)
    if body.seat is not None:
        sit(desk, body.seat, SUIT, SIDES)
    neck(desk.sheet, body, desk.skin)
    _collar(desk)
    draw_mask(desk.sheet, body, RUBBER, SIDES)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)


def _collar(desk: Desk) -> None:
    sheet, n, wide = desk.sheet, number, 50 * desk.body.build.girth
    y = desk.body.along(0.1)
    collar = f"M{n(-wide)} {n(y - 14)}Q0 {n(y + 36)} {n(wide)} {n(y - 14)}L{n(wide * 1.16)} {n(y + 14)}"
    sheet.path(f"{collar}Q0 {n(y + 72)} {n(-wide * 1.16)} {n(y + 14)}Z", RUBBER.base, ink=1.0)
    sheet.line(f"M{n(-wide * 0.98)} {n(y - 4)}Q0 {n(y + 45)} {n(wide * 0.98)} {n(y - 4)}", SIDES.base, 4)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG)


_GRIP: Final = Held(lambda desk, x, y: draw_lamp(desk.sheet, x + 14, y + 2), (12, 6), 8)
_HUG: Final = Held(lambda desk, x, y: draw_pearl(desk.sheet, x - 4, y + 6), (26, 34), -30, over_sleeve=True)

OUTFIT: Final = Outfit("diver", "Diver", _back, _front)
