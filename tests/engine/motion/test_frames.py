"""Loops of whole pages: no jump, no seam, and every gesture is seen where it belongs."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from benchmarks.people import average_person

from limner.catalog import registry
from limner.catalog.page import compose_page
from limner.engine.arrays import U8
from limner.engine.compose import render_page
from limner.engine.layer_cache import LayerCache
from limner.engine.motion.frame import moved_page, render_frame
from limner.engine.motion.gesture import GESTURES, STILL, Gesture, Motion, loop_motions
from limner.engine.motion.loop import page_frames
from limner.engine.rig.look import Look
from limner.engine.traits import Traits

_WIDTH = 240
_LOOK = registry.style("storybook").look or Look("#000000", 3, "cel", "none")
CHILD = average_person("child")
SEATED = replace(average_person("adult"), wheelchair=True)


def loop(gestures: tuple[Gesture, ...], traits: Traits = CHILD, template: str = "moon", fps: int = 12) -> list[U8]:
    def compose(motion: Motion):  # noqa: ANN202 - a page
        return compose_page(registry.template(template), (traits,), _LOOK, 1, motion=motion)

    return [frame.pixels for frame, _ in page_frames(compose, loop_motions(gestures, 2.0, fps), _WIDTH)]


def apart(first: U8, second: U8) -> float:
    return float(np.abs(first.astype(np.int16) - second).mean())


@pytest.mark.parametrize("traits", [CHILD, SEATED], ids=["child", "seated"])
@pytest.mark.parametrize("template", ["moon", "library"])
def test_a_loop_has_no_jump_at_its_seam(traits: Traits, template: str) -> None:
    frames = loop(GESTURES, traits, template)
    steps = [apart(before, after) for before, after in pairwise(frames)]
    assert apart(frames[-1], frames[0]) <= max(steps) * 1.1
    assert max(steps) < 4 * float(np.median(steps)), "no single step stands out"
    assert len({frame.tobytes() for frame in frames}) > 20


@pytest.mark.parametrize(
    ("gesture", "moved", "still"),
    [
        ("blink", slice(60, 140), slice(200, 300)),
        ("smile", slice(90, 150), slice(200, 300)),
        ("tilt", slice(60, 140), slice(200, 300)),
        ("wave", slice(80, 170), slice(220, 300)),
        ("breathe", slice(60, 160), slice(285, 300)),
        ("parallax", slice(0, 60), slice(225, 240)),
    ],
)
def test_a_gesture_moves_what_it_should(gesture: Gesture, moved: slice, still: slice) -> None:
    frames = loop((gesture,))
    first = frames[0]
    assert max(apart(first[moved], frame[moved]) for frame in frames) > 0.2
    assert max(apart(first[still], frame[still]) for frame in frames) < 0.02


def test_a_frame_at_rest_is_the_still_picture() -> None:
    page = compose_page(registry.template("forest"), (CHILD,), _LOOK, 1)
    frame = render_frame(page, STILL, _WIDTH, LayerCache()).pixels.astype(np.int16)
    still = render_page(page, _WIDTH).pixels
    assert np.percentile(np.abs(frame - still), 99.9) <= 6, "pieces meet without a seam"


def test_whoever_sits_breathes_without_the_wheelchair() -> None:
    frames = loop(("breathe",), SEATED)
    low = slice(215, 300)
    assert max(apart(frames[0][low], frame[low]) for frame in frames) < 0.02


def test_a_page_that_moves_shows_no_border() -> None:
    for frame in loop(("parallax",), template="winter"):
        rim = np.concatenate([frame[0], frame[-1], frame[:, 0], frame[:, -1]]).astype(np.int16)
        assert (rim.min(axis=1) < 250).mean() > 0.7


@pytest.mark.parametrize("traits", [CHILD, SEATED], ids=["child", "seated"])
def test_the_moved_page_is_the_frame(traits: Traits) -> None:
    motion = Motion(tilt_deg=5.0, breath=1.0, drift=0.8)
    page = compose_page(registry.template("moon"), (traits,), _LOOK, 1, motion=motion)
    frame = render_frame(page, motion, _WIDTH, LayerCache()).pixels
    assert apart(frame, render_page(moved_page(page, motion), _WIDTH).pixels) < 2.0
    assert apart(frame, render_page(page, _WIDTH).pixels) > 4.0
