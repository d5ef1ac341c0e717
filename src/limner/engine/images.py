"""The three picture types everything outside the engine speaks of: `RgbImage`, `Mask` and `Box`."""

from dataclasses import dataclass

from limner.engine.arrays import F32, U8


@dataclass(frozen=True, slots=True, eq=False)
class RgbImage:
    """An upright sRGB picture.

    `pixels` has shape (height, width, 3), dtype uint8, channel order red, green, blue, C-contiguous.
    """

    pixels: U8

    def __post_init__(self) -> None:
        if self.pixels.ndim != 3 or self.pixels.shape[2] != 3 or str(self.pixels.dtype) != "uint8":
            msg = f"RgbImage wants (height, width, 3) uint8, got {self.pixels.shape} {self.pixels.dtype}"
            raise ValueError(msg)

    @property
    def width_px(self) -> int:
        """Columns."""
        return int(self.pixels.shape[1])

    @property
    def height_px(self) -> int:
        """Rows."""
        return int(self.pixels.shape[0])


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """How much each pixel belongs to something: `values` has shape (height, width), float32, 0..1."""

    values: F32


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in pixels of the picture it was found in; x and y are its left top corner."""

    x_px: float
    y_px: float
    width_px: float
    height_px: float

    @property
    def center_px(self) -> tuple[float, float]:
        """Middle of the box as (x, y)."""
        return self.x_px + self.width_px / 2, self.y_px + self.height_px / 2

    @property
    def area_px(self) -> float:
        """Width times height."""
        return self.width_px * self.height_px
