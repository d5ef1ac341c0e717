"""An SVG from outside becomes what Limner itself draws: groups, shapes, gradients and clips, each written anew.

Nothing of the file's text goes into the page but checked numbers and path data, so what is not known here can't come
through. Styles are resolved to attributes, references are copied out, and names are given anew.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np

from limner.catalog.own_templates.svg_clips import Clips
from limner.catalog.own_templates.svg_paint import Paints
from limner.catalog.own_templates.svg_reading import MOST_DEPTH, MOST_ELEMENTS, Element
from limner.catalog.own_templates.svg_shapes import SHAPES, shape
from limner.catalog.own_templates.svg_strokes import stroke
from limner.catalog.own_templates.svg_style import INHERITED, Styles
from limner.catalog.own_templates.svg_tree import Tree
from limner.catalog.own_templates.svg_values import matrix_text, plain
from limner.engine.arrays import Points
from limner.engine.rig.marks import CUT

_QUIET: Final = frozenset(
    (
        "defs",
        "style",
        "title",
        "desc",
        "metadata",
        "linearGradient",
        "radialGradient",
        "clipPath",
        "mask",
        "filter",
        "pattern",
        "marker",
        "symbol",
        "view",
    )
)
"""Drawn only where something refers to them, or not at all."""
_AS_PICTURE: Final = "Save this layer as a picture: PNG."
_INSTEAD: Final = {
    "text": "Turn the text into paths (in Inkscape: Path, Object to Path).",
    "image": "Pictures can't lie in an SVG here: save this layer as a picture, PNG or JPEG.",
}
_MOST_OVERLAYS: Final = 40
_MOST_NESTED: Final = 4
_BEYOND: Final = 0.25
"""How far what is clipped or see-through as a whole may reach beyond the edge, in pages: it takes memory."""
_MOST_PAINTED: Final = 120.0
"""How often shapes may cover the page, all together, ..."""
_MOST_OUTLINED: Final = 4e6
"""... and how long their outlines may be, in page units: both are time to draw."""

Words = Mapping[str, str]


class Drawing:
    """Collects the body and the definitions of one drawing; `prefix` begins all its names."""

    def __init__(self, tree: Tree, prefix: str, page: tuple[float, float]) -> None:
        self._tree, self._page = tree, page
        self._styles = Styles(tree.elements(), tree.file)
        self._paints = Paints(tree, self._styles, prefix)
        self._clips = Clips(tree, self._styles, prefix)
        self._parts: list[str] = []
        self._count = self._overlays = 0
        self._painted = self._outlined = 0.0

    @property
    def defs(self) -> str:
        """Gradients and clips."""
        return self._paints.defs + self._clips.defs

    @property
    def svg(self) -> str:
        """Shapes and groups."""
        return "".join(self._parts)

    def draw(self, place: Points) -> None:
        """Everything, laid onto the page by the (3, 3) matrix `place`."""
        root = self._tree.root
        words = self._inherited({}, self._styles.of(root))
        self._write(root, f'<g transform="{matrix_text(place)}">')
        for child in root.children:
            self._element(child, words, place, 1, 0)
        self._write(root, "</g>")

    def _element(self, element: Element, above: Words, place: Points, depth: int, nested: int) -> None:
        self._count += 1
        if element.name in _QUIET:
            return
        if depth > MOST_DEPTH or self._count > MOST_ELEMENTS:
            raise self._tree.refuse(
                element, "it refers to itself, or grows too large.", "Unlink its clones (<use>) and simplify it."
            )
        own = self._styles.of(element)
        words = self._inherited(above, own)
        if own.get("display") == "none":
            return
        here = place @ self._tree.matrix(element)
        if element.name in ("g", "use"):
            self._group(element, own, words, here, depth, nested)
        elif element.name in SHAPES:
            self._shape(element, own, words, here, nested)
        else:
            raise self._tree.refuse(
                element,
                f"<{element.name[:40]}> is not drawn here.",
                _INSTEAD.get(element.name, _AS_PICTURE),
            )

    def _group(self, element: Element, own: Words, words: Words, here: Points, depth: int, nested: int) -> None:
        children, aside = element.children, np.eye(3)
        if element.name == "use":
            aside[:2, 2] = self._tree.length(element, "x"), self._tree.length(element, "y")
            children = [self._tree.find(element.attributes.get("href", ""), element)]
        clip = self._clips.attribute(element, own.get("clip-path", "none"))
        opacity = self._paints.opacity(element, own, "opacity")
        if opacity == 0:
            return
        seen = f' opacity="{plain(round(opacity, 3))}"' if opacity < 1 else ""
        if clip or seen:
            nested = self._overlay(element, nested)
        self._write(element, f"<g{_moved(self._tree.matrix(element))}{clip}{seen}{CUT if clip and not seen else ''}>")
        # A clone's clip is not shifted with it.
        self._write(element, f"<g{_moved(aside)}>")
        for child in children:
            self._element(child, words, here @ aside, depth + 1, nested)
        self._write(element, "</g></g>")

    def _shape(self, element: Element, own: Words, words: Words, here: Points, nested: int) -> None:
        text, points = shape(self._tree, element)
        opacity = self._paints.opacity(element, own, "opacity")
        if not len(points) or words.get("visibility", "visible") != "visible":
            return
        fill, clear = self._paints.paint(element, words.get("fill", "black"), words)
        if element.name == "line":
            fill = "none"
        clear *= self._paints.opacity(element, words, "fill-opacity")
        line, line_clear = self._paints.paint(element, words.get("stroke", "none"), words)
        line_clear *= self._paints.opacity(element, words, "stroke-opacity")
        both = fill != "none" and line != "none"
        if not both:
            clear, line_clear = clear * opacity, line_clear * opacity
        clip = self._clips.attribute(element, own.get("clip-path", "none"))
        if clip or (both and opacity < 1):
            nested = self._overlay(element, nested)
        self._check_reach(element, points @ here[:2, :2].T + here[:2, 2], apart=nested > 0)
        if ((fill == "none" or clear == 0) and (line == "none" or line_clear == 0)) or opacity == 0:
            return
        text += f' fill="{fill}"' + (
            f' fill-opacity="{plain(round(clear, 3))}"' if clear < 1 and fill != "none" else ""
        )
        if fill != "none" and words.get("fill-rule") == "evenodd":
            text += ' fill-rule="evenodd"'
        if line != "none":
            text += stroke(self._tree, element, words, line, line_clear)
        if both and opacity < 1:
            text += f' opacity="{plain(round(opacity, 3))}"'
        self._write(element, f"<{element.name}{text}{clip}{_moved(self._tree.matrix(element))}/>")

    def _overlay(self, element: Element, nested: int) -> int:
        """Count what the raster draws apart before it is laid down."""
        self._overlays += 1
        if self._overlays > _MOST_OVERLAYS or nested >= _MOST_NESTED:
            raise self._tree.refuse(
                element,
                f"more than {_MOST_OVERLAYS} groups are clipped or see-through, or {_MOST_NESTED} in each other.",
                "Give the opacity to the shapes, release clips, or save this layer as a picture: PNG.",
            )
        return nested + 1

    def _check_reach(self, element: Element, there: Points, *, apart: bool) -> None:
        """Keep count of what the raster will have to do for a shape at `there` on the page."""
        page = np.array(self._page)
        if apart and ((there < -page * _BEYOND).any() or (there > page * (1 + _BEYOND)).any()):
            raise self._tree.refuse(
                element, "a clipped or see-through shape reaches far beyond the page.", "Cut it off at the page's edge."
            )
        seen = np.clip(there.max(axis=0), 0, page) - np.clip(there.min(axis=0), 0, page)
        self._painted += float(seen.prod() / page.prod())
        self._outlined += float(np.abs(np.diff(there, axis=0)).sum())
        if self._painted > _MOST_PAINTED or self._outlined > _MOST_OUTLINED:
            raise self._tree.refuse(
                element, "its shapes cover the page again and again.", "Simplify it, or save this layer as PNG."
            )

    def _inherited(self, above: Words, own: Words) -> Words:
        given = {name: value for name, value in own.items() if name in INHERITED and value != "inherit"}
        return {**above, **given} if given else above

    def _write(self, element: Element, text: str) -> None:
        self._parts.append(self._tree.written(element, text))


def _moved(matrix: Points) -> str:
    return "" if np.array_equal(matrix, np.eye(3)) else f' transform="{matrix_text(matrix)}"'
