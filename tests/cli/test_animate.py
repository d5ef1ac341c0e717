"""`limner animate` as its users meet it."""

import json
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from limner import model_files
from limner.cli.app import app

runner = CliRunner()
QUICK = ["--size", "160", "--fps", "4", "--seconds", "1"]


@pytest.fixture
def sample() -> Path:
    return model_files.path("sample-astronaut.png")


@pytest.mark.parametrize(("ending", "style"), [("webp", "comic"), ("gif", "watercolor-portrait")])
def test_draws_a_loop_and_reports_it(sample: Path, tmp_path: Path, ending: str, style: str) -> None:
    out = tmp_path / f"loop.{ending}"
    result = runner.invoke(app, ["animate", str(sample), *QUICK, "--style", style, "--out", str(out), "--json"])
    assert result.exit_code == 0, result.stderr
    with Image.open(out) as picture:
        assert (picture.n_frames, picture.width) == (4, 160)  # type: ignore[attr-defined]
    report = json.loads(result.stdout)
    assert (report["frames"], report["fps"], report["size_px"]) == (4, 4, 160)
    assert [path.name for path in tmp_path.iterdir()] == [out.name], "nothing half-written is left"


def test_gestures_outfit_and_pose_are_chosen_by_name(sample: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.webp", tmp_path / "two.webp"
    runner.invoke(app, ["animate", str(sample), *QUICK, "--gesture", "blink, tilt", "--out", str(one)])
    dressed = ["--gesture", "blink,tilt", "--outfit", "pyjamas", "--pose", "carry", "--out", str(two)]
    result = runner.invoke(app, ["animate", str(sample), *QUICK, *dressed])
    assert result.exit_code == 0, result.stderr
    assert one.read_bytes() != two.read_bytes()


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--gesture", "dance"], "Choose from: blink"),
        (["--out", "loop.png"], "End the name in .webp, .gif, .mp4 or .webm."),
        (["--outfit", "armour"], "outfit"),
        (["--style", "watercolor-portrait", "--gesture", "wave"], "no arms"),
    ],
)
def test_what_can_not_be_is_said_in_a_sentence(
    sample: Path, tmp_path: Path, options: list[str], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = runner.invoke(app, ["animate", str(sample), *QUICK, *options])
    assert result.exit_code == 2, result.stderr
    assert word in result.stderr
    assert not list(tmp_path.iterdir())
