"""Two shuffled sheets, photos A, B, ... and characters 1, 2, ..., and a key: can you tell who is who?

    python -m benchmarks.eval.blind [--seed N] [--style storybook] [--photos DIR] [--out DIR]

Where the folder holds another photo of the same person, the sheet shows that one instead of the photo that was drawn.
Write your matching down before you open key.json. The sheets show people: they are never committed.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from benchmarks.eval.identity import Identity
from benchmarks.eval.identity_files import fetch
from benchmarks.eval.portrait import portrait_of
from benchmarks.eval.score import build_gallery
from benchmarks.eval.sitters import Sitter, head_cut, photo_paths, sitters_of
from PIL import Image, ImageDraw, ImageFont

from limner.catalog import registry
from limner.engine.images import RgbImage

_CELL_PX: Final = 360
_LABEL_PX: Final = 34
_COLUMNS: Final = 4


def main() -> None:
    """Make the two sheets and the key."""
    arguments = _arguments()
    fetch()
    paths = photo_paths(arguments.photos)
    sitters = [sitter for path in paths for sitter in sitters_of(path)]
    gallery = build_gallery(paths, Identity())
    shown = {sitter.name: other_photo(sitter, sitters, gallery.others_of(sitter.name)) for sitter in sitters}
    drawn_order, photo_order = orders(len(sitters), arguments.seed)
    style = registry.style(arguments.style)
    drawings = [portrait_of(sitters[i].character, style, _CELL_PX, sitters[i].sitting) for i in drawn_order]
    photos = [head_cut(shown[sitters[i].name], _CELL_PX) for i in photo_order]
    arguments.out.mkdir(parents=True, exist_ok=True)
    _sheet(drawings, numbers(len(drawings))).save(arguments.out / "characters.png")
    _sheet(photos, letters(len(photos))).save(arguments.out / "photos.png")
    different = [sitter.name for sitter in sitters if shown[sitter.name] is not sitter]
    key = {"pairs": key_of(drawn_order, photo_order), "seed": arguments.seed, "style": style.name}
    names = {str(place): sitters[i].name for place, i in enumerate(drawn_order, 1)}
    text = json.dumps({**key, "names": names, "shown_by_another_photo": different}, indent=1)
    (arguments.out / "key.json").write_text(text + "\n")
    print(
        f"{len(sitters)} people, {len(different)} of them by another photo: {arguments.out}/photos.png, characters.png"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.eval.blind", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--style", default="storybook")
    parser.add_argument("--photos", type=Path, default=Path("../shared/photos"))
    parser.add_argument("--out", type=Path, default=Path("out/eval-blind"))
    return parser.parse_args()


def other_photo(sitter: Sitter, sitters: Sequence[Sitter], same_person: Sequence[str]) -> Sitter:
    """Another photo's face of the same person, or the sitter."""
    return next((other for other in sitters if other.name in same_person), sitter)


def orders(count: int, seed: int) -> tuple[list[int], list[int]]:
    """Which sitter stands at each place of the characters' and of the photos' sheet."""
    rng = np.random.default_rng(seed)
    return rng.permutation(count).tolist(), rng.permutation(count).tolist()


def key_of(drawn_order: Sequence[int], photo_order: Sequence[int]) -> Mapping[str, str]:
    """Number of a character -> letter of its photo."""
    letter = dict(zip(photo_order, letters(len(photo_order)), strict=True))
    return {number: letter[i] for number, i in zip(numbers(len(drawn_order)), drawn_order, strict=True)}


def letters(count: int) -> list[str]:
    """A, B, ..., Z, AA, AB, ..."""
    return [(chr(64 + i // 26) if i >= 26 else "") + chr(65 + i % 26) for i in range(count)]


def numbers(count: int) -> list[str]:
    """1, 2, ..."""
    return [str(i) for i in range(1, count + 1)]


def _sheet(pictures: Sequence[RgbImage], labels: Sequence[str]) -> Image.Image:
    rows = -(-len(pictures) // _COLUMNS)
    sheet = Image.new("RGB", (_CELL_PX * _COLUMNS, (_CELL_PX + _LABEL_PX) * rows), "white")
    draw = ImageDraw.Draw(sheet)
    for place, (picture, label) in enumerate(zip(pictures, labels, strict=True)):
        x, y = _CELL_PX * (place % _COLUMNS), (_CELL_PX + _LABEL_PX) * (place // _COLUMNS)
        draw.text((x + 8, y + 4), label, fill="black", font=ImageFont.load_default(24))
        sheet.paste(Image.fromarray(picture.pixels), (x, y + _LABEL_PX))
    return sheet


if __name__ == "__main__":
    main()
