"""One whole person: head, body, clothes and pose as a drawing in body units."""

from dataclasses import dataclass
from typing import Final, Protocol

from limner.engine.layer import Bounds, Piece
from limner.engine.motion.gesture import STILL, Motion
from limner.engine.rig.head import draw_head
from limner.engine.rig.look import Look
from limner.engine.rig.pose import Pose, waving
from limner.engine.rig.skeleton import Skeleton, skeleton
from limner.engine.rig.skin_ramp import SkinRamp, skin_ramp
from limner.engine.rig.wheelchair import draw_ground_shadow, draw_seat
from limner.engine.sheet import Sheet
from limner.engine.traits import Traits
from limner.engine.vectors import number

_ABOVE_HEAD: Final = 70.0
"""Room for hats and what is held up."""
NECK_Y: Final = 4.0
"""Height of what the head turns about; it is in the middle."""
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

    `pieces` are the person in drawing order; see `Joints` for `swells`.
    `face` is the face's box while the head doesn't lean, `middle_y` the height of the middle from head to ground.
    """

    defs: str
    pieces: tuple[Piece, ...]
    bounds: Bounds
    ground_y: float
    face: Bounds
    swells: bool

    @property
    def svg(self) -> str:
        """The whole person."""
        return "".join(piece.svg for piece in self.pieces)

    @property
    def middle_y(self) -> float:
        """What a figure turns and flips about is (0, `middle_y`)."""
        return (self.bounds[1] + _ABOVE_HEAD + self.ground_y) / 2


def draw_figure(
    traits: Traits,
    look: Look,
    outfit: Clothes,
    pose: Pose,
    *,
    uid: str,
    tilt_deg: float = 0.0,
    motion: Motion = STILL,
) -> Figure:
    """Draw a person; `tilt_deg` turns the head. Ids in the result start with `uid`.

    Of `motion`, blink, smile and wave are drawn here; the rest moves the finished pieces.
    """
    body = skeleton(traits.age_band, waving(pose, motion.wave_deg), wheelchair=traits.wheelchair)
    skin = skin_ramp(look.before_finish(traits.skin))
    desk_back, desk_front = (Desk(Sheet(f"{uid}{part}", look), body, skin) for part in ("k", "f"))
    if body.seat is not None:
        draw_ground_shadow(desk_back.sheet, body.seat)
        draw_seat(desk_front.sheet, body, body.seat)
    outfit.draw_back(desk_back)
    outfit.draw_front(desk_front)
    head = draw_head(traits, look, f"{uid}h", blink=motion.blink, smile=motion.smile)
    scale = body.build.head_scale
    place = (
        f' transform="translate(0 {number(NECK_Y)}) rotate({number(tilt_deg, 2)}) scale({number(scale, 3)}) '
        f'translate(0 {number(-head.chin_y - 6)})"'
    )
    pieces = (
        Piece(desk_back.sheet.defs, desk_back.sheet.svg, head=False),
        Piece(head.hair_defs, f"<g{place}>{head.behind}</g>", head=True),
        Piece(desk_front.sheet.defs, desk_front.sheet.svg, head=False),
        Piece(head.defs, f"<g{place}>{head.front}</g>", head=True),
    )
    height = (head.chin_y - head.top_y) * scale
    bounds = (-320.0, -height - _ABOVE_HEAD, 376.0, body.build.ground_y + 24.0)
    half, chin = head.half_width * scale, NECK_Y - 6 * scale
    face = (-half, chin - (head.chin_y + _BROWS) * scale, half, chin)
    defs = desk_back.sheet.defs + desk_front.sheet.defs + head.defs
    return Figure(defs, pieces, bounds, body.build.ground_y, face, swells=body.seat is None)
