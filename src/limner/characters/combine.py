"""Several photos of one person make one character: what most of them show, the clearer ones counting more."""

from collections.abc import Callable, Sequence

import numpy as np

from limner.characters.attributes import ATTRIBUTES, Value
from limner.characters.character import Attribute, Character
from limner.characters.drawing import array, curve
from limner.engine.color import hex_to_lab, lab_to_hex

_HAIR = "hair.style"
_LIKENESS = "likeness.strength"
_LEAST_WEIGHT = 0.02


def combine(characters: Sequence[Character]) -> Character:
    """One character from several of the same person.

    Numbers and colours are medians weighted by confidence, words are those with the most confidence behind them, and
    what a parent said stays. The hair's silhouette and the face's own drawing are those of the clearest photo: an
    average of two drawings is nobody's. A reading that others contradict loses confidence.

    Raises:
        ValueError: `characters` is empty.
    """
    if not characters:
        msg = "at least one character is needed"
        raise ValueError(msg)
    best = max(characters, key=lambda one: one.readings[_LIKENESS].confidence)
    groomed = max(characters, key=lambda one: one.readings[_HAIR].confidence)
    readings = {name: _combined([one.readings[name] for one in characters]) for name in ATTRIBUTES}
    if readings[_HAIR].source == "measured":
        readings[_HAIR] = groomed.readings[_HAIR]
    if readings[_LIKENESS].source == "measured":
        readings[_LIKENESS] = best.readings[_LIKENESS]
    return best.model_copy(
        update={
            "readings": readings,
            "shape": _shape(characters),
            "silhouette": groomed.silhouette,
        }
    )


def _shape(characters: Sequence[Character]) -> tuple[tuple[float, float], ...]:
    """The weighted median of each point."""
    shapes = np.stack([array(one.shape) for one in characters])
    weights = [_weight(one.readings[_LIKENESS]) for one in characters]
    middle = np.array(
        [[_median(shapes[:, i, axis].tolist(), weights) for axis in (0, 1)] for i in range(shapes.shape[1])]
    )
    return curve(middle)


def _combined(readings: Sequence[Attribute]) -> Attribute:
    said = next((reading for reading in readings if reading.source == "parent"), None)
    if said is not None:
        return said
    values = [reading.value for reading in readings]
    weights = [_weight(reading) for reading in readings]
    confidence = max(reading.confidence for reading in readings)
    if all(isinstance(value, float) for value in values):
        return Attribute(value=round(_median([float(value) for value in values], weights), 3), confidence=confidence)
    if all(isinstance(value, str) and value.startswith("#") for value in values):
        return Attribute(value=_color([str(value) for value in values], weights), confidence=confidence)
    return _word(values, weights, readings)


def _word(values: Sequence[Value], weights: Sequence[float], readings: Sequence[Attribute]) -> Attribute:
    behind: dict[Value, float] = {}
    for value, weight in zip(values, weights, strict=True):
        behind[value] = behind.get(value, 0.0) + weight
    chosen = max(behind, key=lambda value: behind[value])
    agreement = behind[chosen] / sum(weights)
    own = max(reading.confidence for reading in readings if reading.value == chosen)
    return Attribute(value=chosen, confidence=round(own * agreement, 2))


def _color(values: Sequence[str], weights: Sequence[float]) -> str:
    labs = [hex_to_lab(value) for value in values]
    pick: Callable[[int], float] = lambda axis: _median([lab[axis] for lab in labs], weights)  # noqa: E731
    return lab_to_hex((pick(0), pick(1), pick(2)))


def _weight(reading: Attribute) -> float:
    return max(reading.confidence, _LEAST_WEIGHT)


def _median(values: Sequence[float], weights: Sequence[float]) -> float:
    """The value with half of the weight on either side; the mean of two where the halves meet between them."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    half, below = sum(weights) / 2, 0.0
    for place, i in enumerate(order):
        below += weights[i]
        if abs(below - half) < 1e-9 and place + 1 < len(order):  # noqa: PLR2004 - rounding of the sum
            return (values[i] + values[order[place + 1]]) / 2
        if below > half:
            return values[i]
    return values[order[-1]]
