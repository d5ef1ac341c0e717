"""The commands by name."""

import sys

import typer

from limner.cli import animate, catalog, doctor, draw, faces, fakes, keys, providers, serve, template

app = typer.Typer(
    name="limner",
    help="Turn a photo of someone you love into an illustrated character, on your own machine.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command("draw")(draw.draw)
app.command("animate")(animate.animate)
app.command("faces")(faces.faces)
app.command("character")(faces.character)
app.command("styles")(catalog.styles)
app.command("templates")(catalog.templates)
app.command("outfits")(catalog.outfits)
app.command("poses")(catalog.poses)
app.command("detectors")(catalog.detectors)
app.command("fakes")(fakes.fakes)
app.command("doctor")(doctor.doctor)
app.add_typer(template.app, name="template")
app.add_typer(keys.app, name="keys")
app.add_typer(providers.app, name="providers")
app.command("serve")(serve.serve)
app.command("worker")(serve.worker)


def main() -> None:
    """Run the command line."""
    sys.exit(app())
