"""Which shape is seen where, and the finishes that live on it."""

from dataclasses import replace

import numpy as np
import pytest
from benchmarks.people import average_person

from limner.catalog import registry
from limner.catalog.close_up import close_up_page
from limner.catalog.page import compose_page
from limner.engine.arrays import F32
from limner.engine.color import hue_deg
from limner.engine.compose import Page
from limner.engine.layer import Layer
from limner.engine.numbered import shape_numbers
from limner.engine.opencv import resize, rgb_to_lab
from limner.engine.paint.finish import paint_page
from limner.engine.rig.look import Look
from limner.engine.rig.skin_ramp import skin_ramp
from limner.engine.traits import Lab

GROUND = '<path d="M0 0H100V100H0Z" fill="#88aacc"/>'


def page(*shapes: str, defs: str = "") -> Page:
    return Page(100, 100, (Layer(defs, GROUND + "".join(shapes)),))


def look_of(style: str) -> Look:
    look = registry.style(style).look
    assert look is not None
    return look


def test_later_shapes_have_higher_numbers() -> None:
    numbers = shape_numbers(
        page('<circle cx="40" cy="50" r="30" fill="#ff0000"/>', '<circle cx="60" cy="50" r="20" fill="#00ff00"/>'), 100
    )
    assert numbers[2, 2] < numbers[50, 20] < numbers[50, 60]
    assert len(np.unique(numbers)) == 3


@pytest.mark.parametrize(
    "mark",
    [
        '<circle cx="50" cy="50" r="20" fill="#ff0000" fill-opacity="0.4"/>',
        '<circle cx="50" cy="50" r="20" fill="url(#glow)"/>',
        '<path d="M10 50H90" fill="none" stroke="#000000" stroke-width="3"/>',
        '<g class="printed"><circle cx="50" cy="50" r="20" fill="#ff0000"/></g>',
        '<g clip-path="url(#c)"><g><circle cx="50" cy="50" r="20" fill="#ff0000"/></g></g>',
    ],
)
def test_what_is_printed_or_lets_its_ground_through_is_no_sheet(mark: str) -> None:
    defs = (
        '<radialGradient id="glow"><stop offset="0" stop-color="#fff" stop-opacity="0.5"/></radialGradient>'
        '<clipPath id="c"><path d="M0 0H90V90H0Z"/></clipPath>'
    )
    assert len(np.unique(shape_numbers(page(mark, defs=defs), 100))) == 1


def test_a_cut_group_and_a_broad_line_are_sheets() -> None:
    defs = '<clipPath id="c"><path d="M0 0H50V100H0Z"/></clipPath>'
    cut = '<g clip-path="url(#c)" class="cut"><circle cx="50" cy="30" r="20" fill="#ff0000"/></g>'
    line = '<path d="M10 80H90" fill="none" stroke="#000000" stroke-width="9"/>'
    numbers = shape_numbers(page(cut, line, defs=defs), 100)
    assert numbers[30, 40] > numbers[30, 60] == numbers[2, 2]
    assert numbers[80, 50] > numbers[30, 40]


def test_paper_throws_a_shadow_to_the_lower_right() -> None:
    sheet = page('<path d="M30 30H70V70H30Z" fill="#ffffff"/>')
    light = paint_page(sheet, look_of("paper-cut"), 400).pixels.mean(axis=2)
    assert light[282, 200] < light[60, 200] - 15


def test_a_ball_is_lit_from_the_upper_left() -> None:
    ball = page('<circle cx="50" cy="50" r="20" fill="#b0b0b0"/>')
    light = paint_page(ball, look_of("soft-3d"), 400).pixels.mean(axis=2)
    assert light[160, 160] > light[200, 200] > light[240, 240]


@pytest.mark.parametrize("style", ["paper-cut", "soft-3d", "anime"])
@pytest.mark.parametrize("skin", [(85, 8, 16), (70, 13, 20), (55, 15, 24), (40, 14, 20), (25, 10, 13)])
def test_skin_keeps_its_tone(style: str, skin: Lab) -> None:
    person = replace(average_person("child"), skin=skin)
    pixels = paint_page(close_up_page(person, look_of(style)), look_of(style), 640).pixels
    face: F32 = pixels[330:430, 230:410].astype(np.float32) / np.float32(255)
    seen = np.median(rgb_to_lab(face).reshape(-1, 3), axis=0)
    wanted = skin_ramp(skin).lab
    assert abs(float(seen[0]) - wanted[0]) <= 5
    assert abs(hue_deg((float(seen[0]), float(seen[1]), float(seen[2]))) - hue_deg(wanted)) <= 8


@pytest.mark.parametrize("style", ["paper-cut", "soft-3d"])
def test_the_same_look_at_two_sizes(style: str) -> None:
    drawn = compose_page(registry.template("moon"), (average_person("child"),), look_of(style))
    small, large = (
        resize(paint_page(drawn, look_of(style), width).pixels, 100, 125, "area").astype(np.float32)
        for width in (300, 600)
    )
    assert float(np.abs(small - large).mean()) < 5
