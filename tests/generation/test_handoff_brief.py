import re
from dataclasses import replace

import pytest

from limner.generation.brief import Brief
from limner.generation.briefing import write_brief
from limner.generation.handoff_brief import midjourney_line, plain_brief, proportions
from limner.generation.provider import DrawRequest

ALLOWED = ["--ar", "--no", "--seed", "--oref", "--v"]


@pytest.fixture(scope="module")
def brief(astronaut_request: DrawRequest) -> Brief:
    return write_brief(astronaut_request)


def test_parameters_come_last_and_are_only_those_that_are_sure(brief: Brief) -> None:
    line = midjourney_line(brief, "{reference}")
    words, *parameters = re.split(r" (?=--)", line)
    assert [one.split(" ")[0] for one in parameters] == ALLOWED
    assert "explorer" in words
    assert parameters[0] == "--ar 4:5"
    assert parameters[2:4] == ["--seed 3", "--oref {reference}"]
    assert not re.search(r"[.,;:]( |$)", " ".join([parameters[0], *parameters[2:]]))


def test_what_must_not_be_there_is_named_after_no_alone(brief: Brief) -> None:
    words, _, unwanted = midjourney_line(brief, None).partition("--no ")
    assert "watermark" in unwanted
    assert "watermark" not in words


def test_without_a_reference_none_is_asked_for(brief: Brief) -> None:
    assert "--oref" not in midjourney_line(brief, None)


@pytest.mark.parametrize("seed", [-1, 2**32])
def test_a_seed_that_midjourney_does_not_know_is_left_out(brief: Brief, seed: int) -> None:
    assert "--seed" not in midjourney_line(replace(brief, seed=seed), None)


@pytest.mark.parametrize(
    "wish",
    [
        "a kite --ar 9:1",
        "a kite—v 5",
        "a kite ---stylize 900",
        "{red, blue} kite",
        "kite::5",
        "kite -ar 9:1",
        "a\nkite",
    ],
)
def test_nobodys_wishes_become_parameters(brief: Brief, wish: str) -> None:
    line = midjourney_line(replace(brief, plain_prompt=f"A half-up {wish}"), None)
    words = line.split(" --ar 4:5 ")[0]
    assert words.startswith("A half-up")
    assert "kite" in words
    assert not re.search(r"--|—|[{}\n]|::|\s-\S", words)
    assert line.count("--") == 4


def test_an_address_with_a_space_is_a_mistake(brief: Brief) -> None:
    with pytest.raises(ValueError, match="space"):
        midjourney_line(brief, "https://example.org/a b.jpg --v 5")


def test_an_illustrator_reads_what_to_draw_how_large_and_what_to_look_at(brief: Brief) -> None:
    page = plain_brief(brief)
    assert "- Scene: The Lantern in the Forest.\n" in page
    assert "4:5, at least 160 x 200 pixels" in page
    assert "photo that comes with this brief" in page
    assert "--" not in page
    assert "photo that comes" not in plain_brief(replace(brief, references=()))


@pytest.mark.parametrize(
    ("width_px", "height_px", "expected"),
    [(1080, 1350, (4, 5)), (160, 213, (3, 4)), (1920, 1080, (16, 9)), (700, 700, (1, 1)), (1, 5000, (1, 4951))],
)
def test_proportions_are_small_whole_numbers(width_px: int, height_px: int, expected: tuple[int, int]) -> None:
    assert proportions(width_px, height_px) == expected
