"""`limner draw` with several people, clothes, poses, places and a caption."""

import json
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from limner import model_files
from limner.cli.app import app
from limner.cli.people import parse_adjustments, parse_beside
from limner.errors import UsageError

runner = CliRunner()


@pytest.fixture
def sample() -> str:
    return str(model_files.path("sample-astronaut.png"))


def test_two_people_stand_in_one_picture(sample: str, tmp_path: Path) -> None:
    out = tmp_path / "both.png"
    options = ["--with", sample, "--outfit", "pyjamas", "--outfit", "2:royal", "--turn", "2:-10", "--flip", "2"]
    options += ["--set", "2:glasses.frame=round", "--caption", "Eileen and Eileen"]
    result = runner.invoke(app, ["draw", sample, *options, "--size", "200", "--out", str(out), "--json"])
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    frames = [one["glasses.frame"]["value"] for one in (report["character"], *report["beside"])]
    assert frames == ["none", "round"]
    with Image.open(out) as picture:
        assert picture.size == (200, 250)


def test_what_is_said_without_a_number_is_said_of_everybody() -> None:
    wishes = parse_adjustments(
        3,
        outfit=["2:royal", "pyjamas"],
        pose=["3:wave"],
        turn=["15", "1:-5"],
        flip=[2],
        corrections=["hair.colour=red", "2:hair.style=bob"],
    )
    assert [wish.outfit for wish in wishes] == ["pyjamas", "royal", "pyjamas"]
    assert [wish.pose for wish in wishes] == [None, None, "wave"]
    assert [wish.turn_deg for wish in wishes] == [-5, 15, 15]
    assert [wish.flip for wish in wishes] == [False, True, False]
    assert [wish.attributes for wish in wishes] == [{"hair.colour": "red"}, {"hair.style": "bob"}, {}]


def test_a_face_of_a_photo_is_named_behind_it(tmp_path: Path) -> None:
    odd = tmp_path / "photo#2"
    odd.touch()
    assert parse_beside(["ann.jpg", "family.jpg#3", str(odd)]) == [
        (Path("ann.jpg"), None),
        (Path("family.jpg"), 3),
        (odd, None),
    ]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--outfit", "tuxdo"], "outfit"),
        (["--pose", "wav"], "wave"),
        (["--turn", "200"], "180"),
        (["--turn", "left"], "degrees"),
        (["--outfit", "2:royal"], "--with"),
        (["--flip", "2"], "--with"),
        (["--set", "2:hair.colour=red"], "--with"),
        (["--caption", "漢字"], "漢字"),
        (["--style", "watercolor-portrait", "--caption", "Hello"], "portrait"),
        (["--set", f"hair.colour={'x' * 100}"], "long"),
        (["--with", "SAMPLE", "--verify"], "--verify"),
        (["--with", "SAMPLE", "--with", "SAMPLE", "--with", "SAMPLE", "--with", "SAMPLE"], "4"),
    ],
)
def test_what_cant_be_drawn_ends_with_2_and_says_why(
    sample: str, tmp_path: Path, options: list[str], word: str
) -> None:
    options = [sample if option == "SAMPLE" else option for option in options]
    out = tmp_path / "drawn.png"
    result = runner.invoke(app, ["draw", sample, *options, "--size", "100", "--out", str(out)])
    assert (result.exit_code, out.exists()) == (2, False), result.output
    assert word in result.stderr


def test_a_face_that_is_not_there_says_whose(sample: str, tmp_path: Path) -> None:
    result = runner.invoke(app, ["draw", sample, "--with", f"{sample}#4", "--out", str(tmp_path / "drawn.png")])
    assert result.exit_code == 3
    assert "Person 2" in result.stderr


def test_nobody_is_number_zero() -> None:
    with pytest.raises(UsageError):
        parse_adjustments(2, outfit=["0:royal"], pose=[], turn=[], flip=[], corrections=[])
