"""Striped pyjamas, a warm dressing gown with a quilted collar, slippers, and a teddy bear or a candle."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.pyjamas_gear import draw_bear, draw_candle, slipper
from limner.catalog.outfits.pyjamas_seated import NightLegs, sit
from limner.engine.rig.body import band, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import draw_hand
from limner.engine.rig.holding import Held, draw_front_arm
from limner.engine.rig.skeleton import Arm
from limner.engine.sheet import tones
from limner.engine.vectors import number

CLOTH: Final = tones("#e6ecf5", 0.9)
STRIPE: Final = "#9db4dc"
GOWN: Final = tones("#96405f")
QUILT: Final = tones("#e3b26b")


def _back(desk: Desk) -> None:
    """The inside of the gown's skirt, behind the legs."""
    sheet, body, n = desk.sheet, desk.body, number
    if body.seat is not None:
        return
    half, low = body.build.shoulder * 1.3, body.build.ground_y - 92
    sheet.path(
        (
            f"M{n(-half)} 110L{n(-half * 1.06)} {n(low - 20)}Q0 {n(low + 16)} {n(half * 1.06)} "
            f"{n(low - 20)}L{n(half)} 110Z"
        ),
        GOWN.deep,
        ink=1.0,
    )


def _arm(desk: Desk, arm: Arm) -> None:
    sheet, girth = desk.sheet, desk.body.build.girth
    if arm.pose.hand in ("open", "relaxed"):
        tone, crease = desk.skin.base, desk.skin.deep
        draw_hand(sheet, arm.pose.hand, arm.wrist, arm.pose.hand_deg, arm.side, 0.88, color=tone, crease=crease)
    (dx, dy), (x, y) = arm.forearm, arm.wrist
    band(sheet, (x + 4 * dx, y + 4 * dy), arm.forearm, 50 * girth, 20, CLOTH.base)
    draw_limb(sheet, arm.joints, (74 * girth, 58 * girth), GOWN)
    band(sheet, (x - 12 * dx, y - 12 * dy), arm.forearm, 66 * girth, 26, QUILT.base)


def _leg(desk: Desk, side: int) -> None:
    sheet, build, n = desk.sheet, desk.body.build, number
    x, ground, hip = desk.body.foot_x(side), build.ground_y, desk.body.along(0.94)
    top, wide, thin = side * 38 * build.girth, 42 * build.girth, 36 * build.girth
    low = ground - 46
    shape = (
        f"M{n(top - wide)} {n(hip)}L{n(x - thin)} {n(low)}Q{n(x)} {n(low + 16)} {n(x + thin)} {n(low)}"
        f"L{n(top + wide)} {n(hip)}Z"
    )
    slipper(sheet, x, ground, side)
    sheet.path(shape, sheet.shade(CLOTH, (x - wide, hip), (x + wide, low)), ink=1.0)
    stripes = "".join(
        f"M{n(top + share * wide)} {n(hip)}L{n(x + share * thin)} {n(low + 8 - 6 * abs(share))}"
        for share in (-0.6, 0, 0.6)
    )
    sheet.line(stripes, STRIPE, 6)


def _shirt(desk: Desk) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    half, hip, top = body.build.shoulder * 1.06, body.build.hip_y, body.along(0.14)
    hem = hip + (24 if body.seat is None else 0)
    shape = (
        f"M{n(-half)} {n(body.along(0.34))}C{n(-half)} {n(top)} {n(-half * 0.5)} {n(top - 8)} 0 {n(top - 8)}"
        f"C{n(half * 0.5)} {n(top - 8)} {n(half)} {n(top)} {n(half)} {n(body.along(0.34))}L{n(half)} {n(hem)}"
        f"Q0 {n(hem + 20)} {n(-half)} {n(hem)}Z"
    )
    sheet.path(shape, sheet.shade(CLOTH, (-half * 0.6, top), (half * 0.7, hip)), ink=1.0)
    lines = "".join(f"M{x} {n(top + 4)}L{x} {n(hem + 8)}" for x in (-54, -36, -18, 18, 36, 54))
    sheet.line(lines, STRIPE, 6)
    sheet.line(f"M0 {n(top + 20)}L0 {n(hem + 10)}", CLOTH.deep, 3)
    for share in (0.36, 0.56):
        sheet.circle(0, body.along(share), 6.5, QUILT.light, ink=0.6)
        sheet.circle(0, body.along(share), 2.4, QUILT.shade)


def _panel(desk: Desk, side: int) -> None:
    """One half of the gown, open in the middle, with its pocket and its quilted edge."""
    sheet, body, n = desk.sheet, desk.body, number
    half, top = body.build.shoulder * 1.2 * side, body.along(0.14)
    low = body.build.ground_y - 98 if body.seat is None else body.build.hip_y + 6
    waist = body.along(0.8)
    inner = (
        f"L{n(side * 40)} {n(low + 14)}C{n(side * 34)} {n(waist + 60)} {n(side * 24)} {n(waist + 30)} "
        f"{n(side * 20)} {n(waist)}"
    )
    edge = f"C{n(side * 22)} {n(body.along(0.6))} {n(side * 52)} {n(body.along(0.4))} {n(side * 50)} {n(top - 16)}"
    shape = (
        f"M{n(side * 50)} {n(top - 16)}C{n(half * 0.7)} {n(top - 10)} {n(half)} {n(top + 4)} "
        f"{n(half)} {n(body.along(0.34))}"
        f"C{n(half * 0.98)} {n(waist - 30)} {n(half * 0.98)} {n(waist)} {n(half * 1.02)} {n(waist + 20)}"
        f"L{n(half * (1.16 if body.seat is None else 1.04))} {n(low)}{inner}{edge}Z"
    )
    start, end = ((half, top), (side * 20, low)) if side < 0 else ((side * 20, top), (half, low))
    sheet.path(shape, sheet.shade(GOWN, start, end), ink=1.0)
    if body.seat is None:
        fold = f"M{n(half * 0.62)} {n(waist + 50)}L{n(half * 0.78)} {n(low - 6)}"
        sheet.line(fold, GOWN.deep, 5, opacity=0.5)
        px, py = half * 0.66, body.along(1.06)
        sheet.path(f"M{n(px - 30)} {n(py)}h60v44q0 10 -10 10h-40q-10 0 -10 -10Z", GOWN.base, ink=0.8)
        sheet.path(f"M{n(px - 32)} {n(py - 4)}h64v14h-64Z", QUILT.base, ink=0.7)


def _collar(desk: Desk) -> None:
    """The shawl collar around the neck, down to the cord's bow."""
    sheet, body, n = desk.sheet, desk.body, number
    y, low = body.along(0.14), body.along(0.8)
    for side in (-1, 1):
        shape = (
            f"M{n(side * 38)} {n(y - 30)}C{n(side * 66)} {n(y - 26)} {n(side * 84)} {n(y + 8)} "
            f"{n(side * 78)} {n(y + 46)}"
            f"C{n(side * 70)} {n(y + 84)} {n(side * 46)} {n(low - 40)} {n(side * 18)} {n(low)}"
            f"C{n(side * 16)} {n(low - 60)} {n(side * 44)} {n(y + 60)} {n(side * 34)} {n(y + 6)}Z"
        )
        sheet.path(shape, sheet.shade(QUILT, (side * 30 - 40, y), (side * 30 + 40, low)), ink=1.0)
        ribs = "".join(
            f"M{n(side * (44 - 5 * k))} {n(y + 10 + 26 * k)}l{n(side * (30 - 4 * k))} {n(10)}" for k in range(4)
        )
        sheet.line(ribs, QUILT.deep, 3, opacity=0.5)


def _cord(desk: Desk) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    half, y = body.build.shoulder * 1.18, body.along(0.8)
    cord = f"M{n(-half)} {n(y - 14)}Q0 {n(y + 16)} {n(half)} {n(y - 14)}"
    sheet.inked_line(cord, QUILT.base, 13, 0.8)
    if body.seat is None:
        sheet.inked_line(f"M-4 {n(y)}q-22 34 -16 74M4 {n(y)}q20 30 14 62", QUILT.base, 8, 0.7)
        for x, at in ((-20, y + 80), (18, y + 68)):
            sheet.path(f"M{n(x - 7)} {n(at - 8)}h14l4 26h-22Z", QUILT.shade, ink=0.7)
    sheet.path(
        f"M0 {n(y)}C-20 {n(y - 26)} -46 {n(y - 14)} -40 {n(y + 8)}C-34 {n(y + 18)} -12 {n(y + 10)} 0 {n(y)}Z",
        QUILT.base,
        ink=0.8,
    )
    sheet.path(
        f"M0 {n(y)}C20 {n(y - 26)} 46 {n(y - 14)} 40 {n(y + 8)}C34 {n(y + 18)} 12 {n(y + 10)} 0 {n(y)}Z",
        QUILT.base,
        ink=0.8,
    )
    sheet.circle(0, y + 1, 9, QUILT.shade, ink=0.7)


def _front(desk: Desk) -> None:
    body = desk.body
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _leg(desk, -1)
        _leg(desk, 1)
    _shirt(desk)
    neck(desk.sheet, body, desk.skin)
    for side in (-1, 1):
        _panel(desk, side)
    if body.seat is not None:
        sit(desk, body.seat, NightLegs(CLOTH, STRIPE, GOWN))
    _collar(desk)
    _cord(desk)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG)


_GRIP: Final = Held(lambda desk, x, y: draw_candle(desk.sheet, x + 14, y - 4), (14, 8), 8)
_HUG: Final = Held(lambda desk, x, y: draw_bear(desk.sheet, x - 44, y - 26), (2, 8), 20)

OUTFIT: Final = Outfit("pyjamas", "Pyjamas", _back, _front)
