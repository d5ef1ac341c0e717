"""Arms in front of the body: on the hip, on a push rim, with a thing in the raised hand, or with one in the arm."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from limner.engine.rig.figure import Desk
from limner.engine.rig.hand import HandKind, draw_hand
from limner.engine.rig.skeleton import Arm, Joint

_BARE_SIZE: Final = {"rim": 0.9, "grip": 0.94, "hug": 0.9}


@dataclass(frozen=True, slots=True)
class Held:
    """A thing and the hand that holds it.

    `draw(desk, x, y)` draws it, given the wrist; the hand lies `hand` further on, turned by `turn_deg`. What is
    `over_sleeve` covers the arm, anything else is covered by it.
    """

    draw: Callable[[Desk, float, float], None]
    hand: Joint
    turn_deg: float
    over_sleeve: bool = False


HandPainter: TypeAlias = Callable[[Desk, HandKind, Joint, float, int], None]
"""Draws a hand of a kind at a place, turned by degrees, on a side (-1 the viewer's left, 1 the right)."""


def bare_hand(desk: Desk, kind: HandKind, at: Joint, turn_deg: float, side: int) -> None:
    """A hand without glove."""
    draw_hand(desk.sheet, kind, at, turn_deg, side, _BARE_SIZE[kind], color=desk.skin.base, crease=desk.skin.deep)


def draw_front_arm(
    desk: Desk,
    arm: Arm,
    sleeve: Callable[[Desk, Arm], None],
    *,
    grip: Held,
    hug: Held,
    paint_hand: HandPainter = bare_hand,
) -> None:
    """One arm before the body, as its pose says, with what the outfit gives into the hand."""
    kind, (x, y) = arm.pose.hand, arm.wrist
    if kind in ("open", "relaxed"):
        # A sleeve brings a free hand along.
        sleeve(desk, arm)
        return
    if kind == "rim":
        sleeve(desk, arm)
        paint_hand(desk, "rim", (x, y), 0, arm.side)
        return
    held, side = (grip, arm.side) if kind == "grip" else (hug, -1)
    if not held.over_sleeve:
        held.draw(desk, x, y)
    sleeve(desk, arm)
    if held.over_sleeve:
        held.draw(desk, x, y)
    dx, dy = held.hand
    paint_hand(desk, "grip" if kind == "grip" else "hug", (x + dx, y + dy), held.turn_deg, side)


def pole_end(desk: Desk, hand_y: float) -> float:
    """The pole stands on the ground, except where a wheel is: there it is a short one."""
    return desk.body.build.ground_y - 26 if desk.body.seat is None else hand_y + 66
