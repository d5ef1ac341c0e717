"""Draw every face of a folder in every style and say how well each drawing points to its person.

    python -m benchmarks.eval [--quick] [--strength S] [--photos DIR] [--styles NAME ...] [--out DIR] [--no-derived]

--quick draws only the close-ups of the character styles and prints the table: the loop for tuning.
"""

import argparse
import json
import os
import time
from pathlib import Path

from benchmarks.eval.gallery import Gallery
from benchmarks.eval.identity import Identity
from benchmarks.eval.identity_files import fetch
from benchmarks.eval.page import Rows, write_page
from benchmarks.eval.score import Score, build_gallery, score
from benchmarks.eval.sitters import Sitter, photo_paths, sitters_of
from benchmarks.eval.steadiness import summary, trials_of
from benchmarks.eval.totals import as_text, by_style

from limner.catalog import registry
from limner.catalog.style import Style
from limner.characters.attributes import ATTRIBUTES

STRENGTH = "likeness.strength"


def main() -> None:
    """Read the arguments and run."""
    arguments = _arguments()
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    fetch()
    started_s = time.perf_counter()
    overrides = [(name, value) for name, _, value in (text.partition("=") for text in arguments.set)]
    if arguments.strength is not None:
        if STRENGTH not in ATTRIBUTES:
            raise SystemExit(f"A character has no attribute {STRENGTH} yet: leave --strength out.")
        overrides.append((STRENGTH, str(arguments.strength)))
    paths = photo_paths(arguments.photos)
    sitters = [sitter for path in paths for sitter in sitters_of(path, overrides)]
    styles = [registry.style(name) for name in arguments.styles] if arguments.styles else list(registry.styles())
    if arguments.quick:
        styles = [style for style in styles if style.look is not None]
    identity = Identity()
    gallery = build_gallery(paths, identity)
    scores = _scores(sitters, styles, gallery, identity, show=arguments.quick)
    totals = by_style(scores)
    print(as_text(totals))
    report: dict[str, object] = {"faces": len(sitters), "compared_with": gallery.faces, "styles": totals}
    arguments.out.mkdir(parents=True, exist_ok=True)
    note = f"{len(sitters)} faces drawn, each compared with {gallery.faces} faces of photos."
    if not arguments.quick:
        derived: Rows = {} if arguments.no_derived else _derived(paths)
        report["derived"] = derived
        print(write_page(arguments.out, scores, totals, derived, note))
    name = "quick.json" if arguments.quick else "totals.json"
    (arguments.out / name).write_text(json.dumps(report, indent=1) + "\n")
    print(f"{note} {time.perf_counter() - started_s:.0f} s")


def _derived(paths: list[Path]) -> Rows:
    trials = [trial for path in paths for trial in trials_of(path)]
    rows = summary(trials)
    for name, row in rows.items():
        print(
            f"{name:14s} found {row['found']}/{row['faces']}, refused {row['refused']}, same {row['same']}, "
            f"ask {row['ask']}, changed {row['changed']} ({row['changed_most']}), skin kept {row['skin_kept']}"
        )
    return rows


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.eval", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--strength", type=float)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="an attribute for everybody")
    parser.add_argument("--styles", nargs="+", metavar="NAME")
    parser.add_argument("--photos", type=Path, default=Path("../shared/photos"))
    parser.add_argument("--out", type=Path, default=Path("out/eval"))
    parser.add_argument("--no-derived", action="store_true")
    return parser.parse_args()


def _scores(
    sitters: list[Sitter], styles: list[Style], gallery: Gallery, identity: Identity, *, show: bool
) -> list[Score]:
    scores: list[Score] = []
    for sitter in sitters:
        drawn = [score(sitter, style, gallery, identity) for style in styles]
        scores += drawn
        if show:
            words = "  ".join(
                f"{one.style.name} {one.likeness.distance:.3f} #{one.likeness.rank}{'' if one.found else ' (unseen)'}"
                for one in drawn
            )
            print(f"{sitter.name:20s} {words}", flush=True)
    return scores


if __name__ == "__main__":
    main()
