"""Path data of an SVG from outside, read step by step."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from limner.catalog.own_templates.svg_values import NUMBER, finite
from limner.engine.arrays import Points

_STEP: Final = re.compile(rf"[\s,]*(?:([MmLlHhVvCcSsQqTtAaZz])|({NUMBER.pattern}))")
_FLAG: Final = re.compile(r"[\s,]*(?:(?!)()|([01]))")
"""Of an arc: one digit, with or without a space after it."""
_TAKES: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}


def outline_points(data: str) -> Points:
    """(n, 2) points that enclose a path's outline: its ends and handles, and boxes about its arcs.

    Raises:
        ValueError: it is no path data.
    """
    found: list[tuple[float, float]] = [(0.0, 0.0)]
    x = y = start_x = start_y = 0.0
    for letter, given in _steps(data):
        step = letter.lower()
        from_x, from_y = (x, y) if letter.islower() else (0.0, 0.0)
        if step == "z":
            x, y = start_x, start_y
            continue
        if step == "h":
            x = given[0] + from_x
        elif step == "v":
            y = given[0] + from_y
        else:
            if step == "a":
                reach = 2 * max(abs(given[0]), abs(given[1]))
                found += [(x - reach, y - reach), (x + reach, y + reach)]
            ends = given[5:] if step == "a" else given
            found += [(px + from_x, py + from_y) for px, py in zip(ends[::2], ends[1::2], strict=True)]
            x, y = found[-1]
        if step == "m":
            start_x, start_y = x, y
        found.append((finite(x), finite(y)))
    return np.array(found[1:] or found)


def _steps(data: str) -> Iterator[tuple[str, Sequence[float]]]:
    """Each step with as many numbers as it takes; a repeated step may leave out its letter."""
    given, at, end = list[float](), 0, len(data.rstrip())
    letter: str = ""
    while at < end:
        flag = letter in ("A", "a") and len(given) in (3, 4)
        found = (_FLAG if flag else _STEP).match(data, at)
        name = str(found[1] or "") if found else ""
        out_of_turn = bool(given) if name else letter in ("", "Z", "z")
        if not found or out_of_turn or (not letter and name not in ("M", "m")):
            raise ValueError(data[at : at + 40])
        at = found.end()
        if name:
            letter = name
            if name in ("Z", "z"):
                yield name, ()
            continue
        given.append(finite(float(found[2])))
        if len(given) == _TAKES[letter.lower()]:
            yield letter, given
            given, letter = [], {"M": "L", "m": "l"}.get(letter, letter)
    if given:
        raise ValueError(data[-40:])
