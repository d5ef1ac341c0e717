"""In which order letters stand on a line: left to right, right to left, or both in one.

The Unicode bidirectional algorithm without explicit embeddings, which captions have no use for: levels by the strong
letters, numbers as they read, and what is between them by its neighbours.
"""

import unicodedata
from typing import NamedTuple

_STRONG = {"L": 0, "R": 1, "AL": 1}


class Run(NamedTuple):
    """Letters that are shaped together; `rtl` says that they read from right to left."""

    text: str
    rtl: bool


def reads_from_right(text: str) -> bool:
    """Whether the first strong letter is one of a script that reads from right to left."""
    strong = (_STRONG[kind] for kind in map(unicodedata.bidirectional, text) if kind in _STRONG)
    return next(strong, 0) == 1


def visual_runs(text: str) -> list[Run]:
    """The runs of one line from left to right."""
    levels = _levels(text, 1 if reads_from_right(text) else 0)
    order = list(range(len(text)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return _joined(text, levels, order)


def _levels(text: str, base: int) -> list[int]:
    """Even levels read from left to right, odd ones from right to left."""
    levels: list[int | None] = []
    last = base
    for kind in map(unicodedata.bidirectional, text):
        if kind in _STRONG:
            last = _STRONG[kind]
            levels.append(1 if last else 2 * base)
        elif kind in {"EN", "AN"}:
            levels.append(2 if last or base else 0)
        elif kind == "NSM" and levels:
            levels.append(levels[-1])
        else:
            levels.append(None)
    return [_between(levels, i, base) if level is None else level for i, level in enumerate(levels)]


def _between(levels: list[int | None], at: int, base: int) -> int:
    """The level of what is no letter: that of its neighbours when they are alike, else the line's."""
    before = next((level for level in levels[:at][::-1] if level is not None), base)
    after = next((level for level in levels[at:] if level is not None), base)
    return before if before == after else base


def _joined(text: str, levels: list[int], order: list[int]) -> list[Run]:
    """Neighbours of one level as runs, their letters in reading order."""
    runs: list[list[int]] = []
    for i in order:
        if runs and levels[runs[-1][-1]] == levels[i] and abs(runs[-1][-1] - i) == 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [Run("".join(text[i] for i in sorted(run)), rtl=levels[run[0]] % 2 == 1) for run in runs]
