"""Numbers, colours and transforms of an SVG from outside, checked letter by letter."""

import math
import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from PIL import ImageColor

from limner.engine.arrays import Points

NUMBER: Final = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?")
_LENGTH: Final = re.compile(rf"({NUMBER.pattern})(px|pt|pc|mm|cm|in|%)?")
_UNITS: Final = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LARGEST: Final = 1e6
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,24}|(?:rgb|hsl)a?\([\d.,%\s]{5,60}\)")
_TRANSFORM: Final = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")


def plain(value: float) -> str:
    """Shortest text of a number with six digits."""
    return f"{value + 0.0:.6g}"


def length(text: str, whole: float) -> float:
    """A length in user units; `whole` is what 100 % is of.

    Raises:
        ValueError: it is none, or out of range.
    """
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    value, unit = float(found[1]), found[2] or ""
    value *= whole / 100 if unit == "%" else _UNITS[unit]
    return finite(value)


def numbers(text: str) -> list[float]:
    """Numbers between spaces and commas.

    Raises:
        ValueError: there is something else.
    """
    if NUMBER.sub("", text).strip(" ,\t\r\n"):
        raise ValueError(text)
    return [finite(float(one)) for one in NUMBER.findall(text)]


def finite(value: float) -> float:
    """The value itself.

    Raises:
        ValueError: it is beyond what a page can hold.
    """
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise ValueError(value)
    return value


def colour(text: str) -> tuple[str, float]:
    """A colour as "#rrggbb" and its opacity 0..1.

    Raises:
        ValueError: it is none.
    """
    if text == "transparent":
        return "#000000", 0.0
    if not _COLOUR.fullmatch(text):
        raise ValueError(text)
    red, green, blue, alpha = _rgba(text)
    return f"#{red:02x}{green:02x}{blue:02x}", alpha


def _rgba(text: str) -> tuple[int, int, int, float]:
    alpha = 1.0
    if text[:4] in ("rgba", "hsla"):
        # Pillow counts an opacity to 255, CSS to 1.
        head, _, last = text.rstrip(") ").rpartition(",")
        alpha, text = length(last, 1.0), f"{head.replace('a(', '(', 1)})"
    found = ImageColor.getrgb(text)
    return found[0], found[1], found[2], found[3] / 255 if len(found) == 4 else min(1.0, max(0.0, alpha))


def transform(text: str) -> Points:
    """A transform attribute as a (3, 3) matrix.

    Raises:
        ValueError: it is none.
    """
    if _TRANSFORM.sub("", text).strip(" ,\t\r\n"):
        raise ValueError(text)
    whole = np.eye(3)
    for name, inside in _TRANSFORM.findall(text):
        whole = whole @ _matrix(name, numbers(inside))
    if not np.isfinite(whole).all() or np.abs(whole).max() > _LARGEST:
        raise ValueError(text)
    return whole


def _matrix(name: str, given: Sequence[float]) -> Points:
    match name, len(given):
        case "matrix", 6:
            a, b, c, d, e, f = given
            return np.array([[a, c, e], [b, d, f], [0, 0, 1]])
        case "translate", 1 | 2:
            return np.array([[1, 0, given[0]], [0, 1, (*given, 0.0)[1]], [0, 0, 1]])
        case "scale", 1 | 2:
            return np.diag([given[0], given[-1], 1.0])
        case "rotate", 1 | 3:
            turn, x, y = math.radians(given[0]), *(given[1:] or (0.0, 0.0))
            cos, sin = math.cos(turn), math.sin(turn)
            return np.array([[cos, -sin, x - cos * x + sin * y], [sin, cos, y - sin * x - cos * y], [0, 0, 1]])
        case "skewX", 1:
            return np.array([[1, math.tan(math.radians(given[0])), 0], [0, 1, 0], [0, 0, 1]])
        case "skewY", 1:
            return np.array([[1, 0, 0], [math.tan(math.radians(given[0])), 1, 0], [0, 0, 1]])
        case _:
            raise ValueError(name)


def matrix_text(matrix: Points) -> str:
    """A matrix as a transform attribute's value."""
    return f"matrix({' '.join(plain(float(value)) for value in matrix[:2].T.ravel())})"
