"""From a page to its finished pixels: the raster, then what the look does to it."""

from limner.engine.compose import Page, render_page
from limner.engine.images import RgbImage
from limner.engine.layer_cache import LayerCache
from limner.engine.paint.halftone import halftone
from limner.engine.paint.watercolor_finish import watercolor, work_px
from limner.engine.rig.look import Look
from limner.engine.stages import Watch


def paint_page(
    page: Page, look: Look, width_px: int, cache: LayerCache | None = None, watch: Watch | None = None
) -> RgbImage:
    """Render a page `width_px` wide with the finish of a look. Same page, look and width give the same pixels.

    `watch` is shown small pictures of its stages.
    """
    if look.finish == "watercolor":
        drawn = render_page(page, work_px(width_px), cache, watch)
        return RgbImage(watercolor(drawn.pixels, width_px))
    drawn = render_page(page, width_px, cache, watch)
    return RgbImage(halftone(drawn.pixels)) if look.finish == "halftone" else drawn
