"""The head of a storybook character, as layers of SVG."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from limner.engine.rig.anime import draw_anime_eyes, draw_anime_mouth, draw_anime_nose, drawn_as
from limner.engine.rig.beard import draw_beard
from limner.engine.rig.brows import draw_brows
from limner.engine.rig.complexion import draw_complexion, skin_gradients
from limner.engine.rig.ear_wear import draw_ear_wear
from limner.engine.rig.ears import draw_ears
from limner.engine.rig.eyes import draw_eyes, eyes_of
from limner.engine.rig.glasses import draw_glasses
from limner.engine.rig.hair import hair_design
from limner.engine.rig.hair_design import HairDesign, crown_y
from limner.engine.rig.hair_paint import paint_hair
from limner.engine.rig.hair_ramp import hair_ramp
from limner.engine.rig.head_covering import Covering, head_covering
from limner.engine.rig.likeness import Likeness, draw_beard_shape, draw_lines, likeness_of
from limner.engine.rig.look import Look
from limner.engine.rig.marks import CUT, PRINTED, clip, clipped, path, url
from limner.engine.rig.mouth import draw_mouth, mouth_of
from limner.engine.rig.nose import draw_nose
from limner.engine.rig.shape import FaceShape, face_shape
from limner.engine.rig.skin_ramp import SkinRamp, skin_ramp
from limner.engine.rig.skull import HeadFrame, head_frame
from limner.engine.traits import Traits


@dataclass(frozen=True, slots=True)
class HeadLayers:
    """A drawn head in rig units: 200 per face unit, origin midway between the eyes, y down.

    `face_defs` and `hair_defs` are gradients and clip paths (ids start with the uid), `behind` is hair behind neck and
    shoulders, `front` everything else; `chin_y` and `top_y` (hair included) say where the neck joins and where a hat
    would sit, `half_width` is the face's at the temples.
    """

    face_defs: str
    hair_defs: str
    behind: str
    front: str
    chin_y: float
    top_y: float
    half_width: float

    @property
    def defs(self) -> str:
        """What the whole head needs; `behind` needs but the hair's."""
        return self.face_defs + self.hair_defs


@lru_cache(maxsize=24)
def draw_head(traits: Traits, look: Look, uid: str, *, blink: float = 0.0, smile: float = 0.0) -> HeadLayers:
    """Draw one person's head; the last ones are kept, since from frame to frame few of them change.

    Args:
        traits: The person.
        look: Edges and shading.
        uid: Prefix of all ids; give each head of a picture its own.
        blink: 0 eyes as they are .. 1 closed.
        smile: 0 the person's resting mouth .. 1 a broad smile.
    """
    blink, smile = float(np.clip(blink, 0, 1)), float(np.clip(smile, 0, 1))
    skin = skin_ramp(look.before_finish(traits.skin))
    shape = face_shape(traits, look.features)
    person, traits = traits, drawn_as(traits, look)
    frame = head_frame(shape, traits)
    hair = hair_design(frame, shape, traits)
    hair_defs, behind, hair_front = paint_hair(frame, hair, hair_ramp(traits.hair_color), look, uid)
    likeness = likeness_of(shape, person)
    face_defs, face = _face(shape, frame, traits, skin, look, uid, (blink, smile), likeness)
    covering = head_covering(frame, crown_y(hair, frame), traits, look, uid)
    shading_hair = HairDesign() if covering.hides in ("front", "all") else hair
    base_defs, base = _base(shape, frame, shading_hair, traits, skin, look, uid, likeness)
    if covering.hides != "nothing":
        hair_defs, behind, hair_front = _under(covering, frame, hair_defs, behind, hair_front, uid)
    covered = (hair.covers_ears and covering.hides not in ("front", "all")) or covering.covers_ears
    ears = "" if covered else draw_ears(frame, skin, look)
    worn = draw_ear_wear(frame, traits, look, covered=covered)
    return HeadLayers(
        face_defs=base_defs + face_defs,
        hair_defs=hair_defs + covering.defs,
        behind=behind + covering.behind,
        front=ears + base + face + hair_front + covering.front + worn,
        chin_y=round(frame.chin_y, 2),
        top_y=round(min(hair.top_y if covering.hides == "nothing" else 0.0, frame.top_y, covering.top_y), 2),
        half_width=round(frame.half_width, 2),
    )


def _under(covering: Covering, frame: HeadFrame, defs: str, behind: str, front: str, uid: str) -> tuple[str, str, str]:
    """(defs, behind, front) of the hair that a covering leaves to be seen."""
    if covering.hides == "all":
        return "", "", ""
    front = "" if covering.hides == "front" else front
    wide, low = frame.half_width * 3, frame.chin_y * 4
    below = f"M{-wide:.0f} {covering.brim_y:.1f}H{wide:.0f}V{low:.0f}H{-wide:.0f}Z"
    name = f"{uid}-below"
    return defs + clip(name, below), clipped(name, behind, CUT), clipped(name, front, CUT)


def _base(  # noqa: PLR0913, PLR0917 - a face, its frame and hair, its colours, the way it is drawn
    shape: FaceShape,
    frame: HeadFrame,
    hair: HairDesign,
    traits: Traits,
    skin: SkinRamp,
    look: Look,
    uid: str,
    likeness: Likeness | None,
) -> tuple[str, str]:
    """Skin, light and shadow, the hair's shadow on the forehead."""
    fill = skin.base if look.shading == "cel" else url(f"{uid}-skin")
    inside = draw_complexion(shape, frame, traits, skin, look, uid, likeness)
    if hair.front:
        data = "".join(tress.outline for tress in hair.front)
        inside += path(data, skin.shadow, ' transform="translate(2 8)"', 0.75 if hair.opacity >= 1 else 0.4)
    marks = path(frame.path, fill) + clipped(f"{uid}-head", inside)
    if look.ink:
        marks += path(frame.path, "none", look.stroke())
    return skin_gradients(frame, skin, look, uid) + clip(f"{uid}-head", frame.path), marks


def _face(  # noqa: PLR0913, PLR0917 - as for _base
    shape: FaceShape,
    frame: HeadFrame,
    traits: Traits,
    skin: SkinRamp,
    look: Look,
    uid: str,
    motion: tuple[float, float],
    likeness: Likeness | None,
) -> tuple[str, str]:
    blink, smile = motion
    if look.features == "anime":
        nose_defs, nose = "", draw_anime_nose(shape, skin)
        mouth = draw_anime_mouth(shape, traits, skin, look, smile)
        eye_defs, eyes = draw_anime_eyes(shape, traits, skin, look, uid, blink, smile)
    else:
        nose_defs, nose = draw_nose(shape, skin, look, uid, likeness)
        mouth = draw_mouth(shape, traits, skin, look, smile, likeness)
        eye_defs, eyes = draw_eyes(shape, traits, skin, look, uid, blink, smile)
    beard_defs, beard = draw_beard(frame, shape, mouth_of(shape, traits, smile), traits, skin, look, uid)
    if likeness is not None:
        beard = _own_beard(likeness, beard, traits)
        nose = draw_lines(likeness, skin) + nose
    brows = draw_brows(shape, traits, smile, likeness)
    glasses = draw_glasses(frame, eyes_of(shape, traits, smile), traits)
    # Of the face only the glasses stand off the skin.
    features = f"<g{PRINTED}>{beard}{nose}{mouth}{eyes}{brows}</g>"
    return nose_defs + eye_defs + beard_defs, features + glasses


def _own_beard(likeness: Likeness, drawn: str, traits: Traits) -> str:
    """The photo's beard over a fainter drawn one, which fills what the light hid."""
    if traits.beard == "none" and traits.moustache == "none":
        return ""
    if not likeness.beard:
        return drawn
    rest = 1 - 0.7 * likeness.tones if likeness.drawing.beard_share > 0.12 else 1 - 0.8 * likeness.tones
    return f'<g opacity="{rest:.2f}">{drawn}</g>' + draw_beard_shape(likeness, traits.beard_color)
