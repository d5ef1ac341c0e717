"""Sheets lying on each other: where something further up is near, and where a sheet ends."""

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
from scipy.ndimage import find_objects

from limner.engine.arrays import F32, U8, Bools, Ints

Offset = tuple[int, int]
"""Pixels to the right and down."""


def covered_share(numbers: Ints, offsets: Sequence[Offset]) -> F32:
    """Share 0..1 of the places at `offsets` from each pixel that show a higher number than it has."""
    height, width = numbers.shape
    count: U8 = np.zeros((height, width), np.uint8)
    low = numbers.astype(np.uint16)
    reach = max(max(abs(dx), abs(dy)) for dx, dy in offsets)
    wide = np.pad(low, reach, mode="edge")
    for dx, dy in offsets:
        there = wide[reach + dy : reach + dy + height, reach + dx : reach + dx + width]
        count += there > low
    return count.astype(np.float32) / np.float32(len(offsets))


def ends_towards(numbers: Ints, offset: Offset) -> Bools:
    """Where the place at `offset` lies lower: the rim of a sheet on that side."""
    return _seen_from(numbers, offset) < numbers


def differs(numbers: Ints, offset: Offset) -> Bools:
    """Where the place at `offset` shows another sheet."""
    return _seen_from(numbers, offset) != numbers


def _seen_from(numbers: Ints, offset: Offset) -> Ints:
    dx, dy = offset
    height, width = numbers.shape
    reach = max(abs(dx), abs(dy))
    wide = np.pad(numbers, reach, mode="edge")
    return wide[reach + dy : reach + dy + height, reach + dx : reach + dx + width]


def disc(center: tuple[float, float], radius: float, unit: float) -> list[Offset]:
    """Places spread evenly over a disc (a sunflower spiral); `center` and `radius` in page units of `unit` pixels."""
    count = 14
    turn, share = np.arange(count) * 2.399963, np.sqrt((np.arange(count) + 0.5) / count) * radius
    x, y = center[0] + np.cos(turn) * share, center[1] + np.sin(turn) * share
    return [(round(float(a) * unit), round(float(b) * unit)) for a, b in zip(x, y, strict=True)]


def places(numbers: Ints) -> Iterator[tuple[int, tuple[slice, slice]]]:
    """Each number that is seen, with the rows and columns it takes and two pixels around them."""
    found = cast("list[tuple[slice, slice] | None]", find_objects(numbers))
    for number, place in enumerate(found, 1):
        if place is not None:
            yield number, (_wider(place[0]), _wider(place[1]))


def _wider(run: slice) -> slice:
    return slice(max(0, int(run.start) - 2), int(run.stop) + 2)
