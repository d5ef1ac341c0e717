"""Words as paths: shaped by HarfBuzz, so that letters join as their script wants; the system's fonts play no part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import uharfbuzz  # pyright: ignore[reportMissingTypeStubs] - it has none

from limner.engine.reading_order import Run, visual_runs
from limner.engine.vectors import number

_harfbuzz = cast("Any", uharfbuzz)


@dataclass(frozen=True)
class Typeface:
    """A font by its bytes; `variations` set its axes, `grow` is its size beside other typefaces at the same size."""

    data: bytes
    variations: Mapping[str, float]
    grow: float = 1.0

    @cached_property
    def font(self) -> Any:
        """HarfBuzz's font."""
        font = _harfbuzz.Font(_harfbuzz.Face(self.data))
        font.set_variations(dict(self.variations))
        return font

    @cached_property
    def letters(self) -> frozenset[int]:
        """The code points it has."""
        return frozenset(self.font.face.unicodes)

    @property
    def units_per_em(self) -> int:
        """What its outlines are measured in."""
        return int(self.font.face.upem)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as path data: the baseline at y 0, from x 0 to `width`."""

    path: str
    width: float


def letter_line(text: str, typefaces: Sequence[Typeface], size: float) -> Line:
    """Draw a line of text, `size` units to the em; each letter in the first typeface that has it."""
    path, x = "", 0.0
    for run in visual_runs(text):
        pieces = _by_typeface(run, typefaces)
        for piece, typeface in reversed(pieces) if run.rtl else pieces:
            drawn, width = _shaped(Run(piece, run.rtl), typeface, size, x)
            path, x = path + drawn, x + width
    return Line(path, x)


def missing_letters(text: str, typefaces: Sequence[Typeface]) -> str:
    """The letters that no typeface has, each once."""
    lacking = [sign for sign in text if not sign.isspace() and all(ord(sign) not in one.letters for one in typefaces)]
    return "".join(dict.fromkeys(lacking))


def _by_typeface(run: Run, typefaces: Sequence[Typeface]) -> list[tuple[str, Typeface]]:
    """A run cut where the typeface changes; a space stays with what is before it."""
    pieces: list[tuple[str, Typeface]] = []
    for sign in run.text:
        able = [one for one in typefaces if ord(sign) in one.letters] or [typefaces[0]]
        if pieces and pieces[-1][1] in able:
            pieces[-1] = (pieces[-1][0] + sign, pieces[-1][1])
        else:
            pieces.append((sign, able[0]))
    return pieces


def _shaped(run: Run, typeface: Typeface, size: float, left: float) -> tuple[str, float]:
    buffer = _harfbuzz.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.rtl else "ltr"
    _harfbuzz.shape(typeface.font, buffer, {})
    unit = size * typeface.grow / typeface.units_per_em
    parts: list[str] = []
    x, y = 0.0, 0.0
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen = _Pen(left + (x + place.x_offset) * unit, -(y + place.y_offset) * unit, unit)
        typeface.font.draw_glyph_with_pen(glyph.codepoint, pen)
        parts.append("".join(pen.parts))
        x, y = x + place.x_advance, y + place.y_advance
    return "".join(parts), x * unit


class _Pen:
    """Takes a glyph's outline, y upwards, as path data with y downwards."""

    def __init__(self, x: float, y: float, unit: float) -> None:
        self.parts: list[str] = []
        self._x, self._y, self._unit = x, y, unit

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - names of the pen protocol, here and below
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def closePath(self) -> None:  # noqa: N802
        self.parts.append("Z")

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        pairs = (f"{number(self._x + x * self._unit, 2)} {number(self._y - y * self._unit, 2)}" for x, y in points)
        self.parts.append(command + " ".join(pairs))
