"""Head and shoulders on a plain ground: the page on which a person is looked at."""

from typing import Final

from limner.engine.compose import Page
from limner.engine.layer import Layer
from limner.engine.rig.head import draw_head
from limner.engine.rig.look import Look
from limner.engine.rig.skin_ramp import skin_ramp
from limner.engine.traits import Traits

SIDE: Final = 640.0
"""Of the page, in rig units."""
EYES: Final = (320.0, 318.0)
"""Where the middle between the eyes lies."""
_CLOTHES: Final = "#7f8c96"


def close_up_page(traits: Traits, look: Look, ground: str = "#d4d8d9") -> Page:
    """Head and shoulders on `ground`; no scene, outfit or light of a scene."""
    head = draw_head(traits, look, "e")
    chin = head.chin_y
    neck = f'<path d="M-62 {chin - 90:.1f}H62L74 {chin + 200:.1f}H-74Z" fill="{skin_ramp(traits.skin).shadow}"/>'
    shirt = (
        f'<path d="M-78 {chin + 34:.1f}Q0 {chin + 92:.1f} 78 {chin + 34:.1f}'
        f'Q250 {chin + 70:.1f} 300 {chin + 260:.1f}H-300Q-250 {chin + 70:.1f} -78 {chin + 34:.1f}Z" fill="{_CLOTHES}"/>'
    )
    place = f'<g transform="translate({EYES[0]:g} {EYES[1]:g})">'
    plain = Layer("", f'<path d="M0 0H{SIDE:g}V{SIDE:g}H0Z" fill="{ground}"/>')
    person = Layer(head.defs, f"{place}{head.behind}{neck}{shirt}{head.front}</g>", moving=True)
    return Page(SIDE, SIDE, (plain, person))
