"""Comic: dark outlines, clean steps of shade, printed dots."""

from typing import Final

from limner.catalog.style import Style
from limner.engine.rig.look import Look

STYLE: Final = Style(
    name="comic",
    title="Comic",
    family="character",
    summary="Bold outlines, flat colours and printed dots.",
    look=Look(ink="#221b2c", ink_width=3.6, shading="cel", finish="halftone"),
)
