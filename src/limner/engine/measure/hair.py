"""Hair: found, coloured, and given a style."""

from typing import Final

import numpy as np

from limner.engine.arrays import F32
from limner.engine.color import chroma, from_lch, hue_deg
from limner.engine.measure.hair_mask import HairMask, find_hair
from limner.engine.measure.hair_outline import outline_of
from limner.engine.measure.hair_style import HairFacts, choose_style, hair_facts
from limner.engine.measure.head_crop import HeadCrop
from limner.engine.measure.measurements import HairReadings
from limner.engine.measure.reading import Reading
from limner.engine.measure.regions import BROW_LEFT, BROW_RIGHT, area
from limner.engine.traits import AgeBand, HairStyle, Lab

_SHORT: Final = 0.35
"""Hair that hangs less than this below the eyes, in face units."""


def measure_hair(crop: HeadCrop, age: AgeBand) -> HairReadings:
    """Style, colour and silhouette of the hair in a head crop."""
    mask = find_hair(crop)
    facts = hair_facts(crop, mask)
    style = choose_style(mask, facts, age, alone=crop.alone)
    outline = None
    if style.value == "measured":
        short = facts.length < _SHORT
        outline = outline_of(crop, _above_ears(crop, mask.soft) if short else mask.soft, short=short)
    return HairReadings(style, _color(crop, mask), outline, _skull_height(mask, facts, style.value), mask.soft)


def _above_ears(crop: HeadCrop, hair: F32) -> F32:
    """Short hair ends at the ears: what hangs lower is sideburn, shadow or collar."""
    ears_y = int(0.55 * crop.points[33, 1] + 0.45 * crop.points[2, 1])
    cut = hair.copy()
    cut[ears_y:] = 0
    return cut


def _color(crop: HeadCrop, mask: HairMask) -> Reading[Lab]:
    """The middle tone of what is surely hair, shadows and highlights left out."""
    if not mask.found:
        brows = crop.lab[area(crop.points, BROW_LEFT) | area(crop.points, BROW_RIGHT)]
        return Reading(_drawable(_lab(np.percentile(brows, 30, axis=0))), 0.3)
    pixels = crop.lab[mask.soft > 0.85]
    low, high = np.percentile(pixels[:, 0], [15, 88])
    middle = np.median(pixels[(pixels[:, 0] >= low) & (pixels[:, 0] <= high)], axis=0)
    return Reading(_drawable(_lab(middle)), 0.8)


def _drawable(color: Lab) -> Lab:
    """Keep grey grey and red red; only casts that no hair has are taken out."""
    lightness = min(max(color[0], 13.0), 84.0)
    if chroma(color) < 5.5:
        return from_lch(lightness, chroma(color) * 0.7, 75.0)
    hue = hue_deg(color)
    hue = min(max(hue if hue < 200 else hue - 360, 42.0), 88.0)
    return from_lch(lightness, min(chroma(color) * 1.1, 46.0), hue)


def _lab(values: F32) -> Lab:
    return float(values[0]), float(values[1]), float(values[2])


def _skull_height(mask: HairMask, facts: HairFacts, style: HairStyle) -> Reading[float]:
    """Top of the skull above the eyes; hair adds about an eighth, a bun hides it."""
    if not mask.found or not facts.whole or style in {"bun", "fringe-bun"}:
        return Reading(0.76, 0.3)
    return Reading(round(min(max(facts.top * 0.88, 0.66), 0.92), 3), 0.6)
