"""From a person, a template and a look to a page."""

from limner.catalog import registry
from limner.catalog.template import Template
from limner.engine.compose import Page
from limner.engine.rig.figure import draw_figure
from limner.engine.rig.look import Look
from limner.engine.rig.pose import POSES
from limner.engine.traits import Traits


def compose_page(
    template: Template,
    people: tuple[Traits, ...],
    look: Look,
    seed: int = 0,
    *,
    tilt_deg: float = 0.0,
    blink: float = 0.0,
    smile: float = 0.0,
) -> Page:
    """Put people into the slots of a template, in order; the last three move them from frame to frame."""
    figures = tuple(
        draw_figure(
            traits,
            look,
            registry.outfit(slot.outfit),
            POSES[slot.pose],
            uid=f"p{i}",
            tilt_deg=slot.tilt_deg + tilt_deg,
            blink=blink,
            smile=smile,
        )
        for i, (traits, slot) in enumerate(zip(people, template.slots, strict=False))
    )
    return template.page(figures, look, seed)
