"""The person's own skin tone."""

import numpy as np

from limner.engine.color import chroma, from_lch, hue_deg
from limner.engine.measure.head_crop import HeadCrop
from limner.engine.measure.reading import Reading
from limner.engine.measure.regions import bare_skin
from limner.engine.traits import Lab


def measure_skin(crop: HeadCrop) -> Reading[Lab]:
    """Median Lab of the lit part of the face without eyes, brows and lips, after the exposure gain.

    Shade and shine are left out by taking the pixels between the 50th and the 74th percentile of lightness. The hue
    is kept to what skin has in plain light, about 50 to 72 degrees: pinker is a cast of the scene.
    Confidence falls where the light is uneven, the gain large or the skin burnt out.
    """
    skin = bare_skin(crop.points) & crop.inside
    pixels = crop.lab[skin].astype(np.float64)
    low, high = np.percentile(pixels[:, 0], [50, 74])
    tone = np.median(pixels[(pixels[:, 0] >= low) & (pixels[:, 0] <= high)], axis=0)
    spread = float(np.percentile(pixels[:, 0], 85) - np.percentile(pixels[:, 0], 15))
    burnt = float((crop.rgb[skin].max(axis=1) > 250).mean())
    confidence = 0.9 - min(0.4, max(0.0, spread - 12) / 40) - min(0.3, abs(crop.exposure_gain - 1) * 0.6)
    confidence = max(confidence - min(0.6, burnt), 0.1)
    seen: Lab = (float(tone[0]), float(tone[1]), float(tone[2]))
    plain = from_lch(seen[0], min(max(chroma(seen), 16.0), 36.0), min(max(_hue(seen), 50.0), 72.0))
    return Reading(plain, round(confidence, 2))


def _hue(color: Lab) -> float:
    """Hue in -180..180 degrees, so that pinks don't wrap around."""
    hue = hue_deg(color)
    return hue - 360 if hue > 180 else hue
