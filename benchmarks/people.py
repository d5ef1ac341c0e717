"""Forty invented people who between them have every value of every attribute.

    python benchmarks/people.py [--out FILE.png] [--size PX]

As a program it draws them all in every character style on one sheet, a scene after the other, to judge by eye. Nobody
of them exists.
"""

import argparse
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from limner.catalog import registry
from limner.catalog.page import compose_page
from limner.characters.attributes import ATTRIBUTES, Choice, Color, Number, Value, YesNo, parse_value
from limner.characters.character import Attribute, Character
from limner.characters.drawing import curve
from limner.engine import ENGINE_VERSION
from limner.engine.measure.mean_face import MEAN, STD
from limner.engine.paint.finish import paint_page
from limner.engine.traits import AgeBand, Traits

COUNT: Final = 40
_LOOSE_COLORS: Final = ("#6b1f3a", "#20304f", "#c9a227", "#e8e2d4", "#2f6b4f", "#b5485a")


def average_person(age_band: AgeBand = "adult") -> Traits:
    """A brown-haired person with an average face, to vary with `dataclasses.replace`."""
    return Traits(
        shape=MEAN[:, :2].astype("float64"),
        skin=(70.0, 13.0, 20.0),
        hair_style="short",
        hair_color=(30.0, 8.0, 14.0),
        hair_outline=None,
        brow_color=(28.0, 7.0, 11.0),
        brow_thickness=0.5,
        eye_color="brown",
        eye_openness=0.6,
        lip_color=(56.0, 26.0, 14.0),
        mouth="smile",
        smile=0.6,
        glasses="none",
        glasses_color=(20.0, 0.0, 0.0),
        beard="none",
        moustache="none",
        beard_color=(30.0, 8.0, 12.0),
        freckles=False,
        lashes=False,
        skull_height=0.75,
        age_band=age_band,
    )


def invented_people() -> list[Character]:
    """Forty characters, the same every time."""
    rng = np.random.default_rng(40)
    columns = {name: _column(name, rng) for name in ATTRIBUTES}
    return [_person({name: column[i] for name, column in columns.items()}, rng) for i in range(COUNT)]


def values_of(name: str) -> tuple[Value, ...]:
    """Every value of an attribute that people should be drawn with: all words, both answers, a range of numbers."""
    kind = ATTRIBUTES[name]
    if isinstance(kind, Choice):
        return tuple(word for word in kind.words if word != "measured")
    if isinstance(kind, YesNo):
        return (True, False)
    if isinstance(kind, Number):
        return tuple(parse_value(name, f"{value:.3f}") for value in np.linspace(kind.low, kind.high, 5))
    if isinstance(kind, Color):
        return tuple(kind.words.values()) or _LOOSE_COLORS
    msg = f"no values known for {name}"
    raise TypeError(msg)


def _column(name: str, rng: np.random.Generator) -> list[Value]:
    """Each value at least once, in random order."""
    values = values_of(name)
    assert len(values) <= COUNT
    order = rng.permutation(COUNT)
    return [values[int(place) % len(values)] for place in order]


def _person(values: dict[str, Value], rng: np.random.Generator) -> Character:
    deviation = np.clip(rng.normal(0, 1.0, (1, 2)) + rng.normal(0, 0.35, MEAN[:, :2].shape), -2.5, 2.5)
    return Character(
        engine_version=ENGINE_VERSION,
        readings={name: Attribute(value=value, confidence=1.0, source="parent") for name, value in values.items()},
        shape=curve(MEAN[:, :2] + 0.6 * deviation * STD[:, :2]),
    )


def main() -> None:
    """Draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/people.png"))
    parser.add_argument("--size", type=int, default=300)
    arguments = parser.parse_args()
    templates = registry.templates()
    styles = [style for style in registry.styles() if style.look is not None]
    cell = (arguments.size, arguments.size * 5 // 4)
    per_row = 4
    rows = -(-COUNT // per_row)
    sheet = Image.new("RGB", (cell[0] * per_row * len(styles), cell[1] * rows), "white")
    for i, person in enumerate(invented_people()):
        for column, style in enumerate(styles):
            assert style.look is not None
            page = compose_page(templates[i % len(templates)], (person.traits(),), style.look, seed=i)
            picture = Image.fromarray(paint_page(page, style.look, cell[0]).pixels)
            sheet.paste(picture, ((i % per_row * len(styles) + column) * cell[0], i // per_row * cell[1]))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(arguments.out)
    print(arguments.out)


if __name__ == "__main__":
    main()
