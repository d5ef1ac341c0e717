"""Paper cut-out: sheets of coloured paper laid on each other."""

from typing import Final

from limner.catalog.style import Style
from limner.engine.rig.look import Look

STYLE: Final = Style(
    name="paper-cut",
    title="Paper cut-out",
    family="character",
    summary="Layers of coloured paper with cut edges and soft shadows.",
    look=Look(ink=None, ink_width=0.0, shading="cel", finish="cut-paper"),
)
