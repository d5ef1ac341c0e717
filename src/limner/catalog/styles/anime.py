"""Anime: tall bright eyes, pointed locks with a band of light, a small nose and mouth, thin lines."""

from typing import Final

from limner.catalog.style import Style
from limner.engine.rig.look import Look

STYLE: Final = Style(
    name="anime",
    title="Anime",
    family="character",
    summary="Large bright eyes, hair in pointed locks, thin lines and clean shade.",
    look=Look(ink="#3a2630", ink_width=2.1, shading="cel", finish="none", features="anime"),
)
