"""Arguments that several commands share."""

from collections.abc import Sequence

import typer

from limner.errors import BadAttribute

PhotoArgument = typer.Argument(help="A JPEG, PNG, WebP, HEIC, AVIF or GIF.")
PhotosArgument = typer.Argument(help="A photo, or several of the same person: the first one is the one to draw.")
FaceOption = typer.Option("--face", min=1, help="Which face, counted from the largest; see `limner faces`.")
DetectorOption = typer.Option("--detector", help="How to find faces; see `limner detectors`.")
SetOption = typer.Option("--set", metavar="NAME=VALUE", help="Correct an attribute; can be given several times.")
SetOfPersonOption = typer.Option(
    "--set",
    metavar="[N:]NAME=VALUE",
    help="Correct an attribute; several times. 2:hair.colour=red is the second person's.",
)


def parse_overrides(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Split NAME=VALUE texts.

    Raises:
        BadAttribute: a text has no equals sign.
    """
    pairs: list[tuple[str, str]] = []
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise BadAttribute(f"{text} is not NAME=VALUE.", "Write it like --set hair.colour=brown.")
        pairs.append((name.strip(), value.strip()))
    return pairs
