"""`Traits`: everything the rig needs to draw one person, as plain values.

A character (package `characters`) keeps the same facts with confidence and source; the engine only sees this.

Face units: the origin lies midway between the eyes, x to the right of the picture, y down, and one unit is half
the sum of the face oval's width and height (about 0.9 of the face's height). All shapes below are in face units,
of the face turned to the front (yaw, pitch and roll taken out).
"""

from dataclasses import dataclass
from typing import Literal

from limner.engine.arrays import Points

Lab = tuple[float, float, float]
"""A colour in CIELAB (D65): lightness 0..100, a, b."""

HairStyle = Literal[
    "measured", "bald", "buzz", "crop", "short", "side-part", "bob", "long", "curly", "afro", "bun", "ponytail",
    "wisps", "fluff", "receding", "fringe-crop", "pixie", "quiff", "slicked-back", "bowl", "mop", "fringe-bob",
    "shoulder", "long-fringe", "long-wavy", "long-curly", "half-up", "pigtails", "braids", "side-braid", "top-knot",
    "space-buns", "fringe-bun", "coils", "cornrows", "box-braids", "locs", "undercut",
]  # fmt: skip
EyeColor = Literal["dark-brown", "brown", "hazel", "green", "grey", "blue"]
Mouth = Literal["open-smile", "smile", "calm"]
GlassesFrame = Literal[
    "none", "round", "rectangle", "thin", "rimless", "half-rim", "cat-eye", "aviator", "thick", "sunglasses"
]
BeardStyle = Literal["none", "stubble", "short", "full", "long", "goatee", "chin-strap", "soul-patch"]
MoustacheStyle = Literal["none", "full", "thin", "handlebar"]
AgeBand = Literal["baby", "child", "adult"]
HeadCovering = Literal[
    "none", "headscarf", "hijab", "turban", "patka", "kippah", "beanie", "cap", "sun-hat", "headband"
]
Side = Literal["none", "left", "right", "both"]
"""Side of the picture, not of the person."""
Mole = Literal["none", "left-cheek", "right-cheek", "upper-lip", "chin", "forehead"]
Earrings = Literal["none", "studs", "hoops", "drops"]


@dataclass(frozen=True, slots=True)
class HairOutline:
    """A silhouette taken from the photo, in face units.

    `front` are closed (n, 2) curves of the hair seen in front of the face and skull; `back` of the hair behind
    the neck; `dark` and `light` are tone patches inside the front; `strands` are open curves along the hair's flow with
    a brightness (-1 darker than its surroundings .. +1 lighter).
    """

    front: tuple[Points, ...]
    back: tuple[Points, ...]
    dark: tuple[Points, ...]
    light: tuple[Points, ...]
    strands: tuple[tuple[Points, float], ...]


@dataclass(frozen=True, slots=True)
class FaceDrawing:
    """What the photo itself showed of a face: flat curves for the likeness layer, no pixel.

    All curves are (n, 2) face units in the photo's own pose (only the roll taken out), the origin midway between the
    eyes. `points` are the 156 points of a face shape in that pose: whatever moves them carries the curves along.
    Ratios are of the skin's own lightness in even light.

    Attributes:
        points: (156, 2).
        dark, light: For each ratio, closed curves (even-odd) of where the skin is darker or lighter than it.
        lines: Open curves with the depth of the fold as a ratio.
        brows: Closed curves; `brow_contrast` of brow and skin 0..1.
        beard: For each opacity it adds, closed curves; `beard_share` 0..1 of the lower face.
        nostrils: Closed curves.
        lids: Darkness 0..1 of the left and right upper lid's line.
        upper_lip, lower_lip: Their colour minus the skin's, in Lab.
        lip_light, lip_shade: Closed curves on the lips.
        teeth: Share 0..1 of the open mouth that teeth fill.
        mouth_hidden: Something lay over the mouth: its lips are not the person's.
    """

    points: Points
    dark: tuple[tuple[float, tuple[Points, ...]], ...]
    light: tuple[tuple[float, tuple[Points, ...]], ...]
    lines: tuple[tuple[Points, float], ...]
    brows: tuple[Points, ...]
    brow_contrast: float
    beard: tuple[tuple[float, tuple[Points, ...]], ...]
    beard_share: float
    nostrils: tuple[Points, ...]
    lids: tuple[float, float]
    upper_lip: Lab
    lower_lip: Lab
    lip_light: tuple[Points, ...]
    lip_shade: tuple[Points, ...]
    teeth: float
    mouth_hidden: bool


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """One person, ready to draw. Equal is only what is the same: so what was drawn of it can be kept.

    `shape` is (156, 2): row i is mesh point `landmarks.SHAPE_POINTS[i]` in face units. `smile` is 0..1.
    `skull_height` is the top of the head above the eyes in face units (about 0.75 for an adult). `likeness` 0..1 is
    how far the face's own `drawing` replaces the rig's: 0 is the pure rig.
    """

    shape: Points
    skin: Lab
    hair_style: HairStyle
    hair_color: Lab
    hair_outline: HairOutline | None
    brow_color: Lab
    brow_thickness: float
    eye_color: EyeColor
    eye_openness: float
    lip_color: Lab
    mouth: Mouth
    smile: float
    glasses: GlassesFrame
    glasses_color: Lab
    beard: BeardStyle
    moustache: MoustacheStyle
    beard_color: Lab
    age_band: AgeBand
    freckles: bool
    lashes: bool
    skull_height: float
    drawing: FaceDrawing | None = None
    likeness: float = 0.0
    head_covering: HeadCovering = "none"
    head_covering_color: Lab = (45.0, 20.0, -30.0)
    mole: Mole = "none"
    missing_tooth: bool = False
    braces: bool = False
    hearing_aid: Side = "none"
    earrings: Earrings = "none"
    wheelchair: bool = False
