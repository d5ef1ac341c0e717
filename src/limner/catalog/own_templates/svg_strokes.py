"""Lines of an SVG from outside."""

from collections.abc import Mapping
from typing import Final

from limner.catalog.own_templates.svg_reading import Element
from limner.catalog.own_templates.svg_tree import Tree
from limner.catalog.own_templates.svg_values import length, plain

_WORDS: Final = {
    "stroke-linecap": ("butt", "round", "square"),
    "stroke-linejoin": ("miter", "round", "bevel"),
}
_MOST_MITER: Final = 10.0
_FINEST_DASH: Final = 5e-3
"""Of the drawing's width: finer dashes would be millions."""
_MOST_DASHES: Final = 16


def stroke(tree: Tree, element: Element, words: Mapping[str, str], paint: str, opacity: float) -> str:
    """The attributes of a line painted with `paint`."""
    _, _, wide, high = tree.view
    width = min(max(0.0, tree.number(element, "stroke-width", words.get("stroke-width", "1"), wide)), max(wide, high))
    text = f' stroke="{paint}" stroke-width="{plain(width)}"'
    if opacity < 1:
        text += f' stroke-opacity="{plain(round(opacity, 3))}"'
    for name, known in _WORDS.items():
        if words.get(name) in known:
            text += f' {name}="{words[name]}"'
    if "stroke-miterlimit" in words:
        limit = tree.number(element, "stroke-miterlimit", words["stroke-miterlimit"])
        text += f' stroke-miterlimit="{plain(min(_MOST_MITER, max(1.0, limit)))}"'
    return text + _dashes(tree, element, words)


def _dashes(tree: Tree, element: Element, words: Mapping[str, str]) -> str:
    given = words.get("stroke-dasharray", "none").replace(",", " ").split()
    if not given or given == ["none"]:
        return ""
    try:
        found = [length(one, tree.view[2]) for one in given]
    except ValueError:
        found = []
    if not found or len(found) > _MOST_DASHES or min(found) < 0 or sum(found) < _FINEST_DASH * tree.view[2]:
        raise tree.refuse(element, "the dashes of a line are no lengths, or too fine.", "Draw the line without dashes.")
    offset = tree.number(element, "stroke-dashoffset", words.get("stroke-dashoffset", "0"), tree.view[2])
    return f' stroke-dasharray="{" ".join(plain(one) for one in found)}" stroke-dashoffset="{plain(offset)}"'
