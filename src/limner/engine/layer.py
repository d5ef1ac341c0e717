"""`Layer`: one sheet of a page's stack, as SVG fragments with facts that make its raster cheap."""

from dataclasses import dataclass

Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom in page units."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a person that moves as one: the body, or the `head` with its hair. `defs` are what it needs alone."""

    defs: str
    svg: str
    head: bool


@dataclass(frozen=True, slots=True)
class Joints:
    """What a person moves about, in page units: the neck's base, and the feet on the ground.

    A body `swells` as it breathes; whoever sits in a wheelchair breathes with the head alone.
    """

    neck: tuple[float, float]
    feet: tuple[float, float]
    swells: bool


@dataclass(frozen=True, slots=True)
class Layer:
    """Drawing instructions in page units.

    `defs` go into the page's <defs>, `svg` into its body; ids in them start with the layer's own prefix.
    `bounds` is what the layer can touch (None: the whole page). `finest_px` is the page width in pixels beyond
    which the layer gains nothing: mist and glows are drawn small and enlarged, which is many times faster and looks
    the same (None: always drawn at the page's own resolution).
    An `atop` layer paints only where the layer right below it has paint: that is how light falls on a figure.
    A `moving` layer changes from frame to frame and is never kept. That of a person has `pieces`, whose SVG one after
    the other is the layer's, and the `joints` about which they move. What does not belong to the scene, such as a
    caption, does not drift with it.
    """

    defs: str
    svg: str
    bounds: Bounds | None = None
    finest_px: int | None = None
    atop: bool = False
    moving: bool = False
    pieces: tuple[Piece, ...] = ()
    joints: Joints | None = None
    drifts: bool = True
