"""The soft 3D finish: every shape is blown up to a rounded volume and lit by one lamp, with a rim light behind.

Normals from outlines alone: Johnston, "Lumo: illumination for cel animation", 2002.
"""

from typing import Final

import numpy as np

from limner.engine.arrays import F32, U8, Bools, Ints
from limner.engine.opencv import blur, distance_inside, resize
from limner.engine.paint.edge_aware import as_f32
from limner.engine.paint.stacking import covered_share, disc, places

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


def volume(rgb: U8, numbers: Ints) -> U8:
    """Light (height, width, 3) flat colours as volumes; `numbers` (height, width) says which shape is seen where."""
    unit = rgb.shape[1] / 1000
    lit, rim, gloss = _light(*_slopes(numbers, unit))
    # Edges of the drawing are soft and edges of the numbers hard: a touch of blur makes them meet.
    shade = blur(as_f32(np.maximum(-lit - np.float32(0.03), 0) * np.float32(1.2)) + _contact(numbers, unit), 0.75)
    light = blur(as_f32(np.maximum(lit, 0) * np.float32(0.46) + gloss * np.float32(0.26)), 0.75)
    rim = blur(rim, 0.75)
    result: U8 = np.empty_like(rgb)
    for channel, (depth, behind) in enumerate(zip(_DEPTH, _BEHIND, strict=True)):
        plane = rgb[:, :, channel].astype(np.float32)
        # What there is least of goes first, so that shade grows richer, not greyer.
        plane *= 1 - shade * (np.float32(depth + 0.18) - plane * np.float32(0.18 / 255))
        plane += (255 - plane) * (light + rim * np.float32(behind))
        result[:, :, channel] = np.clip(plane + np.float32(0.5), 0, 255).astype(np.uint8)
    return result


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


def _contact(numbers: Ints, unit: float) -> F32:
    """Soft shade where something further up comes near."""
    near = covered_share(numbers, disc((-0.6, -1.4), 4.0, unit))
    far = covered_share(numbers, disc((-3.0, -6.0), 13.0, unit))
    return as_f32(np.minimum(blur(as_f32(near * np.float32(0.42) + far * np.float32(0.62)), 1.6 * unit), 1))


def _slopes(numbers: Ints, unit: float) -> tuple[F32, F32]:
    """Slope of the volumes to the right and down at each pixel, 0 on what is flat."""
    slope_x: F32 = np.zeros(numbers.shape, np.float32)
    slope_y: F32 = np.zeros(numbers.shape, np.float32)
    lowest = int(numbers.min())
    for number, place in places(numbers):
        if number == lowest:
            continue
        part = numbers[place]
        # What lies on a shape hides it and does not end it.
        found = _inflated(part >= number, unit)
        if found is not None:
            own = part == number
            np.copyto(slope_x[place], found[0], where=own)
            np.copyto(slope_y[place], found[1], where=own)
    return slope_x, slope_y


def _inflated(inside: Bools, unit: float) -> tuple[F32, F32] | None:
    """Slopes of a round pillow over a mask: its height is a quarter circle over the distance to the edge."""
    height, width = inside.shape
    step = max(1, min(height, width) // 90)
    # Beyond the crop all goes on as at its border, so that nothing ends at the edge of the page.
    depth = distance_inside(np.pad(inside[::step, ::step], 2, mode="edge"))[2:-2, 2:-2]
    thick = float(depth.max()) * step
    if thick < _SMALLEST * unit or min(depth.shape) < 2:
        return None
    reach = min(thick, _CAP * unit) / step
    share = np.minimum(depth / np.float32(reach), 1)
    dome = blur(as_f32(np.sqrt(1 - (1 - share) ** 2) * np.float32(reach * _STEEP)), max(1.0, reach * 0.16))
    slope_x, slope_y = (as_f32(np.gradient(dome, axis=axis)) for axis in (1, 0))
    return resize(slope_x, width, height), resize(slope_y, width, height)
