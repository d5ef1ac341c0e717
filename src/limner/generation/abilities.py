"""What a provider can do and on which terms, as data: the choice reads it, and people are shown it."""

import math
from dataclasses import dataclass
from typing import Literal

Licence = Literal["personal and commercial", "personal", "research"]
"""What pictures of a route may be used for, by its software's and weights' licences."""

Destination = Literal["here", "own", "cloud", "person"]
"""Where pictures go: nowhere, to a machine of the operator's own, to a company's servers, to a human being."""

SeedUse = Literal["exact", "hint", "none"]
"""Whether the same seed gives the same pixels, something similar, or means nothing."""

Cancel = Literal["stops", "forgets"]
"""What cancelling does on the other side: it stops there, or only nobody waits any more (and it may be charged)."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """Terms and limits of one provider.

    `goes_to` names who gets the picture, in words ("Google, Gemini API"); empty where nothing leaves.
    `reference_pictures` is how many pictures it looks at, `most_people` how many it can draw in one scene,
    `longest_px` the longest side it gives. `aspects` are the proportions it can draw, as (width, height); none means
    any. `clip_seconds` are the lengths of the clips it makes of pictures; who draws pictures has none.
    `price_microusd` is about what one picture, or one second of a clip, costs in millionths of a US dollar; it is
    reserved before anything is asked for. `pays_if_cancelled` says that what was stopped half-way is charged all the
    same. `minimum_age` is how old its users must be by its terms, `terms` what else they say that matters for photos
    of people, in a sentence.
    """

    goes_to: str
    destination: Destination
    licence: Licence
    reference_pictures: int = 0
    seed: SeedUse = "none"
    longest_px: int = 4096
    aspects: tuple[tuple[int, int], ...] = ()
    clip_seconds: tuple[float, ...] = ()
    most_people: int = 1
    takes_words: bool = True
    negative_words: bool = False
    cancel: Cancel = "forgets"
    pays_if_cancelled: bool = False
    progress: bool = False
    price_microusd: int = 0
    minimum_age: int = 0
    terms: str = ""

    @property
    def photo_leaves(self) -> bool:
        """Whether a photo goes to another machine."""
        return self.destination != "here"

    def clip_length_s(self, wanted_s: float) -> float:
        """The length it makes that is nearest to the one wanted; the shorter of two."""
        return min(self.clip_seconds, key=lambda seconds: (abs(seconds - wanted_s), seconds))

    def clip_price_microusd(self, wanted_s: float) -> int:
        """About what a clip of the nearest length costs."""
        return math.ceil(self.price_microusd * self.clip_length_s(wanted_s))
