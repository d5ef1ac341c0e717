"""The tones of one skin: what head, neck and hands are painted with."""

import math
from dataclasses import dataclass

import numpy as np

from limner.engine.color import chroma, from_lch, hue_deg, lab_to_hex, shifted
from limner.engine.traits import Lab


@dataclass(frozen=True, slots=True)
class SkinRamp:
    """Tones as "#rrggbb", from light to dark; `line` draws folds, `blush` the cheeks, `lab` is the base colour.

    `white` is the white of eyes and teeth in the light that falls on this skin: paper white would glare from a face.
    """

    base: str
    light: str
    shadow: str
    deep: str
    line: str
    blush: str
    white: str
    lab: Lab


def _natural(skin: Lab) -> Lab:
    """The skin within what reads as skin: grey and green casts of a photo are pulled back, lightness is kept."""
    lightness = float(np.clip(skin[0], 16.0, 87.0))
    hue = float(np.clip(hue_deg(skin) if chroma(skin) > 1.0 else 58.0, 44.0, 68.0))
    # Very light and very dark skin is less colourful than the tones between.
    middle = math.exp(-(((lightness - 60.0) / 26.0) ** 2))
    low, high = 14.0 + 6.0 * middle, 23.0 + 10.0 * middle
    return from_lch(lightness, float(np.clip(chroma(skin) * 1.05, low, high)), hue)


def skin_ramp(skin: Lab) -> SkinRamp:
    """Tones around one skin colour; dark skin gets smaller steps, so that no tone turns black."""
    base = _natural(skin)
    step = float(np.clip((base[0] - 22.0) / 52.0, 0.42, 1.0))
    return SkinRamp(
        base=lab_to_hex(base),
        light=lab_to_hex(shifted(base, 4.5, 0.92, 3.0)),
        shadow=lab_to_hex(shifted(base, -8.5 * step - 1.0, 1.06 + 0.18 * step, -8.0 * step)),
        deep=lab_to_hex(shifted(base, -19.0 * step - 2.0, 1.14 + 0.22 * step, -13.0 * step)),
        line=lab_to_hex(shifted(base, -35.0 * step - 4.0, 1.22, -16.0)),
        blush=lab_to_hex((base[0] - 7.0 * step, base[1] + 19.0 * step, base[2] + 5.0)),
        white=lab_to_hex((62.0 + 0.35 * base[0], 1.5, 5.0)),
        lab=base,
    )
