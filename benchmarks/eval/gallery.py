"""Whose face is nearest: every photo's face print, compared with that of a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine.arrays import Ints, Points

SAME_PERSON: Final = 0.45
"""Faces of two photos nearer than this are taken for one person; faces of one photo never are: the network confuses
children, and nobody stands twice in a picture."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a drawing compares with all photos.

    `distance` to the photo it was drawn from; `rank` 1 when the right person is the nearest; `strict` the same with
    the drawn photo taken away, None for people with one photo; `nearest` is the name of the nearest face.
    """

    distance: float
    rank: int
    strict: bool | None
    nearest: str


class Gallery:
    """The face prints of all photos, in memory only."""

    def __init__(self, names: Sequence[str], photos: Sequence[str], prints: Sequence[Points]) -> None:
        self._names = list(names)
        self._prints = np.array(prints)
        self._people = people_among(self._prints, photos)

    @property
    def faces(self) -> int:
        """How many faces a drawing is compared with."""
        return len(self._names)

    def others_of(self, name: str) -> list[str]:
        """Other faces of the same person."""
        own = self._names.index(name)
        same = self._people == self._people[own]
        return [other for i, other in enumerate(self._names) if same[i] and i != own]

    def compare(self, name: str, drawn: Points) -> Likeness:
        """How near a drawing of `name` is, and to whom."""
        own = self._names.index(name)
        distances = np.linalg.norm(self._prints - drawn, axis=1).round(4)
        mine = self._people == self._people[own]
        best = float(distances[mine].min())
        nearer = {int(person) for person in self._people[~mine & (distances < best)]}
        strict = None
        if int(mine.sum()) > 1:
            without = np.where(np.arange(len(distances)) == own, np.inf, distances)
            strict = bool(mine[int(without.argmin())])
        nearest = self._names[int(distances.argmin())]
        return Likeness(float(distances[own]), len(nearer) + 1, strict, nearest)


def people_among(prints: Points, photos: Sequence[str]) -> Ints:
    """A number for each person; `photos` names each face's photo. Shape (faces,)."""
    people = np.arange(len(prints), dtype=np.int32)
    for i in range(len(prints)):
        near = np.linalg.norm(prints[:i] - prints[i], axis=1) < SAME_PERSON
        elsewhere = np.array([photo != photos[i] for photo in photos[:i]], np.bool_)
        same = np.flatnonzero(near & elsewhere)
        if len(same):
            people[i] = people[same[0]]
    return people
