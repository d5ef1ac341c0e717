"""Soft 3D portrait: the photo itself, modelled anew in soft light."""

from typing import Final

from limner.catalog.style import Style

STYLE: Final = Style(
    name="soft-3d-portrait",
    title="Soft 3D portrait",
    family="portrait",
    summary="The photo itself, as a softly lit, modelled figure with slightly larger eyes: head and shoulders.",
    paint="limner.engine.paint.portrait_soft_3d:paint_soft_3d",
)
