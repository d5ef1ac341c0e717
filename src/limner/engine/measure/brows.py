"""Colour and thickness of the brows."""

import numpy as np

from limner.engine.color import chroma
from limner.engine.measure.head_crop import HeadCrop
from limner.engine.measure.reading import Reading
from limner.engine.measure.regions import BROW_LEFT, BROW_RIGHT, area
from limner.engine.traits import Lab


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
    strength = min(1.0, 14.0 / max(chroma(color), 1.0))
    color = (color[0], min(max(color[1] * strength, 0.5), 10.0), min(max(color[2] * strength, 1.0), 16.0))
    confidence = min(0.9, max(0.2, contrast / 30))
    return Reading(color, round(confidence, 2)), Reading(round(thickness, 3), round(confidence, 2))
