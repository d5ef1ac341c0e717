"""Writing results: whole files or none, JSON or words, progress on stderr."""

import json
import os
import tempfile
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer
from rich.console import Console
from rich.table import Table

from limner.errors import LimnerError, OutputUnwritable, PhotoUnreadable
from limner.events import Stage

if TYPE_CHECKING:
    from rich.status import Status

    from limner.characters.character import Character
    from limner.generation.verify import Verification

STAGE_WORDS: Final[Mapping[Stage, str]] = {
    "read": "Reading the photo",
    "find": "Looking for faces",
    "measure": "Measuring the person",
    "draw": "Drawing",
    "move": "Drawing the frames",
    "verify": "Looking at the drawing",
    "encode": "Finishing the picture",
}

_PIPE_LETTERS: Final = 500
"""Width of a table where no terminal limits it."""

JsonOption = typer.Option("--json", help="Print JSON.")


def print_json(value: object) -> None:
    """Print a value as JSON on stdout."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> None:
    """Print rows as a table in words; the first column, which names them, stays whole. In a pipe a row is a line."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column.replace("_", " "), no_wrap=column == columns[0], overflow="fold")
    for row in rows:
        table.add_row(*(str(row[column]) for column in columns))
    console = Console(soft_wrap=True)
    if not console.is_terminal:
        console.width = _PIPE_LETTERS
    console.print(table)


class Shown:
    """What is shown to whoever waits: the running stage, or words; nothing without a place to show it."""

    def __init__(self, status: "Status | None" = None) -> None:
        self._status = status

    def __call__(self, stage: Stage) -> None:
        """A stage begins."""
        self.say(STAGE_WORDS[stage])

    def say(self, words: str) -> None:
        """Show these words; from any thread."""
        if self._status:
            self._status.update(words)


@contextmanager
def watched() -> Generator[Shown]:
    """Show the running stage on stderr while the work lasts; silent where stderr is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Shown()
        return
    with console.status("Starting") as status:
        yield Shown(status)


@contextmanager
def errors_as_sentences() -> Generator[None]:
    """Turn a `LimnerError` into its two sentences on stderr and its exit code."""
    try:
        yield
    except LimnerError as error:
        typer.echo(f"{error.message} {error.advice}".strip(), err=True)
        raise typer.Exit(error.exit_code) from error


def open_questions(character: "Character") -> str:
    """One line that asks the person for what the photo did not say clearly; empty if there is nothing to ask."""
    from limner.characters.attributes import UNMEASURED

    names = [name for name in character.asks() if name not in UNMEASURED]
    if not names:
        return ""
    drawn = ", ".join(f"{name} (drawn as {_worded(character.readings[name].value)})" for name in names)
    return f"Not sure about: {drawn}. Say it with --set NAME=VALUE."


def verified_in_words(verification: "Verification | None") -> str:
    """What survived in the drawing, what did not, and what could not be told, one line each."""
    if verification is None:
        return "Not verified: an SVG has no pixels to measure. End the name in .png or .webp."
    lines: list[str] = []
    for verdict, word in (("kept", "Kept"), ("lost", "Lost"), ("unsure", "Could not tell")):
        checks = [check for check in verification.checks if check.verdict == verdict]
        named = (
            check.name if verdict == "kept" else f"{check.name} ({check.expected}; {check.seen} is seen)"
            for check in checks
        )
        if checks:
            lines.append(f"{word}: {', '.join(named)}.")
    return "\n".join(lines)


def _worded(value: str | float | bool) -> str:  # noqa: FBT001 - a value of any kind
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def read_photo(path: Path, limit_bytes: int) -> bytes:
    """The file's bytes, at most one more than the limit, so that a huge file costs no memory."""
    try:
        with path.open("rb") as file:
            return file.read(limit_bytes + 1)
    except OSError as error:
        raise PhotoUnreadable(
            f"{path} can't be read: {(error.strerror or 'unknown reason').lower()}.",
            "Check the name, and that you may open the file.",
        ) from error


def check_writable(path: Path) -> None:
    """Say before the work starts that a file can't be written.

    Raises:
        OutputUnwritable: its folder is missing or closed, or the path is a folder.
    """
    folder = path.parent
    if path.is_dir():
        raise OutputUnwritable(f"{path} is a folder.", "Give the picture a file name, such as --out picture.png.")
    if not folder.is_dir():
        raise OutputUnwritable(f"The folder {folder} does not exist.", "Create it first, or choose another --out.")
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".limner-"):
            pass
    except OSError as error:
        raise OutputUnwritable(f"Nothing can be written to {folder}.", "Choose another --out.") from error


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write beside the target, then rename: the file appears whole or not at all, `private` ones for the owner only."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".limner-", suffix=path.suffix)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o600 if private else 0o666 & ~_umask())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputUnwritable(f"{path} can't be written.", "Free some space or choose another --out.") from error
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
