"""A page's shapes by number: which of them is seen at each pixel, as if each were a sheet laid upon those before.

The same SVG is drawn a second time without soft edges, every shape in the colour of its number: deferred shading
(Saito and Takahashi, "Comprehensible rendering of 3-D shapes", 1990) for flat drawings. What is clipped to a shape is
printed on it and gets no number of its own, nor does what lets its ground through.
"""

import re
from typing import Final

import numpy as np

from limner.engine.arrays import U16
from limner.engine.compose import Page
from limner.engine.raster import document, rasterize
from limner.engine.rig.marks import CUT, PRINTED

_HARD: Final = 'shape-rendering="crispEdges"'
_BROAD: Final = 7.0
"""Narrower lines are drawn on a sheet, not cut out."""
_NEVER: Final = 400
"""Layers drawn no finer than this are mist and glows."""
_TAG: Final = re.compile(r"<(/?)([a-zA-Z]+)([^>]*?)(/?)>")
_SHAPE: Final = re.compile(r"<(path|rect|circle|ellipse|polygon|polyline|line) ")
_ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
_GRADIENT: Final = re.compile(r'<(linear|radial)Gradient id="([^"]+)"[^>]*>(.*?)</\1Gradient>', re.DOTALL)
_PAINT: Final = frozenset(
    {"fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin", "opacity"}
)


def shape_numbers(page: Page, width_px: int) -> U16:
    """(height, width) of numbers, larger for what lies further up; 0 where nothing opaque is drawn."""
    height_px = round(page.height * width_px / page.width)
    writer = _Writer()
    body = "".join(
        writer.layer(layer.defs, layer.svg)
        for i, layer in enumerate(page.layers)
        if not layer.atop and (i == 0 or (layer.finest_px or width_px) >= min(_NEVER, width_px))
    )
    defs = "".join(layer.defs for layer in page.layers if "<clipPath" in layer.defs)
    clips = _SHAPE.sub(rf"<\1 {_HARD} ", "".join(re.findall(r"<clipPath.*?</clipPath>", defs, re.DOTALL)))
    view = (0, 0, page.width, page.height)
    # resvg takes long over what is transparent.
    ground = f'<path d="M0 0H{page.width:g}V{page.height:g}H0Z" fill="#000000"/>'
    rgba = rasterize(document(clips, f"<g {_HARD}>{ground}{body}</g>", view, (width_px, height_px)))
    return np.ascontiguousarray(rgba.view("<u2")[:, :, 0])


class _Writer:
    """Rewrites SVG so that each sheet is painted in its number."""

    def __init__(self) -> None:
        self._number = 0
        self._paint = ""

    def layer(self, defs: str, svg: str) -> str:
        clear = {name for _, name, stops in _GRADIENT.findall(defs) if "stop-opacity" in stops}
        parts: list[str] = []
        printed: list[bool] = [False]
        self._paint = ""
        for closing, name, text, empty in _TAG.findall(svg):
            if name == "g":
                self._paint = ""
                if closing:
                    printed.pop()
                    parts.append("</g>")
                    continue
                printed.append(_is_printed(text, inside=printed[-1]))
                parts.append(f"<g{text}>")
            elif not closing and empty and not printed[-1]:
                parts.append(self._shape(name, dict(_ATTRIBUTE.findall(text)), clear))
        return "".join(parts)

    def _shape(self, name: str, attributes: dict[str, str], clear: set[str]) -> str:
        fill, stroke = attributes.get("fill", "#000000"), attributes.get("stroke", "none")
        filled = _is_opaque(fill, attributes.get("fill-opacity", "1"), clear)
        width = float(attributes.get("stroke-width", "1"))
        stroked = _is_opaque(stroke, attributes.get("stroke-opacity", "1"), clear)
        stroked = stroked and (width >= _BROAD or (filled and stroke == fill))
        if not (filled or stroked) or float(attributes.get("opacity", "1")) < 1:
            return ""
        paint = fill if filled else stroke
        if paint != self._paint:
            self._number += 1
            self._paint = paint
        color = f"#{self._number % 256:02x}{self._number // 256:02x}00"
        kept = "".join(f' {key}="{value}"' for key, value in attributes.items() if key not in _PAINT)
        line = f' stroke="{color}" stroke-width="{width:g}" stroke-linecap="round" stroke-linejoin="round"'
        return f'<{name}{kept} fill="{color if filled else "none"}"{line if stroked else ""}/>'


def _is_printed(text: str, *, inside: bool) -> bool:
    if CUT in text:
        return False
    return inside or PRINTED in text or "clip-path=" in text or " opacity=" in text


def _is_opaque(paint: str, opacity: str, clear: set[str]) -> bool:
    if paint == "none" or float(opacity) < 1:
        return False
    return not (paint.startswith("url(#") and paint[5:-1] in clear)
