"""Every character style, template, outfit and pose on invented people, small: does each draw, and how does it look?

    python -m benchmarks.matrix [--out out/matrix] [--width PX] [TEMPLATE ...]

Each template gets a sheet with a row for every outfit and a column for every style and pose. The people change from
cell to cell, so that twenty of them meet everything there is.
"""

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path
from typing import Final

from benchmarks.people import invented_people
from PIL import Image

from limner.catalog import registry
from limner.catalog.adjustments import Adjustments
from limner.catalog.page import compose_page
from limner.engine.layer_cache import LayerCache
from limner.engine.opencv import use_threads
from limner.engine.paint.finish import paint_page

PEOPLE: Final = 20
_PROCESSES: Final = 2


def main() -> None:
    """Draw the sheets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/matrix"))
    parser.add_argument("--width", type=int, default=120)
    parser.add_argument("templates", nargs="*", default=[template.name for template in registry.templates()])
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    total = 0
    with ProcessPoolExecutor(_PROCESSES) as pool:
        drawn = pool.map(partial(draw_sheet, arguments.out, arguments.width), arguments.templates)
        for name, count in zip(arguments.templates, drawn, strict=True):
            total += count
            print(f"{arguments.out / name}.webp: {count} pages", flush=True)
    print(f"{total} pages drawn")


def draw_sheet(folder: Path, width_px: int, name: str) -> int:
    """Draw a template with everything that can be chosen; how many pages that were."""
    use_threads(1)
    template, people, scenes = registry.template(name), invented_people()[:PEOPLE], LayerCache()
    outfits = [outfit.name for outfit in registry.outfits()]
    looks = [style.look for style in registry.styles() if style.look is not None]
    columns = list(product(looks, [pose.name for pose in registry.poses()]))
    high_px = round(width_px * template.height / template.width)
    sheet = Image.new("RGB", (width_px * len(columns), high_px * len(outfits)), "white")
    for row, outfit in enumerate(outfits):
        for column, (look, pose) in enumerate(columns):
            # A step that shares no factor with their number brings everybody to every outfit and pose.
            person = people[(row * 7 + column * 3) % PEOPLE]
            wish = Adjustments(outfit=outfit, pose=pose)
            page = compose_page(template, (person.traits(),), look, 1, (wish,))
            pixels = paint_page(page, look, width_px, scenes).pixels
            sheet.paste(Image.fromarray(pixels), (column * width_px, row * high_px))
    sheet.save(folder / f"{name}.webp", quality=80)
    return len(outfits) * len(columns)


if __name__ == "__main__":
    main()
