"""`Layer`: one sheet of a page's stack, as SVG fragments with facts that make its raster cheap."""

from dataclasses import dataclass

Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom in page units."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Drawing instructions in page units.

    `defs` go into the page's <defs>, `svg` into its body; ids in them start with the layer's own prefix.
    `bounds` is what the layer can touch (None: the whole page). `finest_px` is the page width in pixels beyond
    which the layer gains nothing: mist and glows are drawn small and enlarged, which is many times faster and looks
    the same (None: always drawn at the page's own resolution).
    An `atop` layer paints only where the layer right below it has paint: that is how light falls on a figure.
    A `moving` layer changes from frame to frame and is never kept.
    """

    defs: str
    svg: str
    bounds: Bounds | None = None
    finest_px: int | None = None
    atop: bool = False
    moving: bool = False
