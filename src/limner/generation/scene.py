"""The page of a request: the same for a job, for a preview and for the layers an editor moves."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from limner.catalog.caption import caption_layer
from limner.catalog.page import compose_page
from limner.engine.compose import Page
from limner.engine.layer import Layer
from limner.engine.layer_cache import LayerCache
from limner.engine.motion.gesture import STILL, Motion
from limner.engine.rig.look import Look
from limner.generation.caption import check_caption, plain_caption, typefaces
from limner.generation.provider import DrawRequest


def scene_page(request: DrawRequest, look: Look) -> Page:
    """Everybody of the request in its template.

    Raises:
        Invalid: more people than the scene has places for, or letters in the caption that can't be written.
        UnknownName: there is no such outfit or pose.
    """
    return moving_scene(request, look)(STILL)


def moving_scene(request: DrawRequest, look: Look) -> Callable[[Motion], Page]:
    """As `scene_page`, for any motion of everybody's eyes, mouths and arms."""
    people = tuple(sitter.character.traits() for sitter in request.sitters)
    wishes = tuple(sitter.adjustments for sitter in request.sitters)
    caption = caption_layers(request, look)

    def page(motion: Motion) -> Page:
        scene = compose_page(request.template, people, look, request.seed, wishes, motion)
        return replace(scene, layers=(*scene.layers, *caption))

    return page


def caption_layers(request: DrawRequest, look: Look) -> tuple[Layer, ...]:
    """The caption in front of everything, if there is one.

    Raises:
        Invalid: some of its letters can't be written.
    """
    words = plain_caption(request.caption)
    if not words:
        return ()
    check_caption(words)
    return (replace(caption_layer(words, request.template, look, typefaces()), drifts=False),)


@cache
def drawn_scenes() -> LayerCache:
    """The scenes drawn so far in this process, so that the next preview only draws the people."""
    return LayerCache(max_bytes=64 * 1024 * 1024)
