"""Many scores as a few figures."""

import statistics
from collections.abc import Mapping, Sequence

from benchmarks.eval.score import HUE_BAR_DEG, LIGHTNESS_BAR, Score

Figures = Mapping[str, float | int | str | None]


def totals_of(scores: Sequence[Score]) -> Figures:
    """The figures of one style."""
    strict = [score.likeness.strict for score in scores if score.likeness.strict is not None]
    lightness, hue = [score.lightness for score in scores], [score.hue_deg for score in scores]
    return {
        "drawings": len(scores),
        "faces_found": sum(score.found for score in scores),
        "rank_1": _share([score.likeness.rank == 1 for score in scores]),
        "strict": _share(strict),
        "strict_of": len(strict),
        "median_rank": statistics.median(score.likeness.rank for score in scores),
        "median_distance": _middle([score.likeness.distance for score in scores], 3),
        "recognised_share": _share([score.likeness.distance < 0.6 for score in scores]),
        "lightness_median": _middle(lightness, 1),
        "lightness_worst": max(lightness, key=abs),
        "hue_median_deg": _middle(hue, 1),
        "hue_worst_deg": max(hue, key=abs),
        "lightness_kept": _share([abs(value) <= LIGHTNESS_BAR for value in lightness]),
        "hue_kept": _share([abs(value) <= HUE_BAR_DEG for value in hue]),
        "skin_kept": _share([score.skin_kept for score in scores]),
        "seconds_median": _middle([score.seconds for score in scores], 3),
    }


def by_style(scores: Sequence[Score]) -> dict[str, Figures]:
    """Style name to its figures, in the order of drawing."""
    names = dict.fromkeys(score.style.name for score in scores)
    return {name: totals_of([score for score in scores if score.style.name == name]) for name in names}


def as_text(totals: Mapping[str, Figures]) -> str:
    """A table for the terminal."""
    lines = [
        f"{'style':22s} found  rank-1  strict     distance  <.6   dL median worst  kept  dHue median worst  kept  s"
    ]
    for name, row in totals.items():
        strict = "-" if row["strict"] is None else f"{row['strict']:.2f}"
        lines.append(
            f"{name:22s} {row['faces_found']:>2}/{row['drawings']:<2}  {row['rank_1']:.2f}    "
            f"{strict:>4} of {row['strict_of']:<2} {row['median_distance']:.3f}     {row['recognised_share']:.2f}  "
            f"{row['lightness_median']:+6.1f} {row['lightness_worst']:+9.1f}  {row['lightness_kept']:.2f}  "
            f"{row['hue_median_deg']:+7.1f} {row['hue_worst_deg']:+9.1f}  {row['hue_kept']:.2f}  "
            f"{row['seconds_median']:.2f}"
        )
    return "\n".join(lines)


def _share(flags: Sequence[bool]) -> float | None:
    return round(sum(flags) / len(flags), 3) if flags else None


def _middle(values: Sequence[float], digits: int) -> float:
    return round(statistics.median(values), digits)
