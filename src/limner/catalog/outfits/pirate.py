"""A long coat with brass buttons over a striped shirt, a sash, breeches and boots; a spyglass or a treasure map."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.pirate_gear import draw_kerchief, draw_spyglass, draw_treasure_map, pirate_boot
from limner.catalog.outfits.pirate_seated import DeckLegs, sit
from limner.engine.rig.body import band, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import draw_hand
from limner.engine.rig.holding import Held, draw_front_arm
from limner.engine.rig.skeleton import Arm
from limner.engine.sheet import tones
from limner.engine.vectors import number

COAT: Final = tones("#a03a3c")
LAPEL: Final = tones("#33456b")
BRASS: Final = tones("#e9b44c")
SHIRT: Final = tones("#f7f0e2", 0.8)
STRIPE: Final = "#3f78a3"
SASH: Final = tones("#2f8f8a")
KERCHIEF: Final = tones("#edb440")
BREECHES: Final = tones("#58526f")
LEATHER: Final = tones("#5e3d2d")
STOCKING: Final = tones("#efe3cb", 0.8)


def _skirt_low(desk: Desk) -> float:
    """Height of the coat's hem, about the knees."""
    body = desk.body
    return body.build.hip_y + (body.build.ground_y - body.build.hip_y) * 0.5


def _back(desk: Desk) -> None:
    """The lining of the coat's tails, behind the legs."""
    sheet, half, low, n = desk.sheet, desk.body.build.shoulder * 1.3, _skirt_low(desk), number
    if desk.body.seat is not None:
        return
    tails = f"M{n(-half)} 120L{n(-half * 1.2)} {n(low - 16)}Q{n(-half * 0.5)} {n(low + 14)} 0 {n(low - 12)}"
    tails += f"Q{n(half * 0.5)} {n(low + 14)} {n(half * 1.2)} {n(low - 16)}L{n(half)} 120Z"
    sheet.path(tails, COAT.deep, ink=1.0)


def _arm(desk: Desk, arm: Arm) -> None:
    """A sleeve with a broad turned-back cuff, two buttons on it, and the shirt's frill below."""
    sheet, girth, n = desk.sheet, desk.body.build.girth, number
    if arm.pose.hand in ("open", "relaxed"):
        tone, crease = desk.skin.base, desk.skin.deep
        draw_hand(sheet, arm.pose.hand, arm.wrist, arm.pose.hand_deg, arm.side, 0.88, color=tone, crease=crease)
    (dx, dy), (x, y) = arm.forearm, arm.wrist
    band(sheet, (x + 3 * dx, y + 3 * dy), arm.forearm, 54 * girth, 20, SHIRT.base)
    draw_limb(sheet, arm.joints, (74 * girth, 58 * girth), COAT)
    band(sheet, (x - 20 * dx, y - 20 * dy), arm.forearm, 74 * girth, 38, LAPEL.base)
    wide = 32 * girth
    edge = f"M{n(x - 35 * dx - wide * dy)} {n(y - 35 * dy + wide * dx)}l{n(2 * wide * dy)} {n(-2 * wide * dx)}"
    sheet.line(edge, BRASS.base, 4)
    for shift in (-14, 14):
        sheet.circle(x - 19 * dx - shift * dy, y - 19 * dy + shift * dx, 5.4, BRASS.base, ink=0.5)


def _leg(desk: Desk, side: int) -> None:
    sheet, build, n = desk.sheet, desk.body.build, number
    x, ground, hip, girth = desk.body.foot_x(side), build.ground_y, desk.body.along(0.96), build.girth
    length, top, wide = ground - hip, side * 38 * girth, 41 * girth
    hem, shaft, calf = hip + length * 0.5, ground - min(108.0, length * 0.43), 25 * girth
    shin = f"M{n(x - calf)} {n(hem - 10)}L{n(x - calf * 0.94)} {n(shaft + 24)}H{n(x + calf * 0.94)}"
    shin += f"L{n(x + calf)} {n(hem - 10)}Z"
    sheet.path(shin, sheet.shade(STOCKING, (x - calf, hem), (x + calf, hem + 20)), ink=1.0)
    pirate_boot(sheet, (x, ground), side, (shaft, 32 * girth), LEATHER)
    puff = (
        f"M{n(top - wide)} {n(hip)}C{n(top - wide)} {n(hip + 40)} {n(x - wide * 1.04)} {n(hem - 26)} "
        f"{n(x - calf * 1.12)} {n(hem)}Q{n(x)} {n(hem + 9)} {n(x + calf * 1.12)} {n(hem)}"
        f"C{n(x + wide * 1.04)} {n(hem - 26)} {n(top + wide)} {n(hip + 40)} {n(top + wide)} {n(hip)}Z"
    )
    sheet.path(puff, sheet.shade(BREECHES, (x - wide, hip + 20), (x + wide, hem)), ink=1.0)
    folds = f"M{n(x - 12)} {n(hem - 4)}q-4 -16 2 -26M{n(x + 10)} {n(hem - 4)}q5 -14 -1 -22"
    sheet.line(folds, BREECHES.deep, 3.4, opacity=0.6)
    band(sheet, (x, hem), (0, 1), calf * 2.5, 13, BREECHES.shade)
    sheet.circle(x + side * calf * 0.8, hem, 5, BRASS.base, ink=0.5)


def _shirt(desk: Desk) -> None:
    sheet, body, n = desk.sheet, desk.body, number
    half, hip, top, hem = body.build.shoulder * 1.02, body.build.hip_y, body.along(0.14), body.along(0.9)
    if body.seat is not None:
        # What shows between the thighs below the sash.
        sheet.path(f"M-50 {n(hem - 20)}H50V{n(hip + 16)}H-50Z", BREECHES.shade)
    shape = (
        f"M{n(-half)} {n(body.along(0.34))}C{n(-half)} {n(top)} {n(-half * 0.5)} {n(top - 8)} 0 {n(top - 8)}"
        f"C{n(half * 0.5)} {n(top - 8)} {n(half)} {n(top)} {n(half)} {n(body.along(0.34))}L{n(half)} {n(hem)}"
        f"Q0 {n(hem + 20)} {n(-half)} {n(hem)}Z"
    )
    sheet.path(shape, sheet.shade(SHIRT, (-half * 0.6, top), (half * 0.7, hip)), ink=1.0)
    rows = range(int(top + 12), int(body.along(0.78)), 24)
    sheet.line("".join(f"M-62 {y - 3}Q0 {y + 12} 62 {y - 3}" for y in rows), STRIPE, 10)


def _sash(desk: Desk) -> None:
    """A wide sash with its ends on the viewer's left, and a belt over it."""
    sheet, body, n = desk.sheet, desk.body, number
    half, y = body.build.shoulder * 1.04, body.along(0.78)
    if body.seat is None:
        for end, (foot_x, drop) in ((SASH.shade, (-14, 86)), (SASH.base, (-40, 104))):
            tail = f"M-30 {n(y + 26)}C{n(foot_x - 16)} {n(y + 56)} {n(foot_x - 14)} {n(y + 70)} {n(foot_x - 16)}"
            tail += f" {n(y + drop)}L{n(foot_x + 14)} {n(y + drop - 5)}C{n(foot_x + 16)} {n(y + 66)} -8 {n(y + 54)} "
            sheet.path(f"{tail}-12 {n(y + 26)}Z", end, ink=0.9)
            fringe = "".join(f"M{n(foot_x + d)} {n(y + drop - 3)}l0 12" for d in (-12, -4, 4, 11))
            sheet.line(fringe, BRASS.base, 4.4)
    wrap = (
        f"M{n(-half)} {n(y - 14)}Q0 {n(y + 10)} {n(half)} {n(y - 14)}L{n(half * 1.03)} {n(y + 34)}"
        f"Q0 {n(y + 64)} {n(-half * 1.03)} {n(y + 34)}Z"
    )
    sheet.path(wrap, sheet.shade(SASH, (-half * 0.6, y), (half * 0.7, y + 40)), ink=1.0)
    folds = "".join(f"M-60 {n(y + d)}Q0 {n(y + d + 25)} 60 {n(y + d)}" for d in (-4, 30))
    sheet.line(folds, SASH.deep, 3, opacity=0.6)
    sheet.inked_line(f"M{n(-half)} {n(y + 9)}Q0 {n(y + 37)} {n(half)} {n(y + 9)}", LEATHER.base, 15, 0.9)
    buckle = f'x="-18" y="{n(y + 8)}" width="36" height="31" rx="6"'
    sheet.add(f'<rect {buckle} fill="{BRASS.base}"{sheet.look.stroke(0.8)}/>')
    sheet.add(f'<rect x="-9" y="{n(y + 16)}" width="18" height="15" rx="3" fill="{LEATHER.deep}"/>')


def _panel(desk: Desk, side: int) -> None:
    """One half of the open coat, with its lapel, its buttons and a pocket flap."""
    sheet, body, n = desk.sheet, desk.body, number
    half, top, waist = body.build.shoulder * 1.2 * side, body.along(0.14), body.along(0.8)
    low = _skirt_low(desk) if body.seat is None else body.build.hip_y + 6
    flare, inner = (1.32, side * 74) if body.seat is None else (1.03, side * 50)
    edge = f"C{n(side * 46)} {n(waist - 50)} {n(side * 58)} {n(body.along(0.4))} {n(side * 46)} {n(top - 18)}"
    shape = (
        f"M{n(side * 46)} {n(top - 18)}C{n(half * 0.7)} {n(top - 10)} {n(half)} {n(top + 4)} "
        f"{n(half)} {n(body.along(0.34))}C{n(half * 0.97)} {n(waist - 30)} {n(half * 0.95)} {n(waist - 8)} "
        f"{n(half)} {n(waist + 14)}L{n(half * flare)} {n(low - 6)}"
        f"Q{n((half * flare + inner) / 2)} {n(low + 14)} {n(inner)} {n(low + 6)}"
        f"C{n(inner)} {n(waist + 50)} {n(side * 52)} {n(waist + 26)} {n(side * 48)} {n(waist)}{edge}Z"
    )
    start, end = ((half, top), (side * 20, low)) if side < 0 else ((side * 20, top), (half, low))
    sheet.path(shape, sheet.shade(COAT, start, end), ink=1.0)
    if body.seat is None:
        hem = f"M{n(half * flare * 0.97)} {n(low - 16)}Q{n((half * flare + inner) / 2)} {n(low + 3)} "
        hem += f"{n(inner + side * 9)} {n(low - 5)}C{n(inner + side * 8)} {n(waist + 52)} {n(side * 60)} "
        sheet.line(f"{hem}{n(waist + 30)} {n(side * 56)} {n(waist + 6)}", BRASS.base, 4.4)
        sheet.line(f"M{n(half * 0.96)} {n(waist + 56)}L{n(half * 1.12)} {n(low - 26)}", COAT.deep, 4.6, opacity=0.5)
        x, y = half * 0.88, body.along(1.03)
        sheet.path(f"M{n(x - 24)} {n(y)}h48v14l-24 14l-24 -14Z", LAPEL.base, ink=0.8)
        sheet.circle(x, y + 14, 5, BRASS.base, ink=0.5)
    _lapel(desk, side)


def _lapel(desk: Desk, side: int) -> None:
    """The turned-back edge from the collar to the waist, a row of buttons along it."""
    sheet, body, n = desk.sheet, desk.body, number
    y, low, corner = body.along(0.14) - 26, body.along(0.76), body.along(0.36)
    wide = body.build.shoulder * 1.02
    shape = (
        f"M{n(side * 38)} {n(y)}C{n(side * 56)} {n(y - 4)} {n(side * 66)} {n(y + 14)} {n(side * wide)} {n(corner - 12)}"
        f"L{n(side * (wide - 6))} {n(corner + 14)}C{n(side * 70)} {n(corner + 50)} {n(side * 58)} {n(low - 30)} "
        f"{n(side * 50)} {n(low)}C{n(side * 46)} {n(low - 46)} {n(side * 52)} {n(corner + 10)} {n(side * 38)} {n(y)}Z"
    )
    sheet.path(shape, sheet.shade(LAPEL, (side * 50 - 34, y), (side * 50 + 40, low)), ink=1.0)
    for share, x in ((0.4, wide - 14), (0.53, 66), (0.65, 59)):
        sheet.circle(side * x, body.along(share), 6.4, BRASS.base, ink=0.6)
        sheet.circle(side * x - 1.6, body.along(share) - 1.8, 2.2, BRASS.light)


def _front(desk: Desk) -> None:
    body = desk.body
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _leg(desk, -1)
        _leg(desk, 1)
    _shirt(desk)
    _sash(desk)
    neck(desk.sheet, body, desk.skin)
    for side in (-1, 1):
        _panel(desk, side)
    if body.seat is not None:
        sit(desk, body.seat, DeckLegs(BREECHES, STOCKING, LEATHER, COAT, BRASS))
    draw_kerchief(desk.sheet, body, KERCHIEF)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG)


_GRIP: Final = Held(lambda desk, x, y: draw_spyglass(desk.sheet, x + 14, y - 6), (14, 8), 14)
_HUG: Final = Held(lambda desk, x, y: draw_treasure_map(desk.sheet, x - 50, y + 4), (2, 8), 20)

OUTFIT: Final = Outfit("pirate", "Pirate", _back, _front)
