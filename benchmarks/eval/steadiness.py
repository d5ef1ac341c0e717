"""How many attributes stay the same when the photo is derived."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from benchmarks.eval.derivations import ONE_FACE, WHOLE_PHOTO, Derived
from benchmarks.eval.score import drift, is_kept
from benchmarks.eval.sitters import faces_in, is_usable, load_photo, seat

from limner.characters.attributes import ATTRIBUTES, UNMEASURED, Color, Number, Value
from limner.characters.character import Character
from limner.engine.color import hex_to_lab
from limner.engine.images import Box
from limner.faces.face import Face
from limner.generation.from_photo import character_of

_SAME_COLOUR: Final = 10.0
"""Lab distance that reads as the same colour."""
_SAME_NUMBER: Final = 0.15
_SIDES: Final = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Trial:
    """One face of one derived photo; without `attributes` it was lost, or refused when `refused`."""

    derivation: str
    refused: bool = False
    attributes: Mapping[str, str] | None = None
    """Name -> "same", "ask" or "changed"."""
    lightness: float = 0.0
    hue_deg: float = 0.0


def trials_of(path: Path) -> Iterator[Trial]:
    """All derivations of all usable faces of one photo."""
    image = load_photo(path)
    faces = faces_in(image)
    usable = [face for face in faces if is_usable(face)]
    before = [character_of([seat(image, face, faces)]) for face in usable]
    if not usable:
        return
    for name, derive in WHOLE_PHOTO.items():
        derived = derive(image, usable[0].box)
        found = faces_in(derived.image)
        for face, character in zip(usable, before, strict=True):
            yield _trial(name, derived, found, face.box, character)
    for name, derive in ONE_FACE.items():
        for face, character in zip(usable, before, strict=True):
            derived = derive(image, face.box)
            yield _trial(name, derived, faces_in(derived.image), face.box, character)


def _trial(name: str, derived: Derived, found: Sequence[Face], box: Box, before: Character) -> Trial:
    face = again(derived.box_of(box), found)
    if face is None:
        return Trial(name)
    if face.quality.verdict == "unusable":
        return Trial(name, refused=True)
    after = character_of([seat(derived.image, face, found)])
    new, old = (hex_to_lab(str(one.readings["skin.tone"].value)) for one in (after, before))
    lightness, hue = drift(new, old)
    attributes = compared(before, after, mirrored=derived.mirrored)
    return Trial(name, attributes=attributes, lightness=lightness, hue_deg=hue)


def again(expected: Box, found: Sequence[Face]) -> Face | None:
    """The face nearest to where it should be, if it is within half a face."""

    def away(face: Face) -> float:
        return float(np.hypot(*(np.array(face.box.center_px) - expected.center_px)))

    nearest = min(found, key=away, default=None)
    reach = 0.5 * max(expected.width_px, expected.height_px)
    return nearest if nearest is not None and away(nearest) < reach else None


def compared(before: Character, after: Character, *, mirrored: bool) -> dict[str, str]:
    """Each measured attribute: "same", "ask" (not sure any more) or "changed"."""
    asks = set(after.asks())
    verdicts: dict[str, str] = {}
    for name in ATTRIBUTES:
        if name in UNMEASURED:
            continue
        old, new = before.readings[name].value, after.readings[name].value
        if mirrored:
            old = _SIDES.get(old, old) if isinstance(old, str) else old
        verdicts[name] = "same" if is_same(name, old, new) else "ask" if name in asks else "changed"
    return verdicts


def is_same(name: str, old: Value, new: Value) -> bool:
    """Whether two values of an attribute look alike."""
    kind = ATTRIBUTES[name]
    if isinstance(kind, Color):
        apart = np.array(hex_to_lab(str(old))) - hex_to_lab(str(new))
        return float(np.linalg.norm(apart)) <= _SAME_COLOUR
    if isinstance(kind, Number):
        return abs(float(old) - float(new)) <= _SAME_NUMBER
    return old == new


def summary(trials: Sequence[Trial]) -> dict[str, dict[str, float | int | str | None]]:
    """Derivation -> its figures."""
    names = dict.fromkeys(trial.derivation for trial in trials)
    return {name: _figures([trial for trial in trials if trial.derivation == name]) for name in names}


def _figures(trials: Sequence[Trial]) -> dict[str, float | int | str | None]:
    seen = [trial for trial in trials if trial.attributes is not None]
    verdicts = [(name, verdict) for trial in seen for name, verdict in (trial.attributes or {}).items()]
    count = max(1, len(verdicts))
    changed = [name for name, verdict in verdicts if verdict == "changed"]
    often = sorted(set(changed), key=lambda name: (-changed.count(name), name))[:4]
    return {
        "faces": len(trials),
        "found": len(seen),
        "refused": sum(trial.refused for trial in trials),
        "same": round(sum(verdict == "same" for _, verdict in verdicts) / count, 3) if seen else None,
        "ask": round(sum(verdict == "ask" for _, verdict in verdicts) / count, 3) if seen else None,
        "changed": round(len(changed) / count, 3) if seen else None,
        "changed_most": ", ".join(f"{name} {changed.count(name)}" for name in often),
        "lightness_median": round(statistics.median(trial.lightness for trial in seen), 1) if seen else None,
        "lightness_worst": max((trial.lightness for trial in seen), key=abs) if seen else None,
        "hue_median_deg": round(statistics.median(trial.hue_deg for trial in seen), 1) if seen else None,
        "hue_worst_deg": max((trial.hue_deg for trial in seen), key=abs) if seen else None,
        "skin_kept": round(sum(is_kept(t.lightness, t.hue_deg) for t in seen) / len(seen), 3) if seen else None,
    }
