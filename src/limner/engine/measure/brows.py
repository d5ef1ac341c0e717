"""Colour and thickness of the brows."""

import numpy as np

from limner.engine.color import chroma
from limner.engine.measure.head_crop import HeadCrop
from limner.engine.measure.reading import Reading
from limner.engine.measure.regions import BROW_LEFT, BROW_RIGHT, area
from limner.engine.traits import Lab

_FAINT = 0.76
"""Lightness of the brows' dark third over the skin's."""


def measure_brows(crop: HeadCrop, skin: Lab) -> tuple[Reading[Lab], Reading[float]]:
    """Median of the darkest third, and the share of the brow's area that is darker than half way to the skin."""
    pixels = crop.lab[area(crop.points, BROW_LEFT) | area(crop.points, BROW_RIGHT)].astype(np.float64)
    if len(pixels) < 20:
        return Reading((30.0, 6.0, 10.0), 0.1), Reading(0.5, 0.1)
    dark = np.median(pixels[pixels[:, 0] <= np.percentile(pixels[:, 0], 35)], axis=0)
    contrast = skin[0] - float(dark[0])
    threshold = skin[0] - 0.5 * contrast
    thickness = float((pixels[:, 0] < threshold).mean())
    color: Lab = (min(max(float(dark[0]), 10.0), 62.0), float(dark[1]), float(dark[2]))
    # Skin shines through a faint brow; drawn as one shape it needs its own, deeper tone to be seen.
    deeper = min(color[0], skin[0] * 0.72)
    strength = min(1.2, 20.0 / max(chroma(color), 1.0))
    color = (max(deeper, 10.0), min(max(color[1] * strength, 0.5), 11.0), min(max(color[2] * strength, 1.0), 20.0))
    confidence = min(0.9, max(0.2, 2.0 * contrast / max(skin[0], 1.0)))
    return Reading(color, round(confidence, 2)), Reading(round(thickness, 3), round(confidence, 2))


def has_faint_brows(crop: HeadCrop, skin: Lab) -> bool:
    """Brows hardly darker than the skin, as babies have them."""
    pixels = crop.lab[area(crop.points, BROW_LEFT) | area(crop.points, BROW_RIGHT)]
    if len(pixels) < 20:
        return False
    dark = float(np.median(pixels[:, 0][pixels[:, 0] <= np.percentile(pixels[:, 0], 35)]))
    return round(dark / max(skin[0], 1.0), 3) > _FAINT
