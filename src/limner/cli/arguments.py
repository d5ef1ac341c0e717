"""Arguments that several commands share."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from limner.errors import BadAttribute

if TYPE_CHECKING:
    from limner.catalog.template import Template

PhotoArgument = typer.Argument(help="A JPEG, PNG, WebP, HEIC, AVIF or GIF.")
PhotosArgument = typer.Argument(help="A photo, or several of the same person: the first one is the one to draw.")
FaceOption = typer.Option("--face", min=1, help="Which face, counted from the largest; see `limner faces`.")
DetectorOption = typer.Option("--detector", help="How to find faces; see `limner detectors`.")
TemplateOption = typer.Option("--template", help="See `limner templates`; or the path of a folder: ./my-scene.")
SetOption = typer.Option("--set", metavar="NAME=VALUE", help="Correct an attribute; can be given several times.")
SetOfPersonOption = typer.Option(
    "--set",
    metavar="[N:]NAME=VALUE",
    help="Correct an attribute; several times. 2:hair.colour=red is the second person's.",
)
ProviderOption = typer.Option("--provider", metavar="NAME", help="Who draws; see `limner providers`.")
WordsOption = typer.Option(metavar="TEXT", help="Wishes of your own, up to 400 letters, for providers that take words.")
CommercialOption = typer.Option("--commercial", help="The picture is sold or used in a business.")
FallBackOption = typer.Option("--fall-back", help="If the provider does not draw, this computer does.")
BroughtOption = typer.Option("--brought", metavar="FILE", help="What a person drew: with --provider handoff.")


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


def template_of(text: str) -> "Template":
    """The template of this name, or in this folder.

    Raises:
        UnknownName: there is none of this name.
        TemplateUnusable: something in the folder is wrong.
    """
    from limner.catalog import registry

    return registry.template_in(Path(text)) if Path(text).name != text else registry.template(text)
