"""Draw every photo of a folder in every style on one contact sheet, to judge by eye.

    python benchmarks/sheet.py [PHOTOS] [--out FILE.png] [--size PX]

Rows are photos, columns are the photo and each style; a photo that can't be drawn shows the reason instead.
The sheet shows people who did not agree to be published: it is never committed.
"""

import argparse
import io
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from limner.catalog import registry
from limner.errors import InputError
from limner.generation.from_photo import Wish, draw_photo
from limner.generation.registry import provider

_SUFFIXES: Final = {".jpg", ".jpeg", ".png", ".webp", ".heic", ".avif"}
_SCENES: Final = {"storybook": "moon", "comic": "forest", "watercolor": "forest", "watercolor-portrait": "moon"}


def main() -> None:
    """Draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, nargs="?", default=Path("../shared/photos"))
    parser.add_argument("--out", type=Path, default=Path("out/sheet.png"))
    parser.add_argument("--size", type=int, default=520)
    arguments = parser.parse_args()
    photos = sorted(path for path in arguments.photos.iterdir() if path.suffix.lower() in _SUFFIXES)
    columns = [(style.name, _SCENES.get(style.name, "moon")) for style in registry.styles()]
    cell = (arguments.size, arguments.size * 5 // 4)
    sheet = Image.new("RGB", (cell[0] * (len(columns) + 1), cell[1] * len(photos)), "white")
    for row, photo in enumerate(photos):
        print(photo.name, flush=True)
        with Image.open(photo) as opened:
            sheet.paste(_fitted(opened.convert("RGB"), cell), (0, row * cell[1]))
        for column, (style, scene) in enumerate(columns, 1):
            sheet.paste(_fitted(_drawn(photo, style, scene, cell[0]), cell), (column * cell[0], row * cell[1]))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(arguments.out)
    print(arguments.out)


def _drawn(photo: Path, style: str, scene: str, size_px: int) -> Image.Image:
    wish = Wish(registry.style(style), registry.template(scene), size_px, seed=1, file_type="png")
    try:
        result = draw_photo(photo.read_bytes(), wish, provider("local"))
    except InputError as error:
        refusal = Image.new("RGB", (size_px, size_px), "#fbf7f0")
        ImageDraw.Draw(refusal).multiline_text((12, 12), f"{error.message}\n{error.advice}", fill="#231f1a")
        return refusal
    return Image.open(io.BytesIO(result.data))


def _fitted(picture: Image.Image, cell: tuple[int, int]) -> Image.Image:
    picture.thumbnail(cell)
    framed = Image.new("RGB", cell, "white")
    framed.paste(picture, ((cell[0] - picture.width) // 2, (cell[1] - picture.height) // 2))
    return framed


if __name__ == "__main__":
    main()
