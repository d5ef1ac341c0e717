"""The one place that calls OpenCV: thin, typed wrappers with units and ranges.

OpenCV's own stubs give every result the same loose array type, so each wrapper pins the dtype it promises.
No photo is decoded here: that is `engine.codec`, which borrows only the fast PNG writer from here.
"""

from collections.abc import Sequence
from typing import Literal, TypeVar, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from limner.engine.arrays import F32, U8, Bools, Ints, Points
from limner.engine.images import Box

Pixels = TypeVar("Pixels", F32, U8)
Interpolation = Literal["nearest", "linear", "cubic", "area"]
Border = Literal["replicate", "reflect", "constant"]

_INTERPOLATION: dict[str, int] = {
    "nearest": cv2.INTER_NEAREST,
    "linear": cv2.INTER_LINEAR,
    "cubic": cv2.INTER_CUBIC,
    "area": cv2.INTER_AREA,
}
_BORDER: dict[str, int] = {
    "replicate": cv2.BORDER_REPLICATE,
    "reflect": cv2.BORDER_REFLECT,
    "constant": cv2.BORDER_CONSTANT,
}


def blur(values: Pixels, sigma_px: float) -> Pixels:
    """Gaussian blur; the window grows with sigma, edges are mirrored."""
    return cast("Pixels", cv2.GaussianBlur(values, (0, 0), sigma_px))


def box_blur(values: F32, radius_px: int) -> F32:
    """Mean over a square window of side 2 * radius + 1."""
    side = 2 * radius_px + 1
    return cast("F32", cv2.blur(values, (side, side), borderType=cv2.BORDER_REFLECT))


def resize(values: Pixels, width_px: int, height_px: int, interpolation: Interpolation = "linear") -> Pixels:
    """Resample to width x height; use "area" when shrinking."""
    return cast("Pixels", cv2.resize(values, (width_px, height_px), interpolation=_INTERPOLATION[interpolation]))


def remap(
    values: Pixels,
    x: F32,
    y: F32,
    interpolation: Interpolation = "linear",
    border: Border = "replicate",
    fill: float = 0.0,
) -> Pixels:
    """Sample `values` at the positions (x, y), each of the result's shape; `fill` counts with border "constant"."""
    return cast(
        "Pixels",
        cv2.remap(values, x, y, _INTERPOLATION[interpolation], borderMode=_BORDER[border], borderValue=[fill] * 4),
    )


def warp_affine(
    values: Pixels,
    matrix: Points,
    width_px: int,
    height_px: int,
    interpolation: Interpolation = "linear",
    border: Border = "replicate",
    fill: float = 0.0,
) -> Pixels:
    """Apply a (2, 3) matrix that maps source to result positions."""
    return cast(
        "Pixels",
        cv2.warpAffine(
            values,
            matrix.astype(np.float64),
            (width_px, height_px),
            flags=_INTERPOLATION[interpolation],
            borderMode=_BORDER[border],
            borderValue=[fill] * 4,
        ),
    )


def sobel(values: F32, dx: int, dy: int) -> F32:
    """First derivative with the 3 x 3 Sobel kernel, divided by 8: the unit is change per pixel."""
    return cast("F32", cv2.Sobel(values, cv2.CV_32F, dx, dy, ksize=3, scale=1 / 8))


def median_blur(values: U8, side_px: int) -> U8:
    """Median over a square of an odd side."""
    return cast("U8", cv2.medianBlur(values, side_px))


def bilateral(values: Pixels, diameter_px: int, sigma_value: float, sigma_px: float) -> Pixels:
    """Edge-keeping blur: neighbours further than sigma_value in value count little."""
    return cast("Pixels", cv2.bilateralFilter(values, diameter_px, sigma_value, sigma_px))


def convolve(values: F32, kernel: F32) -> F32:
    """Correlate each channel with a small kernel; edges are mirrored."""
    return cast("F32", cv2.filter2D(values, cv2.CV_32F, kernel, borderType=cv2.BORDER_REFLECT))


def luminance(rgb: F32) -> F32:
    """Luma (Rec. 601) of an RGB picture in 0..1: shape (height, width)."""
    return cast("F32", cv2.cvtColor(np.ascontiguousarray(rgb, dtype=np.float32), cv2.COLOR_RGB2GRAY))


def ellipse_kernel(side_px: int) -> U8:
    """A round structuring element of an odd side."""
    return cast("U8", cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side_px, side_px)))


def dilate(values: Pixels, side_px: int) -> Pixels:
    """Largest value in a round window."""
    return cast("Pixels", cv2.dilate(values, ellipse_kernel(side_px)))


def erode(values: Pixels, side_px: int) -> Pixels:
    """Smallest value in a round window."""
    return cast("Pixels", cv2.erode(values, ellipse_kernel(side_px)))


def rgb_to_lab(rgb: F32) -> F32:
    """CIELAB (D65) of sRGB in 0..1: L 0..100, a and b about -110..110."""
    return cast("F32", cv2.cvtColor(np.ascontiguousarray(rgb, dtype=np.float32), cv2.COLOR_RGB2LAB))


def lab_to_rgb(lab: F32) -> F32:
    """CIELAB (D65) to sRGB, clipped to 0..1."""
    rgb = cv2.cvtColor(np.ascontiguousarray(lab, dtype=np.float32), cv2.COLOR_LAB2RGB)
    return np.clip(rgb, 0.0, 1.0).astype(np.float32)


def fill_polygon(shape: tuple[int, int], polygon: Points, *, smooth: bool = False) -> F32:
    """Mask of shape (height, width): 1 inside the closed polygon of (n, 2) pixel positions."""
    canvas = np.zeros(shape, np.uint8)
    if smooth:
        corners = [np.round(polygon[:, :2] * 16).astype(np.int32)]
        cv2.fillPoly(canvas, corners, [255.0], lineType=cv2.LINE_AA, shift=4)
    else:
        cv2.fillPoly(canvas, [np.round(polygon[:, :2]).astype(np.int32)], [255.0])
    return canvas.astype(np.float32) / np.float32(255)


def inside_polygon(shape: tuple[int, int], polygon: Points) -> Bools:
    """Pixels of a (height, width) mask inside the closed polygon, its border included."""
    canvas = np.zeros(shape, np.uint8)
    cv2.fillPoly(canvas, [np.round(polygon[:, :2]).astype(np.int32)], [1.0])
    return canvas.view(np.bool_)


def convex_hull(points: Points) -> Points:
    """Corner points of the convex hull, in order."""
    return cast("NDArray[np.float32]", cv2.convexHull(points[:, :2].astype(np.float32)))[:, 0].astype(np.float64)


def connected_components(mask: Bools) -> tuple[int, Ints, Ints]:
    """Number of labels (0 is the ground), the label of each pixel, and per label (left, top, width, height, area)."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    return count, cast("Ints", labels), cast("Ints", stats)


def distance_inside(mask: Bools) -> F32:
    """Distance in pixels from each pixel of the mask to the nearest one outside it."""
    return cast("F32", cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5))


def grab_cut(rgb: U8, seeds: U8, rounds: int) -> Bools:
    """Foreground by graph cut (Rother et al. 2004).

    `seeds` holds 0 ground, 1 figure, 2 probably ground, 3 probably figure. The random start of its colour
    clustering is fixed, so that the same input gives the same cut.
    """
    cv2.setRNGSeed(7)
    labels = seeds.copy()
    ground, figure = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(rgb, labels, None, ground, figure, rounds, cv2.GC_INIT_WITH_MASK)  # type: ignore[call-overload]
    return (labels == 1) | (labels == 3)  # OpenCV's own labels


def contours(mask: Bools) -> list[Points]:
    """Outer and inner borders of a mask as lists of (n, 2) pixel positions, in a fixed order."""
    found, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    return [np.asarray(border, np.float64).reshape(-1, 2) for border in cast("Sequence[Ints]", found)]


def product(first: U8, second: U8, one: int = 255) -> U8:
    """`first` times `second`, of which `one` stands for 1; rounded and held within 0..255."""
    return cast("U8", cv2.multiply(first, second, scale=1 / one))


def inverted(values: U8) -> U8:
    """255 less each value."""
    return cast("U8", cv2.bitwise_not(values))


def looked_up(values: U8, table: Pixels) -> Pixels:
    """Each value's entry in a table of 256, or of (256, channels) with a table for each channel."""
    return cast("Pixels", cv2.LUT(values, table[None]))


def shifted(values: U8, shift: F32) -> U8:
    """Sample at each pixel's place plus its `shift` (height, width, 2), pixels to the right and down."""
    flags = cv2.INTER_LINEAR | cv2.WARP_RELATIVE_MAP
    return cast("U8", cv2.remap(values, shift, None, flags, borderMode=cv2.BORDER_REFLECT))  # type: ignore[call-overload]


def faded(paint: U8, share: U8) -> U8:
    """`paint` (height, width, 3) times `share` (height, width) / 255, rounded."""
    return cast("U8", cv2.multiply(paint, cv2.merge([share, share, share]), scale=1 / 255))


def laid_over(paint: U8, under: U8) -> U8:
    """The sum of two pictures, held at 255."""
    return cast("U8", cv2.add(paint, under))


def premultiplied(rgba: U8) -> tuple[U8, U8]:
    """Straight (height, width, 4) RGBA as paint (height, width, 3) times alpha, rounded, and alpha."""
    paint = cv2.cvtColor(cv2.cvtColor(rgba, cv2.COLOR_RGBA2mRGBA), cv2.COLOR_RGBA2RGB)
    return cast("U8", paint), cast("U8", cv2.extractChannel(rgba, 3))


def draw_circle(canvas: Pixels, center_px: tuple[float, float], radius_px: float, value: float) -> None:
    """Fill an anti-aliased circle in place."""
    position = (round(center_px[0] * 8), round(center_px[1] * 8))
    cv2.circle(canvas, position, round(radius_px * 8), [value] * 3, -1, cv2.LINE_AA, 3)


def use_threads(count: int) -> None:
    """How many threads OpenCV may use; results do not depend on it."""
    cv2.setNumThreads(count)


class OnnxNetwork:
    """A neural network from the bytes of an ONNX file."""

    def __init__(self, data: bytes) -> None:
        self._net = cv2.dnn.readNetFromONNX(np.frombuffer(data, np.uint8))

    @property
    def outputs(self) -> list[str]:
        """Names of all outputs, in the file's order."""
        return list(self._net.getUnconnectedOutLayersNames())

    def run(self, values: F32, outputs: Sequence[str]) -> list[F32]:
        """Feed a batch (n, channels, height, width); copies of the named outputs, in their order."""
        self._net.setInput(np.ascontiguousarray(values))
        return [np.array(found, np.float32) for found in cast("Sequence[F32]", self._net.forward(list(outputs)))]


def apart(boxes: Sequence[Box], confidence: Sequence[float], most_overlap: float) -> list[int]:
    """Numbers of the boxes that don't mostly repeat a surer one, the surest first.

    `most_overlap` is the shared area over the area of both together, 0..1.
    """
    rectangles = [(box.x_px, box.y_px, box.width_px, box.height_px) for box in boxes]
    kept = cv2.dnn.NMSBoxes(rectangles, list(confidence), 0.0, most_overlap) if rectangles else ()
    return [int(number) for number in kept]


def png_bytes(rgb: U8) -> bytes:
    """Encode (height, width, 3) sRGB as PNG without metadata; twice as fast as Pillow at the same size.

    Runs of equal bytes are all that deflate looks for: drawings come out smaller than by its own search, and sooner.
    """
    options = [cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_UP]
    options += [cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE]
    done, data = cv2.imencode(".png", cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), options)  # noqa: TID251 - codec calls it here
    if not done:
        raise ValueError("OpenCV could not encode a PNG.")
    return data.tobytes()


def png_pixels(data: bytes) -> U8:
    """Decode a PNG that resvg wrote to (height, width, 4) RGBA; faster than Pillow."""
    bgra = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)  # noqa: TID251 - no photo, resvg's own
    return cast("U8", cv2.cvtColor(cast("U8", bgra), cv2.COLOR_BGRA2RGBA))
