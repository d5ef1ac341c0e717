"""Watercolor: washes on grained paper with pooled pigment and a painted border."""

from typing import Final

from limner.catalog.style import Style
from limner.engine.rig.look import Look

STYLE: Final = Style(
    name="watercolor",
    title="Watercolor",
    family="character",
    summary="Washes of colour on paper, with soft edges and a painted border.",
    look=Look(ink=None, ink_width=0.0, shading="wash", finish="watercolor", thinning=0.8),
)
