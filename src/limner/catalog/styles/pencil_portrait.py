"""Pencil portrait: the photo itself, drawn in graphite on toothed paper."""

from typing import Final

from limner.catalog.style import Style

STYLE: Final = Style(
    name="pencil-portrait",
    title="Pencil portrait",
    family="portrait",
    summary="The photo itself, drawn in graphite on toothed paper: head and shoulders.",
    paint="limner.engine.paint.portrait_pencil:draw_pencil_portrait",
)
