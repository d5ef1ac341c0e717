"""The outlines of an SVG from outside: each shape's own measures, checked and written anew."""

from typing import Final

import numpy as np

from limner.catalog.own_templates.svg_path import outline_points
from limner.catalog.own_templates.svg_reading import Element
from limner.catalog.own_templates.svg_tree import Tree
from limner.catalog.own_templates.svg_values import numbers, plain
from limner.engine.arrays import Points

SHAPES: Final = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_EMPTY: Final[Points] = np.zeros((0, 2))


def shape(tree: Tree, element: Element) -> tuple[str, Points]:
    """The measures as attributes, and (n, 2) points that enclose it; no points where nothing would be seen."""
    if id(element) not in tree.outlines:
        tree.outlines[id(element)] = _read(tree, element)
    return tree.outlines[id(element)]


def _read(tree: Tree, element: Element) -> tuple[str, Points]:
    match element.name:
        case "path":
            return _path(tree, element)
        case "polyline" | "polygon":
            return _corners(tree, element)
        case "rect":
            names = ("x", "y", "width", "height", "rx", "ry")
        case "circle":
            names = ("cx", "cy", "r")
        case "ellipse":
            names = ("cx", "cy", "rx", "ry")
        case _:
            names = ("x1", "y1", "x2", "y2")
    found = {name: tree.length(element, name) for name in names if name in element.attributes or name[0] != "r"}
    return "".join(f' {name}="{plain(value)}"' for name, value in found.items()), _around(found)


def _around(found: dict[str, float]) -> Points:
    if "x1" in found:
        return np.array([(found["x1"], found["y1"]), (found["x2"], found["y2"])])
    if "width" in found:
        x, y, wide, high = (found[name] for name in ("x", "y", "width", "height"))
    else:
        rx, ry = found.get("rx", found.get("r", 0.0)), found.get("ry", found.get("r", 0.0))
        x, y, wide, high = found["cx"] - rx, found["cy"] - ry, 2 * rx, 2 * ry
    if wide <= 0 or high <= 0:
        return _EMPTY
    return np.array([(x, y), (x + wide, y), (x, y + high), (x + wide, y + high)])


def _path(tree: Tree, element: Element) -> tuple[str, Points]:
    data = " ".join(element.attributes.get("d", "").split())
    if not data or data == "none":
        return "", _EMPTY
    try:
        return f' d="{data}"', outline_points(data)
    except ValueError as error:
        raise tree.refuse(
            element, f'the path data breaks off at "{str(error)[:30]}".', "Save the drawing anew, or delete the path."
        ) from None


def _corners(tree: Tree, element: Element) -> tuple[str, Points]:
    try:
        found = numbers(element.attributes.get("points", ""))
        points = np.array(found).reshape(-1, 2)
    except ValueError:
        raise tree.refuse(
            element, f"the points of <{element.name}> are no pairs of numbers.", "Save the drawing anew."
        ) from None
    return f' points="{" ".join(plain(value) for value in found)}"', points
