"""What an element of an SVG from outside looks like: attributes, classes and style text become the same few words."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from limner.catalog.own_templates.svg_reading import Element
from limner.catalog.own_templates.trouble import trouble

INHERITED: Final = frozenset(
    (
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-opacity",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stroke-dashoffset",
        "clip-rule",
        "color",
        "visibility",
    )
)
_OWN: Final = frozenset(
    (
        "opacity",
        "clip-path",
        "display",
        "mask",
        "filter",
        "mix-blend-mode",
        "marker-start",
        "marker-mid",
        "marker-end",
        "stop-color",
        "stop-opacity",
    )
)
_KNOWN: Final = INHERITED | _OWN
_PLAIN: Final = {"mix-blend-mode": "normal"}
_UNDRAWN: Final = ("mask", "filter", "mix-blend-mode", "marker-start", "marker-mid", "marker-end")
_RULE: Final = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COMMENT: Final = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR: Final = re.compile(r"[.#]?[\w-]+")
_MOST_RULES: Final = 2000

Words = Mapping[str, str]


class Styles:
    """The style sheets of one drawing."""

    def __init__(self, elements: Iterator[Element], file: str) -> None:
        self._file = file
        self._rules: dict[str, dict[str, str]] = {}
        for element in elements:
            if element.name == "style":
                self._read(element)

    def _read(self, sheet: Element) -> None:
        text = _COMMENT.sub("", sheet.text)
        for selectors, declared in _RULE.findall(text):
            for selector in selectors.split(","):
                name = selector.strip()
                if not _SELECTOR.fullmatch(name) or len(self._rules) >= _MOST_RULES:
                    raise trouble(
                        self._file,
                        f'the rule for "{name[:40]}" in <style> is not understood.',
                        "Use rules for a class alone, like .leaf { fill: #3a7; }, or attributes.",
                        sheet.line,
                    )
                self._rules.setdefault(name, {}).update(_declared(declared))

    def of(self, element: Element) -> dict[str, str]:
        """The element's own words: its attributes, then what rules say, then its style text."""
        found = {name: value.strip() for name, value in element.attributes.items() if name in _KNOWN}
        classes = element.attributes.get("class", "").split()[:20]
        for selector in (element.name, *(f".{name}" for name in classes), f"#{element.attributes.get('id', '')}"):
            found.update(self._rules.get(selector, {}))
        found.update(_declared(element.attributes.get("style", "")))
        for name in _UNDRAWN:
            if found.get(name, "none") not in ("none", _PLAIN.get(name)):
                raise trouble(
                    self._file,
                    f"<{element.name}> uses {name}, which is not drawn here.",
                    "Draw it with shapes and gradients, or save this layer as a picture: PNG.",
                    element.line,
                )
        return found


def _declared(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if name in _KNOWN:
            found[name] = value.replace("!important", "").strip()
    return found
