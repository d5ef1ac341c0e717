"""One frame of a page that moves. What only shifts, leans or swells is drawn once and laid down anew by its matrix."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from limner.engine.arrays import U8, Points
from limner.engine.compose import Page, kept_patch, lay_over, within
from limner.engine.images import RgbImage
from limner.engine.layer import Layer
from limner.engine.layer_cache import LayerCache, Patch
from limner.engine.motion.gesture import Motion
from limner.engine.opencv import warp_affine
from limner.engine.vectors import number

_DRIFT: Final = 13.0
"""How far the sky wanders to each side, in page units; what is nearer wanders less."""
_NEAR: Final = -0.75
"""Depth of what lies before the people: it wanders the other way."""
_SWELL: Final = (0.006, 0.011)
"""How much broader and taller a body is with full lungs."""


def render_frame(page: Page, motion: Motion, width_px: int, cache: LayerCache) -> RgbImage:
    """Pixels of the page as it stands in `motion`, before its look's finish.

    The page has been composed with the motion's blink, smile and wave; the rest happens here.
    """
    sheet: U8 = np.full((round(page.height * width_px / page.width), width_px, 3), 255, np.uint8)
    shape: U8 = np.zeros(sheet.shape[:2], np.uint8)
    for layer, depth in zip(page.layers, _depths(page.layers), strict=True):
        if layer.joints:
            shape = _person(sheet, page, layer, motion, cache)
            continue
        patch = kept_patch(page, layer, width_px, cache)
        if depth and layer.drifts and motion.drift is not None:
            patch = _drifted(patch, depth * motion.drift * _DRIFT, page, sheet)
        lay_over(sheet, within(patch, shape) if layer.atop else patch)
    return RgbImage(sheet)


def moved_page(page: Page, motion: Motion) -> Page:
    """The page with its layers where `render_frame` lays them, for finishes that ask which shape is seen where."""
    layers: list[Layer] = []
    for layer, depth in zip(page.layers, _depths(page.layers), strict=True):
        if layer.joints:
            body, head = _matrices(layer, motion, 1.0)
            svg = "".join(_grouped(piece.svg, head if piece.head else body) for piece in layer.pieces)
            layers.append(replace(layer, svg=svg))
        elif depth and layer.drifts and motion.drift is not None:
            matrix = _drift_matrix(depth * motion.drift * _DRIFT, page.width, page.height, page.width)
            layers.append(replace(layer, svg=_grouped(layer.svg, matrix)))
        else:
            layers.append(layer)
    return Page(page.width, page.height, tuple(layers))


def _grouped(svg: str, matrix: Points) -> str:
    places = " ".join(number(float(value), 4) for value in matrix.T.ravel())
    return f'<g transform="matrix({places})">{svg}</g>'


def _depths(layers: Sequence[Layer]) -> list[float]:
    """1 the sky .. 0 where the people stand, negative before them. The last layer behind them may be but light."""
    people = [i for i, layer in enumerate(layers) if layer.moving or layer.atop]
    first, last = min(people, default=len(layers)), max(people, default=len(layers))
    far = max(1, first - 2)
    return [max(0.0, 1 - i / far) if i < first else _NEAR if i > last else 0.0 for i in range(len(layers))]


def _drifted(patch: Patch, shift: float, page: Page, sheet: U8) -> Patch:
    """The layer moved by page units, and enlarged so much that its border never shows."""
    unit = sheet.shape[1] / page.width
    matrix = _drift_matrix(shift * unit, sheet.shape[1], sheet.shape[0], page.width)
    return _laid(patch, matrix, sheet)


def _drift_matrix(shift: float, width: float, height: float, page_width: float) -> Points:
    zoom = 1 + 2.2 * _DRIFT / page_width
    return np.array([[zoom, 0, width / 2 * (1 - zoom) + shift], [0, zoom, height / 2 * (1 - zoom)]])


def _person(sheet: U8, page: Page, layer: Layer, motion: Motion, cache: LayerCache) -> U8:
    """Lay a person's pieces down; gives the person's alpha on the page."""
    width_px = sheet.shape[1]
    body, head = _matrices(layer, motion, width_px / page.width)
    shape: U8 = np.zeros(sheet.shape[:2], np.uint8)
    for piece in layer.pieces:
        own = Layer(piece.defs, piece.svg, layer.bounds, layer.finest_px)
        patch = _laid(kept_patch(page, own, width_px, cache), head if piece.head else body, sheet)
        lay_over(sheet, patch)
        high, wide = patch.alpha.shape
        under = shape[patch.y_px : patch.y_px + high, patch.x_px : patch.x_px + wide]
        np.maximum(under, patch.alpha, out=under)
    return shape


def _matrices(layer: Layer, motion: Motion, unit: float) -> tuple[Points, Points]:
    """How body and head move, as (2, 3) matrices in pixels: the body swells from the ground, the head rides on it."""
    joints = layer.joints
    assert joints is not None  # noqa: S101 - only layers of people come here
    neck, feet = np.array(joints.neck) * unit, np.array(joints.feet) * unit
    grown = 1 + np.array(_SWELL) * motion.breath * (1.0 if joints.swells else 0.0)
    body = np.column_stack([np.diag(grown), feet * (1 - grown)])
    # Who sits in a wheelchair must not make it swell: there the head alone rises.
    lift = body[:, :2] @ neck + body[:, 2] - neck
    if not joints.swells:
        lift = (neck - feet) * _SWELL[1] * 0.6 * motion.breath
    angle = math.radians(motion.tilt_deg)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    return body, np.column_stack([turn, neck - turn @ neck + lift])


def _laid(patch: Patch, matrix: Points, sheet: U8) -> Patch:
    """The patch after a matrix in the sheet's pixels, as far as it lies on the sheet."""
    high, wide = patch.alpha.shape
    left, top = patch.x_px, patch.y_px
    corners = np.array([(left, top), (left + wide, top), (left, top + high), (left + wide, top + high)])
    there = corners @ matrix[:, :2].T + matrix[:, 2]
    x0, y0 = np.clip(np.floor(there.min(axis=0)) - 1, 0, None).astype(int).tolist()
    x1, y1 = np.minimum(np.ceil(there.max(axis=0)) + 1, [sheet.shape[1], sheet.shape[0]]).astype(int).tolist()
    moved = matrix.copy()
    # Pixel centres lie at half positions.
    moved[:, 2] += matrix[:, :2] @ [left + 0.5, top + 0.5] - [x0 + 0.5, y0 + 0.5]
    size = max(1, x1 - x0), max(1, y1 - y0)
    alpha = warp_affine(patch.alpha, moved, *size, "linear", "constant")
    return Patch(warp_affine(patch.paint, moved, *size, "linear", "constant"), alpha, x0, y0)
