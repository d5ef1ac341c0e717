"""A scene while it is composed: as the picture a job would draw, or in layers that an editor moves about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from limner.catalog import registry
from limner.catalog.adjustments import Adjustments
from limner.catalog.page import figure_in, places_of
from limner.catalog.slot import Slot
from limner.characters.character import Character
from limner.characters.edit import with_attribute
from limner.engine.codec import encode_webp, encode_webp_with_alpha
from limner.engine.compose import Page
from limner.engine.layer import Bounds, Layer
from limner.engine.paint.cutout import Cutout, cut_out
from limner.engine.paint.finish import paint_page
from limner.engine.rig.look import Look
from limner.errors import PhotoGone
from limner.generation.provider import DrawRequest, Sitter
from limner.generation.scene import caption_layers, drawn_scenes, scene_page

_QUALITY = 85


@dataclass(frozen=True, slots=True)
class SceneWish:
    """A scene to try: names of style and template, and each character with its adjustments, from left to right."""

    people: Sequence[tuple[Character, Adjustments]]
    style: str
    template: str
    seed: int
    caption: str
    width_px: int


@dataclass(frozen=True, slots=True)
class PersonLayer:
    """Somebody as a WebP with transparency, neither moved nor turned; `bounds` is its box in page units.

    The figure turns and flips about (`middle_x`, `middle_y`); it stands at `ground_y`, and who stands lower is nearer.
    """

    image: bytes
    bounds: Bounds
    middle_x: float
    middle_y: float
    ground_y: float
    outfit: str
    pose: str


@dataclass(frozen=True, slots=True)
class SceneLayers:
    """WebPs of a scene's parts, all but the background with transparency, on a page of `width` x `height` units."""

    width: float
    height: float
    background: bytes
    foreground: bytes
    caption: bytes | None
    people: tuple[PersonLayer, ...]


def preview_scene(wish: SceneWish) -> bytes:
    """A WebP of what a job draws at this width.

    Raises:
        Invalid: more people than the scene has places for.
        UnknownName: there is no such style, template, outfit or pose.
        BadAttribute: an unknown attribute or an impossible value.
        PhotoGone: the style is painted from a photo.
    """
    request, look = _request(wish)
    return encode_webp(paint_page(scene_page(request, look), look, wish.width_px, drawn_scenes()), quality=_QUALITY)


def scene_layers(wish: SceneWish) -> SceneLayers:
    """The parts of a scene.

    Raises:
        As `preview_scene`.
    """
    request, look = _request(wish)
    template, width_px = request.template, wish.width_px

    def cut(layers: tuple[Layer, ...], *, trim: bool = True) -> Cutout:
        return cut_out(Page(template.width, template.height, layers), look, width_px, trim=trim)

    words = caption_layers(request, look)
    background = Page(template.width, template.height, template.background(look, wish.seed))
    traits = [sitter.character.traits() for sitter in request.sitters]
    places = places_of(template, traits, [_unmoved(sitter.adjustments) for sitter in request.sitters])
    people: list[PersonLayer] = []
    for i, (person, place) in enumerate(zip(traits, places, strict=True)):
        figure = figure_in(place, person, look, i)
        shown = cut(replace(place, shadow=None).layers(figure, look, f"p{i}"))
        middle_y = place.y - (figure.ground_y - figure.middle_y) * place.scale
        people.append(_person(shown, place, middle_y))
    return SceneLayers(
        template.width,
        template.height,
        encode_webp(paint_page(background, look, width_px, drawn_scenes()), quality=_QUALITY),
        encode_webp_with_alpha(cut(template.foreground(look, wish.seed), trim=False).pixels, _QUALITY),
        encode_webp_with_alpha(cut(words, trim=False).pixels, _QUALITY) if words else None,
        tuple(people),
    )


def _request(wish: SceneWish) -> tuple[DrawRequest, Look]:
    style = registry.style(wish.style)
    if style.look is None:
        raise PhotoGone("Portraits have no preview.", "Choose a character style, or draw the portrait.")
    sitters: list[Sitter] = []
    for character, adjustments in wish.people:
        worn = character
        for name, value in adjustments.attributes.items():
            worn = with_attribute(worn, name, value)
        sitters.append(Sitter(worn, None, adjustments))
    template = registry.template(wish.template)
    return DrawRequest(tuple(sitters), style, template, wish.width_px, wish.seed, wish.caption), style.look


def _unmoved(adjustments: Adjustments) -> Adjustments:
    return adjustments.model_copy(update={"dx": 0.0, "dy": 0.0, "scale": 1.0, "turn_deg": 0.0, "flip": False})


def _person(shown: Cutout, place: Slot, middle_y: float) -> PersonLayer:
    image = encode_webp_with_alpha(shown.pixels, _QUALITY)
    return PersonLayer(image, shown.bounds, place.x, middle_y, place.y, place.outfit, place.pose)
