"""A blue tunic with golden hems, a red cloak with a fur edge, tall boots, and roses or a pennant in the hand."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.royal_gear import draw_pennant, draw_roses
from limner.catalog.outfits.royal_seated import CourtLegs, sit
from limner.engine.rig.body import band, boot, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import draw_hand
from limner.engine.rig.holding import Held, draw_front_arm, pole_end
from limner.engine.rig.skeleton import Arm
from limner.engine.sheet import tones
from limner.engine.vectors import number

TUNIC: Final = tones("#3f5fa8")
GOLD: Final = tones("#e7b44a")
CLOAK: Final = tones("#b8334d")
HOSE: Final = tones("#5a4a6e")
BOOT: Final = tones("#8a5a3a")
FUR: Final = tones("#fbf3e6", 0.8)


def _back(desk: Desk) -> None:
    """The cloak; who sits has it tucked in behind the back."""
    sheet, body, n = desk.sheet, desk.body, number
    half = body.build.shoulder * 1.28
    low = body.build.ground_y - 52 if body.seat is None else body.build.hip_y + 16
    wide = half * (1.42 if body.seat is None else 1.08)
    shape = (
        f"M0 10C{n(-half * 0.7)} 6 {n(-half)} 40 {n(-half * 1.02)} 90"
        f"C{n(-half * 1.04)} {n(low * 0.6)} {n(-wide)} {n(low * 0.8)} "
        f"{n(-wide * 1.04)} {n(low)}Q{n(-wide * 0.7)} {n(low + 20)} {n(-wide * 0.4)} {n(low + 4)}Q0 {n(low + 24)} "
        f"{n(wide * 0.4)} {n(low + 4)}Q{n(wide * 0.7)} {n(low + 20)} {n(wide * 1.04)} {n(low)}"
        f"C{n(wide)} {n(low * 0.8)} {n(half * 1.04)} {n(low * 0.6)} {n(half * 1.02)} 90"
        f"C{n(half)} 40 {n(half * 0.7)} 6 0 10Z"
    )
    sheet.path(shape, sheet.shade(CLOAK, (-wide, 40), (wide, low)), ink=1.0)
    folds = f"M{n(-half * 0.62)} 120Q{n(-half * 0.66)} {n(low * 0.7)} {n(-wide * 0.78)} {n(low - 22)}"
    folds += f"M{n(half * 0.62)} 120Q{n(half * 0.66)} {n(low * 0.7)} {n(wide * 0.78)} {n(low - 22)}"
    folds += f"M{n(half * 0.88)} 130Q{n(half * 0.92)} {n(low * 0.66)} {n(wide * 0.93)} {n(low - 60)}"
    sheet.line(folds, CLOAK.deep, 6, opacity=0.55)
    if body.seat is not None:
        return
    hem = (
        f"M{n(-wide * 1.04)} {n(low)}Q{n(-wide * 0.7)} {n(low + 20)} {n(-wide * 0.4)} {n(low + 4)}Q0 {n(low + 24)} "
        f"{n(wide * 0.4)} {n(low + 4)}Q{n(wide * 0.7)} {n(low + 20)} {n(wide * 1.04)} {n(low)}"
    )
    sheet.inked_line(hem, FUR.base, 20, 0.9)


def _arm(desk: Desk, arm: Arm) -> None:
    sheet, girth = desk.sheet, desk.body.build.girth
    if arm.pose.hand in ("open", "relaxed"):
        tone, crease = desk.skin.base, desk.skin.deep
        draw_hand(sheet, arm.pose.hand, arm.wrist, arm.pose.hand_deg, arm.side, 0.88, color=tone, crease=crease)
    draw_limb(sheet, arm.joints, (70 * girth, 52 * girth), TUNIC)
    (dx, dy), (x, y) = arm.forearm, arm.wrist
    band(sheet, (x - 4 * dx, y - 4 * dy), arm.forearm, 60 * girth, 20, GOLD.base)


def _leg(desk: Desk, side: int) -> None:
    sheet, build, n = desk.sheet, desk.body.build, number
    x, ground, hip = desk.body.foot_x(side), build.ground_y, desk.body.along(0.98)
    top, wide, thin = side * 38 * build.girth, 38 * build.girth, 28 * build.girth
    low = ground - 56
    shape = (
        f"M{n(top - wide)} {n(hip)}C{n(top - wide)} {n(hip + 60)} {n(x - thin)} {n(low - 50)} {n(x - thin)} {n(low)}"
        f"L{n(x + thin)} {n(low)}C{n(x + thin)} {n(low - 50)} {n(top + wide)} {n(hip + 60)} {n(top + wide)} {n(hip)}Z"
    )
    sheet.path(shape, sheet.shade(HOSE, (x - wide, hip + 40), (x + wide, low)), ink=1.0)
    shaft, cuff = ground - 118, 31 * build.girth
    tall = (
        f"M{n(x - cuff)} {n(shaft)}L{n(x - thin - 2)} {n(low + 10)}L{n(x + thin + 4)} {n(low + 10)}"
        f"L{n(x + cuff)} {n(shaft)}Z"
    )
    boot(sheet, x, ground, side, BOOT, BOOT.deep)
    sheet.path(tall, sheet.shade(BOOT, (x - cuff, shaft), (x + cuff, low)), ink=1.0)
    band(sheet, (x, shaft), (0, 1), cuff * 2.2, 24, BOOT.light)


def _torso(desk: Desk) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    half, hip, top = body.build.shoulder * 1.14, body.build.hip_y, body.along(0.14)
    flare, hem = half * 1.16, hip + (66 if body.seat is None else 14)
    waist = body.along(0.74)
    shape = (
        f"M{n(-half)} {n(body.along(0.34))}C{n(-half)} {n(top + 2)} {n(-half * 0.55)} {n(top - 8)} 0 {n(top - 8)}"
        f"C{n(half * 0.55)} {n(top - 8)} {n(half)} {n(top + 2)} {n(half)} {n(body.along(0.34))}"
        f"C{n(half * 0.97)} {n(waist - 30)} {n(half * 0.92)} {n(waist)} {n(half * 0.96)} {n(waist + 14)}"
        f"L{n(flare)} {n(hem)}Q0 {n(hem + 34)} {n(-flare)} {n(hem)}L{n(-half * 0.96)} {n(waist + 14)}"
        f"C{n(-half * 0.92)} {n(waist)} {n(-half * 0.97)} {n(waist - 30)} {n(-half)} {n(body.along(0.34))}Z"
    )
    sheet.path(shape, sheet.shade(TUNIC, (-half, top), (half, hem)), ink=1.0)
    pleats = "".join(
        f"M{n(half * s * 0.8)} {n(waist + 30)}L{n(flare * s * 0.92)} {n(hem + 10 * (1 - s * s))}"
        for s in (-0.7, -0.3, 0.3, 0.7)
    )
    sheet.line(pleats, TUNIC.deep, 4, opacity=0.55)
    sheet.line(f"M{n(-flare + 5)} {n(hem - 8)}Q0 {n(hem + 24)} {n(flare - 5)} {n(hem - 8)}", GOLD.base, 12)
    sheet.path(f"M-17 {n(top)}L17 {n(top)}L15 {n(waist + 6)}L-15 {n(waist + 6)}Z", GOLD.base, ink=0.7)
    for share in (0.34, 0.46, 0.58):
        y = body.along(share)
        sheet.path(f"M0 {n(y - 8)}L8 {n(y)}L0 {n(y + 8)}L-8 {n(y)}Z", CLOAK.base, ink=0.4)
    _belt(desk, half, waist)


def _belt(desk: Desk, half: float, y: float) -> None:
    sheet, n = desk.sheet, number
    sheet.path(
        f"M{n(-half * 0.97)} {n(y - 4)}Q0 {n(y + 24)} {n(half * 0.97)} {n(y - 4)}L{n(half)} {n(y + 18)}"
        f"Q0 {n(y + 46)} {n(-half)} {n(y + 18)}Z",
        BOOT.base,
        ink=1.0,
    )
    sheet.circle(0, y + 21, 19, GOLD.base, ink=0.9)
    sheet.circle(0, y + 21, 10, CLOAK.base, ink=0.5)
    sheet.circle(-3, y + 18, 3.4, "#ffffff", opacity=0.75)


def _mantle(desk: Desk) -> None:
    """The cloak's fur over the shoulders, its golden clasp, and a thin collar."""
    sheet, body, n = desk.sheet, desk.body, number
    wide, y = body.build.shoulder * 1.2, body.along(0.13)
    low = body.along(0.34)
    fur = (
        f"M-46 {n(y - 22)}C-70 {n(y - 6)} {n(-wide * 0.9)} {n(y - 8)} {n(-wide)} {n(low)}"
        f"C{n(-wide * 0.74)} {n(low + 12)} "
        f"{n(-wide * 0.4)} {n(low + 4)} 0 {n(y + 46)}C{n(wide * 0.4)} {n(low + 4)} "
        f"{n(wide * 0.74)} {n(low + 12)} {n(wide)} {n(low)}"
        f"C{n(wide * 0.9)} {n(y - 8)} 70 {n(y - 6)} 46 {n(y - 22)}Q0 {n(y + 26)} -46 {n(y - 22)}Z"
    )
    if sheet.look.ink is None:
        sheet.line(fur, FUR.deep, 5, opacity=0.4)
    sheet.path(fur, sheet.shade(FUR, (-wide, y - 20), (wide, low + 20)), ink=1.0)
    for share, drop in ((0.82, 0.66), (0.52, 0.74), (0.62, 0.26), (0.3, 0.5)):
        for side in (-1, 1):
            x, at = side * wide * share, y + (low - y) * drop
            sheet.path(f"M{n(x - 4)} {n(at - 6)}q4 -5 8 0q-1 8 -4 13q-3 -5 -4 -13Z", "#4b3f4d")
    sheet.inked_line(f"M-47 {n(y - 20)}Q0 {n(y + 26)} 47 {n(y - 20)}", GOLD.base, 10, 0.8)
    sheet.circle(0, y + 36, 16, GOLD.base, ink=0.9)
    sheet.circle(0, y + 36, 9, TUNIC.base, ink=0.5)
    sheet.circle(-3, y + 33, 3, "#ffffff", opacity=0.8)


def _front(desk: Desk) -> None:
    body = desk.body
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _leg(desk, -1)
        _leg(desk, 1)
    _torso(desk)
    if body.seat is not None:
        sit(desk, body.seat, CourtLegs(TUNIC, GOLD, HOSE, BOOT))
    neck(desk.sheet, body, desk.skin)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)
    _mantle(desk)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG)


_GRIP: Final = Held(lambda desk, x, y: draw_pennant(desk.sheet, x + 8, y - 10, pole_end(desk, y)), (6, 4), 14)
_HUG: Final = Held(lambda desk, x, y: draw_roses(desk.sheet, x - 24, y - 4), (2, 4), 20)

OUTFIT: Final = Outfit("royal", "Royal", _back, _front)
