"""Five tones of one hair colour."""

from dataclasses import dataclass

import numpy as np

from limner.engine.color import chroma, from_lch, hue_deg, lab_to_hex, shifted
from limner.engine.traits import Lab


@dataclass(frozen=True, slots=True)
class HairRamp:
    """Tones as "#rrggbb", from dark to light."""

    deep: str
    dark: str
    base: str
    light: str
    shine: str


def hair_ramp(color: Lab) -> HairRamp:
    """Black hair gets strong lights, blonde hair warm shadows, grey hair stays neutral."""
    base = _natural(color)
    lightness = base[0]
    down = float(np.interp(lightness, [10, 25, 50, 80], [4.5, 8.0, 10.5, 9.5]))
    up = float(np.interp(lightness, [10, 25, 50, 75, 90], [11.0, 11.0, 9.0, 7.0, 4.0]))
    return HairRamp(
        deep=lab_to_hex(shifted(base, -1.9 * down, 1.08, -7.0)),
        dark=lab_to_hex(shifted(base, -down, 1.10, -4.0)),
        base=lab_to_hex(base),
        light=lab_to_hex(shifted(base, up, 1.05, 2.0)),
        shine=lab_to_hex(shifted(base, 2.0 * up, 0.92, 4.0)),
    )


def _natural(color: Lab) -> Lab:
    lightness = float(np.clip(color[0], 14.0, 88.0))
    amount, hue = chroma(color), hue_deg(color)
    if amount < 5.0:
        return lightness, color[1] * 0.6, color[2] * 0.6
    if lightness < 30.0:
        # Near black only a little colour reads as hair; auburn and chestnut keep theirs.
        most = float(np.interp(lightness, [14.0, 24.0, 30.0], [12.0, 21.0, 36.0]))
        return from_lch(lightness, min(amount, most), float(np.clip(hue, 30.0, 80.0)))
    return from_lch(lightness, min(amount * 1.06, 46.0), float(np.clip(hue, 34.0, 92.0)))
