"""`limner providers`: who can draw and on which terms, and agreeing that one of them gets pictures."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from limner.cli.output import JsonOption, errors_as_sentences, print_json, print_table
from limner.cli.terms import cents, terms_of
from limner.errors import LimnerError

if TYPE_CHECKING:
    from limner.generation.abilities import Destination
    from limner.generation.provider import Provider

app = typer.Typer()
NameArgument = typer.Argument(metavar="NAME", help="See `limner providers`.", show_default=False)
_COLUMNS: Final = ("name", "title", "state", "pictures_go_to", "price", "for_use", "age", "consent")
_FOR_EYES: Final = {"state", "pictures_go_to", "price", "for_use", "age"}
"""What the table says in short; JSON has it whole, under other names."""
_GOES: Final[dict["Destination", str]] = {"here": "nobody", "own": "your machine", "person": "who draws"}


@app.callback(invoke_without_command=True)
def providers(context: typer.Context, *, json: Annotated[bool, JsonOption] = False) -> None:
    """List who can draw, where pictures go, and on which terms; or agree to that, and take it back."""
    if context.invoked_subcommand is not None:
        return
    from limner.generation.registry import provider_names

    with errors_as_sentences():
        rows = [_row(name) for name in provider_names()]
    if json:
        print_json([{key: value for key, value in row.items() if key not in _FOR_EYES} for row in rows])
        return
    print_table(rows, _COLUMNS)
    typer.echo("")
    for row in rows:
        if row["missing"]:
            typer.echo(f"{row['name']}: {row['missing']}")


@app.command("agree")
def agree(name: Annotated[str, NameArgument]) -> None:
    """Agree that a provider gets pictures, for everything drawn by you on this computer."""
    from limner.cli import consents
    from limner.generation.registry import provider

    with errors_as_sentences():
        one = provider(name)
        typer.echo(terms_of(one))
        if not one.abilities.photo_leaves:
            typer.echo("There is nothing to agree to.")
            return
        consents.agree(one)
    typer.echo(
        f"You agree that pictures go to {one.abilities.goes_to}. To take it back: limner providers withdraw {name}"
    )


@app.command("withdraw")
def withdraw(name: Annotated[str, NameArgument]) -> None:
    """Take back what was agreed to: from now on the provider gets nothing."""
    from limner.cli import consents
    from limner.generation.registry import provider

    with errors_as_sentences():
        title = provider(name).title
        given = consents.withdraw(name)
    typer.echo(f"Taken back. {title}: no more pictures go there." if given else f"{title}: there was no agreement.")


def _row(name: str) -> dict[str, object]:
    from limner.generation.registry import provider

    try:
        one = provider(name)
    except LimnerError as error:
        # A package of somebody else that can't be loaded is told as well, and hides nobody.
        return {
            **dict.fromkeys(_COLUMNS, ""),
            "name": name,
            "state": "not yet",
            "ready": False,
            "missing": _said(error),
        }
    return _told(one)


def _told(one: "Provider") -> dict[str, object]:
    from limner.cli import consents

    can, missing = one.abilities, ""
    try:
        one.check_ready()
    except LimnerError as error:
        missing = _said(error)
    yes = consents.standing(one)
    return {
        "name": one.name,
        "title": one.title,
        "state": "not yet" if missing else "ready",
        "ready": not missing,
        "missing": missing,
        "pictures_go_to": _GOES.get(can.destination, can.goes_to),
        "goes_to": can.goes_to,
        "destination": can.destination,
        "photo_leaves": can.photo_leaves,
        "price": cents(can.price_microusd) if can.price_microusd else "",
        "price_microusd": can.price_microusd,
        "licence": can.licence,
        "for_use": "any" if can.licence == "personal and commercial" else can.licence,
        "age": f"{can.minimum_age}+" if can.minimum_age else "",
        "minimum_age": can.minimum_age,
        "terms": can.terms,
        "consent": f"{yes.given_at.astimezone():%Y-%m-%d}" if yes else "no" if can.photo_leaves else "not needed",
    }


def _said(error: LimnerError) -> str:
    return f"{error.message} {error.advice}".strip()
