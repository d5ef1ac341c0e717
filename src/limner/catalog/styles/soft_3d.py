"""Soft 3D: rounded volumes in the light of one lamp, as if modelled."""

from typing import Final

from limner.catalog.style import Style
from limner.engine.rig.look import Look

STYLE: Final = Style(
    name="soft-3d",
    title="Soft 3D",
    family="character",
    summary="Rounded shapes with soft light and shadow, as if modelled.",
    look=Look(ink=None, ink_width=0.0, shading="soft", finish="volume"),
)
