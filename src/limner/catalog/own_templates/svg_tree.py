"""The elements of an SVG from outside by their ids, and its measures."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from limner.catalog.own_templates.svg_reading import Element
from limner.catalog.own_templates.svg_values import length, numbers, transform
from limner.catalog.own_templates.trouble import trouble
from limner.engine.arrays import Points
from limner.errors import TemplateUnusable

_MOST_LETTERS: Final = 8_000_000


class Tree:
    """One document; `view` is its left, top, width and height in its own units.

    `outlines` keeps the shapes that were read, since clones show them again and again.
    """

    def __init__(self, root: Element, file: str) -> None:
        self.root, self.file = root, file
        self.outlines: dict[int, tuple[str, Points]] = {}
        self._letters = 0
        self._by_id = {one.attributes["id"]: one for one in self.elements() if "id" in one.attributes}
        self.view = self._view()

    def elements(self) -> Iterator[Element]:
        """Every element, parents before their children."""
        waiting = [self.root]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(one.children)

    def refuse(self, element: Element, problem: str, advice: str) -> TemplateUnusable:
        """The error that says what is wrong with an element."""
        return trouble(self.file, problem, advice, element.line)

    def written(self, element: Element, text: str) -> str:
        """The text itself, counted: clones of clones must not fill the memory."""
        self._letters += len(text)
        if self._letters > _MOST_LETTERS:
            raise self.refuse(
                element, "it grows too large.", "Unlink its clones (<use>), or save this layer as a picture: PNG."
            )
        return text

    def find(self, reference: str, element: Element) -> Element:
        """What "#name" or "url(#name)" refers to."""
        name = reference.strip().removeprefix("url(").split(")")[0].strip(" '\"#")
        if name not in self._by_id:
            raise self.refuse(
                element, f'<{element.name}> refers to "#{name[:40]}", which is not there.', "Delete the reference."
            )
        return self._by_id[name]

    def length(self, element: Element, name: str, default: str = "0", *, share: bool = False) -> float:
        """A length among the element's attributes; with `share`, 100 % is 1 and not the drawing's size."""
        _, _, wide, high = self.view
        down = name in ("y", "y1", "y2", "cy", "fy", "height", "ry")
        across = name in ("x", "x1", "x2", "cx", "fx", "width", "rx")
        whole = 1.0 if share else high if down else wide if across else float(np.hypot(wide, high) / np.sqrt(2))
        return self.number(element, name, element.attributes.get(name, default), whole)

    def number(self, element: Element, name: str, text: str, whole: float = 1.0) -> float:
        """A number, said where it is not one."""
        try:
            return length(text, whole)
        except ValueError:
            raise self._no_value(element, name, text) from None

    def matrix(self, element: Element, name: str = "transform") -> Points:
        """The element's transform."""
        text = element.attributes.get(name, "")
        try:
            return transform(text)
        except ValueError:
            raise self._no_value(element, name, text) from None

    def _no_value(self, element: Element, name: str, text: str) -> TemplateUnusable:
        shown = "".join(letter if letter.isprintable() else " " for letter in text[:40])
        return self.refuse(
            element,
            f'{name} of <{element.name}> is "{shown}".',
            "Write a number that a page can hold, or save it anew.",
        )

    def _view(self) -> tuple[float, float, float, float]:
        given = self.root.attributes
        try:
            box = (
                numbers(given["viewBox"])
                if "viewBox" in given
                else [0, 0, length(given["width"], 0), length(given["height"], 0)]
            )
            left, top, wide, high = box
        except (KeyError, ValueError):
            box, left, top, wide, high = [], 0, 0, 0, 0
        if not (1 <= wide <= 100_000 and 1 <= high <= 100_000):
            raise self.refuse(
                self.root, "its viewBox is missing or not a size.", 'Give <svg> a viewBox="0 0 1000 1250".'
            )
        return left, top, wide, high
