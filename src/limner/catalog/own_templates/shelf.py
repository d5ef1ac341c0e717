"""The folder of folders: which templates of the user's own there are, and which of them can't be used.

A folder is read anew when one of its files changes, so that a server shows it without a new start.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from limner.catalog.own_templates.folder import read_folder
from limner.catalog.template import Template
from limner.errors import TemplateUnusable

Found = Template | TemplateUnusable
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST: Final = 40
_MOST_KEPT: Final = 64


def own_templates(shelf: Path, taken: Collection[str], outfits: Collection[str]) -> Mapping[str, Found]:
    """What lies there, by name; nothing where there is no such folder."""
    return {folder.name: own_template(folder, taken, outfits) for folder in _folders(shelf)}


def own_template(folder: Path, taken: Collection[str], outfits: Collection[str]) -> Found:
    """One folder: the template, or why it is none."""
    name = folder.name
    if name in taken:
        return TemplateUnusable(f"The folder {name} has the name of another scene.", "Give the folder another name.")
    if len(name) > _LONGEST or not _NAME.fullmatch(name):
        shown = "".join(letter if letter.isprintable() else "?" for letter in name[:_LONGEST])
        return TemplateUnusable(
            f'The folder "{shown}" can\'t be a name.',
            f"Use up to {_LONGEST} small letters, digits and hyphens, like kite-hill.",
        )
    try:
        return _read(folder, _state(folder), tuple(outfits))
    except OSError:
        return TemplateUnusable(f"The folder {name} can't be read.", "Look at its rights.")


def _folders(shelf: Path) -> Iterator[Path]:
    try:
        found = sorted(one for one in shelf.iterdir() if one.is_dir() and not one.name.startswith("."))
    except OSError:
        return
    yield from found


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of its files: they change when what is in them does."""
    found = ((one.name, one.lstat()) for one in sorted(folder.iterdir()))
    return tuple((name, status.st_mtime_ns, status.st_size) for name, status in found)


@lru_cache(maxsize=_MOST_KEPT)
def _read(folder: Path, state: tuple[tuple[str, int, int], ...], outfits: tuple[str, ...]) -> Found:
    del state
    try:
        return read_folder(folder, folder.name, outfits)
    except TemplateUnusable as error:
        return error.with_traceback(None)
