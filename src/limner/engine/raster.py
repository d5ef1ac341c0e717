"""SVG to pixels with resvg: no system fonts, no files, the same pixels everywhere."""

import resvg_py

from limner.engine.arrays import U8
from limner.engine.opencv import png_pixels
from limner.engine.vectors import number


def rasterize(svg: str) -> U8:
    """Render a standalone SVG at its own size to (height, width, 4) RGBA, straight alpha."""
    return png_pixels(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))


def document(defs: str, body: str, view: tuple[float, float, float, float], size_px: tuple[int, int]) -> str:
    """Wrap fragments into a whole SVG that shows `view` (x, y, width, height in units) at width x height pixels."""
    box = " ".join(number(value, 4) for value in view)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{size_px[0]}" height="{size_px[1]}" '
        f'preserveAspectRatio="none"><defs>{defs}</defs>{body}</svg>'
    )
