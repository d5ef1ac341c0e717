"""One whole person: head, body, clothes and pose as a drawing in body units."""

from dataclasses import dataclass
from typing import Final, Protocol

from limner.engine.layer import Bounds
from limner.engine.rig.head import draw_head
from limner.engine.rig.look import Look
from limner.engine.rig.pose import Pose
from limner.engine.rig.skeleton import Skeleton, skeleton
from limner.engine.rig.skin_ramp import SkinRamp, skin_ramp
from limner.engine.rig.wheelchair import draw_ground_shadow, draw_seat
from limner.engine.sheet import Sheet
from limner.engine.traits import Traits
from limner.engine.vectors import number

_ABOVE_HEAD: Final = 70.0
"""Room for hats and what is held up."""
_BROWS: Final = 70.0
"""How high above the eyes a face begins, in rig units."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What an outfit draws with: a sheet, the body's joints and the person's skin."""

    sheet: Sheet
    body: Skeleton
    skin: SkinRamp


class Clothes(Protocol):
    """What a figure wears; the catalog's outfits are of this shape."""

    def draw_back(self, desk: Desk) -> None:
        """Everything behind the hair: a backpack, a cape."""
        ...

    def draw_front(self, desk: Desk) -> None:
        """Legs, arms, torso, neck and collar, in drawing order.

        With a `body.seat` the legs lie over the torso, and `wheelchair.draw_wheels` comes between legs and arms.
        """
        ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A person in body units: the neck's base at (0, 0), the ground at `ground_y`, everything within `bounds`.

    `face` is the face's box while the head doesn't lean, `middle_y` the height of the middle from head to ground.
    """

    defs: str
    svg: str
    bounds: Bounds
    ground_y: float
    face: Bounds

    @property
    def middle_y(self) -> float:
        """What a figure turns and flips about is (0, `middle_y`)."""
        return (self.bounds[1] + _ABOVE_HEAD + self.ground_y) / 2


def draw_figure(  # noqa: PLR0913 - a person, a look, clothes and a stance are the parts of a figure
    traits: Traits,
    look: Look,
    outfit: Clothes,
    pose: Pose,
    *,
    uid: str,
    tilt_deg: float = 0.0,
    blink: float = 0.0,
    smile: float = 0.0,
) -> Figure:
    """Draw a person; `tilt_deg` turns the head, `blink` and `smile` are 0..1. Ids in the result start with `uid`."""
    body = skeleton(traits.age_band, pose, wheelchair=traits.wheelchair)
    skin = skin_ramp(look.before_finish(traits.skin))
    desk_back, desk_front = (Desk(Sheet(f"{uid}{part}", look), body, skin) for part in ("k", "f"))
    if body.seat is not None:
        draw_ground_shadow(desk_back.sheet, body.seat)
        draw_seat(desk_front.sheet, body, body.seat)
    outfit.draw_back(desk_back)
    outfit.draw_front(desk_front)
    head = draw_head(traits, look, f"{uid}h", blink=blink, smile=smile)
    scale = body.build.head_scale
    place = (
        f' transform="translate(0 4) rotate({number(tilt_deg, 2)}) scale({number(scale, 3)}) '
        f'translate(0 {number(-head.chin_y - 6)})"'
    )
    svg = f"{desk_back.sheet.svg}<g{place}>{head.behind}</g>{desk_front.sheet.svg}<g{place}>{head.front}</g>"
    height = (head.chin_y - head.top_y) * scale
    bounds = (-320.0, -height - _ABOVE_HEAD, 376.0, body.build.ground_y + 24.0)
    half, chin = head.half_width * scale, 4 - 6 * scale
    face = (-half, chin - (head.chin_y + _BROWS) * scale, half, chin)
    return Figure(desk_back.sheet.defs + desk_front.sheet.defs + head.defs, svg, bounds, body.build.ground_y, face)
