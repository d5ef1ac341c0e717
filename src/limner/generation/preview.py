"""A small, quick drawing of a character, to choose by looking: head and shoulders, or in a scene."""

from collections.abc import Mapping

from limner.catalog import registry
from limner.catalog.close_up import close_up_page
from limner.catalog.page import compose_page
from limner.characters.character import Character
from limner.characters.edit import with_attribute
from limner.engine.codec import encode_webp
from limner.engine.paint.finish import paint_page
from limner.errors import PhotoGone
from limner.generation.scene import drawn_scenes


def draw_preview(
    character: Character, values: Mapping[str, str], style: str, template: str | None, width_px: int
) -> bytes:
    """A WebP, `width_px` wide, of the character with these attributes; head and shoulders without a template.

    Raises:
        UnknownName: there is no such style or template.
        BadAttribute: an unknown name or an impossible value.
        PhotoGone: the style is painted from a photo, which a preview doesn't look at.
    """
    for name, value in values.items():
        character = with_attribute(character, name, value)
    look = registry.style(style).look
    if look is None:
        raise PhotoGone("Portraits have no preview.", "Choose a character style, or draw the portrait.")
    traits = character.traits()
    if template is None:
        return encode_webp(paint_page(close_up_page(traits, look), look, width_px), quality=80)
    page = compose_page(registry.template(template), (traits,), look, 1)
    return encode_webp(paint_page(page, look, width_px, drawn_scenes()), quality=80)
