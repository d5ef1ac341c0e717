"""A green field jacket, shorts and boots, a red scarf, a backpack with a bedroll, and a lantern or a map."""

from typing import Final

from limner.catalog.outfit import Outfit
from limner.catalog.outfits.explorer_gear import draw_lantern, draw_map, draw_satchel, draw_scarf
from limner.catalog.outfits.explorer_seated import HikingLegs, sit
from limner.engine.rig.body import band, boot, draw_limb, neck
from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import draw_hand
from limner.engine.rig.holding import Held, draw_front_arm
from limner.engine.rig.skeleton import Arm
from limner.engine.sheet import tones
from limner.engine.vectors import number

JACKET: Final = tones("#3c8765")
SHORTS: Final = tones("#c79a63")
LEATHER: Final = tones("#7a4a30")
SCARF: Final = tones("#d3523f")
SOCK: Final = tones("#efe0c4")
PACK: Final = tones("#94623f")


def _back(desk: Desk) -> None:
    sheet, body = desk.sheet, desk.body
    half, low = body.build.shoulder * 1.42, body.along(0.9)
    box = f'x="{number(-half)}" y="22" width="{number(half * 2)}" height="{number(low - 22)}" rx="46"'
    sheet.add(f'<rect {box} fill="{sheet.shade(PACK, (-half, 0), (half, low))}"{sheet.look.stroke()}/>')
    roll = half * 0.98
    box = f'x="{number(-roll)}" y="-14" width="{number(roll * 2)}" height="52" rx="26"'
    sheet.add(f'<rect {box} fill="{SCARF.shade}"{sheet.look.stroke()}/>')
    for side in (-1, 1):
        x = side * roll
        sheet.circle(x * 0.93, 12, 24, SCARF.base, ink=1.0)
        sheet.line(f"M{number(x * 0.93 + 10)} 12a10 10 0 1 1 -10 -10a15 15 0 0 1 13 5", SCARF.deep, 3.4)
        sheet.line(f"M{number(x * 0.66)} -13L{number(x * 0.66)} 37", LEATHER.deep, 8)


def _arm(desk: Desk, arm: Arm) -> None:
    sheet, girth = desk.sheet, desk.body.build.girth
    if arm.pose.hand in ("open", "relaxed"):
        draw_hand(
            sheet,
            arm.pose.hand,
            arm.wrist,
            arm.pose.hand_deg,
            arm.side,
            0.88,
            color=desk.skin.base,
            crease=desk.skin.deep,
        )
    draw_limb(sheet, arm.joints, (70 * girth, 50 * girth), JACKET)
    dx, dy = arm.forearm
    x, y = arm.wrist
    band(sheet, (x - 3 * dx, y - 3 * dy), arm.forearm, 60 * girth, 22, JACKET.light)


def _leg(desk: Desk, side: int) -> None:
    sheet, build = desk.sheet, desk.body.build
    x, ground, hip = desk.body.foot_x(side), build.ground_y, desk.body.along(0.94)
    hem = hip + (ground - hip) * 0.44
    calf = 25 * build.girth
    shin = (
        f"M{number(x - calf * 1.08)} {number(hem - 20)}C{number(x - calf)} {number(hem + 30)} {number(x - calf * 0.9)} "
        f"{number(ground - 80)} {number(x - calf * 0.9)} {number(ground - 40)}"
        f"L{number(x + calf * 0.9)} {number(ground - 40)}"
        f"C{number(x + calf * 0.9)} {number(ground - 80)} {number(x + calf)} {number(hem + 30)} "
        f"{number(x + calf * 1.08)} {number(hem - 20)}Z"
    )
    sheet.path(shin, desk.skin.base, ink=1.0)
    shadow = (
        f"M{number(x - calf * 1.08)} {number(hem - 20)}L{number(x + calf * 1.08)} "
        f"{number(hem - 20)}L{number(x + calf)} {number(hem + 14)}"
    )
    sheet.path(f"{shadow}Q{number(x)} {number(hem + 22)} {number(x - calf)} {number(hem + 10)}Z", desk.skin.shadow)
    sock = ground - 92
    sheet.path(
        f"M{number(x - calf)} {number(sock)}L{number(x - calf * 0.95)} {number(ground - 40)}"
        f"L{number(x + calf * 0.95)} {number(ground - 40)}"
        f"L{number(x + calf)} {number(sock)}Z",
        sheet.shade(SOCK, (x - calf, sock), (x + calf, sock + 10)),
        ink=1.0,
    )
    boot(sheet, x, ground, side, LEATHER, LEATHER.deep)
    band(sheet, (x, sock), (0, 1), calf * 2.3, 18, SOCK.light)
    top, wide = side * 40 * build.girth, 44 * build.girth
    shape = (
        f"M{number(top - wide)} {number(hip - 6)}L{number(x - wide * 0.98)} {number(hem)}"
        f"Q{number(x)} {number(hem + 14)} "
        f"{number(x + wide * 0.98)} {number(hem)}L{number(top + wide)} {number(hip - 6)}Z"
    )
    sheet.path(shape, sheet.shade(SHORTS, (x - wide, hip), (x + wide, hem)), ink=1.0)
    sheet.line(
        (
            f"M{number(x - wide * 0.94)} {number(hem - 11)}Q{number(x)} {number(hem + 3)} "
            f"{number(x + wide * 0.94)} {number(hem - 11)}"
        ),
        SHORTS.deep,
        3,
        opacity=0.7,
    )


def _torso(desk: Desk) -> None:
    sheet, body = desk.sheet, desk.body
    half, hip, top = body.build.shoulder * 1.16, body.build.hip_y, body.along(0.14)
    flare = half * 1.1
    shape = (
        f"M{number(-half)} {number(body.along(0.34))}C{number(-half)} {number(top + 2)} "
        f"{number(-half * 0.55)} {number(top - 8)} 0 {number(top - 8)}"
        f"C{number(half * 0.55)} {number(top - 8)} {number(half)} {number(top + 2)} "
        f"{number(half)} {number(body.along(0.34))}"
        f"C{number(half * 0.98)} {number(body.along(0.7))} {number(half * 1.02)} "
        f"{number(hip - 10)} {number(flare)} {number(hip + 26)}"
        f"Q0 {number(hip + 56)} {number(-flare)} {number(hip + 26)}"
        f"C{number(-half * 1.02)} {number(hip - 10)} {number(-half * 0.98)} {number(body.along(0.7))} "
        f"{number(-half)} {number(body.along(0.34))}Z"
    )
    sheet.path(shape, sheet.shade(JACKET, (-half, top), (half, hip + 10)), ink=1.0)
    sheet.line(f"M0 {number(top + 20)}L0 {number(hip + 40)}", JACKET.deep, 3.6)
    for share in (0.5, 0.68, 1.1):
        sheet.circle(10, body.along(share), 5.6, "#f0bd55", ink=0.4)
    x, y = -half * 0.8, body.along(0.52)
    sheet.path(f"M{number(x)} {number(y)}h50v36q-25 14 -50 0Z", JACKET.base, ink=0.7)
    sheet.path(f"M{number(x - 3)} {number(y - 4)}h56v13q-28 12 -56 0Z", JACKET.shade, ink=0.7)
    sheet.circle(x + 25, y + 9, 4, "#f0bd55")
    belt = body.along(0.88)
    sheet.path(
        f"M{number(-half * 1.01)} {number(belt - 9)}Q0 {number(belt + 18)} {number(half * 1.01)} {number(belt - 9)}"
        f"L{number(half * 1.03)} {number(belt + 10)}Q0 {number(belt + 38)} {number(-half * 1.03)} {number(belt + 10)}Z",
        LEATHER.base,
        ink=1.0,
    )
    sheet.add(
        f'<rect x="-17" y="{number(belt - 3)}" width="34" height="27" rx="6" fill="#f0bd55"{sheet.look.stroke(0.8)}/>'
    )
    sheet.add(f'<rect x="-8" y="{number(belt + 4)}" width="16" height="13" rx="3" fill="{LEATHER.deep}"/>')


def _front(desk: Desk) -> None:
    body = desk.body
    for arm in body.arms(behind=True):
        _arm(desk, arm)
    if body.seat is None:
        _leg(desk, -1)
        _leg(desk, 1)
    _torso(desk)
    draw_satchel(desk.sheet, body, LEATHER)
    if body.seat is not None:
        sit(desk, body.seat, HikingLegs(SHORTS, SOCK, LEATHER))
    neck(desk.sheet, body, desk.skin)
    draw_scarf(desk.sheet, body, SCARF)
    for arm in body.arms(behind=False):
        _front_arm(desk, arm)


def _front_arm(desk: Desk, arm: Arm) -> None:
    draw_front_arm(desk, arm, _arm, grip=_GRIP, hug=_HUG)


_GRIP: Final = Held(lambda desk, x, y: draw_lantern(desk.sheet, x + 16, y + 6), (14, 8), 8)
_HUG: Final = Held(lambda desk, x, y: draw_map(desk.sheet, x - 2, y + 6), (2, 8), 20)

OUTFIT: Final = Outfit("explorer", "Explorer", _back, _front)
