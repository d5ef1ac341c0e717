"""Draw every hairstyle and head covering on four invented people on one sheet, to judge by eye.

    python -m benchmarks.hair_sheet [WORD ...] [--look storybook] [--out FILE.png] [--size PX]

Rows are words of `HairStyle` and `HeadCovering` (a covering is worn over long hair by the women and short hair by the
men), columns are a baby, a child, a woman and a man of different skin, hair and face. Nobody of them exists.
"""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Final, get_args

import numpy as np
from benchmarks.people import average_person
from PIL import Image, ImageDraw

from limner.catalog import registry
from limner.engine.measure.mean_face import MEAN
from limner.engine.raster import document, rasterize
from limner.engine.rig.head import draw_head
from limner.engine.rig.look import Look
from limner.engine.traits import HairStyle, HeadCovering, Lab, Traits

_SOMEBODY: Final = replace(
    average_person("child"),
    skin=(78.0, 11.0, 18.0),
    hair_color=(62.0, 6.0, 30.0),
    brow_color=(45.0, 8.0, 20.0),
    brow_thickness=0.45,
    eye_color="blue",
    eye_openness=0.4,
    lip_color=(58.0, 26.0, 14.0),
    smile=0.5,
    skull_height=0.76,
)
_BLACK: Final[Lab] = (12.0, 2.0, 3.0)
PEOPLE: Final[dict[str, Traits]] = {
    "baby": replace(_SOMEBODY, age_band="baby", hair_color=(70.0, 4.0, 28.0)),
    "child": replace(_SOMEBODY, skin=(74.0, 14.0, 20.0), hair_color=(44.0, 24.0, 38.0), eye_color="green"),
    "woman": replace(
        _SOMEBODY, shape=MEAN[:, :2] * [0.95, 1.02], age_band="adult", skin=(64.0, 15.0, 24.0), lashes=True,
        hair_color=(27.0, 9.0, 15.0), brow_color=(24.0, 6.0, 9.0), eye_color="brown",
    ),
    "man": replace(
        _SOMEBODY, shape=MEAN[:, :2] * [1.04, 1.0], age_band="adult", skin=(38.0, 15.0, 22.0), hair_color=_BLACK,
        brow_color=_BLACK, eye_color="dark-brown", lip_color=(38.0, 20.0, 12.0), brow_thickness=0.6, skull_height=0.8,
    ),
}  # fmt: skip
_BENEATH: Final[dict[str, HairStyle]] = {"baby": "wisps", "child": "bob", "woman": "long", "man": "short"}
_COVERING_COLORS: Final[tuple[Lab, ...]] = (
    (62.0, 30.0, 40.0),
    (48.0, -6.0, -34.0),
    (52.0, 42.0, 8.0),
    (88.0, 0.0, 6.0),
)
_VIEW: Final = (-300.0, -340.0, 600.0, 700.0)
"""Rig units: x, y, width, height."""


def main() -> None:
    """Draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--look", default="storybook")
    parser.add_argument("--out", type=Path, default=Path("out/hair.png"))
    parser.add_argument("--size", type=int, default=300)
    arguments = parser.parse_args()
    known = (*get_args(HairStyle)[1:], *get_args(HeadCovering)[1:])
    words: list[str] = arguments.words or list(known)
    unknown = set(words) - set(known)
    if unknown:
        parser.error(f"no such hairstyle or covering: {', '.join(sorted(unknown))}")
    look = registry.style(arguments.look).look
    cell = (arguments.size, arguments.size * 7 // 6)
    across = 2 if len(words) > 4 else 1
    rows = -(-len(words) // across)
    sheet = Image.new("RGB", (cell[0] * len(PEOPLE) * across, cell[1] * rows), "white")
    for index, word in enumerate(words):
        for column, (name, person) in enumerate(PEOPLE.items()):
            drawn = _head(_wearing(person, name, word), look, cell)
            at = (cell[0] * (column + len(PEOPLE) * (index // rows)), cell[1] * (index % rows))
            sheet.paste(drawn, at)
            ImageDraw.Draw(sheet).text((at[0] + 6, at[1] + 4), word, fill="#231f1a")
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(arguments.out)
    print(arguments.out)


def _wearing(person: Traits, name: str, word: str) -> Traits:
    for style in get_args(HairStyle):
        if style == word:
            return replace(person, hair_style=style)
    for kind in get_args(HeadCovering):
        if kind == word:
            color = _COVERING_COLORS[(list(PEOPLE).index(name) + len(word)) % len(_COVERING_COLORS)]
            return replace(person, head_covering=kind, head_covering_color=color, hair_style=_BENEATH[name])
    raise ValueError(word)


def _head(person: Traits, look: Look, cell: tuple[int, int]) -> Image.Image:
    head = draw_head(person, look, "h")
    neck = '<path d="M-58 60H58L70 330H-70Z" fill="#8d8478" opacity="0.6"/>'
    svg = document(head.defs, head.behind + neck + head.front, _VIEW, cell)
    pixels = rasterize(svg).astype(np.float64)
    alpha = pixels[..., 3:] / 255
    paper = np.array([246.0, 240.0, 230.0])
    return Image.fromarray((pixels[..., :3] * alpha + paper * (1 - alpha)).astype(np.uint8))


if __name__ == "__main__":
    main()
