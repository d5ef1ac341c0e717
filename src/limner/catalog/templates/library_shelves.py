"""Shelves full of books: two walls that run towards the window, and low ones under it."""

from itertools import pairwise
from typing import Final

import numpy as np

from limner.catalog.scenery import pick
from limner.engine.sheet import Sheet, tones
from limner.engine.vectors import number

_WOOD = tones("#7d4c3c")
_SPINES: Final[tuple[str, ...]] = (
    "#a5443f",
    "#c98a3c",
    "#3f7580",
    "#587f5a",
    "#7b5a98",
    "#d8bd86",
    "#3b5a8c",
    "#93573c",
)
_EYE: Final = (520.0, 520.0)
"""Where the lines of the room meet, in page units."""
_HALF_WIDTH: Final = 560.0
_FAR: Final = 2.07
_BOARDS: Final = (-900, -730, -560, -390, -220, -50, 120, 290, 460, 630)
_UPRIGHTS: Final = (1.06, 1.32, 1.68, _FAR)


def _at(side: int, depth: float, height: float) -> str:
    """A point of a side wall as "x y": `depth` from 1 (at the page) to `_FAR`, `height` downwards from the eye."""
    return f"{number(_EYE[0] + side * _HALF_WIDTH / depth)} {number(_EYE[1] + height / depth)}"


def _panel(side: int, depths: tuple[float, float], heights: tuple[float, float]) -> str:
    near, far = depths
    high, low = heights
    corners = (_at(side, near, high), _at(side, far, high), _at(side, far, low), _at(side, near, low))
    return f"M{corners[0]}L{corners[1]}L{corners[2]}L{corners[3]}Z"


def draw_sides(sheet: Sheet, seed: int) -> None:
    """Both walls, from the floor to above the page."""
    for side in (-1, 1):
        rng = np.random.default_rng(720 + seed + (side > 0) * 7)
        sheet.path(_panel(side, (1.0, _FAR), (-960, 745)), "#38223a", ink=0.8)
        books: dict[str, str] = dict.fromkeys(_SPINES, "")
        gold = ""
        for board in _BOARDS:
            gold += _fill(rng, side, board, books)
        for color, data in books.items():
            sheet.path(data, color)
        sheet.path(gold, "#f0cf8a", opacity=0.8)
        boards = "".join(_panel(side, (1.07, _FAR), (board, board + 22)) for board in (*_BOARDS, 723))
        boards += "".join(_panel(side, (at - 0.03, at + 0.02), (-960, 745)) for at in _UPRIGHTS)
        sheet.path(boards, _WOOD.base, ink=0.5)
        lit = "".join(_panel(side, (1.07, _FAR), (board - 1, board + 4)) for board in _BOARDS)
        sheet.path(lit, "#c98a5c")


def _fill(rng: np.random.Generator, side: int, board: float, books: dict[str, str]) -> str:
    """Stand books on a board, into `books` by colour; returns the golden bands of some."""
    gold = ""
    for near, far in pairwise(_UPRIGHTS):
        at = near + 0.03
        while at < far - 0.07:
            thick = float(rng.uniform(0.03, 0.052)) * at
            tall = float(rng.uniform(94, 138))
            if at + thick > far - 0.03:
                break
            color = _SPINES[int(rng.integers(len(_SPINES)))]
            books[color] += _panel(side, (at, at + thick - 0.006), (board - tall, board))
            if rng.uniform() < 0.45:
                for share in (0.24, 0.8):
                    high = board - tall * share
                    gold += _panel(side, (at + 0.002, at + thick - 0.008), (high - 4, high))
            at += thick if rng.uniform() > 0.07 else thick * 2.2
    return gold


def draw_back(sheet: Sheet, seed: int) -> None:
    """Low shelves under the window, with a ledge on top."""
    rng, n = np.random.default_rng(740 + seed), number
    sheet.path("M240 596H800V884H240Z", "#3a243c")
    books: dict[str, str] = dict.fromkeys(_SPINES, "")
    for board in (690, 780, 868):
        x = 262.0
        while x < 776:
            wide, tall = pick(rng, 10, 18), pick(rng, 46, 68)
            color = _SPINES[int(rng.integers(len(_SPINES)))]
            books[color] += f"M{n(x)} {board}v{n(-tall)}h{n(wide - 2)}V{board}Z"
            x += wide if rng.uniform() > 0.05 else wide * 2
    for color, data in books.items():
        sheet.path(data, color)
    sheet.path("M240 596H800V884H240Z", "#33234e", opacity=0.45)
    sheet.path(
        "M240 690H800V700H240ZM240 780H800V790H240ZM240 868H800V884H240ZM378 606H390V870H378ZM650 606H662V870H650Z",
        _WOOD.shade,
        ink=0.5,
    )
    sheet.path(
        "M226 584H814V606H226Z", sheet.linear((0, 584), (0, 606), [(0, "#c07f58", 1), (1, _WOOD.base, 1)]), ink=0.8
    )
