"""Two to four people in a scene made for one: side by side on its ground, no face behind another person.

People stand from left to right in the order they were asked for. Small people and wheelchairs come to the front, tall
people a step back; who stands at an edge moves an arm outwards, who stands between others keeps theirs close.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from limner.catalog.slot import Slot
from limner.engine.rig.pose import POSES, Pose
from limner.engine.rig.skeleton import Skeleton, skeleton
from limner.engine.traits import Traits

_BETWEEN: Final = "hold"
"""The pose of who has neighbours on both sides."""
_OUTWARD: Final = "wave"
_MARGIN: Final = 26.0
_LARGEST: Final = {2: 0.97, 3: 0.92, 4: 0.86}
"""Of the size of who is alone."""
_HEAD: Final = 152.0
"""Half a head with its hair, in rig units: 200 to a face unit."""
_CLOSE: Final = 0.84
"""Shoulders and hair may overlap by the rest; faces, which are narrower, never."""
_BACK, _FRONT = -26.0, 10.0
"""How far up and down the page the rows are, at the size of who is alone."""
_FURTHER: Final = {2: 0.0, 3: 16.0, 4: 40.0}
"""How much further up the page a larger group stands, behind the animals at its feet."""
_CHAIR_COMES_FORWARD: Final = 0.7


@dataclass(frozen=True, slots=True)
class _Standing:
    """How one person takes their place: body units to the left and right of the neck, and how tall they count."""

    pose: str
    flip: bool
    left: float
    right: float
    height: float


def arranged(slot: Slot, people: Sequence[Traits], page_width: float) -> tuple[Slot, ...]:
    """A place for each of the people, derived from the place for one."""
    if len(people) == 1:
        return (slot,)
    last = len(people) - 1
    standing = [_standing(traits, slot, -1 if i == 0 else 1 if i == last else 0) for i, traits in enumerate(people)]
    gaps = [(one.right + other.left) * _CLOSE for one, other in pairwise(standing)]
    wide = standing[0].left + sum(gaps) + standing[-1].right
    room = page_width - 2 * _MARGIN
    scale = min(slot.scale * _LARGEST[len(people)], room / wide)
    x = min(max(slot.x - wide * scale / 2, _MARGIN), page_width - _MARGIN - wide * scale) + standing[0].left * scale
    places: list[Slot] = []
    for one, depth, gap in zip(standing, _depths(standing), [*gaps, 0.0], strict=True):
        y = slot.y - _FURTHER[len(people)] + (_BACK + (_FRONT - _BACK) * depth) * scale / slot.scale
        place = slot.at(x, y, scale * (0.975 + 0.035 * depth))
        places.append(replace(place, pose=one.pose, flip=one.flip, tilt_deg=_towards(page_width / 2, x, flip=one.flip)))
        x += gap * scale
    return tuple(places)


def _standing(traits: Traits, slot: Slot, end: int) -> _Standing:
    """Somebody at the left end (-1), the right end (1), or between others (0)."""
    name = _BETWEEN if end == 0 else _OUTWARD if end < 0 else slot.pose
    pose = POSES[name]
    flip = end != 0 and _raised(pose) != end
    body = skeleton(traits.age_band, pose, wheelchair=traits.wheelchair)
    left, right = _extent(body, -1), _extent(body, 1)
    height = body.build.ground_y * (_CHAIR_COMES_FORWARD if body.seat else 1.0)
    return _Standing(name, flip, right if flip else left, left if flip else right, height)


def _raised(pose: Pose) -> int:
    """The side of the arm that reaches out."""
    return -1 if abs(pose.left.wrist[0]) >= abs(pose.right.wrist[0]) else 1


def _extent(body: Skeleton, side: int) -> float:
    arm = body.left if side < 0 else body.right
    hand = {"open": 46.0, "grip": 92.0}.get(arm.pose.hand, 26.0)
    reach = [_HEAD * body.build.head_scale, abs(arm.wrist[0]) + hand]
    if body.seat:
        reach.append(body.seat.hub_x + body.seat.radius * 0.56)
    return max(reach)


def _depths(standing: Sequence[_Standing]) -> list[float]:
    """0 for the furthest, 1 for the nearest; of people as tall as each other every second one steps forward."""
    order = sorted(range(len(standing)), key=lambda i: (-standing[i].height, i % 2))
    depth = [0.0] * len(standing)
    for rank, i in enumerate(order):
        depth[i] = rank / (len(order) - 1)
    return depth


def _towards(middle: float, x: float, *, flip: bool) -> float:
    """Heads lean towards each other a little."""
    lean = max(-3.0, min(3.0, (middle - x) / 90))
    return round(-lean if flip else lean, 2)
