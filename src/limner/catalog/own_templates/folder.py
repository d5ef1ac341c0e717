"""One folder as a template: its manifest and up to three pictures, read once and drawn as they are in every style."""

import os
import stat
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from limner.catalog.own_templates import manifest, picture, svg_reading
from limner.catalog.own_templates.manifest import Manifest, Place, Shade
from limner.catalog.own_templates.svg_drawing import Drawing
from limner.catalog.own_templates.svg_tree import Tree
from limner.catalog.own_templates.trouble import trouble
from limner.catalog.slot import Light, Shadow, Slot
from limner.catalog.template import Template
from limner.engine.arrays import Points
from limner.engine.layer import Layer
from limner.engine.rig.look import Look
from limner.engine.rig.pose import POSES
from limner.engine.sheet import mixed

PAGE: Final = (1000.0, 1250.0)
_PICTURES: Final = ("svg", "png", "jpg", "jpeg", "webp")
_FINEST_PX: Final = 2100
_DAY: Final = Light((330, 480), (760, 1060), ((0.0, "#fff1d6", 0.14), (0.5, "#fff1d6", 0.0), (1.0, "#37415f", 0.16)))


@dataclass(frozen=True, slots=True, eq=False)
class _AsDrawn:
    """Layers that are the same in every look and by every seed."""

    layers: tuple[Layer, ...]

    def __call__(self, look: Look, seed: int) -> tuple[Layer, ...]:
        del look, seed
        return self.layers


def read_folder(folder: Path, name: str, outfits: Collection[str]) -> Template:
    """The template in a folder; `outfits` are the names that its people may wear.

    Raises:
        TemplateUnusable: a file is missing, wrong or not allowed; its sentence says which and why.
    """
    said = manifest.read_manifest(_bytes(folder, manifest.NAME, manifest.MOST_BYTES))
    slots = tuple(_slot(place, i, said, outfits) for i, place in enumerate(said.places, 1))
    background = _layer(folder, "background", name)
    if background is None:
        raise trouble(
            "background", "there is no such picture.", f"Put background.{', .'.join(_PICTURES)} into the folder."
        )
    middle, foreground = _layer(folder, "middle", name), _layer(folder, "foreground", name)
    return Template(
        name=name,
        title=said.title,
        summary=said.summary or said.title,
        slots=slots[:1],
        background=_AsDrawn((background, middle) if middle else (background,)),
        foreground=_AsDrawn((foreground,) if foreground else ()),
        groups=tuple(slots[:number] for number in range(2, min(len(slots), said.people) + 1)),
        most_people=said.people,
        paper=said.paper,
        words=said.words,
    )


def _layer(folder: Path, part: str, name: str) -> Layer | None:
    names = (f"{part}.{ending}" for ending in _PICTURES)
    found = [name for name in names if os.path.lexists(folder / name)]
    if not found:
        return None
    if len(found) > 1:
        raise trouble(found[1], f"{found[0]} is there too.", "Keep one of them.")
    file = found[0]
    if not file.endswith(".svg"):
        return picture.picture_layer(_bytes(folder, file, picture.MOST_BYTES), file, PAGE, opaque=part == "background")
    tree = Tree(svg_reading.read_svg(_bytes(folder, file, svg_reading.MOST_BYTES), file), file)
    drawing = Drawing(tree, f"own-{name}-{part[0]}-", PAGE)
    drawing.draw(_covering(tree))
    return Layer(drawing.defs, drawing.svg, None, _FINEST_PX)


def _covering(tree: Tree) -> Points:
    """The drawing so large that it covers the page, its middle in the page's middle."""
    left, top, wide, high = tree.view
    scale = max(PAGE[0] / wide, PAGE[1] / high)
    x, y = PAGE[0] / 2 - (left + wide / 2) * scale, PAGE[1] / 2 - (top + high / 2) * scale
    return np.array([[scale, 0, x], [0, scale, y], [0, 0, 1]])


def _bytes(folder: Path, file: str, most: int) -> bytes:
    """A file that lies in the folder itself: no link out of it, no device."""
    path = folder / file
    try:
        if not path.resolve(strict=True).is_relative_to(folder.resolve(strict=True)):
            raise trouble(file, "it is a link to somewhere outside of the folder.", "Put the file itself there.")
        if not stat.S_ISREG(path.stat().st_mode):
            raise trouble(file, "it is no file.", "Put a file of this name there.")
        with path.open("rb") as opened:
            data = opened.read(most + 1)
    except FileNotFoundError:
        raise trouble(file, "it is not there.", f"Put {file} into the folder {folder.name}.") from None
    except (OSError, RuntimeError):
        raise trouble(file, "it can't be opened.", "Look at its rights.") from None
    if len(data) > most:
        raise trouble(file, f"it is larger than {most // 1024:,} KB.", "Make it smaller.")
    return data


def _slot(place: Place, number: int, said: Manifest, outfits: Collection[str]) -> Slot:
    for field, value, names in (("outfit", place.outfit, outfits), ("pose", place.pose, POSES)):
        if value not in names:
            raise trouble(
                manifest.NAME,
                f'places of number {number}.{field} is "{value[:40]}".',
                f"Choose one of: {', '.join(names)}.",
            )
    light = _DAY
    if said.light:
        lit = said.light
        stops = (
            (0.0, lit.warm, lit.strength),
            (0.5, lit.warm, 0.0),
            (0.5, lit.cool, 0.0),
            (1.0, lit.cool, lit.strength),
        )
        light = Light(lit.start, lit.to, stops)
    return Slot(
        x=place.x,
        y=place.y,
        scale=place.scale,
        tilt_deg=place.tilt_deg,
        outfit=place.outfit,
        pose=place.pose,
        light=light,
        shadow=_shadow(said.shadow) if said.shadow else None,
        flip=place.flip,
    )


def _shadow(shade: Shade) -> Shadow:
    return Shadow(shade.colour, mixed(shade.colour, "#000000", 0.35), dx=shade.dx, opacity=shade.opacity)
