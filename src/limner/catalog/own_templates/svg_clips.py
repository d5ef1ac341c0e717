"""What cuts shapes off in an SVG from outside."""

from typing import Final

import numpy as np

from limner.catalog.own_templates.svg_reading import Element
from limner.catalog.own_templates.svg_shapes import SHAPES, shape
from limner.catalog.own_templates.svg_style import Styles
from limner.catalog.own_templates.svg_tree import Tree
from limner.catalog.own_templates.svg_values import matrix_text
from limner.engine.arrays import Points

_MOST_SHAPES: Final = 400
_LONGEST_CHAIN: Final = 8
_WHOLE: Final = 0.02
"""A clip this near to the drawing's edges, as a share of it, cuts nothing: the page does."""


class Clips:
    """Clips, written once, where they are first used."""

    def __init__(self, tree: Tree, styles: Styles, prefix: str) -> None:
        self._tree, self._styles, self._prefix = tree, styles, prefix
        self._names: dict[int, str] = {}
        self._defs: list[str] = []
        self._count = 0

    @property
    def defs(self) -> str:
        """Clips so far."""
        return "".join(self._defs)

    def attribute(self, element: Element, reference: str) -> str:
        """The attribute that clips an element; empty where nothing would be cut."""
        if not reference.startswith("url("):
            return ""
        clip = self._tree.find(reference, element)
        if clip.name != "clipPath" or clip.attributes.get("clipPathUnits") == "objectBoundingBox":
            raise self._tree.refuse(element, "its clip is of a kind that is not drawn here.", "Release the clip.")
        if id(clip) not in self._names:
            self._names[id(clip)] = self._write(clip)
        name = self._names[id(clip)]
        return f' clip-path="url(#{name})"' if name else ""

    def _write(self, clip: Element) -> str:
        place = self._tree.matrix(clip)
        if self._is_whole(clip):
            return ""
        name = f"{self._prefix}c{len(self._names)}"
        inside = "".join(self._shape(child, place, 0) for child in clip.children)
        self._defs.append(f'<clipPath id="{name}">{inside}</clipPath>')
        return name

    def _shape(self, element: Element, place: Points, depth: int) -> str:
        self._count += 1
        words = self._styles.of(element)
        if depth > _LONGEST_CHAIN or self._count > _MOST_SHAPES or words.get("clip-path", "none") != "none":
            raise self._tree.refuse(element, "clips are cut by clips, or are too many.", "Release some of the clips.")
        here = place @ self._tree.matrix(element)
        if element.name == "use":
            aside = np.eye(3)
            aside[:2, 2] = self._tree.length(element, "x"), self._tree.length(element, "y")
            target = self._tree.find(element.attributes.get("href", ""), element)
            return self._shape(target, here @ aside, depth + 1)
        if element.name not in SHAPES:
            return ""
        text, points = shape(self._tree, element)
        if not len(points):
            return ""
        rule = ' clip-rule="evenodd"' if words.get("clip-rule") == "evenodd" else ""
        return self._tree.written(element, f'<{element.name}{text}{rule} transform="{matrix_text(here)}"/>')

    def _is_whole(self, clip: Element) -> bool:
        """Whether it is but a rectangle around the drawing, as some programs write about everything."""
        if len(clip.children) != 1 or clip.children[0].name != "rect":
            return False
        rect = clip.children[0]
        matrix = self._tree.matrix(clip) @ self._tree.matrix(rect)
        _, points = shape(self._tree, rect)
        if not len(points) or "rx" in rect.attributes or abs(matrix[0, 1]) + abs(matrix[1, 0]) > 0:
            return False
        corners = points @ matrix[:2, :2].T + matrix[:2, 2]
        left, top, wide, high = self._tree.view
        slack = _WHOLE * min(wide, high)
        low, far = corners.min(axis=0), corners.max(axis=0)
        return bool(
            low[0] <= left + slack
            and low[1] <= top + slack
            and far[0] >= left + wide - slack
            and far[1] >= top + high - slack
        )
