"""`limner draw --provider`: nothing without a yes, a picture with one, and a sentence for whatever goes wrong."""

import asyncio
import json
import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from limner import model_files
from limner.cli.app import app
from limner.testing.fakes import registry
from limner.testing.fakes.fake import Fake, running
from limner.testing.listening import until

runner = CliRunner()
SetUp = Callable[[Fake, str], None]
pytestmark = pytest.mark.usefixtures("own_data")


@pytest.fixture
def openai(set_up: SetUp) -> Iterator[Fake]:
    fake = registry.fake("openai-images")
    with running(fake) as address:
        set_up(fake, address)
        yield fake


@pytest.fixture
def webui(set_up: SetUp) -> Iterator[Fake]:
    fake = registry.fake("webui")
    with running(fake) as address:
        set_up(fake, address)
        yield fake


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "drawn.png"


def sample() -> str:
    return str(model_files.path("sample-astronaut.png"))


def draw(out: Path, provider: str, *options: str) -> Result:
    command = ["draw", sample(), "--size", "320", "--provider", provider, "--out", str(out), *options]
    return runner.invoke(app, command)


def agree(name: str) -> None:
    assert runner.invoke(app, ["providers", "agree", name]).exit_code == 0


def test_without_a_yes_nobody_is_connected_to(openai: Fake, out: Path) -> None:
    result = draw(out, "openai-images")
    assert result.exit_code == 6
    assert "limner providers agree openai-images" in result.stderr
    agree("openai-images")
    runner.invoke(app, ["providers"])
    runner.invoke(app, ["providers", "withdraw", "openai-images"])
    assert draw(out, "openai-images").exit_code == 6
    assert openai.requests == 0
    assert not out.exists()


def test_with_a_yes_it_draws_with_the_words_and_says_what_it_cost(openai: Fake, out: Path) -> None:
    agree("openai-images")
    result = draw(out, "openai-images", "--words", "let it snow", "--caption", "Hello")
    assert result.exit_code == 0, result.stderr
    with Image.open(out) as picture:
        assert picture.width / picture.height == pytest.approx(0.8, abs=0.01)
    assert "let it snow" in openai.prompts[0]
    assert "cents" in result.stdout
    assert openai.key not in result.output


def test_json_names_who_drew_and_the_cost(openai: Fake, out: Path) -> None:
    agree("openai-images")
    report = json.loads(draw(out, "openai-images", "--json").stdout)
    assert (report["provider"], openai.generations) == ("openai-images", 1)
    assert report["cost_microusd"] > 10_000
    with Image.open(out) as picture:
        assert picture.width == report["size_px"]
    with Image.open(report["original"]) as sent:
        assert sent.format == "PNG"


def test_a_refusal_is_a_sentence_and_nobody_draws_unasked(openai: Fake, out: Path) -> None:
    agree("openai-images")
    openai.behave("refused_photo")
    result = draw(out, "openai-images")
    assert result.exit_code == 6
    assert "forbid" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert openai.key not in result.output
    assert not out.exists()


def test_asked_to_fall_back_this_computer_draws_and_says_why(openai: Fake, out: Path, tmp_path: Path) -> None:
    agree("openai-images")
    openai.behave("refused_photo", "refused_photo")
    result = draw(out, "openai-images", "--fall-back", "--words", "let it snow")
    assert result.exit_code == 0, result.stderr
    assert "forbid" in result.stderr
    assert "This computer drew instead" in result.stderr
    draw(tmp_path / "local.png", "local")
    assert out.read_bytes() == (tmp_path / "local.png").read_bytes()
    report = json.loads(draw(out, "openai-images", "--fall-back", "--json").stdout)
    assert (report["provider"], report["passed_over"]["code"]) == ("local", "provider.refused")


def test_what_may_have_been_charged_is_said(openai: Fake, out: Path) -> None:
    agree("openai-images")
    openai.behave("garbage")
    result = draw(out, "openai-images")
    assert result.exit_code == 6
    assert "may have been charged" in result.stderr


@pytest.mark.parametrize(
    ("options", "code", "word"),
    [
        (["--provider", "openai-images", "--out", "drawn.svg"], 2, ".png"),
        (["--provider", "openai-images", "--seed", "3"], 2, "seed"),
        (["--provider", "openai-images", "--brought", "drawn.png"], 2, "handoff"),
        (["--provider", "openai-images", "--words", "x" * 401], 2, "400"),
        (["--provider", "local", "--words", "let it snow"], 2, "--provider"),
        (["--provider", "webui", "--commercial"], 6, "personal"),
        (["--provider", "gemeni"], 2, "gemini"),
        (["--provider", "gemini"], 6, "LIMNER_GEMINI_API_KEY"),
    ],
)
def test_what_it_cannot_do_is_said_before_anything_is_sent(
    openai: Fake, webui: Fake, monkeypatch: pytest.MonkeyPatch, options: list[str], code: int, word: str
) -> None:
    monkeypatch.delenv("LIMNER_GEMINI_API_KEY", raising=False)
    monkeypatch.delenv("LIMNER_GEMINI_PROJECT", raising=False)
    for name in ("openai-images", "webui"):
        agree(name)
    result = runner.invoke(app, ["draw", sample(), *options])
    assert result.exit_code == code
    assert word in result.stderr
    assert openai.requests == webui.requests == 0


def test_a_person_is_given_the_brief_and_what_they_bring_is_taken(out: Path, tmp_path: Path) -> None:
    agree("handoff")
    handed = draw(out, "handoff", "--words", "let it snow")
    assert handed.exit_code == 0, handed.stderr
    assert "let it snow" in handed.stdout
    assert "--ar 4:5" in handed.stdout
    assert "--brought" in handed.stderr
    assert not out.exists()
    drawing = tmp_path / "by-hand.png"
    draw(drawing, "local")
    assert draw(out, "handoff", "--brought", str(drawing)).exit_code == 0
    with Image.open(out) as picture:
        assert picture.size == (320, 400)
    assert draw(tmp_path / "no.png", "handoff", "--brought", sample()).exit_code == 6


@pytest.mark.parametrize(("answer", "code", "generations"), [("n", 6, 0), ("y", 0, 1)])
def test_at_a_terminal_the_terms_are_told_and_a_yes_is_asked_for_once(
    webui: Fake, out: Path, answer: str, code: int, generations: int
) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    seen = bytearray()
    reading = threading.Thread(target=_read_all, args=(ours, seen), daemon=True)
    reading.start()
    command = [sys.executable, "-m", "limner", "draw", sample(), "--size", "320", "--provider", "webui"]
    done = subprocess.run([*command, "--out", out], stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, check=False)
    os.close(theirs)
    reading.join(10)
    os.close(ours)
    assert (done.returncode, webui.generations, out.exists()) == (code, generations, code == 0)
    assert b"a computer of whoever runs this Limner" in seen
    assert b"[y/N]" in seen
    assert draw(out, "webui").exit_code == code


def _read_all(terminal: int, seen: bytearray) -> None:
    try:
        while block := os.read(terminal, 4096):
            seen += block
    except OSError:
        return


def test_ctrl_c_stops_the_other_side_and_leaves_no_file(webui: Fake, out: Path) -> None:
    agree("webui")
    webui.behave("slow")
    command = [sys.executable, "-m", "limner", "draw", sample(), "--size", "320", "--provider", "webui"]
    with subprocess.Popen([*command, "--out", out], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        asyncio.run(until(lambda: webui.generations > 0))
        process.send_signal(signal.SIGINT)
        assert "Stopped" in process.stderr.read()
        assert process.wait(20) == 130
    assert webui.cancelled == 1
    assert not out.exists()
