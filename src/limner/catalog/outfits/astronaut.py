"""A white space suit with orange bands, a life pack, and a helmet or a flag in the hand."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.astronaut_gear import draw_flag, draw_helmet
from limner.catalog.outfits.astronaut_seated import SuitLegs, sit
from limner.engine.rig.body import band, boot, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import HandKind, draw_hand
from limner.engine.rig.holding import Held, draw_front_arm, pole_end
from limner.engine.rig.skeleton import Arm, Joint
from limner.engine.sheet import tones
from limner.engine.vectors import number

SUIT: Final = tones("#f3eee9", 0.9)
BAND: Final = tones("#ee7b45")
GLOVE: Final = tones("#45507c")
PACK: Final = tones("#8d97bd")


def _back(desk: Desk) -> None:
    sheet, body = desk.sheet, desk.body
    half, low = body.build.shoulder * 1.5, body.along(0.98)
    paint = sheet.shade(PACK, (-half, 0), (half, low))
    box = f'x="{number(-half)}" y="14" width="{number(half * 2)}" height="{number(low - 14)}" rx="44"'
    sheet.add(f'<rect {box} fill="{paint}"{sheet.look.stroke()}/>')
    for side in (-1, 1):
        x = side * half * 0.74
        sheet.add(
            f'<rect x="{number(x - 22)}" y="-6" width="44" height="56" rx="16" '
            f'fill="{BAND.base}"{sheet.look.stroke()}/>'
        )
        sheet.add(f'<rect x="{number(x - 12)}" y="2" width="8" height="30" rx="4" fill="{BAND.light}"/>')


def _arm(desk: Desk, arm: Arm) -> None:
    sheet = desk.sheet
    girth = desk.body.build.girth
    wide, thin = 76 * girth, 58 * girth
    if arm.pose.hand in ("open", "relaxed"):
        draw_hand(
            sheet, arm.pose.hand, arm.wrist, arm.pose.hand_deg, arm.side, 0.96, color=GLOVE.base, crease=GLOVE.deep
        )
    draw_limb(sheet, arm.joints, (wide, thin), SUIT)
    dx, dy = arm.forearm
    x, y = arm.wrist
    band(sheet, (x - 22 * dx, y - 22 * dy), arm.forearm, 70 * girth, 15, BAND.base)
    band(sheet, (x - 2 * dx, y - 2 * dy), arm.forearm, 66 * girth, 24, PACK.base)


def _legs(desk: Desk) -> None:
    sheet, body = desk.sheet, desk.body
    ground, hip = body.build.ground_y, body.along(0.94)
    for side in (-1, 1):
        x, top = body.foot_x(side), side * 42 * body.build.girth
        low = ground - 58
        wide, thin = 92 * body.build.girth, 70 * body.build.girth
        left, right = top - wide / 2, top + wide / 2
        shape = (
            f"M{number(left)} {number(hip)}C{number(left)} {number(hip + 60)} {number(x - thin / 2 - 3)} "
            f"{number(low - 40)} "
            f"{number(x - thin / 2)} {number(low)}Q{number(x)} {number(low + 16)} {number(x + thin / 2)} {number(low)}"
            f"C{number(x + thin / 2 + 3)} {number(low - 40)} {number(right)} {number(hip + 60)} "
            f"{number(right)} {number(hip)}Z"
        )
        sheet.path(shape, sheet.shade(SUIT, (x - 50, hip), (x + 56, low)), ink=1.0)
        knee = hip + (low - hip) * 0.5
        sheet.line(
            f"M{number(x - 22)} {number(knee)}q20 12 42 1M{number(x - 14)} {number(knee + 14)}q14 8 28 0",
            SUIT.deep,
            3,
            opacity=0.5,
        )
        boot(sheet, x, ground, side, GLOVE, PACK.deep)
        band(sheet, (x, ground - 74), (0, 1), thin * 1.04, 20, BAND.base)


def _torso(desk: Desk) -> None:
    sheet, body = desk.sheet, desk.body
    half, hip = body.build.shoulder * 1.2, body.build.hip_y
    top = body.along(0.15)
    shape = (
        f"M{number(-half)} {number(body.along(0.34))}C{number(-half)} {number(top)} "
        f"{number(-half * 0.5)} {number(top - 12)} 0 {number(top - 12)}"
        f"C{number(half * 0.5)} {number(top - 12)} {number(half)} {number(top)} "
        f"{number(half)} {number(body.along(0.34))}"
        f"C{number(half * 1.02)} {number(body.along(0.7))} {number(half * 1.06)} "
        f"{number(hip)} {number(half * 0.94)} {number(hip + 14)}"
        f"C{number(half * 0.5)} {number(hip + 44)} {number(-half * 0.5)} {number(hip + 44)} "
        f"{number(-half * 0.94)} {number(hip + 14)}"
        f"C{number(-half * 1.06)} {number(hip)} {number(-half * 1.02)} {number(body.along(0.7))} "
        f"{number(-half)} {number(body.along(0.34))}Z"
    )
    sheet.path(shape, sheet.shade(SUIT, (-half, top), (half, hip + 20)), ink=1.0)
    y = body.along(0.9)
    sheet.path(
        f"M{number(-half * 1.02)} {number(y - 12)}Q0 {number(y + 26)} {number(half * 1.02)} {number(y - 12)}"
        f"L{number(half * 1.03)} {number(y + 10)}Q0 {number(y + 50)} {number(-half * 1.03)} {number(y + 10)}Z",
        BAND.base,
        ink=0.7,
    )
    for side in (-1, 1):
        seam = f"M{number(side * half * 0.68)} {number(top + 12)}L{number(side * half * 0.72)} {number(y - 8)}"
        sheet.line(seam, SUIT.shade, 5)
    _chest(desk)


def _chest(desk: Desk) -> None:
    sheet, top = desk.sheet, desk.body.along(0.45)
    sheet.add(
        f'<rect x="-54" y="{number(top)}" width="108" height="72" rx="16" fill="{GLOVE.base}"{sheet.look.stroke()}/>'
    )
    sheet.add(f'<rect x="-46" y="{number(top + 7)}" width="92" height="58" rx="11" fill="{GLOVE.deep}"/>')
    for x, color in ((-27, "#f2635f"), (0, "#fbcf5b"), (27, "#6fd3a0")):
        sheet.circle(x, top + 25, 9.5, color)
        sheet.circle(x - 3, top + 22, 3, "#ffffff", opacity=0.75)
    sheet.add(f'<rect x="-36" y="{number(top + 44)}" width="72" height="12" rx="6" fill="#8fd0e6"/>')
    sheet.add(f'<rect x="-30" y="{number(top + 47)}" width="26" height="4" rx="2" fill="#e8fbff"/>')
    x, y = -desk.body.build.shoulder * 0.86, desk.body.along(0.37)
    sheet.circle(x, y, 15, "#2f4f93", ink=0.6)
    sheet.path(
        (
            f"M{number(x - 9)} {number(y + 6)}L{number(x)} {number(y - 10)}L{number(x + 9)} "
            f"{number(y + 6)}L{number(x)} {number(y + 1)}Z"
        ),
        "#ffd970",
    )


def _collar(desk: Desk) -> None:
    sheet, wide = desk.sheet, 66 * desk.body.build.girth + 18
    y = desk.body.along(0.15)
    ring = sheet.shade(PACK, (-wide, y - 20), (wide, y + 30))
    sheet.path(
        f"M{number(-wide)} {number(y - 10)}A{number(wide)} 27 0 0 0 {number(wide)} "
        f"{number(y - 10)}L{number(wide)} {number(y + 8)}"
        f"A{number(wide)} 30 0 0 1 {number(-wide)} {number(y + 8)}Z",
        ring,
        ink=1.0,
    )
    sheet.line(
        f"M{number(-wide * 0.8)} {number(y + 12)}A{number(wide)} 30 0 0 0 {number(-wide * 0.1)} {number(y + 26)}",
        "#ffffff",
        5,
        opacity=0.7,
    )


def _front(desk: Desk) -> None:
    sheet, body, wide = desk.sheet, desk.body, 66 * desk.body.build.girth + 18
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _legs(desk)
    _torso(desk)
    if body.seat is not None:
        sit(desk, body.seat, SuitLegs(SUIT, BAND, GLOVE, PACK.deep))
    sheet.ellipse(0, body.along(0.15) - 10, wide, 26, GLOVE.deep, ink=1.0)
    neck(sheet, body, desk.skin)
    liner = "M-42 4Q0 36 42 4C50 20 56 32 64 48Q0 84 -64 48C-56 32 -50 20 -42 4Z"
    sheet.path(liner, PACK.shade, ink=0.8)
    sheet.line("M-40 11Q0 41 40 11", PACK.light, 4, opacity=0.8)
    _collar(desk)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG, paint_hand=_glove)


_GRIP: Final = Held(lambda desk, x, y: draw_flag(desk.sheet, x + 6, y - 12, pole_end(desk, y)), (2, 2), 14)
_HUG: Final = Held(
    lambda desk, x, y: draw_helmet(desk.sheet, x + 12, y + 20, 74 * desk.body.build.girth),
    (54, 70),
    -36,
    over_sleeve=True,
)


def _glove(desk: Desk, kind: HandKind, at: Joint, turn_deg: float, side: int) -> None:
    size = 0.96 if kind == "rim" else 1.0
    draw_hand(desk.sheet, kind, at, turn_deg, side, size, color=GLOVE.base, crease=GLOVE.deep)


OUTFIT: Final = Outfit("astronaut", "Astronaut", _back, _front)
