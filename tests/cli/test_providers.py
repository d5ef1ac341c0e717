"""`limner providers`: who can draw and on which terms, and a yes that is kept, outdated and taken back."""

import json
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from limner.cli.app import app
from limner.generation import choose
from limner.generation.registry import provider_names

runner = CliRunner()


pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture(autouse=True)
def gemini_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gemini has a key, OpenAI none."""
    monkeypatch.setenv("LIMNER_GEMINI_API_KEY", "secret-key-of-mine")
    monkeypatch.delenv("LIMNER_OPENAI_IMAGES_API_KEY", raising=False)


def told(name: str) -> dict[str, object]:
    result = runner.invoke(app, ["providers", "--json"])
    assert result.exit_code == 0, result.stderr
    return next(one for one in json.loads(result.stdout) if one["name"] == name)


def test_everybody_is_told_with_terms_and_what_is_missing_but_no_key() -> None:
    table = runner.invoke(app, ["providers"]).stdout
    assert all(name in table for name in provider_names())
    assert "LIMNER_OPENAI_IMAGES_API_KEY" in table
    assert "secret-key-of-mine" not in table
    gemini = told("gemini")
    assert (gemini["ready"], gemini["goes_to"], gemini["minimum_age"], gemini["consent"]) == (True, "Google", 18, "no")
    assert told("openai-images")["ready"] is False
    assert told("local")["consent"] == "not needed"


def test_a_yes_is_kept_for_the_owner_alone_and_can_be_taken_back(own_data: Path) -> None:
    agreed = runner.invoke(app, ["providers", "agree", "gemini"])
    assert "Google" in agreed.stdout
    assert "cents" in agreed.stdout
    file = own_data / "consents.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert told("gemini")["consent"] != "no"
    assert told("openai-images")["consent"] == "no"
    assert json.loads(file.read_text())["gemini"]["version"] == choose.CONSENT_VERSION
    assert runner.invoke(app, ["providers", "withdraw", "gemini"]).exit_code == 0
    assert told("gemini")["consent"] == "no"
    assert [path.name for path in own_data.iterdir() if path != own_data / "models"] == ["consents.json"]


def test_new_words_ask_again(monkeypatch: pytest.MonkeyPatch) -> None:
    runner.invoke(app, ["providers", "agree", "gemini"])
    monkeypatch.setattr(choose, "CONSENT_VERSION", "later")
    assert told("gemini")["consent"] == "no"


def test_another_destination_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    runner.invoke(app, ["providers", "agree", "openai-images"])
    assert told("openai-images")["consent"] != "no"
    monkeypatch.setenv("LIMNER_OPENAI_IMAGES_BASE_URL", "https://gateway.example/v1")
    assert told("openai-images")["consent"] == "no"


def test_a_file_that_is_broken_says_yes_to_nothing(own_data: Path) -> None:
    (own_data / "consents.json").write_text('{"gemini": {"version"')
    assert told("gemini")["consent"] == "no"
    runner.invoke(app, ["providers", "agree", "gemini"])
    assert told("gemini")["consent"] != "no"


def test_whoever_draws_here_needs_no_yes_and_strangers_are_not_known(own_data: Path) -> None:
    assert runner.invoke(app, ["providers", "agree", "local"]).exit_code == 0
    assert not (own_data / "consents.json").exists()
    assert runner.invoke(app, ["providers", "agree", "gemeni"]).exit_code == 2
