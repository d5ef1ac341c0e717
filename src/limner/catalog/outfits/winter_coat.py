"""A red duffle coat with a fur hood, a scarf, mittens and snow boots; a star lantern or a present in the hand."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.winter_coat_gear import draw_mitten, draw_present, draw_star, draw_wool_scarf
from limner.catalog.outfits.winter_coat_seated import WarmLegs, sit
from limner.engine.rig.body import band, boot, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import HandKind
from limner.engine.rig.holding import Held, draw_front_arm
from limner.engine.rig.skeleton import Arm, Joint
from limner.engine.sheet import tones
from limner.engine.vectors import number

COAT: Final = tones("#c8473f")
FUR: Final = tones("#f6ead8", 0.8)
WOOL: Final = tones("#2f7f86")
TROUSERS: Final = tones("#41507f")
LEATHER: Final = tones("#8a5a3c")
STRIPE: Final = "#f8e6c0"


def _back(desk: Desk) -> None:
    """The hood that lies on the back, its fur around the neck."""
    sheet, n, half = desk.sheet, number, desk.body.build.shoulder * 1.22
    top, low = -58, desk.body.along(0.4)
    hood = f"M{n(-half)} {n(low)}C{n(-half * 1.16)} {n(top + 40)} {n(-half * 0.7)} {n(top)} 0 {n(top)}"
    hood += f"C{n(half * 0.7)} {n(top)} {n(half * 1.16)} {n(top + 40)} {n(half)} {n(low)}Z"
    sheet.path(hood, sheet.shade(COAT, (-half, top), (half, low)), ink=1.0)
    _fur(desk, half * 0.96, top + 8, low - 10)


def _fur(desk: Desk, half: float, top: float, low: float) -> None:
    sheet, n = desk.sheet, number
    spots = ((-1.0, 1.0), (-1.06, 0.66), (-0.92, 0.34), (-0.62, 0.1), (-0.24, 0.0), (0.24, 0.0), (0.62, 0.1))
    points = [(x * half, top + (low - top) * y) for x, y in (*spots, (0.92, 0.34), (1.06, 0.66), (1.0, 1.0))]
    data = f"M{n(points[0][0])} {n(points[0][1])}"
    for x, y in points[1:]:
        data += f"A26 26 0 0 1 {n(x)} {n(y)}"
    data += f"L{n(half * 0.6)} {n(low)}Q0 {n(top + 8)} {n(-half * 0.6)} {n(low)}Z"
    sheet.path(data, sheet.shade(FUR, (-half, top), (half, low)), ink=1.0)


def _arm(desk: Desk, arm: Arm) -> None:
    sheet, girth = desk.sheet, desk.body.build.girth
    if arm.pose.hand in ("open", "relaxed"):
        draw_mitten(sheet, arm.pose.hand, arm.wrist, arm.pose.hand_deg, arm.side, WOOL)
    draw_limb(sheet, arm.joints, (76 * girth, 60 * girth), COAT)
    (dx, dy), (x, y) = arm.forearm, arm.wrist
    band(sheet, (x - 6 * dx, y - 6 * dy), arm.forearm, 74 * girth, 30, FUR.base)


def _leg(desk: Desk, side: int) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    ground, hip, girth = body.build.ground_y, body.along(1.0), body.build.girth
    x, top, low = body.foot_x(side), side * 40 * girth, ground - 56
    wide, thin = 42 * girth, 33 * girth
    shape = (
        f"M{n(top - wide)} {n(hip)}L{n(x - thin)} {n(low)}Q{n(x)} {n(low + 14)} {n(x + thin)} {n(low)}"
        f"L{n(top + wide)} {n(hip)}Z"
    )
    sheet.path(shape, sheet.shade(TROUSERS, (x - 46, hip), (x + 50, low)), ink=1.0)
    boot(sheet, x, ground, side, LEATHER, LEATHER.deep)
    band(sheet, (x, ground - 76), (0, 1), 80 * girth, 28, FUR.base)


def _torso(desk: Desk) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    half, top = body.build.shoulder * 1.2, body.along(0.14)
    low = body.build.hip_y + (50 if body.seat is None else 24)
    flare = half * 1.16
    shape = (
        f"M{n(-half)} {n(body.along(0.36))}C{n(-half)} {n(top + 2)} {n(-half * 0.55)} {n(top - 8)} 0 {n(top - 8)}"
        f"C{n(half * 0.55)} {n(top - 8)} {n(half)} {n(top + 2)} {n(half)} {n(body.along(0.36))}"
        f"C{n(half)} {n(body.along(0.7))} {n(half * 1.04)} {n(low - 60)} {n(flare)} {n(low)}"
        f"Q0 {n(low + 30)} {n(-flare)} {n(low)}"
        f"C{n(-half * 1.04)} {n(low - 60)} {n(-half)} {n(body.along(0.7))} {n(-half)} {n(body.along(0.36))}Z"
    )
    sheet.path(shape, sheet.shade(COAT, (-half, top), (half, low)), ink=1.0)
    sheet.line(f"M4 {n(top + 24)}V{n(low + 8)}", COAT.deep, 4)
    for side in (-1, 1):
        x, y = side * half * 0.6, body.along(0.86)
        sheet.path(f"M{n(x - 30)} {n(y)}h60v42q-30 14 -60 0Z", COAT.base, ink=0.8)
        sheet.path(f"M{n(x - 33)} {n(y - 4)}h66v15q-33 12 -66 0Z", COAT.shade, ink=0.8)
    for share in (0.6, 0.82, 1.04):
        _toggle(desk, body.along(share))
    hem = (
        f"M{n(-flare * 1.03)} {n(low - 14)}Q0 {n(low + 16)} {n(flare * 1.03)} "
        f"{n(low - 14)}Q{n(flare * 1.1)} {n(low)} {n(flare * 1.03)} {n(low + 14)}"
    )
    hem += (
        f"Q0 {n(low + 46)} {n(-flare * 1.03)} {n(low + 14)}Q{n(-flare * 1.1)} "
        f"{n(low)} {n(-flare * 1.03)} {n(low - 14)}Z"
    )
    sheet.path(hem, sheet.shade(FUR, (-flare, low - 10), (flare, low + 30)), ink=1.0)


def _toggle(desk: Desk, y: float) -> None:
    sheet, n = desk.sheet, number
    sheet.line(f"M-20 {n(y)}H28", COAT.deep, 4)
    box = f'x="-11" y="{n(y - 7)}" width="30" height="14" rx="7"'
    sheet.add(f'<rect {box} fill="{STRIPE}"{sheet.look.stroke(0.8)}/>')


def _front(desk: Desk) -> None:
    body = desk.body
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _leg(desk, -1)
        _leg(desk, 1)
    _torso(desk)
    if body.seat is not None:
        sit(desk, body.seat, WarmLegs(TROUSERS, LEATHER, FUR))
    neck(desk.sheet, body, desk.skin)
    draw_wool_scarf(desk.sheet, body, WOOL, STRIPE)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG, paint_hand=_mitten)


_GRIP: Final = Held(lambda desk, x, y: draw_star(desk.sheet, x + 18, y - 4), (12, 4), 8)
_HUG: Final = Held(lambda desk, x, y: draw_present(desk.sheet, x - 6, y + 18), (26, 40), -30, over_sleeve=True)


def _mitten(desk: Desk, kind: HandKind, at: Joint, turn_deg: float, side: int) -> None:
    draw_mitten(desk.sheet, kind, at, turn_deg, side, WOOL)


OUTFIT: Final = Outfit("winter-coat", "Winter coat", _back, _front)
