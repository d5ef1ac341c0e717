"""One line of the table: what was measured, its bar, and whether it holds."""

from collections.abc import Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """`bar` is the most that is allowed of `value`, in `unit`; None where nothing was promised."""

    what: str
    value: float
    unit: str
    bar: float | None = None
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the bar is kept."""
        return self.bar is None or self.value < self.bar


def share(values: Sequence[float], part: float) -> float:
    """The value that `part` (0..1) of the others don't exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1) + 0.499))]


def table(figures: Sequence[Figure]) -> str:
    """Markdown."""
    lines = ["| what | bar | figure | holds | |", "|---|---|---|---|---|"]
    for one in figures:
        bar = "" if one.bar is None else f"< {one.bar:g} {one.unit}"
        holds = "" if one.bar is None else "yes" if one.holds else "MISSED"
        lines.append(f"| {one.what} | {bar} | {one.value:.4g} {one.unit} | {holds} | {one.note} |")
    return "\n".join(lines)
