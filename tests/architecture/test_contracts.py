"""The rules of the house that lint can't state."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from limner import errors
from limner.model_files import entries

VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "manager", "service", "misc"}
FREE_LICENCES = {"Apache-2.0", "MIT", "OFL-1.1", "BSD-3-Clause", "public domain (NASA)"}
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|root|home|farm|Users)/\w")
PACKAGE_HOST = re.compile(r"(?:files\.pythonhosted|pypi\.\w+|/simple/|registry\.npmjs|--(?:extra-)?index-url)")
MAY_NAME_A_HOST = {"tests/architecture/test_contracts.py"}


def tracked_texts(repository: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each file git knows."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=repository, capture_output=True, text=True, check=False)
    if listing.returncode != 0:
        pytest.skip("not a git working copy, so nothing says which files are published")
    for name in filter(None, listing.stdout.split("\0")):
        path = repository / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            yield name, content.decode("utf-8")


def test_imports_keep_the_contracts(repository: Path) -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("folder", ["catalog/templates", "catalog/outfits", "generation/providers"])
def test_scenes_outfits_and_providers_do_not_know_each_other(repository: Path, folder: str) -> None:
    """One of them may fill several files, all beginning with its name: moon.py, moon_sky.py."""
    package = "limner." + folder.replace("/", ".")
    known: list[str] = []
    for path in sorted((repository / "src/limner" / folder).glob("*.py")):
        imported = re.findall(rf"(?:from {package}(?:\.| import )|import {package}\.)(\w+)", path.read_text())
        known += [f"{path.stem} → {name}" for name in imported if name.split("_")[0] != path.stem.split("_")[0]]
    assert known == []


def test_every_module_is_named_for_what_happens_in_it(repository: Path) -> None:
    modules = (repository / "src").rglob("*.py")
    assert [path for path in modules if VAGUE & {path.stem, path.parent.name}] == []


def test_no_file_names_somebodys_machine(repository: Path) -> None:
    assert [name for name, text in tracked_texts(repository) if MACHINE_PATH.search(text)] == []


def test_no_file_names_a_package_registry(repository: Path) -> None:
    texts = ((name, text) for name, text in tracked_texts(repository) if name not in MAY_NAME_A_HOST)
    assert [name for name, text in texts if PACKAGE_HOST.search(text)] == []


def test_every_pin_has_a_hash(repository: Path) -> None:
    text = (repository / "constraints.txt").read_text()
    pins = re.split(r"\n(?=\S)", text.strip())
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert "://" not in text


def every_error(of: type[errors.LimnerError] = errors.LimnerError) -> Iterator[type[errors.LimnerError]]:
    """The class and all below it that Limner itself defines."""
    yield of
    for child in of.__subclasses__():
        yield from every_error(child)


def test_every_error_has_a_code_of_its_own_that_continues_its_parents() -> None:
    found = list(every_error())
    codes = [error.__dict__.get("code", "") for error in found]
    assert len(set(codes)) == len(codes)
    assert all(codes)
    leaves = [error for error in found if not error.__subclasses__()]
    assert [e for e in leaves if e.__base__ is None or "." not in e.code or e.exit_code not in {2, 3, 4, 5, 6}] == []


def test_the_error_tree_is_drawn_completely() -> None:
    leaves = [error for error in every_error() if not error.__subclasses__()]
    drawn = errors.__doc__ or ""
    assert [e.__name__ for e in leaves if not re.search(rf"\b{e.__name__}\s+{re.escape(e.code)}\b", drawn)] == []


def test_every_model_file_is_pinned_hashed_and_free() -> None:
    files = entries()
    assert len({file.name for file in files}) == len(files)
    assert [file.name for file in files if file.licence not in FREE_LICENCES] == []
    assert [file.name for file in files if not re.fullmatch(r"\d+(\.\d+)+", file.version)] == []
