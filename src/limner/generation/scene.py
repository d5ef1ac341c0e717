"""The page of a request: the same for a job, for a preview and for the layers an editor moves."""

from functools import cache

from limner.catalog.page import compose_page
from limner.engine.compose import Page
from limner.engine.layer_cache import LayerCache
from limner.engine.rig.look import Look
from limner.generation.provider import DrawRequest


def scene_page(request: DrawRequest, look: Look) -> Page:
    """Everybody of the request in its template.

    Raises:
        Invalid: more people than the scene has places for.
        UnknownName: there is no such outfit or pose.
    """
    people = tuple(sitter.character.traits() for sitter in request.sitters)
    wishes = tuple(sitter.adjustments for sitter in request.sitters)
    return compose_page(request.template, people, look, request.seed, wishes)


@cache
def drawn_scenes() -> LayerCache:
    """The scenes drawn so far in this process, so that the next preview only draws the people."""
    return LayerCache(max_bytes=64 * 1024 * 1024)
