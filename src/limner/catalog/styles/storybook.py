"""Storybook: soft shapes without outlines, light that models them."""

from typing import Final

from limner.catalog.style import Style
from limner.engine.rig.look import Look

STYLE: Final = Style(
    name="storybook",
    title="Storybook",
    family="character",
    summary="Soft shapes and warm light, as in a picture book.",
    look=Look(ink=None, ink_width=0.0, shading="soft", finish="none"),
)
