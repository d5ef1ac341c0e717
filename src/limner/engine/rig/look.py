"""What a character style tells the rig: how shapes are edged, shaded and finished."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from limner.engine.opencv import lab_to_rgb, rgb_to_lab
from limner.engine.traits import Lab

Shading = Literal["soft", "cel", "wash"]
Features = Literal["storybook", "anime"]
Finish = Literal["none", "halftone", "watercolor", "cut-paper", "volume"]


@dataclass(frozen=True, slots=True)
class Look:
    """Edges, shading and the pass over the finished pixels of one character style.

    `ink` is the outline's colour as "#rrggbb", or None for shapes without outlines; `ink_width` is in rig units
    (200 to a face unit). "soft" shades with gradients, "cel" with flat shapes, "wash" with gradients that leave
    room for pigment. `finish` works on the pixels of a page; it is not part of the SVG. `thinning` is the exponent by
    which that pass lightens skin (1 = not at all). `features` says in which tradition proportions, eyes, nose, mouth
    and hair are drawn.
    """

    ink: str | None
    ink_width: float
    shading: Shading
    finish: Finish
    thinning: float = 1.0
    features: Features = "storybook"

    def before_finish(self, color: Lab) -> Lab:
        """The colour to draw with so that the finish leaves `color`: thinned paint lets the white paper through."""
        if self.thinning >= 1.0:
            return color
        rgb = lab_to_rgb(np.array([[color]], np.float32)) ** np.float32(1 / self.thinning)
        lightness, a, b = rgb_to_lab(rgb)[0, 0].tolist()
        return round(lightness, 3), round(a, 3), round(b, 3)

    def stroke(self, scale: float = 1.0) -> str:
        """SVG attributes of an outline, scale times the usual width; empty without ink."""
        if self.ink is None:
            return ""
        width = f"{self.ink_width * scale:.2f}".rstrip("0").rstrip(".")
        return f' stroke="{self.ink}" stroke-width="{width}" stroke-linejoin="round" stroke-linecap="round"'
