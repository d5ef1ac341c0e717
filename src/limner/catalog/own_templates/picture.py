"""A picture of pixels as a layer of a page."""

import base64
from typing import Final

import numpy as np

from limner.catalog.own_templates.trouble import trouble
from limner.engine.arrays import U8, Points
from limner.engine.codec import decode_with_alpha, encode_jpeg, encode_png_with_alpha, read_head
from limner.engine.images import RgbImage
from limner.engine.layer import Layer
from limner.engine.opencv import contours, erode, resize
from limner.engine.rig.marks import PRINTED
from limner.engine.vectors import number
from limner.errors import PhotoError

MOST_BYTES: Final = 40 * 1024 * 1024
_MOST_PIXELS: Final = 36_000_000
_LONGEST_PX: Final = 10_000
_SHORTEST_PX: Final = 300
_FINEST_PX: Final = 2100
_OVER: Final = 2.0
"""Page units by which a picture runs over the page's edges, so that no rim shows."""
_OUTLINE_PX: Final = 700
_MOST_LETTERS: Final = 400_000
"""Of an outline: what is all holes, like lace or noise, is no sheet."""
_INSET_PX: Final = 3


def picture_layer(data: bytes, file: str, page: tuple[float, float], *, opaque: bool = False) -> Layer:
    """The picture so large that it covers the page, its middle in the page's middle.

    Below it lies the outline of what is opaque, in its mean colour: nobody sees it, but finishes that ask for shapes
    find one sheet with the picture printed on it.

    Raises:
        TemplateUnusable: it can't be decoded, is too large or too small, or is `opaque` and has holes.
    """
    rgba = _covering(_pixels(data, file), page)
    high, wide = rgba.shape[:2]
    alpha = rgba[:, :, 3]
    if opaque and int(alpha.min()) < 255:
        raise trouble(file, "it has transparent parts, but nothing lies behind it.", "Fill them.")
    if not alpha.any():
        raise trouble(file, "nothing is seen in it: all is transparent.", "Delete the file, or draw something.")
    unit = np.array([(page[0] + 2 * _OVER) / wide, (page[1] + 2 * _OVER) / high])
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    first = np.array([columns[0], rows[0]])
    size = np.array([columns[-1] + 1, rows[-1] + 1]) - first
    shown = np.ascontiguousarray(rgba[first[1] : first[1] + size[1], first[0] : first[0] + size[0]])
    (left, top), (across, down) = first * unit - _OVER, size * unit
    image = (
        f'<image x="{number(left, 3)}" y="{number(top, 3)}" width="{number(across, 3)}" height="{number(down, 3)}" '
        f'preserveAspectRatio="none" href="{_as_text(shown)}"/>'
    )
    sheet = f'<path d="{_outline(alpha, unit)}" fill="{_mean(shown)}" fill-rule="evenodd"/>'
    bounds = (float(left), float(top), float(left + across), float(top + down))
    return Layer("", f"{sheet}<g{PRINTED}>{image}</g>", bounds, _FINEST_PX)


def _pixels(data: bytes, file: str) -> U8:
    try:
        head = read_head(data)
        if max(head.width_px, head.height_px) > _LONGEST_PX:
            raise trouble(
                file,
                f"it has {head.width_px} x {head.height_px} pixels, more than a page can use.",
                "Make it 2100 x 2625 pixels large.",
            )
        return decode_with_alpha(data, max_pixels=_MOST_PIXELS, min_side_px=_SHORTEST_PX)
    except PhotoError as error:
        raise trouble(file, error.message, "Save it as PNG, JPEG or WebP, best with 2100 x 2625 pixels.") from error


def _covering(rgba: U8, page: tuple[float, float]) -> U8:
    """The middle of the picture in the page's shape, no finer than a page is drawn."""
    high, wide = rgba.shape[:2]
    keep_wide, keep_high = min(wide, round(high * page[0] / page[1])), min(high, round(wide * page[1] / page[0]))
    x, y = (wide - keep_wide) // 2, (high - keep_high) // 2
    kept: U8 = np.ascontiguousarray(rgba[y : y + keep_high, x : x + keep_wide])
    if keep_wide <= _FINEST_PX:
        return kept
    return _shrunk(kept, _FINEST_PX, round(_FINEST_PX * page[1] / page[0]))


def _shrunk(rgba: U8, wide: int, high: int) -> U8:
    """Smaller, without the colour of what is transparent bleeding into edges."""
    share = rgba[:, :, 3:].astype(np.float32) / np.float32(255)
    weighted = resize(np.dstack([rgba[:, :, :3] * share, share]), wide, high, "area")
    color = weighted[:, :, :3] / np.maximum(weighted[:, :, 3:], np.float32(1e-3))
    return np.dstack([color, weighted[:, :, 3:] * 255]).round().clip(0, 255).astype(np.uint8)


def _as_text(rgba: U8) -> str:
    if int(rgba[:, :, 3].min()) == 255:
        data, kind = encode_jpeg(RgbImage(np.ascontiguousarray(rgba[:, :, :3])), quality=94), "jpeg"
    else:
        data, kind = encode_png_with_alpha(rgba), "png"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _mean(rgba: U8) -> str:
    solid = rgba[:, :, 3] > 200
    red, green, blue = (rgba[solid] if solid.any() else rgba.reshape(-1, 4))[:, :3].mean(axis=0).round().astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _outline(alpha: U8, unit: Points) -> str:
    """Path data of what is opaque, a little smaller, so that it never shows beside it."""
    high, wide = alpha.shape
    if int(alpha.min()) == 255:
        return f"M{-_OVER:g} {-_OVER:g}H{wide * unit[0]:.0f}V{high * unit[1]:.0f}H{-_OVER:g}Z"
    share = min(1.0, _OUTLINE_PX / wide)
    small = resize(alpha, max(1, round(wide * share)), max(1, round(high * share)), "area")
    solid = erode((small == 255).astype(np.uint8), _INSET_PX) > 0
    step = unit * (wide / small.shape[1], high / small.shape[0])
    # Every hole counts, however small: the outline's own colour would show in it.
    corners = [(border[::2] + 0.5) * step - _OVER for border in contours(solid)]
    data = "".join("M" + "L".join(f"{number(float(x))} {number(float(y))}" for x, y in one) + "Z" for one in corners)
    return data if 0 < len(data) < _MOST_LETTERS else "M0 0Z"
