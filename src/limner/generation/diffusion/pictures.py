"""Pictures on their way into a model and out of it: sizes it can draw, and what came out."""

import math

import numpy as np
from PIL import Image

from limner.engine import opencv
from limner.engine.arrays import Points
from limner.engine.images import RgbImage
from limner.errors import BadResult
from limner.generation.provider import DrawRequest
from limner.generation.received import cut_to


def drawn_size(request: DrawRequest, megapixels: float, multiple_px: int) -> tuple[int, int]:
    """Width and height to draw in pixels, multiples of `multiple_px`; the request is cut out of it."""
    ratio = request.height_px / request.size_px
    width_px = math.sqrt(megapixels * 1_000_000 / ratio)
    wide, high = (math.ceil(side_px / multiple_px) * multiple_px for side_px in (width_px, width_px * ratio))
    return wide, high


def covering(image: RgbImage, size_px: tuple[int, int]) -> Image.Image:
    """The picture enlarged or shrunk to cover (width, height), and cut about its middle."""
    width_px, height_px = size_px
    scale, left, top = _cover(image, size_px)
    wide, high = max(width_px, round(image.width_px * scale)), max(height_px, round(image.height_px * scale))
    pixels = opencv.resize(image.pixels, wide, high, "area" if scale < 1 else "cubic")
    return Image.fromarray(pixels[top : top + height_px, left : left + width_px])


def covering_points(points: Points, image: RgbImage, size_px: tuple[int, int]) -> Points:
    """Where points of the picture, in pixels, are after `covering`."""
    scale, left, top = _cover(image, size_px)
    return points * scale - np.array([left, top])


def _cover(image: RgbImage, size_px: tuple[int, int]) -> tuple[float, int, int]:
    """How much larger a picture becomes to cover a size, and what is cut off at the left and the top."""
    width_px, height_px = size_px
    scale = max(width_px / image.width_px, height_px / image.height_px)
    wide, high = round(image.width_px * scale), round(image.height_px * scale)
    return scale, max(0, wide - width_px) // 2, max(0, high - height_px) // 2


def at_most(image: RgbImage, megapixels: float) -> Image.Image:
    """The picture, shrunk where it is larger."""
    scale = math.sqrt(megapixels * 1_000_000 / (image.width_px * image.height_px))
    if scale >= 1:
        return Image.fromarray(image.pixels)
    wide, high = max(1, round(image.width_px * scale)), max(1, round(image.height_px * scale))
    return Image.fromarray(opencv.resize(image.pixels, wide, high, "area"))


def finished(drawn: Image.Image, request: DrawRequest) -> RgbImage:
    """What came out of the model, in the proportions of the request and no larger than it.

    Raises:
        BadResult: it is empty, or of another shape.
    """
    image = cut_to(not_empty(drawn), request)
    if image is None:
        raise BadResult("The picture that came out has the wrong shape.", "Draw it larger, with more megapixels.")
    if image.width_px <= request.size_px:
        return image
    return RgbImage(opencv.resize(image.pixels, request.size_px, request.height_px, "area"))


def not_empty(drawn: Image.Image) -> RgbImage:
    """What came out of the model.

    Raises:
        BadResult: it is of one colour, mostly black: what numbers that overflow become.
    """
    pixels = np.array(drawn.convert("RGB"))
    if (pixels == pixels[0, 0]).all():
        raise BadResult("An empty picture came out.", "Try another seed.")
    return RgbImage(pixels)
