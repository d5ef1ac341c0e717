"""What a character style tells the rig: how shapes are edged, shaded and finished."""

from dataclasses import dataclass
from typing import Literal

Shading = Literal["soft", "cel", "wash"]
Finish = Literal["none", "halftone", "watercolor"]


@dataclass(frozen=True, slots=True)
class Look:
    """Edges, shading and the pass over the finished pixels of one character style.

    `ink` is the outline's colour as "#rrggbb", or None for shapes without outlines; `ink_width` is in rig units
    (200 to a face unit). "soft" shades with gradients, "cel" with flat shapes, "wash" with gradients that leave
    room for pigment. `finish` works on the pixels of a page; it is not part of the SVG.
    """

    ink: str | None
    ink_width: float
    shading: Shading
    finish: Finish

    def stroke(self, scale: float = 1.0) -> str:
        """SVG attributes of an outline, scale times the usual width; empty without ink."""
        if self.ink is None:
            return ""
        width = f"{self.ink_width * scale:.2f}".rstrip("0").rstrip(".")
        return f' stroke="{self.ink}" stroke-width="{width}" stroke-linejoin="round" stroke-linecap="round"'
