"""`limner template check`: whether a folder is a template, and what it looks like with people in it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from limner.cli.arguments import template_of
from limner.cli.output import check_writable, errors_as_sentences, write_whole

if TYPE_CHECKING:
    from limner.catalog.style import Style
    from limner.catalog.template import Template
    from limner.engine.images import RgbImage

app = typer.Typer(no_args_is_help=True)
_WIDTH_PX: Final = 720
_GROUP: Final = (
    (("age.band", "adult"),),
    (("age.band", "child"),),
    (("age.band", "child"), ("body.wheelchair", "yes")),
    (("age.band", "baby"),),
)


@app.callback()
def template() -> None:
    """Templates of your own: folders with a manifest and pictures."""


@app.command("check")
def check(
    folder: Annotated[Path, typer.Argument(help="The folder with template.toml.")],
    *,
    style: Annotated[str, typer.Option(help="A character style; see `limner styles`.")] = "storybook",
    out: Annotated[Path | None, typer.Option(metavar="FILE.png", help="Where the preview goes.")] = None,
) -> None:
    """Say what is wrong with a template, or draw it: with one person, and with as many as find a place."""
    with errors_as_sentences():
        found = template_of(str(folder.resolve()))
        target = out or Path(f"{found.name}-preview.png")
        check_writable(target)
        from limner.catalog import registry
        from limner.engine.codec import encode_png

        write_whole(target, encode_png(_preview(found, registry.style(style))))
    typer.echo(f"{found.title} is fine: it has places for {found.most_people}. Look at it in {target}.")


def _preview(found: "Template", style: "Style") -> "RgbImage":
    import numpy as np

    from limner.engine.images import RgbImage

    sheets = [_drawn(found, style, number) for number in sorted({1, found.most_people})]
    return RgbImage(np.ascontiguousarray(np.hstack([sheet.pixels for sheet in sheets])))


def _drawn(found: "Template", style: "Style", number: int) -> "RgbImage":
    """So many people of all ages in the template, under its title."""
    from limner.characters.edit import with_attribute
    from limner.characters.plain_person import plain_person
    from limner.engine.paint.finish import paint_page
    from limner.errors import Invalid
    from limner.generation.provider import DrawRequest, Sitter
    from limner.generation.scene import scene_page

    if style.look is None:
        raise Invalid("Portraits have no scene.", "Choose a character style: see `limner styles`.")
    sitters: list[Sitter] = []
    for attributes in _GROUP[1:2] if number == 1 else _GROUP[:number]:
        person = plain_person()
        for name, value in attributes:
            person = with_attribute(person, name, value)
        sitters.append(Sitter(person))
    request = DrawRequest(tuple(sitters), style, found, _WIDTH_PX, seed=1, caption=found.title)
    return paint_page(scene_page(request, style.look), style.look, _WIDTH_PX)
