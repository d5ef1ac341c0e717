"""A loop of a composed page, frame by frame."""

from collections.abc import Callable, Iterator, Sequence

from limner.engine.compose import Page
from limner.engine.images import RgbImage
from limner.engine.layer_cache import LayerCache
from limner.engine.motion.frame import moved_page, render_frame
from limner.engine.motion.gesture import Motion


def page_frames(
    compose: Callable[[Motion], Page], motions: Sequence[Motion], width_px: int
) -> Iterator[tuple[RgbImage, Page]]:
    """The frames of a page that moves, `width_px` wide, before its look's finish, each with the page as it lies then.

    `compose` draws the page with the blink, smile and wave asked for; it is called once for each of them.
    """
    cache = LayerCache()
    pages: dict[tuple[float, float, float | None], Page] = {}
    for motion in motions:
        drawn = motion.blink, motion.smile, motion.wave_deg
        if drawn not in pages:
            pages[drawn] = compose(motion)
        page = pages[drawn]
        yield render_frame(page, motion, width_px, cache), moved_page(page, motion)
