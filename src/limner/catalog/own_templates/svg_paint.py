"""Colours and gradients of an SVG from outside."""

from collections.abc import Mapping
from typing import Final

from limner.catalog.own_templates.svg_reading import Element
from limner.catalog.own_templates.svg_style import Styles
from limner.catalog.own_templates.svg_tree import Tree
from limner.catalog.own_templates.svg_values import colour, matrix_text, plain

_LONGEST_CHAIN: Final = 8
_MOST_STOPS: Final = 64
_GEOMETRY: Final[Mapping[str, Mapping[str, str]]] = {
    "linearGradient": {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%"},
    "radialGradient": {"cx": "50%", "cy": "50%", "r": "50%", "fx": "", "fy": ""},
}
_SPREADS: Final = ("pad", "reflect", "repeat")


class Paints:
    """Paints by what the file says; gradients are written once, where they are first used."""

    def __init__(self, tree: Tree, styles: Styles, prefix: str) -> None:
        self._tree, self._styles, self._prefix = tree, styles, prefix
        self._names: dict[int, str] = {}
        self._defs: list[str] = []

    @property
    def defs(self) -> str:
        """Gradients so far."""
        return "".join(self._defs)

    def paint(self, element: Element, text: str, words: Mapping[str, str]) -> tuple[str, float]:
        """What to paint with, and its opacity 0..1; "none" where nothing is painted."""
        if text.lower().startswith("url("):
            found = self._tree.find(text, element)
            if found.name not in _GEOMETRY:
                raise self._tree.refuse(
                    element,
                    f"<{element.name}> is painted with <{found.name[:40]}>, which is not drawn here.",
                    "Use a colour or a gradient, or save this layer as a picture: PNG.",
                )
            if id(found) not in self._names:
                self._names[id(found)] = f"{self._prefix}g{len(self._names)}"
                self._defs.append(self._gradient(found, self._names[id(found)]))
            return f"url(#{self._names[id(found)]})", 1.0
        if text == "none":
            return "none", 0.0
        if text.lower() == "currentcolor":
            text = words.get("color", "black")
        return self._colour(element, text)

    def _colour(self, element: Element, text: str) -> tuple[str, float]:
        try:
            return colour(text)
        except ValueError:
            raise self._tree.refuse(
                element, f'"{text[:40]}" on <{element.name}> is no colour.', "Write it like #3a7ca5."
            ) from None

    def opacity(self, element: Element, words: Mapping[str, str], name: str) -> float:
        """An opacity 0..1."""
        return min(1.0, max(0.0, self._tree.number(element, name, words.get(name, "1"))))

    def _gradient(self, element: Element, name: str) -> str:
        given = self._with_inherited(element)
        in_page = given.attributes.get("gradientUnits") == "userSpaceOnUse"
        text = f' gradientUnits="{"userSpaceOnUse" if in_page else "objectBoundingBox"}"'
        for key, default in _GEOMETRY[element.name].items():
            if key in given.attributes or default:
                text += f' {key}="{plain(self._tree.length(given, key, default, share=not in_page))}"'
        if given.attributes.get("gradientTransform"):
            text += f' gradientTransform="{matrix_text(self._tree.matrix(given, "gradientTransform"))}"'
        if given.attributes.get("spreadMethod") in _SPREADS:
            text += f' spreadMethod="{given.attributes["spreadMethod"]}"'
        stops = [self._stop(stop) for stop in given.children if stop.name == "stop"][:_MOST_STOPS]
        return f'<{element.name} id="{name}"{text}>{"".join(stops)}</{element.name}>'

    def _with_inherited(self, element: Element) -> Element:
        """The gradient with what it takes over from those it refers to."""
        attributes, stops, at = dict[str, str](), list[Element](), element
        for _ in range(_LONGEST_CHAIN):
            attributes = {**at.attributes, **attributes}
            stops = stops or [child for child in at.children if child.name == "stop"]
            if "href" not in at.attributes:
                return Element(element.name, attributes, element.line, stops)
            at = self._tree.find(at.attributes["href"], at)
        raise self._tree.refuse(element, "the gradient refers to itself.", "Give it stops of its own.")

    def _stop(self, stop: Element) -> str:
        words = self._styles.of(stop)
        paint, alpha = self._colour(stop, words.get("stop-color", "#000000"))
        alpha *= self.opacity(stop, words, "stop-opacity")
        offset = min(1.0, max(0.0, self._tree.length(stop, "offset", share=True)))
        seen = f' stop-opacity="{plain(round(alpha, 3))}"' if alpha < 1 else ""
        return f'<stop offset="{plain(offset)}" stop-color="{paint}"{seen}/>'
