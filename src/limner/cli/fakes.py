"""`limner fakes`: try the product without keys, graphics cards or costs."""

import contextlib
import json
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from limner.cli.output import errors_as_sentences

if TYPE_CHECKING:
    from limner.testing.fakes.fake import Fake


def fakes(
    name: Annotated[
        str, typer.Argument(help="Whom to pretend to be; without one, those there are.", show_default=False)
    ] = "",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on this machine; 0 takes a free one.")] = 0,
) -> None:
    """Run a server that speaks like a provider and draws nothing: for trying and testing, never for pictures."""
    with errors_as_sentences():
        from limner.testing.fakes import registry
        from limner.testing.fakes.fake import running

        if not name:
            typer.echo("\n".join(registry.fake_names()))
            return
        fake = registry.fake(name)
        with running(fake, port) as address, contextlib.suppress(KeyboardInterrupt):
            typer.echo(_how_to_use(fake, address))
            threading.Event().wait()


def _how_to_use(fake: "Fake", address: str) -> str:
    variables = [
        f"export {name}={value.format(address=address, key=fake.key)}" for name, value in fake.environment.items()
    ]
    behaviours = ", ".join(["success", *fake.behaviours, *fake.refusals])
    body = json.dumps({"behaviours": [fake.behaviours[0]]})
    return "\n".join(
        [
            f"# A pretended {fake.name} listens on {address}, until Ctrl+C. Where Limner runs, set:",
            *variables,
            f"# How the next pictures go, one behaviour each ({behaviours}):",
            f"#   curl -d '{body}' {address}/_fake",
        ]
    )
