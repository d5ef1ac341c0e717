"""`limner styles`, `templates`, `outfits`, `poses`, `detectors`: what there is to choose from."""

from collections.abc import Sequence
from typing import Annotated

from limner.cli.output import JsonOption, print_json, print_table

_Row = dict[str, object]


def _show(rows: Sequence[_Row], *, as_json: bool) -> None:
    if as_json:
        print_json(rows)
    else:
        print_table(rows, tuple(rows[0]))


def styles(*, json: Annotated[bool, JsonOption] = False) -> None:
    """List the styles a picture can be drawn in."""
    from limner.catalog import registry

    rows: list[_Row] = [
        {"name": style.name, "title": style.title, "family": style.family, "summary": style.summary}
        for style in registry.styles()
    ]
    _show(rows, as_json=json)


def templates(*, json: Annotated[bool, JsonOption] = False) -> None:
    """List the scenes a character can stand in."""
    from limner.catalog import registry

    rows: list[_Row] = [
        {"name": template.name, "title": template.title, "people": template.most_people, "summary": template.summary}
        for template in registry.templates()
    ]
    _show(rows, as_json=json)


def outfits(*, json: Annotated[bool, JsonOption] = False) -> None:
    """List what people can wear."""
    from limner.catalog import registry

    _show([{"name": outfit.name, "title": outfit.title} for outfit in registry.outfits()], as_json=json)


def poses(*, json: Annotated[bool, JsonOption] = False) -> None:
    """List how people can stand."""
    from limner.catalog import registry

    _show([{"name": pose.name, "title": pose.title} for pose in registry.poses()], as_json=json)


def detectors(*, json: Annotated[bool, JsonOption] = False) -> None:
    """List the ways to find a face."""
    from limner.faces import registry

    rows: list[_Row] = [
        {"name": entry.name, "licence": entry.licence, "default": entry.name == registry.DEFAULT_DETECTOR}
        for entry in registry.detectors()
    ]
    _show(rows, as_json=json)
