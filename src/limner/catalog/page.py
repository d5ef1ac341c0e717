"""From people, a template and a look to a page."""

from collections.abc import Sequence

from limner.catalog import registry
from limner.catalog.adjustments import Adjustments
from limner.catalog.slot import Slot
from limner.catalog.style import Style
from limner.catalog.template import Template
from limner.engine.compose import Page
from limner.engine.motion.gesture import STILL, Motion
from limner.engine.rig.figure import Figure, draw_figure
from limner.engine.rig.look import Look
from limner.engine.traits import Traits
from limner.errors import Invalid


def compose_page(
    template: Template,
    people: Sequence[Traits],
    look: Look,
    seed: int = 0,
    wishes: Sequence[Adjustments] = (),
    motion: Motion = STILL,
) -> Page:
    """Put people into a template, each as wished; `motion` moves their eyes, mouths and arms from frame to frame.

    Raises:
        Invalid: more people than the scene has places for.
        UnknownName: there is no such outfit or pose.
    """
    places = places_of(template, people, wishes)
    figures = tuple(
        figure_in(place, traits, look, i, motion) for i, (traits, place) in enumerate(zip(people, places, strict=True))
    )
    return template.page(figures, places, look, seed)


def places_of(template: Template, people: Sequence[Traits], wishes: Sequence[Adjustments] = ()) -> tuple[Slot, ...]:
    """Where each of the people stands, and what they wear and do.

    Raises:
        Invalid: more people than the scene has places for.
    """
    check_room(template, len(people))
    wished = [*wishes, *[Adjustments()] * (len(people) - len(wishes))]
    return tuple(place.adjusted(wish) for place, wish in zip(template.places(people), wished, strict=True))


def check_fits(style: Style, template: Template, wishes: Sequence[Adjustments], caption: str) -> None:
    """Whether a picture of these people, one wish for each, can be drawn at all.

    Raises:
        Invalid: more people than the scene has places for, or a portrait with more than a person.
        UnknownName: there is no such outfit or pose.
    """
    check_room(template, len(wishes))
    for wish in wishes:
        _ = wish.outfit and registry.outfit(wish.outfit), wish.pose and registry.pose(wish.pose)
    placed = wishes[0].model_copy(update={"attributes": {}})
    if style.family == "portrait" and (len(wishes) > 1 or caption or not placed.neutral):
        # A portrait is the photo, painted: there is no scene to stand in and nothing to write on.
        raise Invalid(
            "A portrait shows one person as in the photo: without others, clothes, place or caption.",
            "Choose a character style, or leave these out.",
        )


def check_room(template: Template, people: int) -> None:
    """Whether so many people find a place.

    Raises:
        Invalid: they don't.
    """
    if people > template.most_people:
        raise Invalid(
            f"{template.title} has places for {template.most_people}, not for {people} people.",
            "Choose fewer people or another scene.",
        )


def figure_in(
    place: Slot,
    traits: Traits,
    look: Look,
    number: int,
    motion: Motion = STILL,
) -> Figure:
    """The person dressed and posed as the place says; `number` tells the people of a picture apart.

    Raises:
        UnknownName: there is no such outfit or pose.
    """
    return draw_figure(
        traits,
        look,
        registry.outfit(place.outfit),
        registry.pose(place.pose),
        uid=f"p{number}",
        tilt_deg=place.tilt_deg,
        motion=motion,
    )
