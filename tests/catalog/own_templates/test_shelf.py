"""The folder of folders: what is on it is offered, what is broken is left out and named."""

import logging
from pathlib import Path

import pytest
from tests.catalog.own_templates.example import documented, painted
from typer.testing import CliRunner

from limner import model_files
from limner.catalog import registry
from limner.cli.app import app
from limner.errors import TemplateUnusable, UnknownName

runner = CliRunner()


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LIMNER_TEMPLATES_DIR", str(tmp_path / "shelf"))
    documented(tmp_path / "shelf" / "kite-hill")
    return tmp_path / "shelf"


def names() -> list[str]:
    return [one.name for one in registry.templates()]


def test_a_folder_stands_beside_limners_own_by_its_name_and_title(shelf: Path) -> None:
    painted(shelf / "room")
    assert names()[0] == "moon"
    assert names()[-2:] == ["kite-hill", "room"]
    assert registry.template("kite-hill").title == "The kite hill"
    assert registry.template("room").words == "top"


def test_a_folder_that_is_wrong_is_left_out_and_says_why_when_it_is_asked_for(
    shelf: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (shelf / "kite-hill" / "background.svg").write_text("<svg")
    with caplog.at_level(logging.WARNING):
        assert "kite-hill" not in names()
        assert "kite-hill" not in names()
    assert len([one for one in caplog.records if "kite-hill" in one.getMessage()]) == 1
    with pytest.raises(TemplateUnusable, match=r"background\.svg"):
        registry.template("kite-hill")


def test_a_change_is_seen_without_a_new_start(shelf: Path) -> None:
    manifest = shelf / "kite-hill" / "template.toml"
    assert registry.template("kite-hill").most_people == 4
    manifest.write_text(manifest.read_text().replace("people = 4", "people = 2"))
    assert registry.template("kite-hill").most_people == 2
    documented(shelf / "another-hill")
    assert "another-hill" in names()


@pytest.mark.parametrize("name", ["moon", "My hill", "..x", "hill_", "x" * 50])
def test_a_name_that_is_taken_or_none_is_refused(shelf: Path, name: str) -> None:
    (shelf / "kite-hill").rename(shelf / name)
    own = [registry.template(one) for one in names()]
    assert all(one.title != "The kite hill" for one in own)


def test_places_are_taken_in_their_order(shelf: Path) -> None:
    manifest = shelf / "kite-hill" / "template.toml"
    manifest.write_text(manifest.read_text().replace("[light]", "[[places]]\nx = 800\ny = 1000\nflip = true\n[light]"))
    found = registry.template("kite-hill")
    assert [len(group) for group in found.groups] == [2]
    assert (found.groups[0][1].x, found.groups[0][1].flip) == (800, True)


def test_no_folder_at_all_is_no_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LIMNER_TEMPLATES_DIR", str(tmp_path / "nothing"))
    assert "moon" in names()
    with pytest.raises(UnknownName):
        registry.template("../kite-hill")


def test_the_command_draws_by_name_and_by_path(shelf: Path, tmp_path: Path) -> None:
    photo, out = str(model_files.path("sample-astronaut.png")), tmp_path / "out.png"
    drawn: list[bytes] = []
    for template in ("kite-hill", str(shelf / "kite-hill")):
        result = runner.invoke(app, ["draw", photo, "--template", template, "--size", "128", "--out", str(out)])
        assert result.exit_code == 0, result.stderr
        drawn.append(out.read_bytes())
    assert drawn[0] == drawn[1]


def test_a_maker_sees_a_preview_or_what_is_wrong(shelf: Path, tmp_path: Path) -> None:
    out = tmp_path / "preview.png"
    result = runner.invoke(app, ["template", "check", str(shelf / "kite-hill"), "--out", str(out)])
    assert result.exit_code == 0, result.stderr
    assert out.stat().st_size > 10_000
    (shelf / "kite-hill" / "middle.svg").write_text("<svg/>")
    result = runner.invoke(app, ["template", "check", str(shelf / "kite-hill"), "--out", str(out)])
    assert result.exit_code == 3
    assert result.stderr.startswith("middle.svg, line 1: its viewBox")


def test_the_doctor_names_each_folder_and_what_is_wrong_with_it(shelf: Path) -> None:
    (shelf / "empty").mkdir()
    said = runner.invoke(app, ["doctor", "--json"]).stdout
    assert '"kite-hill"' in said
    assert "Put template.toml into the folder empty." in said
