"""The soft 3D finish: every shape is blown up to a rounded volume and lit by one lamp, with a rim light behind.

Normals from outlines alone: Johnston, "Lumo: illumination for cel animation", 2002.
"""

from functools import cache
from typing import Final

import numpy as np

from limner.engine.arrays import F32, U8, U16, Bools
from limner.engine.opencv import (
    blur,
    distance_inside,
    faded,
    inverted,
    laid_over,
    looked_up,
    product,
    remap,
    resize,
    sobel,
)
from limner.engine.paint.edge_aware import as_f32
from limner.engine.paint.stacking import disc, places, shade_near

_CAP: Final = 92.0
"""Shapes thicker than twice this many page units stay flat in the middle."""
_SMALLEST: Final = 3.0
"""Thinner shapes, in page units, have no volume of their own."""
_LAMP: Final = tuple(np.float32(part) for part in (-0.46, -0.58, 0.67))
"""Where the lamp is: to the right, down, towards the viewer."""
_HALF: Final = tuple(np.float32(part) for part in (-0.25, -0.32, 0.913))
"""Halfway between lamp and viewer: a highlight is where a surface faces this (Blinn 1977)."""
_DEPTH: Final = (0.42, 0.46, 0.43)
"""What full shade takes of red, green and blue."""
_BEHIND: Final = (0.42, 0.44, 0.52)
"""Strength of the cool lamp behind."""
_STEEP: Final = 1.15
_STEEPEST: Final = 6.0
"""Slopes beyond it are lit like it."""
_FINEST: Final = 45
"""Samples across a pillow at least, where it has that many pixels."""
_CELLS: Final = 32
"""Of the table of light, for each unit of slope."""


def volume(rgb: U8, numbers: U16) -> U8:
    """Light (height, width, 3) flat colours as volumes; `numbers` says which shape is seen where.

    `numbers` may be smaller than the picture: light is made at their size and enlarged.
    """
    height, width = rgb.shape[:2]
    unit = numbers.shape[1] / 1000
    slope_x, slope_y = _slopes(numbers, unit)
    # Edges of the drawing are soft and edges of the numbers hard: a touch of blur makes them meet.
    shade, *lights = (blur(remap(table, slope_x, slope_y), 0.75) for table in _light_by_slope())
    shade, light = laid_over(shade, _contact(numbers, unit)), np.dstack(lights)
    if shade.shape != (height, width):
        shade, light = resize(shade, width, height), resize(light, width, height)
    # What there is least of goes first, so that shade grows richer, not greyer.
    lost = faded(looked_up(rgb, _lost_in_shade()), shade)
    dark = inverted(product(rgb, inverted(lost)))
    return inverted(product(dark, inverted(light)))


def _lost_in_shade() -> U8:
    """(256, 3): what full shade takes, 0..255 of its value, of each value of red, green and blue."""
    value = np.arange(256, dtype=np.float32)[:, None] * np.float32(0.18 / 255)
    return np.round((np.array(_DEPTH, np.float32) + np.float32(0.18) - value) * 255).astype(np.uint8)


@cache
def _light_by_slope() -> tuple[U8, ...]:
    """Four tables over slope to the right (columns) and down (rows), 0 in the middle, `_CELLS` to the unit.

    The first is shade, 0..255; the others are what is added of white to red, green and blue, 0..255 of what is missing.
    """
    side = round(2 * _STEEPEST * _CELLS) + 1
    slope = (np.arange(side, dtype=np.float32) - side // 2) / np.float32(_CELLS)
    lit, rim, gloss = _light(slope[None, :], slope[:, None])
    shade = np.maximum(-lit - np.float32(0.03), 0) * np.float32(1.2)
    light = np.maximum(lit, 0) * np.float32(0.46) + gloss * np.float32(0.26)
    tables = (shade, *(light + rim * np.float32(behind) for behind in _BEHIND))
    return tuple(np.round(np.clip(table, 0, 1) * 255).astype(np.uint8) for table in tables)


def _light(slope_x: F32, slope_y: F32) -> tuple[F32, F32, F32]:
    """(lit, rim, gloss): light against a flat face's, about -0.4..0.25; the lamp behind, 0..1; highlights, 0..1."""
    upright = 1 / np.sqrt(1 + slope_x * slope_x + slope_y * slope_y)
    across, down = -slope_x * upright, -slope_y * upright
    lit = (across * _LAMP[0] + down * _LAMP[1] + upright * _LAMP[2] - _LAMP[2]) * np.float32(0.5)
    edge = 1 - upright
    behind = np.clip(across * np.float32(0.9) - down * np.float32(0.3), 0, 1)
    shine = np.clip(across * _HALF[0] + down * _HALF[1] + upright * _HALF[2], 0, 1)
    for _ in range(5):
        shine *= shine
    rim = np.clip(edge * np.float32(2.0) - np.float32(0.6), 0, 1) * behind
    return as_f32(lit), as_f32(rim), as_f32(shine * np.clip(edge * 4, 0, 1))


def _contact(numbers: U16, unit: float) -> U8:
    """Soft shade, 0..255, where something further up comes near."""
    near, far = disc((-0.6, -1.4), 4.0, unit), disc((-3.0, -6.0), 13.0, unit)
    return blur(shade_near(numbers, (near, 0.42), (far, 0.62)), 1.6 * unit)


def _slopes(numbers: U16, unit: float) -> tuple[F32, F32]:
    """Slope of the volumes to the right and down at each pixel, in cells of the tables of light."""
    flat = np.float32(round(_STEEPEST * _CELLS))
    slopes = tuple(np.full(numbers.shape, flat, np.float32) for _ in range(2))
    lowest = int(numbers.min())
    for number, place in places(numbers):
        if number == lowest:
            continue
        part = numbers[place]
        # What lies on a shape hides it and does not end it.
        found = _inflated(part >= number, unit)
        if found is not None:
            own = part == number
            for slope, inflated in zip(slopes, found, strict=True):
                np.copyto(slope[place], inflated * np.float32(_CELLS) + flat, where=own)
    return slopes[0], slopes[1]


def _inflated(inside: Bools, unit: float) -> tuple[F32, F32] | None:
    """Slopes of a round pillow over a mask: its height is a quarter circle over the distance to the edge."""
    height, width = inside.shape
    step = max(1, min(height, width) // _FINEST)
    # Beyond the crop all goes on as at its border, so that nothing ends at the edge of the page.
    depth = distance_inside(np.pad(inside[::step, ::step], 2, mode="edge"))
    thick = float(depth[2:-2, 2:-2].max()) * step
    if thick < _SMALLEST * unit or min(depth.shape) < 6:
        return None
    reach = min(thick, _CAP * unit) / step
    share = np.minimum(depth / np.float32(reach), 1)
    dome = blur(as_f32(np.sqrt(1 - (1 - share) ** 2) * np.float32(reach * _STEEP)), max(1.0, reach * 0.16))
    slope_x, slope_y = (sobel(dome, dx, 1 - dx)[2:-2, 2:-2] for dx in (1, 0))
    return resize(slope_x, width, height), resize(slope_y, width, height)
