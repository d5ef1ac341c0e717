"""What there is to choose from, by name. Nothing is imported before it is asked for; other packages may add theirs.

A package adds a style or a template by an entry point in the group `limner.styles` or `limner.templates`, whose
value is "module:OBJECT". Whoever owns this machine adds a template as a folder in `LIMNER_TEMPLATES_DIR`. A name of
Limner's own can't be taken over.
"""

import difflib
import logging
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final, cast

from limner.catalog.outfit import Outfit
from limner.catalog.own_templates.shelf import own_template, own_templates
from limner.catalog.style import Style
from limner.catalog.template import Template
from limner.engine.rig.pose import POSES, Pose
from limner.errors import TemplateUnusable, UnknownName
from limner.settings import Settings

_log = logging.getLogger(__name__)

_STYLES: Final[Mapping[str, str]] = {
    "storybook": "limner.catalog.styles.storybook:STYLE",
    "comic": "limner.catalog.styles.comic:STYLE",
    "watercolor": "limner.catalog.styles.watercolor:STYLE",
    "paper-cut": "limner.catalog.styles.paper_cut:STYLE",
    "soft-3d": "limner.catalog.styles.soft_3d:STYLE",
    "anime": "limner.catalog.styles.anime:STYLE",
    "watercolor-portrait": "limner.catalog.styles.watercolor_portrait:STYLE",
    "pencil-portrait": "limner.catalog.styles.pencil_portrait:STYLE",
    "comic-portrait": "limner.catalog.styles.comic_portrait:STYLE",
    "soft-3d-portrait": "limner.catalog.styles.soft_3d_portrait:STYLE",
}
_TEMPLATES: Final[Mapping[str, str]] = {
    "moon": "limner.catalog.templates.moon:TEMPLATE",
    "forest": "limner.catalog.templates.forest:TEMPLATE",
    "ocean": "limner.catalog.templates.ocean:TEMPLATE",
    "winter": "limner.catalog.templates.winter:TEMPLATE",
    "castle": "limner.catalog.templates.castle:TEMPLATE",
    "library": "limner.catalog.templates.library:TEMPLATE",
    "savannah": "limner.catalog.templates.savannah:TEMPLATE",
    "dinosaurs": "limner.catalog.templates.dinosaurs:TEMPLATE",
    "birthday": "limner.catalog.templates.birthday:TEMPLATE",
    "football": "limner.catalog.templates.football:TEMPLATE",
    "pirates": "limner.catalog.templates.pirates:TEMPLATE",
    "city": "limner.catalog.templates.city:TEMPLATE",
}
_OUTFITS: Final[Mapping[str, str]] = {
    "astronaut": "limner.catalog.outfits.astronaut:OUTFIT",
    "explorer": "limner.catalog.outfits.explorer:OUTFIT",
    "royal": "limner.catalog.outfits.royal:OUTFIT",
    "pyjamas": "limner.catalog.outfits.pyjamas:OUTFIT",
    "diver": "limner.catalog.outfits.diver:OUTFIT",
    "winter-coat": "limner.catalog.outfits.winter_coat:OUTFIT",
    "footballer": "limner.catalog.outfits.footballer:OUTFIT",
    "pirate": "limner.catalog.outfits.pirate:OUTFIT",
    "hero": "limner.catalog.outfits.hero:OUTFIT",
    "party": "limner.catalog.outfits.party:OUTFIT",
}


def styles() -> tuple[Style, ...]:
    """All styles, Limner's own first."""
    return tuple(style(name) for name in _paths("styles"))


def templates() -> tuple[Template, ...]:
    """All templates, Limner's own first. A folder that can't be used is left out, and the log says so once."""
    found: list[Template] = [cast("Template", _load("template", name)) for name in _paths("templates")]
    for name, one in own_folders().items():
        if isinstance(one, Template):
            found.append(one)
        else:
            _warn(name, f"{one.message} {one.advice}")
    return tuple(found)


def own_folders() -> Mapping[str, Template | TemplateUnusable]:
    """The folders of `LIMNER_TEMPLATES_DIR` by name: each a template, or the reason why it can't be one."""
    return own_templates(Settings().own_templates_dir, _paths("templates"), _paths("outfits"))


def template_in(folder: Path) -> Template:
    """The template in any folder.

    Raises:
        TemplateUnusable: a file of it is missing, wrong or not allowed.
    """
    return _usable(own_template(folder.resolve(), _paths("templates"), _paths("outfits")))


def outfits() -> tuple[Outfit, ...]:
    """All outfits."""
    return tuple(outfit(name) for name in _paths("outfits"))


def poses() -> tuple[Pose, ...]:
    """All poses."""
    return tuple(POSES.values())


def style(name: str) -> Style:
    """The style of this name.

    Raises:
        UnknownName: there is none.
    """
    return cast("Style", _load("style", name))


def template(name: str) -> Template:
    """The template of this name.

    Raises:
        UnknownName: there is none.
        TemplateUnusable: there is a folder of this name that can't be used.
    """
    if name not in _paths("templates"):
        own = own_folders()
        if name not in own:
            raise _unknown("template", name, (*_paths("templates"), *own))
        return _usable(own[name])
    return cast("Template", _load("template", name))


def outfit(name: str) -> Outfit:
    """The outfit of this name.

    Raises:
        UnknownName: there is none.
    """
    return cast("Outfit", _load("outfit", name))


def pose(name: str) -> Pose:
    """The pose of this name.

    Raises:
        UnknownName: there is none.
    """
    if name not in POSES:
        raise _unknown("pose", name, tuple(POSES))
    return POSES[name]


def _usable(found: Template | TemplateUnusable) -> Template:
    if isinstance(found, TemplateUnusable):
        # A new one: the kept one would gather the traces of everybody who asks.
        raise TemplateUnusable(found.message, found.advice)
    return found


@cache
def _warn(name: str, reason: str) -> None:
    _log.warning("The template %s is left out. %s", name, reason)


@cache
def _paths(kind: str) -> Mapping[str, str]:
    own = {"styles": _STYLES, "templates": _TEMPLATES, "outfits": _OUTFITS}[kind]
    added = sorted((entry.name, entry.value) for entry in entry_points(group=f"limner.{kind}"))
    return {**own, **{name: path for name, path in added if name not in own}}


def _load(kind: str, name: str) -> object:
    paths = _paths(f"{kind}s")
    if name not in paths:
        raise _unknown(kind, name, tuple(paths))
    module, attribute = paths[name].split(":")
    return getattr(import_module(module), attribute)


def _unknown(kind: str, name: str, names: Sequence[str]) -> UnknownName:
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Choose one of: {', '.join(names)}."
    return UnknownName(f"There is no {kind} called {name}.", hint)
