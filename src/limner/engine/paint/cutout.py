"""Some layers of a page as a picture with transparency, in the look's finish: what an editor moves about."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine.arrays import U8
from limner.engine.compose import Page, page_svg
from limner.engine.images import RgbImage
from limner.engine.layer import Bounds
from limner.engine.opencv import blur, resize
from limner.engine.paint.finish import drawn_px, finished
from limner.engine.raster import rasterize
from limner.engine.rig.look import Look

_RUN_ON: Final = 0.006
"""How far colours run on, as a share of the page's width: further than any finish moves an edge."""


@dataclass(frozen=True, slots=True, eq=False)
class Cutout:
    """`pixels` (height, width, 4), straight alpha, and where on the page they belong: left, top, right, bottom."""

    pixels: U8
    bounds: Bounds


def cut_out(page: Page, look: Look, width_px: int, *, trim: bool = True) -> Cutout:
    """Paint a page that need not cover its sheet; `trim` leaves out the empty rim.

    A finish that works on whole pages sees the layers' own colours run on a little beyond their edges: what it moves
    over an edge then leaves no rim of paper.
    """
    drawn = rasterize(page_svg(page, drawn_px(look, width_px)))
    color, alpha = drawn[:, :, :3], drawn[:, :, 3]
    if look.finish != "none":
        color = finished(RgbImage(_run_on(color, alpha, drawn.shape[1] * _RUN_ON)), page, look, width_px).pixels
        alpha = resize(alpha, color.shape[1], color.shape[0])
    pixels: U8 = np.dstack([color, alpha])
    left, top, right, bottom = _box(alpha) if trim else (0, 0, alpha.shape[1], alpha.shape[0])
    unit = page.width / width_px
    box = (left * unit, top * unit, right * unit, bottom * unit)
    return Cutout(np.ascontiguousarray(pixels[top:bottom, left:right]), box)


def _run_on(color: U8, alpha: U8, sigma_px: float) -> U8:
    """The colours on white paper, blurred outwards where nothing is drawn."""
    share = alpha[:, :, None].astype(np.float32) / 255
    near = blur(np.dstack([color * share, share]).astype(np.float32), sigma_px)
    weight = np.minimum(near[:, :, 3:] * 8, 1)
    beyond = near[:, :, :3] / np.maximum(near[:, :, 3:], 1e-4) * weight + 255 * (1 - weight)
    return (color * share + beyond * (1 - share) + 0.5).clip(0, 255).astype(np.uint8)


def _box(alpha: U8) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is not empty; one pixel when all is."""
    columns, rows = np.flatnonzero(alpha.any(axis=0)), np.flatnonzero(alpha.any(axis=1))
    if not len(columns):
        return 0, 0, 1, 1
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
