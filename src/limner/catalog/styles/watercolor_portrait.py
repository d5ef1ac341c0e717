"""Watercolor portrait: the photo itself, painted."""

from typing import Final

from limner.catalog.style import Style

STYLE: Final = Style(
    name="watercolor-portrait",
    title="Watercolor portrait",
    family="portrait",
    summary="The photo itself, painted in watercolor: head and shoulders, the closest likeness.",
    paint="limner.engine.paint.portrait_watercolor:paint_watercolor",
)
