"""The local engine as a provider: no key, no GPU, no network."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from limner.engine.compose import LayerCache, compose_page, page_svg, render_page
from limner.errors import VectorImpossible
from limner.generation.provider import Drawing, DrawRequest

if TYPE_CHECKING:
    from limner.engine.paint.portrait import PortraitPainter


class LocalProvider:
    """Draws on this machine; keeps the scenes it has drawn, so that the next picture only draws the person."""

    name = "local"
    title = "This computer"
    photo_leaves = False
    licence = "personal and commercial"

    def __init__(self) -> None:
        self._layers = LayerCache()

    def draw(self, request: DrawRequest, *, vector: bool = False) -> Drawing:
        """Draw a character into its template, or paint a portrait from the photo."""
        if request.style.family == "portrait":
            return _paint_portrait(request, vector=vector)
        page = compose_page(request.character.traits(), request.style.look, request.template, request.seed)
        if vector:
            return Drawing(image=None, svg=page_svg(page))
        return Drawing(image=render_page(page, request.size_px, self._layers), svg=None)
