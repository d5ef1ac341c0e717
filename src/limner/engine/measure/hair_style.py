"""Which style the hair is: the measured silhouette where it can be trusted, else the nearest drawn one."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine.arrays import Bools, Ints
from limner.engine.measure.hair_mask import HairMask
from limner.engine.measure.head_crop import EYES_PX, UNIT_PX, HeadCrop
from limner.engine.measure.reading import Reading
from limner.engine.measure.regions import oval
from limner.engine.traits import AgeBand, HairStyle

_FRINGE: Final = 0.16
_LOOSE_HAIR = 0.27
_FREE_FOREHEAD = 0.28
"""Gaps between brows and hair under and over which hair lies on, or leaves, the forehead."""
"""Hair that comes nearer to the brows than this, in face units, is a fringe."""
_TURNED: Final = 0.2
_HALF_SEEN: Final = 0.8
"""What is left of the confidence where a turn, a neighbour or the photo's edge hides part of the hair."""
_GATHERED_OR_LONG: Final = frozenset[HairStyle]({"long", "long-fringe", "bob", "fringe-bob", "bun", "fringe-bun"})


@dataclass(frozen=True, slots=True)
class HairFacts:
    """Lengths in face units (one is about 0.9 of the face's height).

    `left_length`, `right_length`: how far hair hangs below the eyes on each side. `top`: highest hair above the
    eyes. `crest_width`: width of the hair 0.12 below its top. `width`: of all hair at forehead height. `fringe_gap`:
    from brows up to the lowest hair in front of the forehead. `whole`: not cut by the photo's edge or a neighbour.
    """

    left_length: float
    right_length: float
    top: float
    crest_width: float
    width: float
    fringe_gap: float
    asymmetry: float
    turned: float
    whole: bool

    @property
    def length(self) -> float:
        """The longer side: the other may be hidden or tucked behind the shoulder."""
        return max(self.left_length, self.right_length)


def hair_facts(crop: HeadCrop, mask: HairMask) -> HairFacts:
    """Measure a hair mask; zeros where there is no hair."""
    points, hair = crop.points, mask.soft > 0.5
    middle_x, eyes_y = EYES_PX
    rows = np.nonzero(hair.any(axis=1))[0]
    top_px = float(rows[0]) if len(rows) else eyes_y
    columns: Ints = np.arange(hair.shape[1], dtype=np.int32)
    beside = hair & ~oval(points)
    nose, left, right = points[4, 0], points[234, 0], points[454, 0]
    halves = hair[:, columns < middle_x].sum(), hair[:, columns >= middle_x].sum()
    return HairFacts(
        left_length=_hang(beside & (columns < left + 12), eyes_y),
        right_length=_hang(beside & (columns > right - 12), eyes_y),
        top=(eyes_y - top_px) / UNIT_PX,
        crest_width=_row_width(hair, int(top_px + 0.12 * UNIT_PX)),
        width=_row_width(hair, int(points[10, 1])),
        fringe_gap=_fringe_gap(hair, float(points[[105, 334], 1].mean()), float(points[10, 1])),
        asymmetry=round(abs(float(halves[0]) - float(halves[1])) / max(float(sum(halves)), 1.0), 3),
        turned=round(abs(float((nose - (left + right) / 2) / max(right - left, 1.0))), 3),
        whole=_is_whole(crop, hair),
    )


def choose_style(mask: HairMask, facts: HairFacts, age: AgeBand, *, alone: bool) -> Reading[HairStyle]:
    """The measured silhouette, or the nearest drawn style."""
    if not mask.found:
        return _without_hair(mask, facts, age)
    drawn = _drawn_style(facts, age)
    if _trusted(facts, age, drawn.value, alone=alone):
        return Reading(
            "measured", 0.8, "short hair seen whole, from the front, with nobody near: its own silhouette is drawn"
        )
    seen = alone and facts.whole and facts.turned < _TURNED
    if seen:
        return drawn
    return Reading(drawn.value, round(drawn.confidence * _HALF_SEEN, 2), f"{drawn.reason}; only partly seen")


def _without_hair(mask: HairMask, facts: HairFacts, age: AgeBand) -> Reading[HairStyle]:
    if age == "baby":
        return Reading("wisps", 0.5, "a baby, and no hair to be told from the skin")
    like_skin = mask.cap_difference < 7 and mask.cap_lightness > -14 and facts.turned < 0.2
    if age == "adult" and like_skin and mask.cap_texture > 0:
        # Pale hair in a burnt-out photo looks the same: never sure enough to leave the question out.
        return Reading("bald", 0.45, "the scalp looks like the forehead")
    return Reading("short", 0.2, "no hair was found")


def _drawn_style(facts: HairFacts, age: AgeBand) -> Reading[HairStyle]:
    fringe = facts.fringe_gap < _FRINGE
    if facts.length > 1.15:
        return Reading("long-fringe" if fringe else "long", 0.75, "hangs past the shoulders")
    if facts.length > 0.62:
        return Reading("fringe-bob" if fringe else "bob", 0.6, "hangs to about the chin")
    if facts.top > 0.98 and facts.crest_width < 0.47 * facts.width:
        loose = facts.fringe_gap < _LOOSE_HAIR
        return Reading("fringe-bun" if loose else "bun", 0.65, "stands up narrow above the head")
    if age == "baby":
        return Reading("wisps", 0.55, "a baby's short hair")
    if facts.top < 0.70 and facts.fringe_gap > 0.2 and facts.length < 0.25:
        return Reading("buzz", 0.5, "close to the head, the forehead free")
    return _short_style(facts, age)


def _short_style(facts: HairFacts, age: AgeBand) -> Reading[HairStyle]:
    if age != "adult":
        if facts.fringe_gap < _FRINGE:
            return Reading("fringe-crop", 0.55, "short, down to the brows")
        if facts.fringe_gap > _FREE_FOREHEAD:
            return Reading("crop", 0.5, "short, the forehead free")
    elif facts.top > 0.8 and facts.fringe_gap > 0.18:
        return Reading("side-part", 0.4, "short, high above the forehead")
    return Reading("short", 0.5, "short, some of it over the forehead")


def _trusted(facts: HairFacts, age: AgeBand, drawn: HairStyle, *, alone: bool) -> bool:
    """Traced hair is only beautiful where it is short, whole, seen from the front, an adult's and nobody else's."""
    tidy = facts.asymmetry < 0.28 and facts.turned < 0.12 and facts.whole
    return age == "adult" and alone and tidy and drawn not in _GATHERED_OR_LONG and facts.length < 0.75


def _hang(beside: Bools, eyes_y: float) -> float:
    """How far below the eyes the lowest dense row of hair on this side lies."""
    rows = np.nonzero(beside.sum(axis=1) >= 6)[0]
    return round(max(0.0, (float(rows[-1]) - eyes_y) / UNIT_PX), 3) if len(rows) else 0.0


def _row_width(hair: Bools, row: int) -> float:
    columns = np.nonzero(hair[min(max(row, 0), hair.shape[0] - 1)])[0]
    return round(float(columns[-1] - columns[0]) / UNIT_PX, 3) if len(columns) else 0.0


def _fringe_gap(hair: Bools, brows_y: float, forehead_y: float) -> float:
    """From the brows up to the lowest hair over the middle of the forehead, in face units."""
    middle = hair[: int(brows_y), int(EYES_PX[0]) - 45 : int(EYES_PX[0]) + 45]
    rows = np.nonzero(middle.mean(axis=1) > 0.35)[0]
    lowest = float(rows[-1]) if len(rows) else forehead_y
    return round((brows_y - lowest) / UNIT_PX, 3)


def _is_whole(crop: HeadCrop, hair: Bools) -> bool:
    """Whether little of the hair's edge touches the photo's border or the frame of the crop."""
    outside = ~crop.inside
    outside[[0, -1], :] = True
    outside[:, [0, -1]] = True
    touching = hair[1:] & outside[:-1]
    return int(touching.sum()) < 12 and not hair[:4].any()
