"""Single colours: CIELAB (D65) to "#rrggbb" and back, and steps along lightness, chroma and hue."""

import math

import numpy as np

from limner.engine.arrays import F32
from limner.engine.opencv import lab_to_rgb, rgb_to_lab
from limner.engine.traits import Lab


def hex_to_lab(text: str) -> Lab:
    """CIELAB of a colour written #rrggbb. Raises ValueError for anything else."""
    if len(text) != 7 or text[0] != "#":
        msg = f"a colour is written #rrggbb, got {text!r}"
        raise ValueError(msg)
    rgb: F32 = np.array([[[int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)]]], np.float32)
    lightness, a, b = rgb_to_lab(rgb)[0, 0]
    return float(lightness), float(a), float(b)


def lab_to_hex(lab: Lab) -> str:
    """CIELAB to "#rrggbb", clipped to what sRGB can show."""
    rgb = lab_to_rgb(np.array([[[min(max(lab[0], 0.0), 100.0), lab[1], lab[2]]]], np.float32))[0, 0]
    red, green, blue = (round(float(value) * 255) for value in rgb)
    return f"#{red:02x}{green:02x}{blue:02x}"


def chroma(lab: Lab) -> float:
    """Colourfulness: distance from grey."""
    return math.hypot(lab[1], lab[2])


def hue_deg(lab: Lab) -> float:
    """Hue angle, 0 = red, 90 = yellow, 180 = green, 270 = blue."""
    return math.degrees(math.atan2(lab[2], lab[1])) % 360


def from_lch(lightness: float, chroma_value: float, hue: float) -> Lab:
    """A colour from lightness 0..100, chroma and hue in degrees."""
    angle = math.radians(hue)
    return lightness, chroma_value * math.cos(angle), chroma_value * math.sin(angle)


def shifted(lab: Lab, lightness: float = 0.0, chroma_factor: float = 1.0, hue: float = 0.0) -> Lab:
    """The colour, lighter by `lightness`, chroma multiplied, hue turned by degrees."""
    return from_lch(lab[0] + lightness, chroma(lab) * chroma_factor, hue_deg(lab) + hue)
