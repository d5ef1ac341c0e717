"""From a page to its finished pixels: the raster, then what the look does to it."""

from typing import Final

from limner.engine.compose import Page, render_page
from limner.engine.images import RgbImage
from limner.engine.layer_cache import LayerCache
from limner.engine.numbered import shape_numbers
from limner.engine.paint.cut_paper import cut_paper
from limner.engine.paint.halftone import halftone
from limner.engine.paint.volume import volume
from limner.engine.paint.watercolor_finish import watercolor, work_px
from limner.engine.rig.look import Look
from limner.engine.stages import Watch

_LIGHT_PX: Final = {"cut-paper": (900, 1600), "volume": (720, 1280)}
"""The finest width at which a finish makes its light on small pages and on any: wider, it would show nothing more."""


def paint_page(
    page: Page, look: Look, width_px: int, cache: LayerCache | None = None, watch: Watch | None = None
) -> RgbImage:
    """Render a page `width_px` wide with the finish of a look. Same page, look and width give the same pixels.

    `watch` is shown small pictures of its stages.
    """
    return finished(render_page(page, drawn_px(look, width_px), cache, watch), page, look, width_px)


def drawn_px(look: Look, width_px: int) -> int:
    """How wide a page is drawn that its finish makes `width_px` wide."""
    return work_px(width_px) if look.finish == "watercolor" else width_px


def finished(drawn: RgbImage, page: Page, look: Look, width_px: int) -> RgbImage:
    """What the look does to the page's pixels, drawn `drawn_px` wide."""
    match look.finish:
        case "none":
            return drawn
        case "halftone":
            return RgbImage(halftone(drawn.pixels))
        case "watercolor":
            return RgbImage(watercolor(drawn.pixels, width_px))
        case "cut-paper":
            return RgbImage(cut_paper(drawn.pixels, shape_numbers(page, _light_px(look, width_px))))
        case "volume":
            return RgbImage(volume(drawn.pixels, shape_numbers(page, _light_px(look, width_px))))


def _light_px(look: Look, width_px: int) -> int:
    """How wide the light on sheets and volumes is made: it is soft and loses nothing by being enlarged a little."""
    small, any_page = _LIGHT_PX[look.finish]
    return min(width_px, any_page, max(small, width_px * 2 // 3))
