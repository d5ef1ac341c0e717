"""Which hair a person gets: the measured silhouette, or a style of the drawn library."""

from collections.abc import Callable
from typing import Final

from limner.engine.rig.hair_curls import afro, curly, wisps
from limner.engine.rig.hair_design import HairDesign
from limner.engine.rig.hair_flowing import half_up, long_wavy
from limner.engine.rig.hair_fringes import bowl, long_fringe, mop, parted_bob, shoulder
from limner.engine.rig.hair_long import bob, bun, long, ponytail
from limner.engine.rig.hair_measured import measured
from limner.engine.rig.hair_ropes import box_braids, cornrows, locs
from limner.engine.rig.hair_short import buzz, crop, short, side_part
from limner.engine.rig.hair_swept import fluff, fringe_crop, pixie, quiff, receding, slicked_back, undercut
from limner.engine.rig.hair_textured import coils, long_curly
from limner.engine.rig.hair_tied import braids, fringe_bun, pigtails, side_braid, space_buns, top_knot
from limner.engine.rig.shape import FaceShape
from limner.engine.rig.skull import HeadFrame
from limner.engine.traits import HairStyle, Traits

LIBRARY: Final[dict[HairStyle, Callable[[HeadFrame], HairDesign]]] = {
    "buzz": buzz,
    "crop": crop,
    "short": short,
    "side-part": side_part,
    "bob": parted_bob,
    "fringe-bob": bob,
    "long": long,
    "curly": curly,
    "afro": afro,
    "bun": bun,
    "ponytail": ponytail,
    "wisps": wisps,
    "fluff": fluff,
    "receding": receding,
    "fringe-crop": fringe_crop,
    "pixie": pixie,
    "quiff": quiff,
    "slicked-back": slicked_back,
    "bowl": bowl,
    "mop": mop,
    "shoulder": shoulder,
    "long-fringe": long_fringe,
    "long-wavy": long_wavy,
    "long-curly": long_curly,
    "half-up": half_up,
    "pigtails": pigtails,
    "braids": braids,
    "side-braid": side_braid,
    "top-knot": top_knot,
    "fringe-bun": fringe_bun,
    "space-buns": space_buns,
    "coils": coils,
    "cornrows": cornrows,
    "box-braids": box_braids,
    "locs": locs,
    "undercut": undercut,
}


def hair_design(frame: HeadFrame, shape: FaceShape, traits: Traits) -> HairDesign:
    """The person's hair on this head; "measured" without an outline falls back to a short drawn style."""
    if traits.hair_style == "measured":
        if traits.hair_outline is not None:
            return measured(frame, shape, traits, traits.hair_outline)
        return short(frame)
    style = LIBRARY.get(traits.hair_style)
    return HairDesign(top_y=frame.top_y) if style is None else style(frame)
