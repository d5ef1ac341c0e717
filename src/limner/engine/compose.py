"""A page: layers one above the other, as one SVG document or as pixels."""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from limner.engine.arrays import U8
from limner.engine.images import RgbImage
from limner.engine.layer import Bounds, Joints, Layer
from limner.engine.layer_cache import LayerCache, Patch
from limner.engine.opencv import faded, laid_over, premultiplied, resize
from limner.engine.raster import document, rasterize
from limner.engine.rig.figure import NECK_Y, Figure
from limner.engine.rig.pose import Joint
from limner.engine.stages import STAGE_PX, Watch, pencil, small
from limner.engine.vectors import number

FIGURE_FINEST_PX = 2100
"""240 pixels to the inch of a printed page: drawing figures finer costs half a second and shows nothing more."""

_NOTHING: Final = Patch(np.zeros((0, 0, 3), np.uint8), np.zeros((0, 0), np.uint8), 0, 0)
"""Of a layer that was moved off the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Layers from back to front on a sheet of `width` x `height` page units; the first covers it all."""

    width: float
    height: float
    layers: tuple[Layer, ...]


def figure_layer(
    figure: Figure, x: float, y: float, scale: float, *, turn_deg: float = 0.0, flip: bool = False
) -> Layer:
    """A figure that stands on the page at (x, y), `scale` page units to a body unit.

    `turn_deg` turns it clockwise about its middle, and `flip` mirrors it there.
    """
    left, upper, right, lower = figure.bounds
    top = y - figure.ground_y * scale
    if not turn_deg and not flip:
        place = f"translate({number(x, 2)} {number(top, 2)}) scale({number(scale, 4)})"
        bounds: Bounds = (x + left * scale, top + upper * scale, x + right * scale, top + lower * scale)
        return _standing(figure, place, bounds, ((x, top + NECK_Y * scale), (x, y)))
    middle = top + figure.middle_y * scale
    place = (
        f"translate({number(x, 2)} {number(middle, 2)}) rotate({number(turn_deg, 2)}) "
        f"scale({number(-scale if flip else scale, 4)} {number(scale, 4)}) translate(0 {number(-figure.middle_y, 2)})"
    )
    across = np.array([left, right, right, left]) * (-scale if flip else scale)
    down = (np.array([upper, upper, lower, lower]) - figure.middle_y) * scale
    cos, sin = math.cos(math.radians(turn_deg)), math.sin(math.radians(turn_deg))
    corners_x, corners_y = x + across * cos - down * sin, middle + across * sin + down * cos
    sides = (corners_x.min(), corners_y.min(), corners_x.max(), corners_y.max())
    joints = tuple(
        (x - (at - figure.middle_y) * scale * sin, middle + (at - figure.middle_y) * scale * cos)
        for at in (NECK_Y, figure.ground_y)
    )
    return _standing(
        figure, place, (float(sides[0]), float(sides[1]), float(sides[2]), float(sides[3])), (joints[0], joints[1])
    )


def _standing(figure: Figure, place: str, bounds: Bounds, joints: tuple[Joint, Joint]) -> Layer:
    pieces = tuple(replace(piece, svg=f'<g transform="{place}">{piece.svg}</g>') for piece in figure.pieces)
    return Layer(
        figure.defs,
        f'<g transform="{place}">{figure.svg}</g>',
        bounds,
        FIGURE_FINEST_PX,
        moving=True,
        pieces=pieces,
        joints=Joints(*joints, swells=figure.swells),
    )


def page_svg(page: Page, width_px: int | None = None) -> str:
    """The page as one standalone SVG document, `width_px` wide (its own units without)."""
    defs: list[str] = []
    body: list[str] = []
    for i, layer in enumerate(page.layers):
        masked = ""
        if layer.atop:
            defs.append(f'<mask id="atop{i}" mask-type="alpha"><use href="#layer{i - 1}"/></mask>')
            masked = f' mask="url(#atop{i})"'
        defs.append(layer.defs)
        body.append(f'<g id="layer{i}"{masked}>{layer.svg}</g>')
    wide = width_px or round(page.width)
    high = round(page.height * wide / page.width)
    return document("".join(defs), "".join(body), (0, 0, page.width, page.height), (wide, high))


def render_page(page: Page, width_px: int, cache: LayerCache | None = None, watch: Watch | None = None) -> RgbImage:
    """Pixels of the page; equal to rendering `page_svg`, but each layer at the resolution it needs.

    What stands still is kept in `cache`, so that another frame of the same page draws only its moving layers.
    `watch` is shown the people in pencil, the page before light falls on them, and the whole page.
    """
    cache = LayerCache(max_bytes=0) if cache is None else cache
    people = {i: _draw(page, layer, width_px) for i, layer in enumerate(page.layers) if layer.moving}
    if watch and people:
        watch("lines", RgbImage(_sketch(page, width_px, [patch for patch in people.values() if patch is not _NOTHING])))
    still = min(people, default=len(page.layers))
    sheet = _ground(page, page.layers[:still], width_px, cache).copy()
    shape: U8 | None = None
    for i, layer in enumerate(page.layers[still:], still):
        patch = people.get(i) or kept_patch(page, layer, width_px, cache)
        if layer.atop and shape is not None and patch is not _NOTHING:
            patch = within(patch, shape)
        lay_over(sheet, patch)
        if layer.moving:
            shape = _alpha_on_page(sheet, patch)
        if watch and i == max(people, default=-1):
            watch("colour", RgbImage(small(sheet)))
    if watch:
        watch("light", RgbImage(small(sheet)))
    return RgbImage(sheet)


def _sketch(page: Page, width_px: int, people: Sequence[Patch]) -> U8:
    """The people alone, in pencil on paper."""
    share = min(1.0, STAGE_PX / width_px)
    wide, high = _size(page, round(width_px * share))
    sheet: U8 = np.full((high, wide, 3), 255, np.uint8)
    for patch in people:
        size = [max(1, int(side * share)) for side in patch.alpha.shape]
        paint, alpha = (resize(values, size[1], size[0], "area") for values in (patch.paint, patch.alpha))
        lay_over(sheet, Patch(paint, alpha, int(patch.x_px * share), int(patch.y_px * share)))
    return pencil(sheet)


def _size(page: Page, width_px: int) -> tuple[int, int]:
    return width_px, round(page.height * width_px / page.width)


def _ground(page: Page, layers: tuple[Layer, ...], width_px: int, cache: LayerCache) -> U8:
    """The still layers behind the first moving one, flattened to (height, width, 3)."""
    key = _key(layers, width_px)
    kept = cache.get(key)
    if kept is None:
        wide, high = _size(page, width_px)
        sheet: U8 = np.full((high, wide, 3), 255, np.uint8)
        for layer in layers:
            lay_over(sheet, _draw(page, layer, width_px))
        kept = Patch(sheet, np.zeros((0, 0), np.uint8), 0, 0)
        cache.put(key, kept)
    return kept.paint


def kept_patch(page: Page, layer: Layer, width_px: int, cache: LayerCache) -> Patch:
    """The layer's raster within its bounds, drawn unless the cache has it."""
    key = _key((layer,), width_px)
    patch = cache.get(key)
    if patch is None:
        patch = _draw(page, layer, width_px)
        cache.put(key, patch)
    return patch


def _key(layers: tuple[Layer, ...], width_px: int) -> str:
    digest = hashlib.sha256()
    for layer in layers:
        digest.update(f"{layer.bounds}{layer.finest_px}{layer.defs}|{layer.svg}\n".encode())
    return f"{digest.hexdigest()}@{width_px}"


def _draw(page: Page, layer: Layer, width_px: int) -> Patch:
    """Rasterise a layer within its bounds, at its own detail, as premultiplied paint and alpha."""
    wide, high = _size(page, width_px)
    unit = width_px / page.width
    left, top, right, bottom = layer.bounds or (0, 0, page.width, page.height)
    x0, y0 = max(0, int(np.floor(left * unit))), max(0, int(np.floor(top * unit)))
    x1, y1 = min(wide, int(np.ceil(right * unit))), min(high, int(np.ceil(bottom * unit)))
    if x1 <= x0 or y1 <= y0:
        return _NOTHING
    detail = min(1.0, (layer.finest_px or width_px) / width_px)
    size = max(1, round((x1 - x0) * detail)), max(1, round((y1 - y0) * detail))
    view = (x0 / unit, y0 / unit, (x1 - x0) / unit, (y1 - y0) / unit)
    paint, alpha = premultiplied(rasterize(document(layer.defs, layer.svg, view, size)))
    if size != (x1 - x0, y1 - y0):
        paint, alpha = resize(paint, x1 - x0, y1 - y0), resize(alpha, x1 - x0, y1 - y0)
    return Patch(paint, alpha, x0, y0)


def lay_over(sheet: U8, patch: Patch) -> None:
    """Lay premultiplied paint over an opaque sheet, in place."""
    high, wide = patch.paint.shape[:2]
    if not high:
        return
    under = sheet[patch.y_px : patch.y_px + high, patch.x_px : patch.x_px + wide]
    if int(patch.alpha.min()) == 255:
        under[:] = patch.paint
        return
    under[:] = laid_over(patch.paint, faded(under, 255 - patch.alpha))


def _alpha_on_page(sheet: U8, patch: Patch) -> U8:
    alpha: U8 = np.zeros(sheet.shape[:2], np.uint8)
    high, wide = patch.alpha.shape
    alpha[patch.y_px : patch.y_px + high, patch.x_px : patch.x_px + wide] = patch.alpha
    return alpha


def within(patch: Patch, shape: U8) -> Patch:
    """The patch only where `shape`, an alpha of the whole page, has paint."""
    high, wide = patch.alpha.shape
    seen = shape[patch.y_px : patch.y_px + high, patch.x_px : patch.x_px + wide]
    alpha = faded(np.dstack([patch.alpha] * 3), seen)[:, :, 0]
    return replace(patch, paint=faded(patch.paint, seen), alpha=alpha)
