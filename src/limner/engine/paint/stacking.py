"""Sheets lying on each other: where something further up is near, and where a sheet ends."""

from collections.abc import Iterator, Sequence
from typing import Final, cast

import numpy as np
from scipy.ndimage import find_objects

from limner.engine.arrays import U8, U16
from limner.engine.opencv import looked_up

Offset = tuple[int, int]
"""Pixels to the right and down."""

_SAMPLES: Final = 14


def covered_count(numbers: U16, offsets: Sequence[Offset]) -> U8:
    """How many of the places at `offsets` from each pixel show a higher number than it has."""
    count: U8 = np.zeros(numbers.shape, np.uint8)
    for there in _seen_from(numbers, offsets):
        count += there > numbers
    return count


def ends_towards(numbers: U16, offset: Offset) -> U8:
    """1 where the place at `offset` lies lower: the rim of a sheet on that side."""
    return (next(_seen_from(numbers, [offset])) < numbers).view(np.uint8)


def differs(numbers: U16, offsets: Sequence[Offset]) -> U8:
    """1 where one of the places at `offsets` shows another sheet."""
    found = np.zeros(numbers.shape, np.bool_)
    for there in _seen_from(numbers, offsets):
        found |= there != numbers
    return found.view(np.uint8)


def _seen_from(numbers: U16, offsets: Sequence[Offset]) -> Iterator[U16]:
    height, width = numbers.shape
    reach = max(max(abs(dx), abs(dy)) for dx, dy in offsets)
    wide = np.pad(numbers, reach, mode="edge")
    for dx, dy in offsets:
        yield wide[reach + dy : reach + dy + height, reach + dx : reach + dx + width]


def disc(center: tuple[float, float], radius: float, unit: float) -> list[Offset]:
    """Places spread evenly over a disc (a sunflower spiral); `center` and `radius` in page units of `unit` pixels."""
    turn = np.arange(_SAMPLES) * 2.399963
    share = np.sqrt((np.arange(_SAMPLES) + 0.5) / _SAMPLES) * radius
    x, y = center[0] + np.cos(turn) * share, center[1] + np.sin(turn) * share
    return [(round(float(a) * unit), round(float(b) * unit)) for a, b in zip(x, y, strict=True)]


def shade_near(numbers: U16, near: tuple[Sequence[Offset], float], far: tuple[Sequence[Offset], float]) -> U8:
    """Shade 0..255 under what lies further up within two discs, each with the shade that it gives when all covered."""
    counts = [covered_count(numbers, offsets) for offsets, _ in (near, far)]
    steps = [np.float32(strength * 255 / _SAMPLES) for _, strength in (near, far)]
    table = np.arange(_SAMPLES + 1, dtype=np.float32)
    shade = np.minimum(table[:, None] * steps[0] + table[None, :] * steps[1] + np.float32(0.5), 255).astype(np.uint8)
    both: U8 = np.zeros(256, np.uint8)
    both[: shade.size] = shade.ravel()
    return looked_up(counts[0] * np.uint8(_SAMPLES + 1) + counts[1], both)


def places(numbers: U16) -> Iterator[tuple[int, tuple[slice, slice]]]:
    """Each number that is seen, with the rows and columns it takes and two pixels around them."""
    found = cast("list[tuple[slice, slice] | None]", find_objects(numbers))
    for number, place in enumerate(found, 1):
        if place is not None:
            yield number, (_wider(place[0]), _wider(place[1]))


def _wider(run: slice) -> slice:
    return slice(max(0, int(run.start) - 2), int(run.stop) + 2)
